import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/** Interface languages in the order of the language choice; one file each in `src/i18n/locales/<document>/`. */
export const LANGUAGES = ["de", "de-simple", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
/** The two documents have separate catalogues, so that no word of the professional part reaches a public page. */
export type Document = "public" | "intern";
/** Parts of the public catalogue that professionals read too: who is responsible for a place, and its numbers. */
const READ_BY_BOTH = ["worry"];

export type Tree = { readonly [key: string]: string | Tree };
/** One ICU catalogue: first level = part (a page or `core`), below it the messages. */
export type Catalogue = { readonly [part: string]: Tree };

const SOURCE: Language = "de";
const INDEX = /^virtual:catalogues\/(public|intern)$/;
const PART = /^virtual:catalogue\/(public|intern)\/([a-z-]+)\/([A-Za-z]+)$/;

/**
 * Compiles the ICU catalogues at build time, so that no message parser is shipped.
 *
 * `virtual:catalogues/public` exports `load` (language -> part -> promise of flat, compiled messages) and `complete`
 * (language -> the parts it translates whole); `virtual:catalogue/public/de/core` is one part by itself.
 */
export function icuCatalogs(root = resolve(import.meta.dirname, "../src/i18n/locales")): Plugin {
  return {
    name: "icu-catalogs",
    enforce: "pre",
    resolveId: (source) => (INDEX.test(source) || PART.test(source) ? `\0${source}` : null),
    load(id) {
      const index = INDEX.exec(id.slice(1));
      if (index) return indexModule(root, index[1] as Document);
      const part = PART.exec(id.slice(1));
      if (!part) return null;
      const [, document, language, name] = part as unknown as [string, Document, Language, string];
      this.addWatchFile(fileOf(root, document, language));
      return `export default ${JSON.stringify(compilePart(readCatalogue(root, document, language), name))}`;
    },
  };
}

const fileOf = (root: string, document: Document, language: Language) => resolve(root, document, `${language}.json`);

export function readCatalogue(root: string, document: Document, language: Language): Catalogue {
  return JSON.parse(readFileSync(fileOf(root, document, language), "utf8")) as Catalogue;
}

function compilePart(catalogue: Catalogue, part: string): Record<string, unknown> {
  return Object.fromEntries(
    [...flatten(catalogue[part] ?? {}, `${part}.`)].map(([key, text]) => [key, compileMessage(text)]),
  );
}

/** The parts in which `translation` has every message of `source`. */
export function completeParts(source: Catalogue, translation: Catalogue): string[] {
  return Object.entries(source)
    .filter(([part, tree]) => {
      const there = new Set([...flatten(translation[part] ?? {})].map(([key]) => key));
      return [...flatten(tree)].every(([key]) => there.has(key));
    })
    .map(([part]) => part);
}

const loaderOf = (document: Document, language: Language, part: string) =>
  `${JSON.stringify(part)}: () => import("virtual:catalogue/${document}/${language}/${part}").then((m) => m.default)`;

function indexModule(root: string, document: Document): string {
  const source = readCatalogue(root, document, SOURCE);
  const tables = LANGUAGES.map((language) => {
    const catalogue = readCatalogue(root, document, language);
    const loaders = Object.keys(catalogue)
      .filter((part) => part in source)
      // German `core` is in the entry itself.
      .filter((part) => language !== SOURCE || part !== "core")
      .map((part) => loaderOf(document, language, part));
    const shared = document === "intern" ? READ_BY_BOTH.map((part) => loaderOf("public", language, part)) : [];
    return { language, loaders: [...loaders, ...shared], complete: completeParts(source, catalogue) };
  });
  const load = tables.map(({ language, loaders }) => `${JSON.stringify(language)}: { ${loaders.join(", ")} }`);
  const complete = tables.map((table) => `${JSON.stringify(table.language)}: ${JSON.stringify(table.complete)}`);
  return `export const load = { ${load.join(", ")} };\nexport const complete = { ${complete.join(", ")} };`;
}

/** Walks a nested catalogue and yields `["find.count", "…"]` pairs. */
export function* flatten(node: Tree, prefix = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") yield [prefix + key, value];
    else yield* flatten(value, `${prefix}${key}.`);
  }
}
