/** One line per interface language; a further one is a line here, a line in the build's list and its catalogue. */
export const LANGUAGES = {
  de: { name: "Deutsch", direction: "ltr" },
  "de-simple": { name: "Einfaches Deutsch", direction: "ltr" },
  en: { name: "English", direction: "ltr" },
} as const;

export type Language = keyof typeof LANGUAGES;

export const SOURCE_LANGUAGE: Language = "de";

export const isLanguage = (tag: unknown): tag is Language => typeof tag === "string" && tag in LANGUAGES;

/** `?sprache=` wins, then the browser's list, then German. `de-simple` is chosen by people, never by a browser. */
export function preferredLanguage(asked: unknown, browser: readonly string[]): Language {
  if (isLanguage(asked)) return asked;
  for (const tag of browser) {
    const primary = tag.toLowerCase().split("-")[0];
    if (isLanguage(primary)) return primary;
  }
  return SOURCE_LANGUAGE;
}
