import { request } from "@/api/request";
import {
  createVault,
  foundOrganisation,
  type MemberKeys,
  makeSheet,
  type NewEpoch,
  type RecoverySheet,
  uuidOf,
  type Vault,
} from "@/crypto";
import { argon2idInWorker } from "@/crypto/worker";
import {
  AnnounceOrganisationKeyDocument,
  CertifyMemberDocument,
  PostGrantDocument,
  SaveVaultDocument,
} from "@/gql/referral/graphql";

/** A refusal of the server in words. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
}

interface Answer {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Goes on only where nothing was refused. */
export function taken({ userErrors }: Answer): void {
  const first = userErrors[0];
  if (first) throw new NotTaken(first.message);
}

/** New member keys under a passphrase. Nothing is sent yet. */
export const newVault = (passphrase: string) => createVault(passphrase, argon2idInWorker);

/** Everything of a new organisation key, made in this browser and not yet sent. */
export interface Founding {
  readonly vault: Vault;
  readonly keys: MemberKeys;
  readonly sheet: RecoverySheet;
  readonly epoch: NewEpoch;
}

/** Number of an organisation's first recovery sheet. */
export const FIRST_SHEET = 1;

interface Founder {
  readonly organisation: string;
  readonly member: string;
  readonly vault: Vault;
  readonly keys: MemberKeys;
}

/** Makes sheet and keys. Interrupted before `publish`, nothing half-made is stored anywhere. */
export async function prepareFounding({ organisation, member, vault, keys }: Founder): Promise<Founding> {
  const bare = uuidOf(organisation);
  const sheet = await makeSheet(bare, FIRST_SHEET);
  const pair = ({ kid, publicJwk: jwk }: MemberKeys["enc"]) => ({ kid, jwk });
  const epoch = await foundOrganisation({
    organisation: bare,
    granter: { id: member, keys },
    members: [{ id: member, keyRole: "holder", sig: pair(keys.sig), enc: pair(keys.enc) }],
    sheets: [{ member: `sheet:${FIRST_SHEET}`, key: { kid: sheet.kid, jwk: sheet.publicJwk } }],
    at: new Date(),
    newId: () => crypto.randomUUID(),
  });
  return { vault, keys, sheet, epoch };
}

export async function saveVault(vault: Vault): Promise<void> {
  taken((await request(SaveVaultDocument, { vault: JSON.stringify(vault) })).saveVault);
}

/** Sends vault, announcement, certificates and grants, in the order in which one needs the other. */
export async function publish({ vault, sheet, epoch }: Founding): Promise<void> {
  await saveVault(vault);
  const { announcement, proof } = epoch.announcement;
  taken((await request(AnnounceOrganisationKeyDocument, { announcement, proof })).announceOrganisationKey);
  for (const { certificate } of epoch.certificates) {
    taken((await request(CertifyMemberDocument, { certificate })).certifyMember);
  }
  for (const { member, grant, proofDigest } of epoch.grants) {
    // A sheet is registered with the first grant that lies for it.
    const sheetKey = member.startsWith("sheet:") ? JSON.stringify(sheet.publicJwk) : null;
    taken((await request(PostGrantDocument, { member, epoch: epoch.epoch, grant, proofDigest, sheetKey })).postGrant);
  }
}
