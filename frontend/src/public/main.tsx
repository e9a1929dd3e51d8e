import "@/styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "@/api/query-client";
import { callAs } from "@/api/request";
import { markDocument, preferredLanguage, VoiceProvider } from "@/i18n";
import { translator } from "@/i18n/public";
import { PublicFailure } from "./PublicFailure";
import { routeTree } from "./routeTree.gen";

callAs({ credentials: "omit" });

const queryClient = createQueryClient();
const router = createRouter({
  routeTree,
  context: { translator },
  defaultErrorComponent: PublicFailure,
  defaultPreload: false,
  scrollRestoration: false,
  defaultPendingMs: 300,
});

/** The plain numbers of `index.html` stay in sight until the page that replaces them is whole. */
async function start(): Promise<void> {
  const asked = new URLSearchParams(window.location.search).get("sprache");
  const language = preferredLanguage(asked, navigator.languages);
  // Without the words of that language German is spoken, which is in the entry itself.
  await translator.speak(language).catch(() => undefined);
  markDocument(translator.language);
  await router.load();
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <VoiceProvider translator={translator}>
          <RouterProvider router={router} />
        </VoiceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
