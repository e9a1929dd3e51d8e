import { ApiError } from "@/api/errors";
import { request } from "@/api/request";
import { type Routing, sealSubmission, uuidOf } from "@/crypto";
import { ring } from "@/features/keys/ring";
import { trustOrStop } from "@/features/keys/trust";
import { CreateReferralDocument, SentReferralDocument } from "@/gql/referral/graphql";
import type { PartInput } from "./sealing";
import { recipientsFor } from "./sealing";
import { bodiesOf } from "./writeBodies";
import type { WriteValues } from "./writeValues";

/** A sealed submission under its key: repeated as it is after a cut line. */
export interface Sealed {
  readonly envelope: string;
  readonly parts: readonly PartInput[];
  readonly idempotencyKey: string;
}

export interface Sent {
  readonly id: string;
  readonly reference: string;
  /** Whether what arrived was an earlier try, so that it may lack later changes. */
  readonly earlier: boolean;
}

/** A refusal that sealing anew does not cure. */
export class SendRefused extends Error {
  override readonly name = "SendRefused";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The request went out and no answer says what became of it. */
export class SendUnclear extends Error {
  override readonly name = "SendUnclear";
}

interface ToSend {
  readonly id: string;
  readonly organisation: string;
  readonly values: WriteValues;
}

/** Verifies both ends, just before sealing, and seals everything in one pass. Throws `RedStop`. */
export async function seal({ id, organisation, values }: ToSend): Promise<Sealed> {
  if (!values.destination) throw new Error("a submission has a destination");
  const own = await trustOrStop(organisation);
  const addressee = await trustOrStop(values.destination);
  const { keys } = ring.use();
  const { envelope, parts } = await sealSubmission({
    routing: routingOf(id, values, {
      own: own.organisation,
      to: addressee.organisation,
      epoch: addressee.current.epoch,
    }),
    parts: bodiesOf(values),
    manifestId: crypto.randomUUID(),
    at: new Date(),
    author: keys.sig,
    recipients: recipientsFor(addressee, own, false),
  });
  return {
    envelope: JSON.stringify(envelope),
    parts: parts.map(({ id: part, jwe }) => ({ id: part, jwe })),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** What the server reads. Topic and age band only where they are nobody's name in a village. */
export function routingOf(
  id: string,
  values: WriteValues,
  { own, to, epoch }: { own: string; to: string; epoch: number },
): Routing {
  const helps = values.kind === "HELP_REFERRAL";
  return {
    id: uuidOf(id),
    kind: values.kind,
    gate: values.gate,
    destination: to,
    senderOrganisation: own,
    senderProfession: values.profession as Routing["senderProfession"],
    urgency: values.urgency,
    ...(helps && values.topic ? { topic: values.topic as NonNullable<Routing["topic"]> } : {}),
    ...(helps && values.ageBand ? { ageBand: values.ageBand as NonNullable<Routing["ageBand"]> } : {}),
    flags: values.doNotContactFamily ? ["do_not_contact_family"] : [],
    destinationEpoch: epoch,
    predecessor: values.predecessor ? uuidOf(values.predecessor) : null,
    replyKey: null,
  };
}

/** Refusals that new keys cure. */
const STALE = ["STALE_KEY", "RECIPIENTS_MISMATCH"];
const MOST_SEALINGS = 3;
/** Refusals that say nothing yet of the try itself. */
const UNDECIDED = ["REQUEST_IN_PROGRESS"];

export interface Sending {
  /** Id of the submission, the same for every try. */
  readonly id: string;
  readonly sealed: Sealed;
  /** Keeps the sealed bytes for a repeated try. */
  readonly keep: (sealed: Sealed) => void;
  readonly sealAgain: () => Promise<Sealed>;
}

/** A submission of this id that arrived at an earlier try; null when there is none. */
export async function sentBefore(id: string): Promise<Sent | null> {
  const { referral } = await request(SentReferralDocument, { id });
  return referral?.direction === "SENT" ? { id: referral.id, reference: referral.reference, earlier: true } : null;
}

/**
 * Sends. Where the addressee's key changed meanwhile it is fetched and verified anew and everything is sealed again,
 * under a new key of idempotency, asking nobody; a change that the old key did not sign is a red stop instead.
 * Whatever the server refuses may have arrived before, when only the answer was lost: so it is asked.
 */
export async function send({ id, sealed, keep, sealAgain }: Sending): Promise<Sent> {
  let current = sealed;
  for (let sealing = 1; ; sealing += 1) {
    keep(current);
    const refusal = await attempt(current);
    if (!("code" in refusal)) return refusal;
    if (!STALE.includes(refusal.code) || sealing === MOST_SEALINGS) {
      const before = await sentBefore(id).catch((cause: unknown) => {
        throw new SendUnclear("whether an earlier try arrived", { cause });
      });
      if (before) return before;
      if (UNDECIDED.includes(refusal.code)) throw new SendUnclear(refusal.code);
      throw new SendRefused(refusal.code, refusal.message);
    }
    current = await sealAgain();
  }
}

async function attempt({ envelope, parts, idempotencyKey }: Sealed): Promise<Sent | { code: string; message: string }> {
  try {
    const { createReferral } = await request(
      CreateReferralDocument,
      { envelope, parts: [...parts] },
      { idempotencyKey },
    );
    const [refusal] = createReferral.userErrors;
    if (refusal) return { code: refusal.code, message: refusal.message };
    if (!createReferral.referral) throw new Error("an answer without referral");
    return { id: createReferral.referral.id, reference: createReferral.referral.reference, earlier: false };
  } catch (failure) {
    if (failure instanceof ApiError && [...STALE, ...UNDECIDED].includes(failure.code))
      return { code: failure.code, message: failure.message };
    // A status below 500 is an answer: this try was turned away before anything was stored.
    if (failure instanceof ApiError && failure.status >= 400 && failure.status < 500) throw failure;
    throw new SendUnclear("an answer that did not come", { cause: failure });
  }
}
