import { type ProblemCode, problemOf, Refusal } from "@/crypto";
import { isStop } from "@/features/keys/trust";
import { RejectTechnicalReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { actOf, useAct } from "./act";
import { Bodies } from "./Bodies";
import { hasNews, useContents, useOpenContents } from "./contents";
import { Decisions } from "./Decisions";
import { Facts3 } from "./Facts3";
import type { Case } from "./queries";
import { Thread } from "./Thread";

/** The sealed texts: opened on demand, because every reading is recorded, and gone when the ring locks. */
export function CaseContents({ referral }: { referral: Case }) {
  const { t } = useVoice();
  const contents = useContents(referral.id);
  const open = useOpenContents(referral.id);
  if (contents) {
    return (
      <div className="sn-stack">
        {hasNews(referral, contents) && (
          <Alert role="status" title={t("referral.contents.news")}>
            <Button busy={open.isPending} onClick={() => open.mutate(referral)}>
              <T id={open.isPending ? "referral.contents.busy" : "referral.contents.openNews"} />
            </Button>
          </Alert>
        )}
        <Bodies parts={contents.submission.parts} />
        <Facts3 contents={contents} />
        <Decisions contents={contents} />
        <Thread referral={referral} contents={contents} onPosted={() => open.mutate(referral)} />
      </div>
    );
  }
  if (open.error instanceof Refusal && !isStop(open.error)) {
    return <Unreadable referral={referral} problem={problemOf(open.error.code)} />;
  }
  if (open.error) return <Failure error={open.error} onRetry={() => open.mutate(referral)} />;
  const first = referral.direction === "RECEIVED" && referral.state === "DELIVERED";
  return (
    <>
      <p>
        <T id={first ? "referral.contents.first" : "referral.contents.again"} />
      </p>
      <div className="sn-actions">
        <Button look="primary" busy={open.isPending} onClick={() => open.mutate(referral)}>
          <T id={open.isPending ? "referral.contents.busy" : "referral.contents.open"} />
        </Button>
      </div>
    </>
  );
}

/** What came does not open. One fault and nothing is shown; the sender learns which step failed. */
function Unreadable({ referral, problem }: { referral: Case; problem: ProblemCode }) {
  const { t } = useVoice();
  const act = useAct(referral.id);
  const may = referral.allowedActions.includes("REJECT_TECHNICAL");
  const reject = () =>
    act.mutate(
      actOf(RejectTechnicalReferralDocument, {
        id: referral.id,
        expectedVersion: referral.version,
        problems: [problem],
      }),
    );
  return (
    <Alert look="danger" role="alert" title={t("referral.contents.unreadable")}>
      <p>
        <T id={`referral.problems.${problem}`} />
      </p>
      {act.error && <Failure error={act.error} onRetry={() => act.variables && act.mutate(act.variables)} />}
      {may && (
        <>
          <p>
            <T id="referral.contents.rejectText" />
          </p>
          <div className="sn-actions">
            <Button look="primary" busy={act.isPending} onClick={reject}>
              <T id={act.isPending ? "referral.contents.rejectBusy" : "referral.contents.reject"} />
            </Button>
          </div>
        </>
      )}
    </Alert>
  );
}
