import type { ReferralKind } from "@/gql/referral/graphql";

/** Kinds this version writes. */
export type WrittenKind = Extract<ReferralKind, "HELP_REFERRAL" | "SUSPICION_REPORT">;

export type YesNo = "yes" | "no" | "";

/** Whether somebody was told, and why or why not; `""` is no answer, which blocks nothing. */
export interface InformedValues {
  readonly yes: YesNo;
  readonly why: string;
  readonly text: string;
}

export interface ObservationValues {
  /** A day, or a minute of local time. */
  readonly at: string;
  readonly seenBy: string;
  readonly kind: "fact" | "hearsay" | "interpretation";
  readonly text: string;
}

export interface PersonValues {
  readonly role: string;
  readonly name: string;
  readonly contact: string;
  readonly note: string;
}

export interface ReportValues {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly address: string;
  readonly institution: string;
  readonly whereabouts: string;
  readonly observations: readonly ObservationValues[];
  readonly persons: readonly PersonValues[];
  readonly signs: readonly string[];
  readonly sources: readonly string[];
  readonly soFar: string;
  readonly urgencyReason: string;
  readonly reporterName: string;
  readonly reporterFunction: string;
  readonly reporterContact: string;
  readonly identityProtected: boolean;
  readonly parents: InformedValues;
  readonly child: InformedValues;
  readonly management: InformedValues;
  readonly insofa: YesNo;
  readonly guideNote: string;
}

export interface HelpValues {
  readonly name: string;
  readonly birthDate: string;
  /** Where the person is reached that way: number, e-mail or postal address. */
  readonly address: string;
  readonly wish: string;
  readonly tried: string;
  /** The way that is safe for the person; `""` until somebody has said so. */
  readonly how: "PHONE" | "TEXT_MESSAGE" | "MAIL" | "POST" | "IN_PERSON" | "PLATFORM" | "";
  readonly when: string;
  readonly coverWord: string;
  readonly never: string;
  readonly scope: string;
  readonly subject: "child" | "parent" | "both" | "";
  readonly givenBy: string;
  readonly form: "written" | "oral" | "electronic" | "";
  readonly consentAt: string;
  readonly validUntil: string;
}

/** Everything somebody has written so far. Plain JSON, so that it can rest as a sealed draft and nowhere else. */
export interface WriteValues {
  readonly kind: WrittenKind;
  readonly destination: string | null;
  readonly predecessor: string | null;
  readonly profession: string;
  readonly gate: string;
  readonly urgency: "URGENT" | "SOON" | "NORMAL";
  readonly topic: string;
  readonly ageBand: string;
  readonly doNotContactFamily: boolean;
  readonly report: ReportValues;
  readonly help: HelpValues;
}

const UNTOLD: InformedValues = { yes: "", why: "", text: "" };

export const newObservation = (day: string): ObservationValues => ({ at: day, seenBy: "", kind: "fact", text: "" });
export const NEW_PERSON: PersonValues = { role: "", name: "", contact: "", note: "" };

/** An empty sheet. @param day today, `2026-11-24`, which stands in the first observation until it is changed */
export function emptyValues(kind: WrittenKind, day: string): WriteValues {
  return {
    kind,
    destination: null,
    predecessor: null,
    profession: "",
    gate: kind === "HELP_REFERRAL" ? "CONSENT" : "",
    urgency: kind === "HELP_REFERRAL" ? "NORMAL" : "SOON",
    topic: "",
    ageBand: "",
    doNotContactFamily: false,
    report: {
      givenName: "",
      familyName: "",
      birthDate: "",
      address: "",
      institution: "",
      whereabouts: "",
      observations: [newObservation(day)],
      persons: [],
      signs: [],
      sources: [],
      soFar: "",
      urgencyReason: "",
      reporterName: "",
      reporterFunction: "",
      reporterContact: "",
      identityProtected: true,
      parents: UNTOLD,
      child: UNTOLD,
      management: UNTOLD,
      insofa: "",
      guideNote: "",
    },
    help: {
      name: "",
      birthDate: "",
      address: "",
      wish: "",
      tried: "",
      how: "",
      when: "",
      coverWord: "",
      never: "",
      scope: "",
      subject: "",
      givenBy: "",
      form: "",
      consentAt: day,
      validUntil: "",
    },
  };
}

/** Whether anybody has written anything a person could miss. */
export function hasContent(values: WriteValues): boolean {
  const empty = emptyValues(values.kind, "");
  const neutral = { ...values, destination: null, predecessor: null };
  const day = values.report.observations[0]?.at ?? "";
  return (
    JSON.stringify({ ...neutral, report: neutral.report, help: { ...neutral.help, consentAt: "" } }) !==
    JSON.stringify({ ...empty, report: { ...empty.report, observations: [newObservation(day)] } })
  );
}
