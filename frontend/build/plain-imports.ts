import type { OutputBundle, OutputChunk } from "rolldown";
import type { Plugin } from "vite";

const HELPER = "\0vite/preload-helper.js";
const PLAIN =
  'import { bring, missing } from "@/shared/release"; ' +
  "export const __vitePreload = (load, files) => bring(files).then(load).catch(missing);";
/** A dynamic import in its wrapper, and Vite's list of its styles. */
const IMPORT =
  /(import\(`\.\/([\w.$-]+\.js)`\)(?:\.then\([\w$]+=>[\w$.]+\))?(?:;return\{[^}]*\}\})?),(?:\[\]|__vite__mapDeps\([^)]*\))/g;

/**
 * Vite wraps each dynamic import to fetch its styles first. We have one style sheet, named in the document, so the
 * wrapper does something else: it gives a failed import its name and, for professionals, brings the files first. A
 * browser may refuse for good what it could not import once, and loading the document again would close their lock.
 */
export function plainImports(): Plugin {
  return {
    name: "plain-imports",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === HELPER ? PLAIN : null),
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const sheets = Object.keys(bundle).filter((name) => name.endsWith(".css"));
        if (sheets.length > 1) this.error(`one style sheet was promised, the build has ${sheets.join(", ")}`);
        const left = nameFiles(bundle);
        if (left.length > 0) this.error(`imports without the list of their files: ${left.join(", ")}`);
      },
    },
  };
}

/** Names the files of every dynamic import of the professionals' document; answers the chunks where one was not found. */
function nameFiles(bundle: OutputBundle): string[] {
  const chunks = new Map(
    Object.values(bundle)
      .filter((file): file is OutputChunk => file.type === "chunk")
      .map((chunk) => [chunk.fileName, chunk]),
  );
  const reach = (from: readonly string[], next: (chunk: OutputChunk) => readonly string[]) => {
    const reached = new Set(from);
    for (const name of reached) {
      const chunk = chunks.get(name);
      if (chunk) for (const other of next(chunk)) reached.add(other);
    }
    return reached;
  };
  const entry = (name: string) =>
    [...chunks.values()].filter((c) => c.isEntry && c.name === name).map((c) => c.fileName);
  const imports = (chunk: OutputChunk) => chunk.imports;
  const open = reach(entry("intern"), imports);
  const ofPublic = reach(entry("index"), (chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  const left: string[] = [];
  for (const chunk of chunks.values()) {
    if (ofPublic.has(chunk.fileName) || chunk.dynamicImports.length === 0) continue;
    const named = new Set<string>();
    chunk.code = chunk.code.replace(IMPORT, (_whole, load: string, file: string) => {
      const name = `assets/${file}`;
      named.add(name);
      const files = [...reach([name], imports)].filter((needed) => !open.has(needed));
      return `${load},${JSON.stringify(files)}`;
    });
    if (chunk.dynamicImports.some((needed) => !named.has(needed))) left.push(chunk.fileName);
  }
  return left;
}
