import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { hasNews, useContents } from "./contents";
import { newsAt, newsWords } from "./newest";
import type { Case, Row } from "./queries";

/** That the newest message is the other end's, and when it came; nothing where it is not. */
export function News({ row }: { row: Pick<Row, "kind" | "direction" | "messages"> }) {
  const { language } = useVoice();
  const at = newsAt(row);
  return at ? <T id={newsWords(row)} values={{ moment: formatMoment(at, language) }} /> : null;
}

/** The same above the contents of a case, until they are open here with that message. */
export function NewsNotice({ referral }: { referral: Case }) {
  const contents = useContents(referral.id);
  const read = contents !== null && !hasNews(referral, contents);
  if (read || !newsAt(referral)) return null;
  return (
    <Alert look="warning" title={<News row={referral} />}>
      <p>
        <T id="referral.news.where" />
      </p>
    </Alert>
  );
}
