import { type Language, SOURCE_LANGUAGE } from "./languages";
import { type Messages, piecesOf, type Values } from "./message";

/** Where compiled messages come from: one loader per language and part, and which parts a language has whole. */
export interface Catalogues {
  readonly load: Readonly<Record<Language, Readonly<Record<string, () => Promise<Messages>>>>>;
  readonly complete: Readonly<Record<Language, readonly string[]>>;
  /** German `core`, in the entry itself: there is always a text. */
  readonly sourceCore: Messages;
}

/** A message and the language it is really in: a missing one is the German one and says so. */
export interface Said<Node = never> {
  readonly pieces: readonly (string | Node)[];
  readonly language: Language;
}

/** Speaks one language at a time and falls back to German message by message. */
export class Translator {
  readonly #catalogues: Catalogues;
  readonly #messages: Partial<Record<Language, Messages>>;
  readonly #parts = new Set<string>(["core"]);
  #language: Language = SOURCE_LANGUAGE;

  constructor(catalogues: Catalogues) {
    this.#catalogues = catalogues;
    this.#messages = { [SOURCE_LANGUAGE]: catalogues.sourceCore };
  }

  get language(): Language {
    return this.#language;
  }

  /** Switches the language and fetches every part the page already uses. */
  async speak(language: Language): Promise<void> {
    await Promise.all([...this.#parts].map((part) => this.#fetch(language, part)));
    this.#language = language;
  }

  /** Fetches parts of the catalogue in German and in the language spoken. */
  async need(...parts: readonly string[]): Promise<void> {
    await Promise.all(
      parts.map((part) => {
        this.#parts.add(part);
        return Promise.all([this.#fetch(SOURCE_LANGUAGE, part), this.#fetch(this.#language, part)]);
      }),
    );
  }

  say<Node = never>(id: string, values?: Values<Node>): Said<Node> {
    for (const language of [this.#language, SOURCE_LANGUAGE]) {
      const message = this.#messages[language]?.[id];
      if (message !== undefined) return { pieces: piecesOf(message, language, values), language };
    }
    return { pieces: [id], language: SOURCE_LANGUAGE };
  }

  /** The languages in which the page with this part is complete. */
  offered(part: string): Language[] {
    const { complete } = this.#catalogues;
    return (Object.keys(complete) as Language[]).filter(
      (language) => complete[language].includes("core") && complete[language].includes(part),
    );
  }

  async #fetch(language: Language, part: string): Promise<void> {
    const messages = await this.#catalogues.load[language][part]?.();
    if (messages) this.#messages[language] = { ...this.#messages[language], ...messages };
  }
}
