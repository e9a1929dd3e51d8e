import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Away } from "./Away";

export interface StatedBy {
  readonly title?: string | null;
  readonly url?: string | null;
  readonly date?: string | null;
}

/** A date as its source gives it; only full days are put into words. */
export function useSourceDate(): (date: string) => string {
  const { language } = useVoice();
  return (date) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDay(date, language) : date);
}

/** Who states something, and as of when. */
export function Source({ of }: { of: StatedBy }) {
  const asText = useSourceDate();
  const name = of.title ?? of.url?.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/i, "$1");
  return (
    <span className="sn-muted">
      <T id="core.source" />: {of.url ? <Away href={of.url}>{name}</Away> : name}
      {of.date && (
        <>
          {", "}
          <T id="core.asOf" values={{ date: asText(of.date) }} />
        </>
      )}
    </span>
  );
}
