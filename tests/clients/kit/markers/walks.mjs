// What people do in one browser, one after the other, with markers in every field.

import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";

import { credentials, person } from "../ask.mjs";
import { data } from "../exchange.mjs";

/** Somebody looks for help, and worries about a child. */
export async function visitor(desk) {
  const { page, marks } = desk;
  const mark = (field) => marks.mark(field);
  await desk.open("/hilfe-finden");
  await desk.fill("search", 2);
  await desk.press("Suchen");
  await desk.see("Diesen Ort kennen wir nicht");
  await page.getByLabel("Worum geht es?").fill(`Hebamme ${mark("search: a word beside others")}`);
  await page.getByLabel("Ort oder Postleitzahl").fill(`Güstrow ${mark("search: beside a place")}`);
  await desk.press("Suchen");
  await page.waitForLoadState("networkidle");
  await desk.fill("search, left unsent", 2);

  await desk.open("/sorge");
  for (const place of [mark("place"), `Schwerin ${mark("place: beside a name")}`]) {
    await page.getByLabel("Ort oder Postleitzahl").fill(place);
    await desk.press("Zuständige Stelle zeigen");
    await page.getByRole("heading", { name: place }).waitFor();
  }
  await desk.fill("place, left unsent", 1);
}

/** Somebody who may not enter, with a name there is and with one there is not. */
export async function intruder(desk) {
  const mark = (field) => desk.marks.mark(field);
  await desk.open("/intern/anmelden");
  // the field asks the browser to remember names, as the one thing on these pages
  const nobody = desk.marks.apart("a login nobody has", ["profile"]);
  for (const login of ["petra.praxis", nobody]) {
    await desk.enter(login, mark("a wrong password"));
    await desk.page.getByRole("alert").getByText("Anmeldung nicht möglich", { exact: true }).waitFor();
  }
}

/** A practice reports a suspicion, refers to help, begins a draft and fills a sheet on paper; answers the way to the referral. */
export async function practice(desk) {
  const { page } = desk;
  await desk.signIn("petra.praxis");
  await desk.unlock("petra.praxis");
  await begin(desk, "Gefährdung melden", "Jugendamt Beispielkreis");
  await page.getByLabel("dringend: heute").check();
  await page.getByLabel("Sie schreiben als").selectOption("KKG4_1_NR1");
  const gate = page.getByLabel("Rechtsgrundlage");
  if (!(await gate.inputValue())) await gate.selectOption({ index: 1 });
  await desk.press("Person hinzufügen");
  for (const who of ["Eltern", "Kind", "Leitung"]) {
    await page.getByRole("group", { name: `${who} informiert?` }).getByLabel("nein").check();
  }
  await desk.fill("report", 20);
  await send(desk);
  const report = await sentTo(desk);

  await begin(desk, "Hilfe vermitteln", "Kontaktstelle Kinderschutz Beispielstadt");
  await fillHelp(desk, "referral");
  await send(desk);
  const referral = await sentTo(desk);

  await begin(desk, "Hilfe vermitteln", "Kontaktstelle Kinderschutz Beispielstadt");
  await fillHelp(desk, "draft");
  await desk.see("Verschlüsselt gesichert");
  await desk.press("Sperren");
  await desk.see("Ihr Text ist verschlüsselt gesichert.");

  await desk.follow("Vermittlungen");
  await desk.follow("Hilfe vermitteln");
  await page.getByRole("button", { name: "Blatt ausfüllen und ausdrucken" }).last().click();
  await fillHelp(desk, "sheet on paper");
  await desk.press("Prüfen");
  await desk.see("Nichts davon wird gespeichert oder gesendet.");
  await desk.open("/intern");
  await desk.signOut();
  return { report, referral };
}

async function begin(desk, what, receiver) {
  await desk.follow("Vermittlungen");
  await desk.follow(what);
  await desk.fill("receiver", 1);
  await desk.see("Keine Stelle gefunden");
  await desk.page.getByLabel("Stelle suchen").fill(receiver);
  const card = desk.page.getByRole("region", { name: receiver });
  await desk.press("Diese Stelle wählen", card);
}

async function fillHelp(desk, what) {
  await desk.page.getByLabel("Sie schreiben als").selectOption("KKG4_1_NR1");
  await desk.page.getByLabel("beide", { exact: true }).check();
  await desk.page.getByLabel("schriftlich", { exact: true }).check();
  await desk.page.getByLabel("Erreichbar über").selectOption("PHONE");
  await desk.fill(what, 9);
  // the day of the consent is no text, and not one to come
  await desk.page.getByLabel("Gilt bis").fill("");
}

async function send(desk) {
  await desk.see("Verschlüsselt gesichert");
  await desk.press("Prüfen");
  await desk.page.getByRole("button", { name: /^Verschlüsselt an .* senden$/ }).click();
  await desk.see("Gesendet. Zeichen:");
}

async function sentTo(desk) {
  return await desk.page.getByRole("link", { name: "Zum Vorgang" }).getAttribute("href");
}

/** The contact point reads, asks, declines, tries its sheet and grants to nobody. */
export async function receiver(desk, referral) {
  const { page, marks } = desk;
  await desk.signIn("kim.kontakt");
  await desk.open(referral);
  await desk.unlock("kim.kontakt");
  await desk.press("Inhalt öffnen");
  await desk.see(marks.typed("referral: Was wird gewünscht?"));
  await desk.press("Eingang bestätigen");
  await desk.fill("message", 1, page.locator("form", { hasText: "Ihre Nachricht" }));
  await desk.press("Verschlüsselt senden");
  await page.getByRole("listitem").getByText(marks.typed("message: Ihre Nachricht")).waitFor();
  await desk.press("Ablehnen");
  const form = page.locator("#sn-act form");
  await form.getByLabel("Grund").selectOption({ index: 1 });
  await desk.fill("decline", 1, form);
  await desk.press("Ablehnen", form);
  await desk.see("abgelehnt");

  await desk.follow("Schlüssel");
  await desk.follow("Wiederherstellungsblatt prüfen");
  const sheet = page.getByLabel("Alle 14 Gruppen des Blattes");
  await desk.fill("sheet", 1);
  await sheet.fill(secretSheet(marks, "a wrong sheet", wrongSheet()));
  await desk.press("Blatt prüfen");
  await desk.see("Ein Zeichen ist falsch oder zwei sind vertauscht.");
  await sheet.fill(secretSheet(marks, "the sheet of the contact point", publishedSheet("beispiel-kontaktstelle")));
  await desk.press("Blatt prüfen");
  await desk.see("Das Blatt öffnet.");

  await desk.follow("Schlüssel");
  await desk.follow("Schlüssel verwalten");
  await desk.fill("grant", 1);
  await desk.press("Zeile lesen");
  await desk.see("Das ist keine vollständige Zeile.");
  await desk.signOut();
}

/** The same person chooses another passphrase. */
export async function changer(desk) {
  const { page, marks } = desk;
  await desk.signIn("kim.kontakt");
  await desk.open("/intern/konto");
  const old = page.getByLabel("Bisherige Passphrase");
  await old.fill(marks.mark("a wrong old passphrase"));
  await twice(desk, "Neue Passphrase", marks.mark("a changed passphrase"));
  await desk.press("Passphrase ändern");
  await desk.see("Die bisherige Passphrase stimmt nicht.");
  await old.fill(person("kim.kontakt").passphrase);
  await desk.press("Passphrase ändern");
  await desk.see("Die Passphrase ist geändert.");
  await desk.signOut();
}

/** A member whose tasks needed no key is given one that does, and makes it. */
export async function newcomer(desk, command) {
  const login = "nora.netz";
  const organisation = await organisationOf(desk.base, login);
  command("member", "add", "--login", login, "--organisation", organisation, "--role", "worker");
  await desk.signIn(login);
  await desk.open("/intern/schluessel/einrichten");
  await desk.press("Weiter");
  await desk.fill("a passphrase typed differently", 2);
  await desk.press("Weiter");
  await desk.see("Die beiden Eingaben sind verschieden.");
  await twice(desk, "Passphrase", desk.marks.mark("a new passphrase"));
  await desk.press("Weiter");
  await desk.see("Freigabe erbitten");
  await desk.signOut();
}

async function organisationOf(base, login) {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(credentials(login));
  const session = await fetch(`${base}/api/v1/session`, { method: "POST", headers, body });
  const { accessToken: token } = await session.json();
  return (await data({ base, token }, "{ viewer { organisation { id } } }")).viewer.organisation.id;
}

async function twice({ page }, label, passphrase) {
  for (const name of [label, "Passphrase wiederholen"]) await page.getByLabel(name, { exact: true }).fill(passphrase);
}

function wrongSheet() {
  const symbol = () => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[randomInt(32)];
  return Array.from({ length: 14 }, () => Array.from({ length: 4 }, symbol).join("")).join(" ");
}

function publishedSheet(organisation) {
  const readme = readFileSync(new URL("../../../../data/demo/README.md", import.meta.url), "utf8");
  return new RegExp(`^\\| ${organisation} \\| \`([^\`]+)\``, "m").exec(readme)[1];
}

/** A sheet is read with and without its spaces. */
function secretSheet(marks, what, sheet) {
  marks.secret(`${what}, in one`, sheet.replaceAll(" ", ""));
  return marks.secret(what, sheet);
}
