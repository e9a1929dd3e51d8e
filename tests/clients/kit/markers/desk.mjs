// A person at a browser who types a marker into every field, while everything that goes over the line is kept.

import { person } from "../ask.mjs";

const TEXTS = "input:not([type=checkbox], [type=radio], [type=date]), textarea";
const WAIT_MS = 20_000;

export class Desk {
  #answers = [];
  /** Where the browser went. */
  addresses = new Set();

  static async at(context, base, marks) {
    const desk = new Desk();
    Object.assign(desk, { context, base, marks, page: context.pages()[0] ?? (await context.newPage()) });
    context.setDefaultTimeout(WAIT_MS);
    // a sheet that is nowhere but in the window: the browser asks before it is left
    desk.page.on("dialog", (dialog) => dialog.accept());
    desk.page.on("framenavigated", (frame) => desk.addresses.add(frame.url()));
    desk.page.on("request", (request) => desk.addresses.add(request.url()));
    desk.page.on("response", (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname === "/graphql" || pathname.startsWith("/api/")) desk.#answers.push(said(answer, pathname));
    });
    return desk;
  }

  /** What the server answered, as sources to look into. */
  answers = () => Promise.all(this.#answers);

  open = (path) => this.page.goto(this.base + path);
  press = (name, within = this.page) => within.getByRole("button", { name, exact: true }).click();
  follow = (name) => this.page.getByRole("link", { name, exact: true }).first().click();
  see = (text) => this.page.getByText(text).first().waitFor();

  /** Types a marker of its own into every text field there is, at least `least`. */
  async fill(what, least, within = this.page.locator("main")) {
    const fields = within.locator(TEXTS);
    await fields.nth(least - 1).waitFor();
    for (const field of await fields.all()) {
      const label = await field.evaluate((element) => element.labels[0].textContent);
      await field.fill(this.marks.mark(`${what}: ${label}`));
    }
    for (const day of await within.locator("input[type=date]:not([max])").all()) {
      const label = await day.evaluate((element) => element.labels[0].textContent);
      await day.fill(this.marks.secret(`${what}: ${label}`, farDay()));
    }
  }

  /** Tries to sign in; what is right stays a secret, what is wrong is a marker. */
  async enter(login, password) {
    await this.page.getByLabel("Benutzername").fill(login);
    await this.page.getByLabel("Passwort").fill(password);
    await this.press("Anmelden");
  }

  async signIn(login) {
    const { password } = person(login);
    await this.open("/intern/anmelden");
    await this.enter(login, this.marks.secret(`the password of ${login}`, password));
    await this.page.getByRole("heading", { level: 1, name: "Heute" }).waitFor();
    for (const { name, value } of await this.context.cookies()) {
      if (name.startsWith("__Host-")) this.marks.secret(`the ${name} of ${login}`, value);
    }
  }

  async signOut() {
    await this.press("Abmelden");
    await this.page.getByLabel("Benutzername").waitFor();
  }

  /** Opens the lock in the header, at the second try. */
  async unlock(login) {
    await this.press("Schlüssel aufschließen");
    const dialog = this.page.getByRole("dialog");
    const field = dialog.getByLabel("Passphrase");
    await field.fill(this.marks.mark("a wrong passphrase"));
    await this.press("Aufschließen", dialog);
    await dialog.getByText("Die Passphrase stimmt nicht.").waitFor();
    await field.fill(this.marks.secret(`the passphrase of ${login}`, person(login).passphrase));
    await this.press("Aufschließen", dialog);
    await this.see("Schloss offen");
  }
}

async function said(answer, path) {
  // a body that the page did not wait for is gone with it
  const body = await answer.text().catch(() => "");
  const from = `${answer.request().method()} ${path}, ${answer.status()}`;
  return { from, bytes: Buffer.from(JSON.stringify(answer.headers()) + body) };
}

/** A day that stands in no record of the demo. */
function farDay() {
  const two = (below) => String(1 + Math.floor(Math.random() * below)).padStart(2, "0");
  return `19${two(28)}-${two(12)}-${two(28)}`;
}
