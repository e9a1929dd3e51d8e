import { T } from "@/i18n";
import { type StatedBy, useSourceDate } from "./Sources";

export interface Trust {
  readonly freshness: "CONFIRMED" | "OVERDUE" | "UNCONFIRMED";
  readonly confirmedOn?: string | null;
  readonly sources: readonly StatedBy[];
}

/** How far an entry may be trusted: confirmed on a day, or "not confirmed, as of …" with the newest source's date. */
export function TrustLine({ trust }: { trust: Trust }) {
  const asText = useSourceDate();
  if (trust.confirmedOn) {
    return (
      <p className="sn-muted">
        <T id="core.confirmed" values={{ date: asText(trust.confirmedOn) }} />
      </p>
    );
  }
  const date = newest(trust.sources);
  return (
    <p className="sn-muted">
      {date ? <T id="core.unconfirmed" values={{ date: asText(date) }} /> : <T id="core.unconfirmedUndated" />}
    </p>
  );
}

function newest(sources: readonly StatedBy[]): string | undefined {
  return sources
    .map((source) => source.date)
    .filter((date): date is string => Boolean(date))
    .sort()
    .at(-1);
}
