import { useEffect, useState } from "react";
import type { ReferralFilter } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { POLL_MS, useAllReferrals, useReferrals } from "./queries";
import { TodayLate } from "./TodayLate";
import { TodayMine } from "./TodayMine";
import { TodayNews } from "./TodayNews";

const UNOPENED: ReferralFilter = { states: ["DELIVERED"] };

/** What the exchange wants of this person today. A tile fails alone, not the page. */
export const TodayBoxes = () => (
  <>
    <BothEnds />
    <Inbox />
    <TodayMine />
  </>
);

/** What one would miss without looking into every case: sent and not opened in time, and written by the other end. */
function BothEnds() {
  const { t } = useVoice();
  const { data, error, refetch } = useAllReferrals();
  if (!data) return error && <Failure title={t("today.failed")} error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <TodayLate rows={data} />
      <TodayNews rows={data} />
    </>
  );
}

/** What came in and waits for somebody: unopened, overdue. */
function Inbox() {
  const { t } = useVoice();
  const late = useLate();
  const [unopened, overdue] = [useReferrals("INBOX", UNOPENED), useReferrals("INBOX", late)];
  const [waiting, missed] = [countOf(unopened), countOf(overdue)];
  if (waiting === undefined || missed === undefined) {
    const error = unopened.error ?? overdue.error;
    if (!error) return <Skeleton rows={2} />;
    const again = () => Promise.all([unopened.refetch(), overdue.refetch()]);
    return <Failure title={t("today.failed")} error={error} onRetry={() => void again()} />;
  }
  return (
    <section className="sn-card" aria-labelledby="sn-boxes">
      <h2 id="sn-boxes">
        <T id="today.boxes.title" />
      </h2>
      <p>
        <T id="today.boxes.waiting" values={{ count: waiting }} />
      </p>
      {missed > 0 && (
        <p>
          <strong>
            <T id="today.boxes.overdue" values={{ count: missed }} />
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

/** Whatever should have been done by now; now goes on as long as the page stands open. */
function useLate(): ReferralFilter {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  return { dueBefore: now };
}

/** How many there are in all; unknown until they were counted. */
const countOf = ({ data }: ReturnType<typeof useReferrals>): number | undefined => data?.pages[0]?.totalCount;
