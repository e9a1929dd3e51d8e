import type { Channel, ServiceFilter, ServiceOrder } from "@/gql/find/graphql";
import { dropOnLeave } from "@/shared/leave";

/** What a help seeker has chosen. Lives in memory only: never in the address, the history or a log. */
export interface Search {
  readonly text: string;
  readonly place: string;
  /** Age in months of somebody in the middle of the chosen span. */
  readonly ageMonths: number | null;
  readonly district: string | null;
  readonly language: string | null;
  readonly channel: Exclude<Channel, "ON_CALL"> | null;
  readonly openNow: boolean;
  readonly free: boolean;
  readonly anonymous: boolean;
  readonly accessible: boolean;
  readonly order: Exclude<ServiceOrder, "DISTANCE">;
}

export const NOTHING_CHOSEN: Search = {
  text: "",
  place: "",
  ageMonths: null,
  district: null,
  language: null,
  channel: null,
  openNow: false,
  free: false,
  anonymous: false,
  accessible: false,
  order: "RELEVANCE",
};

/** Whether anything is chosen at all. */
export const isChosen = (search: Search): boolean =>
  Object.entries(NOTHING_CHOSEN).some(([key, value]) => search[key as keyof Search] !== value);

export const AGES = [
  { key: "baby", months: 6 },
  { key: "toddler", months: 24 },
  { key: "kita", months: 54 },
  { key: "primary", months: 96 },
  { key: "tween", months: 144 },
  { key: "teen", months: 192 },
  { key: "adult", months: 228 },
] as const;

export const CHANNELS = ["PHONE", "VISIT", "CHAT", "MAIL"] as const;

/** Languages of the filter; their names come from the browser, in the language of the page. */
export const SPOKEN = ["de", "en", "uk", "ar", "ru", "pl", "tr", "fr", "gsg"] as const;

/** The question to the server; what is not chosen is not asked. `now` is the instant of "open now". */
export function filterOf(search: Search, now: Date): ServiceFilter {
  return {
    ...(search.text ? { text: search.text } : {}),
    ...(/^\d{5}$/.test(search.place) ? { postcode: search.place } : search.place ? { place: search.place } : {}),
    ...(search.ageMonths === null ? {} : { ageMonths: search.ageMonths }),
    ...(search.district ? { district: search.district } : {}),
    ...(search.language ? { languages: [search.language] } : {}),
    ...(search.channel ? { channel: search.channel } : {}),
    ...(search.openNow ? { openAt: now.toISOString() } : {}),
    ...(search.free ? { cost: ["FREE"] } : {}),
    ...(search.anonymous ? { anonymous: true } : {}),
    ...(search.accessible ? { accessibility: true } : {}),
  };
}

/** Kept while the document lives, so that "back" from an offer finds the same list; gone on leaving. */
let remembered: Search = NOTHING_CHOSEN;
dropOnLeave(() => {
  remembered = NOTHING_CHOSEN;
});

export const rememberedSearch = (): Search => remembered;

export function rememberSearch(search: Search): void {
  remembered = search;
}
