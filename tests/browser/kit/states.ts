import type { Page } from "@playwright/test";
import type { PageKey } from "../../../frontend/src/shared/pages.ts";
import { PEOPLE, signIn } from "./signIn.ts";

/** How to bring a page into one of its states, and what shows that it is there. */
export interface State {
  /** Requests to break before the page loads. */
  breaks?: RegExp;
  open(page: Page): Promise<void>;
  /** A text of this state. */
  shows: RegExp;
}

export interface States {
  signedIn?: boolean;
  full: State;
  /** Absent where a page cannot be empty. */
  empty?: State;
  /** Absent where a page works without the server. */
  failure?: State;
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path);
};

const search = (text: string) => async (page: Page) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill(text);
  await page.getByRole("button", { name: "Suchen" }).click();
};

const askFor = (place: string) => async (page: Page) => {
  await page.goto("/sorge");
  await page.getByLabel("Ort oder Postleitzahl").fill(place);
  await page.getByRole("button", { name: "Zuständige Stelle zeigen" }).click();
};

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
const operatorText = (path: string): States => ({
  full: { open: at(path), shows: /Dieser Text fehlt noch/ },
  failure: { breaks: SETTINGS, open: at(path), shows: /Erneut versuchen/ },
});

// The pages of the exchange are tried as a member meets them who has no key: the demo holds neither
// keys nor sealed referrals yet, so that is all there is to see.

/** Every page of `pages.ts` with its states; a page without an entry does not compile and fails the suite. */
export const STATES: Record<PageKey, States> = {
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
    signedIn: true,
    full: { open: at("/intern"), shows: /Ihre Aufgaben/ },
    empty: { open: (page) => signIn(page, "karla"), shows: /Nichts zu tun/ },
    failure: { breaks: GRAPHQL, open: at("/intern"), shows: /Erneut versuchen/ },
  },
  entries: {
    signedIn: true,
    full: { open: at("/intern/verzeichnis"), shows: /1 Eintrag/ },
    empty: {
      open: async (page) => {
        await signIn(page, "karla");
        await page.goto("/intern/verzeichnis");
      },
      shows: /Noch keine Einträge/,
    },
    failure: { breaks: GRAPHQL, open: at("/intern/verzeichnis"), shows: /Erneut versuchen/ },
  },
  entryEdit: {
    signedIn: true,
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
    signedIn: true,
    full: { open: at("/intern/vermittlungen"), shows: /Keine Vorgänge/ },
    failure: { breaks: GRAPHQL, open: at("/intern/vermittlungen"), shows: /Erneut versuchen/ },
  },
  referralNew: {
    signedIn: true,
    full: { open: at("/intern/vermittlungen/neu"), shows: /Hier kann nichts verschlüsselt ankommen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/vermittlungen/neu"), shows: /Erneut versuchen/ },
  },
  draft: {
    signedIn: true,
    full: { open: at(`/intern/vermittlungen/entwurf/${NOBODY}`), shows: /Zum Weiterschreiben brauchen Sie/ },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/entwurf/${NOBODY}`), shows: /Erneut versuchen/ },
  },
  case: {
    signedIn: true,
    full: { open: at(`/intern/vermittlungen/${NOBODY}`), shows: /Diesen Vorgang gibt es nicht/ },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/${NOBODY}`), shows: /Erneut versuchen/ },
  },
  resend: {
    signedIn: true,
    full: { open: at(`/intern/vermittlungen/${NOBODY}/weiter`), shows: /Diesen Vorgang gibt es nicht/ },
    failure: { breaks: GRAPHQL, open: at(`/intern/vermittlungen/${NOBODY}/weiter`), shows: /Erneut versuchen/ },
  },
  report: {
    signedIn: true,
    full: { open: at("/intern/meldung"), shows: /Hier kann nichts verschlüsselt ankommen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/meldung"), shows: /Erneut versuchen/ },
  },
  keys: {
    signedIn: true,
    full: { open: at("/intern/schluessel"), shows: /Bestätigt von Prüfstelle Beispielkreis/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel"), shows: /Erneut versuchen/ },
  },
  keyEndorse: {
    signedIn: true,
    full: {
      open: async (page) => {
        await signIn(page, "vera");
        await page.goto("/intern/schluessel/bestaetigen");
        await page.getByLabel("Passphrase").fill(PEOPLE.vera.passphrase);
        await page.getByRole("button", { name: "Aufschließen", exact: true }).click();
      },
      shows: /\d Stellen sind bestätigt/,
    },
    empty: { open: at("/intern/schluessel/bestaetigen"), shows: /Diese Seite ist für Prüfstellen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/bestaetigen"), shows: /Erneut versuchen/ },
  },
  account: {
    signedIn: true,
    full: { open: at("/intern/konto"), shows: /Überall abmelden/ },
    failure: { breaks: GRAPHQL, open: at("/intern/konto"), shows: /Erneut versuchen/ },
  },
  keySetup: {
    signedIn: true,
    full: { open: at("/intern/schluessel/einrichten"), shows: /Wozu ein eigener Schlüssel/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/einrichten"), shows: /Erneut versuchen/ },
  },
  keyHolders: {
    signedIn: true,
    full: { open: at("/intern/schluessel/inhaber"), shows: /Sie können noch nichts empfangen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/inhaber"), shows: /Erneut versuchen/ },
  },
  keySheet: {
    signedIn: true,
    full: { open: at("/intern/schluessel/blatt"), shows: /Alle 14 Gruppen/ },
    failure: { breaks: GRAPHQL, open: at("/intern/schluessel/blatt"), shows: /Erneut versuchen/ },
  },
};
