import { isBase64urlOf, toBase64url } from "./base64url";
import { type Bytes, fromUtf8, randomBytes, utf8 } from "./bytes";
import { Refusal } from "./errors";
import { hasExactly, isJsonObject, type JsonObject, parseStrictObject } from "./json";
import type { PartRole } from "./profile";

/** The eight lengths of a plaintext in bytes: a short text and a long one look the same up to the next bucket. */
export const BUCKETS = [1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072] as const;

/** What a frame carries: an inner JWS (`j`), or the same payload unsigned (`d`) from people without an organisation. */
export type FrameContent = { readonly j: string } | { readonly d: JsonObject };

/**
 * Length in bytes of the padded plaintext for `bytes` bytes with empty padding (referral.md 5.2): the next bucket;
 * `feedback` always the first one, `message` never below the second. Throws `padding_size_not_allowed`.
 */
export function bucketFor(bytes: number, role: PartRole): number {
  const least = role === "message" ? 2048 : 1024;
  const bucket = BUCKETS.find((size) => size >= bytes && size >= least);
  if (bucket === undefined) throw new Refusal("padding_size_not_allowed", "content is longer than the largest bucket");
  if (role === "feedback" && bucket !== 1024) throw new Refusal("padding_size_not_allowed", "feedback is 1,024 bytes");
  return bucket;
}

/** Whether a ciphertext length is one that a part of this role may have. */
export function isBucketOf(length: number, role: PartRole): boolean {
  if (role === "feedback") return length === 1024;
  return BUCKETS.some((size) => size === length && (role !== "message" || size >= 2048));
}

/**
 * The padded plaintext: `{"j"|"d":…,"r":…,"p":"000…"}` in this member order.
 * @param nonce 32 random bytes; they keep the digest of a short content from being guessed
 */
export function buildFrame(content: FrameContent, role: PartRole, nonce: Bytes = randomBytes(32)): Bytes {
  if (nonce.length !== 32) throw new Refusal("frame_malformed", "r is 32 bytes");
  const r = toBase64url(nonce);
  const bare = JSON.stringify({ ...content, r, p: "" });
  const length = utf8(bare).length;
  const padding = "0".repeat(bucketFor(length, role) - length);
  return utf8(JSON.stringify({ ...content, r, p: padding }));
}

/**
 * Reads a padded plaintext. Refused: a length that is no bucket of the role or not the smallest one, bad UTF-8,
 * doubled or additional members, both or neither of `j` and `d`, `r` of another length, padding of other symbols.
 * Throws `frame_malformed`.
 */
export function parseFrame(plaintext: Uint8Array, role: PartRole): FrameContent {
  try {
    const frame = parseStrictObject(fromUtf8(plaintext));
    const content = readContent(frame);
    const { r, p } = frame;
    if (!isBase64urlOf(r, 32) || typeof p !== "string" || !/^0*$/u.test(p)) {
      throw new Refusal("frame_malformed", "r or p");
    }
    // Padding is ASCII, so this is the sender's own count of bytes, however it escaped its texts.
    const length = plaintext.length - p.length;
    if (plaintext.length !== bucketFor(length, role)) throw new Refusal("frame_malformed", "length");
    return content;
  } catch {
    throw new Refusal("frame_malformed", "not a padded frame of this role");
  }
}

function readContent(frame: JsonObject): FrameContent {
  if (hasExactly(frame, ["j", "r", "p"]) && typeof frame.j === "string") return { j: frame.j };
  if (hasExactly(frame, ["d", "r", "p"]) && isJsonObject(frame.d)) return { d: frame.d };
  throw new Refusal("frame_malformed", "members");
}

/** Length in bytes of the frame around a content, without sealing it: the manifest must know its own size first. */
export function framedLength(content: FrameContent, role: PartRole): number {
  return buildFrame(content, role, new Uint8Array(32)).length;
}
