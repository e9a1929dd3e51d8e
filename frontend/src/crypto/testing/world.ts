import { readFileSync } from "node:fs";
import type { Anchors } from "../anchors";
import type { PublishedCertificate } from "../certificates";
import { endorse } from "../endorsements";
import { foundOrganisation, type KeyMember, type NewEpoch } from "../founding";
import { generateKey, type HeldKey } from "../keys";
import { rfc3339 } from "../part";
import type { Routing } from "../submission";
import { type PublishedKeys, requireTrusted, type TrustedOrganisation } from "../trust";
import type { MemberKeys } from "../vault";

/*
 * A small world for tests: a verifying body, organisations with real keys and chains. Keys are fresh on every run;
 * nothing here is a stand-in for the code under test.
 */

/** Ids that are easy to tell apart in a failure. */
export const OFFICE = "d0000000-0000-4000-8000-000000000001";
export const KITA = "a0000000-0000-4000-8000-000000000002";
export const VERIFIER = "f0000000-0000-4000-8000-000000000003";
export const LEAD = "1ead0000-0000-4000-8000-000000000011";
export const WORKER = "b0bb0000-0000-4000-8000-000000000012";
export const EDUCATOR = "edca0000-0000-4000-8000-000000000013";
export const REFERRAL = "11111111-1111-4111-8111-111111111111";
export const INSTANCE = "mv";
export const NOW = new Date("2026-11-24T09:14:00Z");

/** A member with keys of her own, as `createVault` makes them, without the 64 MiB. */
export async function member(id: string, keyRole: "holder" | "reader" = "holder"): Promise<Member> {
  const keys = { enc: (await generateKey("ECDH-ES+A256KW")).held, sig: (await generateKey("ES256")).held };
  return { id, keys, keyMember: { id, keyRole, ...publicKeys(keys) } };
}

export interface Member {
  readonly id: string;
  readonly keys: MemberKeys;
  readonly keyMember: KeyMember;
}

export interface Organisation {
  readonly id: string;
  readonly members: readonly Member[];
  readonly epoch: NewEpoch;
  readonly published: PublishedKeys;
  readonly trusted: TrustedOrganisation;
}

export interface World {
  readonly anchors: Anchors;
  readonly verifier: HeldKey;
  readonly office: Organisation;
  readonly kita: Organisation;
}

/** One verifying body known to instance `mv`, an office with two members, a Kita with one. */
export async function world(at: Date = NOW): Promise<World> {
  const verifier = (await generateKey("ES256")).held;
  const anchors = { [INSTANCE]: [{ name: "Geschäftsstelle", thumbprint: verifier.kid, jwk: verifier.publicJwk }] };
  return {
    anchors,
    verifier,
    office: await organisation(OFFICE, [await member(LEAD), await member(WORKER, "reader")], verifier, anchors, at),
    kita: await organisation(KITA, [await member(EDUCATOR)], verifier, anchors, at),
  };
}

async function organisation(
  id: string,
  members: readonly Member[],
  verifier: HeldKey,
  anchors: Anchors,
  at: Date,
): Promise<Organisation> {
  const [founder] = members;
  if (founder === undefined) throw new Error("an organisation has a founder");
  const epoch = await foundOrganisation({
    organisation: id,
    granter: founder,
    members: members.map(({ keyMember }) => keyMember),
    sheets: [],
    at,
    newId: () => crypto.randomUUID(),
  });
  const endorsement = await endorse(
    { issuer: VERIFIER, organisation: id, osk: epoch.osk.kid, method: "visit", at },
    verifier,
  );
  const published = {
    announcements: [epoch.announcement],
    endorsements: [endorsement],
    certificates: epoch.certificates.map(({ certificate }): PublishedCertificate => ({ certificate, revokedAt: null })),
  };
  const question = { organisation: id, instanceId: INSTANCE, anchors, published, now: at };
  return { id, members, epoch, published, trusted: await requireTrusted(question) };
}

function publicKeys({ enc, sig }: MemberKeys) {
  return { enc: { kid: enc.kid, jwk: enc.publicJwk }, sig: { kid: sig.kid, jwk: sig.publicJwk } };
}

/** Routing of a suspicion report from the Kita to the office. */
export const ROUTING: Routing = {
  id: REFERRAL,
  kind: "SUSPICION_REPORT",
  gate: "SGB8A_4",
  destination: OFFICE,
  senderOrganisation: KITA,
  senderProfession: "SGB8_PROVIDER",
  urgency: "URGENT",
  flags: ["do_not_contact_family"],
  destinationEpoch: 1,
  predecessor: null,
  replyKey: null,
};

/** A report body with a marker that must never show up in an error. */
export const REPORT = {
  child: { givenName: "Mia", familyName: "CANARY-Beispiel", whereabouts: "in der Kita" },
  persons: [],
  observations: [
    { at: "2026-11-24T08:30", seenBy: "Erzieherin", kind: "fact", text: "Blaue Flecken am Arm, drei nebeneinander." },
  ],
  dangerSigns: ["PHYSICAL_ABUSE"],
  sourceOfDanger: ["UNKNOWN"],
  soFar: "",
  reporter: { function: "Gruppenleitung" },
  identityProtected: true,
};

/** Code of the refusal that `work` must end in. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    if (String(error).includes("CANARY")) throw new Error("a refusal quotes content");
    return code;
  }
  return "nothing was refused";
}

/** A file of shared vectors in the repository's `data/referral`. */
export function vectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../data/referral/${name}`, import.meta.url), "utf8")) as T;
}

/** An instant `days` after {@link NOW}. */
export function daysLater(days: number): Date {
  return new Date(NOW.getTime() + days * 86_400_000);
}

/** RFC 3339 of {@link NOW}. */
export const NOW_TEXT = rfc3339(NOW);
