import * as v from "valibot";
import type { Envelope } from "./envelope";
import { Refusal } from "./errors";
import { bytes16, count, digest256, uuid } from "./fields";
import type { JsonObject } from "./json";
import { readJws, signJws, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import type { SignerLookup } from "./part";

/** Event of a receipt (RFC 8417). */
export const ACKNOWLEDGED_EVENT = "https://schutznetz.example/events/acknowledged";

/** What a recipient acknowledges to have opened. */
export interface ReceiptFacts {
  readonly referral: string;
  /** Organisation that opened it. */
  readonly recipient: string;
  /** Organisation that sent it; null for people without one. */
  readonly sender: string | null;
  readonly authenticationTags: Readonly<Record<string, string>>;
  readonly plainDigests: Readonly<Record<string, string>>;
  /** Epoch of the organisation key it was opened with. */
  readonly epoch: number;
}

/** A receipt whose signature and context hold. */
export interface VerifiedReceipt extends ReceiptFacts {
  readonly signer: string;
  readonly issuedAt: Date;
  readonly jti: string;
}

const event = v.strictObject({
  authenticationTags: v.record(uuid, v.union([bytes16, digest256])),
  plainDigests: v.record(uuid, digest256),
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const claims = v.strictObject({
  iss: v.string(),
  aud: v.string(),
  sub: v.string(),
  iat: count,
  jti: uuid,
  events: v.strictObject({ [ACKNOWLEDGED_EVENT]: event }),
});

/** Signs a receipt (`secevent+jwt`, referral.md 5.5). @param jti a fresh UUID */
export function makeReceipt(facts: ReceiptFacts, jti: string, at: Date, signer: HeldKey): Promise<string> {
  const { referral, recipient, sender, authenticationTags, plainDigests, epoch } = facts;
  const payload: JsonObject = {
    iss: recipient,
    aud: sender ?? "anonymous",
    sub: `referral:${referral}`,
    iat: Math.floor(at.getTime() / 1000),
    jti,
    events: {
      [ACKNOWLEDGED_EVENT]: { authenticationTags: { ...authenticationTags }, plainDigests: { ...plainDigests }, epoch },
    },
  };
  return signJws("secevent+jwt", payload, signer);
}

/**
 * Checks a receipt against the sender's own envelope: signed by the destination, for this referral and sender, and
 * about exactly the tags that were sent. Throws `signature_invalid`, `receipt_invalid`, `tag_mismatch`.
 * @param recipients certified keys of the destination
 */
export async function verifyReceipt(
  token: string,
  envelope: Pick<Envelope, "id" | "destination" | "senderOrganisation" | "destinationEpoch" | "parts">,
  recipients: SignerLookup,
): Promise<VerifiedReceipt> {
  const jws = readJws(token, "secevent+jwt");
  const read = v.safeParse(claims, jws.payload);
  if (!read.success) throw new Refusal("receipt_invalid", "members");
  const { iss, aud, sub, iat, jti, events } = read.output;
  if (iss !== envelope.destination || aud !== (envelope.senderOrganisation ?? "anonymous")) {
    throw new Refusal("receipt_invalid", "issuer or audience");
  }
  if (sub !== `referral:${envelope.id}`) throw new Refusal("receipt_invalid", "receipt of another referral");
  const issuedAt = new Date(iat * 1000);
  await verifyJws(jws, certified(recipients, jws.kid, issuedAt));
  const facts = events[ACKNOWLEDGED_EVENT];
  if (facts === undefined) throw new Refusal("receipt_invalid", "event");
  const sent = envelope.parts.map(
    (part) => [part.id, part.role === "attachment" ? part.streamDigest : part.tag] as const,
  );
  const acknowledged = facts.authenticationTags;
  if (Object.keys(acknowledged).length !== sent.length || sent.some(([id, tag]) => acknowledged[id] !== tag)) {
    throw new Refusal("tag_mismatch", "receipt about other parts");
  }
  const sealed = envelope.parts.filter(({ role }) => role !== "attachment");
  const complete = Object.keys(facts.plainDigests).length === sealed.length;
  if (!complete || sealed.some(({ id }) => facts.plainDigests[id] === undefined)) {
    throw new Refusal("receipt_invalid", "a part without digest");
  }
  if (facts.epoch !== envelope.destinationEpoch) throw new Refusal("receipt_invalid", "epoch");
  return {
    ...facts,
    referral: envelope.id,
    recipient: iss,
    sender: envelope.senderOrganisation,
    signer: jws.kid,
    issuedAt,
    jti,
  };
}

/**
 * Whether two receipts of one organisation (browser and case-management system) tell of the same contents.
 * Throws `plain_digest_mismatch`: one ciphertext opened to two meanings (referral.md 5.4).
 */
export function compareReceipts(one: ReceiptFacts, other: ReceiptFacts): void {
  for (const [part, digestOfPart] of Object.entries(one.plainDigests)) {
    const elsewhere = other.plainDigests[part];
    if (elsewhere !== undefined && elsewhere !== digestOfPart) {
      throw new Refusal("plain_digest_mismatch", "two recipients opened unequal texts");
    }
  }
}

function certified(recipients: SignerLookup, kid: string, at: Date) {
  try {
    return recipients(kid, at);
  } catch {
    throw new Refusal("signature_invalid", "receipt signed by nobody of the destination");
  }
}
