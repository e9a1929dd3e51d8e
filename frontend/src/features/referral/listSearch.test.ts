import { expect, test } from "vitest";
import { filterOf, readListSearch } from "./listSearch";

test("an address without parameters is the inbox", () => {
  expect(readListSearch({})).toEqual({ box: "ein" });
});

test("unknown values fall back instead of failing", () => {
  expect(readListSearch({ box: "alles", status: "GEHEIM", frist: "nie", meine: "ja" }).box).toBe("ein");
  expect(readListSearch({ status: "GEHEIM" }).status).toBeUndefined();
});

test("nothing but the four known parameters is kept", () => {
  expect(Object.keys(readListSearch({ box: "aus", kind: "Mia", q: "Beispiel" }))).toEqual(["box"]);
});

test("a deadline filter ends with a day of the offices, whatever the clock of the device", () => {
  const today = (now: string) => filterOf({ box: "ein", frist: "heute" }, new Date(now)).dueBefore;
  // In winter the day begins at 23:00 UTC, in summer at 22:00.
  expect(today("2026-11-23T23:00:00Z")).toBe("2026-11-24T23:00:00.000Z");
  expect(today("2026-11-24T22:59:59Z")).toBe("2026-11-24T23:00:00.000Z");
  expect(today("2026-11-24T23:00:00Z")).toBe("2026-11-25T23:00:00.000Z");
  expect(today("2026-07-01T21:59:59Z")).toBe("2026-07-01T22:00:00.000Z");
  // The clocks change on 29 March and on 25 October.
  expect(today("2026-03-28T12:00:00Z")).toBe("2026-03-28T23:00:00.000Z");
  expect(today("2026-03-29T12:00:00Z")).toBe("2026-03-29T22:00:00.000Z");
  expect(today("2026-10-25T12:00:00Z")).toBe("2026-10-25T23:00:00.000Z");
});

test("the next seven days are whole too, and other filters stand beside", () => {
  const week = filterOf({ box: "ein", frist: "woche" }, new Date("2026-11-24T12:00:00Z"));
  expect(week).toEqual({ dueBefore: "2026-12-01T23:00:00.000Z" });
  expect(filterOf({ box: "ein", status: "DELIVERED", meine: true }, new Date())).toEqual({
    states: ["DELIVERED"],
    assignedToMe: true,
  });
});
