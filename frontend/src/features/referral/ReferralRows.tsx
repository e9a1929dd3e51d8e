import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Content } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { PageLink } from "@/ui/PageLink";
import { Table } from "@/ui/Table";
import { News } from "./News";
import { NextDue, UrgencyMark } from "./NextDue";
import { newsAt } from "./newest";
import type { Row } from "./queries";

/** Rows show reference, whom it is from or to, and the deadline; never a name of a person concerned. */
export function ReferralRows({ rows, box }: { rows: readonly Row[]; box: "INBOX" | "OUTBOX" }) {
  const { t, language } = useVoice();
  if (rows.length === 0) {
    return (
      <Empty title={<T id="referral.list.empty" />}>
        <p>
          <T id={box === "INBOX" ? "referral.list.emptyInbox" : "referral.list.emptyOutbox"} />
        </p>
      </Empty>
    );
  }
  return (
    <Table
      caption={t(box === "INBOX" ? "referral.boxes.ein" : "referral.boxes.aus")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "due", head: <T id="referral.list.deadline" />, cell: (row) => <NextDue {...row} /> },
        { key: "urgency", head: <T id="referral.case.urgency" />, cell: (row) => <UrgencyMark {...row} /> },
        {
          key: "reference",
          head: <T id="referral.list.reference" />,
          cell: (row) => (
            <PageLink
              page="case"
              params={{ id: row.id }}
              label={t("referral.list.openOf", { reference: row.reference })}
            >
              <bdi className="sn-reference">{row.reference}</bdi>
            </PageLink>
          ),
        },
        { key: "kind", head: <T id="referral.list.kind" />, cell: ({ kind }) => <T id={`referral.kinds.${kind}`} /> },
        {
          key: "who",
          head: <T id={box === "INBOX" ? "referral.list.from" : "referral.list.to"} />,
          cell: ({ senderOrganisation, destination }) => {
            const shown = box === "INBOX" ? senderOrganisation : destination;
            return shown ? <Content of={shown.name} /> : <T id="referral.list.noOrganisation" />;
          },
        },
        {
          key: "state",
          head: <T id="referral.list.state" />,
          cell: (row) => (
            <>
              <T id={`referral.states.${row.state}`} />{" "}
              <span className="sn-muted">
                <T id="referral.list.sinceDay" values={{ day: formatDay(row.stateSince, language) }} />
              </span>
              {newsAt(row) && (
                <strong className="sn-news">
                  <News row={row} />
                </strong>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
