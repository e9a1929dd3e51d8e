import { GeneralEncrypt, type GeneralJWE } from "jose";
import { digest } from "./base64url";
import type { Bytes } from "./bytes";
import { Refusal, refuseWith } from "./errors";
import { buildFrame } from "./frame";
import { parseJwe, partHeader } from "./header";
import type { JsonObject } from "./json";
import type { PublicJwk } from "./jwk";
import { generateKey, type HeldKey, importPublic } from "./keys";
import { composePart } from "./part";
import { MAX_RECIPIENTS, type PartContext } from "./profile";
import { checkBody } from "./schemas";

/** A public key a part is sealed to. */
export interface RecipientKey {
  readonly kid: string;
  readonly jwk: PublicJwk;
}

/** A part ready to be sent: the JWE text travels and rests byte for byte as it is here. */
export interface SealedPart {
  readonly id: string;
  readonly jwe: string;
  /** GCM tag, 22 symbols; stands in the envelope. */
  readonly tag: string;
  /** Length of the padded plaintext in bytes, one of the eight buckets. */
  readonly paddedSize: number;
  /** base64url SHA-256 of the padded plaintext; stands in manifest and receipt. */
  readonly plainDigest: string;
}

/** What is sealed, by whom, for whom. */
export interface PartToSeal {
  readonly context: PartContext;
  readonly body: JsonObject;
  readonly at: Date;
  /** Signing key of the member; null for people without an organisation. */
  readonly author: HeldKey | null;
  readonly recipients: readonly RecipientKey[];
}

/**
 * Seals one part: checks the body against its schema, signs, frames, pads, encrypts.
 * Throws `schema_invalid`, `padding_size_not_allowed`, `recipients_mismatch`, `key_invalid`.
 */
export async function sealPart(input: PartToSeal): Promise<SealedPart> {
  const { context, body, at, author, recipients } = input;
  checkBody(context.role, body);
  const plaintext = buildFrame(await composePart(context, body, at, author), context.role);
  const jwe = await encryptFor(plaintext, partHeader(context), recipients);
  return {
    id: context.part,
    jwe,
    tag: parseJwe(jwe).tag,
    paddedSize: plaintext.length,
    plainDigest: await digest(plaintext),
  };
}

/**
 * General JSON JWE with the given protected header and `ECDH-ES+A256KW` towards every recipient; per-recipient headers
 * are exactly `{alg, kid, epk}`.
 */
export async function encryptFor(
  plaintext: Bytes,
  header: JsonObject,
  recipients: readonly RecipientKey[],
): Promise<string> {
  const kids = new Set(recipients.map(({ kid }) => kid));
  if (recipients.length < 1 || recipients.length > MAX_RECIPIENTS || kids.size !== recipients.length) {
    throw new Refusal("recipients_mismatch", "1 to 20 different keys");
  }
  return refuseWith("jwe_malformed", "encryption failed", async () => {
    const encryption = new GeneralEncrypt(plaintext).setProtectedHeader({ ...header, enc: "A256GCM" });
    for (const { kid, jwk } of await withCompany(recipients)) {
      const key = await importPublic(jwk, "ECDH-ES+A256KW");
      encryption.addRecipient(key).setUnprotectedHeader({ alg: "ECDH-ES+A256KW", kid });
    }
    return serialise(await encryption.encrypt(), recipients.length);
  });
}

/**
 * With a single recipient jose writes `epk` into the protected header, where the profile does not allow it. So a lone
 * recipient gets company: a key made here and forgotten at once, whose entry {@link serialise} drops again.
 */
async function withCompany(recipients: readonly RecipientKey[]): Promise<readonly RecipientKey[]> {
  if (recipients.length > 1) return recipients;
  const { kid, publicJwk } = await generateKey("ECDH-ES+A256KW");
  return [...recipients, { kid, jwk: publicJwk }];
}

function serialise(jwe: GeneralJWE, recipients: number): string {
  const { protected: encoded, iv, ciphertext, tag } = jwe;
  const entries = jwe.recipients.slice(0, recipients).map(({ header, encrypted_key }) => ({ header, encrypted_key }));
  return JSON.stringify({ protected: encoded, recipients: entries, iv, ciphertext, tag });
}
