import { parsePublicJwk, parseStrict, type RecipientKey, thumbprint, utf8, uuidOf } from "@/crypto";
import { fromBase64url, toBase64url } from "@/crypto/base64url";
import { fromUtf8 } from "@/crypto/bytes";
import { hasExactly, isJsonObject } from "@/crypto/json";

/**
 * What a new member hands to a holder so that the holder can certify and grant: the public halves of the member keys.
 * It is no secret; that it is really the colleague's is compared by voice.
 */
export interface Enrolment {
  /** Bare UUID of the member. */
  readonly member: string;
  readonly sig: RecipientKey;
  readonly enc: RecipientKey;
}

const PREFIX = "SNK1.";

/** The enrolment as one line of text to copy: `SNK1.` and base64url of its JSON. */
export function writeEnrolment({ member, sig, enc }: Enrolment): string {
  const { x: sx, y: sy } = sig.jwk;
  const { x: ex, y: ey } = enc.jwk;
  return PREFIX + toBase64url(utf8(JSON.stringify({ member: uuidOf(member), sig: [sx, sy], enc: [ex, ey] })));
}

/** Reads what a colleague sent; null where it is no enrolment. Both keys must be points of the curve. */
export async function readEnrolment(line: string): Promise<Enrolment | null> {
  const text = line.replaceAll(/\s/g, "");
  if (!text.startsWith(PREFIX)) return null;
  try {
    const value = parseStrict(fromUtf8(fromBase64url(text.slice(PREFIX.length))));
    if (!isJsonObject(value) || !hasExactly(value, ["member", "sig", "enc"]) || typeof value.member !== "string")
      return null;
    return { member: uuidOf(value.member), sig: await keyOf(value.sig), enc: await keyOf(value.enc) };
  } catch {
    return null;
  }
}

async function keyOf(point: unknown): Promise<RecipientKey> {
  if (!Array.isArray(point)) throw new Error("not a point");
  const [x, y] = point as unknown[];
  const jwk = parsePublicJwk({ kty: "EC", crv: "P-256", x, y });
  return { kid: await thumbprint(jwk), jwk };
}
