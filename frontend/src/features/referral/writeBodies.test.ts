import { expect, test } from "vitest";
import { checkBody } from "@/crypto";
import { faultsOf } from "./faults";
import { bodiesOf, helpBodies, reportBodies, valuesOfHelp } from "./writeBodies";
import { emptyValues, hasContent, type WriteValues } from "./writeValues";

const DAY = "2026-11-24";
const report = (changes: Partial<WriteValues["report"]> = {}): WriteValues => {
  const values = emptyValues("SUSPICION_REPORT", DAY);
  return { ...values, profession: "SGB8_PROVIDER", gate: "SGB8A_4", report: { ...values.report, ...changes } };
};
const help = (changes: Partial<WriteValues["help"]> = {}): WriteValues => {
  const values = emptyValues("HELP_REFERRAL", DAY);
  return { ...values, profession: "KKG4_1_NR1", help: { ...values.help, ...changes } };
};
const CONSENT = {
  wish: "Beratung",
  how: "PLATFORM",
  scope: "Kontaktstelle",
  subject: "parent",
  givenBy: "Mutter",
  form: "written",
} as const;

test("an empty suspicion report fits its closed schemas: no missing answer stops it", () => {
  expect(faultsOf(report())).toEqual({});
  for (const { role, body } of bodiesOf(report())) expect(() => checkBody(role, body)).not.toThrow();
});

test("a report is asked for nothing but as what somebody reports", () => {
  const empty = emptyValues("SUSPICION_REPORT", DAY);
  expect(Object.keys(faultsOf(empty))).toEqual(["profession"]);
  expect(Object.keys(faultsOf({ ...empty, profession: "KKG4_1_NR1" }))).toEqual(["gate"]);
});

test("an unanswered question beside an answered one stays unanswered", () => {
  const [, basis] = reportBodies(report({ parents: { yes: "no", why: "ENDANGERS_PROTECTION", text: "" } }));
  expect(basis.informed?.parents).toEqual({ yes: false, why: "ENDANGERS_PROTECTION" });
  expect(basis.informed?.child).toEqual({});
});

test("words beside an unanswered question are kept", () => {
  const [, basis] = reportBodies(report({ child: { yes: "", why: "", text: "schläft" } }));
  expect(basis.informed?.child).toEqual({ text: "schläft" });
});

test("nothing is said about informing where nothing was answered", () => {
  const [, basis] = reportBodies(report());
  expect(basis).toEqual({ gate: "SGB8A_4" });
});

test("observations and persons without words are left out", () => {
  const [body] = reportBodies(report({ persons: [{ role: " ", name: "", contact: "", note: "" }] }));
  expect(body.observations).toEqual([]);
  expect(body.persons).toEqual([]);
});

test("a help referral rests on a whole consent", () => {
  expect(Object.keys(faultsOf(help()))).toEqual(["wish", "how", "scope", "subject", "givenBy", "form"]);
  expect(faultsOf(help(CONSENT))).toEqual({});
  for (const { role, body } of bodiesOf(help(CONSENT))) expect(() => checkBody(role, body)).not.toThrow();
});

test("a number or an address is asked for only where a way needs one, and goes with the person", () => {
  expect(Object.keys(faultsOf(help({ ...CONSENT, how: "PHONE" })))).toEqual(["address"]);
  expect(faultsOf(help({ ...CONSENT, how: "IN_PERSON" }))).toEqual({});
  const reachable = help({ ...CONSENT, how: "PHONE", address: "0000 12345" });
  expect(faultsOf(reachable)).toEqual({});
  const [body] = helpBodies(reachable);
  expect(body.person.address).toBe("0000 12345");
});

test("sealed anew for another body the words stay and the consent is asked again", () => {
  const [body, consent] = helpBodies(help({ ...CONSENT, never: "nicht zu Hause\nnicht abends" }));
  const again = valuesOfHelp(emptyValues("HELP_REFERRAL", DAY), body, consent);
  expect(again.help.wish).toBe("Beratung");
  expect(again.help.never).toBe("nicht zu Hause\nnicht abends");
  expect(Object.keys(faultsOf({ ...again, profession: "KKG4_1_NR1" }))).toEqual(["scope", "form"]);
});

test("an untouched sheet holds nothing to miss, a written word does", () => {
  expect(hasContent(emptyValues("SUSPICION_REPORT", DAY))).toBe(false);
  expect(hasContent({ ...emptyValues("SUSPICION_REPORT", DAY), destination: "org_1" })).toBe(false);
  expect(hasContent(report({ soFar: "Gespräch" }))).toBe(true);
  expect(hasContent(help({ wish: "Rat" }))).toBe(true);
});
