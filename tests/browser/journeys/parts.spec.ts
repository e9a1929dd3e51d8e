import type { Page } from "@playwright/test";
import { expect, test } from "../kit/console.ts";

const PARTS = /\/assets\/[^/]+\.js$/;
/** With the line cut no request arrives, whatever it asks for. */
const ANYTHING = /./;

/** What surrounds a page whatever happens to it. */
async function expectFrame(page: Page): Promise<void> {
  await expect(page.getByRole("link", { name: "Seite schnell verlassen" })).toBeVisible();
  await expect(page.getByRole("banner")).toBeVisible();
  await expect(page.getByRole("region", { name: "Sofort erreichbare Telefonnummern" })).toContainText("0800 14 14 007");
}

/** A release took place: the files of the open document are gone, a document loaded from now on names the new ones. */
async function release(page: Page): Promise<void> {
  let old = true;
  await page.route("**/*", (route) => {
    if (route.request().isNavigationRequest()) old = false;
    return old && PARTS.test(route.request().url()) ? route.fulfill({ status: 404 }) : route.continue();
  });
}

const LOST = "Diese Seite ist nicht angekommen";

test("a page that does not come leaves the frame and the numbers; once the server answers, trying again brings it", async ({
  page,
  expectRefusal,
}) => {
  expectRefusal(ANYTHING);
  await page.goto("/");
  await page.route("**/*", (route) => route.abort());
  await page.getByRole("banner").getByRole("link", { name: "Sorge um ein Kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: LOST })).toBeVisible();
  await expectFrame(page);
  await expect(page.getByRole("alert")).toContainText("Der Server ist gerade nicht erreichbar");
  await expect(page.getByRole("alert")).toContainText("0800 14 14 007");

  const retry = page.getByRole("button", { name: "Erneut versuchen" });
  await retry.click();
  await expect(retry).toBeEnabled();
  await expectFrame(page);

  await page.unroute("**/*");
  await retry.click();
  await expect(page.getByRole("heading", { level: 1, name: "Sorgen um ein Kind" })).toBeVisible();
});

test("in another language its failure is told in that language", async ({ page, expectRefusal }) => {
  expectRefusal(ANYTHING);
  await page.goto("/?sprache=en");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.route("**/*", (route) => route.abort());
  await page.getByRole("banner").getByRole("link", { name: "Contact point" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This page did not arrive" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("after a release the next page comes by itself", async ({ page, expectRefusal }) => {
  expectRefusal(PARTS);
  await page.goto("/");
  await release(page);
  await page.getByRole("banner").getByRole("link", { name: "Sorge um ein Kind" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sorgen um ein Kind" })).toBeVisible();
});

test("an open lock is not closed by a release: that is said, and loading again is offered", async ({
  deskOf,
  expectRefusal,
}) => {
  test.setTimeout(120_000);
  expectRefusal(PARTS);
  const leo = await deskOf("leo");
  await release(leo);
  await leo.getByRole("link", { name: "Schlüssel", exact: true }).click();
  await expect(leo.getByRole("heading", { level: 1, name: LOST })).toBeVisible();
  await expect(leo.getByRole("alert")).toContainText("Beim Neuladen schließt sich Ihr Schloss");
  await expect(leo.getByText("Schloss offen")).toBeVisible();
  await leo.getByRole("button", { name: "Neu laden" }).click();
  await expect(leo.getByRole("heading", { level: 1, name: "Schlüssel" })).toBeVisible();
});

test("with an open lock a page is fetched anew without loading the document again", async ({ deskOf, expectRefusal }) => {
  test.setTimeout(120_000);
  expectRefusal(ANYTHING);
  const leo = await deskOf("leo");
  await leo.route("**/*", (route) => route.abort());
  await leo.getByRole("link", { name: "Schlüssel", exact: true }).click();
  await expect(leo.getByRole("heading", { level: 1, name: LOST })).toBeVisible();
  await leo.unroute("**/*");
  await leo.getByRole("button", { name: "Erneut versuchen" }).click();
  await expect(leo.getByRole("heading", { level: 1, name: "Schlüssel" })).toBeVisible();
  await expect(leo.getByText("Schloss offen")).toBeVisible();
});
