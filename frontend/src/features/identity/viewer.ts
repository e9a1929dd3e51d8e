import { useQuery } from "@tanstack/react-query";
import { request } from "@/api/request";
import { renewSession } from "@/api/session";
import { ViewerDocument, type ViewerQuery } from "@/gql/intern/graphql";

export type Viewer = NonNullable<ViewerQuery["viewer"]>;

export const VIEWER_KEY = ["viewer"] as const;

/** Who is signed in; null without a session. An access token that ran out is renewed once. */
async function readViewer(signal: AbortSignal): Promise<Viewer | null> {
  const { viewer } = await request(ViewerDocument, {}, { signal });
  if (viewer) return viewer;
  if (!(await renewSession())) return null;
  return (await request(ViewerDocument, {}, { signal })).viewer ?? null;
}

export function useViewer() {
  return useQuery({ queryKey: VIEWER_KEY, queryFn: ({ signal }) => readViewer(signal), staleTime: 60_000 });
}
