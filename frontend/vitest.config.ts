import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { icuCatalogs } from "./build/icu-catalogs.ts";

export default defineConfig({
  plugins: [icuCatalogs(), react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "build/**/*.test.ts"],
    setupFiles: ["./src/test-setup.ts"],
    // Keys are derived and scripts started in earnest; a busy machine takes its time.
    testTimeout: 30_000,
  },
});
