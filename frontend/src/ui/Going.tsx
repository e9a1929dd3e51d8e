import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { T } from "@/i18n";

const LATE_AFTER_MS = 300;

/** Says that the next page is on its way, where that takes longer than a blink. */
export function Going() {
  const going = useRouterState({ select: ({ status }) => status === "pending" });
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!going) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [going]);
  return (
    <p role="status" className={late ? "sn-going" : "kern-sr-only"}>
      {late && <T id="core.state.loading" />}
    </p>
  );
}
