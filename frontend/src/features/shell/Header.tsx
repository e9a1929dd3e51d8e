import { useState } from "react";
import { type MessageId, T, useVoice } from "@/i18n";
import type { PageKey } from "@/shared/pages";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { LanguageSelect } from "./LanguageChoice";
import { useSettings } from "./settings";

const NAV: { page: PageKey; id: MessageId }[] = [
  { page: "find", id: "core.nav.find" },
  { page: "lines", id: "core.nav.lines" },
  { page: "worry", id: "core.nav.worry" },
  { page: "contact", id: "core.nav.contact" },
  { page: "login", id: "core.nav.login" },
];

export function Header() {
  const { t } = useVoice();
  const { name } = useSettings();
  const [open, setOpen] = useState(false);
  return (
    <header className="sn-header">
      <div className="sn-wrap sn-header__inner">
        <PageLink page="home" className="sn-brand" exact>
          <span className="sn-brand__mark" aria-hidden="true" />
          {name}
        </PageLink>
        <nav id="sn-nav" className={open ? "sn-nav" : "sn-nav sn-nav--shut"} aria-label={t("core.nav.label")}>
          <ul className="sn-nav__list">
            {NAV.map(({ page, id }) => (
              <li key={page}>
                <PageLink page={page} className="sn-nav__link" onClick={() => setOpen(false)}>
                  <T id={id} />
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSelect />
        <button
          type="button"
          className="sn-nav__toggle"
          aria-expanded={open}
          aria-controls="sn-nav"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "close" : "menu"} />
          <T id="core.nav.menu" />
        </button>
      </div>
    </header>
  );
}
