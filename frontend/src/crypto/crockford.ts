import type { Bytes } from "./bytes";
import { Refusal } from "./errors";

/** Crockford's base32: no I, L, O, U, so that it can be read out and typed from paper. */
export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const LOOKALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/** Symbols of bytes, five bits each, the last group filled with zero bits. */
export function toCrockford(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD.charAt((held >> bits) & 31);
    }
  }
  if (bits > 0) text += CROCKFORD.charAt((held << (5 - bits)) & 31);
  return text;
}

/** Upper case, without spaces, hyphens and dots, look-alikes read as what was meant (O as 0, I and L as 1). */
export function normaliseCrockford(text: string): string {
  return [...text.toUpperCase().replace(/[\s.\-‐-―]/gu, "")].map((symbol) => LOOKALIKES[symbol] ?? symbol).join("");
}

/** Bytes of symbols as {@link normaliseCrockford} reads them; bits left over must be zero. Throws `encoding_invalid`. */
export function fromCrockford(text: string): Bytes {
  const symbols = normaliseCrockford(text);
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of symbols) {
    const value = CROCKFORD.indexOf(symbol);
    if (value < 0) throw new Refusal("encoding_invalid", "symbol outside Crockford base32");
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  if (bits >= 5 || (held & ((1 << bits) - 1)) !== 0) throw new Refusal("encoding_invalid", "bits left over");
  return bytes;
}

/** `text` in groups of `size` symbols, for reading out and for paper. */
export function grouped(text: string, size = 4): string[] {
  return text.match(new RegExp(`.{1,${size}}`, "gu")) ?? [];
}
