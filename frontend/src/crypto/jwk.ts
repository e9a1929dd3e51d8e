import { fromBase64url, isBase64urlOf } from "./base64url";
import { Refusal } from "./errors";
import { hasExactly, isJsonObject } from "./json";
import { isOnCurve } from "./p256";

/** Public P-256 key, exactly these members (kids stand in headers, usage in the place where the key stands). */
export type PublicJwk = { kty: "EC"; crv: "P-256"; x: string; y: string };

/** Private P-256 key. Lives in a variable for the length of one act; see `grants.ts` and `vault.ts`. */
export type PrivateJwk = PublicJwk & { d: string };

/**
 * A public P-256 JWK out of foreign JSON: exactly four members, coordinates of 32 bytes in canonical form, point on
 * the curve. Throws `key_invalid`.
 */
export function parsePublicJwk(value: unknown): PublicJwk {
  if (!isJsonObject(value) || !hasExactly(value, ["kty", "crv", "x", "y"])) {
    throw new Refusal("key_invalid", "members of a public key");
  }
  return checkedPoint(value.kty, value.crv, value.x, value.y);
}

/** A private P-256 JWK out of foreign JSON; the platform checks at import that `d` belongs to the point. */
export function parsePrivateJwk(value: unknown): PrivateJwk {
  if (!isJsonObject(value) || !hasExactly(value, ["kty", "crv", "x", "y", "d"]) || !isBase64urlOf(value.d, 32)) {
    throw new Refusal("key_invalid", "members of a private key");
  }
  return { ...checkedPoint(value.kty, value.crv, value.x, value.y), d: value.d };
}

/** The public half of a key. */
export function publicHalf({ kty, crv, x, y }: PublicJwk): PublicJwk {
  return { kty, crv, x, y };
}

function checkedPoint(kty: unknown, crv: unknown, x: unknown, y: unknown): PublicJwk {
  if (kty !== "EC" || crv !== "P-256") throw new Refusal("key_invalid", "only P-256 keys are used");
  if (!isBase64urlOf(x, 32) || !isBase64urlOf(y, 32)) throw new Refusal("key_invalid", "coordinates of 32 bytes");
  if (!isOnCurve(fromBase64url(x), fromBase64url(y))) throw new Refusal("key_invalid", "point is not on the curve");
  return { kty, crv, x, y };
}
