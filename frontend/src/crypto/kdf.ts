import type { Bytes } from "./bytes";
import { utf8 } from "./bytes";

/** Argon2id v1.3 as this project uses it everywhere: m in KiB (64 MiB), t passes, p lanes, 32 bytes out. */
export const ARGON2ID = { version: 19, memoryKiB: 65_536, passes: 3, lanes: 1, length: 32 } as const;

/**
 * Argon2id with {@link ARGON2ID}. A function handed in, because it runs in a worker in the browser (WebAssembly is
 * forbidden on the page itself, see `worker.ts`) and directly in Node (`argon2.ts`).
 */
export type Argon2id = (password: Bytes, salt: Bytes) => Promise<Bytes>;

/** HKDF-SHA-256 (RFC 5869) with an empty salt. */
export async function hkdf(ikm: Bytes, info: string, length = 32): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", ikm, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}

/** A key-encryption key for `A256KW` out of 32 bytes; not extractable. */
export function keyEncryptionKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-KW", false, ["wrapKey", "unwrapKey"]);
}
