/** A file of the program that did not come: the line was cut, or a release has replaced it. */
export class PartMissing extends Error {
  override readonly name = "PartMissing";
}

/** What every dynamic import of a build fails with. The router would reload by itself on the browser's own error. */
export function missing(cause: unknown): never {
  throw new PartMissing("a part of the page did not come", { cause });
}

/** Fetches what an import will need, so that the import itself cannot fail for want of it. */
export const bring = (files: readonly string[]): Promise<unknown> =>
  Promise.all(files.map((file) => fetch(`/${file}`).then(({ ok }) => ok || missing(file))));

/** Whether the server answers, and whether it still has the files of the document that is open. */
export type Release = "away" | "replaced" | "here";

/** Asks for the entry of this document: its name changes with every release that changes any part. */
export async function askRelease(): Promise<Release> {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "/";
  try {
    const { ok, status } = await fetch(entry, { method: "HEAD", cache: "no-store", credentials: "omit" });
    if (ok) return "here";
    return status === 404 ? "replaced" : "away";
  } catch {
    return "away";
  }
}

const YOUNG_MS = 60_000;

/** Whether this document was loaded anew a moment ago: doing so once more would hardly help. */
export function justReloaded(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return (navigation as PerformanceNavigationTiming | undefined)?.type === "reload" && performance.now() < YOUNG_MS;
}

const losses = new Set<() => boolean>();

/** Registers what loading the document again would lose, such as unsaved text or an open lock. Returns the way back. */
export function losesOnReload(loses: () => boolean): () => void {
  losses.add(loses);
  return () => losses.delete(loses);
}

/** Whether loading the document again would lose anything now. */
export const reloadLoses = (): boolean => [...losses].some((loses) => loses());
