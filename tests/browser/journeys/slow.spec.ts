import type { Page, Route } from "@playwright/test";
import { expect, test } from "../kit/console.ts";
import { openCase, readContents } from "../kit/exchange.ts";
import { PEOPLE } from "../kit/people.ts";
import { signIn } from "../kit/signIn.ts";
import { fillReport, sendButton } from "../kit/write.ts";

/* What a slow line or a cut one shows: something is at work, nothing is sent twice, nothing typed is lost. */

interface Held {
  /** How many requests have come so far. */
  count(): number;
  /** Lets them go, and all that come later. */
  release(): void;
}

/** Holds the requests that `matches` names, as a slow line does. */
async function hold(page: Page, pattern: RegExp, matches: (route: Route) => boolean = () => true): Promise<Held> {
  let count = 0;
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  await page.route(pattern, async (route) => {
    if (!matches(route)) return route.fallback();
    count += 1;
    await gate;
    return route.continue();
  });
  return { count: () => count, release };
}

const GRAPHQL = /\/graphql$/;
const operation = (name: string) => (route: Route) => route.request().postDataJSON()?.operationName === name;
const loading = (page: Page) => page.getByRole("status").filter({ hasText: "Wird geladen" });

test("while an office is looked up the page says so, and shows nobody who answers for another place", async ({ page }) => {
  const ask = async (place: string) => {
    await page.getByLabel("Ort oder Postleitzahl").fill(place);
    await page.getByRole("button", { name: "Zuständige Stelle zeigen" }).click();
  };
  await page.goto("/sorge");
  await ask("18181");
  await expect(page.getByRole("article").first()).toBeVisible();
  const held = await hold(page, GRAPHQL, operation("Responsible"));
  await ask("19055");
  await expect(loading(page)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
  held.release();
  await expect(page.getByRole("heading", { name: "Zuständig für „19055“" })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("while a search goes on the page says so and counts nothing", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await expect(page.locator(".sn-find__count")).toHaveText(/^\d+ Angebote$/);
  const held = await hold(page, GRAPHQL, operation("FindServices"));
  await page.getByLabel("Worum geht es?").fill("Hebamme");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.locator(".sn-find__count")).toHaveText("Wird geladen …");
  held.release();
  await expect(page.locator(".sn-find__count")).toHaveText(/^\d+ Angebote?$/);
});

test("two presses sign in once; the next page is announced while it is on its way", async ({ page }) => {
  await page.goto("/intern/anmelden");
  await page.getByLabel("Benutzername").fill(PEOPLE.leo.login);
  await page.getByLabel("Passwort").fill(PEOPLE.leo.password);
  const session = await hold(page, /\/api\/v1\/session$/);
  await page.getByRole("button", { name: "Anmelden", exact: true }).dblclick();
  await expect(page.locator("form button[type=submit]")).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Enter");
  session.release();
  await page.getByRole("heading", { level: 1, name: "Heute" }).waitFor();
  expect(session.count()).toBe(1);

  const program = await hold(page, /\/assets\/.*\.js$/);
  await page.getByRole("link", { name: "Vermittlungen", exact: true }).click();
  await expect(page.locator(".sn-going")).toHaveText("Wird geladen …");
  program.release();
  await expect(page.getByRole("row").first()).toBeVisible();
  await expect(page.locator(".sn-going")).toHaveCount(0);
  expect(program.count()).toBeGreaterThan(0);
});

test("another box shows nothing of the one before", async ({ deskOf }) => {
  const petra = await deskOf("petra");
  await petra.getByRole("link", { name: "Vermittlungen", exact: true }).click();
  await expect(petra.getByRole("row").filter({ hasText: "Kita Beispielwiese" })).toBeVisible();
  const held = await hold(petra, GRAPHQL, operation("Referrals"));
  await petra.getByRole("button", { name: "Ausgang", exact: true }).click();
  await expect(loading(petra)).toBeVisible();
  await expect(petra.getByRole("row")).toHaveCount(0);
  held.release();
  await expect(petra.getByRole("row").filter({ hasText: "Jugendamt Musterland" })).toBeVisible();
});

test("a message pressed twice while it is sealed is sent once", async ({ deskOf }) => {
  test.setTimeout(120_000);
  const sven = await deskOf("sven");
  await openCase(sven, "Ausgang", "Kontaktstelle Kinderschutz Beispielstadt", "in Bearbeitung");
  await readContents(sven);
  const words = "Der Termin am Freitag passt.";
  await sven.getByLabel("Ihre Nachricht").fill(words);
  const keys = await hold(sven, GRAPHQL, operation("DestinationKeys"));
  const posted = await hold(sven, GRAPHQL, operation("PostMessage"));
  posted.release();
  await sven.getByRole("button", { name: "Verschlüsselt senden" }).dblclick();
  await expect(sven.getByRole("button", { name: "Wird gesendet …" })).toHaveAttribute("aria-busy", "true");
  keys.release();
  await expect(sven.getByRole("listitem").filter({ hasText: words })).toHaveCount(1);
  await expect(sven.getByRole("button", { name: "Verschlüsselt senden" })).toBeVisible();
  expect(posted.count()).toBe(1);
});

test("a cut line: an entry says so where its button is, keeps its edits and saves them when the line is back", async ({
  page,
  context,
  expectRefusal,
}) => {
  expectRefusal(/\/graphql$|\/api\/v1\//);
  await signIn(page, "max");
  await page.getByRole("link", { name: "Eigene Einträge" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  const field = page.getByLabel("Bemerkung zu den Plätzen");
  await field.fill("Im Januar wieder.");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("alert")).toContainText("Der Server ist gerade nicht erreichbar.");
  await expect(page.getByRole("alert")).toBeInViewport();
  await expect(field).toHaveValue("Im Januar wieder.");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Erneut versuchen" }).click();
  await expect(page.getByText(/Gespeichert um/)).toBeVisible();
});

test("a cut line: the report says so, keeps its text, and goes out once when the line is back", async ({
  deskOf,
  expectRefusal,
}) => {
  test.setTimeout(180_000);
  expectRefusal(/\/graphql$|\/api\/v1\//);
  const karla = await deskOf("karla");
  const seen = "Enno kam heute mit einer frischen Schürfwunde.";
  await fillReport(karla, {
    to: "Jugendamt Beispielkreis",
    as: "Einrichtung oder Dienst mit Vereinbarung, z. B. Kita (§ 8a Abs. 4 SGB VIII)",
    child: "Enno",
    seen,
  });
  await karla.context().setOffline(true);
  await sendButton(karla).click();
  await expect(karla.getByRole("alert")).toContainText("Der Server ist gerade nicht erreichbar.");
  await expect(karla.getByText(seen)).toBeVisible();

  await karla.context().setOffline(false);
  const sent = await hold(karla, GRAPHQL, operation("CreateReferral"));
  await karla.getByRole("button", { name: "Erneut versuchen" }).dblclick();
  await expect(karla.getByRole("button", { name: /^Schlüssel werden geprüft/ })).toHaveAttribute("aria-busy", "true");
  await expect.poll(() => sent.count()).toBe(1);
  sent.release();
  await expect(karla.getByText("Gesendet. Zeichen:")).toBeVisible();
  expect(sent.count()).toBe(1);
});
