import type { ReferralKind } from "@/gql/referral/graphql";
import type { MessageId } from "@/i18n";

/** Reasons, outcomes and gates of the state machine that this version offers (`referral_state_machine.json`, `codes`). */
export const DECLINE_REASONS: Partial<Record<ReferralKind, readonly string[]>> = {
  HELP_REFERRAL: [
    "NO_CAPACITY",
    "NOT_COMPETENT_PLACE",
    "NOT_COMPETENT_SUBJECT",
    "NOT_ELIGIBLE",
    "CONSENT_INSUFFICIENT",
    "DUPLICATE",
    "OTHER",
  ],
};
export const FAIL_REASONS: Partial<Record<ReferralKind, readonly string[]>> = {
  HELP_REFERRAL: ["COULD_NOT_CONTACT", "NO_SHOW", "NOT_ELIGIBLE", "NO_CAPACITY", "COULD_NOT_GET_HELP"],
};
export const OUTCOMES: Partial<Record<ReferralKind, readonly string[]>> = {
  HELP_REFERRAL: ["GOT_HELP", "ON_WAITLIST", "REFERRED_ELSEWHERE", "NO_LONGER_WANTED"],
  SUSPICION_REPORT: ["PROCESSED"],
};
/** A revoked consent sets its own reason; nobody chooses it. */
export const HOLD_REASONS = ["WAITING_FOR_FAMILY", "WAITING_FOR_THIRD_PARTY", "WAITLIST", "ABSENCE"] as const;
export const OTHER_CHANNELS = ["PHONE", "FAX", "IN_PERSON", "POST"] as const;

/** Longest rest of a case, in days (guard of `hold`). */
export const LONGEST_HOLD_DAYS = 30;

/** Legal gates by profession: as what somebody reports decides which doors are open (referral.md 2, 9). */
const SECRET_BEARERS = ["KKG4_3"] as const;
const GATES_OF: Readonly<Record<string, readonly string[]>> = {
  KKG4_1_NR1: ["KKG4_3", "KKG4_3_URGENT"],
  KKG4_1_NR2: SECRET_BEARERS,
  KKG4_1_NR3: SECRET_BEARERS,
  KKG4_1_NR4: SECRET_BEARERS,
  KKG4_1_NR5: SECRET_BEARERS,
  KKG4_1_NR6: SECRET_BEARERS,
  KKG4_1_NR7: SECRET_BEARERS,
  SGB8_PROVIDER: ["SGB8A_4"],
  CHILDMINDER: ["SGB8A_5"],
  CUSTOMS: ["KKG4_5"],
  CRIMINAL_JUSTICE: ["KKG5"],
  OTHER_PROFESSIONAL: ["CITIZEN"],
};

/** Professions the wizard offers, in the order of the law. */
export const REPORTING_PROFESSIONS = Object.keys(GATES_OF);

/** The gates a profession may report through; `KKG4_3_URGENT` is for the health professions alone. */
export const gatesOf = (profession: string): readonly string[] => GATES_OF[profession] ?? [];

/** The message of a code; the catalogue holds every code of its group. */
export const wordOf = (
  group:
    | "gates"
    | "declines"
    | "fails"
    | "outcomes"
    | "holds"
    | "channels"
    | "professions"
    | "cannot"
    | "dues"
    | "actions",
  code: string,
): MessageId => `referral.${group}.${code}` as MessageId;
