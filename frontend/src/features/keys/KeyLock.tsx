import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Viewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { PageLink } from "@/ui/PageLink";
import { Lock } from "./Lock";
import { useMyKeys } from "./myKeys";
import { isOpen, ring, useKeyRing } from "./ring";
import { remaining, standingOf } from "./standing";
import { UnlockDialog } from "./UnlockDialog";

const SECOND_MS = 1000;
/** Input tells the ring at most this often: it is a sign of life, not a log of keys. */
const TOUCH_EVERY_MS = 3000;

/** The lock in the header: its state, the time left, and the way to open or close it. */
export function KeyLock({ viewer }: { viewer: Viewer }) {
  const { t } = useVoice();
  const snapshot = useKeyRing();
  const [asking, setAsking] = useState(false);
  const known = useStanding();
  useSignsOfLife();
  useForgetting();
  if (!known) return null;
  if (snapshot.state === "none") {
    return (
      <PageLink page="keySetup" className="sn-lock">
        <Lock open={false} />
        <T id="lock.none" />
      </PageLink>
    );
  }
  if (isOpen(snapshot) && snapshot.locksAt !== null) {
    return (
      <span className="sn-lock">
        <Lock open />
        <span>
          <T id="lock.open" /> <Countdown until={snapshot.locksAt} />
        </span>
        <Button look="tertiary" onClick={() => ring.lock("person")}>
          <T id="lock.close" />
        </Button>
        {snapshot.closing && (
          <span role="status" className="sn-lock__notice">
            <T id="lock.closing" />{" "}
            <Button look="secondary" onClick={() => ring.touch()}>
              <T id="lock.keepOpen" />
            </Button>
          </span>
        )}
      </span>
    );
  }
  return (
    <span className="sn-lock">
      <Lock open={false} />
      <T
        id={
          snapshot.state === "pending_grant"
            ? "lock.pending"
            : snapshot.state === "broken"
              ? "lock.broken"
              : "lock.locked"
        }
      />
      {snapshot.state !== "broken" && (
        <Button look="secondary" onClick={() => setAsking(true)} aria-label={t("lock.unlockLong")}>
          <T id="lock.unlock" />
        </Button>
      )}
      <UnlockDialog open={asking} organisation={viewer.organisation.id} onClose={() => setAsking(false)} />
    </span>
  );
}

function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return <bdi>{remaining(until, now)}</bdi>;
}

/** Tells the ring what the server keeps, which decides what a ring without open keys is; says whether it is known. */
function useStanding(): boolean {
  const { data } = useMyKeys();
  useEffect(() => {
    if (data && !isOpen(ring.snapshot)) ring.setStanding(standingOf(data));
  }, [data]);
  return data !== undefined;
}

/** Keys and pointers keep the ring open; waking up compares time stamps, because timers sleep too. */
function useSignsOfLife() {
  useEffect(() => {
    let last = 0;
    const alive = (event: Event) => {
      if (event.timeStamp - last < TOUCH_EVERY_MS) return;
      last = event.timeStamp;
      ring.touch();
    };
    const wake = () => ring.wake();
    for (const name of ["keydown", "pointerdown"] as const) window.addEventListener(name, alive);
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("pageshow", wake);
    return () => {
      for (const name of ["keydown", "pointerdown"] as const) window.removeEventListener(name, alive);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("pageshow", wake);
    };
  }, []);
}

/** Once the keys are gone, so is every text of a person. */
function useForgetting() {
  const client = useQueryClient();
  useEffect(() => ring.onLock(() => client.removeQueries({ queryKey: ["case"] })), [client]);
}
