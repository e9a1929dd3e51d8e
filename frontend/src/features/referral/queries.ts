import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { readFragment } from "@/gql/referral/fragment-masking";
import {
  type Case_ReferralFragment,
  Case_ReferralFragmentDoc,
  CaseByIdDocument,
  DestinationByIdDocument,
  type DestinationCard_DestinationFragment,
  DestinationCard_DestinationFragmentDoc,
  DestinationsDocument,
  type ReferralBox,
  ReferralDraftsDocument,
  type ReferralFilter,
  type ReferralKind,
  type ReferralRow_ReferralFragment,
  ReferralRow_ReferralFragmentDoc,
  ReferralsDocument,
  type ReferralsQuery,
} from "@/gql/referral/graphql";

export type Row = ReferralRow_ReferralFragment;
export type Case = Case_ReferralFragment;
export type Destination = DestinationCard_DestinationFragment;

/** Whether a body can be written to here, by the kind of sheet. */
export const takes = ({ kinds }: Pick<Destination, "kinds">, kind: ReferralKind): boolean => kinds.includes(kind);

/** How often inbox and outbox look for news, in milliseconds. */
export const POLL_MS = 30_000;
const PAGE_SIZE = 50;

const pageOf = ({ referrals }: ReferralsQuery) => ({
  ...referrals,
  rows: referrals.nodes.map((node) => readFragment(ReferralRow_ReferralFragmentDoc, node)),
});

/** A box page after page, in its usual order: the inbox by urgency and deadline, the outbox newest first. On a failure the old list stays, with the time it was read at. */
export function useReferrals(box: Exclude<ReferralBox, "DRAFTS">, filter: ReferralFilter) {
  return useInfiniteQuery({
    queryKey: ["referrals", box, filter],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { box, filter, first: PAGE_SIZE, after: pageParam };
      return pageOf(await request(ReferralsDocument, variables, { signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    refetchInterval: POLL_MS,
    // Whoever comes back to a box wants to see what was sent or came meanwhile.
    staleTime: 0,
    // Another filter keeps the list in sight; another box does not show what is not in it.
    placeholderData: (before, query) => (query?.queryKey[1] === box ? before : undefined),
  });
}

/** How often everything that is kept is looked through for news, in milliseconds. */
const ALL_MS = 120_000;
const ALL_SIZE = 100;

/** Every case that this person sees, at both ends: what a message came for may be anywhere in a box. */
export function useAllReferrals() {
  return useQuery({
    queryKey: ["referrals", "ALL"],
    queryFn: async ({ signal }) => [...(await everyPage("INBOX", signal)), ...(await everyPage("OUTBOX", signal))],
    refetchInterval: ALL_MS,
    staleTime: 0,
  });
}

async function everyPage(box: ReferralBox, signal: AbortSignal): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const variables = { box, filter: {}, first: ALL_SIZE, after };
    const page: ReturnType<typeof pageOf> = pageOf(await request(ReferralsDocument, variables, { signal }));
    rows.push(...page.rows);
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return rows;
}

/** Own drafts; only their author can open them. */
export function useDrafts() {
  return useQuery({
    queryKey: ["referral-drafts"],
    queryFn: async ({ signal }) => (await request(ReferralDraftsDocument, {}, { signal })).referralDrafts,
    gcTime: 0,
  });
}

export const caseKey = (id: string) => ["referral", id] as const;

/** Head and state of a case; null when there is none for this person. It holds no text of anybody. */
export function useCase(id: string) {
  return useQuery({
    queryKey: caseKey(id),
    queryFn: async ({ signal }) => {
      const { referral } = await request(CaseByIdDocument, { id }, { signal });
      return referral ? readFragment(Case_ReferralFragmentDoc, referral) : null;
    },
    refetchInterval: POLL_MS,
    gcTime: 0,
  });
}

/** Who can be written to; those that cannot receive are listed too, because the wizard says so first. */
export function useDestinations(kind: ReferralKind, text: string) {
  return useQuery({
    queryKey: ["destinations", kind, text],
    queryFn: async ({ signal }) => {
      const { destinations } = await request(
        DestinationsDocument,
        { kind, text: text || null, first: PAGE_SIZE },
        { signal },
      );
      return destinations.map((found) => readFragment(DestinationCard_DestinationFragmentDoc, found));
    },
    placeholderData: keepPreviousData,
  });
}

export function useDestination(id: string | null) {
  return useQuery({
    queryKey: ["destination", id],
    queryFn: async ({ signal }) => {
      const { destination } = await request(DestinationByIdDocument, { id: id ?? "" }, { signal });
      return destination ? readFragment(DestinationCard_DestinationFragmentDoc, destination) : null;
    },
    enabled: id !== null,
  });
}
