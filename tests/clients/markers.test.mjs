// What people type in stays with those it is for.
//
// On each database the shipped binary runs with its log at trace. In one browser that keeps what browsers keep,
// markers are typed into every field: searches, places, passwords, passphrases, recovery sheets, a report, a referral,
// a message, a refusal in words, a draft, a sheet on paper. Programs send them in tokens, headers, bodies and
// variables. Afterwards they are looked for wherever something could have been written down. Mails are not among
// these places: this version sends none.
//
// Two things typed in are not markers, for they are meant to be kept: what an editor writes about an offer, which
// everybody may read, and the key of idempotency of an act that was done.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";

import { credentials } from "./kit/ask.mjs";
import { launchIn } from "./kit/chromium.mjs";
import { postgres, sqlite } from "./kit/engines.mjs";
import { program } from "./kit/markers/calls.mjs";
import { Desk } from "./kit/markers/desk.mjs";
import { files, look, text } from "./kit/markers/look.mjs";
import { Marks, spellings } from "./kit/markers/marks.mjs";
import { plantInProfile, plantRows, removeRows, settle } from "./kit/markers/planted.mjs";
import { changer, intruder, newcomer, practice, receiver, visitor } from "./kit/markers/walks.mjs";
import { install } from "./kit/server.mjs";

/** Which files hold the log before the database: all that was ever written, the newest first. */
const WAL = { SQLite: /\.db-wal$/, PostgreSQL: /^data\/pg_wal\// };
const LOG = /^(server|seed)\.log$/;

/** One browser, one person after the other, then programs. */
async function live({ base, marks, profile, command }) {
  const context = await launchIn(profile);
  const desk = await Desk.at(context, base, marks);
  try {
    await visitor(desk);
    await intruder(desk);
    const { report, referral } = await practice(desk);
    await receiver(desk, referral);
    await changer(desk);
    await newcomer(desk, command);
    const asked = { base, marks, credentials: credentials("leo.leitung"), referral: report.split("/").pop() };
    const answers = [...(await desk.answers()), ...(await program(asked))];
    return { answers, addresses: [...desk.addresses].map((address) => text(address.split("?")[0], address)) };
  } finally {
    await context.close();
  }
}

async function metricsOf(base) {
  const answer = await fetch(`${base}/metrics`);
  assert.equal(answer.status, 200);
  return await answer.text();
}

for (const make of [sqlite, postgres]) {
  const name = { sqlite: "SQLite", postgres: "PostgreSQL" }[make.name];
  suite(`markers on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "schutznetz-markers-"));
    const marks = new Marks();
    let engine;
    let house;
    let server;
    let seen;

    before(async () => {
      engine = await make();
      house = install(folder, engine.url, { SCHUTZNETZ__LOG__LEVEL: "trace" });
      server = await house.serve();
    });
    after(async () => {
      await server?.end("SIGKILL");
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const finds = (planted, place, sources) =>
      [...new Set(look(planted, place, sources).map((line) => / \((.*?)\) in /.exec(line)[1]))].sort();
    const every = (mark) => spellings(mark).map(({ spelling }) => spelling).sort();
    const clean = (place, sources) => assert.deepEqual(look(marks, place, sources), []);

    test("a row that was planted is found in every spelling, also when it is gone", () => {
      const planted = new Marks();
      const mark = planted.mark("a row");
      const raw = (takes) => finds(planted, "database", files(engine.folder, takes));
      plantRows(engine, mark);
      assert.deepEqual(raw((from) => WAL[name].test(from)), every(mark), "in the log before the database");
      settle(engine);
      assert.deepEqual(raw((from) => !WAL[name].test(from)), every(mark), "in the files of the database");
      assert.ok(finds(planted, "database", [text("dump", engine.dump())]).includes("UTF-8"), "in a dump");
      removeRows(engine);
      settle(engine);
      assert.deepEqual(finds(planted, "database", [text("dump", engine.dump())]), [], "a dump has it no more");
      assert.deepEqual(raw((from) => !WAL[name].test(from)), every(mark), "free pages still have it");
    });

    test("a line that was planted in metrics, answers or log is found in every spelling", async () => {
      const planted = new Marks();
      const mark = planted.mark("a line");
      const line = Buffer.concat(spellings(mark).flatMap(({ bytes }) => [Buffer.from("\n<"), bytes]));
      const metrics = Buffer.concat([Buffer.from(await metricsOf(server.base)), line]);
      assert.deepEqual(finds(planted, "metrics", [{ from: "metrics", bytes: metrics }]), every(mark));
      const logs = join(folder, "planted-logs");
      mkdirSync(logs);
      writeFileSync(join(logs, "server.log"), Buffer.concat([readFileSync(join(folder, "server.log")), line]));
      assert.deepEqual(finds(planted, "log", files(logs, (from) => LOG.test(from))), every(mark));
    });

    test("what a site leaves in the browser on purpose is found", async () => {
      const planted = new Marks();
      const profile = join(folder, "planted");
      const fields = await plantInProfile(profile, planted);
      const found = look(planted, "profile", files(profile));
      assert.deepEqual(fields.filter((field) => !found.some((line) => line.startsWith(`${field} (`))), []);
    });

    test("people and programs use it, with markers in every field", async (context) => {
      seen = await live({ base: server.base, marks, profile: join(folder, "profile"), command: house.command });
      seen.metrics = await metricsOf(server.base);
      context.diagnostic(`${marks.fields.length} fields, ${seen.answers.length} answers`);
      assert.ok(marks.fields.length > 300);
    });

    test("none is in an answer or in an address", () => {
      clean("answers", seen.answers);
      clean("addresses", seen.addresses);
    });

    test("none is in the metrics", () => clean("metrics", [text("metrics", seen.metrics)]));

    test("none is in the database while it runs, nor in a dump of it", () => {
      clean("database", files(engine.folder));
      clean("dump", [text("dump", engine.dump())]);
    });

    test("none is in the log, which tells what was asked at trace", async () => {
      assert.deepEqual(await server.end("SIGTERM"), [0, null]);
      const logs = [...files(folder, (from) => LOG.test(from))];
      assert.ok(logs.some(({ bytes }) => bytes.includes('"level":"TRACE"')));
      clean("log", logs);
    });

    test("none is in the files of the database after it was settled", () => {
      settle(engine);
      clean("database", files(engine.folder));
    });

    test("none is in what the browser kept", () => clean("profile", files(join(folder, "profile"))));
  });
}

suite("the looking itself", () => {
  test("finds what goes on behind the head of a page in PostgreSQL's log", () => {
    const folder = mkdtempSync(join(tmpdir(), "schutznetz-segment-"));
    try {
      const marks = new Marks();
      const mark = Buffer.from(marks.mark("a split one"));
      const segment = Buffer.alloc(3 * 8192);
      mark.copy(segment, 2 * 8192 - 5, 0, 5);
      mark.copy(segment, 2 * 8192 + 24, 5);
      mkdirSync(join(folder, "pg_wal"));
      writeFileSync(join(folder, "pg_wal", "000000010000000000000001"), segment);
      assert.equal(look(marks, "database", files(folder)).length, 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
