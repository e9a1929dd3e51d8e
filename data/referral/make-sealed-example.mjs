// Writes sealed_example.json: one organisation's keys and one suspicion report, made by the SPA's own crypto modules.
// Usage: node make-sealed-example.mjs <path of dist-crypto/index.mjs> > sealed_example.json
import { at, found, load, oek, proofs, published } from "./sealed-body.mjs";

const lib = await load(process.argv[2]);

const office = "22222222-2222-4222-8222-222222222222";
const practice = "33333333-3333-4333-8333-333333333333";
const body = "55555555-5555-4555-8555-555555555555";
const referral = "11111111-1111-4111-8111-111111111111";
const [clerk, doctor] = ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000011"];
const [offices, practices] = [await found(lib, office, clerk), await found(lib, practice, doctor)];
const verifier = await lib.generateKey("ES256");
const endorse = ({ organisation, epoch }) =>
  lib.endorse({ issuer: body, organisation, osk: epoch.osk.kid, method: "visit", at }, verifier.held);
const endorsement = await endorse(offices);
const anchor = { kid: verifier.kid, jwk: verifier.publicJwk };
const withProofs = async (of) => ({
  ...published(of),
  proofs: await proofs(lib, of, anchor, [await endorse(of)]),
});

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

const parts = submission.parts.map(({ id, jwe }) => ({ id, jwe }));
const example = {
  _note: "TEST KEYS ONLY: made by make-sealed-example.mjs with keys that were thrown away; nothing in it can be opened.",
  office: await withProofs(offices),
  practice: await withProofs(practices),
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
