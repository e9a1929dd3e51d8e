import "@/styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "@/api/query-client";
import { callAs } from "@/api/request";
import { renewSession } from "@/api/session";
import { markDocument, preferredLanguage, VoiceProvider } from "@/i18n";
import { translator } from "@/i18n/intern";
import { InternFailure } from "./InternFailure";
import { routeTree } from "./routeTree.gen";

callAs({ credentials: "same-origin", renew: renewSession });

const queryClient = createQueryClient();
const router = createRouter({
  routeTree,
  context: { translator },
  defaultErrorComponent: InternFailure,
  defaultPreload: false,
  scrollRestoration: false,
  defaultPendingMs: 300,
});

async function start(): Promise<void> {
  const asked = new URLSearchParams(window.location.search).get("sprache");
  const language = preferredLanguage(asked, navigator.languages);
  // Without the words of that language German is spoken, which is in the entry itself.
  await translator.speak(language).catch(() => undefined);
  markDocument(translator.language);
  await router.load();
  const root = document.getElementById("root");
  if (!root) throw new Error("intern.html has no #root");
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
