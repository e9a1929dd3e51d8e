// @vitest-environment node
import { describe, expect, it } from "vitest";
import { argon2id } from "./argon2";
import { fromBase64url } from "./base64url";
import { utf8 } from "./bytes";
import {
  containsReceiptCode,
  makeReplyKey,
  newReceiptCode,
  normaliseReceiptCode,
  openReplyKey,
  receiptKeys,
} from "./receiptCode";
import { codeOf } from "./testing/world";

const CODE = "K7MN-4RTX-9QWD-PH3C-V6Y5";
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("the receipt code", () => {
  it("derives what the vector of the paper says", async () => {
    const root = await argon2id(utf8(normaliseReceiptCode(CODE)), utf8("schutznetz-receipt-v1:mv"));
    expect(hex(root)).toBe("6fd2927315eeeba49e66338959e3eb1015452878db0d05e3213cd0f57ff9bb5d");
    const { lookup, wrap, stored } = await receiptKeys(CODE.toLowerCase(), "mv", argon2id);
    expect(hex(lookup)).toBe("f532a443532bcd1be8947039a5f84c1cd9c58103edfdc623f07766ebc7894197");
    expect(hex(wrap)).toBe("381f4ee16001376c17f09f3a1826329ac6bd30befb2debc86f5c6b218f6b91b2");
    expect(hex(fromBase64url(stored))).toBe("30b0787104763046183bd82ca0ff785a14763812603c9a35d7d839c1acf22b00");
  });

  it("finds every single wrong symbol and every swap of neighbours", async () => {
    const code = normaliseReceiptCode(CODE);
    const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    for (let at = 0; at < 20; at++) {
      for (const symbol of alphabet) {
        if (symbol === code.charAt(at)) continue;
        expect(await codeOf(() => normaliseReceiptCode(code.slice(0, at) + symbol + code.slice(at + 1)))).toBe(
          "code_check",
        );
      }
      const [a, b] = [code.charAt(at), code.charAt(at + 1)];
      if (b === "" || a === b) continue;
      expect(await codeOf(() => normaliseReceiptCode(code.slice(0, at) + b + a + code.slice(at + 2)))).toBe(
        "code_check",
      );
    }
  });

  it("says what is wrong with what was typed", async () => {
    expect(normaliseReceiptCode(" k7mn.4rtx 9qwd–ph3c-v6y5 ")).toBe(normaliseReceiptCode(CODE));
    expect(await codeOf(() => normaliseReceiptCode(CODE.replace("K", "0")))).toBe("code_symbol");
    expect(await codeOf(() => normaliseReceiptCode(CODE.slice(0, 23)))).toBe("code_length");
  });

  it("is new each time and valid each time", () => {
    const codes = Array.from({ length: 200 }, newReceiptCode);
    for (const code of codes) expect(normaliseReceiptCode(code)).toHaveLength(20);
    expect(new Set(codes).size).toBe(200);
  });

  it("opens the reply key that was wrapped under it, another code does not", async () => {
    const keys = await receiptKeys(CODE, "mv", argon2id);
    const { publicJwk, wrapped } = await makeReplyKey(keys);
    expect((await openReplyKey(wrapped, keys)).publicJwk).toEqual(publicJwk);
    const others = await receiptKeys(CODE, "demo", argon2id);
    expect(hex(others.lookup)).not.toBe(hex(keys.lookup));
    expect(await codeOf(() => openReplyKey(wrapped, others))).toBe("decrypt_failed");
    expect(await codeOf(() => openReplyKey("x.y.z", keys))).toBe("decrypt_failed");
  });

  it("is noticed inside a first message, however it was grouped", () => {
    expect(containsReceiptCode("Mein Code ist k7mn 4rtx 9qwd ph3c v6y5.", CODE)).toBe(true);
    expect(containsReceiptCode("Mein Code ist geheim.", CODE)).toBe(false);
  });
});
