import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "../src");
/** Nothing of a person rests in the browser (frontend.md, rule 7), and no markup is built from text (section 10). */
const FORBIDDEN = /\b(?:localStorage|indexedDB|caches|document\.cookie|innerHTML|outerHTML|insertAdjacentHTML)\b/;
/** `sessionStorage` is cleared on leaving, in one place, and read nowhere. */
const ONLY_IN: { word: RegExp; file: string }[] = [{ word: /\bsessionStorage\b/, file: "shared/leave.ts" }];

export function forbiddenIn(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const elsewhere = ONLY_IN.some(({ word, file }) => word.test(line) && path !== file);
    return FORBIDDEN.test(line) || elsewhere ? [`src/${path}:${index + 1}: ${line.trim()}`] : [];
  });
}

export function main(): number {
  const faults = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => forbiddenIn(relative(ROOT, file), readFileSync(file, "utf8")));
  for (const fault of faults) process.stderr.write(`forbidden word: ${fault}\n`);
  return faults.length > 0 ? 1 : 0;
}
