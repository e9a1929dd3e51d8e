import type { Page } from "@playwright/test";
import { PEOPLE, type Person, type PersonKey } from "./people.ts";

export { PEOPLE };

/** Deriving a key from a passphrase takes its time on purpose; a busy machine takes more. */
const OPENS_WITHIN_MS = 20_000;

export async function signIn(page: Page, person: PersonKey): Promise<void> {
  await signInAs(page, PEOPLE[person]);
}

/** The same for somebody who is not part of the demo. */
export async function signInAs(page: Page, { login, password, name }: Person): Promise<void> {
  await page.goto("/intern/anmelden");
  await page.getByLabel("Benutzername").fill(login);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Heute" }).waitFor();
  await page.getByText(name).filter({ visible: true }).first().waitFor();
}

/** Types the passphrase where the page asks for it, instead of in the header. */
export async function unlockHere(page: Page, person: PersonKey): Promise<void> {
  const gate = page.getByRole("region", { name: "Schloss zu" });
  await gate.getByLabel("Passphrase").fill(PEOPLE[person].passphrase);
  await gate.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await page.getByText("Schloss offen").waitFor({ timeout: OPENS_WITHIN_MS });
}

/** Opens the lock in the header with the published passphrase; a reload of the page closes it again. */
export async function unlock(page: Page, person: PersonKey): Promise<void> {
  await page.getByRole("button", { name: "Schlüssel aufschließen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Passphrase").fill(PEOPLE[person].passphrase);
  await dialog.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await page.getByText("Schloss offen").waitFor({ timeout: OPENS_WITHIN_MS });
}
