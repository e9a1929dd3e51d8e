import { expect, test } from "vitest";
import type { Entry } from "./entries";
import { differing, faultsOf, formField, patchOf, valuesOf } from "./entryForm";

const entry: Entry = {
  id: "svc_1",
  version: 3,
  name: { lang: "de", value: "Beratung" },
  summary: null,
  description: { lang: "de", value: "Text" },
  status: { code: "ACTIVE", reason: null, expectedBackOn: null },
  eligibility: {
    ageKnown: true,
    ageFromMonths: 0,
    ageToMonths: 36,
    pregnancy: false,
    notFor: [{ value: "Notfälle" }],
    note: null,
  },
  cost: { kind: "PAID", options: [{ amountCents: 500, per: { value: "Stunde" }, note: null }] },
  anonymous: "UNKNOWN",
  boundaryNote: null,
  website: null,
  email: "a@example.org",
  updatedAt: "2026-11-20T10:00:00Z",
};
const values = valuesOf(entry);

test("nothing changed, nothing sent", () => {
  expect(patchOf(entry, values)).toEqual({});
});

test("only the changed field travels", () => {
  expect(patchOf(entry, { ...values, name: " Beratung neu " })).toEqual({ name: "Beratung neu" });
});

test("an emptied field becomes unknown, it is not left as it was", () => {
  expect(patchOf(entry, { ...values, email: "" })).toEqual({ email: null });
});

test("parts the form does not show go back as they were", () => {
  expect(patchOf(entry, { ...values, ageTo: "48" }).eligibility).toEqual({
    ageKnown: true,
    ageFromMonths: 0,
    ageToMonths: 48,
    pregnancy: false,
    notFor: ["Notfälle"],
    note: null,
  });
  expect(patchOf(entry, { ...values, cost: "PARTLY" }).cost?.options).toEqual([
    { amountCents: 500, per: "Stunde", note: null },
  ]);
});

test.each([
  [{ name: "" }, "name"],
  [{ summary: "x".repeat(201) }, "summary"],
  [{ email: "nicht" }, "email"],
  [{ website: "javascript:alert(1)" }, "website"],
  [{ ageFrom: "drei" }, "ageFrom"],
  [{ ageFrom: "36", ageTo: "36" }, "ageTo"],
  [{ status: "TEMPORARILY_CLOSED" as const }, "reason"],
])("%o is refused at its field", (change, field) => {
  expect(Object.keys(faultsOf({ ...values, ...change }))).toEqual([field]);
});

test("a sound form has no faults", () => {
  expect(faultsOf({ ...values, website: "https://example.org", ageTo: "" })).toEqual({});
});

test("two versions differ where they differ", () => {
  expect(differing(values, { ...values, name: "x", pregnancy: true })).toEqual(["name", "pregnancy"]);
});

test("a refusal of the server finds its field under either name", () => {
  expect(formField("summary", values)).toBe("summary");
  expect(formField("ageToMonths", values)).toBe("ageTo");
  expect(formField("somethingElse", values)).toBeNull();
});
