import { type ReactNode, useState } from "react";
import { signOut } from "@/api/session";
import { type MessageId, T, useVoice } from "@/i18n";
import { addressOf, type PageKey } from "@/shared/pages";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { LanguageSelect } from "./LanguageChoice";
import { useSettings } from "./settings";

interface Props {
  /** Name of the person signed in; null on the way in. */
  person: string | null;
  nav: readonly { page: PageKey; id: MessageId }[];
  /** The lock of the key ring; nothing for those who neither seal nor open. */
  lock?: ReactNode;
}

/** Signing out ends with a full page load: nothing of the session stays in memory. */
async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  window.location.assign(addressOf("login"));
}

export function InternHeader({ person, nav, lock }: Props) {
  const { t } = useVoice();
  const { name } = useSettings();
  const [open, setOpen] = useState(false);
  return (
    <header className="sn-header">
      <div className="sn-wrap sn-header__inner">
        <PageLink page={person ? "today" : "home"} className="sn-brand" exact>
          <span className="sn-brand__mark" aria-hidden="true" />
          {name}
        </PageLink>
        <nav id="sn-nav" className={open ? "sn-nav" : "sn-nav sn-nav--shut"} aria-label={t("core.nav.label")}>
          <ul className="sn-nav__list">
            {nav.map(({ page, id }) => (
              <li key={page}>
                <PageLink page={page} className="sn-nav__link" exact={page === "today"} onClick={() => setOpen(false)}>
                  <T id={id} />
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSelect />
        {lock}
        {person && (
          <>
            <span className="sn-muted">{person}</span>
            <Button look="secondary" onClick={() => void leave()}>
              <T id="core.session.logout" />
            </Button>
          </>
        )}
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
