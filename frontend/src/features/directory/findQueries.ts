import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { FindServicesDocument, type FindServicesQuery } from "@/gql/find/graphql";
import { filterOf, type Search } from "./search";

/** One hit. */
export type FoundEdge = FindServicesQuery["services"]["edges"][number];

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
