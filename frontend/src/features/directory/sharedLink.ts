import { CHANNELS, NOTHING_CHOSEN, rememberSearch, type Search, SPOKEN } from "./search";

/** The part of a shared link after `#`; the browser never sends it to a server. */
export function shareHash(search: Search): string {
  const values = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== NOTHING_CHOSEN[key as keyof Search]) values.set(key, String(value));
  }
  return values.toString();
}

/** Reads a shared link; anything unknown or malformed is left out. */
export function searchOfHash(hash: string): Search | null {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  if (![...values.keys()].some((key) => key in NOTHING_CHOSEN)) return null;
  const age = Number(values.get("ageMonths"));
  const channel = CHANNELS.find((known) => known === values.get("channel"));
  const district = values.get("district");
  return {
    text: (values.get("text") ?? "").slice(0, 200),
    place: (values.get("place") ?? "").slice(0, 100),
    ageMonths: values.has("ageMonths") && Number.isInteger(age) && age >= 0 && age < 1200 ? age : null,
    district: district && /^\d{5}$/.test(district) ? district : null,
    language: SPOKEN.find((known) => known === values.get("language")) ?? null,
    channel: channel ?? null,
    openNow: values.get("openNow") === "true",
    free: values.get("free") === "true",
    anonymous: values.get("anonymous") === "true",
    accessible: values.get("accessible") === "true",
    order: values.get("order") === "NAME" ? "NAME" : "RELEVANCE",
  };
}

/** A shared link is read once on arrival, and its values are taken off the address at once. */
export function takeSharedLink(): void {
  const shared = searchOfHash(window.location.hash);
  if (shared) rememberSearch(shared);
  window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
}
