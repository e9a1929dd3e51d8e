/**
 * Every page address, in one place: the only file where an address is written. The tests take their list of pages from
 * here, so a page without its states fails.
 */
export type Feature = "directory" | "territory" | "identity" | "referral" | "shell";

export interface PageEntry {
  /** Address; `$name` is a parameter. */
  readonly path: string;
  readonly feature: Feature;
  readonly document: "public" | "intern";
  /** Part of the catalogue beside `core`; its language is complete when both are. */
  readonly part: string;
}

export const pages = {
  home: { path: "/", feature: "directory", document: "public", part: "home" },
  find: { path: "/hilfe-finden", feature: "directory", document: "public", part: "find" },
  offer: { path: "/angebot/$id", feature: "directory", document: "public", part: "offer" },
  lines: { path: "/hilfetelefone", feature: "directory", document: "public", part: "lines" },
  contact: { path: "/kontaktstelle", feature: "directory", document: "public", part: "contact" },
  worry: { path: "/sorge", feature: "territory", document: "public", part: "worry" },
  surfing: { path: "/sicher-surfen", feature: "shell", document: "public", part: "surfing" },
  imprint: { path: "/impressum", feature: "shell", document: "public", part: "legal" },
  privacy: { path: "/datenschutz", feature: "shell", document: "public", part: "legal" },
  accessibility: { path: "/barrierefreiheit", feature: "shell", document: "public", part: "legal" },
  sources: { path: "/datenquellen", feature: "directory", document: "public", part: "sources" },
  login: { path: "/intern/anmelden", feature: "identity", document: "intern", part: "login" },
  today: { path: "/intern", feature: "shell", document: "intern", part: "today" },
  entries: { path: "/intern/verzeichnis", feature: "directory", document: "intern", part: "entries" },
  entryEdit: { path: "/intern/verzeichnis/$id/bearbeiten", feature: "directory", document: "intern", part: "entries" },
  referrals: { path: "/intern/vermittlungen", feature: "referral", document: "intern", part: "referral" },
  referralNew: { path: "/intern/vermittlungen/neu", feature: "referral", document: "intern", part: "write" },
  draft: { path: "/intern/vermittlungen/entwurf/$id", feature: "referral", document: "intern", part: "write" },
  case: { path: "/intern/vermittlungen/$id", feature: "referral", document: "intern", part: "referral" },
  resend: { path: "/intern/vermittlungen/$id/weiter", feature: "referral", document: "intern", part: "write" },
  report: { path: "/intern/meldung", feature: "referral", document: "intern", part: "write" },
  keys: { path: "/intern/schluessel", feature: "identity", document: "intern", part: "keys" },
  keySetup: { path: "/intern/schluessel/einrichten", feature: "identity", document: "intern", part: "keys" },
  keyHolders: { path: "/intern/schluessel/inhaber", feature: "identity", document: "intern", part: "keys" },
  keySheet: { path: "/intern/schluessel/blatt", feature: "identity", document: "intern", part: "keys" },
  keyEndorse: { path: "/intern/schluessel/bestaetigen", feature: "identity", document: "intern", part: "keys" },
  account: { path: "/intern/konto", feature: "identity", document: "intern", part: "account" },
} as const satisfies Record<string, PageEntry>;

export type PageKey = keyof typeof pages;
export type PublicPageKey = { [K in PageKey]: (typeof pages)[K]["document"] extends "public" ? K : never }[PageKey];
export type InternPageKey = Exclude<PageKey, PublicPageKey>;

/** The address of a page with its parameters filled in. */
export function addressOf(page: PageKey, params: Readonly<Record<string, string>> = {}): string {
  return pages[page].path.replace(/\$(\w+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the address of ${page} needs ${name}`);
    return encodeURIComponent(value);
  });
}
