import { useState } from "react";
import { RedirectReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { FormFrame } from "./FormFrame";
import { takes, useDestinations } from "./queries";

/** Proposes another body. The sender seals anew; what was sent here goes nowhere else. */
export function RedirectForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const { data, error, refetch } = useDestinations(referral.kind, "");
  const [chosen, setChosen] = useState("");
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} />;
  const able = data.filter((one) => takes(one, referral.kind) && one.id !== referral.destination.id);
  const submit = () => {
    setMissing(!chosen);
    if (chosen) onAct(actOf(RedirectReferralDocument, { id, expectedVersion, proposedDestination: chosen }));
  };
  return (
    <FormFrame
      title={<T id="referral.act.REDIRECT" />}
      submit={<T id="referral.act.REDIRECT" />}
      busy={busy}
      onSubmit={submit}
    >
      <p>
        <T id="referral.act.redirectText" />
      </p>
      <SelectField
        label={t("referral.act.proposal")}
        value={chosen}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t("referral.act.choose")}</option>
        {able.map((one) => (
          <option key={one.id} value={one.id} lang={one.organisation.name.lang}>
            {one.organisation.name.value}
          </option>
        ))}
      </SelectField>
    </FormFrame>
  );
}
