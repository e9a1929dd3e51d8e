// docs/exchange-in-node.md, as it stands there: its script is taken out and run.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";

import { base, graphql, signIn } from "./kit/ask.mjs";

const page = readFileSync(new URL("../../docs/exchange-in-node.md", import.meta.url), "utf8");
const [, file, script] = /^```js file=(\S+)\n([\s\S]*?)^```$/m.exec(page);
const folder = mkdtempSync(join(tmpdir(), "schutznetz-exchange-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script beside a copy of the modules; `altered` changes their text first. */
function run(name, altered = (modules) => modules) {
  const root = join(folder, name);
  const built = join(root, "frontend/dist-crypto");
  mkdirSync(built, { recursive: true });
  cpSync(new URL("../../frontend/dist-crypto", import.meta.url), built, { recursive: true });
  const modules = join(built, "index.mjs");
  writeFileSync(modules, altered(readFileSync(modules, "utf8")));
  // the one thing a reader changes, too: where the server is
  writeFileSync(join(root, file), script.replaceAll("http://127.0.0.1:8080", base));
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { cwd: root }, (error, stdout, stderr) => {
      resolve({ status: error ? error.code : 0, stdout, stderr });
    });
  });
}

/** The reports in the outbox of the practice, the newest first. */
async function sent() {
  const petra = { authorization: `Bearer ${await signIn("petra.praxis")}` };
  const query = `{ referrals(box: OUTBOX, first: 100) { totalCount edges { node {
    reference state version assignedAt coSigned outcome assignee { id } receipt feedbackGiven
    parts { role } history { action from to by } } } } }`;
  return (await graphql(query, {}, petra)).referrals;
}

suite("the script of docs/exchange-in-node.md", () => {
  test("goes the whole way, and the practice sees the receipt and the three facts alone", async () => {
    const before = await sent();
    const { status, stdout, stderr } = await run("as-it-stands");
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
    const acts = [...stdout.matchAll(/^(\w+): (?:\S+ )?([A-Z_]+)$/gm)].map(([, act, state]) => `${act} ${state}`);
    assert.deepEqual(acts, [
      "createReferral DELIVERED",
      "acknowledgeReferral ACKNOWLEDGED",
      "acceptReferral ACCEPTED",
      "assignReferral ACCEPTED",
      "startReferral IN_PROGRESS",
      "coSignCloseReferral IN_PROGRESS",
      "completeReferral COMPLETED",
    ]);
    assert.match(stdout, /^The office reads: Mia Beispiel, Blaue Flecken an beiden Armen\.$/m);
    assert.match(stdout, /^The receipt is signed by the office/m);
    assert.match(stdout, /^The three facts: \{ acted: true, signsConfirmed: true, stillActing: false \}$/m);

    const now = await sent();
    assert.equal(now.totalCount, before.totalCount + 1);
    const [{ node: seen }] = now.edges;
    assert.ok(stdout.includes(`createReferral: ${seen.reference} `));
    const { state, assignedAt, assignee, coSigned, outcome, feedbackGiven } = seen;
    assert.deepEqual(
      { state, assignedAt, assignee, coSigned, outcome, feedbackGiven },
      { state: "ACKNOWLEDGED", assignedAt: null, assignee: null, coSigned: false, outcome: null, feedbackGiven: true },
    );
    assert.deepEqual(seen.parts.map(({ role }) => role).sort(), ["consent", "feedback", "manifest", "report"]);
    const told = ["submit", "deliver", "open", "acknowledge", "feedback"];
    assert.deepEqual(seen.history.map(({ action }) => action), told);
  });

  test("sends nothing where nobody it was built to believe vouches for the office", async () => {
    const before = await sent();
    const { status, stdout, stderr } = await run("other-anchors", (modules) => {
      const other = modules.replace(/(anchors_default = \{\s*"?)demo/, "$1elsewhere");
      assert.notEqual(other, modules, "the list of anchors is found");
      return other;
    });
    assert.equal(status, 1, stdout);
    assert.match(stderr, /Refusal: foreign_anchor/);
    assert.equal(stdout, "");
    assert.equal((await sent()).totalCount, before.totalCount);
  });
});
