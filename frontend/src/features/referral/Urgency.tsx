import { T, useVoice } from "@/i18n";
import { EMERGENCY, HOTLINE, RESCUE } from "@/shared/lines";
import { Alert } from "@/ui/Alert";
import { CallLink } from "@/ui/CallLink";
import { ChoiceField } from "@/ui/Choice";
import { OfficeNumbers } from "./OfficeNumbers";
import type { Destination } from "./queries";
import type { WriteValues, WrittenKind } from "./writeValues";

interface Props {
  values: WriteValues;
  destination: Destination | null;
  onChange: (values: WriteValues) => void;
}

/** How urgent it is; where it is urgent, the telephone comes before the first field. */
export function Urgency({ values, destination, onChange }: Props) {
  const { t } = useVoice();
  return (
    <>
      {values.urgency === "URGENT" && <CallFirst kind={values.kind} destination={destination} />}
      <ChoiceField
        name="urgency"
        legend={t("referral.case.urgency")}
        value={values.urgency}
        options={(["URGENT", "SOON", "NORMAL"] as const).map((urgency) => ({
          value: urgency,
          label: t(`referral.urgencies.${urgency}`),
        }))}
        onChange={(urgency) => onChange({ ...values, urgency })}
      />
    </>
  );
}

/** 110, 112 and the office's own numbers: a written report is never the first step of an emergency. */
function CallFirst({ kind, destination }: { kind: WrittenKind; destination: Destination | null }) {
  const { t } = useVoice();
  return (
    <Alert look="danger" title={t("write.urgent.title")}>
      <p>
        <T id="write.urgent.text" />
      </p>
      <p className="sn-calls">
        <CallLink display={EMERGENCY.display} href={EMERGENCY.href} of={t("core.lines.emergency")} named />
        <CallLink display={RESCUE.display} href={RESCUE.href} of={t("write.urgent.rescue")} named />
        <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
      </p>
      {destination && <OfficeNumbers destination={destination} kind={kind} />}
    </Alert>
  );
}
