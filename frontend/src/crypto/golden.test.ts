// @vitest-environment node
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readAnchors } from "./anchors";
import { argon2id } from "./argon2";
import { openDraft } from "./draft";
import type { Envelope } from "./envelope";
import { openGrant } from "./grants";
import { verifyReceipt } from "./receipt";
import { readSheet, sheetKey } from "./sheet";
import { openSubmission } from "./submission";
import { type PublishedKeys, requireTrusted, signersOf, type TrustedOrganisation } from "./trust";
import { openVault, type Vault } from "./vault";

/*
 * Sealed once and never again: whoever changes a format finds out here that the letters of yesterday would stay shut
 * (referral.md 7.7). A new format gets a second file beside this one, not a new copy of it.
 */

interface GoldenOrganisation {
  organisation: string;
  id: string;
  passphrase: string;
  vault: Vault;
  sheet: string;
  grants: { member: string; grant: string; proofDigest: string }[];
  published: PublishedKeys;
}

interface Golden {
  at: string;
  instanceId: string;
  anchors: unknown;
  office: GoldenOrganisation;
  kita: GoldenOrganisation;
  envelope: Envelope;
  parts: { id: string; jwe: string }[];
  receipt: string;
  draft: { id: string; jwe: string };
}

const golden = JSON.parse(readFileSync(new URL("testing/golden.json", import.meta.url), "utf8")) as Golden;
const at = new Date(golden.at);
let office: TrustedOrganisation;
let kita: TrustedOrganisation;

beforeAll(async () => {
  const anchors = await readAnchors(golden.anchors);
  const trust = ({ organisation, published }: GoldenOrganisation) =>
    requireTrusted({ organisation, instanceId: golden.instanceId, anchors, published, now: at });
  [office, kita] = [await trust(golden.office), await trust(golden.kita)];
});

const grantFor = ({ grants }: GoldenOrganisation, member: string) =>
  grants.find((one) => one.member === member)?.grant ?? "";

describe("what was sealed with the first version", () => {
  it("opens with the passphrase: vault, grant, report, consent, conflict", async () => {
    const keys = await openVault(golden.office.vault, golden.office.passphrase, argon2id);
    const grant = grantFor(golden.office, golden.office.id);
    const { oek } = await openGrant(grant, keys.enc, golden.office.id, office);
    const { parts } = await openSubmission(golden.envelope, golden.parts, [oek], signersOf(kita), at);
    expect(parts.map(({ role }) => role)).toEqual(["report", "consent", "conflict"]);
    expect(parts[0]?.body.soFar).toBe("Gespräch mit der Großmutter");
  });

  it("opens with the recovery sheet alone", async () => {
    const key = await sheetKey(await readSheet(golden.office.sheet, golden.office.organisation));
    const { oek } = await openGrant(grantFor(golden.office, "sheet:1"), key, "sheet:1", office);
    const { parts } = await openSubmission(golden.envelope, golden.parts, [oek], signersOf(kita), at);
    expect(parts).toHaveLength(3);
  });

  it("is still receipted, and its draft still belongs to its author", async () => {
    const receipt = await verifyReceipt(golden.receipt, golden.envelope, signersOf(office));
    expect(receipt.issuedAt).toEqual(at);
    const keys = await openVault(golden.kita.vault, golden.kita.passphrase, argon2id);
    expect(await openDraft(golden.draft.jwe, golden.draft.id, keys.enc)).toEqual({ soFar: "noch offen" });
  });
});
