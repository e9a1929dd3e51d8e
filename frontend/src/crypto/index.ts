/**
 * The cryptography of Schutznetz: pure TypeScript over WebCrypto and jose, the same in a browser and in Node 20.
 * Formats and reasons are described in `docs/crypto.md`. Pages take Argon2id from `worker.ts`; scripts from `node.ts`.
 */
export { type Anchor, type Anchors, builtInAnchors, readAnchors } from "./anchors";
export {
  type AnnouncementLink,
  firstAnnouncement,
  nextAnnouncement,
  type OrganisationEpoch,
  walkChain,
} from "./announcements";
export { digest, fromBase64url, toBase64url } from "./base64url";
export { type Bytes, utf8 } from "./bytes";
export { caseReference } from "./caseReference";
export { type CertifiedKeys, certify, type KeyRole, type PublishedCertificate } from "./certificates";
export { openDraft, sealDraft } from "./draft";
export { type EndorsementToMake, endorse, type VerificationMethod } from "./endorsements";
export {
  type Envelope,
  type EnvelopePart,
  envelopeDigest,
  readEnvelope,
  signEnvelope,
  type UnsignedEnvelope,
  verifyEnvelope,
} from "./envelope";
export { isRedStop, type ProblemCode, problemOf, Refusal, type RefusalCode, type TrustCode } from "./errors";
export { keyFingerprint, voiceFingerprint } from "./fingerprint";
export {
  certifyMember,
  type EpochToMake,
  foundOrganisation,
  type KeyMember,
  type NewEpoch,
  rotateOrganisation,
} from "./founding";
export { BUCKETS, bucketFor, buildFrame, parseFrame } from "./frame";
export {
  foundedKey,
  type GrantTarget,
  type MadeGrant,
  makeGrant,
  type OpenedGrant,
  openGrant,
  passOnGrant,
} from "./grants";
export { canonicalBytes, canonicalJson } from "./jcs";
export { type Json, type JsonObject, parseStrict } from "./json";
export { type PrivateJwk, type PublicJwk, parsePublicJwk } from "./jwk";
export { ARGON2ID, type Argon2id } from "./kdf";
export {
  KeyRing,
  type KeyRingSnapshot,
  type KeyRingState,
  type KeyWarning,
  type LockReason,
  type RingEpoch,
  type RingKeys,
  type Standing,
  type Timers,
} from "./keyring";
export { generateKey, type HeldKey, holdKey } from "./keys";
export { checkManifest, composeManifest } from "./manifest";
export { type OpenedPart, openPart, type PartToOpen } from "./open";
export { rfc3339, type SignerLookup } from "./part";
export { type PassphraseStrength, passphraseStrength } from "./passphrase";
export * from "./profile";
export {
  compareReceipts,
  makeReceipt,
  type ReceiptFacts,
  type VerifiedReceipt,
  verifyReceipt,
} from "./receipt";
export {
  containsReceiptCode,
  lookupParameter,
  makeReplyKey,
  newReceiptCode,
  normaliseReceiptCode,
  openReplyKey,
  receiptKeys,
  showReceiptCode,
} from "./receiptCode";
export {
  bodyOf,
  type ConflictBody,
  type ConsentBody,
  checkBody,
  DANGER_SIGNS,
  type DecisionBody,
  type FeedbackBody,
  type HelpBody,
  INFORMED_REASONS,
  type ManifestBody,
  type MessageBody,
  type ReportBody,
  SOURCES_OF_DANGER,
} from "./schemas";
export { type PartToSeal, type RecipientKey, type SealedPart, sealPart } from "./seal";
export { faultyGroups, makeSheet, type RecoverySheet, readSheet, SHEET_SYMBOLS, sheetKey } from "./sheet";
export {
  contextOf,
  type OpenedSubmission,
  openSubmission,
  type Routing,
  type SealedSubmission,
  type SubmissionToSeal,
  sealSubmission,
} from "./submission";
export { thumbprint } from "./thumbprint";
export {
  certificateAt,
  type Pin,
  type PublishedKeys,
  recipientsOf,
  requireTrusted,
  signersOf,
  type TrustAnswer,
  type TrustedOrganisation,
  type TrustQuestion,
  verifyOrganisation,
} from "./trust";
export { changePassphrase, createVault, type MemberKeys, openVault, readVault, type Vault } from "./vault";
