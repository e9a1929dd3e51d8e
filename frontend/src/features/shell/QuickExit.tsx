import { useLayoutEffect, useState } from "react";
import { T, useVoice } from "@/i18n";
import { type Exit, leaveNow, shiftCounter } from "@/shared/leave";
import { useSettings } from "./settings";

/** First in the page and always in sight: a plain link without script, a door that closes behind you with it. */
export function QuickExit() {
  const { t } = useVoice();
  const { exitUrl } = useSettings();
  const title = t("core.exit.title");
  // one counter for the life of the page: settings that arrive between two presses must not forget the first
  const [pressed] = useState(shiftCounter);
  // before the first paint: whoever sees the page can leave it
  useLayoutEffect(() => {
    const exit: Exit = { url: exitUrl, title };
    const onKey = (event: KeyboardEvent) => {
      if (pressed(event)) leaveNow(exit);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [exitUrl, title, pressed]);
  return (
    <section className="sn-exit" aria-label={t("core.exit.label")}>
      <div className="sn-wrap sn-exit__inner">
        <a
          className="sn-exit__button"
          href={exitUrl}
          rel="noreferrer nofollow"
          onClick={(event) => {
            event.preventDefault();
            leaveNow({ url: exitUrl, title });
          }}
        >
          <span className="sn-exit__long">
            <T id="core.exit.button" />
          </span>
          <span className="sn-exit__short">
            <T id="core.exit.short" />
          </span>
        </a>
        <span className="sn-exit__hint">
          <T id="core.exit.hint" />
        </span>
      </div>
    </section>
  );
}
