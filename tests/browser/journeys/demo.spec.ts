import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../kit/console.ts";
import { expectState, openBox, openCase, readContents, referenceOf } from "../kit/exchange.ts";
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
  /** When the sender's access ends, as the product promises; the addressee's does not end by itself. */
  readonly accessUntil?: string;
}

const EXCHANGE = readFileSync(resolve(import.meta.dirname, "../../../data/demo/exchange.json"), "utf8");
const { acts } = JSON.parse(EXCHANGE) as { acts: readonly { does: object }[] };
/** How many referrals the demo sends. */
const SENT = acts.filter(({ does }) => "send" in does).length;

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

/** Who opens what, on any day. The senders come first: the last two are opened by nobody before their addressee does it here. */
const TOLD: readonly (readonly [PersonKey, readonly Told[]])[] = [
  [
    "karla",
    [
      { box: "Ausgang", row: [PRACTICE], state: "abgelehnt", says: hearing, accessUntil: "2027-02-03T10:52:00Z" },
      { box: "Ausgang", row: [POINT], state: "zurückgezogen", says: contact, accessUntil: "2026-11-27T11:30:00Z" },
      { box: "Ausgang", row: [KREIS], state: "Eingang bestätigt", says: wetClothes, accessUntil: "2027-02-21T13:50:00Z" },
    ],
  ],
  [
    "petra",
    [
      { box: "Ausgang", row: [KREIS], state: "Eingang bestätigt", says: bruises, accessUntil: "2027-02-11T09:31:00Z" },
      { box: "Ausgang", row: [POINT], state: "an andere Stelle verwiesen", says: flat, accessUntil: "2027-02-15T14:30:00Z" },
      { box: "Ausgang", row: [MUSTERLAND], state: "übernommen", says: flat },
      { box: "Ausgang", row: [POINT], state: "zugestellt", says: pregnant },
      { box: "Ausgang", row: [KREIS], state: "zugestellt", says: baby },
      { box: "Eingang", row: [KITA], state: "abgelehnt", says: hearing },
      { box: "Eingang", row: [POINT], state: "abgeschlossen", says: tummy },
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
      { box: "Ausgang", row: [PRACTICE], state: "abgeschlossen", says: tummy, accessUntil: "2027-02-10T15:10:00Z" },
      { box: "Eingang", row: [SCHOOL], state: "in Bearbeitung", says: parting },
      { box: "Eingang", row: [KITA], state: "zurückgezogen", says: contact },
      { box: "Eingang", row: [PRACTICE], state: "an andere Stelle verwiesen", says: flat },
      { box: "Eingang", row: [PRACTICE], state: "zugestellt", says: pregnant },
    ],
  ],
  [
    "ines",
    [
      { box: "Eingang", row: [PRACTICE], state: "abgeschlossen", says: bruises },
      { box: "Eingang", row: [KITA], state: "Eingang bestätigt", says: wetClothes },
      { box: "Eingang", row: [PRACTICE], state: "zugestellt", says: baby },
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

test("every referral of the demo is opened here by its addressee", () => {
  const received = TOLD.flatMap(([, cases]) => cases).filter(({ box }) => box === "Eingang");
  expect(received).toHaveLength(SENT);
});

for (const [person, cases] of TOLD) {
  test(`${PEOPLE[person].login} opens everything that lies there, with the published passphrase`, async ({ deskOf }) => {
    test.setTimeout(180_000);
    const page = await deskOf(person);
    const opened = new Set<string>();
    const gone = cases.filter(({ accessUntil }) => accessUntil !== undefined && Date.now() >= Date.parse(accessUntil));
    for (const told of cases) {
      if (gone.includes(told)) await expectGone(page, told);
      else opened.add(await open(page, told));
    }
    expect(opened.size).toBe(cases.length - gone.length);
  });
}

/** Opens the one case that is told like this, and answers its reference. */
async function open(page: Page, { box, row, state, says }: Told): Promise<string> {
  await openCase(page, box, ...row, state);
  await expectState(page, state);
  await readContents(page);
  const main = page.getByRole("main");
  for (const words of says) await expect(main).toContainText(words);
  if (state === "zugestellt" && box === "Eingang") await expectState(page, "geöffnet");
  return referenceOf(page);
}

/** The sender does not find it any more. */
async function expectGone(page: Page, { box, row, state }: Told): Promise<void> {
  await openBox(page, box);
  await expect(page.getByRole("status").filter({ hasText: /Vorgang\.|Vorgänge\./ })).toBeVisible();
  const rows = [...row, state].reduce((found, word) => found.filter({ hasText: word }), page.getByRole("row"));
  await expect(rows).toHaveCount(0);
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
