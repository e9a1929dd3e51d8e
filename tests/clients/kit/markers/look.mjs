// Looks for markers in bytes, in files and in what is packed inside them.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** What was found: which field, in which spelling, where. `sources` are `{ from, bytes }`. */
export function look(marks, place, sources) {
  const needles = marks.needles(place);
  const found = new Set();
  for (const { from, bytes } of sources) {
    for (const { spelling, bytes: needle, fieldAt } of needles) {
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
        found.add(`${fieldAt(bytes.subarray(at, at + 64))} (${spelling}) in ${from}`);
      }
    }
  }
  return [...found].sort();
}

/** A text as a source. */
export const text = (from, content) => ({ from, bytes: Buffer.from(content) });

/** Every file below a folder that a predicate takes, raw and unpacked. */
export function* files(folder, takes = () => true) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const from = relative(folder, path);
    if (!entry.isFile() || !takes(from) || statSync(path).size === 0) continue;
    const bytes = readFileSync(path);
    yield { from, bytes };
    for (const inner of unpacked(bytes)) yield { from: `${from}, unpacked`, bytes: inner };
    if (SEGMENT.test(from)) yield { from, bytes: logged(bytes) };
  }
}

/** A file of PostgreSQL's log before the database, its pages, and what stands at the head of each page and of the first. */
const SEGMENT = /pg_wal\/[0-9A-F]{24}$/;
const PAGE = 8192;
const HEAD = 24;
const FIRST_HEAD = 40;

/** What was written to the log, in one piece: a record goes on behind the head of the next page. */
function logged(bytes) {
  const pages = [bytes.subarray(FIRST_HEAD, PAGE)];
  for (let at = PAGE; at < bytes.length; at += PAGE) pages.push(bytes.subarray(at + HEAD, at + PAGE));
  return Buffer.concat(pages);
}

/** Chromium's cache: a head of 24 bytes that begins so and holds the length of the key, the key, the body, its end. */
const ENTRY = Buffer.from("305c72a71b6dfbfc", "hex");
const ENTRY_END = Buffer.from("d8410d97456ffaf4", "hex");

/** The body of an entry of the cache, as the page read it. */
function* unpacked(bytes) {
  if (!bytes.subarray(0, 8).equals(ENTRY)) return;
  const start = 24 + bytes.readUInt32LE(12);
  const end = bytes.indexOf(ENTRY_END, start);
  const body = bytes.subarray(start, end < 0 ? undefined : end);
  for (const unpack of [gunzipSync, brotliDecompressSync]) {
    try {
      yield unpack(body);
    } catch {
      // packed otherwise, or not at all
    }
  }
}
