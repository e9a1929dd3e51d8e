import { expect, test } from "../kit/console.ts";

const EXIT = "https://www.wetter.de/";

test.beforeEach(async ({ page }) => {
  await page.route(`${EXIT}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>ok</title>ok" }));
});

test("from the start page a number is two presses away", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Zu den Hilfetelefonen" }).click();
  const first = page.getByRole("article").first();
  await expect(first.getByRole("link", { name: /Anrufen/ }).first()).toHaveAttribute("href", /^tel:/);
});

test("the first helpline answers now", async ({ page }) => {
  await page.goto("/hilfetelefone");
  await expect(page.getByText("wird nachgeladen")).toHaveCount(0);
  await expect(page.getByRole("article").first().locator(".sn-open--open").first()).toBeVisible();
});

test("an emergency number that an office names is labelled as what it is", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill("Bereitschaftsdienst Jugendamt Vorpommern-Greifswald");
  await page.getByRole("button", { name: "Suchen" }).click();
  const card = page.getByRole("article").filter({ hasText: "Leitstelle Greifswald" });
  await expect(card.getByRole("link", { name: /^Notruf .*112$/ })).toHaveText(/Notruf/);
  await card.getByRole("link", { name: /^Alle Angaben/ }).click();
  await expect(page.locator(".sn-phones strong").filter({ hasText: "112" })).toHaveText("Notruf 112");
});

test("where nothing was found, nothing is counted", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill("qqxyzzy vollkommen unbekannt");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByText("Dazu haben wir nichts gefunden")).toBeVisible();
  await expect(page.locator(".sn-find__count")).toHaveText("Keine Angebote");
});

test("a search leaves no trace in address, title, history or storage", async ({ page, context }) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill("Kanarienwort");
  await page.getByLabel("Ort oder Postleitzahl").fill("Waren");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("button", { name: /Kanarienwort.* entfernen/ })).toBeVisible();
  await expect(page).toHaveURL(/\/hilfe-finden$/);
  await expect(page).toHaveTitle("Hilfe finden – MV-Netz");
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    state: JSON.stringify(history.state),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  expect(kept).toMatchObject({ local: [], session: [], databases: [], caches: [] });
  expect(kept.state).not.toMatch(/Kanarienwort|Waren/);
  expect(await context.cookies()).toEqual([]);
});

test("a slip of the pen in the name of a place: what was meant is one press away", async ({ page }) => {
  await page.goto("/sorge");
  await page.getByLabel("Ort oder Postleitzahl").fill("Schwerinn");
  await page.getByRole("button", { name: "Zuständige Stelle zeigen" }).click();
  await expect(page.getByText("Diesen Ort kennen wir nicht. Wählen Sie")).toBeVisible();
  await page.getByRole("button", { name: "Meinten Sie: Schwerin" }).click();
  await expect(page.getByRole("heading", { name: "Zuständig für „Schwerin“" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: /^Jugendamt/ }).first()).toBeVisible();
});

test("the map, the list of districts and the results show one filter", async ({ page }) => {
  await page.goto("/hilfe-finden");
  const district = page.locator(".sn-districts").getByRole("button", { name: /^Landeshauptstadt Schwerin/ });
  await district.click();
  await expect(district).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Landeshauptstadt Schwerin entfernen" })).toBeVisible();
  await expect(page.locator(".sn-map__chosen")).toContainText("SN");
});

test("on a phone a search that was sent leads to what it found, and so does a district chosen on the map", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/hilfe-finden");
  const results = page.getByRole("heading", { level: 2, name: "Angebote", exact: true });
  await page.getByLabel("Worum geht es?").fill("Hebamme");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(results).toBeFocused();
  await expect(page.locator(".sn-find__count")).toBeInViewport();
  await page.getByRole("button", { name: "Karte" }).click();
  await expect(results).toBeHidden();
  await page.locator(".sn-districts").getByRole("button", { name: /^Landeshauptstadt Schwerin/ }).click();
  await expect(results).toBeFocused();
  await expect(page.locator(".sn-find__count")).toBeInViewport();
  const age = page.getByLabel("Alter des Kindes");
  await age.focus();
  await age.selectOption({ label: "3 bis 5 Jahre" });
  await expect(page.getByRole("button", { name: "3 bis 5 Jahre entfernen" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Angebote" })).toHaveAttribute("aria-busy", "false");
  await expect(age).toBeFocused();
});

test("words of danger lead to the emergency numbers", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await page.getByLabel("Worum geht es?").fill("schlägt mich jetzt");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("heading", { name: "Ist ein Kind jetzt in Gefahr?" })).toBeFocused();
});

test("an unknown place is said to be unknown, a link is offered only to a search", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Link teilen" })).toHaveCount(0);
  await page.getByLabel("Ort oder Postleitzahl").fill("Xyzdorf");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByText("Diesen Ort kennen wir nicht")).toBeVisible();
  await expect(page.getByRole("button", { name: "Link teilen" })).toBeVisible();
});

test("of what may answer now, the count says how much is known to", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await page.getByText("Weitere Filter").click();
  await page.getByLabel("jetzt erreichbar").check();
  await expect(page.getByRole("button", { name: "jetzt erreichbar entfernen" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Angebote" })).toHaveAttribute("aria-busy", "false");
  const offers = page.getByRole("article");
  const more = page.getByRole("button", { name: "Weitere Angebote laden" });
  const open = page.locator(".sn-result .sn-open--open");
  while ((await open.count()) === (await offers.count())) {
    const before = await offers.count();
    await more.click();
    await expect.poll(() => offers.count()).toBeGreaterThan(before);
  }
  await expect(page.locator(".sn-find__count")).toContainText(`davon ${await open.count()} mit bekannten Zeiten`);
});

test("more offers come on request and the count says how many there are", async ({ page }) => {
  await page.goto("/hilfe-finden");
  const offers = page.getByRole("article");
  await expect(offers).toHaveCount(20);
  await page.getByRole("button", { name: "Weitere Angebote laden" }).click();
  await expect(offers).toHaveCount(40);
});

test("a shared link brings the search and takes its values off the address", async ({ page }) => {
  await page.goto("/hilfe-finden#text=Hebamme&district=13004");
  await expect(page.getByRole("button", { name: /Hebamme.* entfernen/ })).toBeVisible();
  await expect(page).toHaveURL(/\/hilfe-finden$/);
});

test("the advice sentence and its sections stand on the page", async ({ page }) => {
  await page.goto("/sorge");
  await expect(page.getByRole("heading", { name: /Beraten lassen dürfen Sie sich immer, ohne Namen zu nennen/ })).toBeVisible();
  await expect(page.getByText(/§ 8b Absatz 1 SGB VIII.*§ 4 Absatz 2 KKG/)).toBeVisible();
});

test("an unknown offer says that it is gone and where to go on", async ({ page }) => {
  await page.goto("/angebot/00000000-0000-4000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieses Angebot gibt es nicht mehr");
});

test("the choice offers the languages that are complete for the page", async ({ page }) => {
  const options = page.getByLabel("Sprache", { exact: true }).getByRole("option");
  for (const path of ["/", "/hilfe-finden", "/kontaktstelle", "/sorge"]) {
    await page.goto(path);
    await expect(options).toHaveText(["Deutsch", "Einfaches Deutsch", "English"]);
  }
  await page.goto("/sicher-surfen");
  await expect(options).toHaveText(["Deutsch", "English"]);
});

test("the contact point is told in plain German, what is known of it under plain headings", async ({ page }) => {
  await page.goto("/kontaktstelle");
  await page.getByLabel("Sprache", { exact: true }).selectOption("de-simple");
  await expect(page.locator("html")).toHaveAttribute("lang", "de-simple");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kontakt-Stelle Kinder-Schutz");
  for (const heading of ["So erreichen Sie das Angebot", "Das Wichtigste", "Dafür ist die Kontakt-Stelle nicht da"]) {
    await expect(page.getByRole("heading", { level: 2, name: heading }).first()).toBeVisible();
  }
  await expect(page.getByRole("main").getByRole("heading").locator("[lang=de][dir=ltr]")).toHaveCount(0);
});

test("English stays chosen from page to page", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Sprache", { exact: true }).selectOption("en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you need help with?");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Worried about a child" }).click();
  await expect(page).toHaveURL(/\/sorge\?sprache=en$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Worried about a child");
});

test("a page without plain German marks the German it shows instead", async ({ page }) => {
  await page.goto("/sicher-surfen?sprache=de-simple");
  await expect(page.locator("html")).toHaveAttribute("lang", "de-simple");
  await expect(page.locator("main p span[lang=de]").first()).toBeVisible();
});

test.describe("leaving", () => {
  test("the button replaces the page, and back does not return to it", async ({ page }) => {
    await page.goto("/sicher-surfen");
    await page.goto("/hilfe-finden");
    await page.getByRole("link", { name: /Seite schnell verlassen/ }).click();
    await page.waitForURL(EXIT);
    await page.goBack();
    await expect(page).toHaveURL(/\/sicher-surfen$/);
  });

  test("three presses of Shift leave", async ({ page }) => {
    await page.goto("/sorge");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sorgen um ein Kind");
    for (const _press of [1, 2, 3]) await page.keyboard.press("Shift");
    await page.waitForURL(EXIT);
  });

  test("two presses, or a word in between, do not", async ({ page }) => {
    await page.goto("/sorge");
    const field = page.getByLabel("Ort oder Postleitzahl");
    await expect(field).toBeVisible();
    for (const key of ["Shift", "Shift", "a", "Shift"]) await field.press(key);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sorgen um ein Kind");
    await expect(page.locator("html")).not.toHaveClass(/sn-blank/);
  });

  test("three presses leave from inside a dialog", async ({ page }) => {
    await page.goto("/hilfe-finden#text=Hebamme");
    await page.getByRole("button", { name: "Link teilen" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    for (const _press of [1, 2, 3]) await page.keyboard.press("Shift");
    await page.waitForURL(EXIT);
  });
});

test("print view: helplines in, controls out", async ({ page }) => {
  await page.goto("/hilfe-finden");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: /0800 14 14 007/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Seite schnell verlassen/ })).toBeHidden();
  await expect(page.getByRole("button", { name: "Suchen" })).toBeHidden();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("numbers, the address of the contact point and the exit link are there", async ({ page }) => {
    await page.goto("/hilfe-finden");
    await expect(page.getByRole("link", { name: /0800 14 14 007/ })).toHaveAttribute("href", "tel:+498001414007");
    await expect(page.getByText("Alexandrinenstraße 2")).toBeVisible();
    await expect(page.getByRole("link", { name: "Seite schnell verlassen" })).toHaveAttribute("href", EXIT);
  });
});

test("the first visit stays within its budget of script", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().endsWith(".js")) sizes.push(request.sizes().then((size) => size.responseBodySize));
  });
  await page.goto("/hilfe-finden");
  await expect(page.getByRole("article").first()).toBeVisible();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThan(120_000);
});
