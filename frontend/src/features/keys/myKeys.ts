import { useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { MyKeysDocument } from "@/gql/referral/graphql";

export const MY_KEYS = ["my-keys"] as const;

/** What the server keeps for this person: a vault and grants, both sealed. */
export function useMyKeys() {
  return useQuery({
    queryKey: MY_KEYS,
    queryFn: ({ signal }) => request(MyKeysDocument, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
