import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { PageLink } from "@/ui/PageLink";
import { OwnBodies } from "./Bodies";
import type { Sent } from "./send";
import type { WriteValues, WrittenKind } from "./writeValues";

interface Props {
  sent: Sent;
  kind: WrittenKind;
  /** What is in the sheet now; null while the lock is shut. */
  latest: WriteValues | null;
}

/** It is on its way: the reference, and what comes next. */
export function SentPage({ sent, kind, latest }: Props) {
  const { t } = useVoice();
  const { reference, earlier } = sent;
  return (
    <>
      <Alert look="success" role="status" title={t(earlier ? "write.sent.earlier" : "write.sent.title", { reference })}>
        {earlier && (
          <p>
            <T id="write.sent.earlierText" />
          </p>
        )}
        <p>
          <T id={kind === "SUSPICION_REPORT" ? "write.sent.report" : "write.sent.help"} />
        </p>
      </Alert>
      <div className="sn-actions">
        <PageLink page="case" params={{ id: sent.id }} look="primary">
          <T id={earlier ? "write.sent.correct" : "write.sent.case"} />
        </PageLink>
        <PageLink page="referrals" look="secondary">
          <T id="write.sent.list" />
        </PageLink>
      </div>
      {earlier && latest && (
        <section className="sn-section">
          <h2>
            <T id="write.sent.latest" />
          </h2>
          <OwnBodies values={latest} paper={false} />
        </section>
      )}
    </>
  );
}
