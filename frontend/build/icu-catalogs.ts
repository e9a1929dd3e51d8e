import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

const PREFIX = "\0icu:";

type Tree = { readonly [key: string]: string | Tree };

/** `import m from "./de.json?icu"` gives flat, compiled ICU messages: no parser is shipped to the browser. */
export function icuCatalogs(): Plugin {
  return {
    name: "icu-catalogs",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(".json?icu")) return null;
      return `${PREFIX}${resolve(importer ? dirname(importer) : ".", source.slice(0, -4))}.mjs`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const file = id.slice(PREFIX.length, -4);
      this.addWatchFile(file);
      const compiled = Object.fromEntries(
        [...flatten(JSON.parse(await readFile(file, "utf8")) as Tree)].map(([key, text]) => [key, compileMessage(text)]),
      );
      return `export default ${JSON.stringify(compiled)}`;
    },
  };
}

/** Walks a nested catalogue and yields `["directory.count", "…"]` pairs. */
export function* flatten(node: Tree, prefix = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") yield [prefix + key, value];
    else yield* flatten(value, `${prefix}${key}.`);
  }
}
