import { request } from "@/api/request";
import {
  endorse,
  foundedKey,
  type RecipientKey,
  Refusal,
  type TrustCode,
  uuidOf,
  type VerificationMethod,
  verifyOrganisation,
  walkChain,
} from "@/crypto";
import { readFragment } from "@/gql/referral/fragment-masking";
import {
  DestinationKeysDocument,
  EndorseOrganisationDocument,
  MyKeysDocument,
  OrganisationsWithKeysDocument,
  PublishedKeys_DestinationFragmentDoc,
} from "@/gql/referral/graphql";
import { taken } from "./founding";
import { ring } from "./ring";
import { believed, isAnchor, publishedKeys, RedStop, verifiedKeys } from "./trust";
import { openOwnVault } from "./unlock";

/** How far an organisation's first signing key is vouched for. */
export type Vouched =
  | { readonly state: "endorsed"; readonly by: string }
  /** It is the key of a verifying body this program believes. */
  | { readonly state: "anchor" }
  | { readonly state: "waiting" }
  | { readonly state: "stop"; readonly code: TrustCode };

const refused = (code: TrustCode): Vouched =>
  code === "no_endorsement" ? { state: "waiting" } : { state: "stop", code };

/** How the own organisation stands, verified in this browser. */
export async function ownStanding(organisation: string): Promise<Vouched> {
  try {
    const { chain, verifiedBy } = await verifiedKeys(organisation);
    const first = chain[0]?.osk.kid ?? "";
    return (await isAnchor(first)) ? { state: "anchor" } : { state: "endorsed", by: verifiedBy };
  } catch (failure) {
    if (failure instanceof RedStop) return refused(failure.stopped.code);
    throw failure;
  }
}

/**
 * The first signing key as its founder made it, out of her own vault and grant: not what a server says it is. Where
 * another one is published the ring stops. Throws `wrong_passphrase`; `unknown_signer` for who did not make the key.
 */
export async function ownFirstKey(organisation: string, passphrase: string): Promise<RecipientKey> {
  const { myVault, myGrants } = await request(MyKeysDocument, {});
  const first = myGrants.find(({ epoch }) => epoch === 1);
  if (!myVault || !first) throw new Refusal("unknown_signer", "the key was made by somebody else");
  const keys = await openOwnVault(myVault.vault, passphrase);
  const key = await foundedKey(first.grant, { member: first.member, ...keys }, organisation);
  if ((await publishedFirstKey(organisation)) !== key.kid) {
    ring.redStop("broken_chain");
    throw new Refusal("broken_chain", "another first key is published");
  }
  return key;
}

async function publishedFirstKey(organisation: string): Promise<string | null> {
  const { destination } = await request(DestinationKeysDocument, { id: organisation });
  if (!destination) return null;
  return firstKeyOf(organisation, readFragment(PublishedKeys_DestinationFragmentDoc, destination));
}

type Published = Parameters<typeof publishedKeys>[0];

/** The thumbprint of the first signing key; null where the chain does not hold. */
async function firstKeyOf(organisation: string, published: Published): Promise<string | null> {
  try {
    return (await walkChain(uuidOf(organisation), publishedKeys(published).announcements))[0]?.osk.kid ?? null;
  } catch {
    return null;
  }
}

/** An organisation a verifying body may vouch for. */
export interface Candidate {
  readonly id: string;
  readonly name: { readonly lang: string; readonly value: string };
  readonly demo: boolean;
  readonly district: string | null;
  /** Thumbprint of the first signing key; null where the chain does not hold. */
  readonly firstKey: string | null;
  readonly vouched: Vouched;
}

/** How many organisations are looked at together; the rest is found by name. */
export const MOST_CANDIDATES = 100;

/** The organisations that have announced keys, each verified in this browser; those that wait come first. */
export async function candidates(text: string, signal?: AbortSignal): Promise<Candidate[]> {
  const [{ organisationsWithKeys }, { instanceId, anchors }] = await Promise.all([
    request(OrganisationsWithKeysDocument, { text: text || null, first: MOST_CANDIDATES }, signal ? { signal } : {}),
    believed(),
  ]);
  const now = new Date();
  return Promise.all(
    organisationsWithKeys.map(async ({ organisation: { name, demo, district }, ...fragment }) => {
      const published = readFragment(PublishedKeys_DestinationFragmentDoc, fragment);
      const { id } = published;
      const question = { organisation: id, instanceId, anchors, published: publishedKeys(published), now };
      const answer = await verifyOrganisation(question);
      const vouched: Vouched = answer.trusted
        ? { state: "endorsed", by: answer.organisation.verifiedBy }
        : refused(answer.code);
      const firstKey = await firstKeyOf(id, published);
      return { id, name, demo, district: district?.fullName ?? null, firstKey, vouched };
    }),
  );
}

/** The signing key the own organisation vouches with; null for who reads only. */
export const endorsingKey = (): RecipientKey | null => {
  const osk = ring.use().epochs.at(-1)?.osk;
  return osk ? { kid: osk.kid, jwk: osk.publicJwk } : null;
};

/** Vouches, with the organisation's signing key, for the first signing key that was compared. */
export async function vouchFor(organisation: string, firstKey: string, method: VerificationMethod): Promise<void> {
  const { organisation: issuer, epochs } = ring.use();
  const key = epochs.at(-1)?.osk;
  if (!key) throw new Refusal("grant_invalid", "a reader cannot vouch");
  const endorsement = await endorse({ issuer, organisation, osk: firstKey, method, at: new Date() }, key);
  taken((await request(EndorseOrganisationDocument, { endorsement })).endorseOrganisation);
}
