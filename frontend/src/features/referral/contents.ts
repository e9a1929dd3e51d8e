import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "@/api/request";
import {
  bodyOf,
  type DecisionBody,
  type FeedbackBody,
  type MessageBody,
  type OpenedPart,
  type OpenedSubmission,
  openPart,
  openSubmission,
  type PartRole,
  parseStrict,
  type ReferralKind,
  signersOf,
  type TrustedOrganisation,
  uuidOf,
} from "@/crypto";
import { parseJwe } from "@/crypto/header";
import { ring } from "@/features/keys/ring";
import { trustOrStop } from "@/features/keys/trust";
import { readFragment } from "@/gql/referral/fragment-masking";
import { Case_ReferralFragmentDoc, ReadReferralPartsDocument } from "@/gql/referral/graphql";
import { type Case, caseKey } from "./queries";

/** A part that joined later, opened or not. */
export interface Later<Body> {
  readonly id: string;
  readonly at: string;
  /** From which end it came. */
  readonly from: "sender" | "recipient";
  /** Null where it does not open; the reader is told so and shown nothing. */
  readonly body: Body | null;
}

/** Everything of a case that the reader's keys open. It lives in memory until the ring locks. */
export interface Contents {
  readonly submission: OpenedSubmission;
  readonly messages: readonly Later<MessageBody>[];
  readonly feedback: readonly Later<FeedbackBody>[];
  readonly decisions: readonly Later<DecisionBody>[];
}

/** Both ends of a case with verified keys. */
export interface Ends {
  readonly sender: TrustedOrganisation;
  readonly recipient: TrustedOrganisation;
}

/** Verifies the keys of both ends; asked before every opening and every sealing. */
export async function verifiedEnds(referral: Case): Promise<Ends> {
  if (!referral.senderOrganisation) throw new Error("a referral without organisation is not opened here");
  const recipient = await trustOrStop(referral.destination.id);
  return { recipient, sender: await trustOrStop(referral.senderOrganisation.id) };
}

/** Roles of parts that join a case after its submission. */
const LATER_ROLES = ["message", "feedback", "decision"];

const contentsKey = (id: string) => ["case", id, "contents"] as const;

/** What was opened, if it was; never fetched by itself, because every reading is recorded. */
export function useContents(id: string): Contents | null {
  const { data } = useQuery<Contents | null>({
    queryKey: contentsKey(id),
    queryFn: () => null,
    enabled: false,
    gcTime: 0,
  });
  return data ?? null;
}

/** Fetches and opens the parts. The first fetch by the recipient is the action `open`. */
export function useOpenContents(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (seen: Case) => {
      // What was posted a moment ago stands in the case as it is now, not as it was drawn.
      const referral = client.getQueryData<Case | null>(caseKey(id)) ?? seen;
      const ends = await verifiedEnds(referral);
      ring.use();
      const partIds = referral.parts.map((part) => part.id);
      const { readReferralParts } = await request(ReadReferralPartsDocument, { id: referral.id, partIds });
      if (readReferralParts.referral) {
        client.setQueryData(caseKey(id), readFragment(Case_ReferralFragmentDoc, readReferralParts.referral));
      }
      const [first] = readReferralParts.userErrors;
      if (first) throw new Error(first.message);
      return openAll(referral, readReferralParts.parts, ends);
    },
    onSuccess: (contents) => client.setQueryData(contentsKey(id), contents),
    gcTime: 0,
  });
}

/** Whether parts have joined the case since its contents were opened. */
export function hasNews({ parts }: Pick<Case, "parts">, { messages, feedback, decisions }: Contents): boolean {
  const later = parts.filter(({ role }) => LATER_ROLES.includes(role.toLowerCase()));
  return later.length > messages.length + feedback.length + decisions.length;
}

interface Fetched {
  readonly id: string;
  readonly role: string;
  readonly jwe: string;
}

/** Opens what was fetched. The submission opens whole or not at all; a later part that does not open is shown as such. */
export async function openAll(referral: Case, fetched: readonly Fetched[], ends: Ends): Promise<Contents> {
  const parts = fetched.map(({ id, role, jwe }) => ({ id: uuidOf(id), role: role.toLowerCase(), jwe }));
  const keys = ring.decryptionKeys();
  const submitted = new Date(referral.createdAt);
  const submission = await openSubmission(
    parseStrict(referral.envelope),
    parts,
    keys,
    signersOf(ends.sender),
    submitted,
  );
  const later = { referral, ends, parts };
  return {
    submission,
    messages: await openLater(later, "message"),
    feedback: await openLater(later, "feedback"),
    decisions: await openLater(later, "decision"),
  };
}

interface ToOpen {
  readonly referral: Case;
  readonly ends: Ends;
  readonly parts: readonly { readonly id: string; readonly role: string; readonly jwe: string }[];
}

async function openLater<R extends "message" | "feedback" | "decision">(
  { referral, ends, parts }: ToOpen,
  role: R,
): Promise<Later<ReturnType<typeof bodyOf<R>>>[]> {
  const opened: Later<ReturnType<typeof bodyOf<R>>>[] = [];
  for (const part of parts.filter((one) => one.role === role)) {
    const head = referral.parts.find(({ id }) => uuidOf(id) === part.id);
    const from = authorOf(part.jwe, role);
    const content = await openOne(referral, ends, { ...part, role }, from).catch(() => null);
    opened.push({
      id: part.id,
      at: head?.at ?? content?.at ?? "",
      from,
      body: content ? bodyOf(role, content.body) : null,
    });
  }
  return opened.toSorted((one, other) => one.at.localeCompare(other.at));
}

/**
 * From which end a part says it comes. Only a hint for choosing whose signature to demand: a part that lies about it
 * carries the wrong organisation's signature and does not open.
 */
export function authorOf(jwe: string, role: PartRole): "sender" | "recipient" {
  // Notes of the office to itself travel "to the recipient" and are written by the recipient.
  if (role === "decision") return "recipient";
  return parseJwe(jwe).header.dir === "to_sender" ? "recipient" : "sender";
}

function openOne(
  referral: Case,
  { sender, recipient }: Ends,
  { id, role, jwe }: { id: string; role: PartRole; jwe: string },
  from: "sender" | "recipient",
): Promise<OpenedPart> {
  const { dir, epoch } = parseJwe(jwe).header;
  const toSender = dir === "to_sender";
  return openPart({
    jwe,
    expected: {
      ref: uuidOf(referral.id),
      part: id,
      role,
      kind: referral.kind satisfies ReferralKind,
      to: (toSender ? sender : recipient).organisation,
      dir: toSender ? "to_sender" : "to_recipient",
      // Which epoch's key opens it is proved by opening it; the header alone says which one that was.
      epoch: typeof epoch === "number" ? epoch : 0,
    },
    tag: null,
    keys: ring.decryptionKeys(),
    authors: signersOf(from === "sender" ? sender : recipient),
  });
}
