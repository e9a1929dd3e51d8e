import * as v from "valibot";
import { isWellFormed } from "./bytes";
import { Refusal } from "./errors";
import { digest256, uuid } from "./fields";
import type { JsonObject } from "./json";
import { GATES, PART_ROLES, type PartRole } from "./profile";

/*
 * Closed schemas of sealed bodies (referral.md 4, 9). Closed, because a member nobody reads is a place to hide data
 * in, and because the three facts must be able to hold nothing else. An empty text means "not known": a report is
 * never stopped by a missing name.
 *
 * Code lists without a source in the paper (danger signs, sources of danger, reasons about informing) are proposals
 * to be settled with practitioners; they follow the features of § 99 (6) SGB VIII.
 */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isWellFormed));
const line = text(200);
const paragraph = text(4_000);
const narrative = text(30_000);
const list = <T extends v.GenericSchema>(of: T, most = 50) => v.pipe(v.array(of), v.maxLength(most));
const day = v.pipe(v.string(), v.isoDate());
const month = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u));
/** A day, or a minute of local time as people remember it. */
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/u));
const sex = v.picklist(["female", "male", "diverse", "unknown"]);

/** Kinds of endangerment a sign points to (§ 99 (6) SGB VIII; proposal). */
export const DANGER_SIGNS = [
  "NEGLECT",
  "PHYSICAL_ABUSE",
  "PSYCHOLOGICAL_ABUSE",
  "SEXUAL_VIOLENCE",
  "DOMESTIC_VIOLENCE",
  "SELF_ENDANGERMENT",
  "OTHER",
] as const;

/** Persons from whom the danger seems to come (§ 99 (6) SGB VIII; proposal). */
export const SOURCES_OF_DANGER = [
  "PARENT",
  "PARTNER_OF_PARENT",
  "RELATIVE",
  "CARER_OR_PROFESSIONAL",
  "YOUNG_PERSON",
  "OTHER_PERSON",
  "UNKNOWN",
] as const;

/** Why somebody was or was not informed (proposal). */
export const INFORMED_REASONS = [
  "DISCUSSED",
  "ENDANGERS_PROTECTION",
  "NOT_REACHED",
  "TOO_YOUNG",
  "NOT_APPLICABLE",
  "OTHER",
] as const;

const contact = v.strictObject({
  how: v.picklist(["PHONE", "TEXT_MESSAGE", "MAIL", "POST", "IN_PERSON", "PLATFORM"]),
  when: line,
  coverWord: v.optional(line),
  never: list(line, 20),
});

const person = v.strictObject({
  givenName: line,
  familyName: line,
  birthDate: v.optional(day),
  birthMonth: v.optional(month),
  sex: v.optional(sex),
  address: v.optional(paragraph),
  institution: v.optional(line),
  whereabouts: paragraph,
});

const report = v.strictObject({
  child: person,
  persons: list(
    v.strictObject({ role: line, name: v.optional(line), contact: v.optional(paragraph), note: v.optional(paragraph) }),
  ),
  observations: list(
    v.strictObject({
      at: moment,
      seenBy: line,
      kind: v.picklist(["fact", "hearsay", "interpretation"]),
      text: paragraph,
    }),
  ),
  dangerSigns: list(v.picklist(DANGER_SIGNS), DANGER_SIGNS.length),
  sourceOfDanger: list(v.picklist(SOURCES_OF_DANGER), SOURCES_OF_DANGER.length),
  soFar: narrative,
  urgencyReason: v.optional(paragraph),
  reporter: v.strictObject({ name: v.optional(line), function: line, contact: v.optional(paragraph) }),
  identityProtected: v.boolean(),
});

const help = v.strictObject({
  person: v.strictObject({
    name: line,
    birthDate: v.optional(day),
    birthMonth: v.optional(month),
    sex: v.optional(sex),
    address: v.optional(paragraph),
  }),
  wish: narrative,
  tried: narrative,
  contact,
});

/** What was not answered is absent: nobody is said to have done or left what they did not say. */
const informedOne = v.strictObject({
  yes: v.optional(v.boolean()),
  why: v.optional(v.picklist(INFORMED_REASONS)),
  text: v.optional(paragraph),
});
const informed = v.strictObject({ parents: informedOne, child: informedOne, management: informedOne });

const givenConsent = v.strictObject({
  gate: v.literal("CONSENT"),
  scope: list(line, 20),
  subject: v.picklist(["child", "parent", "both"]),
  givenBy: list(line, 10),
  form: v.picklist(["written", "oral", "electronic"]),
  at: day,
  validUntil: v.optional(day),
  languageUsed: v.optional(text(35)),
  interpreter: v.optional(v.boolean()),
  evidencePart: v.optional(uuid),
  informed: v.optional(informed),
  insofaConsulted: v.optional(v.boolean()),
  guideNote: v.optional(paragraph),
});

/** Every other gate needs no consent; what is asked is who was told, and whether an InsoFa was consulted. */
const legalBasis = v.strictObject({
  gate: v.picklist(
    Object.values(GATES)
      .flat()
      .filter((gate) => gate !== "CONSENT"),
  ),
  informed: v.optional(informed),
  insofaConsulted: v.optional(v.boolean()),
  guideNote: v.optional(paragraph),
});

const conflict = v.strictObject({
  notBy: list(
    v.strictObject({ function: v.optional(line), name: v.optional(line), reason: v.optional(paragraph) }),
    20,
  ),
});

const manifest = v.strictObject({
  envelopeDigest: digest256,
  parts: list(v.strictObject({ id: uuid, role: v.picklist(PART_ROLES), plainDigest: digest256 })),
  attachments: list(
    v.strictObject({
      id: uuid,
      name: line,
      mime: line,
      size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_971_520)),
      sha256: digest256,
      cek: digest256,
      original: v.boolean(),
    }),
    10,
  ),
});

const message = v.strictObject({
  text: narrative,
  inReplyTo: v.optional(uuid),
  kind: v.picklist(["message", "question", "correction"]),
});

/** Exactly the three facts of § 4 (4) KKG, nothing else. `null`: not yet known. */
const feedback = v.strictObject({
  signsConfirmed: v.nullable(v.boolean()),
  acted: v.boolean(),
  stillActing: v.boolean(),
});

/** Words beside a code, or what the office notes for itself beside feedback (sealed to its own key alone). */
const decision = v.union([
  v.strictObject({ text: narrative }),
  v.strictObject({ familyInformedOfFeedback: v.literal(true) }),
  v.strictObject({
    familyInformedOfFeedback: v.literal(false),
    whyNot: v.picklist(["ENDANGERS_PROTECTION", "NOT_REACHED"]),
  }),
]);

/** Schemas by role. Roles of kinds that are not offered yet (`self`, `consultation`) have none and are refused. */
export const BODY_SCHEMAS = {
  report,
  help,
  consent: v.variant("gate", [givenConsent, legalBasis]),
  conflict,
  manifest,
  message,
  feedback,
  decision,
};

export type ReportBody = v.InferOutput<typeof report>;
export type HelpBody = v.InferOutput<typeof help>;
export type ConsentBody = v.InferOutput<typeof BODY_SCHEMAS.consent>;
export type ConflictBody = v.InferOutput<typeof conflict>;
export type ManifestBody = v.InferOutput<typeof manifest>;
export type MessageBody = v.InferOutput<typeof message>;
export type FeedbackBody = v.InferOutput<typeof feedback>;
export type DecisionBody = v.InferOutput<typeof decision>;

/** Refuses a body that its role's schema does not describe. Throws `schema_unknown`, `schema_invalid`. */
export function checkBody(role: PartRole, body: unknown): asserts body is JsonObject {
  const schemas: Partial<Record<PartRole, v.GenericSchema>> = BODY_SCHEMAS;
  const schema = schemas[role];
  if (schema === undefined) throw new Refusal("schema_unknown", `no schema for role ${role}`);
  const result = v.safeParse(schema, body);
  if (!result.success) throw new Refusal("schema_invalid", `body of role ${role}: ${pathOf(result.issues)}`);
}

/** Reads a body as the type of its role, after {@link checkBody}. */
export function bodyOf<R extends keyof typeof BODY_SCHEMAS>(
  role: R,
  body: unknown,
): v.InferOutput<(typeof BODY_SCHEMAS)[R]> {
  checkBody(role, body);
  return body as v.InferOutput<(typeof BODY_SCHEMAS)[R]>;
}

/** Member names only: an issue of valibot also quotes what it received, and that is content. */
function pathOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const known = /^[A-Za-z0-9]{1,32}$/u;
  const path = issues[0]?.path?.map(({ key }) => (known.test(String(key)) ? String(key) : "?")) ?? [];
  return path.slice(0, 6).join(".") || "top level";
}
