import type { Page, Route } from "@playwright/test";
import { expectAccessible } from "../kit/axe.ts";
import { expect, test } from "../kit/console.ts";
import { openCase } from "../kit/exchange.ts";
import { fillReport, sendButton } from "../kit/write.ts";

const OFFICE = "Jugendamt Beispielkreis";
const REPORT = {
  to: OFFICE,
  as: "Ärztin, Arzt, Hebamme, Heilberuf (§ 4 Abs. 1 Nr. 1 KKG)",
  gate: "§ 4 Abs. 3 KKG",
  child: "Romy",
  seen: "Das Kind wog heute weniger als vor vier Wochen.",
};

interface Keys {
  organisation: { name: { value: string } };
  announcements: { announcement: string; proof: string | null }[];
  endorsements: string[];
}

/** From now on the server lies about the keys of one organisation. */
async function lieAboutKeys(page: Page, name: string, lie: (keys: Keys) => void): Promise<void> {
  await page.route(/\/graphql$/, async (route: Route) => {
    if (route.request().postDataJSON()?.operationName !== "DestinationKeys") return route.continue();
    const response = await route.fetch();
    const json = await response.json();
    if (json.data.destination.organisation.name.value.startsWith(name)) lie(json.data.destination);
    return route.fulfill({ response, json });
  });
}

/** From now on the server says that it is another installation, where the body of the demo vouches for nobody. */
async function lieAboutInstance(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/meta$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), instanceId: "mv" } });
  });
}

/** The names of the operations a page asks the server for. */
function operations(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/graphql")) names.push(String(request.postDataJSON()?.operationName));
  });
  return names;
}

/** Red, with a number to call and the reason, and nowhere a way to go on regardless. */
async function expectStop(page: Page, reason: string): Promise<void> {
  const stop = page.getByRole("alert").filter({ hasText: "Halt: Ein Schlüssel ist nicht bestätigt" });
  await expect(stop).toContainText("Es wird nichts gesendet und nichts geöffnet.");
  await expect(stop).toContainText(reason);
  await expect(stop.getByRole("link").first()).toHaveAttribute("href", /^tel:/);
  await expect(stop.getByRole("button")).toHaveCount(0);
  await expect(page.getByText("Schlüsselkette ungültig")).toBeVisible();
  await expect(sendButton(page)).toHaveCount(0);
  for (const name of ["Schlüssel aufschließen", "Inhalt öffnen", "Erneut versuchen"]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await expectAccessible(page);
}

/** A signature with its first letter changed: the bytes of a link that somebody else wrote. */
const altered = (token: string): string => token.replace(/\.([^.])([^.]*)$/u, (_all, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`);

const LIES: readonly { what: string; lie: (page: Page) => Promise<void>; reason: string }[] = [
  {
    what: "an office that no body vouches for",
    lie: (page) =>
      lieAboutKeys(page, OFFICE, (keys) => {
        keys.endorsements = [];
      }),
    reason: "Keine Prüfstelle hat den ersten Schlüssel bestätigt.",
  },
  {
    what: "a body of the demo on an installation that is not the demo",
    lie: lieAboutInstance,
    reason: "Nur eine Prüfstelle einer anderen Installation hat den Schlüssel bestätigt.",
  },
  {
    what: "a chain with an altered link",
    lie: (page) =>
      lieAboutKeys(page, OFFICE, (keys) => {
        for (const link of keys.announcements) link.announcement = altered(link.announcement);
      }),
    reason: "Der neue Schlüssel ist nicht mit dem alten unterschrieben.",
  },
];

for (const { what, lie, reason } of LIES) {
  test(`${what}: red before sealing, and nothing is sent`, async ({ deskOf }) => {
    test.setTimeout(180_000);
    const petra = await deskOf("petra");
    const asked = operations(petra);
    await fillReport(petra, REPORT);
    await lie(petra);
    await sendButton(petra).click();
    await expectStop(petra, reason);
    expect(asked).toContain("DestinationKeys");
    expect(asked).not.toContain("CreateReferral");
  });
}

test("a sender whose keys do not hold: red before opening, and nothing is fetched", async ({ deskOf }) => {
  const ines = await deskOf("ines");
  const asked = operations(ines);
  await lieAboutKeys(ines, "Kita Beispielwiese", (keys) => {
    keys.endorsements = [];
  });
  await openCase(ines, "Eingang", "Kita Beispielwiese", "23. November");
  await ines.getByRole("button", { name: "Inhalt öffnen" }).click();
  await expectStop(ines, "Keine Prüfstelle hat den ersten Schlüssel bestätigt.");
  expect(asked).not.toContain("ReadReferralParts");
});
