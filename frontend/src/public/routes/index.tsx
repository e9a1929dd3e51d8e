import { createFileRoute } from "@tanstack/react-router";
import { PublicPage } from "@/features/shell/PublicPage";
import { type MessageId, T, useVoice } from "@/i18n";
import { EMERGENCY, RESCUE } from "@/shared/lines";
import type { PageKey } from "@/shared/pages";
import { CallLink } from "@/ui/CallLink";
import { Drawing, Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";

export const Route = createFileRoute("/")({
  loader: ({ context }) => context.translator.need("home"),
  component: Home,
});

const DOORS: { page: PageKey; drawing: string; title: MessageId; text: MessageId; action: MessageId }[] = [
  {
    page: "lines",
    drawing: "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z",
    title: "home.help.title",
    text: "home.help.text",
    action: "home.help.action",
  },
  {
    page: "worry",
    drawing: "M12 3l8 3v6c0 4.5-3.4 7.6-8 9-4.6-1.4-8-4.5-8-9V6z",
    title: "home.worry.title",
    text: "home.worry.text",
    action: "home.worry.action",
  },
  {
    page: "login",
    drawing: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
    title: "home.professional.title",
    text: "home.professional.text",
    action: "home.professional.action",
  },
];

function Home() {
  const { t } = useVoice();
  return (
    <PublicPage page="home" width="wide" heading={<T id="home.heading" />} lead={<T id="home.lead" />}>
      <ul className="sn-doors" aria-label={t("home.doors")}>
        {DOORS.map((door) => (
          <li key={door.page}>
            <div className="sn-card sn-door">
              <span className="sn-door__icon">
                <Drawing path={door.drawing} />
              </span>
              <h2>
                <T id={door.title} />
              </h2>
              <p>
                <T id={door.text} />
              </p>
              <PageLink page={door.page} className="sn-door__link">
                <T id={door.action} />
                <Icon name="arrow" />
              </PageLink>
            </div>
          </li>
        ))}
      </ul>
      <section className="sn-card sn-card--danger" aria-labelledby="sn-danger">
        <h2 id="sn-danger">
          <T id="home.danger.title" />
        </h2>
        <p>
          <T id="home.danger.text" />
        </p>
        <div className="sn-actions">
          <CallLink {...EMERGENCY} of={t("home.danger.police")} named />
          <CallLink {...RESCUE} of={t("home.danger.rescue")} named quiet />
        </div>
      </section>
      <div className="sn-pair">
        <section className="sn-section" aria-labelledby="sn-search">
          <h2 id="sn-search">
            <T id="home.search.title" />
          </h2>
          <p>
            <T id="home.search.text" />
          </p>
          <div className="sn-actions">
            <PageLink page="find" look="secondary">
              <T id="home.search.action" />
            </PageLink>
          </div>
        </section>
        <section className="sn-section" aria-labelledby="sn-trust">
          <h2 id="sn-trust">
            <T id="home.trust.title" />
          </h2>
          <p>
            <T id="home.trust.text" />
          </p>
          <div className="sn-actions">
            <PageLink page="surfing" look="secondary">
              <T id="home.trust.action" />
            </PageLink>
          </div>
        </section>
      </div>
    </PublicPage>
  );
}
