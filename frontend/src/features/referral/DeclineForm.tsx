import { useState } from "react";
import { isOpen, useKeyRing } from "@/features/keys/ring";
import { DeclineReferralDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { TextArea } from "@/ui/Field";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { CodeSelect } from "./CodeSelect";
import { DECLINE_REASONS, wordOf } from "./codes";
import { FormFrame } from "./FormFrame";
import { sealLater } from "./sealing";

/** Declines with a reason the server reads; words beside it are sealed. */
export function DeclineForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const open = isOpen(useKeyRing());
  const [reason, setReason] = useState("");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  const submit = async () => {
    setMissing(!reason);
    if (!reason) return;
    const words = text.trim();
    const decision = words ? await sealLater({ referral, role: "decision", body: { text: words }, to: "other" }) : null;
    onAct(actOf(DeclineReferralDocument, { id, expectedVersion, reason, decision }));
  };
  return (
    <FormFrame
      title={<T id="referral.act.DECLINE" />}
      submit={<T id="referral.act.DECLINE" />}
      busy={busy}
      onSubmit={submit}
    >
      <CodeSelect
        label={t("referral.act.reason")}
        codes={DECLINE_REASONS[referral.kind] ?? []}
        wordOf={(code) => wordOf("declines", code)}
        value={reason}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={setReason}
      />
      {open && (
        <TextArea
          label={t("referral.act.words")}
          hint={t("referral.act.wordsHint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </FormFrame>
  );
}
