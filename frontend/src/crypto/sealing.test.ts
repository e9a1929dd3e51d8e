// @vitest-environment node
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64url, toBase64url } from "./base64url";
import { fromUtf8, utf8 } from "./bytes";
import { problemOf, type RefusalCode } from "./errors";
import { buildFrame } from "./frame";
import { partHeader } from "./header";
import type { JsonObject } from "./json";
import { generateKey, type HeldKey } from "./keys";
import { openPart, type PartToOpen } from "./open";
import { composePart } from "./part";
import { contentType, type PartContext } from "./profile";
import { encryptFor, type SealedPart, sealPart } from "./seal";
import { codeOf, KITA, NOW, OFFICE, REFERRAL, REPORT, type World, world } from "./testing/world";
import { recipientsOf, signersOf } from "./trust";

const PART = "22222222-2222-4222-8222-222222222222";
const CONTEXT: PartContext = {
  ref: REFERRAL,
  part: PART,
  role: "report",
  kind: "SUSPICION_REPORT",
  to: OFFICE,
  dir: "to_recipient",
  epoch: 1,
};

let here: World;
let sealed: SealedPart;
let asked: PartToOpen;

beforeAll(async () => {
  here = await world();
  const author = educator().keys.sig;
  const recipients = recipientsOf(here.office.trusted, { now: NOW, ownCopy: here.kita.trusted.current.oek });
  sealed = await sealPart({ context: CONTEXT, body: REPORT, at: NOW, author, recipients });
  asked = {
    jwe: sealed.jwe,
    expected: CONTEXT,
    tag: sealed.tag,
    keys: [here.office.epoch.oek],
    authors: signersOf(here.kita.trusted),
  };
});

const educator = () => here.kita.members[0] as World["kita"]["members"][number];
const open = (change: Partial<PartToOpen> = {}) => codeOf(() => openPart({ ...asked, ...change }));
const edited = (edit: (jwe: JsonObject) => unknown): string => {
  const jwe = JSON.parse(sealed.jwe) as JsonObject;
  edit(jwe);
  return JSON.stringify(jwe);
};
const withProtected = (edit: (header: JsonObject) => unknown) =>
  edited((jwe) => {
    const header = JSON.parse(fromUtf8(fromBase64url(String(jwe.protected)))) as JsonObject;
    edit(header);
    jwe.protected = toBase64url(utf8(JSON.stringify(header)));
  });
const recipient = (jwe: JsonObject) =>
  (jwe.recipients as JsonObject[])[0] as { header: JsonObject; encrypted_key: string };

describe("a sealed part", () => {
  it("has exactly the headers of the profile", () => {
    const jwe = JSON.parse(sealed.jwe) as Record<string, unknown> & { recipients: { header: object }[] };
    expect(Object.keys(jwe).sort()).toEqual(["ciphertext", "iv", "protected", "recipients", "tag"]);
    expect(JSON.parse(fromUtf8(fromBase64url(String(jwe.protected))))).toEqual(partHeader(CONTEXT));
    expect(jwe.recipients).toHaveLength(2);
    for (const { header } of jwe.recipients) expect(Object.keys(header).sort()).toEqual(["alg", "epk", "kid"]);
    expect(fromBase64url(String(jwe.ciphertext))).toHaveLength(sealed.paddedSize);
  });

  it("has them also for a single recipient, where jose alone would write epk into the protected header", async () => {
    const recipients = [here.office.trusted.current.oek];
    const lone = await sealPart({ context: CONTEXT, body: REPORT, at: NOW, author: educator().keys.sig, recipients });
    const jwe = JSON.parse(lone.jwe) as { protected: string; recipients: { header: object }[] };
    expect(JSON.parse(fromUtf8(fromBase64url(jwe.protected)))).toEqual(partHeader(CONTEXT));
    expect(jwe.recipients.map(({ header }) => Object.keys(header).sort())).toEqual([["alg", "epk", "kid"]]);
    expect((await openPart({ ...asked, jwe: lone.jwe, tag: lone.tag })).body).toEqual(REPORT);
  });

  it("opens for the office and, as own copy, for the sender, with one digest", async () => {
    const atOffice = await openPart(asked);
    const atKita = await openPart({ ...asked, keys: [here.kita.epoch.oek] });
    expect(atOffice.body).toEqual(REPORT);
    expect(atOffice.signer).toBe(educator().keys.sig.kid);
    expect(atOffice.plainDigest).toBe(sealed.plainDigest);
    expect(atKita.plainDigest).toBe(sealed.plainDigest);
  });

  it("does not open for anybody else", async () => {
    expect(await open({ keys: [(await generateKey("ECDH-ES+A256KW")).held] })).toBe("decrypt_failed");
    expect(await open({ keys: [] })).toBe("decrypt_failed");
  });

  it("is refused before sealing when the body is not that of its role, or keys are missing or doubled", async () => {
    const input = { context: CONTEXT, body: REPORT, at: NOW, author: null };
    const [oek] = recipientsOf(here.office.trusted, { now: NOW });
    expect(await codeOf(() => sealPart({ ...input, body: { ...REPORT, extra: 1 }, recipients: [oek as never] }))).toBe(
      "schema_invalid",
    );
    expect(await codeOf(() => sealPart({ ...input, recipients: [] }))).toBe("recipients_mismatch");
    expect(await codeOf(() => sealPart({ ...input, recipients: [oek as never, oek as never] }))).toBe(
      "recipients_mismatch",
    );
  });
});

describe("a part in the wrong place", () => {
  it.each<[string, Partial<PartContext>]>([
    ["another referral", { ref: "99999999-9999-4999-8999-999999999999" }],
    ["another part", { part: "99999999-9999-4999-8999-999999999999" }],
    ["another role", { role: "help" }],
    ["another kind", { kind: "HELP_REFERRAL" }],
    ["another addressee", { to: KITA }],
    ["another direction", { dir: "to_sender" }],
    ["another epoch", { epoch: 2 }],
  ])("is refused: %s", async (_name, change) => {
    expect(await open({ expected: { ...CONTEXT, ...change } })).toBe("header_context_mismatch");
  });

  it("does not decrypt when its header is rewritten to fit", async () => {
    const role = "help" as const;
    const jwe = withProtected((header) => Object.assign(header, { role, cty: contentType(role) }));
    expect(await open({ jwe, expected: { ...CONTEXT, role } })).toBe("decrypt_failed");
  });

  it("is refused when its tag is not the one in the signed envelope", async () => {
    expect(await open({ tag: "A".repeat(22) })).toBe("tag_mismatch");
  });
});

describe("form, before any key operation", () => {
  /** The office's key, except that using it ends in `decrypt_failed`: form must be refused without that. */
  const untouchable = (): HeldKey => {
    const { kid, alg, publicJwk } = here.office.epoch.oek;
    const touched = (): never => {
      throw new Error("a key was touched");
    };
    return Object.defineProperty({ kid, alg, publicJwk } as HeldKey, "privateKey", { get: touched });
  };
  const form = (jwe: string) => open({ jwe, tag: null, keys: [untouchable()] });

  it("is all that is looked at: a sound part does reach the key", async () => {
    expect(await form(sealed.jwe)).toBe("decrypt_failed");
  });

  it.each<[string, (jwe: JsonObject) => unknown, RefusalCode]>([
    ["unprotected", (jwe) => Object.assign(jwe, { unprotected: {} }), "jwe_header_not_allowed"],
    ["aad", (jwe) => Object.assign(jwe, { aad: "AA" }), "jwe_header_not_allowed"],
    ["top-level header", (jwe) => Object.assign(jwe, { header: {} }), "jwe_header_not_allowed"],
    ["top-level encrypted_key", (jwe) => Object.assign(jwe, { encrypted_key: "AA" }), "jwe_header_not_allowed"],
    ["no recipients", (jwe) => Object.assign(jwe, { recipients: [] }), "jwe_malformed"],
    [
      "21 recipients",
      (jwe) => Object.assign(jwe, { recipients: Array.from({ length: 21 }, () => recipient(jwe)) }),
      "jwe_malformed",
    ],
    [
      "doubled kid",
      (jwe) => Object.assign(jwe, { recipients: [recipient(jwe), recipient(jwe)] }),
      "recipients_mismatch",
    ],
    ["recipient with more members", (jwe) => Object.assign(recipient(jwe), { tag: "x" }), "jwe_header_not_allowed"],
    ["iv of another length", (jwe) => Object.assign(jwe, { iv: "AAAA" }), "jwe_malformed"],
    ["tag of another length", (jwe) => Object.assign(jwe, { tag: "AAAA" }), "jwe_malformed"],
    ["iv not canonical", (jwe) => Object.assign(jwe, { iv: `${jwe.iv}=` }), "jwe_malformed"],
    ["ciphertext not base64url", (jwe) => Object.assign(jwe, { ciphertext: "+" }), "jwe_malformed"],
    ["ciphertext of another length", (jwe) => Object.assign(jwe, { ciphertext: "AAAA" }), "padding_size_not_allowed"],
    [
      "wrapped key of another length",
      (jwe) => Object.assign(recipient(jwe), { encrypted_key: "AAAA" }),
      "jwe_malformed",
    ],
    [
      "epk off the curve",
      (jwe) => Object.assign(recipient(jwe).header.epk as JsonObject, { y: "A".repeat(43) }),
      "jwe_malformed",
    ],
    [
      "epk with a private half",
      (jwe) => Object.assign(recipient(jwe).header.epk as JsonObject, { d: "A".repeat(43) }),
      "jwe_malformed",
    ],
    [
      "epk of another curve",
      (jwe) => Object.assign(recipient(jwe).header.epk as JsonObject, { crv: "P-384" }),
      "jwe_malformed",
    ],
    ["kid that is no thumbprint", (jwe) => Object.assign(recipient(jwe).header, { kid: "../key" }), "jwe_malformed"],
  ])("refuses %s", async (_name, edit, code) => {
    expect(await form(edited(edit))).toBe(code);
  });

  it.each([
    "zip",
    "jku",
    "jwk",
    "x5u",
    "x5c",
    "x5t",
    "x5t#S256",
    "crit",
    "apu",
    "apv",
    "p2s",
    "p2c",
    "iv",
    "tag",
    "epk",
    "alg",
    "kid",
  ])("refuses %s in the protected header", async (member) => {
    expect(await form(withProtected((header) => Object.assign(header, { [member]: "x" })))).toBe(
      "jwe_header_not_allowed",
    );
  });

  it.each(["jku", "jwk", "x5u", "x5c", "crit", "apu", "apv", "p2s", "p2c", "iv", "tag", "enc", "zip"])(
    "refuses %s in a recipient's header",
    async (member) => {
      expect(await form(edited((jwe) => Object.assign(recipient(jwe).header, { [member]: "x" })))).toBe(
        "jwe_header_not_allowed",
      );
    },
  );

  it.each([
    "dir",
    "RSA1_5",
    "RSA-OAEP",
    "PBES2-HS256+A128KW",
    "A256KW",
    "A256GCMKW",
    "ECDH-ES",
    "ECDH-ES+A128KW",
    "none",
    "",
  ])("refuses alg %s", async (alg) => {
    expect(await form(edited((jwe) => Object.assign(recipient(jwe).header, { alg: alg })))).toBe(
      "jwe_algorithm_not_allowed",
    );
  });

  it.each(["A128GCM", "A256CBC-HS512", ""])("refuses enc %s", async (enc) => {
    expect(await form(withProtected((header) => Object.assign(header, { enc: enc })))).toBe(
      "jwe_algorithm_not_allowed",
    );
  });

  it("refuses another typ, a newer content, members that stand twice and anything too large", async () => {
    expect(await form(withProtected((header) => Object.assign(header, { typ: "JWE" })))).toBe("jwe_header_not_allowed");
    const newer = withProtected((header) =>
      Object.assign(header, { cty: "application/vnd.schutznetz.report+json;v=2" }),
    );
    expect(await form(newer)).toBe("schema_unknown");
    expect(await form(sealed.jwe.replace('"iv":', '"iv":"AAAAAAAAAAAAAAAA","iv":'))).toBe("jwe_malformed");
    expect(await form(`${sealed.jwe}${" ".repeat(262_144)}`)).toBe("too_large");
    const doubled = edited((jwe) => {
      const text = fromUtf8(fromBase64url(String(jwe.protected))).replace("{", '{"typ":"sn+jwe",');
      jwe.protected = toBase64url(utf8(text));
    });
    expect(await form(doubled)).toBe("jwe_malformed");
    expect(await form("[]")).toBe("jwe_malformed");
    expect(await form(withProtected((header) => Object.assign(header, { ref: "x".repeat(2_100) })))).toBe("too_large");
  });

  it("pins the algorithm to our key: RSA-OAEP-256 under our kid is refused", async () => {
    const jwe = edited((whole) => {
      const entry = recipient(whole);
      entry.header = { alg: "RSA-OAEP-256", kid: entry.header.kid as string };
      entry.encrypted_key = toBase64url(new Uint8Array(384));
    });
    expect(await open({ jwe })).toBe("jwe_algorithm_not_allowed");
    const signing: HeldKey = { ...here.office.epoch.oek, alg: "ES256" };
    expect(await open({ keys: [signing] })).toBe("jwe_algorithm_not_allowed");
  });
});

describe("tampering", () => {
  it.each<[string, (jwe: JsonObject) => unknown]>([
    ["ciphertext", (jwe) => Object.assign(jwe, { ciphertext: flipped(jwe.ciphertext) })],
    ["iv", (jwe) => Object.assign(jwe, { iv: flipped(jwe.iv) })],
    ["wrapped key", (jwe) => Object.assign(recipient(jwe), { encrypted_key: flipped(recipient(jwe).encrypted_key) })],
  ])("with the %s is noticed", async (_name, edit) => {
    expect(await open({ jwe: edited(edit) })).toBe("decrypt_failed");
  });

  it("with the tag is noticed whether or not an envelope names it", async () => {
    const jwe = edited((whole) => Object.assign(whole, { tag: flipped(whole.tag) }));
    expect(await open({ jwe, tag: null })).toBe("decrypt_failed");
    expect(await open({ jwe })).toBe("tag_mismatch");
  });
});

describe("the signature inside", () => {
  const resealed = async (context: PartContext, body: JsonObject, author: HeldKey | null) => {
    const frame = buildFrame(await composePart(context, body, NOW, author), CONTEXT.role);
    return encryptFor(frame, partHeader(CONTEXT), recipientsOf(here.office.trusted, { now: NOW }));
  };

  it("must come from the organisation in the envelope", async () => {
    expect(await open({ authors: signersOf(here.office.trusted) })).toBe("signature_invalid");
    const stranger = (await generateKey("ES256")).held;
    expect(await open({ jwe: await resealed(CONTEXT, REPORT, stranger), tag: null })).toBe("signature_invalid");
  });

  it("must be there where an organisation is named, and nowhere else", async () => {
    expect(await open({ jwe: await resealed(CONTEXT, REPORT, null), tag: null })).toBe("signature_invalid");
    expect(await open({ authors: null })).toBe("signature_invalid");
    const unsigned = { jwe: await resealed(CONTEXT, REPORT, null), tag: null, authors: null };
    expect((await openPart({ ...asked, ...unsigned })).signer).toBeNull();
  });

  it.each<[string, Partial<PartContext>]>([
    ["referral", { ref: "99999999-9999-4999-8999-999999999999" }],
    ["part", { part: "99999999-9999-4999-8999-999999999999" }],
    ["role", { role: "help" }],
    ["addressee", { to: KITA }],
    ["direction", { dir: "to_sender" }],
  ])("names its own %s: an office cannot re-seal a signed part elsewhere", async (_name, change) => {
    const jwe = await resealed({ ...CONTEXT, ...change }, REPORT, educator().keys.sig);
    expect(await open({ jwe, tag: null })).toBe("signature_invalid");
  });

  it("covers the body, and the body must be that of its role", async () => {
    const jwe = await resealed(CONTEXT, { text: "x", kind: "message" }, educator().keys.sig);
    expect(await open({ jwe, tag: null })).toBe("schema_invalid");
  });

  it("must verify", async () => {
    const content = await composePart(CONTEXT, REPORT, NOW, educator().keys.sig);
    const token = "j" in content ? content.j : "";
    const [header, payload, signature] = token.split(".");
    const forged = `${header}.${payload}.${flipped(signature as string)}`;
    const frame = buildFrame({ j: forged }, "report");
    const jwe = await encryptFor(frame, partHeader(CONTEXT), [here.office.trusted.current.oek]);
    expect(await open({ jwe, tag: null })).toBe("signature_invalid");
  });
});

it("tells the sender by a code of the state machine what could not be opened", () => {
  const said = [
    "jwe_malformed",
    "header_context_mismatch",
    "frame_malformed",
    "tag_mismatch",
    "unknown_signer",
  ] as const;
  expect(said.map(problemOf)).toEqual([
    "decrypt_failed",
    "decrypt_failed",
    "schema_invalid",
    "tag_mismatch",
    "signature_invalid",
  ]);
});

function flipped(encoded: unknown): string {
  const bytes = fromBase64url(String(encoded));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return toBase64url(bytes);
}
