// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { PartRole } from "./profile";
import { bodyOf, checkBody } from "./schemas";
import { codeOf, REPORT } from "./testing/world";

const refused = (role: PartRole, body: unknown) => codeOf(() => checkBody(role, body));
const UUID = "11111111-1111-4111-8111-111111111111";
const CONTACT = { how: "PHONE", when: "vormittags", never: [] };
const HELP = { person: { name: "" }, wish: "", tried: "", contact: CONTACT };
const CONSENT = {
  gate: "CONSENT",
  scope: ["Name"],
  subject: "parent",
  givenBy: ["Mutter"],
  form: "oral",
  at: "2026-11-24",
};

describe("a feedback", () => {
  const facts = { signsConfirmed: true, acted: true, stillActing: false };

  it("is exactly the three facts", async () => {
    expect(bodyOf("feedback", { ...facts, signsConfirmed: null }).signsConfirmed).toBeNull();
    const { acted: _, ...two } = facts;
    for (const body of [{ ...facts, note: "CANARY" }, two, { ...facts, acted: null }, { ...facts, acted: "yes" }, {}]) {
      expect(await refused("feedback", body)).toBe("schema_invalid");
    }
  });
});

describe("a report", () => {
  it("goes through with nothing known but its structure: a missing name never stops it", () => {
    const child = { givenName: "", familyName: "", whereabouts: "" };
    const empty = {
      ...REPORT,
      child,
      observations: [],
      dangerSigns: [],
      sourceOfDanger: [],
      reporter: { function: "" },
    };
    expect(bodyOf("report", empty).child.familyName).toBe("");
  });

  it.each<[string, object]>([
    ["members that are never collected", { child: { ...REPORT.child, religion: "CANARY" } }],
    ["a day that does not exist", { child: { ...REPORT.child, birthDate: "2019-13-01" } }],
    ["an unknown danger sign", { dangerSigns: ["CANARY"] }],
    ["a text without end", { soFar: "x".repeat(30_001) }],
    ["lone surrogates", { soFar: "\ud800" }],
    ["no statement on identity", { identityProtected: undefined }],
  ])("is refused with %s", async (_name, change) => {
    expect(await refused("report", { ...REPORT, ...change })).toBe("schema_invalid");
  });
});

describe("the other bodies", () => {
  it.each<[PartRole, object]>([
    ["help", HELP],
    ["consent", CONSENT],
    ["consent", { gate: "KKG4_3" }],
    ["consent", { gate: "SGB8A_4", insofaConsulted: true, guideNote: "Regel 12" }],
    ["conflict", { notBy: [{ function: "Sachbearbeitung Nord" }] }],
    ["message", { text: "Rückfrage", kind: "question", inReplyTo: UUID }],
    ["decision", { text: "Kein Platz" }],
    ["decision", { familyInformedOfFeedback: true }],
    ["decision", { familyInformedOfFeedback: false, whyNot: "NOT_REACHED" }],
  ])("are accepted as the paper describes them: %s %o", async (role, body) => {
    expect(await refused(role, body)).toBe("nothing was refused");
  });

  it.each<[PartRole, object]>([
    ["help", { ...HELP, insuranceNumber: "CANARY" }],
    ["help", { ...HELP, contact: { ...CONTACT, how: "FAX" } }],
    ["consent", { gate: "CONSENT" }],
    ["consent", { gate: "CANARY" }],
    ["consent", { gate: "KKG4_3", scope: [] }],
    ["conflict", { notBy: "CANARY" }],
    ["message", { text: "x", kind: "order" }],
    ["message", { text: "x", kind: "message", html: "<b>" }],
    ["decision", { familyInformedOfFeedback: false }],
    ["decision", { familyInformedOfFeedback: true, whyNot: "NOT_REACHED" }],
    ["manifest", { envelopeDigest: "short", parts: [], attachments: [] }],
    ["report", []],
  ])("are refused otherwise: %s %o", async (role, body) => {
    expect(await refused(role, body)).toBe("schema_invalid");
  });

  it("have no schema yet for kinds that are not offered", async () => {
    expect(await refused("self", { text: "x" })).toBe("schema_unknown");
    expect(await refused("consultation", {})).toBe("schema_unknown");
  });
});
