import { expect, test } from "../kit/console.ts";
import { act, actForm, expectState, openBox, openCase, readContents } from "../kit/exchange.ts";
import { PEOPLE } from "../kit/people.ts";
import { fillConsent, fillHelp, send } from "../kit/write.ts";

const POINT = "Kontaktstelle Kinderschutz Beispielstadt";
const MUSTERLAND = "Jugendamt Musterland";
const TEACHER = "Lehrerin, Lehrer an einer Schule (Nr. 7)";
const of = (person: string, wish: string) => ({ to: POINT, as: TEACHER, person, wish });

test("a referral to help is accepted, worked on and completed; both ends see each step", async ({ deskOf }) => {
  test.setTimeout(180_000);
  const [sven, kim] = [await deskOf("sven"), await deskOf("kim")];
  const wish = "Finja möchte in eine Gruppe für Kinder nach einer Trennung.";
  await fillHelp(sven, of("Finja Beispiel-Hasel", wish));
  const reference = await send(sven);
  await openBox(sven, "Ausgang");
  await expect(sven.getByRole("row").filter({ hasText: reference })).toBeVisible();

  await openCase(kim, "Eingang", reference, "zugestellt");
  await readContents(kim);
  await expect(kim.getByRole("heading", { level: 2, name: "Inhalt" })).toBeFocused();
  await expect(kim.getByText(wish)).toBeVisible();
  await act(kim, "Eingang bestätigen");
  await expectState(kim, "Eingang bestätigt");
  await expect(kim.locator(".sn-now")).toBeFocused();
  await act(kim, "Übernehmen");
  await expectState(kim, "übernommen");
  await actForm(kim, "Zuteilen", (form) => form.getByLabel("Zuständig").selectOption({ label: PEOPLE.kim.name }));
  await act(kim, "Bearbeitung beginnen");
  await expectState(kim, "in Bearbeitung");
  await kim.getByLabel("Ihre Nachricht").fill("Die Gruppe beginnt im Januar.");
  await kim.getByRole("button", { name: "Verschlüsselt senden" }).click();
  await expect(kim.getByRole("listitem").filter({ hasText: "Die Gruppe beginnt im Januar." })).toBeVisible();

  const news = /^Neue Nachricht von der empfangenden Stelle, /;
  await sven.getByRole("link", { name: "Heute", exact: true }).click();
  await expect(sven.getByRole("region", { name: "Neue Nachrichten" }).locator("li", { hasText: reference })).toContainText(
    "Neue Nachricht von der empfangenden Stelle",
  );
  await openCase(sven, "Ausgang", reference, "in Bearbeitung", "Neue Nachricht");
  await expect(sven.getByText(news)).toBeVisible();
  await readContents(sven);
  await expect(sven.getByText("Die Gruppe beginnt im Januar.")).toBeVisible();
  await expect(sven.getByText(news)).toHaveCount(0);

  await actForm(kim, "Abschließen", (form) => form.getByLabel("Ergebnis").selectOption({ label: "hat Hilfe bekommen" }));
  await expectState(kim, "abgeschlossen");
  await openCase(sven, "Ausgang", reference, "abgeschlossen");
  await expect(sven.getByText("hat Hilfe bekommen")).toBeVisible();
});

test("a referral is declined: the sender reads the reason, and the words that only both ends can read", async ({ deskOf }) => {
  test.setTimeout(180_000);
  const [sven, kim] = [await deskOf("sven"), await deskOf("kim")];
  await fillHelp(sven, of("Jannis Beispiel-Ulme", "Jannis braucht Nachhilfe in Mathematik."));
  const reference = await send(sven);
  await openCase(kim, "Eingang", reference);
  await readContents(kim);
  await act(kim, "Eingang bestätigen");
  await expectState(kim, "Eingang bestätigt");
  await actForm(kim, "Ablehnen", async (form) => {
    await form.getByLabel("Grund").selectOption({ label: "sachlich nicht zuständig" });
    await form.getByLabel("Erläuterung").fill("Nachhilfe vermittelt die Schule selbst.");
  });
  await expectState(kim, "abgelehnt");
  await openCase(sven, "Ausgang", reference, "abgelehnt");
  await expect(sven.getByText("sachlich nicht zuständig")).toBeVisible();
  await readContents(sven);
  await expect(sven.getByText("Nachhilfe vermittelt die Schule selbst.")).toBeVisible();
});

test("another body is proposed: the sender seals anew with a new consent, and only then does it get there", async ({
  deskOf,
}) => {
  test.setTimeout(180_000);
  const [sven, kim] = [await deskOf("sven"), await deskOf("kim")];
  const wish = "Die Familie zieht um und sucht Beratung am neuen Ort.";
  await fillHelp(sven, of("Familie Beispiel-Eibe", wish));
  const reference = await send(sven);
  await openCase(kim, "Eingang", reference);
  await readContents(kim);
  await act(kim, "Eingang bestätigen");
  await expectState(kim, "Eingang bestätigt");
  await actForm(kim, "Andere Stelle vorschlagen", (form) =>
    form.getByLabel("Vorgeschlagene Stelle").selectOption({ label: `${MUSTERLAND} (Beispiel)` }),
  );
  await expectState(kim, "an andere Stelle verwiesen");

  await openCase(sven, "Ausgang", reference, "an andere Stelle verwiesen");
  await sven.getByRole("link", { name: /^Neu an .* senden$/ }).click();
  // the case has a button of that name too
  await expect(sven.getByRole("heading", { level: 1, name: "Neu an eine andere Stelle senden" })).toBeVisible();
  await sven.getByRole("button", { name: "Inhalt öffnen" }).click();
  await expect(sven.getByRole("heading", { level: 3, name: MUSTERLAND })).toBeVisible();
  await expect(sven.getByLabel("Was wird gewünscht?")).toHaveValue(wish);
  await expect(sven.getByLabel("Worin?")).toHaveValue("");
  await fillConsent(sven);
  const anew = await send(sven);
  expect(anew).not.toBe(reference);

  await openCase(sven, "Ausgang", reference, "an andere Stelle verwiesen");
  await expect(sven.getByRole("link", { name: /^Neu an .* senden$/ })).toHaveCount(0);
  await sven.getByRole("link", { name: "Zum neuen Vorgang" }).click();
  await sven.getByRole("heading", { level: 1, name: `Vorgang ${anew}` }).waitFor();

  const mia = await deskOf("mia");
  await openCase(mia, "Eingang", anew, "zugestellt");
  await readContents(mia);
  await expect(mia.getByText(wish)).toBeVisible();
});
