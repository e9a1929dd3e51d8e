import { PurgeCSS } from "purgecss";
import type { Plugin } from "vite";

/**
 * Takes unused KERN rules out of the built styles. Reads words, not templates: class names must be spelled out in
 * `src/ui`. Of KERN's many variables those stay that something left in the sheet reads, in every theme.
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
            css: [{ raw: plainBody(String(file.source)) }],
            safelist: { standard: ["sn-blank"] },
            // set by the router's links, so no source of ours spells it
            dynamicAttributes: ["aria-current"],
          });
          if (purged) file.source = dropUnreadVariables(purged.css);
        }
      },
    },
  };
}

/**
 * KERN sets its contextual colours for `:is(body, …themes…):not(…)`, a selector the purge does not understand and would
 * drop, and with it every theme but the light one. We use one theme per page: `body` is meant.
 */
export function plainBody(css: string): string {
  return css.replace(/:is\(body,[^)]*\):not\(\[class\*=["']?kern-level-["']?\]\)/g, "body");
}

/** Leaves out custom properties that nothing reads, again and again, since they read one another. */
export function dropUnreadVariables(css: string): string {
  const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
  const shorter = css.replace(/(?<=[{;]\s*)(--[\w-]+)\s*:[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) =>
    read.has(name) ? declaration : "",
  );
  return shorter === css ? css : dropUnreadVariables(shorter);
}
