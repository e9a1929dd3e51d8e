import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "@/api/request";
import { readFragment } from "@/gql/intern/fragment-masking";
import {
  type EntryForm_ServiceFragment,
  EntryForm_ServiceFragmentDoc,
  EntryToEditDocument,
  MyEntriesDocument,
  type ServicePatch,
  UpdateServiceDocument,
  type UpdateServiceErrorCode,
} from "@/gql/intern/graphql";

export type Entry = EntryForm_ServiceFragment;

const PAGE_SIZE = 50;
const MY_ENTRIES = ["my-entries"] as const;

/** The services the viewer may edit, page after page. */
export function useMyEntries() {
  return useInfiniteQuery({
    queryKey: MY_ENTRIES,
    queryFn: ({ pageParam, signal }) => request(MyEntriesDocument, { first: PAGE_SIZE, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ myEntries: { pageInfo } }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
  });
}

/** One entry as the form needs it, also a closed one; null when there is none or it may not be edited. */
export function useEntry(id: string) {
  return useQuery({
    queryKey: ["entry", id],
    queryFn: async ({ signal }) => {
      const { myEntry } = await request(EntryToEditDocument, { id }, { signal });
      return myEntry ? readFragment(EntryForm_ServiceFragmentDoc, myEntry) : null;
    },
    // A form must not be filled anew under the hands of the person who types.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** A refusal in a form the screen can switch on. */
export interface Refusal {
  readonly code: UpdateServiceErrorCode;
  /** Path to the input field; empty where it is about none. */
  readonly field: readonly string[];
  readonly message: string;
  /** The entry as it is stored now, for a conflict. */
  readonly current: Entry | null;
}

export type Saved = { readonly entry: Entry } | { readonly refusals: readonly Refusal[] };

interface Save {
  readonly id: string;
  readonly expectedVersion: number;
  readonly patch: ServicePatch;
  /** The same for a repeated try, so that a cut line cannot save twice. */
  readonly idempotencyKey: string;
}

export function useSaveEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ idempotencyKey, ...variables }: Save): Promise<Saved> => {
      const { updateService } = await request(UpdateServiceDocument, variables, { idempotencyKey });
      if (updateService.service && updateService.userErrors.length === 0) {
        return { entry: readFragment(EntryForm_ServiceFragmentDoc, updateService.service) };
      }
      return {
        refusals: updateService.userErrors.map(({ code, field, message, current }) => ({
          code,
          field: field ?? [],
          message,
          current: current ? readFragment(EntryForm_ServiceFragmentDoc, current) : null,
        })),
      };
    },
    onSuccess: () => client.invalidateQueries({ queryKey: MY_ENTRIES }),
  });
}
