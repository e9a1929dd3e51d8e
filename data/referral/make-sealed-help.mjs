// Writes sealed_help.json: a help referral from a practice to a service, what answers it, its successor to another
// service, and messages that the server has to refuse. Made by the SPA's own crypto modules.
// Usage: node make-sealed-help.mjs <path of dist-crypto/index.mjs> > sealed_help.json
import { at, found, load, oek, proofs, published } from "./sealed-body.mjs";

const lib = await load(process.argv[2]);

const bodies = {
  practice: await found(lib, "b0000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-0000000000b1"),
  service: await found(lib, "b0000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-0000000000b2"),
  other: await found(lib, "b0000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-0000000000b3"),
  verifier: await found(lib, "b0000000-0000-4000-8000-000000000004", "00000000-0000-4000-8000-0000000000b4"),
};
const { practice, service, other, verifier } = bodies;
const referral = "b1111111-1111-4111-8111-111111111111";
let parts = 0;
const nextPart = () => `b2222222-2222-4222-8222-${String(++parts).padStart(12, "0")}`;

const anchor = { kid: verifier.epoch.osk.kid, jwk: verifier.epoch.osk.publicJwk };

/** What the server knows of a body, the verifier's word for it, and what its member and sheet find in their grants. */
async function vouchedFor(body) {
  const { organisation, epoch } = body;
  const word = { issuer: verifier.organisation, organisation, osk: epoch.osk.kid, method: "visit", at };
  const endorsement = await lib.endorse(word, verifier.epoch.osk);
  return { ...published(body), endorsement, proofs: await proofs(lib, body, anchor, [endorsement]) };
}

const help = {
  person: { name: "Beispiel" },
  wish: "Beispiel",
  tried: "",
  contact: { how: "PHONE", when: "", never: [] },
};
const consent = {
  gate: "CONSENT",
  scope: ["Beispiel"],
  subject: "parent",
  givenBy: ["Beispiel"],
  form: "written",
  at: "2026-12-01",
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

/** A submission of the practice, as the API takes it; `changes` departs from an orderly help referral. */
async function submit(changes = {}, recipients = [oek(service), oek(practice)]) {
  const routing = {
    id: referral,
    kind: "HELP_REFERRAL",
    gate: "CONSENT",
    destination: service.organisation,
    senderOrganisation: practice.organisation,
    senderProfession: "KKG4_1_NR1",
    urgency: "NORMAL",
    topic: "FAMILY",
    flags: [],
    destinationEpoch: 1,
    predecessor: null,
    replyKey: null,
    ...changes,
  };
  const bodies =
    routing.kind === "HELP_REFERRAL"
      ? [
          { id: nextPart(), role: "help", body: help },
          { id: nextPart(), role: "consent", body: consent },
        ]
      : [{ id: nextPart(), role: "report", body: report }];
  const sealed = await lib.sealSubmission({
    routing,
    parts: bodies,
    manifestId: nextPart(),
    at,
    author: practice.keys.sig,
    recipients,
  });
  const submission = {
    envelope: JSON.stringify(sealed.envelope),
    parts: sealed.parts.map(({ id, jwe }) => ({ id, jwe })),
  };
  return { submission, sealed };
}

/** A part that joins the referral later. */
async function join(role, dir, body) {
  const [from, to] = dir === "to_sender" ? [service, practice] : [practice, service];
  const sealed = await lib.sealPart({
    context: { ref: referral, part: nextPart(), role, kind: "HELP_REFERRAL", to: to.organisation, dir, epoch: 1 },
    body,
    at,
    author: from.keys.sig,
    recipients: [oek(to), oek(from)],
  });
  return { id: sealed.id, jwe: sealed.jwe };
}

const orderly = await submit();
const receipt = await lib.makeReceipt(
  {
    referral,
    recipient: service.organisation,
    sender: practice.organisation,
    authenticationTags: Object.fromEntries(orderly.sealed.parts.map(({ id, tag }) => [id, tag])),
    plainDigests: Object.fromEntries(orderly.sealed.parts.map(({ id, plainDigest }) => [id, plainDigest])),
    epoch: 1,
  },
  crypto.randomUUID(),
  at,
  service.keys.sig,
);
const successor = await submit(
  { id: "b3333333-3333-4333-8333-333333333333", destination: other.organisation, predecessor: referral },
  [oek(other), oek(practice)],
);
const rotated = await service.rotate();
const vouched = await vouchedFor(service);
const withoutTopic = { topic: undefined };
const example = {
  _note: "TEST KEYS ONLY: made by make-sealed-help.mjs with keys that were thrown away; nothing in it can be opened.",
  practice: await vouchedFor(practice),
  service: vouched,
  other: await vouchedFor(other),
  verifier: published(verifier),
  referral: orderly.submission,
  receipt,
  decision: await join("decision", "to_sender", { text: "Beispiel" }),
  question: await join("message", "to_sender", { text: "Beispiel", kind: "question" }),
  answer: await join("message", "to_recipient", { text: "Beispiel", kind: "message" }),
  successor: successor.submission,
  rotation: {
    link: rotated.announcement,
    certificate: rotated.certificates[0].certificate,
    grants: rotated.grants,
    proofs: await proofs(lib, service, anchor, [vouched.endorsement], rotated),
    oekKid: rotated.oek.kid,
  },
  // sealed to the other service, although it is addressed to this one
  toOtherKeys: (await submit({}, [oek(other), oek(practice)])).submission,
  // the gate of providers by agreement, from a practice, which the directory marks for no such agreement
  unmarkedGate: (
    await submit({ ...withoutTopic, kind: "SUSPICION_REPORT", gate: "SGB8A_4", senderProfession: "SGB8_PROVIDER" })
  ).submission,
};
process.stdout.write(`${JSON.stringify(example, null, 1)}\n`);
