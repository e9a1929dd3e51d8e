import { type Bytes, sha256, utf8 } from "./bytes";
import { Refusal } from "./errors";

const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...SYMBOLS].map((symbol, value) => [symbol, value]));

/** base64url without padding (RFC 4648, 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const symbols = Math.min(bytes.length - i, 3) + 1;
    for (let s = 0; s < symbols; s++) text += SYMBOLS.charAt((group >> (18 - 6 * s)) & 63);
  }
  return text;
}

/**
 * Bytes of a base64url text in its one canonical form: no padding, no other symbol, unused bits zero.
 * Two spellings of the same bytes would let one ciphertext carry two tags. Throws `encoding_invalid`.
 */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new Refusal("encoding_invalid", "length of base64url");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of text) {
    const value = VALUES.get(symbol);
    if (value === undefined) throw new Refusal("encoding_invalid", "symbol outside base64url");
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new Refusal("encoding_invalid", "base64url is not canonical");
  return bytes;
}

/** Whether a value is canonical base64url of exactly `length` bytes. */
export function isBase64urlOf(value: unknown, length: number): value is string {
  if (typeof value !== "string") return false;
  try {
    return fromBase64url(value).length === length;
  } catch {
    return false;
  }
}

/** base64url of the SHA-256 of bytes, or of a text's UTF-8: 43 symbols. */
export async function digest(of: Uint8Array | string): Promise<string> {
  return toBase64url(await sha256(typeof of === "string" ? utf8(of) : of));
}
