import { useState } from "react";
import { ConfirmOtherChannelReferralDocument, type OtherChannelKind } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { TextField } from "@/ui/Field";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { CodeSelect } from "./CodeSelect";
import { OTHER_CHANNELS, wordOf } from "./codes";
import { FormFrame } from "./FormFrame";
import { dayAfter } from "./HoldForm";

/** A report that was not opened reached the office another way after all: which one, and on which day. */
export function OtherChannelForm({ referral, busy, onAct }: ActionFormProps) {
  const { t } = useVoice();
  const today = dayAfter(new Date(), 0);
  const [channel, setChannel] = useState<OtherChannelKind | "">("");
  const [on, setOn] = useState(today);
  const [missing, setMissing] = useState(false);
  const { id, version: expectedVersion } = referral;
  const submit = () => {
    setMissing(!channel || !on);
    if (channel && on) onAct(actOf(ConfirmOtherChannelReferralDocument, { id, expectedVersion, channel, on }));
  };
  return (
    <FormFrame
      title={<T id="referral.act.CONFIRM_OTHER_CHANNEL" />}
      submit={<T id="referral.act.confirm" />}
      busy={busy}
      onSubmit={submit}
    >
      <CodeSelect
        label={t("referral.act.channel")}
        codes={OTHER_CHANNELS}
        wordOf={(code) => wordOf("channels", code)}
        value={channel}
        error={missing ? t("referral.act.missing") : undefined}
        onChange={(code) => setChannel(OTHER_CHANNELS.find((one) => one === code) ?? "")}
      />
      <TextField
        type="date"
        label={t("referral.act.on")}
        max={today}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
    </FormFrame>
  );
}
