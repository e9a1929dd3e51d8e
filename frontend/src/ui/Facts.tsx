import type { ReactNode } from "react";

export interface Fact {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
}

/** A list of terms and what is known about each; unknown is said in words by the caller. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="sn-facts">
      {facts.map((fact) => (
        <div key={fact.key} className="sn-facts__row">
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
