import { useEffect, useState } from "react";
import { T } from "@/i18n";

const SLOW_AFTER_MS = 5000;

/** The shape of what is coming; after five seconds it says that it is still coming. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="sn-skeleton">
      <p role="status" className={slow ? "sn-muted" : "kern-sr-only"}>
        <T id={slow ? "core.state.slow" : "core.state.loading"} />
      </p>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
          <div className="sn-skeleton__card" key={index}>
            <span className="sn-skeleton__line sn-skeleton__line--short" />
            <span className="sn-skeleton__line" />
            <span className="sn-skeleton__line sn-skeleton__line--middle" />
          </div>
        ))}
      </div>
    </div>
  );
}
