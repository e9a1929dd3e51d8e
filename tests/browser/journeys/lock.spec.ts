import { expect, test } from "../kit/console.ts";
import { openCase, readContents } from "../kit/exchange.ts";
import { PEOPLE } from "../kit/people.ts";
import { signIn } from "../kit/signIn.ts";

test("the passphrase is worked on in a worker under the strict policy; locking takes the texts away", async ({ page }) => {
  test.setTimeout(180_000);
  const answer = await page.goto("/intern/anmelden");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("worker-src 'self'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|blob:/);
  await signIn(page, "mia");
  await openCase(page, "Eingang", "Grundschule Musterdorf", "ruht");

  const lock = page.getByRole("region", { name: "Schloss zu" });
  const worker = page.waitForEvent("worker");
  await lock.getByLabel("Passphrase").fill("das ist sie leider nicht gewesen");
  await lock.getByRole("button", { name: "Aufschließen", exact: true }).click();
  expect(new URL((await worker).url()).origin).toBe(new URL(page.url()).origin);
  await expect(lock.getByRole("alert")).toContainText("Die Passphrase stimmt nicht.");

  await lock.getByLabel("Passphrase").fill(PEOPLE.mia.passphrase);
  await lock.getByRole("button", { name: "Aufschließen", exact: true }).click();
  await expect(page.getByText("Schloss offen")).toBeVisible();
  await readContents(page);
  await expect(page.getByText("Alex Beispiel-Kiefer")).toBeVisible();

  await page.getByRole("button", { name: "Sperren" }).click();
  await expect(page.getByText("Schloss zu")).toBeVisible();
  await expect(page.getByText("Alex Beispiel-Kiefer")).toHaveCount(0);
});
