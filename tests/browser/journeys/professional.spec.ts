import { expect, test, watch } from "../kit/console.ts";
import { PEOPLE, signIn } from "../kit/signIn.ts";

test("one sentence for a wrong password and for an unknown name", async ({ page, expectRefusal }) => {
  expectRefusal(/\/api\/v1\/session$/);
  await page.goto("/intern/anmelden");
  for (const login of ["leo.leitung", "niemand"]) {
    await page.getByLabel("Benutzername").fill(login);
    await page.getByLabel("Passwort").fill("falsch");
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("Anmeldung nicht möglich");
    await expect(page.getByRole("alert")).toBeFocused();
  }
});

test("signing in sets cookies no script can read, signing out takes them away", async ({ page, context }) => {
  await signIn(page, "leo");
  const cookies = await context.cookies();
  expect(cookies.map(({ name, httpOnly, secure, sameSite }) => ({ name, httpOnly, secure, sameSite }))).toEqual(
    expect.arrayContaining([
      { name: "__Host-session", httpOnly: true, secure: true, sameSite: "Strict" },
      { name: "__Host-renew", httpOnly: true, secure: true, sameSite: "Strict" },
    ]),
  );
  expect(await page.evaluate(() => document.cookie)).toBe("");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test("who is not signed in is led to the log-in", async ({ page, expectRefusal }) => {
  expectRefusal(/\/api\/v1\/session\/renew$/);
  await page.goto("/intern/verzeichnis");
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
});

test("a session whose access ran out is renewed and the person notices nothing", async ({ page, context }) => {
  await signIn(page, "leo");
  await context.clearCookies({ name: "__Host-session" });
  await page.getByRole("link", { name: "Eigene Einträge" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("table")).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).toContain("__Host-session");
});

test("the public pages know nothing of the session", async ({ page }) => {
  await signIn(page, "leo");
  const asked = page.waitForRequest(/\/graphql$/);
  await page.goto("/hilfetelefone");
  expect((await (await asked).allHeaders()).cookie).toBeUndefined();
});

test("two people edit one entry: the second sees both versions and nothing is lost", async ({ page, browser, baseURL }) => {
  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: "de-DE" });
  const second = await other.newPage();
  const troubles: string[] = [];
  watch(second, baseURL ?? "", [], troubles);
  for (const window of [page, second]) {
    await signIn(window, "leo");
    await window.getByRole("link", { name: "Eigene Einträge" }).click();
    await window.getByRole("table").getByRole("link").first().click();
    await expect(window.getByLabel("Kurz gesagt")).not.toBeEmpty();
  }
  await page.getByLabel("Kurz gesagt").fill("Kurz gesagt von der ersten Person.");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText(/Gespeichert um/)).toBeVisible();

  await second.getByLabel("Was das Angebot nicht ersetzt").fill("Kein Notruf, sagt die zweite Person.");
  await second.getByRole("button", { name: "Speichern" }).click();
  const conflict = second.getByRole("alert");
  await expect(conflict).toContainText("Jemand hat diesen Eintrag inzwischen geändert");
  await expect(conflict).toContainText("Kein Notruf, sagt die zweite Person.");
  await expect(conflict).toContainText("Kurz gesagt von der ersten Person.");
  await second.getByRole("button", { name: "Meine Änderungen auf die neue Fassung anwenden" }).click();
  await expect(second.getByText(/Gespeichert um/)).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Kurz gesagt")).toHaveValue("Kurz gesagt von der ersten Person.");
  await expect(page.getByLabel("Was das Angebot nicht ersetzt")).toHaveValue("Kein Notruf, sagt die zweite Person.");
  expect(troubles).toEqual([]);
  await other.close();
});

test("unsaved edits are asked about before they are left: by closing, by a link, by going back", async ({ page }) => {
  await signIn(page, "leo");
  await page.getByRole("link", { name: "Eigene Einträge" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  const field = page.getByLabel("Kurz gesagt");
  await expect(field).not.toBeEmpty();
  const asked: string[] = [];
  let stay = true;
  page.on("dialog", (dialog) => {
    asked.push(dialog.type() === "confirm" ? dialog.message() : dialog.type());
    return stay ? dialog.dismiss() : dialog.accept();
  });
  await field.fill("Noch nicht gespeichert.");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await page.getByRole("link", { name: "Zurück zu den Einträgen" }).click();
  await page.goBack();
  const words = expect.stringContaining("Ihre Änderungen sind nicht gespeichert.");
  await expect.poll(() => asked).toEqual(["beforeunload", words, words]);
  await expect(field).toHaveValue("Noch nicht gespeichert.");

  stay = false;
  await page.getByRole("link", { name: "Zurück zu den Einträgen" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  expect(asked).toHaveLength(4);

  await page.getByRole("table").getByRole("link").first().click();
  await expect(field).not.toHaveValue("Noch nicht gespeichert.");
  await page.getByRole("link", { name: "Zurück zu den Einträgen" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  expect(asked).toHaveLength(4);
});

test("a refused form says what is wrong at the field and in one place", async ({ page }) => {
  await signIn(page, "leo");
  await page.getByRole("link", { name: "Eigene Einträge" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByLabel("E-Mail", { exact: true }).fill("keine-adresse");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("alert")).toContainText("Das ist keine E-Mail-Adresse.");
  await expect(page.getByLabel("E-Mail", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(PEOPLE.leo.name).first()).toBeVisible();
});

test("a new telephone says that everyone can see it, and then everyone does", async ({ page, browser }) => {
  const display = "0000 99001 77";
  await signIn(page, "leo");
  await page.getByRole("link", { name: "Eigene Einträge" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "Telefon hinzufügen" }).click();
  const number = page.getByLabel("Nummer", { exact: true }).last();
  await expect(number).toHaveAccessibleDescription("Für alle zu sehen.");
  await number.fill(display);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText(/Gespeichert um/)).toBeVisible();
  await expect(number).toHaveValue(display);
  await expect(number).toHaveAccessibleDescription("");

  const id = /verzeichnis\/([^/]+)\/bearbeiten/.exec(page.url())?.[1];
  const stranger = await browser.newPage();
  await stranger.goto(`/angebot/${id}`);
  await expect(stranger.getByRole("main").getByRole("link", { name: new RegExp(`${display}$`) })).toBeVisible();
  await stranger.close();
});
