import { expect, test } from "vitest";
import { nearness } from "./due";

test("a deadline is over at its instant, and soon for a day before", () => {
  const at = "2026-11-25T08:00:00Z";
  expect(nearness(at, Date.parse(at))).toBe("over");
  expect(nearness(at, Date.parse(at) - 1)).toBe("soon");
  expect(nearness(at, Date.parse(at) - 25 * 3_600_000)).toBe("later");
});
