import type { Page } from "@playwright/test";
import { expect, test, watch } from "../kit/console.ts";
import { command } from "../kit/server.ts";
import { signInAs, unlock } from "../kit/signIn.ts";

const ROSA = { login: "rosa.neu", password: "Ein-langes-Kennwort-2026", name: "Rosa Beispiel" };
const PASSPHRASE = "neun rote enten ziehen weiter";

/** The organisation of whoever is signed in, as the server names it. */
async function organisationOf(page: Page): Promise<string> {
  const answered = page.waitForResponse((response) => response.request().postData()?.includes("query Viewer") ?? false);
  await page.reload();
  const { data } = (await (await answered).json()) as { data: { viewer: { organisation: { id: string } } } };
  return data.viewer.organisation.id;
}

const keysPage = (page: Page) => page.getByRole("link", { name: "Schlüssel", exact: true }).click();
const ways = (page: Page) => page.locator(".sn-facts__row").filter({ hasText: "Wege zum Öffnen" }).locator("dd");

test("a colleague who left before copying the line finds it again, is granted, and counts at the first unlock", async ({
  browser,
  baseURL,
  deskOf,
}) => {
  test.setTimeout(180_000);
  const karla = await deskOf("karla");
  const organisation = await organisationOf(karla);
  command(["user", "create", "--login", ROSA.login, "--name", ROSA.name], ROSA.password);
  command(["member", "add", "--login", ROSA.login, "--organisation", organisation, "--role", "intake"]);

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "de-DE" });
  const rosa = await context.newPage();
  const troubles: string[] = [];
  watch(rosa, baseURL ?? "", [], troubles);
  await signInAs(rosa, ROSA);
  await rosa.goto("/intern/schluessel/einrichten");
  await rosa.getByRole("button", { name: "Weiter" }).click();
  await rosa.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await rosa.getByLabel("Passphrase wiederholen").fill(PASSPHRASE);
  await rosa.getByRole("button", { name: "Weiter" }).click();
  await expect(rosa.getByRole("heading", { name: "Freigabe erbitten" })).toBeVisible();

  await rosa.goto("/intern");
  await keysPage(rosa);
  await expect(rosa.getByText("Ihre Stelle sendet, sie empfängt keine Vermittlungen")).toBeVisible();
  await rosa.getByRole("link", { name: "Zeile und Kennung zeigen" }).click();
  await rosa.getByLabel("Passphrase").fill(PASSPHRASE);
  await rosa.getByRole("button", { name: "Aufschließen", exact: true }).click();
  const line = await rosa.locator("code").innerText();
  expect(line).toMatch(/^SNK1/);

  await unlock(karla, "karla");
  await keysPage(karla);
  await karla.getByRole("link", { name: "Schlüssel verwalten" }).click();
  await karla.getByLabel("Zeile der Kollegin oder des Kollegen").fill(line);
  await karla.getByRole("button", { name: "Zeile lesen" }).click();
  await karla.getByLabel("Am Telefon verglichen, alle Gruppen stimmen überein").check();
  await karla.getByLabel("Als", { exact: true }).selectOption("holder");
  await karla.getByRole("button", { name: "Freigeben", exact: true }).click();
  await expect(karla.getByText("Freigegeben. Die Person kann jetzt aufschließen.")).toBeVisible();

  await rosa.goto("/intern/schluessel");
  await expect(ways(rosa)).toHaveText("1");
  await rosa.getByRole("button", { name: "Schlüssel aufschließen" }).click();
  const dialog = rosa.getByRole("dialog");
  await dialog.getByLabel("Passphrase").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await expect(rosa.getByText("Schloss offen")).toBeVisible({ timeout: 20_000 });
  await expect(ways(rosa)).toHaveText("2");
  await context.close();
  expect(troubles).toEqual([]);
});
