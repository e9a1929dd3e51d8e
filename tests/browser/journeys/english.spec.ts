import { expect, test } from "../kit/console.ts";
import { expectGermanMarked } from "../kit/language.ts";
import { signIn } from "../kit/signIn.ts";

const POINT = "Kontaktstelle Kinderschutz Beispielstadt";

/* The names and texts of the directory are German; in a page in English they say so, to be spoken as German. */

test("German words of the directory are marked as German where the page is English", async ({ page }) => {
  await page.goto("/hilfe-finden?sprache=en");
  await page.locator(".sn-districts").getByRole("button", { name: /^Landeshauptstadt Schwerin/ }).click();
  await expect(page.getByRole("button", { name: "Remove Landeshauptstadt Schwerin" })).toBeVisible();
  await page.getByRole("button", { name: "Remove Landeshauptstadt Schwerin" }).click();
  await expect(page.getByRole("article")).toHaveCount(20);
  await expectGermanMarked(page);
  await page.getByRole("article").first().getByRole("link", { name: /^All details of / }).click();
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expectGermanMarked(page);
  for (const [address, ready] of [
    ["/hilfetelefone", "All details"],
    ["/datenquellen", "Licence"],
  ] as const) {
    await page.goto(`${address}?sprache=en`);
    await expect(page.getByText(ready).first()).toBeVisible();
    await expectGermanMarked(page);
  }
});

test("German words of own entries and of other bodies are marked as German where the page is English", async ({ page }) => {
  await signIn(page, "leo");
  await page.goto("/intern/verzeichnis?sprache=en");
  await page.getByRole("table").getByRole("link", { name: /^Edit / }).click();
  await expect(page.getByRole("textbox", { name: "In short" })).not.toBeEmpty();
  await expectGermanMarked(page);
  for (const [address, ready] of [
    ["/intern/vermittlungen", "Kita Beispielwiese"],
    ["/intern/vermittlungen/neu", POINT],
    ["/intern/schluessel", "Prüfstelle Beispielkreis"],
  ] as const) {
    await page.goto(`${address}?sprache=en`);
    await expect(page.getByText(ready).first()).toBeVisible();
    await expectGermanMarked(page);
  }
});
