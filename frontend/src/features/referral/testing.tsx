import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { VoiceProvider } from "@/i18n";
import { translator } from "@/i18n/intern";

/* What component tests of this feature stand on: the real catalogue, a real router, a server made of answers. */

/** Answers by the name of the operation; whatever is asked beside them fails the test. */
export type Answers = Readonly<Record<string, (variables: Record<string, unknown>) => unknown>>;

/** Stubs the server; returns the operations that were asked, in their order. */
export function serve(answers: Answers): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const { operationName = path, variables = {} } = init.body
      ? (JSON.parse(String(init.body)) as { operationName?: string; variables?: Record<string, unknown> })
      : {};
    asked.push(operationName);
    const answer = answers[operationName];
    if (!answer) return Promise.reject(new Error(`nobody answers ${operationName}`));
    const body = JSON.stringify(init.body ? { data: answer(variables) } : answer(variables));
    return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
  });
  return asked;
}

/** Draws a page in German. */
export async function show(page: ReactNode) {
  await translator.need("today", "login", "lock", "keys", "referral", "write", "worry");
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute({ component: () => page });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ["/"] }) });
  await router.load();
  return render(
    <QueryClientProvider client={client}>
      <VoiceProvider translator={translator}>
        <RouterProvider router={router as never} />
      </VoiceProvider>
    </QueryClientProvider>,
  );
}
