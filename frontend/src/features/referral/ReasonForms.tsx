import { useState } from "react";
import { CompleteReferralDocument, FailReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { CodeSelect } from "./CodeSelect";
import { FAIL_REASONS, OUTCOMES, wordOf } from "./codes";
import { FormFrame } from "./FormFrame";

/** Ends a case that came to nothing, with its reason. */
export function FailForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  const submit = () => {
    setMissing(!reason);
    if (reason) onAct(actOf(FailReferralDocument, { id, expectedVersion, reason }));
  };
  return (
    <FormFrame title={<T id="referral.act.FAIL" />} submit={<T id="referral.act.FAIL" />} busy={busy} onSubmit={submit}>
      <CodeSelect
        label={t("referral.act.reason")}
        codes={FAIL_REASONS[referral.kind] ?? []}
        wordOf={(code) => wordOf("fails", code)}
        value={reason}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={setReason}
      />
    </FormFrame>
  );
}

/** Ends a case with its outcome; a suspicion report is offered it once a second person has co-signed. */
export function CompleteForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const outcomes = OUTCOMES[referral.kind] ?? [];
  const [outcome, setOutcome] = useState(outcomes.length === 1 ? (outcomes[0] ?? "") : "");
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  const submit = () => {
    setMissing(!outcome);
    if (outcome) onAct(actOf(CompleteReferralDocument, { id, expectedVersion, outcome }));
  };
  return (
    <FormFrame
      title={<T id="referral.act.COMPLETE" />}
      submit={<T id="referral.act.COMPLETE" />}
      busy={busy}
      onSubmit={submit}
    >
      {referral.kind === "SUSPICION_REPORT" && (
        <p>
          <T id="referral.act.coSigned" />
        </p>
      )}
      <CodeSelect
        label={t("referral.act.outcome")}
        codes={outcomes}
        wordOf={(code) => wordOf("outcomes", code)}
        value={outcome}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={setOutcome}
      />
    </FormFrame>
  );
}
