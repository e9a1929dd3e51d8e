// @vitest-environment node
import { createHash } from "node:crypto";
import { compactDecrypt, type GeneralJWE, generalDecrypt, importJWK, type JWK } from "jose";
import { describe, expect, it } from "vitest";
import { parsePrivateJwk } from "./jwk";
import { holdKey } from "./keys";
import { openPart } from "./open";
import type { PartContext } from "./profile";
import { codeOf, vectors } from "./testing/world";

interface Vectors {
  rsa: JWK;
  p256: JWK;
  x: JWK;
  c1: string;
  c2: string;
  c3: string;
  general: GeneralJWE;
  len: number;
}

const given = vectors<Vectors>("jwe_vectors.json");
const DIGEST = "25f3085252ce5297f4e7a46bc21daa6db2e50feec07850a214fbaa1695adb13e";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the interoperability vectors", () => {
  it.each([
    ["rsa", "c1"],
    ["p256", "c2"],
    ["x", "c3"],
  ] as const)("open with the raw library: key %s, compact %s and general", async (name, compact) => {
    const key = await importJWK(given[name]);
    for (const { plaintext } of [await compactDecrypt(given[compact], key), await generalDecrypt(given.general, key)]) {
      expect(plaintext).toHaveLength(given.len);
      expect(sha256(plaintext)).toBe(DIGEST);
    }
  });

  it("are all refused by our own opening: they lack role, direction and epoch", async () => {
    const { kty, crv, x, y, d } = given.p256;
    const key = await holdKey(parsePrivateJwk({ kty, crv, x, y, d }), "ECDH-ES+A256KW");
    const expected: PartContext = {
      ref: "019aa5c0-0000-7000-8000-000000000001",
      part: "019aa5c0-0000-7000-8000-000000000002",
      role: "report",
      kind: "SUSPICION_REPORT",
      to: "019aa5c0-0000-7000-8000-000000000003",
      dir: "to_recipient",
      epoch: 1,
    };
    const open = (jwe: string) => codeOf(() => openPart({ jwe, expected, tag: null, keys: [key], authors: null }));
    for (const compact of [given.c1, given.c2, given.c3]) expect(await open(compact)).toBe("jwe_malformed");
    // The X25519 recipient is refused first; without it the protected header is.
    expect(await open(JSON.stringify(given.general))).toBe("jwe_malformed");
    const fewer = { ...given.general, recipients: given.general.recipients.slice(0, 2) };
    expect(await open(JSON.stringify(fewer))).toBe("jwe_header_not_allowed");
  });
});
