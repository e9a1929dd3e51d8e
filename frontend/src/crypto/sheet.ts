import { fromBase64url, toBase64url } from "./base64url";
import { type Bytes, concat, equalBytes, sha256, utf8 } from "./bytes";
import { CROCKFORD, fromCrockford, grouped, normaliseCrockford, toCrockford } from "./crockford";
import { Refusal } from "./errors";
import type { PublicJwk } from "./jwk";
import { generateKey, type HeldKey, holdKey } from "./keys";
import { isScalar, publicPoint } from "./p256";
import { isUuid } from "./profile";

/** Symbols on the paper: 32 bytes of scalar and 3 of checksum are 280 bits. */
export const SHEET_SYMBOLS = 56;

/** A new recovery sheet. `groups` and `qr` go to paper and nowhere else; later epochs are granted to `publicJwk`. */
export interface RecoverySheet {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** 14 groups of 4 symbols. */
  readonly groups: readonly string[];
  /** `SNR1:<organisation>:<sheet no>:<56 symbols>`. */
  readonly qr: string;
}

/** What was typed or scanned; organisation and number only when it came from the QR code. */
export interface ReadSheet {
  readonly scalar: Bytes;
  readonly organisation: string | null;
  readonly number: number | null;
}

/** Makes the key pair of a sheet (referral.md 7.6). The private half leaves this call as symbols for paper only. */
export async function makeSheet(organisation: string, number: number): Promise<RecoverySheet> {
  if (!isUuid(organisation) || !Number.isSafeInteger(number) || number < 1) {
    throw new Refusal("encoding_invalid", "organisation or number of a sheet");
  }
  const { kid, publicJwk, privateJwk } = await generateKey("ECDH-ES+A256KW");
  const scalar = fromBase64url(privateJwk.d);
  const symbols = toCrockford(concat(scalar, await checksum(scalar)));
  return { kid, publicJwk, groups: grouped(symbols), qr: `SNR1:${organisation}:${number}:${symbols}` };
}

/**
 * Reads a sheet, typed in any grouping or scanned. A slip of the hand is found before anything is sent: three bytes of
 * checksum let one wrong sheet in sixteen million pass.
 * Throws `sheet_symbol`, `sheet_length`, `sheet_checksum`, or `sheet_foreign` for the code of another organisation.
 */
export async function readSheet(input: string, organisation: string): Promise<ReadSheet> {
  const scanned = /^SNR1:([0-9a-f-]{36}):([1-9]\d{0,5}):(.*)$/su.exec(input.trim());
  if (scanned !== null && scanned[1] !== organisation) throw new Refusal("sheet_foreign", "of another organisation");
  const symbols = normaliseCrockford(scanned?.[3] ?? input);
  if ([...symbols].some((symbol) => !CROCKFORD.includes(symbol))) throw new Refusal("sheet_symbol", "not on any sheet");
  if (symbols.length !== SHEET_SYMBOLS) throw new Refusal("sheet_length", "56 symbols");
  const bytes = fromCrockford(symbols);
  const scalar = bytes.slice(0, 32);
  if (!equalBytes(bytes.slice(32), await checksum(scalar)) || !isScalar(scalar)) {
    throw new Refusal("sheet_checksum", "a symbol is wrong or two are swapped");
  }
  return scanned === null
    ? { scalar, organisation: null, number: null }
    : { scalar, organisation, number: Number(scanned[2]) };
}

/** The sheet's key in use, to open the grant that lies for it. */
export async function sheetKey({ scalar }: Pick<ReadSheet, "scalar">): Promise<HeldKey> {
  const { x, y } = publicPoint(scalar);
  const point: PublicJwk = { kty: "EC", crv: "P-256", x: toBase64url(x), y: toBase64url(y) };
  return holdKey({ ...point, d: toBase64url(scalar) }, "ECDH-ES+A256KW");
}

/** Which 4-symbol groups (0 to 13) hold a symbol that cannot be on a sheet, to mark them while typing. */
export function faultyGroups(input: string): number[] {
  return grouped(normaliseCrockford(input)).flatMap((group, index) =>
    [...group].every((symbol) => CROCKFORD.includes(symbol)) ? [] : [index],
  );
}

async function checksum(scalar: Bytes): Promise<Bytes> {
  return (await sha256(concat(utf8("schutznetz-sheet-v1"), scalar))).slice(0, 3);
}
