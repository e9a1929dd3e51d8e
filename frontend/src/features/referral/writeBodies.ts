import type { ConsentBody, HelpBody, PartRole, ReportBody } from "@/crypto";
import type { JsonObject } from "@/crypto/json";
import type { InformedValues, ReportValues, WriteValues } from "./writeValues";

/** A part before sealing. */
export interface BodyToSeal {
  readonly id: string;
  readonly role: Extract<PartRole, "report" | "help" | "consent">;
  readonly body: JsonObject;
}

const optional = <K extends string>(name: K, value: string): { [P in K]?: string } =>
  (value.trim() ? { [name]: value.trim() } : {}) as { [P in K]?: string };

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What was answered about one of them; an unanswered question stays away, never answered for somebody. */
function informedOne({ yes, why, text }: InformedValues) {
  return {
    ...(yes === "" ? {} : { yes: yes === "yes" }),
    ...(yes === "" || !why ? {} : { why: why as "OTHER" }),
    ...optional("text", text),
  };
}

/** Who was told and why; left out where nothing at all was answered. */
function informedOf({ parents, child, management }: ReportValues): Pick<ConsentBody, "informed"> {
  const informed = {
    parents: informedOne(parents),
    child: informedOne(child),
    management: informedOne(management),
  };
  return Object.values(informed).every((one) => Object.keys(one).length === 0) ? {} : { informed };
}

/** Sealed bodies of a suspicion report. No missing answer stops it: an empty text means "not known". */
export function reportBodies({ gate, report }: WriteValues): [ReportBody, ConsentBody] {
  const { observations, persons, insofa, guideNote } = report;
  const body: ReportBody = {
    child: {
      givenName: report.givenName.trim(),
      familyName: report.familyName.trim(),
      ...optional("birthDate", report.birthDate),
      ...optional("address", report.address),
      ...optional("institution", report.institution),
      whereabouts: report.whereabouts.trim(),
    },
    persons: persons
      .filter(({ role, name, contact, note }) => [role, name, contact, note].some((text) => text.trim()))
      .map(({ role, name, contact, note }) => ({
        role: role.trim(),
        ...optional("name", name),
        ...optional("contact", contact),
        ...optional("note", note),
      })),
    observations: observations
      .filter(({ text }) => text.trim())
      .map(({ at, seenBy, kind, text }) => ({ at, seenBy: seenBy.trim(), kind, text: text.trim() })),
    dangerSigns: [...report.signs] as ReportBody["dangerSigns"],
    sourceOfDanger: [...report.sources] as ReportBody["sourceOfDanger"],
    soFar: report.soFar.trim(),
    ...optional("urgencyReason", report.urgencyReason),
    reporter: {
      ...optional("name", report.reporterName),
      function: report.reporterFunction.trim(),
      ...optional("contact", report.reporterContact),
    },
    identityProtected: report.identityProtected,
  };
  const basis = {
    gate,
    ...informedOf(report),
    ...(insofa === "" ? {} : { insofaConsulted: insofa === "yes" }),
    ...optional("guideNote", guideNote),
  } as ConsentBody;
  return [body, basis];
}

/** Sealed bodies of a help referral. */
export function helpBodies({ help }: WriteValues): [HelpBody, ConsentBody] {
  const body = {
    person: { name: help.name.trim(), ...optional("birthDate", help.birthDate), ...optional("address", help.address) },
    wish: help.wish.trim(),
    tried: help.tried.trim(),
    contact: {
      how: help.how,
      when: help.when.trim(),
      ...optional("coverWord", help.coverWord),
      never: linesOf(help.never),
    },
  } as HelpBody;
  const consent = {
    gate: "CONSENT",
    scope: linesOf(help.scope),
    subject: help.subject,
    givenBy: linesOf(help.givenBy),
    form: help.form,
    at: help.consentAt,
    ...optional("validUntil", help.validUntil),
  } as ConsentBody;
  return [body, consent];
}

/** All parts of what was written. */
export function bodiesOf(values: WriteValues): BodyToSeal[] {
  const part = (role: BodyToSeal["role"], body: object): BodyToSeal => ({
    id: crypto.randomUUID(),
    role,
    body: body as JsonObject,
  });
  if (values.kind === "SUSPICION_REPORT") {
    const [report, basis] = reportBodies(values);
    return [part("report", report), part("consent", basis)];
  }
  const [help, consent] = helpBodies(values);
  return [part("help", help), part("consent", consent)];
}

/** The consent itself, where a body is one and not another legal basis. */
export const givenConsent = (body: ConsentBody) => ("scope" in body ? body : null);

/** A help referral's words back in the form, to seal them anew for another body. */
export function valuesOfHelp(values: WriteValues, help: HelpBody, consent: ConsentBody | null): WriteValues {
  const given = consent && givenConsent(consent);
  return {
    ...values,
    help: {
      ...values.help,
      name: help.person.name,
      birthDate: help.person.birthDate ?? "",
      address: help.person.address ?? "",
      wish: help.wish,
      tried: help.tried,
      how: help.contact.how,
      when: help.contact.when,
      coverWord: help.contact.coverWord ?? "",
      never: help.contact.never.join("\n"),
      // A consent names whom it lets know: for another body it is asked again.
      scope: "",
      subject: given?.subject ?? "",
      givenBy: given?.givenBy.join("\n") ?? "",
      form: "",
    },
  };
}
