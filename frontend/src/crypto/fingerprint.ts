import { fromBase64url } from "./base64url";
import { concat, sha256 } from "./bytes";
import { grouped, toCrockford } from "./crockford";
import type { PublicJwk } from "./jwk";
import { thumbprint } from "./thumbprint";

/**
 * What a member reads to a holder on the telephone before being certified (referral.md 7.2): 8 groups of 4 Crockford
 * symbols of the first 20 bytes of SHA-256 over the raw thumbprints (32 bytes each) of signing and encryption key.
 * @param sig the member's public signing key (MSK)
 * @param enc the member's public encryption key (MEK)
 */
export async function voiceFingerprint(sig: PublicJwk, enc: PublicJwk): Promise<string[]> {
  const both = concat(fromBase64url(await thumbprint(sig)), fromBase64url(await thumbprint(enc)));
  return grouped(toCrockford((await sha256(both)).slice(0, 20)));
}

/**
 * What a verifying body compares before it vouches for an organisation's first signing key: 8 groups of 4 Crockford
 * symbols of the first 20 bytes of the key's thumbprint.
 * @param kid thumbprint of the first signing key (OSK)
 */
export const keyFingerprint = (kid: string): string[] => grouped(toCrockford(fromBase64url(kid).slice(0, 20)));
