import { relative } from "node:path";
import type { Plugin } from "vite";

/** Writes which source modules each chunk holds (`.vite/modules.json`), so that `budget.ts` can prove what is where. */
export function moduleList(root = process.cwd()): Plugin {
  return {
    name: "module-list",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.fromEntries(
        Object.values(bundle).flatMap((chunk) =>
          chunk.type === "chunk"
            ? [[chunk.fileName, chunk.moduleIds.map((id) => relative(root, id.replace(/^\0/, "").split("?")[0] ?? id))]]
            : [],
        ),
      );
      this.emitFile({ type: "asset", fileName: ".vite/modules.json", source: JSON.stringify(modules, null, 1) });
    },
  };
}
