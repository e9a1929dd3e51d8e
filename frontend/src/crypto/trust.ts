import type { Anchors } from "./anchors";
import { type AnnouncementLink, type OrganisationEpoch, seconds, walkChain } from "./announcements";
import { type CertifiedKeys, type PublishedCertificate, readCertificate, signingKeyAt } from "./certificates";
import { findEndorsement } from "./endorsements";
import { isRedStop, Refusal, type TrustCode } from "./errors";
import type { PublicJwk } from "./jwk";
import type { SignerLookup } from "./part";
import { uuidOf } from "./profile";
import type { RecipientKey } from "./seal";

/** Everything the server publishes about the keys of an organisation. None of it is believed before the walk. */
export interface PublishedKeys {
  readonly announcements: readonly AnnouncementLink[];
  readonly endorsements: readonly string[];
  readonly certificates: readonly PublishedCertificate[];
}

/** What was verified earlier in this session; the chain may grow beyond it, never change before it. */
export interface Pin {
  readonly organisation: string;
  readonly epoch: number;
  /** Digest of the announcement of that epoch. */
  readonly digest: string;
}

/** The question put before every sealing and every opening. */
export interface TrustQuestion {
  /** Id of the organisation, in either spelling of the API. */
  readonly organisation: string;
  /** From `GET /api/v1/meta`. */
  readonly instanceId: string;
  readonly anchors: Anchors;
  readonly published: PublishedKeys;
  readonly now: Date;
  readonly pin?: Pin;
}

/** An organisation whose chain, endorsement and certificates hold. */
export interface TrustedOrganisation {
  /** Bare UUID. */
  readonly organisation: string;
  readonly verifiedBy: string;
  readonly current: OrganisationEpoch;
  /** All epochs, the oldest first; older keys still open what was sealed to them. */
  readonly chain: readonly OrganisationEpoch[];
  /** Valid and past certificates: an old signature keeps its meaning. */
  readonly certificates: readonly CertifiedKeys[];
  readonly pin: Pin;
}

/** Trusted keys, or a red stop with its reason. There is no third answer and no way to go on regardless. */
export type TrustAnswer =
  | { readonly trusted: true; readonly organisation: TrustedOrganisation }
  | { readonly trusted: false; readonly code: TrustCode };

/**
 * Walks everything for one organisation: chain from its first key, endorsement of that first key by an anchor of this
 * instance, the pin of this session, every certificate, and that the current announcement has not expired.
 * Never throws for what the server published: each fault is a red stop with its code.
 */
export async function verifyOrganisation(question: TrustQuestion): Promise<TrustAnswer> {
  try {
    return { trusted: true, organisation: await walk(question) };
  } catch (error) {
    if (error instanceof Refusal && isRedStop(error.code)) return { trusted: false, code: error.code };
    throw error;
  }
}

/** As {@link verifyOrganisation}, throwing the red stop: for scripts that cannot go on anyway. */
export async function requireTrusted(question: TrustQuestion): Promise<TrustedOrganisation> {
  const answer = await verifyOrganisation(question);
  if (!answer.trusted) throw new Refusal(answer.code, "red stop");
  return answer.organisation;
}

async function walk(question: TrustQuestion): Promise<TrustedOrganisation> {
  const { instanceId, anchors, published, now, pin } = question;
  const organisation = uuidOf(question.organisation);
  const chain = await walkChain(organisation, published.announcements);
  const [first, current] = [chain[0], chain.at(-1)];
  if (first === undefined || current === undefined) throw new Refusal("broken_chain", "empty chain");
  const verifiedBy = await findEndorsement(published.endorsements, organisation, first.osk.kid, instanceId, anchors);
  if (pin !== undefined) checkPin(pin, organisation, chain);
  if (current.notAfter <= seconds(now)) throw new Refusal("announcement_expired", "rotation is overdue");
  const certificates: CertifiedKeys[] = [];
  for (const certificate of published.certificates) {
    certificates.push(await readCertificate(certificate, organisation, chain));
  }
  const { epoch, digest } = current;
  return { organisation, verifiedBy, current, chain, certificates, pin: { organisation, epoch, digest } };
}

function checkPin(pin: Pin, organisation: string, chain: readonly OrganisationEpoch[]): void {
  const same = chain.some(({ epoch, digest }) => epoch === pin.epoch && digest === pin.digest);
  if (pin.organisation !== organisation || !same) throw new Refusal("broken_chain", "another chain than seen before");
}

/**
 * The look-up that opening and receipts use: the signing key behind `kid` if a member or client of this organisation
 * held it at that instant. Throws `unknown_signer` or `certificate_expired`.
 */
export function signersOf(organisation: TrustedOrganisation): SignerLookup {
  return (kid, at) => certificateAt(organisation, kid, at).sig.jwk;
}

/**
 * The certificate of a signing key at an instant: not expired, not revoked, and its certifier still in force then
 * (a departed holder's key certifies nobody after the rotation that followed).
 * Throws `unknown_signer` or `certificate_expired`.
 */
export function certificateAt(organisation: TrustedOrganisation, kid: string, at: Date): CertifiedKeys {
  const known = organisation.certificates.filter(({ sig }) => sig.kid === kid);
  if (known.length === 0) throw new Refusal("unknown_signer", "key is not certified by this organisation");
  const found = known.find((certificate) => isInForce(certificate, organisation.chain, seconds(at)));
  if (found === undefined) throw new Refusal("certificate_expired", "certificate does not cover this instant");
  return found;
}

/** The key that signed a grant: a holder's, whenever that was. Throws `unknown_signer`. */
export function holderKey(organisation: TrustedOrganisation, kid: string): PublicJwk {
  const found = organisation.certificates.find(({ sig, keyRole }) => sig.kid === kid && keyRole === "holder");
  if (found === undefined) throw new Refusal("unknown_signer", "not a holder of this organisation");
  return found.sig.jwk;
}

/**
 * The keys a part is sealed to (referral.md 5.1), computed here and nowhere else: the addressee's current encryption
 * key, its active client keys unless `restricted`, and at the end the sender's own copy.
 */
export function recipientsOf(
  addressee: TrustedOrganisation,
  options: { now: Date; restricted?: boolean; ownCopy?: RecipientKey },
): RecipientKey[] {
  const { now, restricted = false, ownCopy } = options;
  const clients = restricted ? [] : activeClients(addressee, seconds(now));
  const keys = [addressee.current.oek, ...clients, ...(ownCopy === undefined ? [] : [ownCopy])];
  return keys
    .map(({ kid, jwk }) => ({ kid, jwk }))
    .filter(({ kid }, index, all) => all.findIndex((other) => other.kid === kid) === index);
}

function activeClients({ certificates, chain }: TrustedOrganisation, now: number): RecipientKey[] {
  return certificates
    .filter((certificate) => certificate.kind === "client" && isInForce(certificate, chain, now))
    .map(({ enc }) => enc);
}

function isInForce(certificate: CertifiedKeys, chain: readonly OrganisationEpoch[], at: number): boolean {
  const { issuedAt, expiresAt, revokedAt, certifiedBy } = certificate;
  const alive = issuedAt <= at && at < expiresAt && (revokedAt === null || at < revokedAt);
  return alive && signingKeyAt(chain, at)?.osk.kid === certifiedBy;
}
