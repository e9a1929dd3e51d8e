import * as v from "valibot";
import type { ReferralFilter, ReferralState } from "@/gql/referral/graphql";
import { berlinMidnight } from "@/shared/time";

/** States one can filter by; those a list never shows are left out. */
export const LISTED_STATES = [
  "SUBMITTED",
  "DELIVERED",
  "OPENED",
  "ACKNOWLEDGED",
  "ACCEPTED",
  "IN_PROGRESS",
  "ON_HOLD",
  "BOUNCED",
  "UNDELIVERABLE",
  "DECLINED",
  "REDIRECTED",
  "COMPLETED",
  "FAILED",
  "WITHDRAWN",
] as const satisfies readonly ReferralState[];

export const BOXES = ["ein", "aus", "entwuerfe"] as const;
export const DEADLINES = ["heute", "woche"] as const;

const schema = v.object({
  box: v.optional(v.fallback(v.picklist(BOXES), "ein"), "ein"),
  status: v.optional(v.fallback(v.optional(v.picklist(LISTED_STATES)), undefined)),
  frist: v.optional(v.fallback(v.optional(v.picklist(DEADLINES)), undefined)),
  meine: v.optional(v.fallback(v.optional(v.boolean()), undefined)),
});

/** The address is the state of the list; what it does not know falls back, names of people never stand in it. */
export type ListSearch = v.InferOutput<typeof schema>;

export const readListSearch = (search: Record<string, unknown>): ListSearch => v.parse(schema, search);

/** The filter a search stands for at an instant. */
export function filterOf({ status, frist, meine }: ListSearch, now: Date): ReferralFilter {
  const end = berlinMidnight(now, frist === "heute" ? 1 : 8);
  return {
    ...(status ? { states: [status] } : {}),
    // Whole days of the offices, so that the same list is the same question while one looks at it.
    ...(frist ? { dueBefore: end.toISOString() } : {}),
    ...(meine ? { assignedToMe: true } : {}),
  };
}
