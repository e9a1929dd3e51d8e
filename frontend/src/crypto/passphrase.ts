import { type Bytes, utf8 } from "./bytes";
import { Refusal } from "./errors";

/** What the set-up page shows while somebody types. */
export interface PassphraseStrength {
  readonly enough: boolean;
  readonly characters: number;
  readonly words: number;
}

const MIN_CHARACTERS = 14;
const MIN_WORDS = 5;

/**
 * Length is the only rule (referral.md 7.3): 14 characters or 5 words, no composition. A word is a run of at least two
 * letters or digits between blanks or hyphens.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = canonicalPassphrase(passphrase);
  const characters = [...text].length;
  const words = text.split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]{2}/u.test(word)).length;
  return { enough: characters >= MIN_CHARACTERS || words >= MIN_WORDS, characters, words };
}

/** Bytes that go into the key derivation, for a passphrase already chosen. */
export function passphraseBytes(passphrase: string): Bytes {
  return utf8(canonicalPassphrase(passphrase));
}

/** As {@link passphraseBytes}, for a new one. Throws `passphrase_too_short`. */
export function newPassphraseBytes(passphrase: string): Bytes {
  if (!passphraseStrength(passphrase).enough) throw new Refusal("passphrase_too_short", "14 characters or 5 words");
  return passphraseBytes(passphrase);
}

/** One spelling whatever keyboard: composed umlauts (NFC), no blanks at the ends that a paste brought along. */
function canonicalPassphrase(passphrase: string): string {
  return passphrase.normalize("NFC").trim();
}
