import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** One entry of Vite's manifest. */
interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
  isEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

/** What is measured, in bytes after gzip level 9; 1 KB = 1,000 bytes (frontend.md, section 13). */
export interface Line {
  what: string;
  bytes: number;
  limit: number;
}

const KB = 1000;
const PUBLIC = "index.html";
const INTERN = "intern.html";
/** Libraries only professionals need; none of them may be reachable from a public page's first load. */
const PROFESSIONAL_ONLY = [
  /^src\/(?:intern|crypto|gql\/intern)\//,
  /^src\/features\/(?:identity|keys|referral)\//,
  /node_modules\/(?:react-hook-form|valibot|jose|hash-wasm)\//,
];

const part = (document: string, name: string) => new RegExp(`virtual:catalogue/${document}/de/${name}$`);

/** Page -> the route file and the part of the German catalogue that its first load adds to the entry. */
const PUBLIC_PAGES: { page: string; route: string; catalogue: RegExp; limit: number }[] = [
  { page: "/", route: "src/public/routes/index.tsx", catalogue: part("public", "home"), limit: 118 * KB },
  {
    page: "/hilfe-finden",
    route: "src/public/routes/hilfe-finden.tsx",
    catalogue: part("public", "find"),
    limit: 120 * KB,
  },
];
const FURTHER_LIMIT = 20 * KB;

export function main(): number {
  const dist = join(import.meta.dirname, "../dist");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const modules = JSON.parse(readFileSync(join(dist, ".vite/modules.json"), "utf8")) as Record<string, string[]>;
  const size = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const lines = measure(manifest, size);
  const strays = strayModules(manifest, modules);
  report(lines, strays);
  return lines.some((line) => line.bytes > line.limit) || strays.length > 0 ? 1 : 0;
}

export function measure(manifest: Manifest, size: (file: string) => number): Line[] {
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + size(file), 0);
  const entry = closure(manifest, [PUBLIC]);
  const lines = PUBLIC_PAGES.map(({ page, route, catalogue, limit }) => {
    const files = new Set([...entry, ...closure(manifest, keysOf(manifest, route, catalogue))]);
    return { what: `JS, first load of ${page}`, bytes: sum(files), limit };
  });
  const first = new Set(PUBLIC_PAGES.flatMap((p) => [...closure(manifest, keysOf(manifest, p.route, p.catalogue))]));
  const further = [...reachable(manifest, PUBLIC)]
    .map((key) => manifest[key]?.file ?? "")
    .filter((file) => file.endsWith(".js") && !entry.has(file) && !first.has(file));
  for (const file of new Set(further)) {
    lines.push({
      what: `further public chunk ${file.replace(/^assets\//, "")}`,
      bytes: size(file),
      limit: FURTHER_LIMIT,
    });
  }
  const worst = lines
    .slice(PUBLIC_PAGES.length)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3);
  const css = new Set([...reachable(manifest, PUBLIC)].flatMap((key) => manifest[key]?.css ?? []));
  return [
    ...lines.slice(0, PUBLIC_PAGES.length),
    ...worst,
    { what: "CSS of the public part", bytes: sum(css), limit: 15 * KB },
    { what: "JS, first load of /intern", bytes: sum(internFirstLoad(manifest)), limit: 220 * KB },
  ];
}

function internFirstLoad(manifest: Manifest): Set<string> {
  const keys = keysOf(manifest, "src/intern/routes/intern/_signedIn/index.tsx", part("intern", "today"));
  return new Set([...closure(manifest, [INTERN]), ...closure(manifest, keys)]);
}

function keysOf(manifest: Manifest, route: string, catalogue: RegExp): string[] {
  const keys = Object.keys(manifest).filter((key) => key.startsWith(`${route}?`) || catalogue.test(key));
  if (!keys.some((key) => key.startsWith(route))) throw new Error(`the manifest knows no chunk of ${route}`);
  if (!keys.some((key) => catalogue.test(key))) throw new Error(`the manifest knows no catalogue ${catalogue}`);
  return keys;
}

/** The JavaScript files that load together with these manifest entries. */
function closure(manifest: Manifest, keys: string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the manifest has no entry ${key}`);
    if (chunk.file.endsWith(".js")) files.add(chunk.file);
    for (const next of chunk.imports ?? []) walk(next);
  };
  for (const key of keys) walk(key);
  return files;
}

function reachable(manifest: Manifest, from: string): Set<string> {
  const seen = new Set<string>();
  const walk = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of [...(manifest[key]?.imports ?? []), ...(manifest[key]?.dynamicImports ?? [])]) walk(next);
  };
  walk(from);
  return seen;
}

/** Modules of the professional part that a public page could load: always a fault. */
export function strayModules(manifest: Manifest, modules: Record<string, string[]>): string[] {
  const files = new Set([...reachable(manifest, PUBLIC)].map((key) => manifest[key]?.file ?? ""));
  return [...files].flatMap((file) =>
    (modules[file] ?? [])
      .filter((id) => PROFESSIONAL_ONLY.some((rule) => rule.test(id)))
      .map((id) => `${id} in ${file}`),
  );
}

function report(lines: Line[], strays: string[]): void {
  const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`.padStart(9);
  process.stdout.write("\nBudget (gzip 9)\n");
  for (const { what, bytes, limit } of lines) {
    const mark = bytes > limit ? "OVER" : "ok";
    process.stdout.write(`  ${mark.padEnd(5)}${kb(bytes)} of ${kb(limit)}  ${what}\n`);
  }
  for (const stray of strays) process.stdout.write(`  OVER  professional module in the public part: ${stray}\n`);
}
