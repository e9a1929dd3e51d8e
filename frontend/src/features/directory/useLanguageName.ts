import { useVoice } from "@/i18n";

/** German Sign Language: browsers do not know its name. */
export const SIGN_LANGUAGE = "gsg";

/** The name of a language in the language of the page; the browser knows them. */
export function useLanguageName(): (tag: string) => string {
  const { language, t } = useVoice();
  const names = new Intl.DisplayNames([language, "de"], { type: "language" });
  return (tag) => (tag === SIGN_LANGUAGE ? t("core.signLanguage") : (names.of(tag) ?? tag));
}
