import { useState } from "react";
import { Gate } from "@/features/keys/Gate";
import { isOpen, useKeyRing } from "@/features/keys/ring";
import { T, useVoice } from "@/i18n";
import { formatDay, formatMoment } from "@/shared/time";
import { Content } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Facts } from "@/ui/Facts";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";
import { useFocusLost } from "@/ui/useFocusLost";
import { Actions } from "./Actions";
import { CaseContents } from "./CaseContents";
import { CaseNotices, LateNotice } from "./CaseNotices";
import { wordOf } from "./codes";
import { useContents } from "./contents";
import { History } from "./History";
import { NewsNotice } from "./News";
import { NextDue, UrgencyMark } from "./NextDue";
import { type Case, useCase } from "./queries";

/** One case: what everybody at it may know, the sealed texts, and what can be done now. */
export function CaseView({ id }: { id: string }) {
  const { t } = useVoice();
  const { data, error, refetch } = useCase(id);
  const [acts, setActs] = useState(0);
  if (data === null) {
    return (
      <Empty title={<T id="referral.case.missing" />}>
        <p>
          <T id="referral.case.missingText" />
        </p>
      </Empty>
    );
  }
  if (!data) {
    return error ? (
      <Failure title={t("referral.case.failed")} error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton rows={3} />
    );
  }
  return (
    <>
      {error && <Failure title={t("referral.list.old")} error={error} onRetry={() => void refetch()} />}
      <Now referral={data} acts={acts} />
      <LateNotice referral={data} />
      <NewsNotice referral={data} />
      <Actions referral={data} onDone={() => setActs((done) => done + 1)} />
      <CaseNotices referral={data} />
      <Head referral={data} />
      <Sealed referral={data} />
      <History referral={data} />
    </>
  );
}

interface NowProps {
  referral: Case;
  /** How many acts were done here. */
  acts: number;
}

/** Where the case stands, in one line; after an act it takes the focus that the act's own button had, and is read out. */
function Now({ referral, acts }: NowProps) {
  const ref = useFocusLost<HTMLParagraphElement>(acts);
  return (
    <p className="sn-now" ref={ref} tabIndex={-1}>
      <UrgencyMark {...referral} /> · <T id={`referral.states.${referral.state}`} /> · <NextDue {...referral} />
    </p>
  );
}

/** The sealed texts behind the lock; unlocked or opened from within, their heading takes the focus. */
function Sealed({ referral }: { referral: Case }) {
  const unlocked = isOpen(useKeyRing());
  const opened = useContents(referral.id) !== null;
  const ref = useFocusLost<HTMLHeadingElement>(unlocked && (opened ? "opened" : "unlocked"));
  return (
    <section className="sn-section">
      <h2 ref={ref} tabIndex={-1}>
        <T id="referral.case.contents" />
      </h2>
      <Gate why={<T id="referral.case.locked" />}>
        <CaseContents referral={referral} />
      </Gate>
    </section>
  );
}

function Head({ referral }: { referral: Case }) {
  const { t, language } = useVoice();
  const { senderOrganisation: sender, destination, dueDates, assignee, proposedDestination: proposed } = referral;
  const rows = [
    { key: "state", term: <T id="referral.list.state" />, value: <State referral={referral} /> },
    { key: "kind", term: <T id="referral.list.kind" />, value: <T id={`referral.kinds.${referral.kind}`} /> },
    { key: "gate", term: <T id="referral.case.gate" />, value: <T id={wordOf("gates", referral.gate)} /> },
    {
      key: "urgency",
      term: <T id="referral.case.urgency" />,
      value: <T id={`referral.urgencies.${referral.urgency}`} />,
    },
    {
      key: "from",
      term: <T id="referral.list.from" />,
      value: sender ? <Content of={sender.name} /> : <T id="referral.list.noOrganisation" />,
    },
    { key: "to", term: <T id="referral.list.to" />, value: <Content of={destination.name} /> },
    ...(proposed
      ? [
          {
            key: "proposed",
            term: <T id="referral.act.proposal" />,
            value: <Content of={proposed.organisation.name} />,
          },
        ]
      : []),
    ...(assignee ? [{ key: "assignee", term: <T id="referral.case.assignee" />, value: assignee.displayName }] : []),
    ...(referral.coSigned
      ? [{ key: "co-signed", term: <T id="referral.act.coSignature" />, value: <T id="referral.act.coSigned" /> }]
      : []),
    ...dueDates.map((due) => ({
      key: `due-${due.name}`,
      term: <T id={wordOf("dues", due.name)} />,
      value: (
        <>
          {formatMoment(due.at, language)}
          {due.overdue && (
            <>
              {" · "}
              <strong className="sn-over">
                <T id="referral.case.overdue" />
              </strong>
            </>
          )}
        </>
      ),
    })),
    {
      key: "retention",
      term: <T id={referral.direction === "SENT" ? "referral.case.access" : "referral.case.retention"} />,
      value: <Retention referral={referral} />,
    },
  ];
  return (
    <section className="sn-card" aria-label={t("referral.case.head")}>
      <Facts facts={rows} />
    </section>
  );
}

/** The office reads when all is deleted; the sender, how long the case stays in sight, which tells nothing of the work. */
function Retention({ referral: { direction, retention } }: { referral: Case }) {
  const { language } = useVoice();
  const sent = direction === "SENT";
  const until = sent ? retention.senderAccessUntil : retention.purgeAt;
  if (!until) return <T id={sent ? "referral.case.accessOpen" : "referral.case.retentionOpen"} />;
  const date = formatDay(until, language);
  return <T id={sent ? "referral.case.accessUntil" : "referral.case.retentionUntil"} values={{ date }} />;
}

function State({ referral }: { referral: Case }) {
  const { language } = useVoice();
  const { state, declineReason, failReason, holdReason, holdUntil, outcome } = referral;
  return (
    <>
      <strong>
        <T id={`referral.states.${state}`} />
      </strong>
      {declineReason && (
        <>
          : <T id={wordOf("declines", declineReason)} />
        </>
      )}
      {failReason && (
        <>
          : <T id={wordOf("fails", failReason)} />
        </>
      )}
      {outcome && (
        <>
          : <T id={wordOf("outcomes", outcome)} />
        </>
      )}
      {holdReason && (
        <>
          : <T id={wordOf("holds", holdReason)} />
          {holdUntil && (
            <>
              {" "}
              <T id="referral.case.until" values={{ date: formatDay(holdUntil, language) }} />
            </>
          )}
        </>
      )}{" "}
      <span className="sn-muted">
        <T id="referral.case.since" values={{ moment: formatMoment(referral.stateSince, language) }} />
      </span>
    </>
  );
}
