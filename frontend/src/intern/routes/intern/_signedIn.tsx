import { createFileRoute, Navigate, Outlet } from "@tanstack/react-router";
import { SessionWatch } from "@/features/identity/SessionWatch";
import { useViewer } from "@/features/identity/viewer";
import { KeyLock } from "@/features/keys/KeyLock";
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

const NAV: { page: PageKey; id: MessageId }[] = [
  { page: "today", id: "core.nav.today" },
  { page: "referrals", id: "core.nav.referrals" },
  { page: "entries", id: "core.nav.entries" },
];

/** Who may seal or open has a lock in the header. */
const KEYED: readonly string[] = ["SEND_REFERRAL", "RECEIVE_REFERRAL", "MANAGE_KEYS"];

/** The frame of every page behind the log-in: who is here, where to go, how long the session lasts. */
function SignedIn() {
  const { t } = useVoice();
  const { data: viewer, error, refetch } = useViewer();
  if (viewer === null) return <Navigate to={pages.login.path} />;
  return (
    <>
      <InternHeader
        person={viewer?.displayName ?? null}
        nav={NAV}
        lock={viewer?.can.some((permission) => KEYED.includes(permission)) ? <KeyLock viewer={viewer} /> : null}
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
