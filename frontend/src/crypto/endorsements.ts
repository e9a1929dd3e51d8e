import type { Anchors } from "./anchors";
import { Refusal } from "./errors";
import { hasExactly } from "./json";
import { readJws, signJws, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import { rfc3339 } from "./part";
import { uuidOf } from "./profile";

/** How a verifying body made sure of an organisation. */
export type VerificationMethod = "register+letter" | "visit";

/** What a verifying body vouches for: this organisation began with this signing key. */
export interface EndorsementToMake {
  /** Organisation id of the verifying body. */
  readonly issuer: string;
  readonly organisation: string;
  /** Thumbprint of the first signing key of the organisation's chain. */
  readonly osk: string;
  readonly method: VerificationMethod;
  readonly at: Date;
}

const MEMBERS = ["iss", "org", "osk", "method", "at"] as const;

/** Signs an endorsement (`endorsement+jwt`) with the key of the verifying body. */
export function endorse(input: EndorsementToMake, key: HeldKey): Promise<string> {
  const { issuer, organisation, osk, method, at } = input;
  const payload = { iss: uuidOf(issuer), org: uuidOf(organisation), osk, method, at: rfc3339(at) };
  return signJws("endorsement+jwt", payload, key);
}

/**
 * Looks for an endorsement of a first signing key by an anchor of this instance. A first key that is itself an anchor
 * is the verifying body's own and needs nobody's word: it is what this program was built to believe.
 * Throws `foreign_anchor` when only a body of another instance vouches (a demo key on a real instance),
 * `unknown_signer` when only strangers do, `no_endorsement` when nobody does.
 * @returns name of the verifying body
 */
export async function findEndorsement(
  tokens: readonly string[],
  organisation: string,
  osk: string,
  instanceId: string,
  anchors: Anchors,
): Promise<string> {
  const refusals: ("foreign_anchor" | "unknown_signer" | "no_endorsement")[] = [];
  const own = Object.hasOwn(anchors, instanceId) ? (anchors[instanceId] ?? []) : [];
  const anchored = own.find(({ thumbprint }) => thumbprint === osk);
  if (anchored !== undefined) return anchored.name;
  const foreign = Object.entries(anchors).flatMap(([instance, list]) => (instance === instanceId ? [] : list));
  for (const token of tokens) {
    const kid = kidOf(token);
    const anchor = own.find(({ thumbprint }) => thumbprint === kid);
    if (anchor !== undefined && (await vouches(token, anchor.jwk, organisation, osk))) return anchor.name;
    if (anchor !== undefined || kid === null) refusals.push("no_endorsement");
    else refusals.push(foreign.some(({ thumbprint }) => thumbprint === kid) ? "foreign_anchor" : "unknown_signer");
  }
  const worst = (["foreign_anchor", "unknown_signer"] as const).find((code) => refusals.includes(code));
  throw new Refusal(worst ?? "no_endorsement", "the first key is not vouched for by an anchor of this instance");
}

function kidOf(token: string): string | null {
  try {
    return readJws(token, "endorsement+jwt").kid;
  } catch {
    return null;
  }
}

async function vouches(
  token: string,
  jwk: Parameters<typeof verifyJws>[1],
  organisation: string,
  osk: string,
): Promise<boolean> {
  try {
    const payload = await verifyJws(readJws(token, "endorsement+jwt"), jwk);
    // A body that vouches for itself says nothing.
    const others = payload.iss !== payload.org;
    return hasExactly(payload, MEMBERS) && others && payload.org === organisation && payload.osk === osk;
  } catch {
    return false;
  }
}
