import { useState } from "react";
import { useKeyHealth } from "@/features/keys/health";
import { AssignReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { FormFrame } from "./FormFrame";

/** Gives the case to a colleague. */
export function AssignForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const { data, error, refetch } = useKeyHealth();
  const [member, setMember] = useState(referral.assignee?.id ?? "");
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} />;
  const submit = () => {
    setMissing(!member);
    if (member) onAct(actOf(AssignReferralDocument, { id, expectedVersion, member }));
  };
  return (
    <FormFrame
      title={<T id="referral.act.ASSIGN" />}
      submit={<T id="referral.act.ASSIGN" />}
      busy={busy}
      onSubmit={submit}
    >
      <SelectField
        label={t("referral.case.assignee")}
        value={member}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={(event) => setMember(event.target.value)}
      >
        <option value="">{t("referral.act.choose")}</option>
        {data.organisationMembers.map(({ id: key, displayName }) => (
          <option key={key} value={key}>
            {displayName}
          </option>
        ))}
      </SelectField>
    </FormFrame>
  );
}
