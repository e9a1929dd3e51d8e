import { request } from "@/api/request";
import { certifyMember, openGrant, passOnGrant, Refusal, readSheet, sheetKey, uuidOf } from "@/crypto";
import {
  CertifyMemberDocument,
  type KeyHealthQuery,
  MyKeysDocument,
  PostGrantDocument,
  VerifyRecoverySheetDocument,
} from "@/gql/referral/graphql";
import type { Enrolment } from "./enrol";
import { taken } from "./founding";
import { ring } from "./ring";
import { trustOrStop, waitsForEndorsement } from "./trust";

export type KeyRole = "holder" | "reader";

/**
 * Certifies a colleague and passes on every epoch's keys. The private halves are in script memory inside `passOnGrant`
 * only, and only on the page that manages keys. Compare the fingerprint by voice first.
 */
export async function admit({ member, sig, enc }: Enrolment, as: KeyRole): Promise<void> {
  const { organisation, keys, epochs } = ring.use();
  const osk = epochs.at(-1)?.osk;
  if (!osk) throw new Refusal("grant_invalid", "a reader cannot grant");
  const trusted = await trustOrStop(organisation);
  const { myGrants } = await request(MyKeysDocument, {});
  const keyMember = { id: member, sig, enc, keyRole: as };
  const certificate = await certifyMember(organisation, keyMember, new Date(), crypto.randomUUID(), osk);
  taken((await request(CertifyMemberDocument, { certificate })).certifyMember);
  for (const { grant, epoch, member: self } of myGrants) {
    const made = await passOnGrant({
      grant,
      own: { member: self, enc: keys.enc, sig: keys.sig },
      organisation: trusted,
      target: { member, key: enc },
      as,
    });
    taken((await request(PostGrantDocument, { member, epoch, ...made })).postGrant);
  }
}

export type Sheet = KeyHealthQuery["keyHealth"]["sheets"][number];

/**
 * Tries a recovery sheet: the paper opens the grant that lies for it, and the proof inside goes back to the server.
 * Throws `sheet_symbol`, `sheet_length`, `sheet_checksum`, `sheet_foreign`; `no_endorsement` before anybody vouches for
 * the organisation.
 */
export async function trySheet(organisation: string, typed: string, sheets: readonly Sheet[]): Promise<void> {
  const bare = uuidOf(organisation);
  const key = await sheetKey(await readSheet(typed, bare));
  const sheet = sheets.find(({ kid }) => kid === key.kid);
  if (!sheet?.grant) throw new Refusal("sheet_foreign", "no grant lies for this sheet");
  if (await waitsForEndorsement(bare)) throw new Refusal("no_endorsement", "nobody vouches for the organisation yet");
  const trusted = await trustOrStop(bare);
  const member = `sheet:${sheet.no}`;
  const { proof } = await openGrant(sheet.grant, key, member, trusted);
  taken((await request(VerifyRecoverySheetDocument, { no: sheet.no, proof })).verifyRecoverySheet);
}
