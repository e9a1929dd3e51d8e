import type {
  CallCost,
  CapacityStatus,
  Channel,
  LanguageMode,
  PhoneKind,
  PhonePurpose,
  ServicePatch,
} from "@/gql/intern/graphql";
import type { MessageId } from "@/i18n";
import type { Entry } from "./entries";

/* The lists of an entry as they are typed. A list travels whole, because the server replaces it. */

/** One telephone. */
export interface PhoneRow {
  /** Null for a new one; the server keeps what the form does not show of an old one. */
  readonly id: string | null;
  readonly number: string;
  readonly kind: PhoneKind;
  readonly purpose: PhonePurpose;
  readonly label: string;
  readonly cost: CallCost | "";
  readonly anonymous: "yes" | "no" | "";
}

/** One span of a week, or a channel that is open round the clock. */
export interface HoursRow {
  readonly channel: Channel;
  /** 1 is Monday, 7 is Sunday; `always` is round the clock on every day. */
  readonly weekday: string;
  readonly start: string;
  readonly end: string;
  readonly byAppointment: boolean;
  readonly note: string;
  /** Which statement of the entry it belongs to; null for a new row. */
  readonly statement: number | null;
}

/** One language with the ways it is offered in. */
export interface LanguageRow {
  readonly code: string;
  readonly modes: readonly LanguageMode[];
  readonly note: string;
}

export const PHONE_KINDS = ["VOICE", "MOBILE", "FAX", "TEXT", "RELAY"] as const satisfies readonly PhoneKind[];
export const PURPOSES = [
  "OFFICE",
  "REPORTING",
  "ON_CALL",
  "HELPLINE",
  "APPOINTMENTS",
  "SWITCHBOARD",
  "INFO_POINT",
  "EMERGENCY",
] as const satisfies readonly PhonePurpose[];
export const CALL_COSTS = ["FREE", "NATIONAL", "MOBILE_RATE", "PAID"] as const satisfies readonly CallCost[];
export const CHANNELS = ["PHONE", "VISIT", "CHAT", "MAIL", "ON_CALL"] as const satisfies readonly Channel[];
export const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7", "always"] as const;
export const MODES = ["SPOKEN", "WRITTEN", "SIGN", "INTERPRETER"] as const satisfies readonly LanguageMode[];
export const CAPACITIES = [
  "ACCEPTING",
  "WAITLIST",
  "ASSESSMENT_REQUIRED",
  "FULL",
] as const satisfies readonly CapacityStatus[];
/** Languages offered first; an entry may hold others. `gsg` is German Sign Language. */
export const LANGUAGE_CODES = ["de", "en", "uk", "ar", "ru", "pl", "tr", "fa", "ku", "ro", "fr", "es", "vi", "gsg"];

export const NEW_PHONE: PhoneRow = {
  id: null,
  number: "",
  kind: "VOICE",
  purpose: "OFFICE",
  label: "",
  cost: "",
  anonymous: "",
};
export const NEW_HOURS: HoursRow = {
  channel: "PHONE",
  weekday: "1",
  start: "",
  end: "",
  byAppointment: false,
  note: "",
  statement: null,
};
export const NEW_LANGUAGE: LanguageRow = { code: "", modes: ["SPOKEN"], note: "" };

export const phoneRows = ({ phones }: Entry): PhoneRow[] =>
  phones.map(({ id, display, kind, purpose, label, cost, anonymous }) => ({
    id,
    number: display,
    kind,
    purpose,
    label: label?.value ?? "",
    cost: cost ?? "",
    anonymous: typeof anonymous === "boolean" ? (anonymous ? "yes" : "no") : "",
  }));

export const hoursRows = ({ hours }: Entry): HoursRow[] =>
  hours.flatMap(({ channel, alwaysOpen, blocks }, statement): HoursRow[] =>
    alwaysOpen
      ? [{ ...NEW_HOURS, channel, weekday: "always", statement }]
      : blocks.map(({ weekday, start, end, byAppointment, note }) => ({
          channel,
          weekday: String(weekday),
          start,
          end,
          byAppointment,
          note: note?.value ?? "",
          statement,
        })),
  );

export const languageRows = ({ languages }: Entry): LanguageRow[] =>
  languages.map(({ code, modes, note }) => ({ code, modes, note: note?.value ?? "" }));

const orUnknown = (text: string) => text.trim() || null;

export const phonesOf = (rows: readonly PhoneRow[]): NonNullable<ServicePatch["phones"]> =>
  rows.map(({ id, number, kind, purpose, label, cost, anonymous }) => ({
    id,
    number: number.trim(),
    kind,
    purpose,
    label: orUnknown(label),
    cost: cost || null,
    anonymous: anonymous ? anonymous === "yes" : null,
  }));

export const languagesOf = (rows: readonly LanguageRow[]): NonNullable<ServicePatch["languages"]> =>
  rows.map(({ code, modes, note }) => ({ code, modes: [...modes], note: orUnknown(note) }));

/**
 * Rows gathered into statements: those of one statement stay together with its note and its dates, new rows join the
 * first statement of their channel. A statement without rows but with a note stays as it was.
 */
export function hoursOf(entry: Entry, rows: readonly HoursRow[]): NonNullable<ServicePatch["hours"]> {
  const known = entry.hours.map(({ channel, note, validFrom, validTo }, at) => ({
    channel,
    note: note?.value ?? null,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    rows: rows.filter((row) => row.statement === at && row.channel === channel),
    unstated: !entry.hours[at]?.alwaysOpen && entry.hours[at]?.blocks.length === 0,
  }));
  const placed = new Set(known.flatMap((statement) => statement.rows));
  const fresh = CHANNELS.map((channel) => ({
    channel,
    rows: rows.filter((row) => !placed.has(row) && row.channel === channel),
  }));
  const joined = known.map((statement, at) => {
    const first = known.findIndex(({ channel }) => channel === statement.channel) === at;
    const more = first ? (fresh.find(({ channel }) => channel === statement.channel)?.rows ?? []) : [];
    return { ...statement, rows: [...statement.rows, ...more] };
  });
  const added = fresh
    .filter(({ channel, rows: own }) => own.length > 0 && !known.some((statement) => statement.channel === channel))
    .map((statement) => ({ ...statement, note: null, validFrom: null, validTo: null, unstated: false }));
  return [...joined, ...added]
    .filter((statement) => statement.rows.length > 0 || statement.unstated)
    .map(({ channel, note, validFrom, validTo, rows: own }) => {
      const alwaysOpen = own.some(({ weekday }) => weekday === "always");
      const blocks = alwaysOpen ? [] : own.map(blockOf);
      return { channel, note, validFrom, validTo, alwaysOpen, blocks };
    });
}

const blockOf = ({ weekday, start, end, byAppointment, note }: HoursRow) => ({
  weekday: Number(weekday),
  start,
  end,
  byAppointment,
  note: orUnknown(note),
});

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** What is wrong with a list; null when it may be sent. The server has the last word. */
export function phonesFault(rows: readonly PhoneRow[]): MessageId | null {
  return rows.every(({ number }) => (number.match(/\d/g)?.length ?? 0) >= 3) ? null : "entries.errors.phone";
}

export function hoursFault(rows: readonly HoursRow[]): MessageId | null {
  const whole = ({ weekday, start, end }: HoursRow) =>
    weekday === "always" || (TIME.test(start) && TIME.test(end) && start !== end);
  if (!rows.every(whole)) return "entries.errors.hours";
  const alone = ({ weekday, channel }: HoursRow) =>
    weekday !== "always" || rows.filter((row) => row.channel === channel).length === 1;
  return rows.every(alone) ? null : "entries.errors.always";
}

export function languagesFault(rows: readonly LanguageRow[]): MessageId | null {
  const codes = rows.map(({ code }) => code);
  return codes.every(Boolean) && new Set(codes).size === codes.length ? null : "entries.errors.language";
}
