import type { MessageId } from "@/i18n";
import type { Row } from "./queries";

type Told = Pick<Row, "kind" | "direction" | "messages">;

/** When the other end wrote, where the newest message is theirs; null where nobody wrote or one's own end wrote last. */
export function newsAt({ messages }: Pick<Row, "messages">): string | null {
  const last = messages.at(-1);
  return last?.from === "RECEIVED" ? last.at : null;
}

/** Who wrote it. Whether a reporter's message corrects the report is sealed with it, so both are said. */
export function newsWords({ kind, direction }: Told): MessageId {
  const report = kind === "SUSPICION_REPORT";
  if (direction === "RECEIVED") return report ? "referral.news.reporter" : "referral.news.sender";
  return report ? "referral.news.office" : "referral.news.recipient";
}

const DAY_MS = 86_400_000;
/** How long Today points at a message that was not answered here, in days; the rows of the boxes go on doing it. */
const SHOWN_DAYS = 30;

/** The cases whose newest message is the other end's, of the last days, the newest first. */
export function withNews(rows: readonly Row[], now: number): readonly Row[] {
  const at = (row: Row) => Date.parse(newsAt(row) ?? "");
  return rows.filter((row) => at(row) >= now - SHOWN_DAYS * DAY_MS).toSorted((one, other) => at(other) - at(one));
}
