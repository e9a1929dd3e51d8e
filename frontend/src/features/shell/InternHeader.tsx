import { type ReactNode, useState } from "react";
import { signOut } from "@/api/session";
import { type MessageId, T, useVoice } from "@/i18n";
import { addressOf, type PageKey } from "@/shared/pages";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { useOneAtATime } from "@/ui/useOneAtATime";
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

/** Above who is here, below where to go and the lock; on a narrow screen all but the lock is behind "Menü". */
export function InternHeader({ person, nav, lock }: Props) {
  const { t } = useVoice();
  const { name } = useSettings();
  const [open, setOpen] = useState(false);
  const [leaving, run] = useOneAtATime();
  const close = () => setOpen(false);
  return (
    <header className="sn-header sn-no-print">
      <div className={open ? "sn-wrap sn-head sn-head--open" : "sn-wrap sn-head"}>
        <PageLink page={person ? "today" : "home"} className="sn-brand" exact>
          <span className="sn-brand__mark" aria-hidden="true" />
          {name}
        </PageLink>
        {person && <MenuToggle open={open} onToggle={() => setOpen(!open)} />}
        <div id="sn-tools" className={person ? "sn-head__tools sn-head__folded" : "sn-head__tools"}>
          <LanguageSelect />
          {person && (
            <>
              <PageLink
                page="account"
                className="sn-nav__link"
                label={t("core.nav.account", { name: person })}
                onClick={close}
              >
                {person}
              </PageLink>
              <Button look="tertiary" busy={leaving} onClick={() => void run(leave)}>
                <T id="core.session.logout" />
              </Button>
            </>
          )}
        </div>
        {nav.length > 0 && (
          <nav id="sn-nav" className="sn-head__nav sn-head__folded" aria-label={t("core.nav.label")}>
            <ul className="sn-nav__list">
              {nav.map(({ page, id }) => (
                <li key={page}>
                  <PageLink page={page} className="sn-nav__link" exact={page === "today"} onClick={close}>
                    <T id={id} />
                  </PageLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {lock && <div className="sn-head__lock">{lock}</div>}
      </div>
    </header>
  );
}

function MenuToggle({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      className="sn-nav__toggle"
      aria-expanded={open}
      aria-controls="sn-nav sn-tools"
      onClick={onToggle}
    >
      <Icon name={open ? "close" : "menu"} />
      <T id="core.nav.menu" />
    </button>
  );
}
