import { useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { ContactPointsDocument, HelplinesDocument, OfferDocument } from "@/gql/public/graphql";

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
