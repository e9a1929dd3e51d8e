import { useState } from "react";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { type Row, useReferrals } from "./queries";

/** What came in and waits for somebody: unopened, urgent, overdue. A tile fails alone, not the page. */
export function TodayBoxes() {
  const { t } = useVoice();
  const [filter] = useState({});
  const { data, error, refetch } = useReferrals("INBOX", filter);
  if (error && !data) return <Failure title={t("today.failed")} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={2} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const [overdue, waiting] = [rows.filter(isOverdue).length, rows.filter(isUnopened).length];
  return (
    <section className="sn-card" aria-labelledby="sn-boxes">
      <h2 id="sn-boxes">
        <T id="today.boxes.title" />
      </h2>
      <p>
        <T id="today.boxes.waiting" values={{ count: waiting }} />
      </p>
      {overdue > 0 && (
        <p>
          <strong>
            <T id="today.boxes.overdue" values={{ count: overdue }} />
          </strong>
        </p>
      )}
      <div className="sn-actions">
        <PageLink page="referrals" look="primary">
          <T id="today.boxes.action" />
        </PageLink>
      </div>
    </section>
  );
}

const isUnopened = ({ state }: Row): boolean => state === "DELIVERED";
const isOverdue = ({ dueDates }: Row): boolean => dueDates.some(({ overdue }) => overdue);
