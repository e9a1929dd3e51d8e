import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * One ES module of this folder with its dependencies inside, for scripts run by plain Node: `dist-crypto/index.mjs`.
 * Not minified, so that whoever runs a script over their own keys can read what it does.
 */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: "dist-crypto",
    emptyOutDir: true,
    target: "node20",
    minify: false,
    lib: { entry: fileURLToPath(new URL("./node.ts", import.meta.url)), formats: ["es"], fileName: () => "index.mjs" },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
