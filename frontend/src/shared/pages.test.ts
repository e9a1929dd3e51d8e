import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf, pages } from "./pages";

const routes = (folder: string) =>
  readdirSync(join(import.meta.dirname, "..", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !/(?:^|\/)__root\.tsx$/.test(name) && !/_signedIn\.tsx$/.test(name))
    .map((name) =>
      `/${name}`
        .replace(/\.tsx$/, "")
        .replace(/\/_\w+/g, "")
        .replace(/\/index$/, "")
        .replaceAll(".", "/"),
    )
    .map((path) => path || "/");

test("every route is a page of the table, and every page has its route", () => {
  const known = Object.values(pages).map((page) => page.path);
  expect([...routes("public/routes"), ...routes("intern/routes")].sort()).toEqual([...known].sort());
});

test("an address fills in its parameters and refuses to be left without", () => {
  expect(addressOf("offer", { id: "a/b" })).toBe("/angebot/a%2Fb");
  expect(() => addressOf("offer")).toThrow("needs id");
});
