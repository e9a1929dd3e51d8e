import { Refusal } from "./errors";
import type { FrameContent } from "./frame";
import { hasExactly, isJsonObject, type JsonObject } from "./json";
import type { PublicJwk } from "./jwk";
import { readJws, signJws, verifyJws } from "./jws";
import type { HeldKey } from "./keys";
import type { PartContext } from "./profile";

/**
 * Finds the certified key behind a `kid` of the organisation that must have signed, as it was at `at`.
 * Throws a refusal when nobody of that organisation held such a key then. `trust.ts` makes these.
 */
export type SignerLookup = (kid: string, at: Date) => PublicJwk;

/** What was inside: who wrote it (null: unsigned), when by the author's clock, and the body, not yet checked. */
export interface InnerPart {
  readonly signer: string | null;
  readonly at: string;
  readonly body: JsonObject;
}

const MEMBERS = ["ref", "part", "role", "to", "dir", "at", "body"] as const;

/** The RFC 3339 form of instants in signed data: UTC, whole seconds. */
export function rfc3339(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/**
 * Content of a frame: the body with its context, signed by the author (`sn-part+jws`) or, for people without an
 * organisation, unsigned. The context inside the signature stops an office from re-sealing a signed part for
 * somebody else (referral.md 5.3).
 */
export async function composePart(
  context: PartContext,
  body: JsonObject,
  at: Date,
  author: HeldKey | null,
): Promise<FrameContent> {
  const { ref, part, role, to, dir } = context;
  const payload: JsonObject = { ref, part, role, to, dir, at: rfc3339(at), body };
  return author === null ? { d: payload } : { j: await signJws("sn-part+jws", payload, author) };
}

/**
 * Reads the content of a frame against the place where it was found.
 * @param authors keys of the organisation in the envelope; null where there is none, and only then is unsigned allowed
 * Throws `signature_invalid`.
 */
export async function readPart(
  content: FrameContent,
  expected: PartContext,
  authors: SignerLookup | null,
): Promise<InnerPart> {
  if (authors === null) {
    if (!("d" in content)) throw new Refusal("signature_invalid", "a signature where no organisation is named");
    return { signer: null, ...readPayload(content.d, expected) };
  }
  if (!("j" in content)) throw new Refusal("signature_invalid", "an unsigned part of an organisation");
  const jws = readJws(content.j, "sn-part+jws");
  const inner = readPayload(jws.payload, expected);
  const key = lookUp(authors, jws.kid, new Date(inner.at));
  await verifyJws(jws, key);
  return { signer: jws.kid, ...inner };
}

function readPayload(payload: JsonObject, expected: PartContext): { at: string; body: JsonObject } {
  if (!hasExactly(payload, MEMBERS)) throw new Refusal("signature_invalid", "members of the signed part");
  for (const member of ["ref", "part", "role", "to", "dir"] as const) {
    if (payload[member] !== expected[member]) throw new Refusal("signature_invalid", `signed ${member}`);
  }
  const { at, body } = payload;
  if (
    typeof at !== "string" ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/u.test(at) ||
    Number.isNaN(Date.parse(at))
  ) {
    throw new Refusal("signature_invalid", "instant of the signed part");
  }
  if (!isJsonObject(body)) throw new Refusal("signature_invalid", "body of the signed part");
  return { at, body };
}

/** Whatever the look-up refuses, an author who is not certified is an invalid signature here (referral.md 5.3). */
function lookUp(authors: SignerLookup, kid: string, at: Date): PublicJwk {
  try {
    return authors(kid, at);
  } catch {
    throw new Refusal("signature_invalid", "author is not certified by the organisation in the envelope");
  }
}
