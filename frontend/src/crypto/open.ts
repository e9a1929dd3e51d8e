import { flattenedDecrypt } from "jose";
import { digest } from "./base64url";
import { Refusal } from "./errors";
import { parseFrame } from "./frame";
import { checkPartHeader, type ParsedJwe, parseJwe } from "./header";
import type { JsonObject } from "./json";
import type { HeldKey } from "./keys";
import { readPart, type SignerLookup } from "./part";
import type { PartContext } from "./profile";
import { checkBody } from "./schemas";

/** What is opened, and everything the reader knows about it from elsewhere. */
export interface PartToOpen {
  /** The JSON text as the server returned it. */
  readonly jwe: string;
  /** Where the part was found: from the envelope and the address, never from the part itself. */
  readonly expected: PartContext;
  /** Tag in the signed envelope; null for messages, feedback and decisions, which join later. */
  readonly tag: string | null;
  /** The reader's keys; the one whose kid is a recipient is used. */
  readonly keys: readonly HeldKey[];
  /** Certified keys of the organisation that must have signed; null where the sender has none. */
  readonly authors: SignerLookup | null;
}

/** An opened part. `body` is checked against its schema; its texts are still a stranger's words. */
export interface OpenedPart {
  readonly id: string;
  readonly body: JsonObject;
  /** Instant by the author's clock (RFC 3339). */
  readonly at: string;
  /** Signing kid of the author; null for an unsigned part. */
  readonly signer: string | null;
  readonly tag: string;
  /** base64url SHA-256 of the padded plaintext, for manifest and receipt. */
  readonly plainDigest: string;
}

/**
 * Opens one part in this order: form and header allow-list, context, tag, pinned algorithm, decryption, frame,
 * signature, schema. No key is touched before the first four have passed.
 * Throws a form code, `tag_mismatch`, `decrypt_failed`, `frame_malformed`, `signature_invalid`, `schema_unknown`,
 * `schema_invalid`; `problemOf` turns them into what `reject_technical` may say.
 */
export async function openPart(input: PartToOpen): Promise<OpenedPart> {
  const { expected, tag, keys, authors } = input;
  const jwe = parseJwe(input.jwe);
  checkPartHeader(jwe, expected);
  if (tag !== null && jwe.tag !== tag) throw new Refusal("tag_mismatch", "tag differs from the signed envelope");
  const plaintext = await decryptWith(jwe, keys);
  const inner = await readPart(parseFrame(plaintext, expected.role), expected, authors);
  checkBody(expected.role, inner.body);
  return { id: expected.part, ...inner, tag: jwe.tag, plainDigest: await digest(plaintext) };
}

/**
 * Plaintext of a parsed JWE with the one of `keys` that is a recipient. The algorithm is pinned to the key: `alg`
 * stands outside the authenticated header in the general serialisation. Throws `jwe_algorithm_not_allowed`,
 * `decrypt_failed` (no key of ours, or damaged: the two are not told apart).
 */
export async function decryptWith(jwe: ParsedJwe, keys: readonly HeldKey[]): Promise<Uint8Array> {
  const entry = jwe.recipients.find(({ kid }) => keys.some((key) => key.kid === kid));
  const key = keys.find(({ kid }) => kid === entry?.kid);
  if (entry === undefined || key === undefined) throw new Refusal("decrypt_failed", "sealed to other keys");
  if (entry.alg !== key.alg || entry.epk === null) throw new Refusal("jwe_algorithm_not_allowed", "pinned to the key");
  const { protectedText, iv, ciphertext, tag } = jwe;
  const header = { alg: entry.alg, kid: entry.kid, epk: { ...entry.epk } };
  try {
    const { plaintext } = await flattenedDecrypt(
      { protected: protectedText, header, encrypted_key: entry.encryptedKey, iv, ciphertext, tag },
      key.privateKey,
      { keyManagementAlgorithms: [key.alg], contentEncryptionAlgorithms: ["A256GCM"] },
    );
    return plaintext;
  } catch {
    throw new Refusal("decrypt_failed", "does not open");
  }
}
