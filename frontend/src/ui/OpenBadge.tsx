import { T } from "@/i18n";
import { Content, type LocalizedText } from "./Content";

export interface Opening {
  readonly state: "OPEN" | "CLOSED" | "UNKNOWN";
  readonly text: LocalizedText;
  readonly stale: boolean;
}

const LOOK = {
  OPEN: "sn-open sn-open--open",
  CLOSED: "sn-open sn-open--closed",
  UNKNOWN: "sn-open sn-open--unknown",
} as const;

/** Whether somebody answers now, in the server's sentence; the mark repeats it in shape as well as in colour. */
export function OpenBadge({ opening }: { opening: Opening }) {
  return (
    <p className={LOOK[opening.state]}>
      <span className="sn-open__mark" aria-hidden="true" />
      <span>
        <Content of={opening.text} />
        {opening.stale && (
          <span className="sn-muted">
            {" "}
            (<T id="core.stale" />)
          </span>
        )}
      </span>
    </p>
  );
}
