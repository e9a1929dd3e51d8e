// @vitest-environment node
import { CompactEncrypt } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { argon2id } from "./argon2";
import { digest, fromBase64url, toBase64url } from "./base64url";
import { utf8 } from "./bytes";
import { openDraft, sealDraft } from "./draft";
import { foundOrganisation } from "./founding";
import { foundedKey, makeGrant, openGrant, passOnGrant } from "./grants";
import { generateKey } from "./keys";
import { passphraseStrength } from "./passphrase";
import { faultyGroups, makeSheet, readSheet, sheetKey } from "./sheet";
import { codeOf, KITA, LEAD, type Member, member, NOW, OFFICE, WORKER, type World, world } from "./testing/world";
import type { TrustedOrganisation } from "./trust";
import { changePassphrase, createVault, type MemberKeys, openVault, type Vault } from "./vault";

const COLLEAGUE = "c0110000-0000-4000-8000-000000000014";
const PASSPHRASE = "fünf blaue Boote vor Poel";

describe("a passphrase", () => {
  it("is measured by length alone: 14 characters or 5 words", () => {
    const enough = (text: string) => passphraseStrength(text).enough;
    expect(["vierzehn zeich", "ab cd ef gh ij", "aaaaaaaaaaaaaa"].map(enough)).toEqual([true, true, true]);
    expect(["dreizehn zeic", "a b c d e f", "   kurz         ", ""].map(enough)).toEqual([false, false, false, false]);
    expect(passphraseStrength("fünf blaue-Boote").words).toBe(3);
  });
});

describe("the vault", () => {
  let vault: Vault;
  let keys: MemberKeys;

  beforeAll(async () => {
    ({ vault, keys } = await createVault(PASSPHRASE, argon2id));
  });

  it("opens with its passphrase, however the keyboard composed the umlaut", async () => {
    const opened = await openVault(JSON.parse(JSON.stringify(vault)), `  ${PASSPHRASE.normalize("NFD")}\n`, argon2id);
    expect([opened.enc.kid, opened.sig.kid]).toEqual([vault.encKid, vault.sigKid]);
    expect(opened.enc.publicJwk).toEqual(keys.enc.publicJwk);
  });

  it("hands out keys that no script can export", async () => {
    const opened = await openVault(vault, PASSPHRASE, argon2id);
    for (const { privateKey } of [opened.enc, opened.sig, keys.enc, keys.sig]) {
      expect(privateKey.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("jwk", privateKey)).rejects.toThrow();
    }
  });

  it("says only that the passphrase is wrong", async () => {
    expect(await codeOf(() => openVault(vault, `${PASSPHRASE}!`, argon2id))).toBe("wrong_passphrase");
    expect(await codeOf(() => openVault(vault, "", argon2id))).toBe("wrong_passphrase");
  });

  it("does not blame the passphrase when the derivation cannot run", async () => {
    const broken = () => Promise.reject(new Error("no WebAssembly"));
    expect(await codeOf(() => openVault(vault, PASSPHRASE, broken))).toBe("kdf_unavailable");
  });

  it("is not made with a short passphrase", async () => {
    expect(await codeOf(() => createVault("zu kurz", argon2id))).toBe("passphrase_too_short");
    expect(await codeOf(() => changePassphrase(vault, PASSPHRASE, "zu kurz", argon2id))).toBe("passphrase_too_short");
  });

  it("checks the parameters instead of obeying them, before anything is derived", async () => {
    const never = () => Promise.reject(new Error("derived"));
    const [wrapping] = vault.wrappings as [Vault["wrappings"][number]];
    const withKdf = (change: object) => ({
      ...vault,
      wrappings: [{ ...wrapping, kdf: { ...wrapping.kdf, ...change } }],
    });
    const faults = [
      { m: 8 },
      { m: 4_194_304 },
      { t: 1 },
      { p: 4 },
      { v: 16 },
      { name: "pbkdf2" },
      { salt: "AAAA" },
      { x: 1 },
    ];
    for (const change of faults)
      expect(await codeOf(() => openVault(withKdf(change), PASSPHRASE, never))).toBe("vault_invalid");
    const header = toBase64url(utf8('{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","typ":"vault+jwe"}'));
    const jwe = [header, ...wrapping.jwe.split(".").slice(1)].join(".");
    const forged = { ...vault, wrappings: [{ ...wrapping, jwe }] };
    expect(await codeOf(() => openVault(forged, PASSPHRASE, never))).toBe("vault_invalid");
  });

  it("keeps its keys when the passphrase changes, and the old one is void", async () => {
    const changed = await changePassphrase(vault, PASSPHRASE, "ein ganz neuer Satz", argon2id);
    expect([changed.encKid, changed.sigKid]).toEqual([vault.encKid, vault.sigKid]);
    expect(await codeOf(() => openVault(changed, PASSPHRASE, argon2id))).toBe("wrong_passphrase");
    expect((await openVault(changed, "ein ganz neuer Satz", argon2id)).sig.kid).toBe(vault.sigKid);
  });

  it("is refused when other keys lie inside than it says", async () => {
    const { vault: other } = await createVault(PASSPHRASE, argon2id);
    const mixed = { ...vault, wrappings: other.wrappings };
    expect(await codeOf(() => openVault(mixed, PASSPHRASE, argon2id))).toBe("vault_invalid");
  });
});

describe("the recovery sheet", () => {
  it("is 14 groups of 4 symbols and gives the same key back, typed or scanned", async () => {
    const sheet = await makeSheet(OFFICE, 1);
    expect(sheet.groups).toHaveLength(14);
    for (const input of [sheet.groups.join(" "), sheet.groups.join("-").toLowerCase(), sheet.groups.join("\n")]) {
      const read = await readSheet(input, OFFICE);
      const key = await sheetKey(read);
      expect([key.kid, key.publicJwk]).toEqual([sheet.kid, sheet.publicJwk]);
      expect([read.organisation, key.privateKey.extractable]).toEqual([null, false]);
    }
    const scanned = await readSheet(sheet.qr, OFFICE);
    expect([scanned.organisation, scanned.number]).toEqual([OFFICE, 1]);
    expect((await sheetKey(scanned)).kid).toBe(sheet.kid);
  });

  it("finds every single wrong symbol and every swap of neighbours", async () => {
    const symbols = (await makeSheet(OFFICE, 1)).groups.join("");
    const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (let at = 0; at < symbols.length; at++) {
      const next = alphabet[(alphabet.indexOf(symbols.charAt(at)) + 1) % 32];
      const slip = symbols.slice(0, at) + next + symbols.slice(at + 1);
      expect(await codeOf(() => readSheet(slip, OFFICE))).toBe("sheet_checksum");
      const [a, b] = [symbols.charAt(at), symbols.charAt(at + 1)];
      if (b === "" || a === b) continue;
      const swap = symbols.slice(0, at) + b + a + symbols.slice(at + 2);
      expect(await codeOf(() => readSheet(swap, OFFICE))).toBe("sheet_checksum");
    }
  });

  it("says what is wrong: a symbol, the length, or another organisation's sheet", async () => {
    const { groups, qr } = await makeSheet(OFFICE, 2);
    expect(await codeOf(() => readSheet(groups.slice(1).join(" "), OFFICE))).toBe("sheet_length");
    expect(await codeOf(() => readSheet(["UUUU", ...groups.slice(1)].join(" "), OFFICE))).toBe("sheet_symbol");
    expect(await codeOf(() => readSheet(qr, KITA))).toBe("sheet_foreign");
    expect(faultyGroups(`${groups[0]} ABU! ${groups[2]}`)).toEqual([1]);
  });

  it("refuses a scalar that is no key", async () => {
    const zero = new Uint8Array(32);
    const sum = fromBase64url(await digest(new Uint8Array([...utf8("schutznetz-sheet-v1"), ...zero]))).slice(0, 3);
    const { toCrockford } = await import("./crockford");
    const input = toCrockford(new Uint8Array([...zero, ...sum]));
    expect(await codeOf(() => readSheet(input, OFFICE))).toBe("sheet_checksum");
  });
});

describe("a grant", () => {
  let here: World;
  let lead: Member;
  let worker: Member;
  let trusted: TrustedOrganisation;

  beforeAll(async () => {
    here = await world();
    [lead, worker] = here.office.members as [Member, Member];
    trusted = here.office.trusted;
  });

  const grantOf = (id: string) =>
    here.office.epoch.grants.find((one) => one.member === id) as { grant: string; proofDigest: string };
  const target = (of: Member) => ({ member: of.id, key: of.keyMember.enc });

  it("gives a holder both keys and a reader the encryption key alone", async () => {
    const holder = await openGrant(grantOf(LEAD).grant, lead.keys.enc, LEAD, trusted);
    const reader = await openGrant(grantOf(WORKER).grant, worker.keys.enc, WORKER, trusted);
    expect([holder.oek.kid, holder.osk?.kid, holder.epoch]).toEqual([
      here.office.epoch.oek.kid,
      here.office.epoch.osk.kid,
      1,
    ]);
    expect([reader.oek.kid, reader.osk]).toEqual([here.office.epoch.oek.kid, null]);
    expect(reader.oek.privateKey.extractable).toBe(false);
    const prefixed = `mem_${WORKER.replaceAll("-", "")}`;
    expect((await openGrant(grantOf(WORKER).grant, worker.keys.enc, prefixed, trusted)).epoch).toBe(1);
  });

  it("is proven by what only its opener can know", async () => {
    const { grant, proofDigest } = grantOf(WORKER);
    const { proof } = await openGrant(grant, worker.keys.enc, WORKER, trusted);
    expect(await digest(fromBase64url(proof))).toBe(proofDigest);
    expect(grant).not.toContain(proof);
    expect(grantOf(LEAD).proofDigest).not.toBe(proofDigest);
  });

  it("opens for its member only, in its place only", async () => {
    const { grant } = grantOf(WORKER);
    const open = (key = worker.keys.enc, id = WORKER, organisation = trusted) =>
      codeOf(() => openGrant(grant, key, id, organisation));
    expect(await open(lead.keys.enc)).toBe("grant_invalid");
    expect(await open(worker.keys.enc, LEAD)).toBe("grant_invalid");
    expect(await open(worker.keys.enc, WORKER, here.kita.trusted)).toBe("grant_invalid");
    expect(await codeOf(() => openGrant(`${grant.slice(0, -4)}AAAA`, worker.keys.enc, WORKER, trusted))).toBe(
      "grant_invalid",
    );
    expect(await codeOf(() => openGrant("x", worker.keys.enc, WORKER, trusted))).toBe("grant_invalid");
  });

  it("is refused from anybody but a holder, and with keys that were never announced", async () => {
    const other = await generateKey("ECDH-ES+A256KW");
    const secrets = { organisation: OFFICE, epoch: 1, oek: other.privateJwk, osk: null };
    const open = async (granter: Member) => {
      const { grant } = await makeGrant(secrets, target(worker), granter.id, granter.keys.sig);
      return codeOf(() => openGrant(grant, worker.keys.enc, WORKER, trusted));
    };
    expect(await open(lead)).toBe("grant_invalid");
    expect(await open(worker)).toBe("unknown_signer");
    expect(await open(here.kita.members[0] as Member)).toBe("unknown_signer");
  });

  it("is refused when its header carries more, or another algorithm", async () => {
    const inner = utf8("x");
    const { kid, publicJwk } = worker.keys.enc;
    const header = {
      alg: "ECDH-ES",
      enc: "A256GCM",
      kid,
      typ: "orgkey-grant+jwe",
      org: OFFICE,
      epoch: 1,
      member: WORKER,
      granter: LEAD,
    };
    const key = await crypto.subtle.importKey("jwk", { ...publicJwk }, { name: "ECDH", namedCurve: "P-256" }, true, []);
    for (const change of [{}, { alg: "ECDH-ES+A256KW", cty: "x" }, { alg: "ECDH-ES+A256KW", typ: "JWE" }]) {
      const grant = await new CompactEncrypt(inner).setProtectedHeader({ ...header, ...change }).encrypt(key);
      expect(await codeOf(() => openGrant(grant, worker.keys.enc, WORKER, trusted))).toBe("grant_invalid");
    }
  });

  it("is passed on by a holder, to a person or to a sheet, without showing the keys", async () => {
    const sheet = await makeSheet(OFFICE, 1);
    const input = { grant: grantOf(LEAD).grant, own: { member: LEAD, ...lead.keys }, organisation: trusted };
    const forSheet = { member: "sheet:1", key: { kid: sheet.kid, jwk: sheet.publicJwk } };
    const { grant } = await passOnGrant({ ...input, target: forSheet, as: "holder" });
    const key = await sheetKey(await readSheet(sheet.groups.join(""), OFFICE));
    const opened = await openGrant(grant, key, "sheet:1", trusted);
    expect([opened.oek.kid, opened.osk?.kid]).toEqual([here.office.epoch.oek.kid, here.office.epoch.osk.kid]);
    const colleague = await member(COLLEAGUE);
    const passed = await passOnGrant({ ...input, target: target(colleague), as: "reader" });
    expect((await openGrant(passed.grant, colleague.keys.enc, COLLEAGUE, trusted)).osk).toBeNull();
    const byReader = { ...input, grant: grantOf(WORKER).grant, own: { member: WORKER, ...worker.keys } };
    expect(await codeOf(() => passOnGrant({ ...byReader, target: target(colleague), as: "holder" }))).toBe(
      "grant_invalid",
    );
  });

  it("shows its founder the first signing key before anybody vouches for it, and nobody else", async () => {
    const own = { member: LEAD, ...lead.keys };
    expect((await foundedKey(grantOf(LEAD).grant, own, OFFICE)).kid).toBe(here.office.epoch.osk.kid);
    const reader = { member: WORKER, ...worker.keys };
    expect(await codeOf(() => foundedKey(grantOf(WORKER).grant, reader, OFFICE))).toBe("unknown_signer");
    expect(await codeOf(() => foundedKey(grantOf(LEAD).grant, own, KITA))).toBe("grant_invalid");
  });

  it("is not taken for the founder's when a server made it, though it is sealed to her", async () => {
    const [oek, osk] = [await generateKey("ECDH-ES+A256KW"), await generateKey("ES256")];
    const secrets = { organisation: OFFICE, epoch: 1, oek: oek.privateJwk, osk: osk.privateJwk };
    const { grant } = await makeGrant(secrets, target(lead), LEAD, osk.held);
    expect(await codeOf(() => foundedKey(grant, { member: LEAD, ...lead.keys }, OFFICE))).toBe("unknown_signer");
  });

  it("is never made by somebody who does not stay a holder", async () => {
    const input = { organisation: OFFICE, granter: worker, members: [worker.keyMember], sheets: [], at: NOW };
    expect(await codeOf(() => foundOrganisation({ ...input, newId: () => crypto.randomUUID() }))).toBe("grant_invalid");
  });

  it("keeps a draft for its author alone, sealed without any open key", async () => {
    const draft = "55555555-5555-4555-8555-555555555555";
    const content = { text: "Noch nicht fertig: Grüße" };
    const jwe = await sealDraft(draft, content, lead.keyMember.enc);
    expect(jwe).not.toContain("fertig");
    expect(await openDraft(jwe, draft, lead.keys.enc)).toEqual(content);
    expect(await codeOf(() => openDraft(jwe, draft, worker.keys.enc))).toBe("decrypt_failed");
    expect(await codeOf(() => openDraft(jwe, OFFICE, lead.keys.enc))).toBe("header_context_mismatch");
  });
});
