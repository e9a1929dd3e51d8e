import { digest } from "./base64url";
import { canonicalJson } from "./jcs";
import type { PublicJwk } from "./jwk";

/** RFC 7638 SHA-256 thumbprint of an EC key, 43 symbols. It is the `kid` of every key in this project. */
export function thumbprint({ crv, kty, x, y }: PublicJwk): Promise<string> {
  return digest(canonicalJson({ crv, kty, x, y }));
}
