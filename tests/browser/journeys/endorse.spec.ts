import type { Page } from "@playwright/test";
import { expectAccessible } from "../kit/axe.ts";
import { expect, test, watch } from "../kit/console.ts";
import { command } from "../kit/server.ts";
import { PEOPLE, signIn, signInAs } from "../kit/signIn.ts";

/** A Kita that an operator lets in by the command line; like everything here it is invented. */
const KITA = "Kita Probeweg (Beispiel)";
const KIM = { login: "kim.probe", password: "Beispiel-Probe-2026", name: "Kim Probe-Beispiel" };
const PASSPHRASE = "neun kleine hasen hüpfen heim";

function letIn(): void {
  const create = ["organisation", "create", "--name", KITA, "--kind", "daycare", "--sector", "youth_welfare"];
  const organisation = command([...create, "--district", "99001"]).match(/org_[0-9a-f-]+/)?.[0] ?? "";
  command(["organisation", "verify", organisation]);
  command(["user", "create", "--login", KIM.login, "--name", KIM.name], KIM.password);
  const member = ["member", "add", "--login", KIM.login, "--organisation", organisation];
  command([...member, "--role", "intake", "--role", "lead"]);
}

/** Founds the keys of the Kita: passphrase, sheet, published. */
async function setUpKeys(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Schlüssel", exact: true }).click();
  await page.getByRole("link", { name: "Schlüssel einrichten" }).last().click();
  await page.getByRole("heading", { name: "Wozu ein eigener Schlüssel?" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("Passphrase wiederholen").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Ich habe das Blatt gedruckt und verwahrt").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { name: "Der Schlüssel ist angelegt" })).toBeVisible();
}

const fingerprint = (page: Page) => page.locator(".sn-fingerprint bdi").innerText();

test("a new organisation becomes believed: its fingerprint is read aloud, compared, vouched for", async ({ page, browser, baseURL }) => {
  test.setTimeout(90_000);
  letIn();
  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "de-DE" });
  const kita = await other.newPage();
  const troubles: string[] = [];
  watch(kita, baseURL ?? "", [], troubles);
  await signInAs(kita, KIM);
  await setUpKeys(kita);

  await kita.getByRole("link", { name: "Schlüssel", exact: true }).click();
  await expect(kita.getByText("Der erste Schlüssel ist noch nicht bestätigt")).toBeVisible();
  await kita.getByLabel("Passphrase").fill("das ist sie leider nicht gewesen");
  await kita.getByRole("button", { name: "Kennung zeigen" }).click();
  await expect(kita.getByRole("alert")).toContainText("Die Passphrase stimmt nicht.");
  await kita.getByLabel("Passphrase").fill(PASSPHRASE);
  await kita.getByRole("button", { name: "Kennung zeigen" }).click();
  const read = await fingerprint(kita);
  expect(read.split(/\s+/)).toHaveLength(8);
  await expectAccessible(kita);

  await signIn(page, "vera");
  await page.goto("/intern/schluessel/bestaetigen");
  await page.getByLabel("Passphrase").fill(PEOPLE.vera.passphrase);
  await page.getByRole("button", { name: "Aufschließen", exact: true }).last().click();
  await page.getByLabel("Name der Stelle").fill("Probeweg");
  await expect(page.getByRole("heading", { name: "Eine Stelle wartet" })).toBeVisible();
  await page.getByRole("button", { name: `${KITA} prüfen` }).click();
  expect(await fingerprint(page)).toBe(read);
  await page.getByRole("button", { name: "Schlüssel bestätigen" }).click();
  await expect(page.getByText("Bitte sagen Sie, wie Sie geprüft haben.")).toBeVisible();
  await expect(page.getByText("Bitte vergleichen Sie zuerst die Kennung.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Besuch/).check();
  await page.getByLabel("Verglichen, alle acht Gruppen stimmen überein").check();
  await page.getByRole("button", { name: "Schlüssel bestätigen" }).click();
  await expect(page.getByRole("heading", { name: "Eine Stelle ist bestätigt" })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Bestätigt von Prüfstelle Beispielkreis");

  await kita.reload();
  await expect(kita.getByText("Bestätigt von Prüfstelle Beispielkreis")).toBeVisible();
  await kita.getByRole("button", { name: "Schlüssel aufschließen" }).click();
  await kita.getByLabel("Passphrase").fill(PASSPHRASE);
  await kita.getByRole("dialog").getByRole("button", { name: "Aufschließen", exact: true }).click();
  await expect(kita.getByText("Schloss offen")).toBeVisible();
  expect(troubles).toEqual([]);
  await other.close();
});

test("who has no such task is told so, and the server refuses the list", async ({ page }) => {
  await signIn(page, "leo");
  await page.goto("/intern/schluessel/bestaetigen");
  await expect(page.getByText("Diese Seite ist für Prüfstellen")).toBeVisible();
  const answer = await page.evaluate(async () => {
    const body = JSON.stringify({ query: "{ organisationsWithKeys { id } }" });
    const headers = { "content-type": "application/json", accept: "application/json" };
    return (await fetch("/graphql", { method: "POST", headers, body })).text();
  });
  expect(answer).toContain("FORBIDDEN");
});

test("a changed passphrase opens, the old one does not", async ({ page }) => {
  await signIn(page, "bernd");
  await page.getByRole("link", { name: `Konto von ${PEOPLE.bernd.name}` }).click();
  await page.getByLabel("Bisherige Passphrase").fill(PEOPLE.bernd.passphrase);
  await page.getByLabel("Neue Passphrase").fill("graue eule malt rote monde");
  await page.getByLabel("Passphrase wiederholen").fill("graue eule malt rote monde");
  await page.getByRole("button", { name: "Passphrase ändern" }).click();
  await expect(page.getByText("Die Passphrase ist geändert.")).toBeVisible();
  await page.getByRole("button", { name: "Schlüssel aufschließen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Passphrase").fill(PEOPLE.bernd.passphrase);
  await dialog.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("Die Passphrase stimmt nicht.");
  await dialog.getByLabel("Passphrase").fill("graue eule malt rote monde");
  await dialog.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await expect(page.getByText("Schloss offen")).toBeVisible();
});

test("signing out everywhere ends the sessions of other devices too", async ({ page, browser, baseURL }) => {
  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "de-DE" });
  const lost = await other.newPage();
  await signIn(lost, "leo");
  const session = () => lost.evaluate(async () => (await fetch("/api/v1/session")).status);
  expect(await session()).toBe(200);
  await signIn(page, "leo");
  await page.getByRole("link", { name: `Konto von ${PEOPLE.leo.name}` }).click();
  await page.getByRole("button", { name: "Überall abmelden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Überall abmelden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
  await expect.poll(session, { timeout: 6_000 }).toBe(401);
  await other.close();
});
