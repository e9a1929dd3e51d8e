import type { Locator, Page } from "@playwright/test";
import { expect } from "./console.ts";

export type Box = "Eingang" | "Ausgang" | "Entwürfe";

/** Goes to a box of the exchange without leaving the document, so that an open lock stays open. */
export async function openBox(page: Page, box: Box): Promise<void> {
  const menu = page.getByRole("button", { name: "Menü", exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("link", { name: "Vermittlungen", exact: true }).click();
  await page.getByRole("button", { name: box, exact: true }).click();
  await expect(page.getByRole("button", { name: box, exact: true })).toHaveAttribute("aria-pressed", "true");
}

/** Opens the one case of a box whose row holds all of these words. */
export async function openCase(page: Page, box: Box, ...words: readonly string[]): Promise<void> {
  await openBox(page, box);
  const rows = words.reduce((found, word) => found.filter({ hasText: word }), page.getByRole("row"));
  await rows.getByRole("link", { name: /^Vorgang .* ansehen$/ }).click();
  await page.getByRole("heading", { level: 1, name: /^Vorgang/ }).waitFor();
}

/** Opens the sealed texts of the case on the page; every reading is recorded. */
export async function readContents(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Inhalt öffnen" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Nachrichten" })).toBeVisible();
}

/** One row of the head of a case, such as `Stand`. */
export const fact = (page: Page, term: string) =>
  page.getByRole("region", { name: "Eckdaten" }).locator(".sn-facts__row").filter({ hasText: term }).locator("dd");

/** Presses a button of "what you can do now". */
export async function act(page: Page, name: string): Promise<void> {
  await page.getByRole("region", { name: "Was Sie jetzt tun können" }).getByRole("button", { name, exact: true }).click();
}

/** Opens the form of an action, fills it and sends it off; it closes once the server has done it. */
export async function actForm(page: Page, name: string, fill: (form: Locator) => Promise<unknown>): Promise<void> {
  const form = page.getByRole("main").locator("#sn-act form");
  if ((await form.getByRole("heading", { name }).count()) === 0) await act(page, name);
  await fill(form);
  await form.locator("button[type=submit]").click();
  await expect(form).toHaveCount(0);
}

/** Waits until the head of the case says so. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect(fact(page, "Stand").locator("strong")).toHaveText(state);
}

/** The name of the case on the page, such as `7K3M-Q9XA`. */
export const referenceOf = (page: Page) => page.getByRole("heading", { level: 1, name: /^Vorgang/ }).locator("bdi").innerText();
