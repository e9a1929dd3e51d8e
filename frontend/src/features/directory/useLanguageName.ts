import { useVoice } from "@/i18n";

/** The name of a language in the language of the page; the browser knows them. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useVoice();
  const names = new Intl.DisplayNames([language, "de"], { type: "language" });
  return (tag) => names.of(tag) ?? tag;
}
