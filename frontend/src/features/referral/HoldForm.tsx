import { useState } from "react";
import { HoldReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { berlinDay } from "@/shared/time";
import { TextField } from "@/ui/Field";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { CodeSelect } from "./CodeSelect";
import { HOLD_REASONS, LONGEST_HOLD_DAYS, wordOf } from "./codes";
import { FormFrame } from "./FormFrame";

const DAY_MS = 86_400_000;

/** The calendar day `days` after an instant. */
export const dayAfter = (now: Date, days: number): string => berlinDay(new Date(now.getTime() + days * DAY_MS));

/** Lets a case rest, at most thirty days. */
export function HoldForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const now = new Date();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState(dayAfter(now, 7));
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  const submit = () => {
    setMissing(!reason || !until);
    if (reason && until) onAct(actOf(HoldReferralDocument, { id, expectedVersion, reason, until }));
  };
  return (
    <FormFrame title={<T id="referral.act.HOLD" />} submit={<T id="referral.act.HOLD" />} busy={busy} onSubmit={submit}>
      <CodeSelect
        label={t("referral.act.reason")}
        codes={HOLD_REASONS}
        wordOf={(code) => wordOf("holds", code)}
        value={reason}
        error={missing && !reason ? t("referral.act.missing") : undefined}
        onChange={setReason}
      />
      <TextField
        type="date"
        label={t("referral.act.until")}
        hint={t("referral.act.untilHint", { days: LONGEST_HOLD_DAYS })}
        min={dayAfter(now, 1)}
        max={dayAfter(now, LONGEST_HOLD_DAYS)}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormFrame>
  );
}
