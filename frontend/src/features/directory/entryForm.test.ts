import { expect, test } from "vitest";
import type { Entry } from "./entries";
import { differing, faultsOf, formField, patchOf, valuesOf } from "./entryForm";
import { NEW_HOURS, NEW_LANGUAGE, NEW_PHONE } from "./entryRows";

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
  phones: [
    {
      id: "pho_1",
      display: "0385 111",
      kind: "VOICE",
      purpose: "OFFICE",
      label: { value: "Büro" },
      cost: null,
      anonymous: null,
    },
  ],
  hours: [
    {
      channel: "PHONE",
      alwaysOpen: false,
      blocks: [{ weekday: 1, start: "09:00", end: "12:00", byAppointment: false, note: null }],
      note: { value: "außer in den Ferien" },
      validFrom: "2026-01-01",
      validTo: null,
    },
    { channel: "MAIL", alwaysOpen: false, blocks: [], note: { value: "bald" }, validFrom: null, validTo: null },
  ],
  languages: [{ code: "de", modes: ["SPOKEN"], note: null }],
  capacity: null,
  notice: null,
  updatedAt: "2026-11-20T10:00:00Z",
};
const values = valuesOf(entry);
const TODAY = "2026-11-26";
const phone = values.phones[0] ?? NEW_PHONE;
const span = values.hours[0] ?? NEW_HOURS;

test("nothing changed, nothing sent", () => {
  expect(patchOf(entry, values, TODAY)).toEqual({});
});

test("only the changed field travels", () => {
  expect(patchOf(entry, { ...values, name: " Beratung neu " }, TODAY)).toEqual({ name: "Beratung neu" });
});

test("an emptied field becomes unknown, it is not left as it was", () => {
  expect(patchOf(entry, { ...values, email: "" }, TODAY)).toEqual({ email: null });
});

test("parts the form does not show go back as they were", () => {
  expect(patchOf(entry, { ...values, ageTo: "48" }, TODAY).eligibility).toEqual({
    ageKnown: true,
    ageFromMonths: 0,
    ageToMonths: 48,
    pregnancy: false,
    notFor: ["Notfälle"],
    note: null,
  });
  expect(patchOf(entry, { ...values, cost: "PARTLY" }, TODAY).cost?.options).toEqual([
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
  [{ phones: [{ ...phone, number: " " }] }, "phones"],
  [{ hours: [{ ...span, end: "9 Uhr" }] }, "hours"],
  [{ hours: [span, { ...span, weekday: "always" }] }, "hours"],
  [{ languages: [...values.languages, ...values.languages] }, "languages"],
  [{ languages: [NEW_LANGUAGE] }, "languages"],
  [{ waitingDays: "bald" }, "waitingDays"],
  [{ notice: "zu", noticeFrom: "2026-12-24", noticeTo: "2026-12-23" }, "noticeTo"],
])("%o is refused at its field", (change, field) => {
  expect(Object.keys(faultsOf({ ...values, ...change }))).toEqual([field]);
});

test("a sound form has no faults", () => {
  expect(faultsOf({ ...values, website: "https://example.org", ageTo: "" })).toEqual({});
});

test("two versions differ where they differ", () => {
  expect(differing(values, { ...values, name: "x", pregnancy: true })).toEqual(["name", "pregnancy"]);
});

test("a changed list travels whole and keeps what the form does not show", () => {
  const added = { ...NEW_PHONE, number: "0385 222", cost: "FREE" as const, anonymous: "no" as const };
  expect(patchOf(entry, { ...values, phones: [phone, added] }, TODAY).phones).toEqual([
    { id: "pho_1", number: "0385 111", kind: "VOICE", purpose: "OFFICE", label: "Büro", cost: null, anonymous: null },
    { id: null, number: "0385 222", kind: "VOICE", purpose: "OFFICE", label: null, cost: "FREE", anonymous: false },
  ]);
});

test("a new span joins the statement of its channel, with its note and its days", () => {
  const tuesday = { ...NEW_HOURS, weekday: "2", start: "13:00", end: "15:00" };
  const visit = { ...NEW_HOURS, channel: "VISIT" as const, weekday: "always" };
  const { hours } = patchOf(entry, { ...values, hours: [span, tuesday, visit] }, TODAY);
  expect(
    hours?.map(({ channel, note, validFrom, alwaysOpen, blocks }) => [
      channel,
      note,
      validFrom,
      alwaysOpen,
      blocks?.length,
    ]),
  ).toEqual([
    ["PHONE", "außer in den Ferien", "2026-01-01", false, 2],
    ["MAIL", "bald", null, false, 0],
    ["VISIT", null, null, true, 0],
  ]);
});

test("a statement whose last span is taken away goes, one that never had any stays", () => {
  expect(patchOf(entry, { ...values, hours: [] }, TODAY).hours?.map(({ channel }) => channel)).toEqual(["MAIL"]);
});

test("room is stated as of today, an emptied notice is taken down", () => {
  expect(patchOf(entry, { ...values, capacity: "WAITLIST", waitingDays: "30" }, TODAY).capacity).toEqual({
    status: "WAITLIST",
    waitingTimeDays: 30,
    asOf: TODAY,
    note: null,
  });
  const noticed: Entry = { ...entry, notice: { value: "Am 24. zu" } };
  expect(patchOf(noticed, { ...valuesOf(noticed), notice: "" }, TODAY)).toEqual({ notice: null });
});

test("a refusal of the server finds its field under either name", () => {
  expect(formField(["patch", "summary"], values)).toBe("summary");
  expect(formField(["patch", "eligibility", "ageToMonths"], values)).toBe("ageTo");
  expect(formField(["patch", "languages", "0", "code"], values)).toBe("languages");
  expect(formField(["patch", "phones.1.number"], values)).toBe("phones");
  expect(formField(["somethingElse"], values)).toBeNull();
  expect(formField([], values)).toBeNull();
});
