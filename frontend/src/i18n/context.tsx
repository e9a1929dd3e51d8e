import {
  createContext,
  createElement,
  Fragment,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from "react";
import { LANGUAGES, type Language } from "./languages";
import type { Values } from "./message";
import type { Translator } from "./translator";

type Leaves<T, Prefix extends string> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Message ids are read off the German catalogues: a typing error does not compile. */
export type MessageId =
  | Leaves<typeof import("./locales/public/de.json"), "">
  | Leaves<typeof import("./locales/intern/de.json"), "">;

interface Voice {
  readonly translator: Translator;
  readonly language: Language;
  readonly speak: (language: Language) => Promise<void>;
}

const VoiceContext = createContext<Voice | null>(null);

/** Sets `lang` and `dir` of the page, which the browser, the screen reader and `Accept-Language` follow. */
export function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
}

export function VoiceProvider({ translator, children }: { translator: Translator; children: ReactNode }) {
  const [language, setLanguage] = useState(translator.language);
  const speak = useCallback(
    async (next: Language) => {
      // Words that do not come leave the page in the language it has.
      await translator.speak(next).catch(() => undefined);
      markDocument(translator.language);
      setLanguage(translator.language);
    },
    [translator],
  );
  const voice = useMemo(() => ({ translator, language, speak }), [translator, language, speak]);
  return <VoiceContext value={voice}>{children}</VoiceContext>;
}

export function useVoice() {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error("useVoice needs a VoiceProvider around it");
  const { translator, language, speak } = voice;
  /** The text alone, for attributes and titles. */
  const t = (id: MessageId, values?: Values): string => translator.say(id, values).pieces.join("");
  return { t, language, speak, translator };
}

/**
 * A message in the page. German inside another language is marked, so it is spoken and punctuated as German; a value in
 * a language of its own comes as an element that says so.
 */
export function T({ id, values }: { id: MessageId; values?: Values<ReactElement> }) {
  const { translator, language } = useVoice();
  const said = translator.say<ReactElement>(id, values);
  if (said.language === language) return createElement(Fragment, null, ...said.pieces);
  return createElement("span", { lang: said.language, dir: LANGUAGES[said.language].direction }, ...said.pieces);
}
