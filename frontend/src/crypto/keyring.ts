import { Refusal, type TrustCode } from "./errors";
import type { HeldKey } from "./keys";
import type { RecipientKey } from "./seal";
import type { MemberKeys } from "./vault";

/** What the lock in the header shows (frontend.md 17). */
export type KeyRingState = "none" | "pending_grant" | "locked" | "unlocked" | "warning" | "broken";

/** What the account has on the server; decides what a ring without open keys is. */
export type Standing = "none" | "pending_grant" | "locked";

/** Why a ring was locked. */
export type LockReason = "idle" | "slept" | "person" | "logout" | "session_ended" | "broken";

/** Things to act on while one goes on working. */
export type KeyWarning =
  | "one_way_left"
  | "sheet_untried"
  | "rotation_due"
  | "holder_left"
  | "receiver_key_changed"
  | "two_meanings";

/** An organisation's keys of one epoch, as the grant gave them. */
export interface RingEpoch {
  readonly epoch: number;
  readonly oek: HeldKey;
  readonly osk: HeldKey | null;
}

/** What unlocking puts on the ring. */
export interface RingKeys {
  readonly organisation: string;
  readonly member: string;
  readonly keys: MemberKeys;
  /** The current epoch last. */
  readonly epochs: readonly RingEpoch[];
}

/** An immutable view for the page; the same object until something changes (`useSyncExternalStore`). */
export interface KeyRingSnapshot {
  readonly state: KeyRingState;
  /** Milliseconds since 1970 at which the ring locks without input; null while it is not open. */
  readonly locksAt: number | null;
  /** True in the last minute before locking: the page offers "Offen lassen". */
  readonly closing: boolean;
  readonly warnings: readonly KeyWarning[];
  readonly redStop: TrustCode | null;
}

/** Time comes in by the door, so that a test can let a night pass. */
export interface Timers {
  now(): number;
  start(callback: () => void, milliseconds: number): unknown;
  stop(handle: unknown): void;
}

/** Idle time after which the ring locks, in milliseconds. */
export const LOCK_AFTER_MS = 10 * 60_000;
/** How long before locking the page says so, in milliseconds. */
export const NOTICE_MS = 60_000;

/** The platform's clock and timers. */
export const platformTimers: Timers = {
  now: () => Date.now(),
  start: (callback, milliseconds) => setTimeout(callback, milliseconds),
  stop: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/**
 * The keys in use, in this tab's memory and nowhere else. Locking drops every reference; CryptoKeys on it cannot be
 * exported. Tabs do not share a ring. Nothing here touches any storage of the browser.
 */
export class KeyRing {
  readonly #timers: Timers;
  readonly #listeners = new Set<() => void>();
  readonly #lockHandlers = new Set<(reason: LockReason) => void>();
  #standing: Standing = "none";
  #keys: RingKeys | null = null;
  #self: RecipientKey | null = null;
  #warnings: readonly KeyWarning[] = [];
  #redStop: TrustCode | null = null;
  #lastInput = 0;
  #timer: unknown = null;
  #snapshot: KeyRingSnapshot;

  constructor(timers: Timers = platformTimers) {
    this.#timers = timers;
    this.#snapshot = this.#look();
  }

  /** The current view. */
  get snapshot(): KeyRingSnapshot {
    return this.#snapshot;
  }

  /** The author's own public encryption key: stays after locking, so that an open draft can still be sealed. */
  get ownPublicKey(): RecipientKey | null {
    return this.#self;
  }

  /** Calls `listener` after each change. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `handler` once the keys are gone: remove case queries, blank views, seal the draft. */
  onLock(handler: (reason: LockReason) => void): () => void {
    this.#lockHandlers.add(handler);
    return () => this.#lockHandlers.delete(handler);
  }

  /** Says what the account has on the server (vault, grant). */
  setStanding(standing: Standing): void {
    this.#standing = standing;
    this.#changed();
  }

  /** Puts keys on the ring. Refused while a red stop stands. Throws `ring_locked`. */
  unlock(keys: RingKeys): void {
    if (this.#redStop !== null) throw new Refusal("ring_locked", "a red stop stands");
    if (keys.epochs.length === 0) throw new Refusal("ring_locked", "no epoch was granted");
    this.#keys = keys;
    const { kid, publicJwk } = keys.keys.enc;
    this.#self = { kid, jwk: publicJwk };
    this.#standing = "locked";
    this.#lastInput = this.#timers.now();
    this.#schedule();
    this.#changed();
  }

  /** A sign of life: a key, a touch, "Offen lassen". Too late is too late: input after the limit locks. */
  touch(): void {
    if (this.#keys === null || this.lockIfIdle("slept")) return;
    this.#lastInput = this.#timers.now();
    this.#schedule();
    this.#changed();
  }

  /** To be called when the tab becomes visible or wakes: timers slept too, so time stamps decide. */
  wake(): void {
    if (this.#keys !== null && !this.lockIfIdle("slept")) this.#schedule();
  }

  /** Locks when the idle time has passed. @returns whether it did */
  lockIfIdle(reason: "idle" | "slept"): boolean {
    if (this.#keys === null || this.#timers.now() - this.#lastInput < LOCK_AFTER_MS) return false;
    this.lock(reason);
    return true;
  }

  /** Drops all keys at once. */
  lock(reason: LockReason): void {
    this.#stopTimer();
    if (this.#keys === null) return;
    this.#keys = null;
    this.#changed();
    for (const handler of this.#lockHandlers) handler(reason);
    if (reason === "logout" || reason === "session_ended") this.#forgetPerson();
  }

  /** A chain does not verify: nothing is sealed or opened until the page is left. */
  redStop(code: TrustCode): void {
    this.#redStop = code;
    this.lock("broken");
    this.#changed();
  }

  /** Sets the warnings of the yellow bar. */
  warn(warnings: readonly KeyWarning[]): void {
    this.#warnings = [...warnings];
    this.#changed();
  }

  /** The keys, for the length of one act; do not keep them. Throws `ring_locked`. */
  use(): RingKeys {
    if (this.#keys === null || this.lockIfIdle("slept")) throw new Refusal("ring_locked", "unlock first");
    return this.#keys;
  }

  /** All private keys that can open parts: every epoch's key, the current one first. Throws `ring_locked`. */
  decryptionKeys(): HeldKey[] {
    return this.use()
      .epochs.map(({ oek }) => oek)
      .toReversed();
  }

  #forgetPerson(): void {
    this.#self = null;
    this.#standing = "none";
    this.#warnings = [];
    this.#changed();
  }

  #schedule(): void {
    this.#stopTimer();
    const left = this.#lastInput + LOCK_AFTER_MS - this.#timers.now();
    const next = left > NOTICE_MS ? left - NOTICE_MS : left;
    this.#timer = this.#timers.start(() => this.#tick(), Math.max(next, 0));
  }

  #tick(): void {
    if (this.#keys === null || this.lockIfIdle("idle")) return;
    this.#schedule();
    this.#changed();
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#timers.stop(this.#timer);
    this.#timer = null;
  }

  #look(): KeyRingSnapshot {
    const open = this.#keys !== null;
    const locksAt = open ? this.#lastInput + LOCK_AFTER_MS : null;
    const closing = locksAt !== null && locksAt - this.#timers.now() <= NOTICE_MS;
    return { state: this.#state(open), locksAt, closing, warnings: this.#warnings, redStop: this.#redStop };
  }

  #state(open: boolean): KeyRingState {
    if (this.#redStop !== null) return "broken";
    if (!open) return this.#standing;
    return this.#warnings.length > 0 ? "warning" : "unlocked";
  }

  #changed(): void {
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }
}
