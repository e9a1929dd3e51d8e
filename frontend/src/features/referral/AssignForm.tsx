import { useState } from "react";
import { useKeyHealth } from "@/features/keys/health";
import { AssignReferralDocument, type KeyHealthQuery } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Failure } from "@/ui/Failure";
import { SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { FormFrame } from "./FormFrame";

type Member = KeyHealthQuery["organisationMembers"][number];

/** Who works on cases; the tasks of all others open none. */
const CASE_ROLES: readonly Member["roles"][number][] = ["INTAKE", "WORKER", "DECIDER", "LEAD", "DUTY_OFFICER"];
const worksOnCases = ({ roles }: Member) => roles.some((role) => CASE_ROLES.includes(role));

/** Gives the case to a colleague who works on cases; of one without keys it is said that the texts stay shut. */
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
        {data.organisationMembers.filter(worksOnCases).map(({ id: key, displayName, keyRole }) => (
          <option key={key} value={key}>
            {keyRole ? displayName : t("referral.act.keyless", { name: displayName })}
          </option>
        ))}
      </SelectField>
    </FormFrame>
  );
}
