// @vitest-environment node
import { describe, expect, it } from "vitest";
import { digest, fromBase64url } from "./base64url";
import { fromUtf8, utf8 } from "./bytes";
import { BUCKETS, bucketFor, buildFrame, isBucketOf, parseFrame } from "./frame";
import { codeOf } from "./testing/world";

const R = "A".repeat(43);
const padded = (bare: string, size: number) =>
  utf8(bare.replace('"p":""', `"p":"${"0".repeat(size - utf8(bare).length)}"`));

describe("frame", () => {
  it("is byte for byte the vector of the paper: umlauts count two bytes", async () => {
    const frame = buildFrame({ d: { t: "Grüße" } }, "report", new Uint8Array(32));
    expect(frame).toHaveLength(1024);
    expect(await digest(frame).then((text) => Buffer.from(fromBase64url(text)).toString("hex"))).toBe(
      "be274b44ee2047dae26066fa476b47d35196b2d40ca40b9de825ed2dc553dedf",
    );
    expect(parseFrame(frame, "report")).toEqual({ d: { t: "Grüße" } });
  });

  it("fills each bucket to the last byte and then takes the next one", () => {
    const overhead = buildFrameLength("");
    for (const [index, size] of BUCKETS.entries()) {
      const text = "x".repeat(size - overhead);
      expect(buildFrame({ j: text }, "report")).toHaveLength(size);
      const next = BUCKETS[index + 1];
      if (next !== undefined) expect(buildFrame({ j: `${text}x` }, "report")).toHaveLength(next);
    }
  });

  it("keeps feedback in the first bucket and messages out of it", async () => {
    expect(bucketFor(100, "message")).toBe(2048);
    expect(await codeOf(() => bucketFor(1025, "feedback"))).toBe("padding_size_not_allowed");
    expect(await codeOf(() => bucketFor(131_073, "report"))).toBe("padding_size_not_allowed");
    expect([isBucketOf(1024, "message"), isBucketOf(2048, "feedback"), isBucketOf(1000, "report")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("never repeats itself, so that a digest of three facts cannot be looked up", async () => {
    const content = { j: "same" };
    expect(await digest(buildFrame(content, "feedback"))).not.toBe(await digest(buildFrame(content, "feedback")));
  });

  it.each([
    ["doubled member", padded(`{"j":"a","j":"b","r":"${R}","p":""}`, 1024)],
    ["both j and d", padded(`{"j":"a","d":{},"r":"${R}","p":""}`, 1024)],
    ["neither", padded(`{"r":"${R}","p":""}`, 1024)],
    ["further member", padded(`{"j":"a","x":1,"r":"${R}","p":""}`, 1024)],
    ["short r", padded(`{"j":"a","r":"AAAA","p":""}`, 1024)],
    ["r not canonical", padded(`{"j":"a","r":"${"A".repeat(42)}B","p":""}`, 1024)],
    ["padding of another symbol", utf8(fromUtf8(padded(`{"j":"a","r":"${R}","p":""}`, 1024)).replace("00", "01"))],
    ["no bucket", padded(`{"j":"a","r":"${R}","p":""}`, 1025)],
    ["larger bucket than needed", padded(`{"j":"a","r":"${R}","p":""}`, 2048)],
    ["d is no object", padded(`{"d":[],"r":"${R}","p":""}`, 1024)],
    ["broken UTF-8", new Uint8Array(1024).fill(0xff)],
  ])("refuses %s", async (_name, bytes) => {
    expect(await codeOf(() => parseFrame(bytes, "report"))).toBe("frame_malformed");
  });

  it("reads the frame of a sender that escapes its texts", () => {
    expect(parseFrame(padded(`{"d":{"t":"Gr\\u00fc\\u00dfe"},"r":"${R}","p":""}`, 1024), "report")).toEqual({
      d: { t: "Grüße" },
    });
  });
});

function buildFrameLength(text: string): number {
  return utf8(JSON.stringify({ j: text, r: R, p: "" })).length;
}
