import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { dropOnLeave } from "@/shared/leave";
import { losesOnReload } from "@/shared/release";

interface Loss {
  /** The question, in words. */
  readonly words: string;
  /** Whether another page of this document would lose what was typed. */
  readonly onGoing: () => boolean;
  /** Whether closing or reloading this one would; as `onGoing` where it is not said. */
  readonly onClosing?: () => boolean;
}

/** Asks before what was typed is lost: by a link, by the browser's "back", by closing. Quick exit asks nothing. */
export function useAskBeforeLoss({ words, onGoing, onClosing = onGoing }: Loss): void {
  const left = useRef(false);
  useEffect(
    () =>
      dropOnLeave(() => {
        left.current = true;
      }),
    [],
  );
  useEffect(() => {
    const loses = () => !left.current && onClosing();
    const ask = (event: BeforeUnloadEvent) => {
      if (loses()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    const forget = losesOnReload(loses);
    return () => {
      window.removeEventListener("beforeunload", ask);
      forget();
    };
  }, [onClosing]);
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !left.current && onGoing() && !window.confirm(words),
  });
}
