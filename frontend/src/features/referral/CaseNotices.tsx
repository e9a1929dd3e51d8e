import { useQuery } from "@tanstack/react-query";
import { parseStrict, readEnvelope, signersOf, verifyReceipt } from "@/crypto";
import { verifiedKeys } from "@/features/keys/trust";
import { T, useVoice } from "@/i18n";
import { formatDay, formatMoment } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Content } from "@/ui/Content";
import { PageLink } from "@/ui/PageLink";
import { BodyNumbers } from "./BodyNumbers";
import { wordOf } from "./codes";
import { isStuck, isWaiting, lateSince } from "./late";
import type { Case } from "./queries";

/** What cannot wait until the rest is read: what one sent was not opened in time. */
export function LateNotice({ referral }: { referral: Case }) {
  const { t, language } = useVoice();
  const since = lateSince(referral, Date.now());
  if (!since) return null;
  const grave = referral.kind === "SUSPICION_REPORT" || referral.urgency === "URGENT";
  return (
    <Alert look={grave ? "danger" : "warning"} title={t("referral.notice.late")}>
      <p>
        <T id="referral.notice.lateSince" values={{ moment: formatMoment(since, language) }} />{" "}
        <T id="referral.notice.lateText" />
      </p>
      <BodyNumbers id={referral.destination.id} kind={referral.kind} />
    </Alert>
  );
}

/** What the person has to know before anything else: not opened yet, receipt, proposal, another channel. */
export function CaseNotices({ referral }: { referral: Case }) {
  const { t, language } = useVoice();
  const sent = referral.direction === "SENT";
  const stuck = isStuck(referral);
  const waiting = isWaiting(referral) && lateSince(referral, Date.now()) === null;
  return (
    <>
      {(waiting || stuck) && <Unread referral={referral} stuck={stuck} />}
      {sent && referral.receipt && <Receipt referral={referral} token={referral.receipt} />}
      {referral.otherChannels.map(({ channel, on }) => (
        <Alert key={channel + on} title={t("referral.notice.other")}>
          <p>
            <T id={wordOf("channels", channel)} />, {formatDay(on, language)}
          </p>
        </Alert>
      ))}
      {sent && referral.state === "REDIRECTED" && <Redirected referral={referral} />}
    </>
  );
}

/** Another body was proposed: seal it anew, or go to where that was done already. */
function Redirected({ referral }: { referral: Case }) {
  const { t } = useVoice();
  if (referral.successor) return <Resealed successor={referral.successor} />;
  if (!referral.proposedDestination) return null;
  return (
    <Alert look="warning" title={t("referral.notice.redirected")}>
      <p>
        <T id="referral.notice.redirectedText" /> <Content of={referral.proposedDestination.organisation.name} />
      </p>
      <PageLink page="resend" params={{ id: referral.id }} look="primary">
        <T
          id="referral.notice.resend"
          values={{ name: <Content of={referral.proposedDestination.organisation.name} /> }}
        />
      </PageLink>
    </Alert>
  );
}

/** It went on as a referral of its own. */
export function Resealed({ successor }: { successor: string }) {
  const { t } = useVoice();
  return (
    <Alert look="success" title={t("referral.notice.resealed")}>
      <p>
        <PageLink page="case" params={{ id: successor }}>
          <T id="referral.notice.resealedOpen" />
        </PageLink>
      </p>
    </Alert>
  );
}

function Unread({ referral, stuck }: { referral: Case; stuck: boolean }) {
  const { t } = useVoice();
  const again = referral.kind === "HELP_REFERRAL";
  return (
    <Alert look={stuck ? "danger" : "info"} title={t(stuck ? "referral.notice.stuck" : "referral.notice.unread")}>
      <p>
        <T
          id={
            stuck ? (again ? "referral.notice.stuckHelp" : "referral.notice.stuckText") : "referral.notice.unreadText"
          }
        />
      </p>
      <BodyNumbers id={referral.destination.id} kind={referral.kind} />
      {stuck && again && (
        <div className="sn-actions">
          <PageLink page="referralNew" look="secondary">
            <T id="core.sheets.help" />
          </PageLink>
        </div>
      )}
    </Alert>
  );
}

/** The signed receipt, checked against one's own envelope; unchecked it is worth nothing. */
function Receipt({ referral, token }: { referral: Case; token: string }) {
  const { t, language } = useVoice();
  const { data, error } = useQuery({
    queryKey: ["case", referral.id, "receipt", token],
    queryFn: async () => {
      const office = await verifiedKeys(referral.destination.id);
      return verifyReceipt(token, readEnvelope(parseStrict(referral.envelope)), signersOf(office));
    },
    gcTime: 0,
    retry: false,
  });
  if (error) return <Alert look="danger" role="alert" title={t("referral.notice.receiptFalse")} />;
  if (!data) return null;
  return (
    <Alert look="success" title={t("referral.notice.receipt")}>
      <p>
        <T id="referral.notice.receiptText" values={{ moment: formatMoment(data.issuedAt.toISOString(), language) }} />
      </p>
      {referral.kind === "SUSPICION_REPORT" && (
        <p>
          <T id={referral.feedbackVocabulary === "KKG_ECHO" ? "referral.notice.echo" : "referral.notice.noEcho"} />
        </p>
      )}
    </Alert>
  );
}
