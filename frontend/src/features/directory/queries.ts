import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { ContactPointsDocument, FindServicesDocument, HelplinesDocument, OfferDocument } from "@/gql/public/graphql";
import { filterOf, type Search } from "./search";

const PAGE_SIZE = 20;

/** Services for a search, page after page. The key lives in memory and dies with it. */
export function useServices(search: Search, lang: string) {
  return useInfiniteQuery({
    queryKey: ["services", search, lang],
    queryFn: ({ pageParam, signal }) =>
      request(
        FindServicesDocument,
        {
          filter: filterOf(search, new Date()),
          orderBy: search.order,
          first: PAGE_SIZE,
          after: pageParam,
          lang,
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ services: { pageInfo } }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    placeholderData: keepPreviousData,
  });
}

export function useOffer(id: string) {
  return useQuery({ queryKey: ["offer", id], queryFn: ({ signal }) => request(OfferDocument, { id }, { signal }) });
}

/** All helplines; asked anew each minute, because "answers now" changes. */
export function useHelplines() {
  return useQuery({
    queryKey: ["helplines"],
    queryFn: ({ signal }) => request(HelplinesDocument, {}, { signal }),
    refetchInterval: 60_000,
  });
}

export function useContactPoints() {
  return useQuery({
    queryKey: ["contact-points"],
    queryFn: ({ signal }) => request(ContactPointsDocument, {}, { signal }),
  });
}
