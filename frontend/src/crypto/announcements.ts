import { digest } from "./base64url";
import { Refusal } from "./errors";
import { hasExactly, type JsonObject } from "./json";
import { type PublicJwk, parsePublicJwk } from "./jwk";
import { readJws, signJws, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import { uuidOf } from "./profile";
import { thumbprint } from "./thumbprint";

/** One link of an organisation's chain of keys, as the server publishes it. */
export interface AnnouncementLink {
  /** `orgkey+jwt`, signed by the previous signing key, the first one by itself. */
  readonly announcement: string;
  /** `orgkey-proof+jwt` by the new signing key, where the signing key changed; else null. */
  readonly proof: string | null;
}

/** A verified announcement. Instants are seconds since 1970. */
export interface OrganisationEpoch {
  readonly epoch: number;
  readonly oek: { readonly kid: string; readonly jwk: PublicJwk };
  readonly osk: { readonly kid: string; readonly jwk: PublicJwk };
  readonly issuedAt: number;
  readonly notAfter: number;
  /** base64url SHA-256 of the token: what the next link's `prev` must be. */
  readonly digest: string;
}

/** What a new announcement says. */
export interface AnnouncementToMake {
  readonly organisation: string;
  readonly epoch: number;
  readonly oek: PublicJwk;
  readonly osk: HeldKey;
  readonly at: Date;
  readonly notAfter: Date;
}

const MEMBERS = ["iss", "epoch", "oek", "osk", "prev", "iat", "notAfter"] as const;

/** The first announcement of an organisation, signed by its own new signing key. */
export async function firstAnnouncement(input: AnnouncementToMake): Promise<AnnouncementLink> {
  return { announcement: await signJws("orgkey+jwt", payloadOf(input, null), input.osk), proof: null };
}

/**
 * The next announcement of a chain, signed by the previous signing key. A new signing key proves itself beside it.
 * @param previous last link of the chain
 * @param previousOsk signing key that this link announced
 */
export async function nextAnnouncement(
  input: AnnouncementToMake,
  previous: AnnouncementLink,
  previousOsk: HeldKey,
): Promise<AnnouncementLink> {
  const payload = payloadOf(input, await digest(previous.announcement));
  const announcement = await signJws("orgkey+jwt", payload, previousOsk);
  if (input.osk.kid === previousOsk.kid) return { announcement, proof: null };
  const iss = uuidOf(input.organisation);
  const { epoch } = input;
  const proof = await signJws("orgkey-proof+jwt", { iss, epoch, announcement: await digest(announcement) }, input.osk);
  return { announcement, proof };
}

/**
 * Walks a chain from its first link: issuer, epochs one by one from 1, `prev`,
 * signatures, proofs, instants in order, a new encryption key each time.
 * Throws `broken_chain` at the first fault.
 */
export async function walkChain(
  organisation: string,
  links: readonly AnnouncementLink[],
): Promise<OrganisationEpoch[]> {
  if (links.length === 0) throw new Refusal("broken_chain", "no announcement");
  const chain: OrganisationEpoch[] = [];
  for (const link of links) {
    try {
      const found = await readLink(organisation, link, chain.at(-1) ?? null);
      if (chain.some(({ oek }) => oek.kid === found.oek.kid)) fail();
      chain.push(found);
    } catch {
      throw new Refusal("broken_chain", `announcement ${chain.length + 1} of ${links.length}`);
    }
  }
  return chain;
}

function payloadOf(
  { organisation, epoch, oek, osk, at, notAfter }: AnnouncementToMake,
  prev: string | null,
): JsonObject {
  return {
    iss: uuidOf(organisation),
    epoch,
    oek: { ...oek },
    osk: { ...osk.publicJwk },
    prev,
    iat: seconds(at),
    notAfter: seconds(notAfter),
  };
}

async function readLink(
  organisation: string,
  { announcement, proof }: AnnouncementLink,
  previous: OrganisationEpoch | null,
): Promise<OrganisationEpoch> {
  const jws = readJws(announcement, "orgkey+jwt");
  const { iss, epoch, prev, iat, notAfter } = jws.payload;
  const [oek, osk] = [parsePublicJwk(jws.payload.oek), parsePublicJwk(jws.payload.osk)];
  const expectedEpoch = (previous?.epoch ?? 0) + 1;
  if (!hasExactly(jws.payload, MEMBERS) || iss !== organisation || epoch !== expectedEpoch) fail();
  if (!isCount(epoch) || !isCount(iat) || !isCount(notAfter) || notAfter <= iat) fail();
  if (prev !== (previous?.digest ?? null) || (previous !== null && iat < previous.issuedAt)) fail();
  await verifyJws(jws, previous?.osk.jwk ?? osk);
  const found: OrganisationEpoch = {
    epoch,
    oek: { kid: await thumbprint(oek), jwk: oek },
    osk: { kid: await thumbprint(osk), jwk: osk },
    issuedAt: iat,
    notAfter,
    digest: await digest(announcement),
  };
  const changed = previous !== null && previous.osk.kid !== found.osk.kid;
  if (changed !== (proof !== null)) fail();
  if (proof !== null) await checkProof(proof, organisation, found);
  return found;
}

async function checkProof(proof: string, organisation: string, found: OrganisationEpoch): Promise<void> {
  const { iss, epoch, announcement, ...more } = await verifyJws(readJws(proof, "orgkey-proof+jwt"), found.osk.jwk);
  const fits = iss === organisation && epoch === found.epoch && announcement === found.digest;
  if (!fits || Object.keys(more).length > 0) fail();
}

/** Seconds since 1970, as tokens state instants. */
export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function fail(): never {
  throw new Refusal("broken_chain", "link");
}
