import { useState } from "react";
import { isOpen, useKeyRing } from "@/features/keys/ring";
import { GiveFeedbackDocument } from "@/gql/referral/graphql";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { ChoiceField } from "@/ui/Choice";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { FormFrame } from "./FormFrame";
import { type FeedbackValues, feedbackBodies, NO_FEEDBACK } from "./feedbackBody";
import { sealLater } from "./sealing";

/** Exactly three facts (§ 4 (4) KKG, § 64 (4) SGB VIII). There is no free text, on purpose. */
export function FeedbackForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const open = isOpen(useKeyRing());
  const [values, setValues] = useState<FeedbackValues>(NO_FEEDBACK);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    const bodies = feedbackBodies(values);
    setMissing(bodies === null);
    if (!bodies) return;
    const part = await sealLater({ referral, role: "feedback", body: bodies.feedback, to: "other" });
    const decisionPart = await sealLater({ referral, role: "decision", body: bodies.decision, to: "self" });
    onAct(actOf(GiveFeedbackDocument, { id: referral.id, part, decisionPart }));
  };
  const choice = <K extends keyof FeedbackValues>(
    name: K,
    label: MessageId,
    options: readonly { value: Exclude<FeedbackValues[K], "">; label: MessageId }[],
  ) => (
    <ChoiceField
      name={name}
      legend={t(label)}
      value={values[name]}
      options={options.map((option) => ({ value: option.value, label: t(option.label) }))}
      onChange={(value) => setValues({ ...values, [name]: value })}
    />
  );
  const yesNo = [
    { value: "yes", label: "referral.feedback.yes" },
    { value: "no", label: "referral.feedback.no" },
  ] as const;
  if (!open) return <Alert title={t("referral.feedback.locked")} />;
  return (
    <FormFrame
      title={<T id="referral.act.FEEDBACK" />}
      submit={<T id="referral.feedback.submit" />}
      busy={busy}
      onSubmit={submit}
    >
      <p className="sn-law">
        <T id="referral.feedback.rule" />
      </p>
      {missing && <Alert look="warning" role="alert" title={t("referral.feedback.missing")} />}
      {choice("signsConfirmed", "referral.feedback.signs", [
        ...yesNo,
        { value: "unknown", label: "referral.feedback.unknown" },
      ])}
      {choice("acted", "referral.feedback.acted", yesNo)}
      {choice("stillActing", "referral.feedback.still", yesNo)}
      <p>
        <T id="referral.feedback.house" />
      </p>
      {choice("familyInformed", "referral.feedback.family", yesNo)}
      {values.familyInformed === "no" &&
        choice("whyNot", "referral.feedback.whyNot", [
          { value: "ENDANGERS_PROTECTION", label: "referral.feedback.endangers" },
          { value: "NOT_REACHED", label: "referral.feedback.notReached" },
        ])}
    </FormFrame>
  );
}
