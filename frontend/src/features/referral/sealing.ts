import {
  type DecisionBody,
  type FeedbackBody,
  type MessageBody,
  makeReceipt,
  type RecipientKey,
  recipientsOf,
  sealPart,
  type TrustedOrganisation,
  uuidOf,
} from "@/crypto";
import type { JsonObject } from "@/crypto/json";
import { ring } from "@/features/keys/ring";
import type { Contents } from "./contents";
import { verifiedEnds } from "./contents";
import type { Case } from "./queries";

/** A sealed part as the mutations take it. */
export interface PartInput {
  readonly id: string;
  readonly jwe: string;
}

interface LaterPart {
  readonly referral: Case;
  readonly role: "message" | "feedback" | "decision";
  readonly body: MessageBody | FeedbackBody | DecisionBody;
  readonly to: "other" | "self";
}

/**
 * Seals a part that joins a case later: to the other end with a copy for one's own house, or (`self`) to one's own
 * house alone. The keys of both ends are verified first.
 */
export async function sealLater({ referral, role, body, to }: LaterPart): Promise<PartInput> {
  const ends = await verifiedEnds(referral);
  const { keys } = ring.use();
  const received = referral.direction === "RECEIVED";
  const own = received ? ends.recipient : ends.sender;
  const toSender = received && to === "other";
  const addressee = toSender ? ends.sender : ends.recipient;
  const part = crypto.randomUUID();
  const { jwe } = await sealPart({
    context: {
      ref: uuidOf(referral.id),
      part,
      role,
      kind: referral.kind,
      to: addressee.organisation,
      dir: toSender ? "to_sender" : "to_recipient",
      epoch: addressee.current.epoch,
    },
    body: body as unknown as JsonObject,
    at: new Date(),
    author: keys.sig,
    recipients: recipientsFor(addressee, own, to === "self" || referral.flags.includes("restricted")),
  });
  return { id: part, jwe };
}

/** The addressee's keys and a copy for one's own house; never twice the same. */
export function recipientsFor(
  addressee: TrustedOrganisation,
  own: TrustedOrganisation,
  restricted: boolean,
): RecipientKey[] {
  const { kid, jwk } = own.current.oek;
  return recipientsOf(addressee, { now: new Date(), restricted, ownCopy: { kid, jwk } });
}

/** The signed receipt: what was opened, tag by tag and digest by digest. */
export async function sealReceipt(referral: Case, { submission }: Contents): Promise<string> {
  const { keys } = ring.use();
  const { envelope, authenticationTags, plainDigests } = submission;
  return makeReceipt(
    {
      referral: envelope.id,
      recipient: uuidOf(referral.destination.id),
      sender: envelope.senderOrganisation,
      authenticationTags,
      plainDigests,
      epoch: envelope.destinationEpoch,
    },
    crypto.randomUUID(),
    new Date(),
    keys.sig,
  );
}
