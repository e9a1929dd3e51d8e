import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { CaseLine } from "./CaseLine";
import { News } from "./News";
import { withNews } from "./newest";
import { useAllReferrals } from "./queries";

/** The cases in which the other end wrote last; nothing is drawn where there are none. */
export function TodayNews() {
  const { t } = useVoice();
  const { data, error, refetch } = useAllReferrals();
  if (!data) return error && <Failure title={t("today.failed")} error={error} onRetry={() => void refetch()} />;
  const rows = withNews(data, Date.now());
  if (rows.length === 0) return null;
  return (
    <section className="sn-card" aria-labelledby="sn-news">
      <h2 id="sn-news">
        <T id="today.news.title" />
      </h2>
      <p>
        <T id="today.news.text" />
      </p>
      <ul className="sn-history">
        {rows.map((row) => (
          <CaseLine key={row.id} row={row}>
            <News row={row} />
          </CaseLine>
        ))}
      </ul>
    </section>
  );
}
