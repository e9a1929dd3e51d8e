import { fromUtf8, isWellFormed } from "./bytes";
import { Refusal } from "./errors";

/** What our own documents may hold: no floats, so that the canonical form needs no rule for them. */
export type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** A JSON object. */
export type JsonObject = { [member: string]: Json };

const MAX_DEPTH = 32;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

/**
 * Reads JSON and refuses what `JSON.parse` silently repairs: a member that stands twice (the last would win here, the
 * first elsewhere), numbers that are not safe integers, lone surrogates, and nesting deeper than 32.
 * Throws `json_invalid`.
 */
export function parseStrict(source: string | Uint8Array): Json {
  try {
    const text = typeof source === "string" ? source : fromUtf8(source);
    const value = JSON.parse(text) as Json;
    refuseRepairs(text);
    return value;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("json_invalid", "not JSON in UTF-8");
  }
}

/** As {@link parseStrict}, for a document that must be an object. */
export function parseStrictObject(source: string | Uint8Array): JsonObject {
  const value = parseStrict(source);
  if (!isJsonObject(value)) throw new Refusal("json_invalid", "not an object");
  return value;
}

/** Whether a value is a JSON object, neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object has exactly these members, in any order. */
export function hasExactly(object: object, members: readonly string[]): boolean {
  const found = Object.keys(object);
  return found.length === members.length && members.every((member) => Object.hasOwn(object, member));
}

/** Walks the tokens of a text already known to be JSON. Each open object keeps the names it has seen. */
function refuseRepairs(text: string): void {
  const open: (Set<string> | null)[] = [];
  let expectsName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const names = open.at(-1);
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : null);
      if (open.length > MAX_DEPTH) throw new Refusal("json_invalid", "nested too deeply");
      expectsName = token === "{";
    } else if (token === "}" || token === "]") {
      open.pop();
      expectsName = false;
    } else if (token === ",") {
      expectsName = names instanceof Set;
    } else if (token === ":") {
      expectsName = false;
    } else if (token.startsWith('"')) {
      const read = JSON.parse(token) as string;
      if (!isWellFormed(read)) throw new Refusal("json_invalid", "lone surrogate");
      if (!expectsName || !(names instanceof Set)) continue;
      if (names.has(read)) throw new Refusal("json_invalid", "a member stands twice");
      names.add(read);
    } else if (/^[-0-9]/u.test(token) && !isSafeInteger(token)) {
      throw new Refusal("json_invalid", "a number that is not an integer");
    }
  }
}

/** `-0`, exponents and fractions are refused by their spelling: another reader might keep what we would round. */
function isSafeInteger(token: string): boolean {
  return /^(?:0|-?[1-9][0-9]*)$/u.test(token) && Number.isSafeInteger(Number(token));
}
