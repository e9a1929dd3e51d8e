// docs/frontend-quickstart.md, as it stands there: its files are taken out, compiled, run.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, suite, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { base, graphql } from "./kit/ask.mjs";
import { launch } from "./kit/chromium.mjs";

const text = readFileSync(new URL("../../docs/frontend-quickstart.md", import.meta.url), "utf8");
const blocks = [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, file, content]) => ({
  language,
  file,
  content,
}));
const shell = blocks.filter((block) => block.language === "sh").flatMap((block) => block.content.split(/(?<!\\)\n/));
// the one thing a reader changes, too: where the server is
const here = (content) => content.replaceAll("http://127.0.0.1:8080", base);

const folder = mkdtempSync(join(tmpdir(), "schutznetz-quickstart-"));
after(() => rmSync(folder, { recursive: true, force: true }));

before(() => {
  for (const { file, content } of blocks) {
    if (!file) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), here(content));
  }
  // `npm init` and `npm pkg` as the text has them; the compiler is the one of this package
  for (const command of shell.filter((line) => /^npm (init|pkg)/.test(line))) {
    execFileSync("bash", ["-ec", command], { cwd: folder, stdio: "pipe" });
  }
  symlinkSync(fileURLToPath(new URL("node_modules", import.meta.url)), join(folder, "node_modules"));
  execFileSync("bash", ["-ec", shell.find((line) => line === "npx tsc")], { cwd: folder, stdio: "pipe" });
});

suite("the quickstart", () => {
  test("names the compiler that it is compiled with here", () => {
    const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
    const install = shell.find((line) => line.startsWith("npm install"));
    assert.ok(install.endsWith(` typescript@${devDependencies.typescript}`), install);
  });

  test("is compiled with strict types, so a wrong one is found", () => {
    writeFileSync(join(folder, "src/wrong.ts"), 'import { find } from "./schutznetz.js";\nvoid find({ text: 1 });\n');
    try {
      assert.throws(() => execFileSync("npx", ["tsc", "--noEmit"], { cwd: folder, stdio: "pipe" }), (error) =>
        /src\/wrong\.ts.*TS2322/.test(String(error.stdout)),
      );
    } finally {
      rmSync(join(folder, "src/wrong.ts"));
    }
  });

  test("asks once without any code", () => {
    const command = blocks.find((block) => block.content.startsWith("curl")).content;
    const answer = JSON.parse(execFileSync("bash", ["-ec", here(command)], { encoding: "utf8" }));
    assert.equal(answer.errors, undefined);
    assert.ok(answer.data.services.totalCount > 0);
    assert.ok(answer.data.services.nodes.every((node) => node.openNow.text.value));
  });

  test("has a client that finds, pages, and tells refusals apart", async () => {
    const client = await import(pathToFileURL(join(folder, "public/schutznetz.js")).href);
    const all = await client.find({});
    assert.equal(all.nodes.length, 20);
    const next = await client.find({}, all.pageInfo.endCursor);
    const seen = new Set([...all.nodes, ...next.nodes].map((node) => node.id));
    assert.equal(seen.size, 40, "the second page goes on where the first ends");
    const open = await client.find({ openAt: new Date().toISOString() });
    assert.ok(open.totalCount > 0 && open.totalCount < all.totalCount);
    assert.equal(open.nodes[0].openNow.state, "OPEN", "what is open comes first");
    assert.ok(open.nodes.every((node) => node.openNow.state !== "CLOSED"));
    assert.ok((await client.helplines()).every((line) => line.phones.length > 0));
    await assert.rejects(
      client.ask("{ nothingOfThatName }"),
      (error) => error instanceof client.Refused && error.code === "GRAPHQL_INVALID" && error.requestId !== null,
    );
  });
});

suite("the page of the quickstart, in Chromium, from another origin", () => {
  let browser;
  let pages;
  let address;

  before(async () => {
    pages = spawn(process.execPath, ["serve.mjs"], { cwd: folder, env: { ...process.env, PORT: "0" } });
    [address] = await once(createInterface({ input: pages.stdout }), "line");
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    pages?.kill();
  });

  test("searches, shows cards with telephone and open now, and says nothing to the console", async () => {
    assert.notEqual(new URL(address).origin, new URL(base).origin);
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(address);
    await page.getByLabel("Was suchen Sie?").fill("Kontaktstelle");
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByText(/^\d+ gefunden/).waitFor();

    const query =
      '{ services(filter: { text: "Kontaktstelle" }) { totalCount nodes { name { value } phones { href } openNow { text { value } } } } }';
    const { services } = await graphql(query);
    assert.match(await page.locator("#count").innerText(), new RegExp(`^${services.totalCount} gefunden`));
    const cards = page.locator("article");
    assert.equal(await cards.count(), services.nodes.length);
    for (const [at, node] of services.nodes.entries()) {
      const card = cards.nth(at);
      assert.equal(await card.locator("h2").innerText(), node.name.value);
      assert.ok((await card.innerText()).includes(node.openNow.text.value));
      const links = await card.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      assert.deepEqual(links, node.phones.map((phone) => phone.href));
    }
    assert.equal(page.url(), address, "what was typed is not in the address");
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.deepEqual(said, []);
    await page.close();
  });

  test("shows nothing closed when asked so, and goes on with the next page", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByText(/^\d+ gefunden/).waitFor();
    assert.equal(await page.locator("article").count(), 20);
    await page.getByRole("button", { name: "Mehr anzeigen" }).click();
    await page.locator("article").nth(39).waitFor();

    await page.getByLabel("jetzt nicht geschlossen").check();
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.waitForFunction(() => document.querySelectorAll("article").length === 20);
    assert.equal(await page.locator("article").first().getAttribute("data-state"), "OPEN");
    assert.equal(await page.locator("article[data-state=CLOSED]").count(), 0);
    await page.close();
  });

  test("shows the helplines where nothing is found", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByLabel("Was suchen Sie?").fill("Zzyzxq");
    await page.getByRole("button", { name: "Suchen" }).click();
    await page.getByText("Nichts gefunden. Stattdessen: Hilfetelefone.").waitFor();
    assert.ok((await page.locator("article a[href^='tel:']").count()) > 0);
    await page.close();
  });
});
