import type { Ref } from "react";
import { T, useVoice } from "@/i18n";
import { EMERGENCY, HOTLINE } from "@/shared/lines";
import { CallLink } from "@/ui/CallLink";

/** The words tell of danger: numbers first, whatever was found. */
export function Urgent({ ref }: { ref: Ref<HTMLHeadingElement> }) {
  const { t } = useVoice();
  return (
    <section className="sn-card sn-card--danger" aria-labelledby="sn-urgent">
      <h2 id="sn-urgent" ref={ref} tabIndex={-1}>
        <T id="find.urgent.title" />
      </h2>
      <p>
        <T id="find.urgent.text" />
      </p>
      <div className="sn-actions">
        <CallLink {...EMERGENCY} of={t("core.lines.emergency")} />
        <CallLink {...HOTLINE} of={t("core.lines.hotline")} quiet />
      </div>
    </section>
  );
}
