import { createFileRoute, Navigate, Outlet } from "@tanstack/react-router";
import { SessionWatch } from "@/features/identity/SessionWatch";
import { useViewer, type Viewer } from "@/features/identity/viewer";
import { KeyLock } from "@/features/keys/KeyLock";
import { exchanges, usesKeys } from "@/features/keys/standing";
import { HelplineBar } from "@/features/shell/HelplineBar";
import { InternHeader } from "@/features/shell/InternHeader";
import { Notices } from "@/features/shell/Notices";
import { type MessageId, useVoice } from "@/i18n";
import { type PageKey, pages } from "@/shared/pages";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";

export const Route = createFileRoute("/intern/_signedIn")({
  loader: ({ context }) => context.translator.need("login", "lock"),
  component: SignedIn,
});

type Entry = { page: PageKey; id: MessageId };

const TODAY: Entry = { page: "today", id: "core.nav.today" };
const REFERRALS: Entry = { page: "referrals", id: "core.nav.referrals" };
const ENTRIES: Entry = { page: "entries", id: "core.nav.entries" };
const KEYS: Entry = { page: "keys", id: "core.nav.keys" };

/** Where somebody with these permissions has something to do. */
function navOf(can: Viewer["can"]): Entry[] {
  return [
    TODAY,
    ...(exchanges(can) ? [REFERRALS] : []),
    ...(can.includes("EDIT_DIRECTORY") ? [ENTRIES] : []),
    ...(usesKeys(can) ? [KEYS] : []),
  ];
}

/** The frame of every page behind the log-in: who is here, where to go, how long the session lasts. */
function SignedIn() {
  const { t } = useVoice();
  const { data: viewer, error, refetch } = useViewer();
  if (viewer === null) return <Navigate to={pages.login.path} />;
  return (
    <>
      <InternHeader
        person={viewer?.displayName ?? null}
        nav={viewer ? navOf(viewer.can) : []}
        lock={viewer && usesKeys(viewer.can) ? <KeyLock viewer={viewer} /> : null}
      />
      <HelplineBar />
      <Notices />
      <main id="inhalt" className="sn-main sn-wrap" tabIndex={-1}>
        {viewer ? (
          <Outlet />
        ) : error ? (
          <>
            <h1 className="kern-sr-only">{t("core.title.today")}</h1>
            <Failure error={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <>
            <h1 className="kern-sr-only">{t("core.title.today")}</h1>
            <Skeleton rows={2} />
          </>
        )}
      </main>
      {viewer && <SessionWatch viewer={viewer} />}
    </>
  );
}
