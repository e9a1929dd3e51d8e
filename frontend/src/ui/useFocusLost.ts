import { type RefObject, useEffect, useRef } from "react";

/**
 * Takes the focus to what has appeared, each time `signal` changes to something, where the control that had the focus
 * went away with what it did. Whoever is elsewhere on the page by then stays there.
 */
export function useFocusLost<E extends HTMLElement>(signal: unknown): RefObject<E | null> {
  const ref = useRef<E>(null);
  const before = useRef(signal);
  useEffect(() => {
    const changed = before.current !== signal;
    before.current = signal;
    if (changed && signal && document.activeElement === document.body) ref.current?.focus();
  }, [signal]);
  return ref;
}
