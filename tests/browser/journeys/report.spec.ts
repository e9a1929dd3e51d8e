import type { Page } from "@playwright/test";
import { expect, test } from "../kit/console.ts";
import { act, actForm, expectState, fact, openCase, readContents } from "../kit/exchange.ts";
import { PEOPLE } from "../kit/people.ts";
import { fillReport, send } from "../kit/write.ts";

const OFFICE = "Jugendamt Beispielkreis";
const SEEN = "Das Kind wog heute weniger als vor vier Wochen.";
const DOCTOR = {
  to: OFFICE,
  as: "Ärztin, Arzt, Hebamme, Heilberuf (§ 4 Abs. 1 Nr. 1 KKG)",
  gate: "§ 4 Abs. 3 KKG",
  child: "Romy",
  seen: SEEN,
};
const NURSERY = {
  to: OFFICE,
  as: "Einrichtung oder Dienst mit Vereinbarung, z. B. Kita (§ 8a Abs. 4 SGB VIII)",
  child: "Ole",
  seen: "Ole wurde zum dritten Mal nicht abgeholt.",
};

/** What an office does with a report and its reporter must not learn (§ 64 SGB VIII). */
const WORK = /ACCEPTED|IN_PROGRESS|COMPLETED|CO_SIGN|ASSIGN|PROCESSED|Frida/;
const WORK_IN_WORDS = /übernommen|in Bearbeitung|Bearbeitung begonnen|abgeschlossen|zugeteilt|mitgezeichnet|Frida/;

/** Everything the server tells a page of one case, as it comes in. */
function hear(page: Page): (reference: string) => Promise<string[]> {
  const answers: Promise<unknown>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/graphql")) answers.push(response.json().catch(() => null));
  });
  return async (reference) => [...objectsOf(await Promise.all(answers), reference)];
}

function* objectsOf(value: unknown, reference: string): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  if ("reference" in value && value.reference === reference) yield JSON.stringify(value);
  for (const inner of Object.values(value)) yield* objectsOf(inner, reference);
}

/** The reporter looks again: at the row, and at the case with its texts. */
async function lookAgain(page: Page, reference: string): Promise<void> {
  await openCase(page, "Ausgang", reference, "Eingang bestätigt");
  await expectState(page, "Eingang bestätigt");
  await expect(page.getByText("Unterschriebene Eingangsbestätigung vom")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(WORK_IN_WORDS);
}

test("a practice reports, the office works on it, the practice learns of receipt and three facts, nothing else", async ({
  deskOf,
}) => {
  test.setTimeout(180_000);
  const petra = await deskOf("petra");
  const told = hear(petra);
  await fillReport(petra, DOCTOR);
  const reference = await send(petra);
  await expect(petra.getByText("Noch nicht geöffnet")).toBeVisible();

  const ines = await deskOf("ines");
  await openCase(ines, "Eingang", reference);
  await readContents(ines);
  await expect(ines.getByText(SEEN)).toBeVisible();
  await act(ines, "Eingang bestätigen");
  await expectState(ines, "Eingang bestätigt");
  await lookAgain(petra, reference);

  const leo = await deskOf("leo");
  await openCase(leo, "Eingang", reference);
  await act(leo, "Übernehmen");
  await expectState(leo, "übernommen");
  await actForm(leo, "Zuteilen", (form) => form.getByLabel("Zuständig").selectOption({ label: PEOPLE.frida.name }));
  await expect(fact(leo, "Zuständig")).toHaveText(PEOPLE.frida.name);

  const frida = await deskOf("frida");
  await openCase(frida, "Eingang", reference);
  await act(frida, "Bearbeitung beginnen");
  await expectState(frida, "in Bearbeitung");
  await readContents(frida);
  await expect(frida.getByText(SEEN)).toBeVisible();
  await expect(frida.getByRole("button", { name: "Abschließen" })).toHaveCount(0);
  await expect(frida.getByText("Zum Abschluss einer Meldung muss eine zweite Person mitzeichnen.")).toBeVisible();

  await openCase(leo, "Eingang", reference, "in Bearbeitung");
  await actForm(leo, "Abschluss mitzeichnen", (form) => expect(form).toContainText("lässt sich nicht zurücknehmen"));
  await expect(leo.getByText("Eine zweite Person hat mitgezeichnet.")).toBeVisible();

  await openCase(frida, "Eingang", reference);
  await expect(frida.getByText("Eine zweite Person hat mitgezeichnet.")).toBeVisible();
  await actForm(frida, "Abschließen", (form) => expect(form.getByLabel("Ergebnis")).toHaveValue("PROCESSED"));
  await expectState(frida, "abgeschlossen");
  await lookAgain(petra, reference);

  await actForm(frida, "Rückmeldung geben", async (form) => {
    await form.getByRole("group", { name: "Haben sich die Anhaltspunkte bestätigt?" }).getByLabel("noch offen").check();
    await form.getByRole("group", { name: "Ist das Jugendamt tätig geworden?" }).getByLabel("ja").check();
    await form.getByRole("group", { name: "Ist es noch tätig?" }).getByLabel("nein").check();
    await form.getByRole("group", { name: "Wurde die Familie vorher unterrichtet?" }).getByLabel("ja").check();
  });
  await expect(frida.getByRole("listitem").filter({ hasText: "Rückmeldung gegeben" })).toBeVisible();

  await lookAgain(petra, reference);
  await readContents(petra);
  const facts = petra.locator(".sn-card").filter({ has: petra.getByRole("heading", { name: "Rückmeldung des Jugendamts" }) });
  await expect(facts.locator("dd")).toHaveText(["noch offen", "ja", "nein"]);
  await expect(petra.getByRole("main")).not.toContainText("Wurde die Familie vorher unterrichtet?");
  await expect(petra.getByRole("main")).not.toContainText(WORK_IN_WORDS);
  const answers = await told(reference);
  expect(answers.length).toBeGreaterThan(5);
  for (const answer of answers) expect(answer).not.toMatch(WORK);
});

test("a Kita reports and sees the receipt alone: the law names no facts for it", async ({ deskOf }) => {
  test.setTimeout(180_000);
  const karla = await deskOf("karla");
  await fillReport(karla, NURSERY);
  const reference = await send(karla);
  const ines = await deskOf("ines");
  await openCase(ines, "Eingang", reference);
  await readContents(ines);
  await expect(ines.getByText(NURSERY.seen)).toBeVisible();
  await act(ines, "Eingang bestätigen");
  await expectState(ines, "Eingang bestätigt");
  await expect(ines.getByRole("button", { name: "Rückmeldung geben" })).toHaveCount(0);
  await lookAgain(karla, reference);
  await expect(karla.getByText("Mehr als diese Bestätigung darf das Jugendamt Ihnen hier nicht mitteilen.")).toBeVisible();
});
