/** Offices keep the wall time of Mecklenburg-Vorpommern, whatever the reader's device says. */
export const TIME_ZONE = "Europe/Berlin";

/** The habits of writing that go with a language; the words of the directory are British too. */
const habitsOf = (language: string) => (language === "en" ? "en-GB" : language);

/** `20. November 2026`; accepts a calendar day (`2026-11-20`) or an instant. */
export function formatDay(iso: string, language: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso;
  return format(instant, language, { day: "numeric", month: "long", year: "numeric" }) ?? iso;
}

/** `Freitag, 20. November, 16:40`. */
export function formatMoment(iso: string, language: string): string {
  return (
    format(iso, language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }) ?? iso
  );
}

/**
 * A day as somebody wrote it down, by the clock on their wall: `2026-08`, `2026-11-13` or `2026-11-13T08:40`. What has
 * another form is shown as it is.
 */
export function formatWritten(text: string, language: string): string {
  const [, month, day, clock] = /^(\d{4}-\d{2})(-\d{2})?(T\d{2}:\d{2})?$/.exec(text) ?? [];
  if (!month) return text;
  const date = new Date(`${month}${day ?? "-01"}${clock ?? "T00:00"}Z`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(habitsOf(language), {
    timeZone: "UTC",
    month: "long",
    year: "numeric",
    ...(day ? { day: "numeric" } : {}),
    ...(clock ? { hour: "2-digit", minute: "2-digit" } : {}),
  }).format(date);
}

/** `16:40`. */
export function formatClock(iso: string, language: string): string {
  return format(iso, language, { hour: "2-digit", minute: "2-digit" }) ?? iso;
}

/** Weekday 1 (Monday) to 7 in words. */
export function formatWeekday(weekday: number, language: string): string {
  // 2024-01-01 was a Monday.
  return (
    format(`2024-01-${String(weekday).padStart(2, "0")}T12:00:00Z`, language, { weekday: "long" }) ?? String(weekday)
  );
}

/** The calendar day of an instant there: `2026-11-20`. */
export const berlinDay = (instant: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE }).format(instant);

const DAY_MS = 86_400_000;

/** The instant at which a calendar day begins there, `days` days after the day of `instant`. */
export function berlinMidnight(instant: Date, days = 0): Date {
  const noon = Date.parse(`${berlinDay(instant)}T12:00:00Z`) + days * DAY_MS;
  const day = new Date(noon).toISOString().slice(0, 10);
  const winter = new Date(`${day}T00:00:00+01:00`);
  const summer = new Date(`${day}T00:00:00+02:00`);
  return berlinDay(summer) === day ? summer : winter;
}

function format(iso: string, language: string, options: Intl.DateTimeFormatOptions): string | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(habitsOf(language), { ...options, timeZone: TIME_ZONE }).format(date);
}
