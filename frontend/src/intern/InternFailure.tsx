import { type ErrorComponentProps, rootRouteId, useMatch } from "@tanstack/react-router";
import { HelplineBar } from "@/features/shell/HelplineBar";
import { InternHeader } from "@/features/shell/InternHeader";
import { Notices } from "@/features/shell/Notices";
import { PageFailure } from "@/features/shell/PageFailure";

/** Routes that draw the frame themselves, so that without them there is none. */
const FRAMES: readonly string[] = [rootRouteId, "/intern/_signedIn", "/intern/anmelden"];

/** A page for professionals that could not be drawn: the frame stays, and is put up where it is missing too. */
export function InternFailure({ error }: ErrorComponentProps) {
  const framed = useMatch({ strict: false, select: ({ routeId }) => !FRAMES.includes(routeId ?? "") });
  const failure = <PageFailure error={error} />;
  if (framed) return failure;
  return (
    <>
      <InternHeader person={null} nav={[]} />
      <HelplineBar />
      <Notices />
      <main id="inhalt" className="sn-main sn-wrap" tabIndex={-1}>
        {failure}
      </main>
    </>
  );
}
