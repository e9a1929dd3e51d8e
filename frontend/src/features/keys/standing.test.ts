import { expect, test } from "vitest";
import { remaining, standingOf } from "./standing";

test("without a vault there is nothing to unlock", () => {
  expect(standingOf({ myVault: null, myGrants: [] })).toBe("none");
});

test("a vault without a grant waits for a holder", () => {
  expect(standingOf({ myVault: {}, myGrants: [] })).toBe("pending_grant");
  expect(standingOf({ myVault: {}, myGrants: [{}] })).toBe("locked");
});

test("the remaining time counts down to zero and not beyond", () => {
  expect(remaining(600_000, 0)).toBe("10:00");
  expect(remaining(600_000, 540_500)).toBe("1:00");
  expect(remaining(600_000, 591_001)).toBe("0:09");
  expect(remaining(600_000, 700_000)).toBe("0:00");
});
