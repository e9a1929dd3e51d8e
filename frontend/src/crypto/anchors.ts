import built from "./anchors.json";
import { Refusal } from "./errors";
import { hasExactly, isJsonObject } from "./json";
import { type PublicJwk, parsePublicJwk } from "./jwk";
import { thumbprint } from "./thumbprint";

/** A verifying body whose endorsements an instance believes. */
export interface Anchor {
  /** What a person reads on the phone to compare. */
  readonly name: string;
  /** RFC 7638 thumbprint of `jwk`; the two are compared when the list is read. */
  readonly thumbprint: string;
  readonly jwk: PublicJwk;
}

/** One list per `instanceId` (`GET /api/v1/meta`). The lists are part of the program, never fetched. */
export type Anchors = Readonly<Record<string, readonly Anchor[]>>;

/**
 * The lists this program was built with (`anchors.json`). An operator builds with own ones; the demo body stands in
 * the list of `demo` only.
 */
export function builtInAnchors(): Promise<Anchors> {
  return readAnchors(built);
}

/** Lists out of JSON: every thumbprint must be that of its key. Throws `key_invalid`. */
export async function readAnchors(value: unknown): Promise<Anchors> {
  if (!isJsonObject(value)) throw new Refusal("key_invalid", "anchors are an object of lists");
  const lists: Record<string, Anchor[]> = {};
  for (const [instanceId, list] of Object.entries(value)) {
    if (!Array.isArray(list)) throw new Refusal("key_invalid", "a list of anchors");
    lists[instanceId] = await Promise.all(list.map(readAnchor));
  }
  return lists;
}

async function readAnchor(value: unknown): Promise<Anchor> {
  if (!isJsonObject(value) || !hasExactly(value, ["name", "thumbprint", "jwk"]) || typeof value.name !== "string") {
    throw new Refusal("key_invalid", "members of an anchor");
  }
  const jwk = parsePublicJwk(value.jwk);
  const found = await thumbprint(jwk);
  if (found !== value.thumbprint) throw new Refusal("key_invalid", "thumbprint of an anchor");
  return { name: value.name, thumbprint: found, jwk };
}
