import type { Page } from "@playwright/test";
import { expect, test } from "../kit/console.ts";
import { expectState, openBox } from "../kit/exchange.ts";
import { fillReport, sendButton } from "../kit/write.ts";

const GRAPHQL = /\/graphql$/;
const report = (child: string) => ({
  to: "Jugendamt Beispielkreis",
  as: "Einrichtung oder Dienst mit Vereinbarung, z. B. Kita (§ 8a Abs. 4 SGB VIII)",
  child,
  seen: "Heute zum dritten Mal nicht abgeholt.",
});
const UNCLEAR = "Nicht sicher, ob es angekommen ist";

/** The server takes what is sent, and its answer does not arrive. */
async function loseTheAnswer(page: Page): Promise<void> {
  let lost = false;
  await page.route(GRAPHQL, async (route) => {
    if (lost || !route.request().postData()?.includes("mutation CreateReferral")) return route.continue();
    lost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
}

async function sendInVain(page: Page): Promise<void> {
  await loseTheAnswer(page);
  await sendButton(page).click();
  await expect(page.getByRole("alert")).toContainText(UNCLEAR);
  await expect(page.getByRole("main")).not.toContainText(/Nicht gesendet|nichts gespeichert/);
}

async function expectArrivedBefore(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: "Schon angekommen. Zeichen:" })).toBeVisible();
  await page.getByRole("link", { name: "Zum Vorgang, ergänzen oder berichtigen" }).click();
  await expectState(page, "zugestellt");
  await openBox(page, "Entwürfe");
  await expect(page.getByText("Keine Entwürfe")).toBeVisible();
}

test.beforeEach(({ expectRefusal }) => expectRefusal(GRAPHQL));

test("the answer is lost: sent once more as it is, it arrives once", async ({ deskOf }) => {
  test.setTimeout(120_000);
  const karla = await deskOf("karla");
  await fillReport(karla, report("Pia"));
  await sendInVain(karla);
  await karla.getByRole("button", { name: "Erneut versuchen" }).click();
  await expect(karla.getByRole("status").filter({ hasText: "Gesendet. Zeichen:" })).toBeVisible();
});

test("the answer is lost and the text is changed: the sender learns what arrived and where to correct it", async ({
  deskOf,
}) => {
  test.setTimeout(120_000);
  const karla = await deskOf("karla");
  await fillReport(karla, report("Tom"));
  await sendInVain(karla);
  await karla.getByRole("button", { name: "Zurück zum Blatt" }).click();
  await karla.getByLabel("Vorname").fill("Tim");
  await karla.getByRole("button", { name: "Prüfen", exact: true }).click();
  await sendButton(karla).click();
  await expect(karla.getByRole("heading", { level: 2, name: "Ihre letzte Fassung, nicht gesendet" })).toBeVisible();
  await expect(karla.getByText("Tim", { exact: true })).toBeVisible();
  await expectArrivedBefore(karla);
});

test("the answer is lost and the draft is opened later: it says that it arrived, and goes", async ({ deskOf }) => {
  test.setTimeout(120_000);
  const karla = await deskOf("karla");
  await fillReport(karla, report("Eva"));
  await sendInVain(karla);
  await openBox(karla, "Entwürfe");
  await karla.getByRole("link", { name: "Weiterschreiben" }).first().click();
  await expectArrivedBefore(karla);
});
