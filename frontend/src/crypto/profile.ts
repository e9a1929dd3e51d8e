/**
 * Names and limits of the profile `schutznetz-jwe-1` (referral.md 2, 4, 5). One place, because the header check, the
 * envelope and the schemas must agree on every word.
 */

import { Refusal } from "./errors";

/** Kinds of a referral. */
export const KINDS = ["HELP_REFERRAL", "SELF_REFERRAL", "SUSPICION_REPORT", "EXPERT_CONSULTATION", "HANDOVER"] as const;
export type ReferralKind = (typeof KINDS)[number];

/** Roles of a sealed part. Attachments are streams of another format and have no JWE. */
export const PART_ROLES = [
  "report",
  "help",
  "self",
  "consultation",
  "consent",
  "conflict",
  "manifest",
  "message",
  "feedback",
  "decision",
] as const;
export type PartRole = (typeof PART_ROLES)[number];

/** Towards whom a part travels; stops a part from being reflected to its author. */
export const DIRECTIONS = ["to_recipient", "to_sender"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Legal gates by kind (`codes.gates` of the state machine). */
export const GATES: Readonly<Record<ReferralKind, readonly string[]>> = {
  HELP_REFERRAL: ["CONSENT"],
  SELF_REFERRAL: ["OWN_REQUEST"],
  SUSPICION_REPORT: ["KKG4_3", "KKG4_3_URGENT", "KKG4_5", "SGB8A_4", "SGB8A_5", "KKG5", "CITIZEN"],
  EXPERT_CONSULTATION: ["SGB8B_1", "KKG4_2"],
  HANDOVER: ["SGB8A_6", "SGB8_65_1_3"],
};

/** Professions of a sender (`codes.senderProfession`). */
export const SENDER_PROFESSIONS = [
  "KKG4_1_NR1",
  "KKG4_1_NR2",
  "KKG4_1_NR3",
  "KKG4_1_NR4",
  "KKG4_1_NR5",
  "KKG4_1_NR6",
  "KKG4_1_NR7",
  "CUSTOMS",
  "SGB8_PROVIDER",
  "CHILDMINDER",
  "CRIMINAL_JUSTICE",
  "YOUTH_OFFICE",
  "OTHER_PROFESSIONAL",
  "PRIVATE_PERSON",
] as const;

export const URGENCIES = ["URGENT", "SOON", "NORMAL"] as const;
export const AGE_BANDS = ["UNBORN", "A0_2", "A3_5", "A6_9", "A10_13", "A14_17", "A18_PLUS", "UNKNOWN"] as const;
export const TOPICS = [
  "FAMILY",
  "SCHOOL",
  "HEALTH",
  "HOUSING_MONEY",
  "VIOLENCE",
  "EARLY_HELP",
  "DISABILITY",
  "OTHER",
] as const;
export const FLAGS = ["restricted", "do_not_contact_family", "anonymous"] as const;

/** What a sealed part belongs to. All of it stands in the protected header and again inside the signature. */
export interface PartContext {
  /** Referral id, lower-case UUID. */
  readonly ref: string;
  /** Part id, lower-case UUID. */
  readonly part: string;
  readonly role: PartRole;
  readonly kind: ReferralKind;
  /** Organisation id of the addressee, or `reply:<referral id>` towards the holder of a receipt code. */
  readonly to: string;
  readonly dir: Direction;
  /** Epoch of the addressee's encryption key; 0 towards the holder of a receipt code. */
  readonly epoch: number;
}

/** Largest sealed part in bytes of its JSON text. */
export const MAX_JWE_BYTES = 256 * 1024;
/** Largest decoded protected header in bytes. */
export const MAX_PROTECTED_BYTES = 2048;
/** Most recipients of one part. */
export const MAX_RECIPIENTS = 20;

/** Content type of a part: role and version of the schema of its body. */
export function contentType(role: PartRole): string {
  return `application/vnd.schutznetz.${role}+json;v=1`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Whether a value is a UUID in lower case, the only form used in signed data. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/**
 * The UUID inside an id of the API, where `org_018f…` (prefix, 32 hex digits) and bare UUIDs both occur. Signed data
 * holds only the bare form, so that one thing has one name there. Throws `encoding_invalid`.
 */
export function uuidOf(id: string): string {
  const hex = id
    .toLowerCase()
    .replace(/^[a-z]+_/u, "")
    .replaceAll("-", "");
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
  if (!isUuid(uuid)) throw new Refusal("encoding_invalid", "not an id");
  return uuid;
}

/**
 * How signed data spells the holder of a grant or certificate: a member's bare UUID, or `sheet:<no>`.
 * Throws `encoding_invalid`.
 */
export function signedName(id: string): string {
  return /^sheet:[1-9]\d{0,5}$/u.test(id) ? id : uuidOf(id);
}

const SCHEMAS: Readonly<Record<ReferralKind, string>> = {
  HELP_REFERRAL: "help-referral",
  SELF_REFERRAL: "self-referral",
  SUSPICION_REPORT: "suspicion-report",
  EXPERT_CONSULTATION: "consultation",
  HANDOVER: "handover",
};

/** Address of the schema that an envelope of a kind names, e.g. `…/schema/suspicion-report/1.0.0`. */
export function schemaOf(kind: ReferralKind): string {
  return `https://schutznetz.example/schema/${SCHEMAS[kind]}/1.0.0`;
}
