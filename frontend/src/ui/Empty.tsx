import type { ReactNode } from "react";

/** Nothing there: what was looked for, and the next step. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="sn-empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
