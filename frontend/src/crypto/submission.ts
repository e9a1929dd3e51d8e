import {
  type Envelope,
  type EnvelopePart,
  readEnvelope,
  signEnvelope,
  type UnsignedEnvelope,
  verifyEnvelope,
} from "./envelope";
import { Refusal } from "./errors";
import { framedLength } from "./frame";
import { parseJwe } from "./header";
import type { JsonObject } from "./json";
import type { HeldKey } from "./keys";
import { checkManifest, composeManifest, type ManifestEntry } from "./manifest";
import { type OpenedPart, openPart } from "./open";
import { composePart, type SignerLookup } from "./part";
import { type PartContext, type PartRole, schemaOf } from "./profile";
import { bodyOf } from "./schemas";
import { type RecipientKey, type SealedPart, sealPart } from "./seal";

/** The routing facts a sender chooses; everything else in the envelope follows from keys and contents. */
export type Routing = Pick<
  Envelope,
  | "id"
  | "kind"
  | "gate"
  | "destination"
  | "senderOrganisation"
  | "senderProfession"
  | "urgency"
  | "topic"
  | "ageBand"
  | "flags"
  | "destinationEpoch"
  | "predecessor"
  | "replyKey"
>;

/** A submission before sealing. */
export interface SubmissionToSeal {
  readonly routing: Routing;
  readonly parts: readonly { id: string; role: Exclude<PartRole, "manifest">; body: JsonObject }[];
  /** Id of the manifest part, a fresh UUID. */
  readonly manifestId: string;
  readonly at: Date;
  readonly author: HeldKey | null;
  /** From `recipientsOf`: addressee's keys first, own copy last. */
  readonly recipients: readonly RecipientKey[];
}

/** What `createReferral(envelope, parts)` takes. */
export interface SealedSubmission {
  readonly envelope: Envelope;
  readonly parts: readonly SealedPart[];
}

/** Everything of a submission opened and compared. */
export interface OpenedSubmission {
  readonly envelope: Envelope;
  /** Without the manifest, in the order of the envelope. */
  readonly parts: readonly (OpenedPart & { role: PartRole })[];
  /** Tags by part id, for the receipt; the manifest's included. */
  readonly authenticationTags: Readonly<Record<string, string>>;
  /** Digests by part id, for the receipt; the manifest's included. */
  readonly plainDigests: Readonly<Record<string, string>>;
}

/**
 * Seals all parts and the manifest, and signs the envelope over them. One pass, so that tags, digests and recipients
 * cannot disagree. Throws what `sealPart` and `signEnvelope` throw.
 */
export async function sealSubmission(input: SubmissionToSeal): Promise<SealedSubmission> {
  const { routing, at, author, recipients, manifestId } = input;
  const seal = (id: string, role: PartRole, body: JsonObject) =>
    sealPart({ context: contextOf(routing, id, role), body, at, author, recipients });
  const parts: SealedPart[] = [];
  const listed: ManifestEntry[] = [];
  const entries: EnvelopePart[] = [];
  for (const { id, role, body } of input.parts) {
    const sealed = await seal(id, role, body);
    parts.push(sealed);
    listed.push({ id, role, plainDigest: sealed.plainDigest });
    entries.push(entryOf(sealed, role));
  }
  const draft = draftOf(input, [...entries, await unsealedManifest(input, listed)]);
  const manifest = await seal(manifestId, "manifest", (await composeManifest(draft, listed)) as unknown as JsonObject);
  const envelope = await signEnvelope({ ...draft, parts: [...entries, entryOf(manifest, "manifest")] }, author);
  return { envelope, parts: [...parts, manifest] };
}

/**
 * Opens a submission as its recipient (or, by its own copy, as its sender): signature of the envelope, recipients,
 * every part against its place and tag, then the manifest over all of it. One fault and nothing is shown.
 * @param at instant of the submission, as the server states it
 * Throws what `readEnvelope`, `openPart` and `checkManifest` throw.
 */
export async function openSubmission(
  raw: unknown,
  parts: readonly { id: string; jwe: string }[],
  keys: readonly HeldKey[],
  authors: SignerLookup | null,
  at: Date,
): Promise<OpenedSubmission> {
  const envelope = readEnvelope(raw);
  await verifyEnvelope(envelope, envelope.senderOrganisation === null ? null : authors, at);
  const opened: (OpenedPart & { role: PartRole })[] = [];
  for (const entry of envelope.parts) {
    if (entry.role === "attachment") continue;
    const jwe = parts.find(({ id }) => id === entry.id)?.jwe;
    if (jwe === undefined) throw new Refusal("tag_mismatch", "a part of the envelope is missing");
    checkRecipients(jwe, envelope);
    const expected = contextOf(envelope, entry.id, entry.role);
    const lookup = envelope.senderOrganisation === null ? null : authors;
    opened.push({ ...(await openPart({ jwe, expected, tag: entry.tag, keys, authors: lookup })), role: entry.role });
  }
  const manifest = opened.find(({ role }) => role === "manifest");
  await checkManifest(bodyOf("manifest", manifest?.body), envelope, opened);
  return {
    envelope,
    parts: opened.filter(({ role }) => role !== "manifest"),
    authenticationTags: Object.fromEntries(opened.map(({ id, tag }) => [id, tag])),
    plainDigests: Object.fromEntries(opened.map(({ id, plainDigest }) => [id, plainDigest])),
  };
}

/** Context of a part that travels with its envelope. */
export function contextOf(
  {
    id: ref,
    kind,
    destination: to,
    destinationEpoch: epoch,
  }: Pick<Envelope, "id" | "kind" | "destination" | "destinationEpoch">,
  part: string,
  role: PartRole,
): PartContext {
  return { ref, part, role, kind, to, dir: "to_recipient", epoch };
}

function draftOf({ routing, recipients }: SubmissionToSeal, parts: EnvelopePart[]): UnsignedEnvelope {
  const { topic, ageBand, ...rest } = routing;
  return {
    v: 1,
    ...rest,
    ...(topic === undefined ? {} : { topic }),
    ...(ageBand === undefined ? {} : { ageBand }),
    schema: schemaOf(routing.kind),
    recipientKids: recipients.map(({ kid }) => kid),
    parts,
  };
}

const entryOf = ({ id, tag, paddedSize }: SealedPart, role: PartRole): EnvelopePart =>
  ({ id, role, tag, paddedSize }) as EnvelopePart;

/** The manifest states the digest of an envelope that states the manifest's size: the size is found with a stand-in. */
async function unsealedManifest(input: SubmissionToSeal, parts: ManifestEntry[]): Promise<EnvelopePart> {
  const { routing, manifestId: id, at, author } = input;
  const body = { envelopeDigest: "A".repeat(43), parts, attachments: [] } as unknown as JsonObject;
  const content = await composePart(contextOf(routing, id, "manifest"), body, at, author);
  const paddedSize = framedLength(content, "manifest");
  return { id, role: "manifest", tag: "", paddedSize } as EnvelopePart;
}

function checkRecipients(jwe: string, { recipientKids }: Envelope): void {
  const kids = parseJwe(jwe).recipients.map(({ kid }) => kid);
  if (kids.length !== recipientKids.length || kids.some((kid) => !recipientKids.includes(kid))) {
    throw new Refusal("recipients_mismatch", "part sealed to other keys than the envelope names");
  }
}
