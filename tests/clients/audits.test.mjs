// The public audits of GraphQL over HTTP (npm `graphql-http`), each one a test. What the audits say
// is committed in audits.txt, so that a change of a verdict is seen in review.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { serverAudits } from "graphql-http";

import { base } from "./kit/ask.mjs";

const audits = serverAudits({ url: `${base}/graphql`, fetchFn: fetch });
const committed = readFileSync(new URL("audits.txt", import.meta.url), "utf8");
const verdicts = [];

for (const audit of audits) {
  test(`audit ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn();
    const ok = result.status === "ok";
    verdicts.push(`${ok ? "fulfilled" : "NOT fulfilled"}  ${audit.id}  ${audit.name}`);
    if (audit.name.startsWith("MUST")) assert.ok(ok, result.reason);
  });
}

test("the committed list names every audit with its verdict, and a reason for each one not fulfilled", () => {
  const now = verdicts.toSorted();
  const lines = committed.split("\n");
  const listed = lines.filter((line) => /^(NOT )?fulfilled {2}/.test(line)).sort();
  assert.deepEqual(listed, now, `audits.txt should list:\n${now.join("\n")}`);
  lines.forEach((line, at) => {
    if (line.startsWith("NOT fulfilled")) assert.match(lines[at + 1] ?? "", /^ {4}Reason: \S/, line);
  });
});
