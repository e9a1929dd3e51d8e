import * as v from "valibot";
import { digest, toBase64url } from "./base64url";
import { Refusal } from "./errors";
import { bytes16, digest256, uuid } from "./fields";
import { BUCKETS } from "./frame";
import { canonicalBytes } from "./jcs";
import type { JsonObject } from "./json";
import { type PublicJwk, parsePublicJwk } from "./jwk";
import { readJws, signBytes, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import type { SignerLookup } from "./part";
import {
  AGE_BANDS,
  FLAGS,
  GATES,
  KINDS,
  PART_ROLES,
  type PartRole,
  type ReferralKind,
  SENDER_PROFESSIONS,
  schemaOf,
  TOPICS,
  URGENCIES,
} from "./profile";

const replyKey = v.pipe(
  v.unknown(),
  v.check(isPublicJwk),
  v.transform((jwk) => jwk as PublicJwk),
);
const sealedEntry = v.strictObject({
  id: uuid,
  role: v.picklist(PART_ROLES),
  tag: bytes16,
  paddedSize: v.picklist(BUCKETS),
});
const attachmentEntry = v.strictObject({
  id: uuid,
  role: v.literal("attachment"),
  streamDigest: digest256,
  paddedSize: v.pipe(v.number(), v.integer(), v.minValue(65_536), v.maxValue(20_971_520)),
});

const envelope = v.strictObject({
  v: v.literal(1),
  id: uuid,
  kind: v.picklist(KINDS),
  gate: v.string(),
  destination: uuid,
  senderOrganisation: v.nullable(uuid),
  senderProfession: v.picklist(SENDER_PROFESSIONS),
  urgency: v.picklist(URGENCIES),
  topic: v.optional(v.picklist(TOPICS)),
  ageBand: v.optional(v.picklist(AGE_BANDS)),
  flags: v.pipe(v.array(v.picklist(FLAGS)), v.maxLength(FLAGS.length)),
  schema: v.string(),
  destinationEpoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
  predecessor: v.nullable(uuid),
  replyKey: v.nullable(replyKey),
  recipientKids: v.pipe(v.array(digest256), v.minLength(1), v.maxLength(20)),
  parts: v.pipe(v.array(v.union([sealedEntry, attachmentEntry])), v.minLength(2), v.maxLength(20)),
  envelopeSignature: v.nullable(v.string()),
});

/** What the server reads (referral.md 4), signed by the sender. Plain JSON, integers only. */
export type Envelope = v.InferOutput<typeof envelope>;
/** An envelope before it is signed. */
export type UnsignedEnvelope = Omit<Envelope, "envelopeSignature">;
/** Entry of a sealed part in the envelope. */
export type EnvelopePart = v.InferOutput<typeof sealedEntry>;
/** Entry of an attachment stream in the envelope. */
export type EnvelopeAttachment = v.InferOutput<typeof attachmentEntry>;

/** Signs an envelope: detached ES256 JWS (`header..signature`) over its canonical JSON. Throws `envelope_invalid`. */
export async function signEnvelope(unsigned: UnsignedEnvelope, author: HeldKey | null): Promise<Envelope> {
  if ((author === null) !== (unsigned.senderOrganisation === null)) {
    throw new Refusal("envelope_invalid", "a signature exactly where an organisation is named");
  }
  if (author === null) return readEnvelope({ ...unsigned, envelopeSignature: null });
  const jws = await signBytes("sn-envelope+jws", signedBytes(unsigned), author);
  const [header, , signature] = jws.split(".");
  return readEnvelope({ ...unsigned, envelopeSignature: `${header}..${signature}` });
}

/**
 * An envelope out of foreign JSON: closed, every rule that needs no key. Topic and age band only for a help referral:
 * sender, office, urgency and age are nearly a name in a village. Throws `envelope_invalid`.
 */
export function readEnvelope(value: unknown): Envelope {
  const result = v.safeParse(envelope, value);
  if (!result.success) throw new Refusal("envelope_invalid", "members");
  const read = result.output;
  if (!GATES[read.kind].includes(read.gate)) throw new Refusal("envelope_invalid", "gate of the kind");
  if (read.schema !== schemaOf(read.kind)) throw new Refusal("schema_unknown", "schema of the envelope");
  if (read.kind !== "HELP_REFERRAL" && (read.topic !== undefined || read.ageBand !== undefined)) {
    throw new Refusal("envelope_invalid", "topic and age band belong to a help referral");
  }
  if ((read.senderOrganisation === null) !== (read.envelopeSignature === null)) {
    throw new Refusal("envelope_invalid", "signature and organisation");
  }
  const doubled = [read.parts.map(({ id }) => id), read.recipientKids, read.flags].some(
    (values) => new Set(values).size !== values.length,
  );
  if (doubled) throw new Refusal("envelope_invalid", "something stands twice");
  // A time-ordered id would show the minute of writing in every address.
  if (read.id.charAt(14) !== "4") throw new Refusal("envelope_invalid", "a random id");
  checkParts(read);
  return read;
}

const MAIN_PARTS: Readonly<Record<ReferralKind, PartRole>> = {
  HELP_REFERRAL: "help",
  SELF_REFERRAL: "self",
  SUSPICION_REPORT: "report",
  EXPERT_CONSULTATION: "consultation",
  HANDOVER: "report",
};

/** One matter, one manifest; consent where it is the gate; names of a conflict only where access is restricted. */
function checkParts({ kind, gate, flags, parts }: Envelope): void {
  const count = (role: PartRole) => parts.filter((part) => part.role === role).length;
  const allowed = new Set<string>(["manifest", "consent", "attachment", MAIN_PARTS[kind]]);
  if (flags.includes("restricted")) allowed.add("conflict");
  const consents = count("consent");
  const complete = count(MAIN_PARTS[kind]) === 1 && count("manifest") === 1 && consents <= 1 && count("conflict") <= 1;
  if (!complete || (gate === "CONSENT" && consents === 0) || parts.some(({ role }) => !allowed.has(role))) {
    throw new Refusal("envelope_invalid", "parts of this kind");
  }
}

/**
 * Checks the sender's signature with a key certified at `at` (for the recipient: the instant the server states for the
 * submission; the parts carry the author's own). Answers the signing kid, null without an organisation.
 * Throws `signature_invalid`.
 */
export async function verifyEnvelope(read: Envelope, authors: SignerLookup | null, at: Date): Promise<string | null> {
  const { envelopeSignature, ...unsigned } = read;
  if (envelopeSignature === null) return null;
  const [header, payload, signature, ...more] = envelopeSignature.split(".");
  if (authors === null || payload !== "" || more.length > 0) {
    throw new Refusal("signature_invalid", "detached signature of the envelope");
  }
  const jws = readJws(`${header}.${toBase64url(signedBytes(unsigned))}.${signature}`, "sn-envelope+jws");
  let key: PublicJwk;
  try {
    key = authors(jws.kid, at);
  } catch {
    throw new Refusal("signature_invalid", "envelope signed by nobody of its organisation");
  }
  await verifyJws(jws, key);
  return jws.kid;
}

/**
 * Digest that the manifest holds: canonical JSON without the signature and without the tag of the manifest itself,
 * which cannot be known before the manifest is sealed (referral.md 5.4).
 */
export function envelopeDigest(of: UnsignedEnvelope | Envelope): Promise<string> {
  const { envelopeSignature: _signature, ...unsigned } = { envelopeSignature: null, ...of };
  const parts = unsigned.parts.map((part) => {
    if (part.role !== "manifest") return part;
    const { tag: _tag, ...rest } = part;
    return rest;
  });
  return digest(canonicalBytes({ ...unsigned, parts } as JsonObject));
}

function signedBytes(unsigned: UnsignedEnvelope) {
  return canonicalBytes(unsigned as unknown as JsonObject);
}

function isPublicJwk(value: unknown): boolean {
  try {
    parsePublicJwk(value);
    return true;
  } catch {
    return false;
  }
}
