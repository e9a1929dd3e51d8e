import { CompactEncrypt, compactDecrypt } from "jose";
import { digest, fromBase64url, toBase64url } from "./base64url";
import { type Bytes, randomBytes, utf8 } from "./bytes";
import { grouped } from "./crockford";
import { Refusal } from "./errors";
import { canonicalBytes } from "./jcs";
import { hasExactly, parseStrictObject } from "./json";
import { type PublicJwk, parsePrivateJwk } from "./jwk";
import { type Argon2id, hkdf, keyEncryptionKey } from "./kdf";
import { generateKey, type HeldKey, holdKey } from "./keys";

/** 31 symbols without 0, O, 1, I and L; a prime number, so that the check symbol finds every slip and swap. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const RANDOM_SYMBOLS = 19;
const HEADER = { alg: "A256KW", enc: "A256GCM", typ: "replykey+jwe" } as const;

/** What a receipt code opens (referral.md 8). `lookup` goes to the server, `wrap` never leaves the page. */
export interface ReceiptKeys {
  readonly lookup: Bytes;
  readonly wrap: Bytes;
  /** base64url SHA-256 of `lookup`: all the server stores. */
  readonly stored: string;
}

/** A new code, shown once: `XXXX-XXXX-XXXX-XXXX-XXXX`. 94 bit from the platform's generator, without bias. */
export function newReceiptCode(): string {
  let symbols = "";
  while (symbols.length < RANDOM_SYMBOLS) {
    const [byte = 255] = randomBytes(1);
    if (byte < 248) symbols += ALPHABET.charAt(byte % 31);
  }
  return showReceiptCode(symbols + checkSymbol(symbols));
}

/**
 * The 20 symbols of what was typed. Throws `code_symbol`, `code_length`, `code_check` before anything is sent.
 */
export function normaliseReceiptCode(typed: string): string {
  const code = typed.toUpperCase().replace(/[\s.\-‐-―]/gu, "");
  if ([...code].some((symbol) => !ALPHABET.includes(symbol))) throw new Refusal("code_symbol", "not in any code");
  if (code.length !== RANDOM_SYMBOLS + 1) throw new Refusal("code_length", "20 symbols");
  if (checkSymbol(code) !== code.charAt(RANDOM_SYMBOLS)) throw new Refusal("code_check", "a symbol is wrong");
  return code;
}

/** Twenty symbols in groups of four. */
export function showReceiptCode(code: string): string {
  return grouped(code).join("-");
}

/** Derives look-up and wrapping key. @param instanceId from `GET /api/v1/meta` */
export async function receiptKeys(code: string, instanceId: string, argon2id: Argon2id): Promise<ReceiptKeys> {
  const password = utf8(normaliseReceiptCode(code));
  const root = await argon2id(password, utf8(`schutznetz-receipt-v1:${instanceId}`));
  const lookup = await hkdf(root, "schutznetz/receipt/v1/lookup");
  return { lookup, wrap: await hkdf(root, "schutznetz/receipt/v1/wrap"), stored: await digest(lookup) };
}

/** A reply key for one referral: public half for the envelope, private half wrapped under the code. */
export async function makeReplyKey({ wrap }: ReceiptKeys): Promise<{ publicJwk: PublicJwk; wrapped: string }> {
  const { publicJwk, privateJwk } = await generateKey("ECDH-ES+A256KW");
  const wrapped = await new CompactEncrypt(canonicalBytes({ ...privateJwk }))
    .setProtectedHeader(HEADER)
    .encrypt(await keyEncryptionKey(wrap));
  return { publicJwk, wrapped };
}

/** Opens the reply key that the server returned for a code. Throws `decrypt_failed`. */
export async function openReplyKey(wrapped: string, { wrap }: ReceiptKeys): Promise<HeldKey> {
  try {
    const header = parseStrictObject(fromBase64url(wrapped.split(".")[0] ?? ""));
    const exact = hasExactly(header, ["alg", "enc", "typ"]) && header.typ === HEADER.typ;
    if (!exact) throw new Refusal("decrypt_failed", "header");
    const options = { keyManagementAlgorithms: [HEADER.alg], contentEncryptionAlgorithms: [HEADER.enc] };
    const { plaintext } = await compactDecrypt(wrapped, await keyEncryptionKey(wrap), options);
    return await holdKey(parsePrivateJwk(parseStrictObject(plaintext)), "ECDH-ES+A256KW");
  } catch {
    throw new Refusal("decrypt_failed", "reply key");
  }
}

/** Whether a text contains the code, in any grouping: a first message must not carry it. */
export function containsReceiptCode(text: string, code: string): boolean {
  const bare = (value: string) => value.toUpperCase().replace(/[^0-9A-Z]/gu, "");
  return bare(text).includes(bare(code));
}

/** `lookup` as the endpoint takes it. */
export function lookupParameter({ lookup }: ReceiptKeys): string {
  return toBase64url(lookup);
}

function checkSymbol(symbols: string): string {
  let sum = 0;
  for (let i = 0; i < RANDOM_SYMBOLS; i++) sum += (i + 1) * ALPHABET.indexOf(symbols.charAt(i));
  return ALPHABET.charAt(sum % 31);
}
