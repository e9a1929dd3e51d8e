import { expect, test } from "vitest";
import { nearness, nextDue } from "./due";

test("the earliest deadline comes first, whatever the order of the answer", () => {
  const due = (name: string, at: string) => ({ name, at, overdue: false });
  const dates = [due("decide", "2026-11-27T08:00:00Z"), due("acknowledge", "2026-11-25T08:00:00Z")];
  expect(nextDue(dates)?.name).toBe("acknowledge");
  expect(nextDue([])).toBeNull();
});

test("a deadline is over at its instant, and soon for a day before", () => {
  const at = "2026-11-25T08:00:00Z";
  expect(nearness(at, Date.parse(at))).toBe("over");
  expect(nearness(at, Date.parse(at) - 1)).toBe("soon");
  expect(nearness(at, Date.parse(at) - 25 * 3_600_000)).toBe("later");
});
