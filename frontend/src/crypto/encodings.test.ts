// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromBase64url, toBase64url } from "./base64url";
import { randomBytes, utf8 } from "./bytes";
import { caseReference } from "./caseReference";
import { fromCrockford, normaliseCrockford, toCrockford } from "./crockford";
import { canonicalJson } from "./jcs";
import { parseStrict } from "./json";
import { parsePublicJwk } from "./jwk";
import { publicPoint } from "./p256";
import { uuidOf } from "./profile";
import { codeOf } from "./testing/world";
import { thumbprint } from "./thumbprint";

describe("base64url", () => {
  it("writes what every other implementation writes, for all lengths", () => {
    for (let length = 0; length < 70; length++) {
      const bytes = randomBytes(length);
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
  });

  it.each(["A", "AB=", "AB==", "A+", "A/AA", "AA A", "AB", "AAB"])("refuses the second spelling %s", async (text) => {
    expect(await codeOf(() => fromBase64url(text))).toBe("encoding_invalid");
  });
});

describe("Crockford base32", () => {
  it("reads back what it wrote, and what a hand wrote instead", () => {
    const bytes = randomBytes(35);
    expect(toCrockford(bytes)).toHaveLength(56);
    expect(fromCrockford(toCrockford(bytes))).toEqual(bytes);
    expect(normaliseCrockford("o1lI - 7k3m")).toBe("01117K3M");
  });

  it("refuses U and bits that no encoder would leave", async () => {
    expect(await codeOf(() => fromCrockford("UU"))).toBe("encoding_invalid");
    expect(await codeOf(() => fromCrockford("01"))).toBe("encoding_invalid");
  });
});

describe("canonical JSON", () => {
  it("sorts by UTF-16 code units and escapes as ECMAScript does (RFC 8785, 3.2.3)", () => {
    const value = {
      "€": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "😀": "Emoji: Grinning Face",
      "\u0080": "Control",
      ö: "Latin Small Letter O With Diaeresis",
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/"([^"]*)":/gu)].map(([, name]) => JSON.parse(`"${name}"`))).toEqual([
      "\r",
      "1",
      "\u0080",
      "ö",
      "€",
      "😀",
      "\ufb33",
    ]);
  });

  it("matches the bytes behind the audit vector of the papers", async () => {
    const genesis = {
      v: 1,
      stream: "platform",
      seq: 1,
      at: "2026-12-01T08:00:00Z",
      actor: { type: "system" },
      action: "audit.genesis",
      object: { type: "stream", id: "platform" },
      outcome: "allowed",
    };
    const bytes = Buffer.concat([Buffer.from("schutznetz-audit-v1\0"), Buffer.alloc(32), utf8(canonicalJson(genesis))]);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    expect(hash).toBe("90d67f4f630f5284aa3c4c128c8903e9aab9c6cc8aba33827145117f762b9634");
  });

  it.each([0.5, Number.NaN, 2 ** 53, "\ud800"])("refuses %s, which has no canonical form here", async (value) => {
    expect(await codeOf(() => canonicalJson([value]))).toBe("json_invalid");
  });
});

describe("strict JSON", () => {
  it.each([
    ['{"a":1,"a":2}', "a doubled member"],
    ['{"x":[{"a":1,"\\u0061":2}]}', "a doubled member in another spelling, deep inside"],
    ['{"a":1.5}', "a fraction"],
    ['{"a":1e3}', "an exponent"],
    ['{"a":-0}', "minus zero"],
    ['{"a":9007199254740993}', "an integer that would be rounded"],
    ['"\\ud800"', "a lone surrogate"],
    [`${"[".repeat(33)}${"]".repeat(33)}`, "depth"],
    ['{"a":1} x', "a tail"],
    ["", "nothing"],
  ])("refuses %s: %s", async (text) => {
    expect(await codeOf(() => parseStrict(text))).toBe("json_invalid");
  });

  it("does not take names inside texts for members", () => {
    const value = { a: '","a":{', b: [{ a: 1 }, { a: 2 }], c: "\\", d: '\\"a', e: -12, f: true, g: null };
    expect(parseStrict(JSON.stringify(value))).toEqual(value);
  });
});

describe("keys", () => {
  it("has the thumbprints that stand in the vectors of RFC 7638's kind", async () => {
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: "Yjdx2TSriO5iuzlHDc3yoTBDyzso64r9U114XP-_9rM",
      y: "lYHdWc_vljNyyujohFo--VmjtHW6sj7CrAjH24aAuY4",
    } as const;
    expect(await thumbprint(parsePublicJwk(jwk))).toBe("pFapi5537HgusgJ3GoYoPjGS7wBnv-XozunjflR5Dl0");
  });

  it("refuses points off the curve, other curves, and further members", async () => {
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: "Yjdx2TSriO5iuzlHDc3yoTBDyzso64r9U114XP-_9rM",
      y: "lYHdWc_vljNyyujohFo--VmjtHW6sj7CrAjH24aAuY4",
    };
    const faults = [
      { ...jwk, y: jwk.x },
      { ...jwk, crv: "P-384" },
      { ...jwk, kid: "k" },
      { ...jwk, x: `${jwk.x}=` },
      null,
    ];
    for (const fault of faults) expect(await codeOf(() => parsePublicJwk(fault))).toBe("key_invalid");
  });

  it("finds the point of a scalar as the platform does", async () => {
    for (let i = 0; i < 5; i++) {
      const pair = (await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
        "deriveBits",
      ])) as CryptoKeyPair;
      const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
      const { x, y } = publicPoint(fromBase64url(jwk.d ?? ""));
      expect([toBase64url(x), toBase64url(y)]).toEqual([jwk.x, jwk.y]);
    }
    const one = new Uint8Array(32);
    one[31] = 1;
    expect(Buffer.from(publicPoint(one).x).toString("hex")).toMatch(/^6b17d1f2e12c4247/u);
  });
});

describe("ids", () => {
  it("are bare UUIDs in signed data, whichever way the API spelled them", async () => {
    expect(uuidOf("ref_11111111111141118111111111111111")).toBe("11111111-1111-4111-8111-111111111111");
    expect(uuidOf("11111111-1111-4111-8111-111111111111")).toBe("11111111-1111-4111-8111-111111111111");
    expect(await codeOf(() => uuidOf("ref_1"))).toBe("encoding_invalid");
  });

  it("give a case the name people say on the telephone", async () => {
    expect(await caseReference("11111111-1111-4111-8111-111111111111")).toMatch(
      /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u,
    );
  });
});
