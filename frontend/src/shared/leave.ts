/** What is shown, and where the browser goes, when somebody has to be gone at once. */
export interface Exit {
  /** The operator's setting `exitUrl`. */
  readonly url: string;
  /** A title that says nothing about this site. */
  readonly title: string;
}

/** Used until the operator's settings have arrived; the same address stands in `index.html`. */
export const DEFAULT_EXIT: Exit = { url: "https://www.wetter.de/", title: "Wetter" };

const dropped = new Set<() => void>();

/** Registers memory that must be gone before the browser leaves: queries, form fields, keys. Returns the way back. */
export function dropOnLeave(drop: () => void): () => void {
  dropped.add(drop);
  return () => dropped.delete(drop);
}

/**
 * Blanks the page, drops what is in memory and replaces the history entry, so that "back" does not return here.
 * In this order: the eye first, the memory second, the network last.
 */
export function leaveNow(
  exit: Exit = DEFAULT_EXIT,
  go: (url: string) => void = (url) => window.location.replace(url),
): void {
  document.documentElement.classList.add("sn-blank");
  document.title = exit.title;
  for (const drop of dropped) {
    try {
      drop();
    } catch {
      // A store that cannot be emptied must not keep the person here.
    }
  }
  sessionStorage.clear();
  go(exit.url);
}

const PRESSES = 3;
const WITHIN_MS = 5000;

/**
 * Counts presses of Shift: three within five seconds mean "leave". Any other key starts anew and a held key counts
 * once. Not Escape, which dialogs and browsers use.
 */
export function shiftCounter(): (event: { key: string; repeat: boolean; timeStamp: number }) => boolean {
  let presses: number[] = [];
  return ({ key, repeat, timeStamp }) => {
    if (key !== "Shift") {
      presses = [];
      return false;
    }
    if (repeat) return false;
    presses = [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp];
    return presses.length >= PRESSES;
  };
}
