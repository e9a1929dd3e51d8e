// @vitest-environment node
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Envelope,
  envelopeDigest,
  readEnvelope,
  signEnvelope,
  type UnsignedEnvelope,
  verifyEnvelope,
} from "./envelope";
import type { JsonObject } from "./json";
import type { HeldKey } from "./keys";
import { checkManifest, composeManifest } from "./manifest";
import { compareReceipts, makeReceipt, type ReceiptFacts, verifyReceipt } from "./receipt";
import {
  type OpenedSubmission,
  openSubmission,
  type SealedSubmission,
  type SubmissionToSeal,
  sealSubmission,
} from "./submission";
import { codeOf, daysLater, KITA, NOW, OFFICE, REFERRAL, REPORT, ROUTING, type World, world } from "./testing/world";
import { recipientsOf, signersOf } from "./trust";

const REPORT_PART = "22222222-2222-4222-8222-222222222222";
const CONSENT_PART = "33333333-3333-4333-8333-333333333333";
const MANIFEST = "44444444-4444-4444-8444-444444444444";
const INFORMED = { yes: false, why: "ENDANGERS_PROTECTION" };

let here: World;
let sealed: SealedSubmission;
let opened: OpenedSubmission;

beforeAll(async () => {
  here = await world();
  sealed = await sealSubmission(submission());
  opened = await openAtOffice();
});

function submission(change: Partial<SubmissionToSeal> = {}): SubmissionToSeal {
  return {
    routing: ROUTING,
    parts: [
      { id: REPORT_PART, role: "report", body: REPORT },
      {
        id: CONSENT_PART,
        role: "consent",
        body: {
          gate: "SGB8A_4",
          informed: { parents: INFORMED, child: INFORMED, management: { yes: true, why: "DISCUSSED" } },
        },
      },
    ],
    manifestId: MANIFEST,
    at: NOW,
    author: sender(),
    recipients: recipientsOf(here.office.trusted, { now: NOW, ownCopy: here.kita.trusted.current.oek }),
    ...change,
  };
}

const sender = (): HeldKey => here.kita.members[0]?.keys.sig as HeldKey;
const clerk = (): HeldKey => here.office.members[1]?.keys.sig as HeldKey;

function openAtOffice(
  envelope: unknown = sealed.envelope,
  parts: readonly { id: string; jwe: string }[] = sealed.parts,
) {
  return openSubmission(envelope, parts, [here.office.epoch.oek], signersOf(here.kita.trusted), NOW);
}

/** The envelope with a change, signed anew by the sender: only what the manifest and the parts say is left to notice. */
async function resigned(change: (envelope: Envelope) => Partial<Envelope>): Promise<Envelope> {
  const { envelopeSignature: _old, ...unsigned } = { ...sealed.envelope, ...change(sealed.envelope) };
  return signEnvelope(unsigned as UnsignedEnvelope, sender());
}

describe("a submission", () => {
  it("opens at the office with all parts, and at the sender by its own copy", async () => {
    expect(opened.parts.map(({ role, body }) => [role, body.child ?? body.gate])).toEqual([
      ["report", REPORT.child],
      ["consent", "SGB8A_4"],
    ]);
    expect(Object.keys(opened.plainDigests)).toEqual([REPORT_PART, CONSENT_PART, MANIFEST]);
    const own = await openSubmission(
      sealed.envelope,
      sealed.parts,
      [here.kita.epoch.oek],
      signersOf(here.kita.trusted),
      NOW,
    );
    expect(own.plainDigests).toEqual(opened.plainDigests);
  });

  it("survives storage that does not keep the order of members", async () => {
    const { envelopeSignature, parts, ...rest } = sealed.envelope;
    const shuffled = { parts, envelopeSignature, ...Object.fromEntries(Object.entries(rest).reverse()) };
    expect((await openAtOffice(shuffled)).parts).toHaveLength(2);
  });

  it("shows the server nothing of what was written", () => {
    const visible = JSON.stringify(sealed);
    expect(visible).not.toContain("CANARY");
    expect(visible).not.toContain("Flecken");
  });

  it("is not opened for an organisation other than the one that signed", async () => {
    const work = () =>
      openSubmission(sealed.envelope, sealed.parts, [here.office.epoch.oek], signersOf(here.office.trusted), NOW);
    expect(await codeOf(work)).toBe("signature_invalid");
  });

  it.each<[string, Partial<Envelope>]>([
    ["urgency", { urgency: "NORMAL" }],
    ["flags", { flags: [] }],
    ["profession", { senderProfession: "KKG4_1_NR1" }],
    ["predecessor", { predecessor: "99999999-9999-4999-8999-999999999999" }],
  ])("notices a changed envelope: %s", async (_name, change) => {
    expect(await codeOf(() => openAtOffice({ ...sealed.envelope, ...change }))).toBe("signature_invalid");
    const again = await resigned(() => change);
    expect(await codeOf(() => openAtOffice(again))).toBe("signature_invalid");
  });

  it("notices a missing part, swapped parts and a part of another submission", async () => {
    type Sent = { id: string; jwe: string };
    const [report, consent, manifest] = [...sealed.parts] as Sent[] as [Sent, Sent, Sent];
    expect(await codeOf(() => openAtOffice(sealed.envelope, [manifest]))).toBe("tag_mismatch");
    const swapped = [{ id: REPORT_PART, jwe: consent.jwe }, { id: CONSENT_PART, jwe: report.jwe }, manifest];
    expect(await codeOf(() => openAtOffice(sealed.envelope, swapped))).toBe("header_context_mismatch");
    const other = await sealSubmission(submission());
    expect(await codeOf(() => openAtOffice(sealed.envelope, other.parts))).toBe("tag_mismatch");
  });

  it("notices a part re-sealed after the manifest was written, even by its own author", async () => {
    const other = await sealSubmission(submission());
    const fresh = other.parts[0] as SealedSubmission["parts"][number];
    const envelope = await resigned(({ parts }) => ({
      parts: parts.map((part) => (part.id === fresh.id ? { ...part, tag: fresh.tag } : part)) as Envelope["parts"],
    }));
    const parts = [fresh, ...sealed.parts.slice(1)];
    expect(await codeOf(() => openAtOffice(envelope, parts))).toBe("signature_invalid");
  });

  it("notices recipients that the envelope does not name", async () => {
    const envelope = await resigned(({ recipientKids }) => ({ recipientKids: recipientKids.slice(0, 1) }));
    expect(await codeOf(() => openAtOffice(envelope))).toBe("recipients_mismatch");
  });
});

describe("an envelope", () => {
  it("says no more than it may: topic and age band only for a help referral", async () => {
    const { envelopeSignature: _, ...unsigned } = sealed.envelope;
    for (const change of [{ topic: "FAMILY" }, { ageBand: "A0_2" }] as const) {
      expect(await codeOf(() => signEnvelope({ ...unsigned, ...change }, sender()))).toBe("envelope_invalid");
    }
    const help = { ...ROUTING, kind: "HELP_REFERRAL", gate: "CONSENT", topic: "FAMILY", ageBand: "A0_2" } as const;
    const contact = { how: "PHONE", when: "vormittags", never: ["abends"] };
    const body = { person: { name: "" }, wish: "Beratung", tried: "", contact };
    const consent = { gate: "CONSENT", scope: [], subject: "child", givenBy: [], form: "oral", at: "2026-11-24" };
    const matter = { id: REPORT_PART, role: "help", body } as const;
    const both = [matter, { id: CONSENT_PART, role: "consent", body: consent } as const];
    const alone = submission({ routing: help, parts: [matter] });
    expect(await codeOf(() => sealSubmission(alone))).toBe("envelope_invalid");
    const input = submission({ routing: help, parts: both });
    const { envelope, parts } = await sealSubmission(input);
    expect(envelope.topic).toBe("FAMILY");
    expect((await openAtOffice(envelope, parts)).parts[0]?.body).toEqual(body);
  });

  it.each<[string, JsonObject]>([
    ["a further member", { note: "x" }],
    ["a gate of another kind", { gate: "CONSENT" }],
    ["an upper-case id", { id: REFERRAL.toUpperCase().replace("1", "A") }],
    ["an id that tells the time", { id: "019aa5c0-0000-7000-8000-000000000001" }],
    ["a fraction", { destinationEpoch: 1.5 }],
    ["a doubled flag", { flags: ["restricted", "restricted"] }],
    ["an unknown flag", { flags: ["vip"] }],
    ["no signature", { envelopeSignature: null }],
    ["a reply key with a private half", { replyKey: { kty: "EC", crv: "P-256", x: "A", y: "A", d: "A" } }],
  ])("is refused with %s", async (_name, change) => {
    expect(await codeOf(() => readEnvelope({ ...sealed.envelope, ...change }))).toBe("envelope_invalid");
  });

  it("is refused without its manifest, with a part twice, or with a schema nobody knows", async () => {
    const [report, consent, manifest] = sealed.envelope.parts;
    for (const parts of [
      [report, consent],
      [report, report, manifest],
      [report, manifest, { ...manifest, id: CONSENT_PART }],
    ]) {
      expect(await codeOf(() => readEnvelope({ ...sealed.envelope, parts }))).toBe("envelope_invalid");
    }
    for (const role of ["conflict", "message", "feedback", "decision", "help"]) {
      const more = [...sealed.envelope.parts, { ...report, id: REFERRAL, role }];
      expect(await codeOf(() => readEnvelope({ ...sealed.envelope, parts: more }))).toBe("envelope_invalid");
      const restricted = { ...sealed.envelope, flags: ["restricted"], parts: more };
      const code = role === "conflict" ? "nothing was refused" : "envelope_invalid";
      expect(await codeOf(() => readEnvelope(restricted))).toBe(code);
    }
    const schema = "https://schutznetz.example/schema/suspicion-report/2.0.0";
    expect(await codeOf(() => readEnvelope({ ...sealed.envelope, schema }))).toBe("schema_unknown");
  });

  it("is signed by a certified member of its own organisation, while certified", async () => {
    const verify = (envelope: Envelope, at = NOW) =>
      codeOf(() => verifyEnvelope(envelope, signersOf(here.kita.trusted), at));
    expect(await verifyEnvelope(sealed.envelope, signersOf(here.kita.trusted), NOW)).toBe(sender().kid);
    const { envelopeSignature: _, ...unsigned } = sealed.envelope;
    expect(await verify(await signEnvelope(unsigned, clerk()))).toBe("signature_invalid");
    expect(await verify(sealed.envelope, daysLater(401))).toBe("signature_invalid");
    const [header, , signature] = String(sealed.envelope.envelopeSignature).split(".");
    expect(await verify({ ...sealed.envelope, envelopeSignature: `${header}.e30.${signature}` })).toBe(
      "signature_invalid",
    );
  });

  it("has no signature exactly where no organisation stands", async () => {
    const { envelopeSignature: _, ...unsigned } = sealed.envelope;
    expect(await codeOf(() => signEnvelope(unsigned, null))).toBe("envelope_invalid");
    const anonymous = { ...unsigned, senderOrganisation: null };
    expect(await codeOf(() => signEnvelope(anonymous, sender()))).toBe("envelope_invalid");
    expect((await signEnvelope(anonymous, null)).envelopeSignature).toBeNull();
  });
});

describe("the manifest", () => {
  it("covers the envelope without signature and without its own tag", async () => {
    const digestNow = await envelopeDigest(sealed.envelope);
    const retagged = sealed.envelope.parts.map((part) =>
      part.role === "manifest" ? { ...part, tag: "A".repeat(22) } : part,
    );
    expect(await envelopeDigest({ ...sealed.envelope, parts: retagged, envelopeSignature: "x..y" })).toBe(digestNow);
    expect(await envelopeDigest({ ...sealed.envelope, urgency: "SOON" })).not.toBe(digestNow);
  });

  it("raises plain_digest_mismatch when a ciphertext opened to another text", async () => {
    const listed = opened.parts.map(({ id, role, plainDigest }) => ({ id, role, plainDigest }));
    const manifest = await composeManifest(sealed.envelope, listed);
    await checkManifest(manifest, sealed.envelope, opened.parts);
    const other = opened.parts.map((part) => ({ ...part, plainDigest: "A".repeat(43) }));
    expect(await codeOf(() => checkManifest(manifest, sealed.envelope, other))).toBe("plain_digest_mismatch");
    const shorter = { ...manifest, parts: manifest.parts.slice(1) };
    expect(await codeOf(() => checkManifest(shorter, sealed.envelope, opened.parts))).toBe("plain_digest_mismatch");
  });
});

describe("a receipt", () => {
  const facts = (change: Partial<ReceiptFacts> = {}): ReceiptFacts => ({
    referral: REFERRAL,
    recipient: OFFICE,
    sender: KITA,
    authenticationTags: opened.authenticationTags,
    plainDigests: opened.plainDigests,
    epoch: 1,
    ...change,
  });
  const receipt = async (change: Partial<ReceiptFacts> = {}, signer = clerk()) =>
    makeReceipt(facts(change), crypto.randomUUID(), NOW, signer);
  const verify = async (token: string | Promise<string>) =>
    verifyReceipt(await token, sealed.envelope, signersOf(here.office.trusted));

  it("proves to the sender that a certified member of the destination opened exactly these parts", async () => {
    const verified = await verify(receipt());
    expect(verified).toMatchObject({
      referral: REFERRAL,
      recipient: OFFICE,
      sender: KITA,
      epoch: 1,
      signer: clerk().kid,
    });
    expect(verified.issuedAt).toEqual(NOW);
    const digests = sealed.parts.map(({ id, plainDigest }) => [id, plainDigest]);
    expect(Object.entries(verified.plainDigests)).toEqual(digests);
  });

  it.each<[string, Partial<ReceiptFacts>, string]>([
    ["of another referral", { referral: MANIFEST }, "receipt_invalid"],
    ["by another organisation", { recipient: KITA }, "receipt_invalid"],
    ["for another sender", { sender: OFFICE }, "receipt_invalid"],
    ["for nobody", { sender: null }, "receipt_invalid"],
    ["about other tags", { authenticationTags: { [REPORT_PART]: "A".repeat(22) } }, "tag_mismatch"],
    ["about a key of another epoch", { epoch: 2 }, "receipt_invalid"],
    ["without digests", { plainDigests: {} }, "receipt_invalid"],
    ["about nothing", { authenticationTags: {} }, "tag_mismatch"],
  ])("is refused %s", async (_name, change, code) => {
    expect(await codeOf(() => verify(receipt(change)))).toBe(code);
  });

  it("is refused when a single tag differs", async () => {
    const authenticationTags = { ...opened.authenticationTags, [REPORT_PART]: "A".repeat(22) };
    expect(await codeOf(() => verify(receipt({ authenticationTags })))).toBe("tag_mismatch");
  });

  it("is refused from a stranger, and no other token is taken for one", async () => {
    expect(await codeOf(() => verify(receipt({}, sender())))).toBe("signature_invalid");
    expect(await codeOf(() => verify(here.office.published.announcements[0]?.announcement ?? ""))).toBe(
      "signature_invalid",
    );
    const [header, payload, signature] = (await receipt()).split(".");
    const none = Buffer.from('{"alg":"none","typ":"secevent+jwt","kid":"x"}').toString("base64url");
    for (const forged of [`${none}.${payload}.`, `${header}.${payload}.`, `${header}.${payload}.${signature}A`, ""]) {
      expect(await codeOf(() => verify(forged))).toBe("signature_invalid");
    }
  });

  it("of two keys of one office must tell of one text", async () => {
    compareReceipts(facts(), facts());
    const other = facts({ plainDigests: { ...opened.plainDigests, [REPORT_PART]: "A".repeat(43) } });
    expect(await codeOf(() => compareReceipts(facts(), other))).toBe("plain_digest_mismatch");
  });
});
