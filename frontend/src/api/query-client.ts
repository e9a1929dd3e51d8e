import { QueryClient } from "@tanstack/react-query";
import { dropOnLeave } from "@/shared/leave";
import { ApiError } from "./errors";

/** Queries ask twice more when there is hope; mutations never by themselves. Leaving empties everything. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: "always",
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.retryable,
        retryDelay: (attempt, error) =>
          error instanceof ApiError && error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : 400 * 2 ** attempt,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  dropOnLeave(() => client.clear());
  return client;
}
