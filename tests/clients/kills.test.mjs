// What a server acknowledged exists once, whenever it is killed.
//
// On each database the shipped binary is killed 20 times (SIGKILL) in bursts of submissions with keys of
// idempotency: some at a random instant, some between commit and answer, which a wire between client and server
// holds back. After each kill the server starts anew and everything that was not acknowledged is sent again under
// its key. `KILLS_SEED` repeats a run.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { dice, seed } from "./kit/kills/dice.mjs";
import { postgres, sqlite } from "./kit/engines.mjs";
import { faults, look, stands } from "./kit/kills/ledger.mjs";
import { opened, people, sealed, submit } from "./kit/kills/submissions.mjs";
import { wire } from "./kit/kills/wire.mjs";
import { install } from "./kit/server.mjs";

const KILLS = 20;
/** How many of them come between commit and answer at least. */
const HELD = 7;
/** How many submissions a burst has, each sender with one under way. */
const BURST = 6;
/** Bursts that ended before their kill do not count; there are not many. */
const MOST_BURSTS = 28;

/** One installation under fire: its people, what they sent, and the wire they send it over. */
async function installation(engine, folder) {
  const line = await wire();
  // sessions outlive a restart only where the address does
  const house = install(folder, engine.url, { SCHUTZNETZ__PUBLIC_URL: line.base });
  let server = await house.serve();
  line.to(server.base);
  const { senders, receivers } = await people(line.base);
  return {
    engine,
    line,
    senders,
    receivers,
    before: look(engine),
    ledger: [],
    pool: [],
    async kill() {
      assert.deepEqual(await server.end("SIGKILL"), [null, "SIGKILL"], "it ran until it was killed");
      line.cut();
    },
    async restart() {
      server = await house.serve();
      line.to(server.base);
    },
    async close() {
      await server.end("SIGKILL");
      line.close();
    },
  };
}

/** Seals what the next bursts send. */
async function fill(here, { below }) {
  for (let made = 0; made < BURST * MOST_BURSTS; made += 1) {
    const sender = here.senders[made % here.senders.length];
    here.pool.push(await sealed(sender, here.receivers[below(here.receivers.length)]));
  }
}

/** Sends a submission once; it counts as acknowledged when the whole answer arrived. */
async function attempt({ line }, submission) {
  const began = performance.now();
  try {
    const { acknowledged, replayed, refusal } = await submit(line.base, submission);
    assert.deepEqual({ acknowledged, replayed, refusal }, { acknowledged: submission.id, replayed: false, refusal: undefined });
    submission.must = true;
    return performance.now() - began;
  } catch (error) {
    // a cut line is what this test is about; everything else is a failure
    if (["fetch failed", "terminated"].includes(error.message)) return undefined;
    throw error;
  }
}

/** A burst in which the server is killed: after some answers and a random while, or once an answer is held back. */
async function burst(here, { below, next }, held) {
  const sent = here.pool.splice(0, BURST);
  const before = below(BURST - here.senders.length);
  const kept = held ? here.line.hold(before) : undefined;
  let answers = 0;
  let reached;
  const enough = new Promise((resolve) => {
    reached = resolve;
  });
  const queues = here.senders.map((sender) => sent.filter((submission) => submission.sender === sender));
  const sending = queues.map(async (queue) => {
    for (const submission of queue) {
      here.ledger.push(submission);
      const took = await attempt(here, submission);
      if (took === undefined) return;
      here.usual = took;
      answers += 1;
      if (answers >= before) reached();
    }
  });
  if (before === 0) reached();
  // a moment nobody chose is what is tried, so there is no state to wait for
  await (kept ?? enough.then(() => sleep(next() * (here.usual ?? 20))));
  await here.kill();
  await Promise.all(sending);
}

/** Sends again what was not acknowledged, and some of what was; each is answered as what it is. */
async function replay(here, { some }) {
  const seen = look(here.engine);
  assert.deepEqual(faults(seen, here.ledger, here.before), [], "after a kill nothing is half");
  const lost = here.ledger.filter(({ must }) => !must);
  const again = some(here.ledger.filter(({ must }) => must), 2);
  let committed = 0;
  for (const submission of [...lost, ...again]) {
    const stood = stands(seen, submission);
    const said = await submit(here.line.base, submission);
    assert.deepEqual(said, { acknowledged: submission.id, replayed: stood, refusal: undefined });
    if (stood && !submission.must) committed += 1;
    submission.must = true;
  }
  return { lost: lost.length, committed };
}

async function underFire(engine, folder) {
  const chance = dice(seed);
  const here = await installation(engine, folder);
  try {
    await fill(here, chance);
    const plan = chance.shuffled(Array.from({ length: KILLS }, (_, at) => at < HELD));
    let kills = 0;
    let between = 0;
    let bursts = 0;
    while (kills < KILLS) {
      bursts += 1;
      assert.ok(bursts <= MOST_BURSTS, "too many bursts were over before their kill");
      await burst(here, chance, plan[kills]);
      await here.restart();
      const { lost, committed } = await replay(here, chance);
      if (plan[kills]) assert.ok(committed > 0, "an answer that was held back had been committed");
      if (lost > 0) kills += 1;
      if (committed > 0) between += 1;
    }
    return { here, counted: { kills, between, bursts } };
  } catch (error) {
    await here.close();
    throw error;
  }
}

/** Damage that a check of the database has to find, each with what the check then says of the submission. */
function damages({ hex }, { id, key }) {
  const [mine, its] = [id, key].map((uuid) => uuid.replaceAll("-", ""));
  const part = `(SELECT id FROM referral_part WHERE ${hex("referral_id")} = '${mine}' AND role = 'report')`;
  const half = (...kinds) => `${id} is not once and whole: ${kinds.join(", ")}`;
  return [
    [`UPDATE referral SET envelope = envelope || ' ' WHERE ${hex("id")} = '${mine}'`, [half("referral")]],
    [`DELETE FROM referral_part_content WHERE id = ${part}`, [half("parts")]],
    [`DELETE FROM case_grant WHERE ${hex("referral_id")} = '${mine}' AND level = 'lead'`, [half("grants")]],
    [`DELETE FROM referral_transition WHERE ${hex("referral_id")} = '${mine}' AND action = 'deliver'`, [half("steps")]],
    [`DELETE FROM referral_event WHERE ${hex("referral_id")} = '${mine}'`, [half("events")]],
    [`DELETE FROM idempotency WHERE ${hex("key")} = '${its}'`, [half("once")]],
  ];
}

for (const make of [sqlite, postgres]) {
  const name = { sqlite: "SQLite", postgres: "PostgreSQL" }[make.name];
  suite(`killed ${KILLS} times on ${name}, seed ${seed}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "schutznetz-kills-"));
    let engine;
    let here;
    let counted;

    before(async () => {
      engine = await make();
      ({ here, counted } = await underFire(engine, folder));
    });
    after(async () => {
      await here?.close();
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test("everything acknowledged stands there once and whole, and the audit chain holds", (context) => {
      const { kills, between, bursts } = counted;
      const reports = here.ledger.length;
      context.diagnostic(`${kills} kills in ${bursts} bursts, ${between} between commit and answer, ${reports} reports`);
      assert.equal(kills, KILLS);
      assert.ok(between >= HELD);
      assert.ok(here.ledger.every(({ must }) => must), "in the end everything was acknowledged");
      assert.deepEqual(faults(look(engine), here.ledger, here.before), []);
    });

    test("the check finds what is half, altered, missing or double", async () => {
      const [whose] = here.ledger;
      for (const [fault, expected] of damages(engine, whose)) {
        assert.deepEqual(faults(look(engine, fault), here.ledger, here.before), expected, fault);
      }
      const lost = { ...whose, id: crypto.randomUUID(), key: crypto.randomUUID(), must: true };
      const seen = look(engine);
      assert.deepEqual(faults(seen, [...here.ledger, lost], here.before), [`${lost.id} is missing`]);
      const at = seen.audit.findIndex(({ entry }) => entry.action === "referral.submit");
      const [{ stream, seq }] = seen.audit.splice(at, 1);
      assert.equal(faults(seen, [], here.before)[0], `audit stream ${stream} does not hold at entry ${seq + 1}`);
    });

    test("under a new key the same report is refused, and sealed anew it is a second one", async () => {
      const [{ sender, receiver, ...first }] = here.ledger;
      const again = await submit(here.line.base, { ...first, sender, key: crypto.randomUUID() });
      assert.deepEqual(again, { acknowledged: null, replayed: false, refusal: "ID_EXISTS" });
      assert.deepEqual(faults(look(engine), here.ledger, here.before), [], "the refusal left nothing behind");

      const second = await sealed(sender, receiver);
      await submit(here.line.base, second);
      const stranger = second.id.replaceAll("-", "");
      assert.deepEqual(faults(look(engine), here.ledger, here.before), [`nobody sent ${stranger}`]);
    });

    test("the office opens what came through", async () => {
      for (const submission of dice(seed).some(here.ledger, 6)) {
        const report = await opened(here.line.base, submission);
        assert.equal(report.child.familyName, "Beispiel");
      }
    });
  });
}
