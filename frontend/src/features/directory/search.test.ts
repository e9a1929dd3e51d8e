import { expect, test } from "vitest";
import { filterOf, NOTHING_CHOSEN } from "./search";
import { searchOfHash, shareHash } from "./sharedLink";

const NOW = new Date("2026-11-20T15:40:00Z");

test("what is not chosen is not asked", () => {
  expect(filterOf(NOTHING_CHOSEN, NOW)).toEqual({});
});

test("five digits are a postcode, words are a place", () => {
  expect(filterOf({ ...NOTHING_CHOSEN, place: "18181" }, NOW)).toEqual({ postcode: "18181" });
  expect(filterOf({ ...NOTHING_CHOSEN, place: "Waren" }, NOW)).toEqual({ place: "Waren" });
});

test("open now asks about this instant", () => {
  expect(filterOf({ ...NOTHING_CHOSEN, openNow: true }, NOW)).toEqual({ openAt: "2026-11-20T15:40:00.000Z" });
});

test("a shared link brings the search back and holds nothing that was not chosen", () => {
  const search = { ...NOTHING_CHOSEN, text: "Hebamme", district: "13072", ageMonths: 6, openNow: true };
  expect(searchOfHash(`#${shareHash(search)}`)).toEqual(search);
  expect(shareHash(NOTHING_CHOSEN)).toBe("");
});

test("a link with strange values is read as far as it makes sense", () => {
  expect(searchOfHash("#inhalt")).toBeNull();
  expect(searchOfHash("#text=a&district=x&ageMonths=-3&channel=PIGEON")).toEqual({ ...NOTHING_CHOSEN, text: "a" });
});
