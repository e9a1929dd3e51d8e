import type { OutputBundle } from "rolldown";
import type { Plugin } from "vite";

const HELPER = "\0vite/preload-helper.js";
const PLAIN =
  'import { missing } from "@/shared/release"; export const __vitePreload = (load) => load().catch(missing);';

/**
 * Vite wraps each dynamic import to fetch its styles first. We have one style sheet, named in the document, so the
 * wrapper only gives a failed import its name; a second style sheet would break that and stops the build.
 */
export function plainImports(): Plugin {
  return {
    name: "plain-imports",
    apply: "build",
    enforce: "pre",
    load: (id) => (id === HELPER ? PLAIN : null),
    generateBundle(_options, bundle: OutputBundle) {
      const sheets = Object.keys(bundle).filter((name) => name.endsWith(".css"));
      if (sheets.length > 1) this.error(`one style sheet was promised, the build has ${sheets.join(", ")}`);
    },
  };
}
