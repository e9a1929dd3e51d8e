import { request, rest } from "@/api/request";
import {
  builtInAnchors,
  isRedStop,
  type Pin,
  type PublishedKeys,
  Refusal,
  type TrustCode,
  type TrustedOrganisation,
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

/**
 * Fetches and verifies the keys of an organisation; asked before every sealing and every opening.
 * Throws `RedStop` where they do not hold, without touching the ring.
 */
export async function verifiedKeys(organisation: string): Promise<TrustedOrganisation> {
  const [{ destination }, { instanceId }, anchors] = await Promise.all([
    request(DestinationKeysDocument, { id: organisation }),
    rest<{ instanceId: string }>("GET", "/api/v1/meta"),
    builtInAnchors(),
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
