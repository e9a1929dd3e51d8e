import { useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { KeyHealthDocument, OwnReceivingDocument } from "@/gql/referral/graphql";

export const KEY_HEALTH = ["key-health"] as const;

/** How the organisation's keys stand, and who belongs to it. */
export function useKeyHealth() {
  return useQuery({ queryKey: KEY_HEALTH, queryFn: ({ signal }) => request(KeyHealthDocument, {}, { signal }) });
}

/** Whether the organisation only sends: no key makes it a receiver, because it was granted no kind to receive. */
export function useSendsOnly(organisation: string | undefined) {
  return useQuery({
    queryKey: ["sends-only", organisation],
    queryFn: async ({ signal }) => {
      const { destination } = await request(OwnReceivingDocument, { id: organisation ?? "" }, { signal });
      return destination?.reason === "NOT_GRANTED";
    },
    enabled: organisation !== undefined,
  });
}
