import { expect, test } from "vitest";
import { checkBody } from "@/crypto";
import { type FeedbackValues, feedbackBodies, NO_FEEDBACK } from "./feedbackBody";

const FULL: FeedbackValues = {
  signsConfirmed: "unknown",
  acted: "yes",
  stillActing: "no",
  familyInformed: "no",
  whyNot: "NOT_REACHED",
};

test("the sender gets exactly three facts and nothing of what the family was told", () => {
  const bodies = feedbackBodies(FULL);
  expect(bodies?.feedback).toEqual({ signsConfirmed: null, acted: true, stillActing: false });
  expect(Object.keys(bodies?.feedback ?? {})).toHaveLength(3);
  expect(bodies?.decision).toEqual({ familyInformedOfFeedback: false, whyNot: "NOT_REACHED" });
});

test("both bodies fit their closed schemas", () => {
  for (const values of [FULL, { ...FULL, familyInformed: "yes" } as const]) {
    const bodies = feedbackBodies(values);
    expect(() => checkBody("feedback", bodies?.feedback)).not.toThrow();
    expect(() => checkBody("decision", bodies?.decision)).not.toThrow();
  }
});

test("nothing is guessed: a missing answer is no feedback", () => {
  expect(feedbackBodies(NO_FEEDBACK)).toBeNull();
  for (const name of ["signsConfirmed", "acted", "stillActing", "familyInformed", "whyNot"] as const) {
    expect(feedbackBodies({ ...FULL, [name]: "" })).toBeNull();
  }
});
