import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { wordOf } from "./codes";
import { nearness } from "./due";
import type { Row } from "./queries";

/** What is due next and when; whether that is over or near is said before it. */
export function NextDue({ nextDeadline }: Pick<Row, "nextDeadline">) {
  return nextDeadline ? <Due due={nextDeadline} /> : <T id="referral.list.noDeadline" />;
}

function Due({ due }: { due: NonNullable<Row["nextDeadline"]> }) {
  const { language } = useVoice();
  const near = nearness(due.at, Date.now());
  return (
    <>
      {near !== "later" && (
        <strong className={near === "over" ? "sn-over" : undefined}>
          <T id={near === "over" ? "referral.list.over" : "referral.list.soon"} />{" "}
        </strong>
      )}
      <T id={wordOf("dues", due.name)} />: {formatMoment(due.at, language)}
    </>
  );
}

/** How urgent it is. What is acute stands out as long as a deadline runs. */
export function UrgencyMark({ urgency, nextDeadline }: Pick<Row, "urgency" | "nextDeadline">) {
  const acute = urgency === "URGENT" && Boolean(nextDeadline);
  return (
    <span className={acute ? "sn-label sn-label--acute" : undefined}>
      <T id={`referral.urgencies.${urgency}`} />
    </span>
  );
}
