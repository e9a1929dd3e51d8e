import { useState } from "react";
import { isOpen, useKeyRing } from "@/features/keys/ring";
import { isStop } from "@/features/keys/trust";
import {
  AcceptReferralDocument,
  AcknowledgeReferralDocument,
  DiscardReferralDocument,
  type ReferralAction,
  ResumeReferralDocument,
  StartReferralDocument,
  SubmitReferralDocument,
} from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { useOneAtATime } from "@/ui/useOneAtATime";
import { ActionForm, type FormAction, isFormAction } from "./ActionForm";
import { type Act, ActRefused, actOf, useAct } from "./act";
import { useContents } from "./contents";
import type { Case } from "./queries";
import { sealReceipt } from "./sealing";

/** Actions that need nothing but the press of a button. */
const PLAIN = {
  SUBMIT: SubmitReferralDocument,
  DISCARD: DiscardReferralDocument,
  ACCEPT: AcceptReferralDocument,
  START: StartReferralDocument,
  RESUME: ResumeReferralDocument,
} as const;
type PlainAction = keyof typeof PLAIN;
const isPlain = (action: ReferralAction): action is PlainAction => action in PLAIN;

/** Opening, technical rejection and messages have their place beside the texts. */
const ELSEWHERE: readonly ReferralAction[] = ["OPEN", "REJECT_TECHNICAL", "MESSAGE"];

/** What this person may do now: exactly what the server says, never a rule of our own. */
export function Actions({ referral, onDone }: { referral: Case; onDone: () => void }) {
  const { t } = useVoice();
  const { id, version: expectedVersion } = referral;
  const act = useAct(id);
  const [form, setForm] = useState<FormAction | null>(null);
  const offered = referral.allowedActions.filter((action) => !ELSEWHERE.includes(action));
  const run = (next: Act) => act.mutate(next, { onSuccess: onDone });
  /** Closes the form it came from, and only that: another may have been opened meanwhile. */
  const runForm = (next: Act) =>
    act.mutate(next, {
      onSuccess: () => {
        setForm((shown) => (shown === form ? null : shown));
        onDone();
      },
    });
  if (offered.length === 0 && !act.error) return null;
  return (
    <section className="sn-section" aria-labelledby="sn-actions">
      <h2 id="sn-actions">
        <T id="referral.act.title" />
      </h2>
      {waitsForCoSignature(referral) && (
        <p>
          <T id="referral.act.coSignNeeded" />
        </p>
      )}
      <Outcome error={act.error} onRetry={() => act.variables && run(act.variables)} />
      <div className="sn-actions">
        {offered.map((action) => {
          if (action === "ACKNOWLEDGE")
            return <Acknowledge key={action} referral={referral} busy={act.isPending} onAct={run} />;
          if (isPlain(action)) {
            return (
              <Button
                key={action}
                look={action === "ACCEPT" || action === "START" ? "primary" : "secondary"}
                busy={act.isPending}
                onClick={() => run(actOf(PLAIN[action], { id, expectedVersion }))}
              >
                {t(`referral.act.${action}`)}
              </Button>
            );
          }
          return isFormAction(action) ? (
            <Button
              key={action}
              aria-expanded={form === action}
              aria-controls="sn-act"
              onClick={() => setForm(form === action ? null : action)}
            >
              {t(`referral.act.${action}`)}
            </Button>
          ) : null;
        })}
      </div>
      <div id="sn-act">
        {form && offered.includes(form) && (
          <ActionForm key={form} action={form} referral={referral} busy={act.isPending} onAct={runForm} />
        )}
      </div>
    </section>
  );
}

/** Closing a report is offered only once a second person has co-signed; until then it is said what is missing. */
const waitsForCoSignature = ({ kind, state, direction, coSigned }: Case) =>
  kind === "SUSPICION_REPORT" && direction === "RECEIVED" && state === "IN_PROGRESS" && !coSigned;

function Outcome({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { t } = useVoice();
  if (!error || isStop(error)) return null;
  if (error instanceof ActRefused) {
    return (
      <Alert look="warning" role="alert" title={error.conflict ? t("referral.act.conflict") : error.message}>
        {error.conflict && (
          <p>
            <T id="referral.act.conflictText" />
          </p>
        )}
      </Alert>
    );
  }
  return <Failure error={error} onRetry={onRetry} />;
}

interface AcknowledgeProps {
  referral: Case;
  busy: boolean;
  onAct: (act: Act) => void;
}

/** Acknowledging signs what was opened; so it has to be opened here first. */
function Acknowledge({ referral, busy, onAct }: AcknowledgeProps) {
  const { t } = useVoice();
  const contents = useContents(referral.id);
  const open = isOpen(useKeyRing());
  const ready = open && contents !== null;
  const [sealing, run] = useOneAtATime();
  const sign = async () => {
    if (!contents) return;
    const receipt = await sealReceipt(referral, contents);
    onAct(actOf(AcknowledgeReferralDocument, { id: referral.id, expectedVersion: referral.version, receipt }));
  };
  return (
    <>
      <Button look="primary" aria-disabled={!ready} busy={busy || sealing} onClick={() => ready && void run(sign)}>
        {t("referral.act.ACKNOWLEDGE")}
      </Button>
      {!ready && (
        <span className="sn-muted">
          <T id="referral.act.openFirst" />
        </span>
      )}
    </>
  );
}
