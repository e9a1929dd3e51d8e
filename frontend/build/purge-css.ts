import { PurgeCSS } from "purgecss";
import type { Plugin } from "vite";

/**
 * Takes unused KERN rules out of the built styles. Reads words, not templates: class names must be spelled out in
 * `src/ui`. Variables stay, because themes refer to them by name.
 */
export function purgeCss(): Plugin {
  return {
    name: "purge-css",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
          const [purged] = await new PurgeCSS().purge({
            content: ["src/**/*.tsx", "index.html", "intern.html"],
            css: [{ raw: String(file.source) }],
            safelist: { standard: ["sn-blank"] },
          });
          if (purged) file.source = purged.css;
        }
      },
    },
  };
}
