import type { Envelope, UnsignedEnvelope } from "./envelope";
import { envelopeDigest } from "./envelope";
import { Refusal } from "./errors";
import type { ManifestBody } from "./schemas";

/** What the manifest says about a sealed part. */
export type ManifestEntry = ManifestBody["parts"][number];

/**
 * Body of the manifest: the digest of the envelope and of every other part's padded plaintext. It ties one ciphertext
 * to one meaning, because AES-GCM alone does not (referral.md 5.4).
 */
export async function composeManifest(
  envelope: UnsignedEnvelope,
  parts: readonly ManifestEntry[],
): Promise<ManifestBody> {
  const entries = parts.map(({ id, role, plainDigest }) => ({ id, role, plainDigest }));
  return { envelopeDigest: await envelopeDigest(envelope), parts: entries, attachments: [] };
}

/**
 * Compares an opened manifest with the envelope and the parts that were opened with it. Each part of the envelope must
 * be listed once and nothing else. Throws `signature_invalid` (another envelope) or `plain_digest_mismatch`.
 */
export async function checkManifest(
  manifest: ManifestBody,
  envelope: Envelope,
  opened: readonly { id: string; plainDigest: string }[],
): Promise<void> {
  if (manifest.envelopeDigest !== (await envelopeDigest(envelope))) {
    throw new Refusal("signature_invalid", "manifest of another envelope");
  }
  const sealed = envelope.parts.filter(({ role }) => role !== "attachment" && role !== "manifest");
  const listed = new Map(manifest.parts.map((entry) => [entry.id, entry]));
  const complete = listed.size === manifest.parts.length && listed.size === sealed.length;
  if (!complete || sealed.some(({ id, role }) => listed.get(id)?.role !== role)) {
    throw new Refusal("plain_digest_mismatch", "manifest lists other parts");
  }
  for (const { id, plainDigest } of opened) {
    const entry = listed.get(id);
    if (entry !== undefined && entry.plainDigest !== plainDigest) {
      throw new Refusal("plain_digest_mismatch", "a part has another content");
    }
  }
}
