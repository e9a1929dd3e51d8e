import type { Page } from "@playwright/test";

/** People of the invented district; their passwords are published in `data/demo/README.md`. */
export const PEOPLE = {
  leo: { login: "leo.leitung", password: "Beispiel-Leo-2026", name: "Leo Leitung-Beispiel" },
  vera: {
    login: "vera.verband",
    password: "Beispiel-Vera-2026",
    name: "Vera Verband-Beispiel",
    passphrase: "silberne feder schreibt sechs briefe",
  },
  karla: { login: "karla.kita", password: "Beispiel-Karla-2026", name: "Karla Kita-Beispiel" },
} as const;

export async function signIn(page: Page, person: keyof typeof PEOPLE): Promise<void> {
  await signInAs(page, PEOPLE[person]);
}

interface Person {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

/** The same for somebody who is not part of the demo. */
export async function signInAs(page: Page, { login, password, name }: Person): Promise<void> {
  await page.goto("/intern/anmelden");
  await page.getByLabel("Benutzername").fill(login);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Heute" }).waitFor();
  await page.getByText(name).first().waitFor();
}
