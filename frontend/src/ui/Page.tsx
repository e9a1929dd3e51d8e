import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  /** Names the function of the page, never the trouble: it stays in the history of the browser. */
  title: string;
  heading: ReactNode;
  lead?: ReactNode;
  /** Reading width (`text`) or the whole (`wide`). */
  width?: "text" | "wide";
  children: ReactNode;
}

let firstPage = true;

/** One `h1` per page; after a change of page it takes the focus, so that a screen reader begins there. */
export function Page({ title, heading, lead, width = "text", children }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!firstPage) {
      window.scrollTo(0, 0);
      ref.current?.focus({ preventScroll: true });
    }
    firstPage = false;
  }, []);
  return (
    <div className={width === "text" ? "sn-page sn-page--text" : "sn-page"}>
      <div className="sn-page__head">
        <h1 ref={ref} tabIndex={-1}>
          {heading}
        </h1>
        {lead && <p className="sn-lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
