import { useRef, useState } from "react";

/** Runs an act and says whether it is at work; what is pressed meanwhile is dropped, so that nothing is sent twice. */
export function useOneAtATime(): [busy: boolean, run: (act: () => unknown) => Promise<void>] {
  const working = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = async (act: () => unknown) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  return [busy, run];
}
