import * as v from "valibot";
import { isBase64urlOf } from "./base64url";
import { isUuid } from "./profile";

/** Members that several signed documents share, so that each has one spelling of its rule. */

/** UUID in lower case. */
export const uuid = v.pipe(
  v.string(),
  v.check((value: string): boolean => isUuid(value)),
);

const base64urlOf = (length: number) =>
  v.pipe(
    v.string(),
    v.check((value: string): boolean => isBase64urlOf(value, length)),
  );

/** SHA-256 or thumbprint: 43 symbols of canonical base64url. */
export const digest256 = base64urlOf(32);

/** GCM tag or salt: 22 symbols of canonical base64url. */
export const bytes16 = base64urlOf(16);

/** A non-negative integer: seconds since 1970, epochs. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
