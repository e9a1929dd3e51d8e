import { CompactEncrypt, compactDecrypt } from "jose";
import * as v from "valibot";
import { fromBase64url, toBase64url } from "./base64url";
import { type Bytes, randomBytes } from "./bytes";
import { Refusal, refuseWith } from "./errors";
import { bytes16, digest256 } from "./fields";
import { canonicalBytes } from "./jcs";
import { hasExactly, type JsonObject, parseStrictObject } from "./json";
import { type PrivateJwk, parsePrivateJwk } from "./jwk";
import { ARGON2ID, type Argon2id, keyEncryptionKey } from "./kdf";
import { generateKey, type HeldKey, holdKey } from "./keys";
import { newPassphraseBytes, passphraseBytes } from "./passphrase";

const kdf = v.strictObject({
  name: v.literal("argon2id"),
  v: v.literal(ARGON2ID.version),
  m: v.literal(ARGON2ID.memoryKiB),
  t: v.literal(ARGON2ID.passes),
  p: v.literal(ARGON2ID.lanes),
  salt: bytes16,
});
const wrapping = v.strictObject({ type: v.literal("passphrase"), kdf, jwe: v.string() });
const vault = v.strictObject({
  v: v.literal(1),
  encKid: digest256,
  sigKid: digest256,
  wrappings: v.pipe(v.array(wrapping), v.minLength(1), v.maxLength(4)),
});

/** What the server keeps for a member (`saveVault`, `myVault`). It opens with the passphrase alone. */
export type Vault = v.InferOutput<typeof vault>;

/** A member's keys in use: MEK opens grants, MSK signs parts, envelopes, grants and receipts. */
export interface MemberKeys {
  readonly enc: HeldKey;
  readonly sig: HeldKey;
}

const HEADER = { alg: "A256KW", enc: "A256GCM", typ: "vault+jwe" } as const;

/**
 * New member keys, wrapped under a passphrase that is not the login password. The private halves exist in this call
 * only. Throws `passphrase_too_short`.
 */
export async function createVault(passphrase: string, argon2id: Argon2id): Promise<{ vault: Vault; keys: MemberKeys }> {
  const password = newPassphraseBytes(passphrase);
  const [enc, sig] = [await generateKey("ECDH-ES+A256KW"), await generateKey("ES256")];
  const wrapped = await wrap({ enc: enc.privateJwk, sig: sig.privateJwk }, password, argon2id);
  return {
    vault: { v: 1, encKid: enc.kid, sigKid: sig.kid, wrappings: [wrapped] },
    keys: { enc: enc.held, sig: sig.held },
  };
}

/**
 * Opens a vault. The parameters of the derivation are checked, not obeyed: a server may neither weaken nor inflate
 * them. Throws `vault_invalid`, or `wrong_passphrase`, which says only that.
 */
export async function openVault(stored: unknown, passphrase: string, argon2id: Argon2id): Promise<MemberKeys> {
  const { enc, sig } = await unwrap(stored, passphrase, argon2id);
  return { enc: await holdKey(enc, "ECDH-ES+A256KW"), sig: await holdKey(sig, "ES256") };
}

/** The same keys under a new passphrase. Throws as {@link openVault} and {@link createVault}. */
export async function changePassphrase(
  stored: unknown,
  passphrase: string,
  replacement: string,
  argon2id: Argon2id,
): Promise<Vault> {
  const password = newPassphraseBytes(replacement);
  const keys = await unwrap(stored, passphrase, argon2id);
  const { encKid, sigKid } = readVault(stored);
  return { v: 1, encKid, sigKid, wrappings: [await wrap(keys, password, argon2id)] };
}

/** A vault out of foreign JSON. Throws `vault_invalid`. */
export function readVault(stored: unknown): Vault {
  const result = v.safeParse(vault, stored);
  if (!result.success) throw new Refusal("vault_invalid", "members or parameters");
  return result.output;
}

interface PrivatePair {
  readonly enc: PrivateJwk;
  readonly sig: PrivateJwk;
}

async function wrap(pair: PrivatePair, password: Bytes, argon2id: Argon2id): Promise<Vault["wrappings"][number]> {
  const salt = randomBytes(16);
  const kek = await derive(password, salt, argon2id);
  const plaintext = canonicalBytes({ enc: { ...pair.enc }, sig: { ...pair.sig } });
  const jwe = await new CompactEncrypt(plaintext).setProtectedHeader(HEADER).encrypt(kek);
  const { version, memoryKiB, passes, lanes } = ARGON2ID;
  return {
    type: "passphrase",
    kdf: { name: "argon2id", v: version, m: memoryKiB, t: passes, p: lanes, salt: toBase64url(salt) },
    jwe,
  };
}

/** A derivation that cannot run (no WebAssembly, no memory) is not a wrong passphrase. */
function derive(password: Bytes, salt: Bytes, argon2id: Argon2id): Promise<CryptoKey> {
  return refuseWith("kdf_unavailable", "Argon2id", async () => keyEncryptionKey(await argon2id(password, salt)));
}

async function unwrap(stored: unknown, passphrase: string, argon2id: Argon2id): Promise<PrivatePair> {
  const { encKid, sigKid, wrappings } = readVault(stored);
  const [wrapped] = wrappings;
  if (wrapped === undefined) throw new Refusal("vault_invalid", "no wrapping");
  checkHeader(wrapped.jwe);
  const password = passphraseBytes(passphrase);
  if (password.length === 0) throw new Refusal("wrong_passphrase", "nothing was typed");
  const kek = await derive(password, fromBase64url(wrapped.kdf.salt), argon2id);
  const plaintext = await decrypt(wrapped.jwe, kek);
  return refuseWith("vault_invalid", "contents", async () => {
    const pair = parseStrictObject(plaintext);
    if (!hasExactly(pair, ["enc", "sig"])) throw new Refusal("vault_invalid", "members inside");
    const keys = { enc: parsePrivateJwk(pair.enc), sig: parsePrivateJwk(pair.sig) };
    const held = [await holdKey(keys.enc, "ECDH-ES+A256KW"), await holdKey(keys.sig, "ES256")];
    if (held[0]?.kid !== encKid || held[1]?.kid !== sigKid) throw new Refusal("vault_invalid", "other keys inside");
    return keys;
  });
}

function checkHeader(jwe: string): void {
  let header: JsonObject;
  try {
    header = parseStrictObject(fromBase64url(jwe.split(".")[0] ?? ""));
  } catch {
    throw new Refusal("vault_invalid", "header");
  }
  const exact = hasExactly(header, Object.keys(HEADER));
  if (!exact || header.alg !== HEADER.alg || header.enc !== HEADER.enc || header.typ !== HEADER.typ) {
    throw new Refusal("vault_invalid", "header members");
  }
}

async function decrypt(jwe: string, kek: CryptoKey): Promise<Uint8Array> {
  try {
    const options = { keyManagementAlgorithms: [HEADER.alg], contentEncryptionAlgorithms: [HEADER.enc] };
    return (await compactDecrypt(jwe, kek, options)).plaintext;
  } catch {
    throw new Refusal("wrong_passphrase", "does not open");
  }
}
