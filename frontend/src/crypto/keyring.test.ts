// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { KeyRing, LOCK_AFTER_MS, type LockReason, NOTICE_MS, type RingKeys, type Timers } from "./keyring";
import { generateKey } from "./keys";
import { codeOf, OFFICE } from "./testing/world";

/** A clock that stands still until told otherwise. Asleep, time passes and no timer fires. */
class Clock implements Timers {
  #now = 1_000_000;
  #due = new Map<number, { at: number; callback: () => void }>();
  #next = 1;

  now(): number {
    return this.#now;
  }
  start(callback: () => void, milliseconds: number): unknown {
    this.#due.set(this.#next, { at: this.#now + milliseconds, callback });
    return this.#next++;
  }
  stop(handle: unknown): void {
    this.#due.delete(handle as number);
  }
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#due].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      this.#due.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].callback();
    }
    this.#now = end;
  }
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }
  get waiting(): number {
    return this.#due.size;
  }
}

const [enc, sig, oek, old] = await Promise.all([
  generateKey("ECDH-ES+A256KW"),
  generateKey("ES256"),
  generateKey("ECDH-ES+A256KW"),
  generateKey("ECDH-ES+A256KW"),
]);
const KEYS: RingKeys = {
  organisation: OFFICE,
  member: "lead",
  keys: { enc: enc.held, sig: sig.held },
  epochs: [
    { epoch: 1, oek: old.held, osk: null },
    { epoch: 2, oek: oek.held, osk: null },
  ],
};

let clock: Clock;
let ring: KeyRing;
let reasons: LockReason[];

beforeEach(() => {
  clock = new Clock();
  ring = new KeyRing(clock);
  reasons = [];
  ring.onLock((reason) => reasons.push(reason));
});

describe("the key ring", () => {
  it("shows what the account has until it is unlocked", async () => {
    expect(ring.snapshot.state).toBe("none");
    ring.setStanding("pending_grant");
    expect(ring.snapshot.state).toBe("pending_grant");
    ring.setStanding("locked");
    expect(ring.snapshot.state).toBe("locked");
    expect(await codeOf(() => ring.use())).toBe("ring_locked");
    ring.unlock(KEYS);
    expect(ring.snapshot).toMatchObject({ state: "unlocked", locksAt: clock.now() + LOCK_AFTER_MS, closing: false });
    expect(ring.decryptionKeys().map(({ kid }) => kid)).toEqual([oek.kid, old.kid]);
  });

  it("locks after ten minutes without input, with a notice one minute before", () => {
    ring.unlock(KEYS);
    clock.pass(LOCK_AFTER_MS - NOTICE_MS - 1);
    expect(ring.snapshot.closing).toBe(false);
    clock.pass(1);
    expect(ring.snapshot).toMatchObject({ state: "unlocked", closing: true });
    clock.pass(NOTICE_MS - 1);
    expect(ring.snapshot.state).toBe("unlocked");
    clock.pass(1);
    expect(ring.snapshot).toMatchObject({ state: "locked", locksAt: null, closing: false });
    expect(reasons).toEqual(["idle"]);
    expect(clock.waiting).toBe(0);
  });

  it("stays open as long as somebody works", () => {
    ring.unlock(KEYS);
    for (let i = 0; i < 20; i++) {
      clock.pass(LOCK_AFTER_MS - 1);
      ring.touch();
    }
    expect(ring.snapshot).toMatchObject({ state: "unlocked", closing: false });
    clock.pass(LOCK_AFTER_MS);
    expect(ring.snapshot.state).toBe("locked");
  });

  it.each<[string, () => unknown]>([
    ["waking", () => ring.wake()],
    ["the first touch", () => ring.touch()],
    ["using a key", () => codeOf(() => ring.use())],
  ])("locks on %s when the machine slept past the limit, because timers slept too", async (_name, act) => {
    ring.unlock(KEYS);
    clock.sleep(LOCK_AFTER_MS);
    await act();
    expect(ring.snapshot.state).toBe("locked");
    expect(reasons).toEqual(["slept"]);
  });

  it("survives a nap and then counts from the last input, not from waking", () => {
    ring.unlock(KEYS);
    clock.sleep(LOCK_AFTER_MS - 2 * NOTICE_MS);
    ring.wake();
    expect(ring.snapshot.state).toBe("unlocked");
    clock.pass(2 * NOTICE_MS);
    expect(ring.snapshot.state).toBe("locked");
  });

  it("drops the keys before anybody is told, but keeps the public key that seals a draft", async () => {
    const seen: string[] = [];
    ring.unlock(KEYS);
    ring.onLock(() => {
      seen.push(ring.snapshot.state, ring.ownPublicKey?.kid ?? "gone");
    });
    ring.lock("person");
    expect(seen).toEqual(["locked", enc.kid]);
    expect(await codeOf(() => ring.decryptionKeys())).toBe("ring_locked");
    expect(JSON.stringify(ring)).toBe("{}");
  });

  it("forgets the person on logout", () => {
    ring.unlock(KEYS);
    ring.lock("logout");
    expect([ring.snapshot.state, ring.ownPublicKey]).toEqual(["none", null]);
  });

  it("warns while it works on, and a red stop ends everything", async () => {
    ring.unlock(KEYS);
    ring.warn(["one_way_left"]);
    expect(ring.snapshot.state).toBe("warning");
    expect(ring.use().member).toBe("lead");
    ring.redStop("broken_chain");
    expect(ring.snapshot).toMatchObject({ state: "broken", redStop: "broken_chain", locksAt: null });
    expect(await codeOf(() => ring.use())).toBe("ring_locked");
    expect(await codeOf(() => ring.unlock(KEYS))).toBe("ring_locked");
  });

  it("tells listeners of each change, with a view that stays the same in between", () => {
    let calls = 0;
    const end = ring.subscribe(() => calls++);
    ring.unlock(KEYS);
    const before = ring.snapshot;
    expect(ring.snapshot).toBe(before);
    ring.warn(["rotation_due"]);
    expect([calls, ring.snapshot === before]).toEqual([2, false]);
    end();
    ring.lock("person");
    expect(calls).toBe(2);
  });

  it("is not opened without a granted epoch", async () => {
    expect(await codeOf(() => ring.unlock({ ...KEYS, epochs: [] }))).toBe("ring_locked");
  });
});
