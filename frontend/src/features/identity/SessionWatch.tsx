import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { callAs } from "@/api/request";
import { renewSession } from "@/api/session";
import { ring } from "@/features/keys/ring";
import { T, useVoice } from "@/i18n";
import { formatClock } from "@/shared/time";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { type Phase, phaseOf, renewalIsDue } from "./clock";
import { SignInForm } from "./SignInForm";
import { VIEWER_KEY, type Viewer } from "./viewer";

const LOOK_EVERY_MS = 5000;

/** Keeps a session in use alive, warns two minutes before it ends, and lets people sign in again where they are. */
export function SessionWatch({ viewer }: { viewer: Viewer }) {
  const { t, language } = useVoice();
  const client = useQueryClient();
  const phase = usePhase(viewer.sessionEndsAt);
  const [lost, setLost] = useState(false);
  const ended = lost || phase === "ended";
  useEffect(() => {
    if (ended) ring.lock("session_ended");
  }, [ended]);
  useEffect(() => {
    callAs({ onUnauthenticated: () => setLost(true) });
    return () => callAs({ onUnauthenticated: null });
  }, []);
  const refresh = () => {
    setLost(false);
    void client.invalidateQueries();
  };
  const stay = async () => {
    if (await renewSession()) await client.invalidateQueries({ queryKey: VIEWER_KEY });
    else setLost(true);
  };
  return (
    <>
      <Dialog
        open={phase === "warning" && !ended}
        title={t("core.session.warning")}
        closeLabel={t("core.session.stay")}
        onClose={() => void stay()}
      >
        <p>
          <T id="core.session.warningText" values={{ time: formatClock(viewer.sessionEndsAt, language) }} />
        </p>
      </Dialog>
      <Dialog open={ended} title={t("core.session.ended")} modal="forced">
        <p>
          <T id="core.session.endedText" />
        </p>
        <SignInForm onDone={refresh} />
        <Button look="tertiary" onClick={() => window.location.assign("/")}>
          <T id="core.session.leave" />
        </Button>
      </Dialog>
    </>
  );
}

/** The phase by the wall clock; a session somebody works in is renewed on the way. */
function usePhase(sessionEndsAt: string): Phase {
  const client = useQueryClient();
  const endsAt = Date.parse(sessionEndsAt);
  const [phase, setPhase] = useState<Phase>(() => phaseOf(Date.now(), endsAt));
  const times = useRef({ renewed: Date.now(), input: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new end means that the session was renewed
  useEffect(() => {
    times.current.renewed = Date.now();
  }, [endsAt]);
  useEffect(() => {
    const used = () => {
      times.current.input = Date.now();
    };
    const look = async () => {
      const now = Date.now();
      setPhase(phaseOf(now, endsAt));
      const { renewed, input } = times.current;
      if (phaseOf(now, endsAt) !== "fine" || !renewalIsDue(now, renewed, input)) return;
      times.current.renewed = now;
      if (await renewSession().catch(() => false)) await client.invalidateQueries({ queryKey: VIEWER_KEY });
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    void look();
    for (const event of ["keydown", "pointerdown"] as const) window.addEventListener(event, used);
    return () => {
      clearInterval(timer);
      for (const event of ["keydown", "pointerdown"] as const) window.removeEventListener(event, used);
    };
  }, [endsAt, client]);
  return phase;
}
