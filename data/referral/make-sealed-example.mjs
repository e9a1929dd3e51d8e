// Writes sealed_example.json: one organisation's keys and one suspicion report, made by the SPA's own crypto modules.
// Usage: node make-sealed-example.mjs <path of dist-crypto/index.mjs> > sealed_example.json
import { pathToFileURL } from "node:url";

const lib = await import(pathToFileURL(process.argv[2]).href);

const office = "22222222-2222-4222-8222-222222222222";
const practice = "33333333-3333-4333-8333-333333333333";
const body = "55555555-5555-4555-8555-555555555555";
const referral = "11111111-1111-4111-8111-111111111111";
const [clerk, doctor] = ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000011"];
const at = new Date("2026-12-01T08:00:00Z");
// never written down: nothing in the example can be opened again
const passphrase = lib.toBase64url(crypto.getRandomValues(new Uint8Array(24)));

async function found(organisation, member) {
  const { vault, keys } = await lib.createVault(passphrase, lib.argon2id);
  const own = ({ kid, publicJwk }) => ({ kid, jwk: publicJwk });
  const sheet = await lib.makeSheet(organisation, 1);
  const epoch = await lib.foundOrganisation({
    organisation,
    granter: { id: member, keys },
    members: [{ id: member, sig: own(keys.sig), enc: own(keys.enc), keyRole: "holder" }],
    sheets: [{ member: "sheet:1", key: { kid: sheet.kid, jwk: sheet.publicJwk } }],
    at,
    newId: () => crypto.randomUUID(),
  });
  return { organisation, member, vault, keys, sheet, epoch };
}

const [offices, practices] = [await found(office, clerk), await found(practice, doctor)];
const verifier = await lib.generateKey("ES256");
const endorsement = await lib.endorse(
  { issuer: body, organisation: office, osk: offices.epoch.osk.kid, method: "visit", at },
  verifier.held,
);

const routing = {
  id: referral,
  kind: "SUSPICION_REPORT",
  gate: "KKG4_3",
  destination: office,
  senderOrganisation: practice,
  senderProfession: "KKG4_1_NR1",
  urgency: "SOON",
  flags: [],
  destinationEpoch: 1,
  predecessor: null,
  replyKey: null,
};
const report = {
  child: { givenName: "Beispiel", familyName: "Beispiel", whereabouts: "" },
  persons: [],
  observations: [],
  dangerSigns: [],
  sourceOfDanger: [],
  soFar: "",
  reporter: { function: "Beispiel" },
  identityProtected: false,
};
const oek = ({ epoch }) => ({ kid: epoch.oek.kid, jwk: epoch.oek.publicJwk });
const recipients = [oek(offices), oek(practices)];
const submission = await lib.sealSubmission({
  routing,
  parts: [{ id: "44444444-4444-4444-8444-444444444444", role: "report", body: report }],
  manifestId: "66666666-6666-4666-8666-666666666666",
  at,
  author: practices.keys.sig,
  recipients,
});
const feedback = await lib.sealPart({
  context: {
    ref: referral,
    part: "77777777-7777-4777-8777-777777777777",
    role: "feedback",
    kind: routing.kind,
    to: practice,
    dir: "to_sender",
    epoch: 1,
  },
  body: { signsConfirmed: null, acted: true, stillActing: true },
  at,
  author: offices.keys.sig,
  recipients: [oek(practices), oek(offices)],
});
const receipt = await lib.makeReceipt(
  {
    referral,
    recipient: office,
    sender: practice,
    authenticationTags: Object.fromEntries(submission.parts.map(({ id, tag }) => [id, tag])),
    plainDigests: Object.fromEntries(submission.parts.map(({ id, plainDigest }) => [id, plainDigest])),
    epoch: 1,
  },
  crypto.randomUUID(),
  at,
  offices.keys.sig,
);
const draftId = "88888888-8888-4888-8888-888888888888";
const author = { kid: practices.keys.enc.kid, jwk: practices.keys.enc.publicJwk };
const draft = { id: draftId, jwe: await lib.sealDraft(draftId, { note: "Beispiel" }, author) };

const published = ({ organisation, member, vault, keys, sheet, epoch }) => ({
  organisation,
  member,
  vault: JSON.stringify(vault),
  link: epoch.announcement,
  certificate: epoch.certificates[0].certificate,
  grants: epoch.grants,
  oekKid: epoch.oek.kid,
  signingKid: keys.sig.kid,
  encryptionKid: keys.enc.kid,
  sheet: { kid: sheet.kid, jwk: sheet.publicJwk },
});
const parts = submission.parts.map(({ id, jwe }) => ({ id, jwe }));
const example = {
  _note: "TEST KEYS ONLY: made by make-sealed-example.mjs with keys that were thrown away; nothing in it can be opened.",
  office: published(offices),
  practice: published(practices),
  endorsement: { by: body, jwk: verifier.publicJwk, token: endorsement },
  envelope: JSON.stringify(submission.envelope),
  parts,
  feedback: { id: feedback.id, jwe: feedback.jwe },
  receipt,
  draft,
  voiceFingerprint: await lib.voiceFingerprint(offices.keys.sig.publicJwk, offices.keys.enc.publicJwk),
  caseReference: await lib.caseReference(referral),
};
process.stdout.write(`${JSON.stringify(example, null, 1)}\n`);
