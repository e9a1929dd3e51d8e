import { nearness } from "./due";
import type { Row } from "./queries";

type Sent = Pick<Row, "direction" | "state" | "kind" | "otherChannels" | "nextDeadline">;

/** What one's own end sent and nobody opened yet. */
export const isWaiting = ({ direction, state }: Pick<Sent, "direction" | "state">): boolean =>
  direction === "SENT" && ["SUBMITTED", "DELIVERED"].includes(state);

/** Since when it should have been opened; null while there is time, and once it is opened. */
export function lateSince(sent: Sent, now: number): string | null {
  const due = sent.nextDeadline;
  if (!isWaiting(sent) || sent.otherChannels.length > 0 || !due) return null;
  return nearness(due.at, now) === "over" ? due.at : null;
}

/** Whether it never arrived, and its sender has not said on which other way it did. */
export const isStuck = ({ direction, state, otherChannels }: Pick<Sent, "direction" | "state" | "otherChannels">) =>
  direction === "SENT" && otherChannels.length === 0 && ["BOUNCED", "UNDELIVERABLE"].includes(state);

/** What was sent and wants a telephone call now. Only of a report is it entered that the call was made. */
export const toCall = (rows: readonly Row[], now: number): readonly Row[] =>
  rows.filter((row) => lateSince(row, now) !== null || (row.kind === "SUSPICION_REPORT" && isStuck(row)));
