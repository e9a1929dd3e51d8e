import { T } from "@/i18n";
import { CaseLine } from "./CaseLine";
import { News } from "./News";
import { withNews } from "./newest";
import type { Row } from "./queries";

/** The cases in which the other end wrote last; nothing is drawn where there are none. */
export function TodayNews({ rows }: { rows: readonly Row[] }) {
  const news = withNews(rows, Date.now());
  if (news.length === 0) return null;
  return (
    <section className="sn-card" aria-labelledby="sn-news">
      <h2 id="sn-news">
        <T id="today.news.title" />
      </h2>
      <p>
        <T id="today.news.text" />
      </p>
      <ul className="sn-history">
        {news.map((row) => (
          <CaseLine key={row.id} row={row}>
            <News row={row} />
          </CaseLine>
        ))}
      </ul>
    </section>
  );
}
