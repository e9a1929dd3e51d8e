import type { Page } from "@playwright/test";
import { expect, test } from "../kit/console.ts";

const WIDTHS = [
  { viewport: { width: 1280, height: 900 } },
  { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
];

async function askFor(page: Page, place: string): Promise<void> {
  await page.goto("/sorge");
  await page.getByLabel("Ort oder Postleitzahl").fill(place);
  await page.getByRole("button", { name: "Zuständige Stelle zeigen" }).click();
}

/** The rows of an office's numbers, in the order to try. */
const numbersOf = (page: Page, office: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: office }) }).getByRole("listitem");

const call = (display: string) => ({ name: new RegExp(`${display}$`) });

const regionOf = (name: string) => `Kinderschutz-Telefon, Region ${name}`;

const LAKES = "Jugendamt des Landkreises Mecklenburgische Seenplatte";

for (const device of WIDTHS) {
  const { width } = device.viewport;
  test.describe(`${width} px wide`, () => {
    test.use(device);

    test.afterEach(async ({ page }) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

    test("18181 asks which place is meant and already shows both offices", async ({ page }) => {
      await askFor(page, "18181");
      await expect(page.getByText("Mehrere Stellen kommen in Frage")).toBeVisible();
      await expect(page.getByText("In welchem Ort ist das?")).toBeVisible();
      await expect(page.getByRole("article")).toHaveCount(2);
      await page.getByRole("button", { name: /Rostock \(Stadt\)/ }).click();
      await expect(page.getByText("Eine Stelle ist zuständig.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Zuständig für „18181“" })).toBeFocused();
      await expect(page.getByRole("article")).toHaveCount(1);
      await expect(page.getByRole("article").getByRole("link", { name: /Anrufen/ }).first()).toBeVisible();
    });

    for (const [town, region, display] of [
      ["Demmin", "Demmin", "0395 57087 5301"],
      ["Waren", "Waren (Müritz)", "0395 57087 5303"],
    ] as const) {
      test(`${town} gives its regional line and no other`, async ({ page }) => {
        await askFor(page, town);
        const numbers = numbersOf(page, LAKES);
        const line = numbers.filter({ hasText: display });
        await expect(line).toContainText(regionOf(region));
        const href = `tel:+49${display.slice(1).replaceAll(" ", "")}`;
        await expect(line.getByRole("link", call(display))).toHaveAttribute("href", href);
        await expect(numbers.filter({ hasText: "Kinderschutz-Telefon, Region" }).filter({ hasNotText: region })).toHaveCount(0);
        await expect(page.getByText("Zu welcher Region gehört der Ort?")).toHaveCount(0);
      });
    }

    test("Stavenhagen asks for the region and shows the numbers of all four", async ({ page }) => {
      await askFor(page, "Stavenhagen");
      await expect(page.getByText("Zu welcher Region gehört der Ort?")).toBeVisible();
      const numbers = numbersOf(page, LAKES);
      for (const region of ["Neubrandenburg", "Demmin", "Neustrelitz", "Waren (Müritz)"]) {
        await expect(numbers.filter({ hasText: regionOf(region) }).first()).toBeVisible();
      }
      await page.getByRole("button", { name: "Regionalteam Demmin" }).click();
      await expect(numbers.filter({ hasText: regionOf("Neustrelitz") })).toHaveCount(0);
      await expect(numbers.filter({ hasText: regionOf("Demmin") })).toBeVisible();
    });

    test("the Kontaktstelle is found from 19055, with number and way", async ({ page }) => {
      await page.goto("/hilfe-finden");
      await page.getByLabel("Worum geht es?").fill("Kontaktstelle");
      await page.getByLabel("Ort oder Postleitzahl").fill("19055");
      await page.getByRole("button", { name: "Suchen" }).click();
      const first = page.getByRole("article").first();
      await expect(first.getByRole("heading")).toContainText("Kontaktstelle Kinderschutz");
      await first.getByRole("link", { name: /^Alle Angaben/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Kont(i)Ki");
      await expect(page.getByText("Alexandrinenstraße 2")).toBeVisible();
      await expect(page.getByRole("main").getByRole("link", call("0385 4791569")).first()).toBeVisible();
    });
  });
}

/** Lets the page ask for an instant of our choice; the answer is the server's. */
const askAt = (page: Page, at: string) =>
  page.route(/\/graphql$/, (route) => {
    const body = route.request().postDataJSON();
    if (body.query.includes("query Responsible")) body.variables.input.at = at;
    return route.continue({ postData: JSON.stringify(body) });
  });

test("on Friday at 16:40 the hotline stands first, at 23:00 the county's own line does, and each says why", async ({ page }) => {
  const [countyLine, children] = ["0395 57087 8000", "116 111"];
  const rows = numbersOf(page, LAKES);
  const others = page.getByRole("region", { name: "Diese Nummern helfen weiter" }).getByRole("listitem");

  await askAt(page, "2026-11-20T16:40:00+01:00");
  await askFor(page, "Waren");
  await expect(rows.first()).toContainText("0800 14 14 007");
  await expect(rows.first()).toContainText("Rund um die Uhr erreichbar.");
  const outside = "Antwortet außerhalb der Sprechzeiten; die Sprechzeiten sind nicht bekannt.";
  await expect(rows.filter({ hasText: countyLine })).toContainText(outside);
  await expect(others.filter({ hasText: children })).toContainText("Geöffnet bis 20:00.");

  await page.unrouteAll();
  await askAt(page, "2026-11-20T23:00:00+01:00");
  await askFor(page, "Waren");
  await expect(rows.first()).toContainText(countyLine);
  await expect(rows.first()).toContainText("Jetzt erreichbar, außerhalb der Sprechzeiten bis Montag, 23.11., 06:00.");
  await expect(others.filter({ hasText: children })).toContainText("Geschlossen seit 20:00. Öffnet Samstag, 21.11., 14:00.");
});
