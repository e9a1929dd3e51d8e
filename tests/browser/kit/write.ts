import type { Page } from "@playwright/test";
import { openBox } from "./exchange.ts";

export type Sheet = "Gefährdung melden" | "Hilfe vermitteln";

/** Opens an empty sheet to a body, from the list, without leaving the document. */
export async function beginSheet(page: Page, sheet: Sheet, body: string): Promise<void> {
  await openBox(page, "Ausgang");
  await page.getByRole("link", { name: sheet }).click();
  await page.getByLabel("Stelle suchen").fill(body);
  await page.getByRole("region", { name: body }).getByRole("button", { name: "Diese Stelle wählen" }).click();
  await page.getByLabel("Sie schreiben als").waitFor();
}

export interface Report {
  readonly to: string;
  /** The option of "Sie schreiben als". */
  readonly as: string;
  /** The option of "Rechtsgrundlage"; absent where the law leaves one door. */
  readonly gate?: string;
  readonly child: string;
  readonly seen: string;
}

/** Fills a report as far as somebody in a hurry does, and goes on to the check. */
export async function fillReport(page: Page, { to, as, gate, child, seen }: Report): Promise<void> {
  await beginSheet(page, "Gefährdung melden", to);
  await page.getByLabel("Sie schreiben als").selectOption({ label: as });
  if (gate) await page.getByLabel("Rechtsgrundlage").selectOption({ label: gate });
  await page.getByLabel("Vorname").fill(child);
  await page.getByLabel("Beobachtung 1").fill(seen);
  await page.getByLabel("Vernachlässigung").check();
  await page.getByRole("group", { name: "Eltern informiert?" }).getByLabel("nein").check();
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Prüfen und senden" }).waitFor();
}

export interface Help {
  readonly to: string;
  readonly as: string;
  readonly person: string;
  readonly wish: string;
}

/** Fills a referral to help with the consent of the parents, and goes on to the check. */
export async function fillHelp(page: Page, { to, as, person, wish }: Help): Promise<void> {
  await beginSheet(page, "Hilfe vermitteln", to);
  await page.getByLabel("Sie schreiben als").selectOption({ label: as });
  await page.getByRole("group", { name: "Für wen?" }).getByLabel("Name", { exact: true }).fill(person);
  await page.getByLabel("Was wird gewünscht?").fill(wish);
  await page.getByLabel("Erreichbar über").selectOption({ label: "Telefon" });
  await page.getByLabel("Nummer oder Adresse").fill("00000 99001 77");
  await page.getByRole("group", { name: "Um wessen Daten geht es?" }).getByLabel("beide").check();
  await page.getByLabel("Wer hat eingewilligt?").fill("Mutter");
  await fillConsent(page);
}

/** What is asked for every body anew: what the consent covers, and how it was given. */
export async function fillConsent(page: Page): Promise<void> {
  await page.getByLabel("Worin?").fill("Name\nAnliegen");
  await page.getByRole("group", { name: "Wie?" }).getByLabel("schriftlich").check();
  await page.getByRole("button", { name: "Prüfen", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "Prüfen und senden" }).waitFor();
}

export const sendButton = (page: Page) => page.getByRole("button", { name: /^Verschlüsselt an .* senden$/ });

/** Seals, sends and goes to the case; returns its reference. */
export async function send(page: Page): Promise<string> {
  await sendButton(page).click();
  const sent = page.getByRole("status").filter({ hasText: "Gesendet. Zeichen:" });
  const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await sent.innerText())?.[0];
  if (!reference) throw new Error("a sent sheet has a reference");
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
  await page.getByRole("heading", { level: 1, name: `Vorgang ${reference}` }).waitFor();
  return reference;
}
