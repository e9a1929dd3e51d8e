import { resolve } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";
import { completeParts, flatten, readCatalogue } from "./icu-catalogs";
import { plainLanguageFaults } from "./plain-language";

const root = resolve(import.meta.dirname, "../src/i18n/locales");
const keys = (catalogue: ReturnType<typeof readCatalogue>) => [...flatten(catalogue)].map(([key]) => key).sort();
/** Names of the values a message needs, read off its compiled form. */
function valueNames(message: unknown): string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , branches] = token as [string, string?, unknown?];
    const inner = branches && typeof branches === "object" ? Object.values(branches).flatMap(valueNames) : [];
    return [name, ...inner];
  });
}
const placeholders = (text: string) => [...new Set(valueNames(compileMessage(text)))].sort();

test.each(["public", "intern"] as const)(
  "English is complete in the %s part and knows no word German lacks",
  (document) => {
    expect(keys(readCatalogue(root, document, "en"))).toEqual(keys(readCatalogue(root, document, "de")));
  },
);

test.each(["public", "intern"] as const)(
  "translations of the %s part use the values of the German message",
  (document) => {
    const source = new Map(flatten(readCatalogue(root, document, "de")));
    for (const language of ["en", "de-simple"] as const) {
      for (const [key, text] of flatten(readCatalogue(root, document, language))) {
        expect([key, placeholders(text)]).toEqual([key, placeholders(source.get(key) ?? "")]);
      }
    }
  },
);

test("plain German is complete for the pages that promise it", () => {
  const complete = completeParts(readCatalogue(root, "public", "de"), readCatalogue(root, "public", "de-simple"));
  expect(complete).toEqual(expect.arrayContaining(["core", "home", "find", "offer", "worry", "contact"]));
});

test("plain German keeps its rules", () => {
  expect(plainLanguageFaults(flatten(readCatalogue(root, "public", "de-simple")))).toEqual([]);
});

test.each([
  ["a long sentence", "Das ist ein sehr langer Satz mit viel zu vielen Wörtern für einfache Sprache hier.", "words in"],
  ["a long word", "Das Kinderschutzkooperationsgesetz hilft.", "letters"],
  ["an abbreviation", "Rufen Sie z. B. an.", "abbreviation"],
  ["a bracket", "Rufen Sie an (heute).", "bracket"],
  ["a fault inside a plural", "{n, plural, one {Ein Satz; noch einer} other {Gut}}", "semicolon"],
])("plain German refuses %s", (_what, text, fault) => {
  expect(plainLanguageFaults([["x", text]]).join()).toContain(fault);
});
