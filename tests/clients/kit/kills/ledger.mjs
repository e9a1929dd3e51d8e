// What the database must hold for every submission: all of it or nothing, and never twice.

import { createHash } from "node:crypto";

import { canonicalJson, parseStrict } from "../../../../frontend/dist-crypto/index.mjs";

/** What each submission does to a referral, once and in this order. */
const STEPS = ["submit", "deliver"];
const ACTS = ["referral.create", "referral.submit", "referral.deliver"];
const EVENTS = ["referral.delivered", "referral.submitted"];

const bare = (id) => id.replace(/^[a-z]+_/, "").replaceAll("-", "");
/** The referral that a kept answer names. */
const answered = (body) => bare(Buffer.from(body ?? "", "hex").toString());

/** Everything the database says, read with one fault done to it before, which is taken back. */
export function look({ read, hex }, fault) {
  const rows = (query) => read(query, fault);
  return {
    referrals: rows(`SELECT ${hex("id")} AS id, envelope, state FROM referral`),
    parts: rows(
      `SELECT ${hex("p.id")} AS id, ${hex("p.referral_id")} AS referral, c.jwe AS jwe
       FROM referral_part p LEFT JOIN referral_part_content c ON c.id = p.id`,
    ),
    grants: rows(`SELECT ${hex("referral_id")} AS referral, ${hex("member_id")} AS member, level FROM case_grant`),
    steps: rows(`SELECT ${hex("referral_id")} AS referral, action FROM referral_transition ORDER BY version`),
    events: rows(`SELECT ${hex("referral_id")} AS referral, kind FROM referral_event ORDER BY kind`),
    once: rows(`SELECT ${hex("key")} AS key, status, ${hex("body")} AS body FROM idempotency`),
    audit: rows(`SELECT stream, seq, entry, ${hex("hash")} AS hash FROM audit_entry ORDER BY stream, seq`).map(
      ({ entry, ...row }) => ({ ...row, entry: parseStrict(entry) }),
    ),
    streams: rows(`SELECT stream, seq, ${hex("hash")} AS hash FROM audit_stream`),
  };
}

/** The rows of one submission, each kind in a form that can be compared with what was sent. */
function traces(seen, { id, key }) {
  const mine = bare(id);
  const of = (rows) => rows.filter(({ referral }) => referral === mine);
  const acts = seen.audit.map(({ entry }) => entry).filter(({ object }) => bare(object.id) === mine);
  return {
    referral: seen.referrals.filter((row) => row.id === mine).map(({ envelope, state }) => ({ envelope, state })),
    parts: Object.fromEntries(of(seen.parts).map((row) => [row.id, row.jwe])),
    grants: of(seen.grants).map(({ member, level }) => `${level} ${member}`).sort(),
    steps: of(seen.steps).map(({ action }) => action),
    events: of(seen.events).map(({ kind }) => kind),
    once: seen.once.filter((row) => row.key === bare(key)).map(({ status, body }) => ({ status, answers: answered(body) })),
    acts: acts.map(({ action, outcome }) => `${action} ${outcome}`),
  };
}

const NOTHING = { referral: [], parts: {}, grants: [], steps: [], events: [], once: [], acts: [] };

/** What a submission leaves that was done once. */
function whole({ id, envelope, parts, readers, author }) {
  return {
    referral: [{ envelope, state: "DELIVERED" }],
    parts: Object.fromEntries(parts.map((part) => [bare(part.id), part.jwe])),
    grants: [...readers, `sender ${bare(author)}`].sort(),
    steps: STEPS,
    events: EVENTS,
    once: [{ status: 200, answers: bare(id) }],
    acts: ACTS.map((action) => `${action} allowed`),
  };
}

const same = (one, other) => canonicalJson(one) === canonicalJson(other);

/** Whether a submission stands in the database at all. */
export const stands = (seen, submission) => !same(traces(seen, submission), NOTHING);

/**
 * What is wrong, one sentence each; nothing where every submission stands there once and whole or not at all, nothing
 * of anybody else came in beside them, and the audit chain holds.
 *
 * @param seen from `look`
 * @param ledger the submissions sent so far; `must` says that one has to be there
 * @param before what stood there before the first of them
 */
export function faults(seen, ledger, before) {
  const found = chainFaults(seen);
  for (const submission of ledger) {
    const there = traces(seen, submission);
    const expected = whole(submission);
    if (same(there, NOTHING)) {
      if (submission.must) found.push(`${submission.id} is missing`);
      continue;
    }
    const differing = Object.keys(expected).filter((kind) => !same(there[kind], expected[kind]));
    if (differing.length > 0) found.push(`${submission.id} is not once and whole: ${differing.join(", ")}`);
  }
  const known = new Set([...before.referrals.map(({ id }) => id), ...ledger.map(({ id }) => bare(id))]);
  const foreign = ["parts", "grants", "steps", "events"].flatMap((kind) => seen[kind].map(({ referral }) => referral));
  const strangers = new Set([...seen.referrals.map(({ id }) => id), ...foreign].filter((id) => !known.has(id)));
  for (const stranger of strangers) found.push(`nobody sent ${stranger}`);
  return found;
}

/** Recomputes every hash of the audit chain, and compares the end of each stream with the end that is kept. */
function chainFaults({ audit, streams }) {
  const found = [];
  const ends = new Map();
  for (const { stream, seq, entry, hash } of audit) {
    const last = ends.get(stream) ?? { seq: 0, hash: "00".repeat(32) };
    const hashed = createHash("sha256").update("schutznetz-audit-v1\0").update(Buffer.from(last.hash, "hex"));
    const expected = hashed.update(canonicalJson(entry)).digest("hex");
    const holds = seq === last.seq + 1 && entry.seq === seq && entry.stream === stream && expected === hash;
    if (!holds) found.push(`audit stream ${stream} does not hold at entry ${seq}`);
    ends.set(stream, { seq, hash });
  }
  for (const { stream, seq, hash } of streams) {
    const end = ends.get(stream);
    if (end?.seq !== seq || end.hash !== hash) found.push(`audit stream ${stream} ends elsewhere than it says`);
  }
  return found;
}
