import { CompactSign, compactVerify } from "jose";
import { fromBase64url } from "./base64url";
import type { Bytes } from "./bytes";
import { Refusal } from "./errors";
import { canonicalBytes } from "./jcs";
import { hasExactly, type JsonObject, parseStrictObject } from "./json";
import type { PublicJwk } from "./jwk";
import { type HeldKey, importPublic } from "./keys";
import { thumbprint } from "./thumbprint";

/** The signed documents of this project. A token of one type is never accepted in the place of another. */
export type JwsType =
  | "sn-envelope+jws"
  | "sn-part+jws"
  | "sn-grant+jws"
  | "secevent+jwt"
  | "orgkey+jwt"
  | "orgkey-proof+jwt"
  | "endorsement+jwt"
  | "member-cert+jwt";

/** A token whose form was read and whose signature was **not** checked yet. */
export interface UnverifiedJws {
  readonly token: string;
  readonly kid: string;
  readonly payload: JsonObject;
}

/** ES256 compact JWS over the canonical JSON of `payload`; header exactly `{alg, typ, kid}`. */
export function signJws(typ: JwsType, payload: JsonObject, key: HeldKey): Promise<string> {
  return signBytes(typ, canonicalBytes(payload), key);
}

/** As {@link signJws}, over given bytes. */
export async function signBytes(typ: JwsType, payload: Bytes, key: HeldKey): Promise<string> {
  if (key.alg !== "ES256") throw new Refusal("key_invalid", "not a signing key");
  return new CompactSign(payload).setProtectedHeader({ alg: "ES256", typ, kid: key.kid }).sign(key.privateKey);
}

/**
 * Reads a compact JWS without trusting it: three canonical parts, header exactly `{"alg":"ES256","typ":<typ>,"kid"}`,
 * payload a JSON object without doubled members. Throws `signature_invalid`.
 */
export function readJws(token: string, typ: JwsType): UnverifiedJws {
  try {
    const [header, payload, signature, ...more] = token.split(".");
    if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
      throw new Refusal("signature_invalid", "not a compact JWS");
    }
    const kid = readHeader(header, typ);
    if (fromBase64url(signature).length !== 64) throw new Refusal("signature_invalid", "length of signature");
    return { token, kid, payload: parseStrictObject(fromBase64url(payload)) };
  } catch {
    throw new Refusal("signature_invalid", `form of a ${typ}`);
  }
}

/**
 * Checks the signature with `key` and that the header's `kid` is the thumbprint of that very key.
 * The algorithm is ours, never the header's. Throws `signature_invalid`.
 */
export async function verifyJws(jws: UnverifiedJws, key: PublicJwk): Promise<JsonObject> {
  try {
    if ((await thumbprint(key)) !== jws.kid) throw new Refusal("signature_invalid", "kid of another key");
    await compactVerify(jws.token, await importPublic(key, "ES256"), { algorithms: ["ES256"] });
    return jws.payload;
  } catch {
    throw new Refusal("signature_invalid", "signature does not verify");
  }
}

function readHeader(encoded: string, typ: JwsType): string {
  const header = parseStrictObject(fromBase64url(encoded));
  const { alg, kid } = header;
  if (!hasExactly(header, ["alg", "typ", "kid"]) || alg !== "ES256" || header.typ !== typ || typeof kid !== "string") {
    throw new Refusal("signature_invalid", "header members");
  }
  return kid;
}
