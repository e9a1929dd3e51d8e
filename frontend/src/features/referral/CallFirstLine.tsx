import { T, useVoice } from "@/i18n";
import { EMERGENCY, HOTLINE } from "@/shared/lines";
import { CallLink } from "@/ui/CallLink";

/** The top line of every report: acute danger is telephoned. */
export function CallFirstLine() {
  const { t } = useVoice();
  return (
    <p className="sn-calls sn-no-print">
      <strong>
        <T id="write.acute" />
      </strong>
      <CallLink display={EMERGENCY.display} href={EMERGENCY.href} of={t("core.lines.emergency")} />
      <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
    </p>
  );
}
