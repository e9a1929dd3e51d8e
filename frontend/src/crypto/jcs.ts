import { type Bytes, isWellFormed, utf8 } from "./bytes";
import { Refusal } from "./errors";
import type { Json } from "./json";

/**
 * Canonical JSON (RFC 8785) of our closed data: members sorted by UTF-16 code units, no white space, strings as
 * ECMAScript writes them. Signer and verifier thus sign the same bytes whatever order a database kept.
 * Throws `json_invalid` for floats, unsafe integers, lone surrogates and `undefined`.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (!isWellFormed(value)) throw new Refusal("json_invalid", "lone surrogate");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new Refusal("json_invalid", "only safe integers are canonical here");
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new Refusal("json_invalid", "not a JSON value");
  const members = Object.keys(value).sort();
  return `{${members.map((member) => `${canonicalJson(member)}:${canonicalJson(value[member] as Json)}`).join(",")}}`;
}

/** UTF-8 bytes of {@link canonicalJson}. */
export function canonicalBytes(value: Json): Bytes {
  return utf8(canonicalJson(value));
}
