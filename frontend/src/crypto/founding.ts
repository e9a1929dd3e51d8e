import { type AnnouncementLink, firstAnnouncement, nextAnnouncement } from "./announcements";
import { certify, type KeyRole, MAX_CERTIFICATE_DAYS } from "./certificates";
import { Refusal } from "./errors";
import { type EpochSecrets, type GrantTarget, type MadeGrant, makeGrant } from "./grants";
import { generateKey, type HeldKey } from "./keys";
import type { RecipientKey } from "./seal";
import type { MemberKeys } from "./vault";

/** Life of an announcement: rotation is yearly, warnings come from day 365, the rest is time to act. */
const ANNOUNCEMENT_DAYS = 400;
const DAY_MS = 86_400_000;

/** A member about to hold or read an organisation's keys. */
export interface KeyMember {
  readonly id: string;
  readonly sig: RecipientKey;
  readonly enc: RecipientKey;
  readonly keyRole: Exclude<KeyRole, "client">;
}

/** Everything a new epoch consists of, to be sent with `announceOrganisationKey`, `certifyMember`, `postGrant`. */
export interface NewEpoch {
  readonly epoch: number;
  readonly announcement: AnnouncementLink;
  readonly certificates: readonly { readonly member: string; readonly certificate: string }[];
  readonly grants: readonly (MadeGrant & { readonly member: string })[];
  /** In use at once, without opening one's own grant. */
  readonly oek: HeldKey;
  readonly osk: HeldKey;
}

/** Who makes the keys, and who gets them. */
export interface EpochToMake {
  readonly organisation: string;
  /** The acting holder; must be among `members` as `holder`. */
  readonly granter: { readonly id: string; readonly keys: MemberKeys };
  readonly members: readonly KeyMember[];
  /** Recovery sheets, `member` = `sheet:<no>`. */
  readonly sheets: readonly GrantTarget[];
  readonly at: Date;
  readonly newId: () => string;
}

/** The first keys of an organisation: announced by themselves, the founder certified and granted (referral.md 7). */
export async function foundOrganisation(input: EpochToMake): Promise<NewEpoch> {
  return makeEpoch(input, 1, (announcement) => firstAnnouncement(announcement));
}

/**
 * New keys after `previous`: announced by the old signing key, everybody who stays certified and granted anew.
 * Who is not among `members` is out.
 */
export async function rotateOrganisation(
  input: EpochToMake,
  previous: { readonly epoch: number; readonly link: AnnouncementLink; readonly osk: HeldKey },
): Promise<NewEpoch> {
  return makeEpoch(input, previous.epoch + 1, (announcement) =>
    nextAnnouncement(announcement, previous.link, previous.osk),
  );
}

async function makeEpoch(
  input: EpochToMake,
  epoch: number,
  announce: (announcement: Parameters<typeof firstAnnouncement>[0]) => Promise<AnnouncementLink>,
): Promise<NewEpoch> {
  const { organisation, granter, members, sheets, at, newId } = input;
  if (!members.some(({ id, keyRole }) => id === granter.id && keyRole === "holder")) {
    throw new Refusal("grant_invalid", "the acting holder stays a holder");
  }
  const [oek, osk] = [await generateKey("ECDH-ES+A256KW"), await generateKey("ES256")];
  const notAfter = new Date(at.getTime() + ANNOUNCEMENT_DAYS * DAY_MS);
  const announcement = await announce({ organisation, epoch, oek: oek.publicJwk, osk: osk.held, at, notAfter });
  const certificates = [];
  for (const member of members) {
    const certificate = await certifyMember(organisation, member, at, newId(), osk.held);
    certificates.push({ member: member.id, certificate });
  }
  const secrets: EpochSecrets = { organisation, epoch, oek: oek.privateJwk, osk: osk.privateJwk };
  const grant = async (target: GrantTarget, withSigning: boolean) => {
    const passed = withSigning ? secrets : { ...secrets, osk: null };
    return { member: target.member, ...(await makeGrant(passed, target, granter.id, granter.keys.sig)) };
  };
  const grants = [];
  for (const { id, enc, keyRole } of members) grants.push(await grant({ member: id, key: enc }, keyRole === "holder"));
  for (const sheet of sheets) grants.push(await grant(sheet, true));
  return { epoch, announcement, certificates, grants, oek: oek.held, osk: osk.held };
}

/** Certifies one member for the longest life. Compare the voice fingerprint first, except for oneself. */
export function certifyMember(
  organisation: string,
  { id, sig, enc, keyRole }: KeyMember,
  at: Date,
  jti: string,
  osk: HeldKey,
): Promise<string> {
  const expiresAt = new Date(at.getTime() + MAX_CERTIFICATE_DAYS * DAY_MS);
  return certify(
    { organisation, subject: id, kind: "member", keyRole, sig: sig.jwk, enc: enc.jwk, at, expiresAt, jti },
    osk,
  );
}
