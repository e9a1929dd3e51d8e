import * as v from "valibot";
import type { Answer, CapacityStatus, CostKind, ServicePatch, ServiceStatusCode } from "@/gql/intern/graphql";
import type { MessageId } from "@/i18n";
import type { Entry } from "./entries";
import {
  CAPACITIES,
  type HoursRow,
  hoursFault,
  hoursOf,
  hoursRows,
  type LanguageRow,
  languageRows,
  languagesFault,
  languagesOf,
  type PhoneRow,
  phoneRows,
  phonesFault,
  phonesOf,
} from "./entryRows";

/** The form as typed: a value is a string, a tick or a list of rows; an empty string is "not stated". */
export interface EntryValues {
  name: string;
  summary: string;
  description: string;
  status: ServiceStatusCode;
  reason: string;
  expectedBackOn: string;
  ageKnown: boolean;
  ageFrom: string;
  ageTo: string;
  pregnancy: boolean;
  cost: CostKind;
  anonymous: Answer;
  boundaryNote: string;
  website: string;
  email: string;
  phones: readonly PhoneRow[];
  hours: readonly HoursRow[];
  languages: readonly LanguageRow[];
  capacity: CapacityStatus | "";
  waitingDays: string;
  capacityNote: string;
  notice: string;
  noticeFrom: string;
  noticeTo: string;
}

export const STATUSES = ["ACTIVE", "TEMPORARILY_CLOSED", "INACTIVE", "DEFUNCT"] as const;
export const COSTS = ["FREE", "PARTLY", "PAID", "UNKNOWN"] as const;
export const ANSWERS = ["YES", "PARTLY", "NO", "UNKNOWN"] as const;

export function valuesOf(entry: Entry): EntryValues {
  return {
    name: entry.name.value,
    summary: entry.summary?.value ?? "",
    description: entry.description?.value ?? "",
    status: entry.status.code,
    reason: entry.status.reason?.value ?? "",
    expectedBackOn: entry.status.expectedBackOn ?? "",
    ageKnown: entry.eligibility.ageKnown,
    ageFrom: entry.eligibility.ageFromMonths?.toString() ?? "",
    ageTo: entry.eligibility.ageToMonths?.toString() ?? "",
    pregnancy: entry.eligibility.pregnancy,
    cost: entry.cost.kind,
    anonymous: entry.anonymous,
    boundaryNote: entry.boundaryNote?.value ?? "",
    website: entry.website ?? "",
    email: entry.email ?? "",
    phones: phoneRows(entry),
    hours: hoursRows(entry),
    languages: languageRows(entry),
    capacity: entry.capacity?.status ?? "",
    waitingDays: entry.capacity?.waitingTimeDays?.toString() ?? "",
    capacityNote: entry.capacity?.note?.value ?? "",
    notice: entry.notice?.value ?? "",
    noticeFrom: "",
    noticeTo: "",
  };
}

const optional = <T extends v.BaseSchema<string, string, v.BaseIssue<unknown>>>(schema: T) =>
  v.union([v.literal(""), schema], (issue) => issue.issues?.[0]?.message ?? "entries.errors.server");

const age = optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, "entries.errors.age")));

/** Rules the page can check by itself; the server has the last word. Messages are ids of the catalogue. */
const schema = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1, "entries.errors.name"), v.maxLength(200, "entries.errors.name")),
    summary: v.pipe(v.string(), v.trim(), v.maxLength(200, "entries.errors.summary")),
    description: v.pipe(v.string(), v.trim()),
    status: v.picklist(STATUSES),
    reason: v.pipe(v.string(), v.trim()),
    expectedBackOn: v.string(),
    ageKnown: v.boolean(),
    ageFrom: age,
    ageTo: age,
    pregnancy: v.boolean(),
    cost: v.picklist(COSTS),
    anonymous: v.picklist(ANSWERS),
    boundaryNote: v.pipe(v.string(), v.trim()),
    website: optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+\.\S+/i, "entries.errors.website"))),
    email: optional(v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "entries.errors.email"))),
    capacity: v.picklist(["", ...CAPACITIES]),
    waitingDays: optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, "entries.errors.days"))),
    capacityNote: v.pipe(v.string(), v.trim()),
    notice: v.pipe(v.string(), v.trim(), v.maxLength(500, "entries.errors.notice")),
    noticeFrom: v.string(),
    noticeTo: v.string(),
  }),
  v.forward(
    v.check(({ noticeFrom, noticeTo }) => !noticeFrom || !noticeTo || noticeFrom <= noticeTo, "entries.errors.dates"),
    ["noticeTo"],
  ),
  v.forward(
    v.check(({ status, reason }) => status !== "TEMPORARILY_CLOSED" || reason !== "", "entries.errors.reason"),
    ["reason"],
  ),
  v.forward(
    v.check(
      ({ ageFrom, ageTo }) => !ageFrom || !ageTo || !(Number(ageTo) <= Number(ageFrom)),
      "entries.errors.ageOrder",
    ),
    ["ageTo"],
  ),
);

/** What is wrong with the form, field by field; empty when it may be sent. */
export function faultsOf(values: EntryValues): Partial<Record<keyof EntryValues, MessageId>> {
  const lists = {
    phones: phonesFault(values.phones),
    hours: hoursFault(values.hours),
    languages: languagesFault(values.languages),
  };
  const faults = Object.fromEntries(Object.entries(lists).filter(([, fault]) => fault)) as Partial<
    Record<keyof EntryValues, MessageId>
  >;
  const result = v.safeParse(schema, values);
  if (result.success) return faults;
  for (const issue of result.issues) {
    const field = issue.path?.[0]?.key as keyof EntryValues | undefined;
    if (field) faults[field] ??= issue.message as MessageId;
  }
  return faults;
}

/** Fields in which two states of the form differ. */
export function differing(a: EntryValues, b: EntryValues): (keyof EntryValues)[] {
  return (Object.keys(a) as (keyof EntryValues)[]).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
}

/**
 * Only what was changed travels: a colleague's change of another field is never undone. Parts of the entry this form
 * does not show (who it is not for, the single prices) are sent back as they were.
 * @param today the day on which room is stated, `YYYY-MM-DD`
 */
export function patchOf(entry: Entry, values: EntryValues, today: string): ServicePatch {
  const changed = new Set(differing(valuesOf(entry), values));
  const any = (...keys: (keyof EntryValues)[]) => keys.some((key) => changed.has(key));
  const orUnknown = (text: string) => text.trim() || null;
  return {
    ...(any("name") ? { name: values.name.trim() } : {}),
    ...(any("summary") ? { summary: orUnknown(values.summary) } : {}),
    ...(any("description") ? { description: orUnknown(values.description) } : {}),
    ...(any("status", "reason", "expectedBackOn")
      ? {
          status: {
            code: values.status,
            reason: orUnknown(values.reason),
            expectedBackOn: orUnknown(values.expectedBackOn),
          },
        }
      : {}),
    ...(any("ageKnown", "ageFrom", "ageTo", "pregnancy") ? { eligibility: eligibilityOf(entry, values) } : {}),
    ...(any("cost") ? { cost: costOf(entry, values.cost) } : {}),
    ...(any("anonymous") ? { anonymous: values.anonymous } : {}),
    ...(any("boundaryNote") ? { boundaryNote: orUnknown(values.boundaryNote) } : {}),
    ...(any("website") ? { website: orUnknown(values.website) } : {}),
    ...(any("email") ? { email: orUnknown(values.email) } : {}),
    ...(any("phones") ? { phones: phonesOf(values.phones) } : {}),
    ...(any("hours") ? { hours: hoursOf(entry, values.hours) } : {}),
    ...(any("languages") ? { languages: languagesOf(values.languages) } : {}),
    ...(any("capacity", "waitingDays", "capacityNote") ? { capacity: capacityOf(values, today) } : {}),
    ...(any("notice", "noticeFrom", "noticeTo") ? { notice: noticeOf(values) } : {}),
  };
}

/** Room is stated as of the day it is changed; without a status it is unknown. */
function capacityOf({ capacity, waitingDays, capacityNote }: EntryValues, asOf: string): ServicePatch["capacity"] {
  if (!capacity) return null;
  const waitingTimeDays = waitingDays ? Number(waitingDays) : null;
  return { status: capacity, waitingTimeDays, asOf, note: capacityNote.trim() || null };
}

function noticeOf({ notice, noticeFrom, noticeTo }: EntryValues): ServicePatch["notice"] {
  if (!notice.trim()) return null;
  return { text: notice.trim(), validFrom: noticeFrom || null, validTo: noticeTo || null };
}

function eligibilityOf(entry: Entry, values: EntryValues): NonNullable<ServicePatch["eligibility"]> {
  const months = (text: string) => (values.ageKnown && text ? Number(text) : null);
  return {
    ageKnown: values.ageKnown,
    ageFromMonths: months(values.ageFrom),
    ageToMonths: months(values.ageTo),
    pregnancy: values.pregnancy,
    notFor: entry.eligibility.notFor.map((text) => text.value),
    note: entry.eligibility.note?.value ?? null,
  };
}

function costOf(entry: Entry, kind: CostKind): NonNullable<ServicePatch["cost"]> {
  return {
    kind,
    options: entry.cost.options.map(({ amountCents, per, note }) => ({
      amountCents,
      per: per?.value ?? null,
      note: note?.value ?? null,
    })),
  };
}

/** Names the server uses for fields this form shows under another name. */
const SERVER_NAMES: Readonly<Record<string, keyof EntryValues>> = {
  ageFromMonths: "ageFrom",
  ageToMonths: "ageTo",
  code: "status",
  kind: "cost",
  waitingTimeDays: "waitingDays",
  validFrom: "noticeFrom",
  validTo: "noticeTo",
};

/**
 * The field of the form a refusal is about, when it is about one: the innermost name it knows, but the whole list
 * where a row of a list is meant.
 */
export function formField(path: readonly string[], values: EntryValues): keyof EntryValues | null {
  const names = path.flatMap((name) => name.split("."));
  const list = names.find((name) => name in values && Array.isArray(values[name as keyof EntryValues]));
  if (list) return list as keyof EntryValues;
  for (const name of names.toReversed()) {
    if (name in values) return name as keyof EntryValues;
    if (Object.hasOwn(SERVER_NAMES, name)) return SERVER_NAMES[name] ?? null;
  }
  return null;
}
