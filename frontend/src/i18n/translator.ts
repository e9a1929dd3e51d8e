import { type I18n, type Messages, setupI18n } from "@lingui/core";
import { type Language, SOURCE_LANGUAGE } from "./languages";

export type Values = Readonly<Record<string, string | number>>;

/** Where compiled messages come from: one loader per language and part, and which parts a language has whole. */
export interface Catalogues {
  readonly load: Readonly<Record<Language, Readonly<Record<string, () => Promise<Messages>>>>>;
  readonly complete: Readonly<Record<Language, readonly string[]>>;
  /** German `core`, in the entry itself: there is always a text. */
  readonly sourceCore: Messages;
}

/** A text and the language it is really in: a missing message is the German one and says so. */
export interface Said {
  readonly text: string;
  readonly language: Language;
}

/** Speaks one language at a time and falls back to German message by message. */
export class Translator {
  readonly #catalogues: Catalogues;
  readonly #source: I18n;
  readonly #active: I18n;
  #language: Language = SOURCE_LANGUAGE;
  readonly #parts = new Set<string>(["core"]);

  constructor(catalogues: Catalogues) {
    this.#catalogues = catalogues;
    const quiet = { missing: (_locale: string, id: string) => id };
    this.#source = setupI18n({
      ...quiet,
      locale: SOURCE_LANGUAGE,
      messages: { [SOURCE_LANGUAGE]: catalogues.sourceCore },
    });
    this.#active = setupI18n({ ...quiet, locale: SOURCE_LANGUAGE, messages: {} });
  }

  get language(): Language {
    return this.#language;
  }

  /** Switches the language and fetches every part the page already uses. */
  async speak(language: Language): Promise<void> {
    await Promise.all([...this.#parts].map((part) => this.#fetch(language, part)));
    this.#language = language;
    if (language !== SOURCE_LANGUAGE) this.#active.activate(language);
  }

  /** Fetches a page's part of the catalogue in German and in the language spoken. */
  async need(part: string): Promise<void> {
    this.#parts.add(part);
    await Promise.all([this.#fetch(SOURCE_LANGUAGE, part), this.#fetch(this.#language, part)]);
  }

  say(id: string, values?: Values): Said {
    if (this.#language !== SOURCE_LANGUAGE && id in this.#active.messages) {
      return { text: this.#active._(id, values), language: this.#language };
    }
    return { text: this.#source._(id, values), language: SOURCE_LANGUAGE };
  }

  /** The languages in which the page with this part is complete. */
  offered(part: string): Language[] {
    const { complete } = this.#catalogues;
    return (Object.keys(complete) as Language[]).filter(
      (language) => complete[language].includes("core") && complete[language].includes(part),
    );
  }

  async #fetch(language: Language, part: string): Promise<void> {
    const load = this.#catalogues.load[language][part];
    if (!load || (language === SOURCE_LANGUAGE && part === "core")) return;
    const messages = await load();
    const target = language === SOURCE_LANGUAGE ? this.#source : this.#active;
    target.load(language, messages);
  }
}
