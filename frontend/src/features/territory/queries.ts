import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import {
  type AnswerInput,
  type PlaceInput,
  PlaceSpellingDocument,
  PlacesDocument,
  ResponsibleDocument,
} from "@/gql/public/graphql";

/** What somebody said about where: a postcode, a name, or a district picked from the list. */
export interface Where {
  readonly words: string;
  readonly place: PlaceInput;
}

/** Five digits are a postcode, everything else is a name. */
export function whereOf(words: string): Where {
  const trimmed = words.trim().replace(/\s+/g, " ");
  return { words: trimmed, place: /^\d{5}$/.test(trimmed) ? { postcode: trimmed } : { placeName: trimmed } };
}

/** Who is responsible, now. Asked only once a place was given; the place lives in memory only. */
export function useResponsible(where: Where | null, answers: readonly AnswerInput[]) {
  return useQuery({
    queryKey: ["responsible", where?.place, answers],
    queryFn: ({ signal }) =>
      request(
        ResponsibleDocument,
        { input: { place: where?.place ?? {}, topic: "CHILD_PROTECTION_REPORT", answers: [...answers] } },
        { signal },
      ),
    enabled: where !== null,
    // An answer to another question about the same place stays in sight; that about another place does not.
    placeholderData: (before, query) => (query?.queryKey[1] === where?.place ? before : undefined),
    staleTime: 60_000,
  });
}

const SHORTEST = 2;

/** Places whose name begins like this. */
export function usePlaces(startsWith: string) {
  return useQuery({
    queryKey: ["places", startsWith],
    queryFn: ({ signal }) => request(PlacesDocument, { startsWith }, { signal }),
    enabled: startsWith.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A place that is written almost like these words; null where none is known. */
export function usePlaceMeant(words: string) {
  return useQuery({
    queryKey: ["place-meant", words],
    queryFn: async ({ signal }) => {
      const { didYouMean } = (await request(PlaceSpellingDocument, { words }, { signal })).services;
      if (!didYouMean) return null;
      // The spelling comes from all words of the directory: only a place answers the question.
      const { places } = await request(PlacesDocument, { startsWith: didYouMean }, { signal });
      return places.length > 0 ? didYouMean : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
