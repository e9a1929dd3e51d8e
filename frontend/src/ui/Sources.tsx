import { T, useVoice } from "@/i18n";
import { formatWritten } from "@/shared/time";
import { Away } from "./Away";
import { German } from "./Content";

export interface StatedBy {
  readonly title?: string | null;
  readonly url?: string | null;
  readonly date?: string | null;
}

/** A date as its source gives it, in words: a day, a month or a year. */
export function useSourceDate(): (date: string) => string {
  const { language } = useVoice();
  return (date) => formatWritten(date, language);
}

/** Who states something, and as of when. */
export function Source({ of }: { of: StatedBy }) {
  const asText = useSourceDate();
  const name = <German>{of.title ?? of.url?.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/i, "$1")}</German>;
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
