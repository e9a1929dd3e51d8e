import { Refusal } from "./errors";
import { buildFrame, parseFrame } from "./frame";
import { parseJwe } from "./header";
import { hasExactly, type JsonObject } from "./json";
import type { HeldKey } from "./keys";
import { decryptWith } from "./open";
import { isUuid } from "./profile";
import { encryptFor, type RecipientKey } from "./seal";

const MEMBERS = ["typ", "enc", "cty", "draft"] as const;
const TYPE = "sn-draft+jwe";
const CONTENT = "application/vnd.schutznetz.draft+json;v=1";

/**
 * Seals a draft to its author's own public key (`saveReferralDraft`). It needs no unlocked key, so a draft can still be
 * kept while the ring is being locked. Same form as a part: general JSON, one recipient, padded frame.
 */
export function sealDraft(draft: string, content: JsonObject, author: RecipientKey): Promise<string> {
  if (!isUuid(draft)) throw new Refusal("encoding_invalid", "id of a draft");
  const header = { typ: TYPE, enc: "A256GCM", cty: CONTENT, draft };
  return encryptFor(buildFrame({ d: content }, "message"), header, [author]);
}

/** Opens one's own draft. Throws `jwe_header_not_allowed`, `header_context_mismatch`, `decrypt_failed`. */
export async function openDraft(jwe: string, draft: string, author: HeldKey): Promise<JsonObject> {
  const parsed = parseJwe(jwe);
  const { typ, enc, cty } = parsed.header;
  if (!hasExactly(parsed.header, MEMBERS) || typ !== TYPE || enc !== "A256GCM" || cty !== CONTENT) {
    throw new Refusal("jwe_header_not_allowed", "not a draft");
  }
  if (parsed.header.draft !== draft) throw new Refusal("header_context_mismatch", "another draft");
  const content = parseFrame(await decryptWith(parsed, [author]), "message");
  if (!("d" in content)) throw new Refusal("frame_malformed", "a draft is not signed");
  return content.d;
}
