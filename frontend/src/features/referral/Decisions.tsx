import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import type { Contents } from "./contents";

/** Words beside a decision, and what the office noted for itself beside feedback. What does not open is left out. */
export function Decisions({ contents }: { contents: Contents }) {
  const { language } = useVoice();
  return contents.decisions.map(({ id, at, body }) =>
    body ? (
      <section key={id} className="sn-card">
        <p className="sn-muted">
          <T id={"text" in body ? "referral.act.words" : "referral.feedback.family"} />, {formatMoment(at, language)}
        </p>
        {"text" in body ? (
          <p className="sn-text" dir="auto">
            {body.text}
          </p>
        ) : (
          <p>
            <T id={body.familyInformedOfFeedback ? "referral.feedback.yes" : "referral.feedback.no"} />
            {!body.familyInformedOfFeedback && (
              <>
                {": "}
                <T
                  id={body.whyNot === "NOT_REACHED" ? "referral.feedback.notReached" : "referral.feedback.endangers"}
                />
              </>
            )}
          </p>
        )}
      </section>
    ) : null,
  );
}
