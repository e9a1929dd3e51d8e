import { expect, test } from "../kit/console.ts";
import { expectState, openBox, openCase, readContents } from "../kit/exchange.ts";
import { type PersonKey, PEOPLE } from "../kit/people.ts";
import { signIn } from "../kit/signIn.ts";

/** One referral of `data/demo/make/stories.mjs` as one end sees it. */
interface Told {
  readonly box: "Eingang" | "Ausgang";
  /** What its row says beside the state: the other end, and the day of the last change where that is needed. */
  readonly row: readonly string[];
  readonly state: string;
  /** Words of the sealed parts, the thread included, in the order of the page. */
  readonly says: readonly string[];
  /** The day it is deleted, or not fetched any more, as the product promises. */
  readonly until?: string;
}

const UNFETCHED = { help: "2026-12-09", report: "2026-12-10" };

const hearing = ["Tilda Beispiel-Tanne", "eine Untersuchung des Gehörs", "Name und Geburtsmonat", "Bitte an eine HNO-Praxis wenden"];
const tummy = ["Jonte Beispiel-Birke", "seit Wochen über Bauchschmerzen", "Termin am Donnerstag um 15 Uhr"];
const bruises = ["Beispiel-Ahorn", "Mehrere verschieden alte blaue Flecken", "vom Tisch gefallen", "hat den Kontrolltermin abgesagt"];
const parting = ["Ben Beispiel-Buche", "Rat nach der Trennung", "Passt der Mutter der Freitagvormittag?", "Sie bringt die kleine Schwester mit."];
const flat = ["Familie Beispiel-Linde", "Die Wohnung in Musterdorf ist gekündigt", "Wohnungslage"];
const truant = ["Alex Beispiel-Kiefer", "kommt seit den Ferien kaum zur Schule", "Fehlzeiten"];
const contact = ["Luca Beispiel-Erle", "über den Umgang nach der Trennung"];
const wetClothes = ["Beispiel-Weide", "ohne Frühstück, in nasser Kleidung", "wirkte nicht nüchtern"];
const pregnant = ["Nele Beispiel-Pappel", "Begleitung durch eine Familienhebamme"];
const baby = ["Beispiel-Esche", "Gewichtsabnahme seit der letzten Vorsorge", "nicht ohne ärztliche Begleitung verlassen"];

const PRACTICE = "Kinderarztpraxis am Beispielplatz";
const POINT = "Kontaktstelle Kinderschutz Beispielstadt";
const KREIS = "Jugendamt Beispielkreis";
const MUSTERLAND = "Jugendamt Musterland";
const [KITA, SCHOOL] = ["Kita Beispielwiese", "Grundschule Musterdorf"];

/** Who opens what. The senders come first: the last two are opened by nobody before their addressee does it here. */
const TOLD: readonly (readonly [PersonKey, readonly Told[]])[] = [
  [
    "karla",
    [
      { box: "Ausgang", row: [PRACTICE], state: "abgelehnt", says: hearing, until: "2027-02-03" },
      { box: "Ausgang", row: [POINT], state: "zurückgezogen", says: contact, until: "2026-11-27" },
      { box: "Ausgang", row: [KREIS], state: "Eingang bestätigt", says: wetClothes, until: "2027-02-21" },
    ],
  ],
  [
    "petra",
    [
      { box: "Ausgang", row: [KREIS], state: "Eingang bestätigt", says: bruises, until: "2027-02-11" },
      { box: "Ausgang", row: [POINT], state: "weitergeleitet", says: flat, until: "2027-02-15" },
      { box: "Ausgang", row: [MUSTERLAND], state: "übernommen", says: flat },
      { box: "Ausgang", row: [POINT], state: "zugestellt", says: pregnant, until: UNFETCHED.help },
      { box: "Ausgang", row: [KREIS], state: "zugestellt", says: baby, until: UNFETCHED.report },
      { box: "Eingang", row: [KITA], state: "abgelehnt", says: hearing, until: "2027-02-03" },
      { box: "Eingang", row: [POINT], state: "abgeschlossen", says: tummy, until: "2027-02-10" },
    ],
  ],
  [
    "sven",
    [
      { box: "Ausgang", row: [POINT], state: "in Bearbeitung", says: parting },
      { box: "Ausgang", row: [MUSTERLAND], state: "ruht", says: truant },
    ],
  ],
  [
    "kim",
    [
      { box: "Ausgang", row: [PRACTICE], state: "abgeschlossen", says: tummy, until: "2027-02-10" },
      { box: "Eingang", row: [SCHOOL], state: "in Bearbeitung", says: parting },
      { box: "Eingang", row: [PRACTICE], state: "weitergeleitet", says: flat, until: "2027-02-15" },
      { box: "Eingang", row: [PRACTICE], state: "zugestellt", says: pregnant, until: UNFETCHED.help },
    ],
  ],
  [
    "ines",
    [
      { box: "Eingang", row: [PRACTICE], state: "abgeschlossen", says: bruises, until: "2027-02-17" },
      { box: "Eingang", row: [KITA], state: "Eingang bestätigt", says: wetClothes },
      { box: "Eingang", row: [PRACTICE], state: "zugestellt", says: baby, until: UNFETCHED.report },
    ],
  ],
  [
    "mia",
    [
      { box: "Eingang", row: [PRACTICE], state: "übernommen", says: flat },
      { box: "Eingang", row: [SCHOOL], state: "ruht", says: truant },
    ],
  ],
];

for (const [person, cases] of TOLD) {
  test(`${PEOPLE[person].login} opens everything that lies there, with the published passphrase`, async ({ deskOf }) => {
    test.setTimeout(180_000);
    const now = new Date().toISOString().slice(0, 10);
    const there = cases.filter(({ until }) => until === undefined || now < until);
    const page = await deskOf(person);
    for (const { box, row, state, says } of there) {
      await openCase(page, box, ...row, state);
      await expectState(page, state);
      await readContents(page);
      const main = page.getByRole("main");
      for (const words of says) await expect(main).toContainText(words);
      if (state === "zugestellt" && box === "Eingang") await expectState(page, "geöffnet");
    }
  });
}

test("who was not let into a case learns nothing of it, whatever keys they hold", async ({ page, deskOf }) => {
  await signIn(page, "ines");
  await openCase(page, "Eingang", KITA, "Eingang bestätigt");
  const address = page.url();
  const bernd = await deskOf("bernd");
  await openBox(bernd, "Eingang");
  await expect(bernd.getByText("Keine Vorgänge.", { exact: true })).toBeVisible();
  const answer = bernd.waitForResponse((response) => response.request().postData()?.includes("CaseById") ?? false);
  await bernd.goto(address);
  await expect(bernd.getByText("Diesen Vorgang gibt es nicht", { exact: true })).toBeVisible();
  expect(await (await answer).json()).toEqual({ data: { referral: null } });
});

test("nora.netz has no task with keys: she is told so on every page about them, and sees no case", async ({ page }) => {
  await signIn(page, "nora");
  for (const address of ["", "/einrichten", "/inhaber", "/blatt"]) {
    await page.goto(`/intern/schluessel${address}`);
    await expect(page.getByRole("heading", { name: "Für Ihre Aufgaben brauchen Sie keinen Schlüssel" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
  await page.goto("/intern/vermittlungen");
  await expect(page.getByText("Vermittlungen gehören nicht zu Ihren Aufgaben")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
});
