import type { ReferralFilter } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { CaseLine } from "./CaseLine";
import { NextDue } from "./NextDue";
import { useReferrals } from "./queries";

/** Cases that run and were given to whoever asks. */
const MINE: ReferralFilter = {
  assignedToMe: true,
  states: ["DELIVERED", "OPENED", "ACKNOWLEDGED", "ACCEPTED", "IN_PROGRESS", "ON_HOLD"],
};

/** What this person works on, the most urgent first, with what is due next; nothing is drawn where there is none. */
export function TodayMine() {
  const { t } = useVoice();
  const { data, error, refetch } = useReferrals("INBOX", MINE);
  if (!data) return error && <Failure title={t("today.failed")} error={error} onRetry={() => void refetch()} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const more = (data.pages[0]?.totalCount ?? 0) - rows.length;
  if (rows.length === 0) return null;
  return (
    <section className="sn-card" aria-labelledby="sn-mine">
      <h2 id="sn-mine">
        <T id="today.mine.title" />
      </h2>
      <ul className="sn-history">
        {rows.map((row) => (
          <CaseLine key={row.id} row={row}>
            <T id={`referral.states.${row.state}`} /> · <NextDue {...row} />
          </CaseLine>
        ))}
      </ul>
      {more > 0 && (
        <PageLink page="referrals">
          <T id="today.mine.more" values={{ count: more }} />
        </PageLink>
      )}
    </section>
  );
}
