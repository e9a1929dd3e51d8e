/** Where a session stands: fine, about to end, over. */
export type Phase = "fine" | "warning" | "ended";

export const WARN_BEFORE_MS = 2 * 60_000;
/** A session in use is renewed well before its ten-minute token ends. */
export const RENEW_AFTER_MS = 8 * 60_000;

/** Compares instants, never counts ticks: timers sleep when the tab does. */
export function phaseOf(now: number, endsAt: number): Phase {
  if (now >= endsAt) return "ended";
  return now >= endsAt - WARN_BEFORE_MS ? "warning" : "fine";
}

/** Whether the session should be renewed by itself: it was used since it was last renewed, and that is a while ago. */
export function renewalIsDue(now: number, renewedAt: number, lastInputAt: number): boolean {
  return now - renewedAt >= RENEW_AFTER_MS && lastInputAt > renewedAt;
}
