import { useMatches, useNavigate } from "@tanstack/react-router";
import { LANGUAGES, type Language, T, useVoice } from "@/i18n";
import { pages } from "@/shared/pages";

/** The catalogue part of the page in view, found by its route. */
function usePart(): string {
  const matches = useMatches() as readonly { routeId: string }[];
  const routeId = matches.at(-1)?.routeId ?? "/";
  // Pathless layouts (`/_signedIn`) and index routes (`/`) do not show in an address.
  const path = routeId.replace(/\/_\w+/g, "").replace(/(.)\/$/, "$1");
  return Object.values(pages).find((page) => page.path === path)?.part ?? "core";
}

/** Languages complete for this page, and the way to change: the choice stays in the address, nothing is stored. */
function useLanguages() {
  const { language, translator } = useVoice();
  const navigate = useNavigate();
  const offered = translator.offered(usePart());
  const choose = (next: Language) =>
    navigate({ to: ".", search: ((old: object) => ({ ...old, sprache: next })) as never, replace: true });
  return { language, offered, choose };
}

export function LanguageSelect() {
  const { t } = useVoice();
  const { language, offered, choose } = useLanguages();
  return (
    <span className="sn-tongue">
      <label className="kern-sr-only" htmlFor="sn-language">
        {t("core.language.label")}
      </label>
      <select id="sn-language" value={language} onChange={(event) => choose(event.target.value as Language)}>
        {!offered.includes(language) && (
          <option value={language} disabled>
            {LANGUAGES[language].name}
          </option>
        )}
        {offered.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {LANGUAGES[tag].name}
          </option>
        ))}
      </select>
    </span>
  );
}

export function LanguageList() {
  const { t } = useVoice();
  const { language, offered, choose } = useLanguages();
  const others = offered.filter((tag) => tag !== language);
  if (others.length === 0) return null;
  return (
    <nav aria-label={t("core.language.list")}>
      <ul className="sn-footer__list">
        <li className="sn-footer__list-head">
          <T id="core.language.label" />:
        </li>
        {others.map((tag) => (
          <li key={tag}>
            <a
              href={`?sprache=${tag}`}
              lang={tag}
              hrefLang={tag}
              onClick={(event) => {
                event.preventDefault();
                choose(tag);
              }}
            >
              {LANGUAGES[tag].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
