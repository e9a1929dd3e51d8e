import { type ErrorComponentProps, rootRouteId, useMatch } from "@tanstack/react-router";
import { PageFailure } from "@/features/shell/PageFailure";
import { PublicShell } from "@/features/shell/PublicShell";

/** A page for help seekers that could not be drawn: the frame stays, and is put up where it is missing too. */
export function PublicFailure({ error }: ErrorComponentProps) {
  const framed = useMatch({ strict: false, select: ({ routeId }) => routeId !== rootRouteId });
  const failure = <PageFailure error={error} />;
  return framed ? failure : <PublicShell>{failure}</PublicShell>;
}
