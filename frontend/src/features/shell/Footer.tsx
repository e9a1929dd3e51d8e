import { type MessageId, T, useVoice } from "@/i18n";
import type { PageKey } from "@/shared/pages";
import { German } from "@/ui/Content";
import { PageLink } from "@/ui/PageLink";
import { LanguageList } from "./LanguageChoice";
import { useSettings } from "./settings";

const LINKS: { page: PageKey; id: MessageId }[] = [
  { page: "surfing", id: "core.footer.surfing" },
  { page: "imprint", id: "core.footer.imprint" },
  { page: "privacy", id: "core.footer.privacy" },
  { page: "accessibility", id: "core.footer.accessibility" },
  { page: "sources", id: "core.footer.sources" },
];

export function Footer() {
  const { t } = useVoice();
  const { name, funder, version } = useSettings();
  return (
    <footer className="sn-footer">
      <div className="sn-wrap sn-footer__inner">
        <p>
          <strong>{name}</strong> · <T id="core.tagline" />
        </p>
        <nav aria-label={t("core.footer.label")}>
          <ul className="sn-footer__list">
            {LINKS.map(({ page, id }) => (
              <li key={page}>
                <PageLink page={page}>
                  <T id={id} />
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageList />
        <p className="sn-muted">
          {funder && (
            <>
              <T id="core.footer.funder" values={{ funder: <German>{funder}</German> }} />
              {" · "}
            </>
          )}
          {version && <T id="core.footer.version" values={{ version }} />}
        </p>
      </div>
    </footer>
  );
}
