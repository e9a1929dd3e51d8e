// Bodies of one member, with keys that are forgotten when the script ends: nothing sealed to them can be opened again.
import { pathToFileURL } from "node:url";

export const at = new Date("2026-12-01T08:00:00Z");
/** When keys are rotated. */
export const later = new Date("2026-12-01T08:04:00Z");

/** The SPA's crypto modules; `path` is where `npm run build:crypto` in `frontend/` wrote them. */
export const load = (path) => import(pathToFileURL(path).href);

const pair = ({ kid, publicJwk: jwk }) => ({ kid, jwk });

/** The key to seal to. */
export const oek = ({ epoch }) => pair(epoch.oek);

/** An organisation with one member, who holds its keys, and one recovery sheet. */
export async function found(lib, organisation, member) {
  const passphrase = lib.toBase64url(crypto.getRandomValues(new Uint8Array(24)));
  const { vault, keys } = await lib.createVault(passphrase, lib.argon2id);
  const sheet = await lib.makeSheet(organisation, 1);
  const epochOf = {
    organisation,
    granter: { id: member, keys },
    members: [{ id: member, sig: pair(keys.sig), enc: pair(keys.enc), keyRole: "holder" }],
    sheets: [{ member: "sheet:1", key: pair(sheet) }],
    newId: () => crypto.randomUUID(),
  };
  const epoch = await lib.foundOrganisation({ ...epochOf, at });
  const rotate = () =>
    lib.rotateOrganisation({ ...epochOf, at: later }, { epoch: 1, link: epoch.announcement, osk: epoch.osk });
  return { organisation, member, vault, keys, sheet, epoch, rotate };
}

/** Opens the grants of a body's newest epoch, as its member and its sheet do, and answers what proves it. */
export async function proofs(lib, { organisation, member, keys, sheet, epoch }, anchor, endorsements, next = null) {
  const [epochs, newest] = [next === null ? [epoch] : [epoch, next], next ?? epoch];
  const anchors = { demo: [{ name: "Beispiel", thumbprint: anchor.kid, jwk: anchor.jwk }] };
  const announced = {
    announcements: epochs.map(({ announcement }) => announcement),
    endorsements,
    certificates: epochs.map(({ certificates: [{ certificate }] }) => ({ certificate, revokedAt: null })),
  };
  const trusted = await lib.requireTrusted({ organisation, instanceId: "demo", anchors, published: announced, now: later });
  const read = await lib.readSheet(sheet.qr, organisation);
  const openers = { [member]: keys.enc, "sheet:1": await lib.sheetKey(read) };
  const opened = newest.grants.map(({ member: target, grant }) => lib.openGrant(grant, openers[target], target, trusted));
  return (await Promise.all(opened)).map(({ proof }) => proof);
}

/** What the server knows of a body. */
export const published = ({ organisation, member, vault, keys, sheet, epoch }) => ({
  organisation,
  member,
  vault: JSON.stringify(vault),
  link: epoch.announcement,
  certificate: epoch.certificates[0].certificate,
  grants: epoch.grants,
  oekKid: epoch.oek.kid,
  signingKid: keys.sig.kid,
  encryptionKid: keys.enc.kid,
  sheet: pair(sheet),
});
