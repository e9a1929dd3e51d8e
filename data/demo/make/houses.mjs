// Organisations get their keys as people make them: vaults, founding, certificates, grants, endorsement, proofs, sheets.
import { memberId, organisationId, passphraseOf } from "./people.mjs";

const pair = ({ kid, publicJwk }) => ({ kid, jwk: publicJwk });

/** The instance whose anchors the verifying body stands among. */
export const INSTANCE = "demo";

/** An organisation with its keys, for sealing and opening in its name. */
class House {
  constructor(fields) {
    Object.assign(this, fields);
  }

  /** The key that parts are sealed to. */
  get oek() {
    return pair(this.epoch.oek);
  }

  /** The key a member signs with. */
  pen(login) {
    return this.members.get(login).sig;
  }

  /** The look-up of signers that opening takes. */
  signer(kid) {
    const keys = [...this.members.values()].find(({ sig }) => sig.kid === kid);
    if (!keys) throw new Error("signed by nobody of this house");
    return keys.sig.publicJwk;
  }

  /** The anchor of a verifying body. */
  anchor(name) {
    return { name, thumbprint: this.epoch.osk.kid, jwk: this.epoch.osk.publicJwk };
  }
}

/**
 * Founds an organisation on the stage, with every step that the pages take.
 * @param verifier the verifying body that vouches, with `login` of who signs there; null for the body itself
 */
export async function found({ lib, stage, standing, next, verifier, anchorName }) {
  const id = organisationId(standing.organisation);
  const logins = [...standing.key_holders, ...(standing.key_readers ?? [])];
  const founder = logins[0];
  const members = new Map();
  for (const login of logins) {
    const { vault, keys } = await lib.createVault(passphraseOf(login), lib.argon2id);
    members.set(login, keys);
    stage.act(login, next(), { saveVault: { vault: JSON.stringify(vault) } });
  }
  const sheet = standing.recovery_sheet ? await lib.makeSheet(id, 1) : null;
  const at = next();
  const epoch = await lib.foundOrganisation({
    organisation: id,
    granter: { id: memberId(founder), keys: members.get(founder) },
    members: logins.map((login) => ({
      id: memberId(login),
      sig: pair(members.get(login).sig),
      enc: pair(members.get(login).enc),
      keyRole: standing.key_holders.includes(login) ? "holder" : "reader",
    })),
    sheets: sheet ? [{ member: "sheet:1", key: { kid: sheet.kid, jwk: sheet.publicJwk } }] : [],
    at: new Date(at),
    newId: () => crypto.randomUUID(),
  });
  const house = new House({ id, members, epoch, sheet });
  stage.act(founder, at, { announceKey: { announcement: epoch.announcement.announcement } });
  for (const { certificate } of epoch.certificates) stage.act(founder, next(), { certify: { certificate } });
  if (sheet) stage.act(founder, next(), { printSheet: { number: 1, jwk: JSON.stringify(sheet.publicJwk) } });
  for (const { member, grant, proofDigest } of epoch.grants) {
    stage.act(founder, next(), { grant: { to: member, epoch: 1, grant, proofDigest } });
  }
  const endorsements = verifier ? [await vouch({ lib, stage, at: next(), house, verifier })] : [];
  const anchors = { [INSTANCE]: [(verifier?.house ?? house).anchor(anchorName)] };
  await prove({ lib, stage, next, house, founder, endorsements, anchors });
  return house;
}

/** The verifying body vouches for the first key, after a visit. */
async function vouch({ lib, stage, at, house, verifier }) {
  const { house: body, login } = verifier;
  const endorsement = await lib.endorse(
    { issuer: body.id, organisation: house.id, osk: house.epoch.osk.kid, method: "visit", at: new Date(at) },
    body.epoch.osk,
  );
  stage.act(login, at, { endorse: { endorsement } });
  return endorsement;
}

/** Everybody opens the grant that lies for them, and the sheet is typed in once. */
async function prove({ lib, stage, next, house, founder, endorsements, anchors }) {
  const { id, members, epoch, sheet } = house;
  const trusted = await lib.requireTrusted({
    organisation: id,
    instanceId: INSTANCE,
    anchors: await lib.readAnchors(anchors),
    published: {
      announcements: [epoch.announcement],
      endorsements,
      certificates: epoch.certificates.map(({ certificate }) => ({ certificate, revokedAt: null })),
    },
    now: new Date(next()),
  });
  const logins = new Map([...members.keys()].map((login) => [memberId(login), login]));
  for (const { member, grant } of epoch.grants) {
    const login = logins.get(member);
    const key = login ? members.get(login).enc : await lib.sheetKey(await lib.readSheet(sheet.qr, id));
    const { proof } = await lib.openGrant(grant, key, member, trusted);
    if (login) stage.act(login, next(), { prove: { epoch: 1, proof } });
    else stage.act(founder, next(), { trySheet: { number: 1, proof } });
  }
}
