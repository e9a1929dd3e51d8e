import { createFileRoute } from "@tanstack/react-router";
import { PublicPage } from "@/features/shell/PublicPage";
import { Responsible } from "@/features/territory/Responsible";
import { T, useVoice } from "@/i18n";
import { EMERGENCY, HOTLINE, RESCUE } from "@/shared/lines";
import { CallLink } from "@/ui/CallLink";

export const Route = createFileRoute("/sorge")({
  loader: ({ context }) => context.translator.need("worry"),
  component: Worried,
});

function Worried() {
  const { t } = useVoice();
  return (
    <PublicPage page="worry" heading={<T id="worry.heading" />} lead={<T id="worry.lead" />}>
      <div className="sn-card sn-card--danger">
        <p>
          <strong>
            <T id="worry.danger" />
          </strong>
        </p>
        <div className="sn-actions">
          <CallLink {...EMERGENCY} of={t("core.lines.emergency")} named />
          <CallLink {...RESCUE} of={t("core.lines.rescue")} named quiet />
          <CallLink {...HOTLINE} of={t("core.lines.hotline")} named quiet />
        </div>
      </div>
      <Responsible />
      <section className="sn-card sn-card--now" aria-labelledby="sn-advice">
        <h2 id="sn-advice">
          <T id="worry.advice.title" />
        </h2>
        <p>
          <T id="worry.advice.text" />
        </p>
        <p className="sn-law">
          <T id="worry.advice.law" />
        </p>
      </section>
      <section className="sn-section" aria-labelledby="sn-before">
        <h2 id="sn-before">
          <T id="worry.before" />
        </h2>
        <ul>
          <li>
            <T id="worry.beforeList.one" />
          </li>
          <li>
            <T id="worry.beforeList.two" />
          </li>
          <li>
            <T id="worry.beforeList.three" />
          </li>
        </ul>
        <p>
          <T id="worry.beforeNote" />
        </p>
      </section>
    </PublicPage>
  );
}
