import type { Page } from "@playwright/test";
import { expectAccessible } from "../kit/axe.ts";
import { expect, test } from "../kit/console.ts";
import { actForm, expectState, openCase } from "../kit/exchange.ts";
import { fillHelp, fillReport, send } from "../kit/write.ts";

const OFFICE = "Jugendamt Beispielkreis";
const POINT = "Kontaktstelle Kinderschutz Beispielstadt";
const NURSERY = "Einrichtung oder Dienst mit Vereinbarung, z. B. Kita (§ 8a Abs. 4 SGB VIII)";
const TEACHER = "Lehrerin, Lehrer an einer Schule (Nr. 7)";

/** On the way to the server one letter of a sealed text changes; everything the server can check still fits. */
async function damage(page: Page): Promise<void> {
  await page.route(/\/graphql$/, async (route) => {
    const body = route.request().postDataJSON();
    if (body?.operationName !== "CreateReferral") return route.continue();
    const [part] = body.variables.parts;
    const jwe = JSON.parse(part.jwe);
    jwe.ciphertext = jwe.ciphertext.replace(/^./u, (first: string) => (first === "A" ? "B" : "A"));
    part.jwe = JSON.stringify(jwe);
    return route.continue({ postData: JSON.stringify(body) });
  });
}

/** Opens what cannot be opened, reads what rejecting it does, and rejects it. */
async function reject(page: Page, reference: string): Promise<void> {
  await openCase(page, "Eingang", reference, "zugestellt");
  await page.getByRole("button", { name: "Inhalt öffnen" }).click();
  const unreadable = page.getByRole("alert").filter({ hasText: "Der Inhalt lässt sich nicht öffnen" });
  await expect(unreadable).toContainText("ist beschädigt");
  await expect(unreadable).toContainText("wird gebeten anzurufen. Der Vorgang ist danach zu Ende.");
  await expectAccessible(page);
  await unreadable.getByRole("button", { name: "Als nicht lesbar zurückweisen" }).click();
  await expectState(page, "nicht zustellbar (technisch)");
  await expect(page.getByRole("button", { name: "Als nicht lesbar zurückweisen" })).toHaveCount(0);
}

const missed = (page: Page) => page.locator(".kern-alert").filter({ hasText: "Nicht angekommen. Bitte rufen Sie an." });

test("a report that does not open is rejected: the reporter is told to call, and notes the other way", async ({ deskOf }) => {
  test.setTimeout(180_000);
  const [karla, ines] = [await deskOf("karla"), await deskOf("ines")];
  await damage(karla);
  await fillReport(karla, { to: OFFICE, as: NURSERY, child: "Mats", seen: "Mats kommt seit Tagen ohne Essen." });
  const reference = await send(karla);
  await reject(ines, reference);

  await openCase(karla, "Ausgang", reference, "nicht zustellbar");
  await expect(missed(karla)).toContainText("Rufen Sie an und tragen Sie danach den anderen Weg ein.");
  await expect(missed(karla).getByRole("link").first()).toHaveAttribute("href", /^tel:/);
  await expectAccessible(karla);
  await actForm(karla, "Anderen Weg eintragen", (form) => form.getByLabel("Weg").selectOption({ label: "Telefon" }));
  await expect(karla.getByText("Auf anderem Weg übergeben")).toBeVisible();
  await expect(missed(karla)).toHaveCount(0);
});

test("a referral to help that does not open is rejected: the sender can call or write anew", async ({ deskOf }) => {
  test.setTimeout(180_000);
  const [sven, kim] = [await deskOf("sven"), await deskOf("kim")];
  await damage(sven);
  await fillHelp(sven, { to: POINT, as: TEACHER, person: "Ida Beispiel-Rotdorn", wish: "Ida sucht eine Gruppe." });
  const reference = await send(sven);
  await reject(kim, reference);

  await openCase(sven, "Ausgang", reference, "nicht zustellbar");
  await expect(missed(sven)).toContainText("Rufen Sie an, oder schreiben Sie sie neu.");
  await expect(missed(sven).getByRole("link").first()).toHaveAttribute("href", /^tel:/);
  await missed(sven).getByRole("link", { name: "Hilfe vermitteln" }).click();
  await expect(sven.getByLabel("Stelle suchen")).toBeVisible();
});
