import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { wordOf } from "./codes";
import type { Case } from "./queries";

/** What happened, as far as this end may know; the server leaves out the rest. */
export function History({ referral }: { referral: Case }) {
  const { language } = useVoice();
  return (
    <section className="sn-section">
      <h2>
        <T id="referral.case.history" />
      </h2>
      <ol className="sn-card sn-history">
        {referral.history.map((step) => (
          <li key={`${step.at}-${step.action}`}>
            <span>
              <T id={wordOf("actions", step.action.toLowerCase())} />
            </span>{" "}
            <span className="sn-muted">
              {formatMoment(step.at, language)}
              {step.by ? ` · ${step.by}` : ""}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
