import type { MessageId } from "@/i18n";
import type { HelpValues, WriteValues } from "./writeValues";

/** What still has to be said before sending, as fields of the form. */
export type WriteField =
  | "profession"
  | "gate"
  | "wish"
  | "how"
  | "address"
  | "scope"
  | "subject"
  | "givenBy"
  | "form"
  | "consentAt";
export type Faults = Partial<Record<WriteField, MessageId>>;

/** Ways that lead nowhere without a number or an address. */
const ADDRESSED: readonly HelpValues["how"][] = ["PHONE", "TEXT_MESSAGE", "MAIL", "POST"];

/**
 * A report is asked for nothing but as what somebody reports. A referral rests on consent, so whose it is, what it
 * covers and how it was given must be known, and whoever receives it has to reach the person safely.
 */
export function faultsOf({ kind, profession, gate, help }: WriteValues): Faults {
  if (kind === "SUSPICION_REPORT") {
    return {
      ...(profession ? {} : { profession: "write.errors.profession" }),
      // The field appears once it is known which doors are open.
      ...(profession && !gate ? { gate: "write.errors.gate" } : {}),
    } as Faults;
  }
  const needed: (readonly [WriteField, string])[] = [
    ["profession", profession],
    ["wish", help.wish],
    ["how", help.how],
    ...(ADDRESSED.includes(help.how) ? [["address", help.address] as const] : []),
    ["scope", help.scope],
    ["subject", help.subject],
    ["givenBy", help.givenBy],
    ["form", help.form],
    ["consentAt", help.consentAt],
  ];
  return Object.fromEntries(
    needed.filter(([, value]) => !value.trim()).map(([field]) => [field, `write.errors.${field}`]),
  ) as Faults;
}

/** The id of a field's control, so that the summary of errors can lead to it. */
export const fieldId = (field: WriteField) => `sn-write-${field}`;
