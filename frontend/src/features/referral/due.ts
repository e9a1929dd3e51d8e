const SOON_MS = 24 * 3_600_000;

/** How near a deadline is. */
export function nearness(at: string, now: number): "over" | "soon" | "later" {
  const left = Date.parse(at) - now;
  if (left <= 0) return "over";
  return left <= SOON_MS ? "soon" : "later";
}
