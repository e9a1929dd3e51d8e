import { resolve } from "node:path";
import { flatten, readCatalogue } from "./icu-catalogs";

const MOST_WORDS = 12;
const LONGEST_WORD = 20;
const ABBREVIATION = /\b(?:z\. ?B\.|d\. ?h\.|u\. ?a\.|bzw\.|usw\.|ggf\.|evtl\.|inkl\.|ca\.|Nr\.|Tel\.|Abs\.|bspw\.)/;

/** Breaks of the rules for plain German (BITV Annex 2; the numbers are ours), as `key: what is wrong` lines. */
export function plainLanguageFaults(messages: Iterable<[string, string]>): string[] {
  const faults: string[] = [];
  for (const [key, text] of messages) {
    for (const variant of variantsOf(text)) {
      if (/[;()[\]]/.test(variant)) faults.push(`${key}: semicolon or bracket: "${variant}"`);
      if (ABBREVIATION.test(variant)) faults.push(`${key}: abbreviation: "${variant}"`);
      for (const sentence of variant.split(/[.!?:](?:\s|$)/)) {
        const words = sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word));
        if (words.length > MOST_WORDS) faults.push(`${key}: ${words.length} words in "${sentence.trim()}"`);
        for (const word of words) {
          const longest = Math.max(...word.split("-").map((piece) => piece.replace(/[^\p{L}]/gu, "").length));
          if (longest > LONGEST_WORD) faults.push(`${key}: a word of ${longest} letters: "${word}"`);
        }
      }
    }
  }
  return faults;
}

/** The texts a reader may see: each branch of a plural or select by itself, placeholders as one word. */
function variantsOf(text: string): string[] {
  const branch = /\{\s*\w+\s*,\s*(?:plural|select)\s*,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/;
  const match = branch.exec(text);
  if (!match) return [text.replace(/\{\s*\w+(?:\s*,[^{}]*)?\}/g, "Wert").replace(/#/g, "3")];
  const pieces = [...(match[1] ?? "").matchAll(/\{((?:[^{}]|\{[^{}]*\})*)\}/g)].map((piece) => piece[1] ?? "");
  return pieces.flatMap((piece) => variantsOf(text.replace(match[0], piece)));
}

export function main(): number {
  const catalogue = readCatalogue(resolve(import.meta.dirname, "../src/i18n/locales"), "public", "de-simple");
  const faults = plainLanguageFaults(flatten(catalogue));
  for (const fault of faults) process.stderr.write(`de-simple ${fault}\n`);
  return faults.length > 0 ? 1 : 0;
}
