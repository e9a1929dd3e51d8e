import { fileURLToPath } from "node:url";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { icuCatalogs } from "./build/icu-catalogs";
import { moduleList } from "./build/module-list";
import { purgeCss } from "./build/purge-css";
import { storedCompression } from "./build/stored-compression";

const api = process.env.SCHUTZNETZ_API ?? "http://127.0.0.1:8080";
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One router per document: each has its own routes folder and its own generated tree. */
const router = (document: "public" | "intern") =>
  tanstackRouter({
    target: "react",
    autoCodeSplitting: true,
    routesDirectory: `./src/${document}/routes`,
    generatedRouteTree: `./src/${document}/routeTree.gen.ts`,
    routeFileIgnorePattern: ".test.",
    quoteStyle: "double",
    semicolons: true,
    disableLogging: true,
  });

const INTERN = /^\/(?:intern|verwaltung)(?:\/|$|\?)/;
const FILE = /^\/(?:@|src\/|node_modules\/|assets\/|graphql|api\/|oauth|hsds)|\.[a-z0-9]+(?:\?|$)/;

/** Answers a page address with its document, as the server does. */
function twoDocuments(): Plugin {
  const rewrite = (url: string | undefined) => {
    if (!url || FILE.test(url)) return url;
    return INTERN.test(url) ? "/intern.html" : "/index.html";
  };
  return {
    name: "two-documents",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const url = rewrite(request.url);
        if (url) request.url = url;
        next();
      });
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, _response, next) => {
        const url = rewrite(request.url);
        if (url) request.url = url;
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [
    twoDocuments(),
    icuCatalogs(),
    router("public"),
    router("intern"),
    react(),
    purgeCss(),
    moduleList(here(".")),
    storedCompression(),
  ],
  resolve: { alias: { "@": here("./src") } },
  server: { proxy: proxyTo(api) },
  preview: { proxy: proxyTo(api) },
  build: {
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: false,
    rolldownOptions: { input: { index: here("index.html"), intern: here("intern.html") } },
  },
});

function proxyTo(target: string) {
  return Object.fromEntries(
    ["/graphql", "/api", "/oauth", "/hsds"].map((path) => [path, { target, ws: path === "/graphql" }]),
  );
}
