import { fileURLToPath } from "node:url";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { compactDocuments } from "./build/compact-documents";
import { icuCatalogs } from "./build/icu-catalogs";
import { moduleList } from "./build/module-list";
import { plainImports } from "./build/plain-imports";
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

/** Libraries and modules that every page of both documents loads at once. */
const BASE =
  /node_modules\/(?:react|react-dom|scheduler|@tanstack)\/(?!.*(?:[mM]utationObserver|useMutation|[iI]nfiniteQueryObserver|useInfiniteQuery))|rolldown-runtime|vite\/preload-helper|src\/(?:shared|api)\/(?!session)|src\/i18n\/(?:context|translator|languages|index)|src\/ui\/(?:Page|PageLink|Icon|Button|Content|Alert|Failure|CopyButton|Skeleton|Going)\.tsx|src\/ui\/useOneAtATime|src\/features\/shell\/(?:settings|usePageTitle|LanguageChoice|Footer|HelplineBar|Notices|PageFailure)\./;

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
    compactDocuments(),
    plainImports(),
    router("public"),
    router("intern"),
    react(),
    purgeCss(),
    moduleList(here(".")),
    storedCompression(),
  ],
  resolve: {
    alias: {
      "@": here("./src"),
      // React 19 has the hook itself; its stand-in for older versions stays out.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
    dedupe: ["react"],
  },
  server: { proxy: proxyTo(api) },
  preview: { proxy: proxyTo(api) },
  build: {
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // Chunks are few; a list of what each dynamic import will need would weigh more than it saves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    emptyOutDir: false,
    rolldownOptions: {
      input: { index: here("index.html"), intern: here("intern.html") },
      output: {
        // What both documents load first is one chunk: small files compress badly by themselves.
        codeSplitting: { groups: [{ name: "base", test: BASE }] },
      },
    },
  },
});

function proxyTo(target: string) {
  return Object.fromEntries(
    ["/graphql", "/api", "/oauth", "/hsds"].map((path) => [path, { target, ws: path === "/graphql" }]),
  );
}
