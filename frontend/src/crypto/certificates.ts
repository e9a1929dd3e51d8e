import * as v from "valibot";
import { type OrganisationEpoch, seconds } from "./announcements";
import { Refusal } from "./errors";
import { count, uuid } from "./fields";
import type { JsonObject } from "./json";
import { type PublicJwk, parsePublicJwk } from "./jwk";
import { readJws, signJws, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import { uuidOf } from "./profile";
import { thumbprint } from "./thumbprint";

/** Longest life of a certificate in days. */
export const MAX_CERTIFICATE_DAYS = 400;

/** What a certified key may do beside signing: grant and certify, decrypt, or be a vendor's system. */
export type KeyRole = "holder" | "reader" | "client";

/** A certificate as the server publishes it. */
export interface PublishedCertificate {
  /** `member-cert+jwt`. */
  readonly certificate: string;
  /** RFC 3339 instant of removal; null while it stands. */
  readonly revokedAt: string | null;
}

/** A verified certificate. Instants are seconds since 1970. */
export interface CertifiedKeys {
  /** Bare UUID of the member or client. */
  readonly subject: string;
  readonly kind: "member" | "client";
  readonly keyRole: KeyRole;
  readonly sig: { readonly kid: string; readonly jwk: PublicJwk };
  readonly enc: { readonly kid: string; readonly jwk: PublicJwk };
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  /** kid of the organisation signing key that certified. */
  readonly certifiedBy: string;
}

/** What a holder certifies, after comparing the fingerprint by voice. */
export interface CertificateToMake {
  readonly organisation: string;
  readonly subject: string;
  readonly kind: "member" | "client";
  readonly keyRole: KeyRole;
  readonly sig: PublicJwk;
  readonly enc: PublicJwk;
  readonly at: Date;
  /** At most 400 days after `at`. */
  readonly expiresAt: Date;
  /** A fresh UUID. */
  readonly jti: string;
}

const jwk = v.pipe(v.unknown(), v.transform(parsePublicJwk));
const claims = v.strictObject({
  iss: v.string(),
  sub: uuid,
  kind: v.picklist(["member", "client"]),
  sig: jwk,
  enc: jwk,
  keyRole: v.picklist(["holder", "reader", "client"]),
  iat: count,
  exp: count,
  jti: uuid,
});

/** Certifies the keys of a member or client with the organisation's signing key (referral.md 7.2). */
export function certify(input: CertificateToMake, osk: HeldKey): Promise<string> {
  const { organisation, subject, kind, keyRole, sig, enc, at, expiresAt, jti } = input;
  const payload: JsonObject = {
    iss: uuidOf(organisation),
    sub: uuidOf(subject),
    kind,
    sig: { ...sig },
    enc: { ...enc },
    keyRole,
    iat: seconds(at),
    exp: seconds(expiresAt),
    jti,
  };
  if (!isLifetime(seconds(at), seconds(expiresAt))) throw new Refusal("certificate_invalid", "at most 400 days");
  return signJws("member-cert+jwt", payload, osk);
}

/**
 * Checks a certificate against the chain: signed by a signing key of this organisation while that key was in force.
 * Whether it has expired depends on the instant asked about; see `trust.ts`.
 * Throws `unknown_signer` or `certificate_invalid`.
 */
export async function readCertificate(
  { certificate, revokedAt }: PublishedCertificate,
  organisation: string,
  chain: readonly OrganisationEpoch[],
): Promise<CertifiedKeys> {
  const jws = certificateForm(certificate);
  const signer = chain.find(({ osk }) => osk.kid === jws.kid);
  if (signer === undefined) throw new Refusal("unknown_signer", "certificate by a key that was never announced");
  try {
    const { iss, sub, kind, sig, enc, keyRole, iat, exp } = v.parse(claims, await verifyJws(jws, signer.osk.jwk));
    if (iss !== organisation || !isLifetime(iat, exp) || (kind === "client") !== (keyRole === "client")) {
      throw new Refusal("certificate_invalid", "claims");
    }
    await refuseSharedKeys(sig, enc, chain);
    if (signingKeyAt(chain, iat)?.osk.kid !== jws.kid) throw new Refusal("certificate_invalid", "key was not in force");
    const [sigKid, encKid] = [await thumbprint(sig), await thumbprint(enc)];
    return {
      subject: sub,
      kind,
      keyRole,
      sig: { kid: sigKid, jwk: sig },
      enc: { kid: encKid, jwk: enc },
      issuedAt: iat,
      expiresAt: exp,
      revokedAt: revokedAt === null ? null : seconds(new Date(revokedAt)),
      certifiedBy: jws.kid,
    };
  } catch {
    throw new Refusal("certificate_invalid", "does not verify");
  }
}

/** A member has two keys of their own: neither one for both uses, nor the organisation's. */
async function refuseSharedKeys(sig: PublicJwk, enc: PublicJwk, chain: readonly OrganisationEpoch[]): Promise<void> {
  const own = [await thumbprint(sig), await thumbprint(enc)];
  const shared = chain.some(({ oek, osk }) => own.includes(oek.kid) || own.includes(osk.kid));
  if (own[0] === own[1] || shared) throw new Refusal("certificate_invalid", "keys that are not the member's own");
}

/** The link of a chain that was in force at an instant (seconds since 1970), null before the first. */
export function signingKeyAt(chain: readonly OrganisationEpoch[], at: number): OrganisationEpoch | null {
  return chain.findLast(({ issuedAt }) => issuedAt <= at) ?? null;
}

function certificateForm(token: string) {
  try {
    return readJws(token, "member-cert+jwt");
  } catch {
    throw new Refusal("certificate_invalid", "form");
  }
}

function isLifetime(from: number, to: number): boolean {
  return to > from && to - from <= MAX_CERTIFICATE_DAYS * 86_400;
}
