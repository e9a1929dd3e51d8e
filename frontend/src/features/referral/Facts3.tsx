import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { Facts } from "@/ui/Facts";
import type { Contents } from "./contents";

const yesNo = (value: boolean | null) =>
  value === null ? "referral.feedback.unknown" : value ? "referral.feedback.yes" : "referral.feedback.no";

/** The three facts the law lets the office give back; the latest answer counts, earlier ones stay in the history. */
export function Facts3({ contents }: { contents: Contents }) {
  const { language } = useVoice();
  const last = contents.feedback.at(-1);
  if (!last?.body) return null;
  const { signsConfirmed, acted, stillActing } = last.body;
  return (
    <section className="sn-card">
      <h3>
        <T id="referral.feedback.title" />
      </h3>
      <p className="sn-muted">{formatMoment(last.at, language)}</p>
      <Facts
        facts={[
          { key: "signs", term: <T id="referral.feedback.signs" />, value: <T id={yesNo(signsConfirmed)} /> },
          { key: "acted", term: <T id="referral.feedback.acted" />, value: <T id={yesNo(acted)} /> },
          { key: "still", term: <T id="referral.feedback.still" />, value: <T id={yesNo(stillActing)} /> },
        ]}
      />
    </section>
  );
}
