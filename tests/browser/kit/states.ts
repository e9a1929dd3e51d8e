import type { Page } from "@playwright/test";
import type { PageKey } from "../../../frontend/src/shared/pages.ts";
import { openBox, openCase, readContents } from "./exchange.ts";
import type { PersonKey } from "./people.ts";
import { unlock, unlockHere } from "./signIn.ts";
import { beginSheet, fillHelp, sendButton } from "./write.ts";

/** How to bring a page into one of its states, and what shows that it is there. */
export interface State {
  /** Who looks, where it is somebody else than for the other states of the page. */
  as?: PersonKey;
  /** Requests to break before the page loads. */
  breaks?: RegExp;
  /** Requests to leave without an answer, from before the page loads. */
  holds?: RegExp;
  /** Addresses that the server refuses, as it should. */
  refuses?: RegExp;
  open(page: Page): Promise<void>;
  /** A text of this state. */
  shows: RegExp;
}

export interface States {
  /** Who looks; absent where nobody signs in. The page stands at "today" then. */
  as?: PersonKey;
  full: State;
  /** Absent where a page cannot be empty. */
  empty?: State;
  /** Absent where a page works without the server. */
  failure?: State;
  /** A text while the answer is on its way, where it is not the usual one. */
  waits?: RegExp;
  /** What else a page can look like, by name. */
  others?: Readonly<Record<string, State>>;
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path);
};

const search = (text: string) => async (page: Page) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill(text);
  await page.getByRole("button", { name: "Suchen" }).click();
};

const askAt = (path: string) => (place: string) => async (page: Page) => {
  await page.goto(path);
  await page.getByLabel("Ort oder Postleitzahl").fill(place);
  await page.getByRole("button", { name: "Zuständige Stelle zeigen" }).click();
};
const askFor = askAt("/sorge");
const officeOf = askAt("/intern/meldung");

const firstOffer = async (page: Page) => {
  await search("Kontaktstelle Kinderschutz")(page);
  await page.getByRole("link", { name: /^Kontaktstelle Kinderschutz/ }).first().click();
};

const SETTINGS = /\/api\/v1\/web\/settings/;
const GRAPHQL = /\/graphql$/;
const NO_SUCH_SERVICE = "/angebot/00000000-0000-4000-8000-000000000000";
const firstEntry = async (page: Page) => {
  await page.goto("/intern/verzeichnis");
  await page.getByRole("table").getByRole("link").first().click();
};

const NOBODY = "00000000-0000-4000-8000-000000000000";
/** The row of the report that the Kita of the demo sent. */
const KITA_REPORT = ["Kita Beispielwiese", "23. November"];
const POINT = "Kontaktstelle Kinderschutz Beispielstadt";
const TEACHER = "Lehrerin, Lehrer an einer Schule (Nr. 7)";
const WISH = { to: POINT, as: TEACHER, person: "Smilla Beispiel-Holunder", wish: "Smilla sucht eine Trauergruppe." };

const searchBody = (path: string) => async (page: Page) => {
  await page.goto(path);
  await page.getByLabel("Stelle suchen").fill("qqxyzzy");
};

/** Writes until the text rests sealed at the server. */
const keepDraft = async (page: Page) => {
  await unlock(page, "sven");
  await beginSheet(page, "Hilfe vermitteln", POINT);
  await page.getByLabel("Was wird gewünscht?").fill("Noch nicht zu Ende geschrieben.");
  await page.getByText(/Verschlüsselt gesichert/).waitFor();
};

const readCase =
  (person: PersonKey, box: "Eingang" | "Ausgang", ...row: readonly string[]) =>
  async (page: Page) => {
    await openCase(page, box, ...row);
    await unlockHere(page, person);
    await readContents(page);
  };

const operatorText = (path: string): States => ({
  full: { open: at(path), shows: /Dieser Text fehlt noch/ },
  failure: { breaks: SETTINGS, open: at(path), shows: /Erneut versuchen/ },
});

/** The page while it waits for what is broken where it fails. */
export const loadingOf = ({ failure, waits = /Wird geladen|Lädt noch/ }: States): State | undefined =>
  failure?.breaks && { ...failure, breaks: undefined, holds: failure.breaks, shows: waits };

const missing = (path: string): State => ({
  refuses: new RegExp(`${path}$`),
  open: at(path),
  shows: /Diese Seite gibt es nicht/,
});

/** Pages that stand at no address of their own: what either document shows where there is nothing. */
export const NOWHERE = ["missing", "missingIntern"] as const;

/**
 * Every page of `pages.ts` and those of `NOWHERE` with their states; a page without an entry does not compile and fails
 * the suite.
 */
export const STATES: Record<PageKey | (typeof NOWHERE)[number], States> = {
  missing: { full: missing("/gibt-es-nicht") },
  missingIntern: { full: missing("/intern/gibt-es-nicht") },
  home: { full: { open: at("/"), shows: /Ich brauche Hilfe/ } },
  find: {
    full: { open: at("/hilfe-finden"), shows: /\d+ Angebote/ },
    empty: { open: search("qqxyzzy vollkommen unbekannt"), shows: /Dazu haben wir nichts gefunden/ },
    failure: { breaks: GRAPHQL, open: at("/hilfe-finden"), shows: /Die Suche ist gerade nicht möglich/ },
  },
  offer: {
    full: { open: firstOffer, shows: /Auf einen Blick/ },
    empty: { open: at(NO_SUCH_SERVICE), shows: /Dieses Angebot gibt es nicht mehr/ },
    failure: { breaks: GRAPHQL, open: at(NO_SUCH_SERVICE), shows: /kann gerade nicht geladen werden/ },
  },
  lines: {
    full: { open: at("/hilfetelefone"), shows: /Alle Angaben/ },
    failure: { breaks: GRAPHQL, open: at("/hilfetelefone"), shows: /Die aktuelle Liste ist nicht erreichbar/ },
    waits: /wird nachgeladen/,
  },
  contact: {
    full: { open: at("/kontaktstelle"), shows: /Auf einen Blick/ },
    failure: { breaks: GRAPHQL, open: at("/kontaktstelle"), shows: /Die aktuellen Angaben sind nicht erreichbar/ },
  },
  worry: {
    full: { open: askFor("18181"), shows: /Mehrere Stellen kommen in Frage/ },
    empty: { open: askFor("00000"), shows: /Diesen Ort kennen wir nicht/ },
    failure: { breaks: GRAPHQL, open: askFor("19055"), shows: /kann gerade nicht ermittelt werden/ },
  },
  surfing: { full: { open: at("/sicher-surfen"), shows: /Das bleibt trotzdem sichtbar/ } },
  imprint: operatorText("/impressum"),
  privacy: operatorText("/datenschutz"),
  accessibility: operatorText("/barrierefreiheit"),
  sources: {
    full: { open: at("/datenquellen"), shows: /GeoBasis-DE/ },
    failure: {
      breaks: /\/api\/v1\/attributions/,
      open: at("/datenquellen"),
      shows: /Sie sehen die mitgelieferten Hinweise/,
    },
  },
  login: {
    full: { open: at("/intern/anmelden"), shows: /Für Fachkräfte mit einem Zugang/ },
    failure: {
      open: async (page) => {
        await page.goto("/intern/anmelden");
        await page.getByRole("button", { name: "Anmelden", exact: true }).click();
      },
      shows: /Bitte füllen Sie beide Felder aus/,
    },
  },
  today: {
    as: "leo",
    full: { open: at("/intern"), shows: /Ihre Aufgaben/ },
    empty: { as: "adam", open: at("/intern"), shows: /Nichts zu tun/ },
    others: { inbox: { as: "ines", open: at("/intern"), shows: /eine Frist überschritten/ } },
    failure: { breaks: GRAPHQL, open: at("/intern"), shows: /Erneut versuchen/ },
  },
  entries: {
    as: "leo",
    full: { open: at("/intern/verzeichnis"), shows: /1 Eintrag/ },
    empty: { as: "karla", open: at("/intern/verzeichnis"), shows: /Noch keine Einträge/ },
    failure: { breaks: GRAPHQL, open: at("/intern/verzeichnis"), shows: /Erneut versuchen/ },
  },
  entryEdit: {
    as: "leo",
    full: { open: firstEntry, shows: /Fassung \d+/ },
    empty: {
      open: at("/intern/verzeichnis/00000000-0000-4000-8000-000000000000/bearbeiten"),
      shows: /Diesen Eintrag gibt es nicht/,
    },
    failure: {
      breaks: GRAPHQL,
      open: at("/intern/verzeichnis/00000000-0000-4000-8000-000000000000/bearbeiten"),
      shows: /Erneut versuchen/,
    },
  },
  referrals: {
    as: "leo",
    full: { open: at("/intern/vermittlungen"), shows: /Kita Beispielwiese/ },
    empty: { open: at("/intern/vermittlungen?box=aus"), shows: /Sie haben nichts gesendet/ },
    failure: { breaks: GRAPHQL, open: at("/intern/vermittlungen"), shows: /Erneut versuchen/ },
    others: {
      outbox: { as: "petra", open: at("/intern/vermittlungen?box=aus"), shows: /Jugendamt Musterland/ },
      drafts: { as: "sven", open: (page) => keepDraft(page).then(() => openBox(page, "Entwürfe")), shows: /Weiterschreiben/ },
      noDrafts: { open: at("/intern/vermittlungen?box=entwuerfe"), shows: /Keine Entwürfe/ },
      noKey: { as: "nora", open: at("/intern/vermittlungen"), shows: /Vermittlungen gehören nicht zu Ihren Aufgaben/ },
    },
  },
  referralNew: {
    as: "sven",
    full: { open: (page) => beginSheet(page, "Hilfe vermitteln", POINT), shows: /Ohne Einwilligung gibt es keine Vermittlung/ },
    empty: { open: searchBody("/intern/vermittlungen/neu"), shows: /Keine Stelle gefunden/ },
    failure: { breaks: GRAPHQL, open: at("/intern/vermittlungen/neu"), shows: /Erneut versuchen/ },
    others: {
      destinations: { open: at("/intern/vermittlungen/neu"), shows: /Empfängt verschlüsselt/ },
      faults: {
        open: async (page) => {
          await beginSheet(page, "Hilfe vermitteln", POINT);
          await page.getByRole("button", { name: "Prüfen", exact: true }).click();
        },
        shows: /Bitte ergänzen Sie diese Angaben/,
      },
      check: { open: (page) => fillHelp(page, WISH), shows: /Zum Verschlüsseln brauchen Sie Ihren Schlüssel/ },
      sent: {
        open: async (page) => {
          await unlock(page, "sven");
          await fillHelp(page, WISH);
          await sendButton(page).click();
        },
        shows: /Gesendet\. Zeichen/,
      },
    },
  },
  draft: {
    as: "sven",
    full: {
      open: async (page) => {
        await keepDraft(page);
        await openBox(page, "Entwürfe");
        await page.getByRole("link", { name: "Weiterschreiben" }).first().click();
      },
      shows: /Verschlüsselt gesichert|Wird nach kurzer Pause|Nur in diesem Fenster/,
    },
    empty: {
      open: async (page) => {
        await page.goto(`/intern/vermittlungen/entwurf/${NOBODY}`);
        await unlockHere(page, "sven");
      },
      shows: /Diesen Entwurf gibt es nicht mehr/,
    },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/entwurf/${NOBODY}`), shows: /Erneut versuchen/ },
    others: {
      sealed: { open: at(`/intern/vermittlungen/entwurf/${NOBODY}`), shows: /Zum Weiterschreiben brauchen Sie/ },
    },
  },
  case: {
    as: "leo",
    full: { open: readCase("leo", "Eingang", ...KITA_REPORT), shows: /ohne Frühstück, in nasser Kleidung/ },
    empty: { open: at(`/intern/vermittlungen/${NOBODY}`), shows: /Diesen Vorgang gibt es nicht/ },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/${NOBODY}`), shows: /Erneut versuchen/ },
    others: {
      sealed: {
        open: (page) => openCase(page, "Eingang", ...KITA_REPORT),
        shows: /Der Inhalt ist verschlüsselt/,
      },
      ofSender: {
        as: "sven",
        open: readCase("sven", "Ausgang", POINT, "in Bearbeitung"),
        shows: /Sie bringt die kleine Schwester mit/,
      },
    },
  },
  resend: {
    as: "petra",
    full: {
      open: async (page) => {
        await openCase(page, "Ausgang", POINT, "an andere Stelle verwiesen");
        await page.goto(`${page.url()}/weiter`);
      },
      shows: /Schon neu an eine andere Stelle gesendet/,
    },
    empty: { open: at(`/intern/vermittlungen/${NOBODY}/weiter`), shows: /Diesen Vorgang gibt es nicht/ },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/${NOBODY}/weiter`), shows: /Erneut versuchen/ },
  },
  report: {
    as: "petra",
    full: {
      open: async (page) => {
        await beginSheet(page, "Gefährdung melden", "Jugendamt Beispielkreis");
        await page.getByLabel("dringend: heute").check();
        await page.getByRole("group", { name: "Eltern informiert?" }).getByLabel("nein").check();
      },
      shows: /Zuerst telefonieren/,
    },
    empty: { open: searchBody("/intern/meldung"), shows: /Keine Stelle gefunden/ },
    failure: { breaks: GRAPHQL, open: at("/intern/meldung"), shows: /Erneut versuchen/ },
    others: {
      byPlace: { open: officeOf("Waren (Müritz)"), shows: /Kinderschutz-Telefon, Region Waren/ },
      handedOver: {
        open: async (page) => {
          await officeOf("Waren (Müritz)")(page);
          await page.getByRole("article").getByRole("button", { name: "Blatt ausfüllen und ausdrucken" }).click();
          await page.getByRole("button", { name: "Prüfen", exact: true }).click();
        },
        shows: /Blatt zum Übergeben/,
      },
      onPaper: {
        open: async (page) => {
          await page.goto("/intern/meldung");
          await page.getByRole("button", { name: "Blatt ausfüllen und ausdrucken" }).last().click();
        },
        shows: /Nur zum Drucken/,
      },
    },
  },
  keys: {
    as: "leo",
    full: { open: at("/intern/schluessel"), shows: /Bestätigt von Prüfstelle Beispielkreis/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel"), shows: /Erneut versuchen/ },
  },
  keyEndorse: {
    as: "leo",
    full: {
      as: "vera",
      open: async (page) => {
        await page.goto("/intern/schluessel/bestaetigen");
        await unlockHere(page, "vera");
      },
      shows: /\d Stellen sind bestätigt/,
    },
    empty: { open: at("/intern/schluessel/bestaetigen"), shows: /Diese Seite ist für Prüfstellen/ },
    failure: { as: "vera", breaks: GRAPHQL, open: at("/intern/schluessel/bestaetigen"), shows: /Erneut versuchen/ },
  },
  account: {
    as: "leo",
    full: { open: at("/intern/konto"), shows: /Überall abmelden/ },
    failure: { breaks: GRAPHQL, open: at("/intern/konto"), shows: /Erneut versuchen/ },
  },
  keySetup: {
    as: "leo",
    full: { open: at("/intern/schluessel/einrichten"), shows: /Der Schlüssel ist angelegt/ },
    empty: { as: "nora", open: at("/intern/schluessel/einrichten"), shows: /brauchen Sie keinen Schlüssel/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/einrichten"), shows: /Erneut versuchen/ },
  },
  keyHolders: {
    as: "leo",
    full: { open: at("/intern/schluessel/inhaber"), shows: /Leserin/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/inhaber"), shows: /Erneut versuchen/ },
  },
  keySheet: {
    as: "leo",
    full: { open: at("/intern/schluessel/blatt"), shows: /Alle 14 Gruppen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/blatt"), shows: /Erneut versuchen/ },
  },
};
