import { request } from "@/api/request";
import { type HeldKey, type MemberKeys, type OpenedGrant, openGrant, openVault, readVault } from "@/crypto";
import { argon2idInWorker } from "@/crypto/worker";
import { MyKeysDocument, type MyKeysQuery, ProveGrantDocument } from "@/gql/referral/graphql";
import { ring } from "./ring";
import { trustOrStop, waitsForEndorsement } from "./trust";

/** How an attempt to unlock ended. */
export type Unlocked =
  | { readonly outcome: "open" }
  /** No holder has granted the organisation's keys yet. */
  | { readonly outcome: "pending"; readonly keys: MemberKeys }
  /** The organisation has keys, and no verifying body vouches for them yet. */
  | { readonly outcome: "unendorsed" };

/** Opens the member's own vault. Throws `wrong_passphrase`, which says only that. */
export function openOwnVault(vault: string, passphrase: string): Promise<MemberKeys> {
  return openVault(readVault(JSON.parse(vault)), passphrase, argon2idInWorker);
}

/** The passphrase opens the vault, the vault opens the grants, the grants go on the ring. */
export async function unlock(organisation: string, passphrase: string): Promise<Unlocked> {
  const kept = await request(MyKeysDocument, {});
  if (!kept.myVault) throw new Error("there is no vault to open");
  const keys = await openOwnVault(kept.myVault.vault, passphrase);
  if (kept.myGrants.length === 0) return { outcome: "pending", keys };
  if (await waitsForEndorsement(organisation)) return { outcome: "unendorsed" };
  const trusted = await trustOrStop(organisation);
  const opened = await openAll(kept.myGrants, keys.enc, trusted);
  ring.unlock({
    organisation: trusted.organisation,
    member: kept.myGrants[0]?.member ?? "",
    keys,
    epochs: opened.map(({ epoch, oek, osk }) => ({ epoch, oek, osk })),
  });
  return { outcome: "open" };
}

type Grants = MyKeysQuery["myGrants"];
type Trusted = Awaited<ReturnType<typeof trustOrStop>>;

async function openAll(grants: Grants, enc: HeldKey, trusted: Trusted): Promise<OpenedGrant[]> {
  const opened: OpenedGrant[] = [];
  for (const { grant, member, epoch, provedAt } of grants.toSorted((one, other) => one.epoch - other.epoch)) {
    const content = await openGrant(grant, enc, member, trusted);
    opened.push(content);
    // The proof shows that the grant was really opened; without it the organisation counts one way less.
    if (!provedAt) await request(ProveGrantDocument, { epoch, member, proof: content.proof });
  }
  return opened;
}
