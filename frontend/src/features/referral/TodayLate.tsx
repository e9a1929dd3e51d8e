import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { BodyNumbers } from "./BodyNumbers";
import { CaseLine } from "./CaseLine";
import { lateSince, toCall } from "./late";
import type { Row } from "./queries";

/** What this person's organisation sent and nobody opened in time: to be told on the telephone now. */
export function TodayLate({ rows }: { rows: readonly Row[] }) {
  const { t, language } = useVoice();
  const now = Date.now();
  const late = toCall(rows, now);
  if (late.length === 0) return null;
  return (
    <Alert look="danger" title={t("today.late.title")}>
      <p>
        <T id="today.late.text" />
      </p>
      <ul className="sn-thread">
        {late.map((row) => {
          const since = lateSince(row, now);
          return (
            <CaseLine key={row.id} row={row}>
              <T
                id={since ? "referral.notice.lateSince" : "referral.notice.neverRead"}
                values={{ moment: since ? formatMoment(since, language) : "" }}
              />
              <BodyNumbers id={row.destination.id} kind={row.kind} short />
            </CaseLine>
          );
        })}
      </ul>
    </Alert>
  );
}
