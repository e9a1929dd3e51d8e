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

test("a deadline filter ends with a day, so that it stays the same question", () => {
  const early = filterOf({ box: "ein", frist: "heute" }, new Date("2026-11-24T06:00:00Z"));
  const late = filterOf({ box: "ein", frist: "heute" }, new Date("2026-11-24T20:00:00Z"));
  expect(early).toEqual({ dueBefore: "2026-11-25T00:00:00Z" });
  expect(late).toEqual(early);
  expect(filterOf({ box: "ein", status: "DELIVERED", meine: true }, new Date())).toEqual({
    states: ["DELIVERED"],
    assignedToMe: true,
  });
});
