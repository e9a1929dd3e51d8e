import { fromBase64url, isBase64urlOf } from "./base64url";
import { type Bytes, fromUtf8, utf8 } from "./bytes";
import { Refusal } from "./errors";
import { isBucketOf } from "./frame";
import { hasExactly, isJsonObject, type Json, type JsonObject, parseStrictObject } from "./json";
import { type PublicJwk, parsePublicJwk } from "./jwk";
import { contentType, MAX_JWE_BYTES, MAX_PROTECTED_BYTES, MAX_RECIPIENTS, type PartContext } from "./profile";

/** One recipient of a sealed part. */
export interface JweRecipient {
  readonly kid: string;
  readonly alg: "ECDH-ES+A256KW" | "RSA-OAEP-256";
  /** Only for `ECDH-ES+A256KW`. */
  readonly epk: PublicJwk | null;
  readonly encryptedKey: string;
}

/** A general JSON JWE whose form is that of the profile. Nothing in it has been decrypted or trusted. */
export interface ParsedJwe {
  readonly protectedText: string;
  readonly header: JsonObject;
  readonly recipients: readonly JweRecipient[];
  readonly iv: string;
  readonly ciphertext: string;
  readonly ciphertextLength: number;
  readonly tag: string;
}

const PART_MEMBERS = ["typ", "enc", "cty", "ref", "part", "role", "kind", "to", "dir", "epoch"] as const;

/**
 * Reads a general JSON JWE (RFC 7516, 7.2.1) by allow-list, before any key is touched: exactly the members of
 * referral.md 5.1, canonical base64url, 1 to 20 recipients without a doubled kid, no member that stands twice.
 * Throws `too_large`, `jwe_malformed`, `jwe_header_not_allowed`, `jwe_algorithm_not_allowed`, `recipients_mismatch`.
 */
export function parseJwe(text: string): ParsedJwe {
  if (text.length > MAX_JWE_BYTES || utf8(text).length > MAX_JWE_BYTES) throw new Refusal("too_large", "over 256 KiB");
  const jwe = readObject(text, "the JWE is not an object of JSON");
  if (!hasExactly(jwe, ["protected", "recipients", "iv", "ciphertext", "tag"])) {
    throw new Refusal("jwe_header_not_allowed", "members of the general serialisation");
  }
  const { protected: encoded, recipients, iv, ciphertext, tag } = jwe;
  if (!isBase64urlOf(iv, 12) || !isBase64urlOf(tag, 16)) throw new Refusal("jwe_malformed", "iv or tag");
  return {
    protectedText: String(encoded),
    header: readProtected(encoded),
    recipients: readRecipients(recipients),
    iv,
    ciphertext: String(ciphertext),
    ciphertextLength: decoded(ciphertext).length,
    tag,
  };
}

/** The protected header of a part, as it is sealed and as it is expected when opening. */
export function partHeader(context: PartContext): JsonObject {
  const { ref, part, role, kind, to, dir, epoch } = context;
  return { typ: "sn+jwe", enc: "A256GCM", cty: contentType(role), ref, part, role, kind, to, dir, epoch };
}

/**
 * Compares the protected header and the length of the ciphertext with what the reader expects at this place.
 * Throws `jwe_header_not_allowed`, `jwe_algorithm_not_allowed`, `schema_unknown`, `header_context_mismatch`,
 * `padding_size_not_allowed`.
 */
export function checkPartHeader(jwe: ParsedJwe, expected: PartContext): void {
  const { header } = jwe;
  if (!hasExactly(header, PART_MEMBERS) || header.typ !== "sn+jwe") {
    throw new Refusal("jwe_header_not_allowed", "members of the protected header");
  }
  if (header.enc !== "A256GCM") throw new Refusal("jwe_algorithm_not_allowed", "enc");
  const wanted = partHeader(expected);
  const differs = PART_MEMBERS.filter((member) => header[member] !== wanted[member]);
  if (differs.length === 1 && differs[0] === "cty") throw new Refusal("schema_unknown", "version of the content");
  if (differs.length > 0) throw new Refusal("header_context_mismatch", `protected ${differs.join(", ")}`);
  if (!isBucketOf(jwe.ciphertextLength, expected.role)) {
    throw new Refusal("padding_size_not_allowed", "length of the ciphertext");
  }
}

function readObject(text: string | Bytes, reason: string): JsonObject {
  try {
    return parseStrictObject(text);
  } catch {
    throw new Refusal("jwe_malformed", reason);
  }
}

function decoded(value: Json | undefined): Bytes {
  try {
    if (typeof value === "string" && value !== "") return fromBase64url(value);
  } catch {
    // falls through to the one refusal below
  }
  throw new Refusal("jwe_malformed", "base64url in canonical form");
}

function readProtected(encoded: Json | undefined): JsonObject {
  const bytes = decoded(encoded);
  if (bytes.length > MAX_PROTECTED_BYTES) throw new Refusal("too_large", "protected header over 2 KiB");
  try {
    fromUtf8(bytes);
  } catch {
    throw new Refusal("jwe_malformed", "protected header is not UTF-8");
  }
  return readObject(bytes, "protected header");
}

function readRecipients(list: Json | undefined): JweRecipient[] {
  if (!Array.isArray(list) || list.length < 1 || list.length > MAX_RECIPIENTS) {
    throw new Refusal("jwe_malformed", "1 to 20 recipients");
  }
  const recipients = list.map(readRecipient);
  if (new Set(recipients.map(({ kid }) => kid)).size !== recipients.length) {
    throw new Refusal("recipients_mismatch", "a key stands twice");
  }
  return recipients;
}

function readRecipient(entry: Json): JweRecipient {
  if (!isJsonObject(entry) || !hasExactly(entry, ["header", "encrypted_key"]) || !isJsonObject(entry.header)) {
    throw new Refusal("jwe_header_not_allowed", "members of a recipient");
  }
  const { header, encrypted_key: encryptedKey } = entry;
  const { alg, kid } = header;
  if (alg !== "ECDH-ES+A256KW" && alg !== "RSA-OAEP-256") throw new Refusal("jwe_algorithm_not_allowed", "alg");
  if (!hasExactly(header, alg === "RSA-OAEP-256" ? ["alg", "kid"] : ["alg", "kid", "epk"])) {
    throw new Refusal("jwe_header_not_allowed", "members of a recipient's header");
  }
  if (!isBase64urlOf(kid, 32)) throw new Refusal("jwe_malformed", "kid is a thumbprint");
  const length = decoded(encryptedKey).length;
  if (alg === "RSA-OAEP-256") {
    if (length < 384 || length > 512) throw new Refusal("jwe_malformed", "length of a key wrapped with RSA");
    return { kid, alg, epk: null, encryptedKey: String(encryptedKey) };
  }
  if (length !== 40) throw new Refusal("jwe_malformed", "length of a wrapped key");
  return { kid, alg, epk: readEphemeral(header.epk), encryptedKey: String(encryptedKey) };
}

function readEphemeral(epk: Json | undefined): PublicJwk {
  try {
    return parsePublicJwk(epk);
  } catch {
    throw new Refusal("jwe_malformed", "ephemeral key");
  }
}
