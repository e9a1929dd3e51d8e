import type { DecisionBody, FeedbackBody } from "@/crypto";

/** The form as the person fills it: exactly three choices, and what stays in the house. */
export interface FeedbackValues {
  readonly signsConfirmed: "yes" | "no" | "unknown" | "";
  readonly acted: "yes" | "no" | "";
  readonly stillActing: "yes" | "no" | "";
  readonly familyInformed: "yes" | "no" | "";
  readonly whyNot: "ENDANGERS_PROTECTION" | "NOT_REACHED" | "";
}

export const NO_FEEDBACK: FeedbackValues = {
  signsConfirmed: "",
  acted: "",
  stillActing: "",
  familyInformed: "",
  whyNot: "",
};

/** Both sealed bodies; null while an answer is missing. What the family was told never stands in the first. */
export function feedbackBodies(values: FeedbackValues): { feedback: FeedbackBody; decision: DecisionBody } | null {
  const { signsConfirmed, acted, stillActing, familyInformed, whyNot } = values;
  if (!signsConfirmed || !acted || !stillActing || !familyInformed) return null;
  if (familyInformed === "no" && !whyNot) return null;
  const feedback = {
    signsConfirmed: signsConfirmed === "unknown" ? null : signsConfirmed === "yes",
    acted: acted === "yes",
    stillActing: stillActing === "yes",
  };
  if (familyInformed === "yes") return { feedback, decision: { familyInformedOfFeedback: true } };
  return whyNot ? { feedback, decision: { familyInformedOfFeedback: false, whyNot } } : null;
}
