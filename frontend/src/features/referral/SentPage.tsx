import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { PageLink } from "@/ui/PageLink";
import type { Sent } from "./send";
import type { WrittenKind } from "./writeValues";

/** It is on its way: the reference, and what comes next. */
export function SentPage({ sent, kind }: { sent: Sent; kind: WrittenKind }) {
  const { t } = useVoice();
  return (
    <>
      <Alert look="success" role="status" title={t("write.sent.title", { reference: sent.reference })}>
        <p>
          <T id={kind === "SUSPICION_REPORT" ? "write.sent.report" : "write.sent.help"} />
        </p>
      </Alert>
      <div className="sn-actions">
        <PageLink page="case" params={{ id: sent.id }} look="primary">
          <T id="write.sent.case" />
        </PageLink>
        <PageLink page="referrals" look="secondary">
          <T id="write.sent.list" />
        </PageLink>
      </div>
    </>
  );
}
