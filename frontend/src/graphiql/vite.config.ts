import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The page to try GraphQL on, a build of its own into the same folder: its editor is far larger than all our pages, and
 * nothing of it may get into their chunks. It is built first; the build of the pages then lays the compressed copies.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [react()],
  build: {
    assetsDir: "assets/graphiql",
    target: "es2022",
    assetsInlineLimit: 0,
    emptyOutDir: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: fileURLToPath(new URL("../../graphiql.html", import.meta.url)),
      // the editor reports each worker it starts
      treeshake: { manualPureFunctions: ["console.info"] },
      // libraries that are already compiled keep a directive for the compiler
      checks: { moduleLevelDirective: false },
    },
  },
});
