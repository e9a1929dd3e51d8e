import { expect, test } from "vitest";
import { phaseOf, RENEW_AFTER_MS, renewalIsDue, WARN_BEFORE_MS } from "./clock";

test("the warning comes two minutes before the end", () => {
  const end = 10_000_000;
  expect(phaseOf(end - WARN_BEFORE_MS - 1, end)).toBe("fine");
  expect(phaseOf(end - WARN_BEFORE_MS, end)).toBe("warning");
});

test("a tab that slept past the end finds the session over", () => {
  expect(phaseOf(10_000_000, 9_000_000)).toBe("ended");
});

test("a session in use is renewed, one at rest is left to end", () => {
  expect(renewalIsDue(RENEW_AFTER_MS, 0, 1)).toBe(true);
  expect(renewalIsDue(RENEW_AFTER_MS, 0, 0)).toBe(false);
  expect(renewalIsDue(RENEW_AFTER_MS - 1, 0, 1)).toBe(false);
});
