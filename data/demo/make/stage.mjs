// What is done in the demo: who, when, and what they hand in. The seed does it again.

export class Stage {
  #acts = [];

  /** @param at instant as RFC 3339 in UTC, whole seconds */
  act(as, at, does) {
    this.#acts.push({ as, at, does });
  }

  /** Everything in the order in which it happened, whoever's story it belongs to. */
  get acts() {
    return this.#acts.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }
}

/** A clock that goes on by a few seconds with every look. */
export function clock(start) {
  let now = Date.parse(start);
  return () => {
    now += 7_000;
    return `${new Date(now).toISOString().slice(0, 19)}Z`;
  };
}
