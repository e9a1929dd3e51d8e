import { useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { KeyHealthDocument } from "@/gql/referral/graphql";

export const KEY_HEALTH = ["key-health"] as const;

/** How the organisation's keys stand, and who belongs to it. */
export function useKeyHealth() {
  return useQuery({ queryKey: KEY_HEALTH, queryFn: ({ signal }) => request(KeyHealthDocument, {}, { signal }) });
}
