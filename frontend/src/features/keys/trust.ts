import { request, rest } from "@/api/request";
import {
  builtInAnchors,
  isRedStop,
  type Pin,
  type PublishedKeys,
  Refusal,
  type TrustCode,
  type TrustedOrganisation,
  type TrustQuestion,
  uuidOf,
  verifyOrganisation,
} from "@/crypto";
import { readFragment } from "@/gql/referral/fragment-masking";
import {
  DestinationKeysDocument,
  type PublishedKeys_DestinationFragment,
  PublishedKeys_DestinationFragmentDoc,
} from "@/gql/referral/graphql";
import { ring } from "./ring";

/** Whose keys do not hold, and whom to call about it. */
export interface Stopped {
  readonly code: TrustCode;
  readonly name: string;
  readonly phones: readonly { readonly display: string; readonly href: string }[];
}

/** Keys that do not hold: nothing is sealed or opened with them. */
export class RedStop extends Error {
  override readonly name = "RedStop";
  readonly stopped: Stopped;

  constructor(stopped: Stopped) {
    super(stopped.code);
    this.stopped = stopped;
  }
}

let lastStop: Stopped | null = null;

/** What the red page says about the stop that stands. */
export const standingStop = (): Stopped | null => lastStop;

/** What was verified in this session, by organisation: a chain may grow, never change. */
const pins = new Map<string, Pin>();

/** The published keys in the form the crypto modules walk. */
export function publishedKeys(destination: PublishedKeys_DestinationFragment): PublishedKeys {
  return {
    announcements: destination.announcements.map(({ announcement, proof }) => ({ announcement, proof: proof ?? null })),
    endorsements: destination.endorsements,
    certificates: destination.certificates.map(({ certificate, revokedAt }) => ({
      certificate,
      revokedAt: revokedAt ?? null,
    })),
  };
}

/** Whose word counts here: the anchors this program was built with, and the instance it talks to. */
export async function believed(): Promise<Pick<TrustQuestion, "instanceId" | "anchors">> {
  const [{ instanceId }, anchors] = await Promise.all([
    rest<{ instanceId: string }>("GET", "/api/v1/meta"),
    builtInAnchors(),
  ]);
  return { instanceId, anchors };
}

/** Whether a signing key is an anchor of this instance. */
export async function isAnchor(kid: string): Promise<boolean> {
  const { instanceId, anchors } = await believed();
  return anchors[instanceId]?.some(({ thumbprint }) => thumbprint === kid) ?? false;
}

/**
 * Fetches and verifies the keys of an organisation; asked before every sealing and every opening.
 * Throws `RedStop` where they do not hold, without touching the ring.
 */
export async function verifiedKeys(organisation: string): Promise<TrustedOrganisation> {
  const [{ destination }, { instanceId, anchors }] = await Promise.all([
    request(DestinationKeysDocument, { id: organisation }),
    believed(),
  ]);
  if (!destination) throw new Refusal("broken_chain", "no keys are published");
  const pin = pins.get(uuidOf(organisation));
  const published = publishedKeys(readFragment(PublishedKeys_DestinationFragmentDoc, destination));
  const answer = await verifyOrganisation({
    organisation,
    instanceId,
    anchors,
    published,
    now: new Date(),
    ...(pin ? { pin } : {}),
  });
  if (!answer.trusted) {
    throw new RedStop({ code: answer.code, name: destination.organisation.name.value, phones: destination.phones });
  }
  pins.set(answer.organisation.organisation, answer.organisation.pin);
  return answer.organisation;
}

/** One's own house before a verifying body has vouched for it is unfinished, not attacked. */
export async function waitsForEndorsement(organisation: string): Promise<boolean> {
  try {
    await verifiedKeys(organisation);
    return false;
  } catch (failure) {
    return failure instanceof RedStop && failure.stopped.code === "no_endorsement";
  }
}

/** As `verifiedKeys`, and where they do not hold the ring stops: there is no "send anyway". */
export async function trustOrStop(organisation: string): Promise<TrustedOrganisation> {
  try {
    return await verifiedKeys(organisation);
  } catch (failure) {
    if (failure instanceof RedStop) {
      lastStop = failure.stopped;
      ring.redStop(failure.stopped.code);
    }
    throw failure;
  }
}

/** Whether a failure means "stop and telephone". */
export const isStop = (failure: unknown): boolean =>
  failure instanceof RedStop || (failure instanceof Refusal && isRedStop(failure.code));
