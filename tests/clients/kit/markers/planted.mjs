// Markers left on purpose wherever the test looks: a look that does not find these proves nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { launchIn } from "../chromium.mjs";
import { spellings } from "./marks.mjs";

/** A table with a marker in each spelling as text and as bytes, and nothing else. */
export function plantRows(engine, mark) {
  const bytes = engine.name === "SQLite" ? (hex) => `X'${hex}'` : (hex) => `decode('${hex}', 'hex')`;
  const row = ({ spelling, bytes: spelled }) => `('${spelling}', ${bytes(spelled.toString("hex"))})`;
  const type = engine.name === "SQLite" ? "BLOB" : "BYTEA";
  engine.run(`CREATE TABLE planted (spelling TEXT, bytes ${type})`);
  engine.run(`INSERT INTO planted VALUES ('${mark}', NULL), ${spellings(mark).map(row).join(", ")}`);
}

/** Makes the rows disappear as far as the database shows. SQLite would overwrite them as our server has it do: not here. */
export function removeRows(engine) {
  engine.run(`${engine.name === "SQLite" ? "PRAGMA secure_delete = OFF; " : ""}DELETE FROM planted`);
}

/** Everything the database holds is in its files afterwards, and in SQLite none of it in the log before them. */
export function settle(engine) {
  if (engine.name === "PostgreSQL") return void engine.run("CHECKPOINT");
  const [busy] = engine.run("PRAGMA wal_checkpoint(TRUNCATE)");
  assert.equal(busy, "0", "the whole log went into the file");
}

const FORM = `<!doctype html><title>Formular</title><link rel=icon href=data:,>
<form method=post><input name=remembered autocomplete=on aria-label=sent><button>Senden</button></form>
<input name=left autocomplete=on aria-label=left>`;

/** Visits a site that leaves markers in all the ways a site can; answers the fields by which they are known. */
export async function plantInProfile(folder, marks) {
  const kept = { brotli: marks.mark("a packed answer"), gzip: marks.mark("a zipped answer"), plain: marks.mark("an answer") };
  const packed = { brotli: ["br", brotliCompressSync], gzip: ["gzip", gzipSync] };
  const site = createServer((request, response) => {
    const name = request.url.slice(1);
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (!kept[name]) return response.end(FORM);
    response.setHeader("cache-control", "max-age=3600");
    const [encoding, pack] = packed[name] ?? ["identity", (body) => body];
    response.setHeader("content-encoding", encoding);
    return response.end(pack(`<!doctype html><title>Seite</title>${kept[name]}${"<p>Text</p>".repeat(200)}`));
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const context = await launchIn(folder);
  try {
    await visit(await context.newPage(), `http://127.0.0.1:${site.address().port}`, marks, Object.keys(kept));
  } finally {
    await context.close();
    site.close();
  }
  return marks.fields;
}

async function visit(page, base, marks, answers) {
  for (const name of answers) await page.goto(`${base}/${name}`);
  await page.goto(`${base}/?${marks.mark("an address")}`);
  await page.getByLabel("sent").fill(marks.mark("a sent form"));
  await page.getByRole("button").click();
  await page.waitForLoadState();
  await page.getByLabel("left").fill(marks.mark("a form left unsent"));
  const [local, session, database] = ["local storage", "session storage", "a database"].map((name) => marks.mark(name));
  await page.evaluate(
    async ([inLocal, inSession, inDatabase]) => {
      localStorage.setItem("planted", inLocal);
      sessionStorage.setItem("planted", inSession);
      const opening = indexedDB.open("planted");
      opening.onupgradeneeded = () => opening.result.createObjectStore("store").add(inDatabase, "planted");
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
    },
    [local, session, database],
  );
  await page.goto(`${base}/elsewhere`);
}
