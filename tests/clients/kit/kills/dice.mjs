// Chance that can be repeated: the same seed throws the same dice.

import { randomInt } from "node:crypto";

/** The seed of this run: `KILLS_SEED`, else a fresh one. */
export const seed = Number(process.env.KILLS_SEED ?? randomInt(2 ** 31));

/** Dice from a seed (mulberry32): `below(n)` is a whole number from 0 to n - 1, `some(list, n)` are n different ones. */
export function dice(from) {
  let state = from >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  const shuffled = (list) => {
    const rest = [...list];
    return list.map(() => rest.splice(below(rest.length), 1)[0]);
  };
  return { next, below, shuffled, some: (list, n) => shuffled(list).slice(0, n) };
}
