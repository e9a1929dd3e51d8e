// What is typed in, and every way it could be written down.

import { randomInt } from "node:crypto";

/** Consonants whose hexadecimal digits hold a letter: a text with one of them has a spelling of its own in capitals. */
const lettered = () => "jklmnz"[randomInt(6)];
const letters = (count) => Array.from({ length: count }, () => "bcdfghjklmnpqrstvwxz"[randomInt(20)]).join("");

/**
 * The markers of one run. All of them begin with the same twelve consonants, so that one look finds every one, also
 * what was cut off or stemmed. Being letters, a marker is spelled the same in an address and in JSON.
 */
export class Marks {
  #run = lettered() + letters(11);
  #named = new Map();
  #secrets = new Map();

  /** A marker to type into one field. */
  mark(field) {
    const text = this.#run + letters(4);
    this.#named.set(text, field);
    return text;
  }

  /**
   * Something that has a form of its own: a password that is right, a sheet, a token.
   *
   * @param {string[]} allowed the places where it has to be, each for a reason that stands at the call
   */
  secret(field, text, allowed = []) {
    this.#secrets.set(text, { field, text, allowed });
    return text;
  }

  /** A marker that some places may hold. */
  apart(field, allowed) {
    return this.secret(field, lettered() + letters(15), allowed);
  }

  /** What was last typed into a field. */
  typed(field) {
    return [...this.#named].findLast(([, named]) => named === field)[0];
  }

  /** The fields that were typed into. */
  get fields() {
    return [...this.#named.values(), ...[...this.#secrets.values()].map(({ field }) => field)];
  }

  /** What to look for in a place: `{ bytes, spelling, fieldAt }`, the last naming the field of a hit. */
  needles(place) {
    const run = spellings(this.#run).map((one) => ({ ...one, fieldAt: (hit) => this.#fieldAt(hit) }));
    const wanted = [...this.#secrets.values()].filter(({ allowed }) => !allowed.includes(place));
    return [...run, ...wanted.flatMap(({ field, text }) => spellings(text).map((one) => ({ ...one, fieldAt: () => field })))];
  }

  #fieldAt(hit) {
    const text = hit.toString("latin1").replaceAll("\0", "").toLowerCase();
    const found = [...this.#named].find(([mark]) => text.startsWith(mark));
    return found ? found[1] : "some field";
  }
}

/** A text as bytes: plain, in capitals, in UTF-16, as hexadecimal digits, and as base64 at each of its three offsets. */
export function spellings(text) {
  const plain = Buffer.from(text);
  const hex = plain.toString("hex");
  const all = [
    ["UTF-8", plain],
    ["capitals", Buffer.from(text.toUpperCase())],
    ["UTF-16", Buffer.from(text, "utf16le")],
    ["hex", Buffer.from(hex)],
    ["hex in capitals", Buffer.from(hex.toUpperCase())],
    ["in an address", Buffer.from(encodeURIComponent(text))],
    ["in a form", Buffer.from(encodeURIComponent(text).replaceAll("%20", "+"))],
    ["in JSON", Buffer.from(JSON.stringify(text).slice(1, -1))],
    ...[0, 1, 2].map((lead) => [`base64 after ${lead}`, base64After(lead, plain)]),
  ];
  const seen = new Set();
  return all
    .map(([spelling, bytes]) => ({ spelling, bytes }))
    .filter(({ bytes }) => !seen.has(bytes.toString("latin1")) && seen.add(bytes.toString("latin1")));
}

/** The characters that stand for `bytes` alone when base64 meets them after `lead` others. */
function base64After(lead, bytes) {
  const whole = Buffer.concat([Buffer.alloc(lead), bytes]).toString("base64");
  return Buffer.from(whole.slice(Math.ceil((lead * 8) / 6), Math.floor(((lead + bytes.length) * 8) / 6)));
}
