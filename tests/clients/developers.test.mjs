// The pages for developers, GraphiQL and Swagger UI, in Chromium: each works under its policy, says nothing in the
// console, loads nothing from elsewhere and leaves nothing in the browser.

import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";

import { base } from "./kit/ask.mjs";
import { launch } from "./kit/chromium.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens a page, lets `use` work with it, and checks what every page owes. */
async function visit(path, use) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${base}/`) && !url.startsWith("data:")) said.push(`a request to another host: ${url}`);
  });
  const answer = await page.goto(base + path);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-security-policy"], /default-src 'none'; script-src 'self';/);
  await use(page);
  const kept = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]);
  assert.deepEqual(kept, [[], [], ""], "nothing rests in the browser");
  assert.deepEqual(said, [], "the console stays silent, nothing is loaded from elsewhere");
  await context.close();
}

/** Runs the query that GraphiQL starts with; answers the request. */
async function runFirstQuery(page) {
  await page.locator(".graphiql-query-editor", { hasText: "totalCount" }).waitFor();
  // the page has asked for the schema before
  const asked = page.waitForRequest((one) => one.postData()?.includes("totalCount") && !one.postData().includes("__schema"));
  await page.getByRole("button", { name: "Execute query" }).click();
  return asked;
}

suite("GraphiQL", () => {
  test("runs the query it starts with and knows the schema", async () => {
    await visit("/graphiql", async (page) => {
      const asked = await runFirstQuery(page);
      const { data } = await (await asked.response()).json();
      assert.ok(data.services.totalCount > 0);
      await page.locator(".result-window", { hasText: "totalCount" }).waitFor();
      await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
      const explorer = page.locator(".graphiql-doc-explorer");
      await explorer.getByRole("link", { name: "Query", exact: true }).click();
      await explorer.getByRole("link", { name: "helplines", exact: true }).waitFor();
    });
  });

  test("acts in nobody's name without a bearer token", async () => {
    await visit("/graphiql", async (page) => {
      const headers = await (await runFirstQuery(page)).allHeaders();
      assert.equal(headers.cookie, undefined);
      assert.equal(headers.authorization, undefined);
    });
  });
});

suite("Swagger UI", () => {
  test("shows every operation of the contract and tries one out", async () => {
    await visit("/docs/", async (page) => {
      const { paths } = await (await fetch(`${base}/api/v1/openapi.json`)).json();
      const count = Object.values(paths).flatMap(Object.keys).length;
      const operations = page.locator(".opblock");
      await operations.nth(count - 1).waitFor();
      assert.equal(await operations.count(), count);
      const meta = page.locator("#operations-installation-meta");
      await meta.getByRole("button").first().click();
      await meta.getByRole("button", { name: "Try it out" }).click();
      await meta.getByRole("button", { name: "Execute" }).click();
      await meta.locator(".live-responses-table", { hasText: "instanceId" }).waitFor();
    });
  });
});
