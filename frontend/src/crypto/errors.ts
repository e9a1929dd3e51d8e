/**
 * One error type for everything this folder refuses. The code is for machines, the reason for a developer's log:
 * it is a fixed sentence and never holds content, a key, a code or a passphrase.
 */

/** Reasons a recipient may give back with `reject_technical` (state machine, `codes.problems`). */
export type ProblemCode =
  | "schema_unknown"
  | "decrypt_failed"
  | "schema_invalid"
  | "tag_mismatch"
  | "plain_digest_mismatch"
  | "signature_invalid";

/** A sealed part breaks the form of profile `schutznetz-jwe-1` (the server spells the same codes in kebab-case). */
export type FormCode =
  | "too_large"
  | "jwe_malformed"
  | "jwe_header_not_allowed"
  | "jwe_algorithm_not_allowed"
  | "recipients_mismatch"
  | "header_context_mismatch"
  | "padding_size_not_allowed"
  | "frame_malformed";

/** A red stop: nothing is sealed or opened with keys for which one of these was answered. */
export type TrustCode =
  | "no_endorsement"
  | "foreign_anchor"
  | "broken_chain"
  | "unknown_signer"
  | "announcement_expired"
  | "certificate_invalid"
  | "certificate_expired";

/** A person typed or scanned something that cannot be right, or lacks the key for it. */
export type InputCode =
  | "passphrase_too_short"
  | "wrong_passphrase"
  | "vault_invalid"
  | "sheet_symbol"
  | "sheet_length"
  | "sheet_checksum"
  | "sheet_foreign"
  | "code_symbol"
  | "code_length"
  | "code_check"
  | "grant_invalid"
  | "receipt_invalid"
  | "envelope_invalid"
  | "key_invalid"
  | "json_invalid"
  | "encoding_invalid"
  | "kdf_unavailable"
  | "ring_locked";

/** Every code a caller can switch on. */
export type RefusalCode = ProblemCode | FormCode | TrustCode | InputCode;

/** The only error this folder throws on purpose. Switch on `code`, never on `message`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;

  /**
   * @param code stable, for `switch`
   * @param reason fixed English words for a log; never content
   */
  constructor(code: RefusalCode, reason: string) {
    super(`${code}: ${reason}`);
    this.code = code;
  }
}

const TRUST_CODES: ReadonlySet<string> = new Set<TrustCode>([
  "no_endorsement",
  "foreign_anchor",
  "broken_chain",
  "unknown_signer",
  "announcement_expired",
  "certificate_invalid",
  "certificate_expired",
]);

/** Whether a code means "stop and telephone" rather than "try again". */
export function isRedStop(code: RefusalCode): code is TrustCode {
  return TRUST_CODES.has(code);
}

/**
 * The code that `reject_technical` carries for a refusal met while opening.
 * Whoever sent it only needs to know which step failed, so all faults of form count as "could not be decrypted".
 */
export function problemOf(code: RefusalCode): ProblemCode {
  switch (code) {
    case "schema_unknown":
    case "schema_invalid":
    case "tag_mismatch":
    case "plain_digest_mismatch":
    case "signature_invalid":
      return code;
    case "frame_malformed":
    case "json_invalid":
      return "schema_invalid";
    case "envelope_invalid":
      return "signature_invalid";
    default:
      return isRedStop(code) ? "signature_invalid" : "decrypt_failed";
  }
}

/** Runs `work`; whatever else it throws becomes a refusal with `code`, so that no library message reaches a caller. */
export async function refuseWith<T>(code: RefusalCode, reason: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(code, reason);
  }
}
