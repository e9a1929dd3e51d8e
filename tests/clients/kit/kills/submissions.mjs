// Suspicion reports, sealed ahead as the pages seal them, so that a burst of them is over fast.

import * as sn from "../../../../frontend/dist-crypto/index.mjs";

import { data, unlocked, verified } from "../exchange.mjs";

/** Who sends, and as what. */
const SENDERS = [
  ["petra.praxis", { gate: "KKG4_3", senderProfession: "KKG4_1_NR1" }],
  ["karla.kita", { gate: "SGB8A_4", senderProfession: "SGB8_PROVIDER" }],
  ["sven.schule", { gate: "KKG4_3", senderProfession: "KKG4_1_NR7" }],
];
/** Somebody of each office they send to. */
const RECEIVERS = ["ines.eingang", "mia.muster"];

/** The people of the test, signed in and with their keys at hand. */
export async function people(base) {
  const senders = [];
  for (const [login, standing] of SENDERS) senders.push({ ...(await unlocked(base, login)), standing });
  const receivers = [];
  for (const login of RECEIVERS) {
    const receiver = await unlocked(base, login);
    const { organisationMembers } = await data(receiver, "{ organisationMembers { id roles } }");
    receivers.push({ ...receiver, readers: organisationMembers.flatMap(firstGrant) });
  }
  return { senders, receivers };
}

/** Who is let in when a report arrives: those who lead, and those who take in. */
function firstGrant({ id, roles }) {
  const member = sn.uuidOf(id).replaceAll("-", "");
  if (roles.includes("LEAD")) return [`lead ${member}`];
  return roles.includes("INTAKE") ? [`work ${member}`] : [];
}

/** A report of a sender to an office, ready to be sent under its key. */
export async function sealed(sender, receiver) {
  // the keys of both ends were verified when their members were unlocked
  const addressee = receiver.house;
  const { gate } = sender.standing;
  const at = new Date();
  const { envelope, parts } = await sn.sealSubmission({
    routing: {
      id: crypto.randomUUID(),
      kind: "SUSPICION_REPORT",
      ...sender.standing,
      destination: addressee.organisation,
      senderOrganisation: sender.house.organisation,
      urgency: "SOON",
      flags: [],
      destinationEpoch: addressee.current.epoch,
      predecessor: null,
      replyKey: null,
    },
    parts: [
      { id: crypto.randomUUID(), role: "report", body: report() },
      { id: crypto.randomUUID(), role: "consent", body: { gate, insofaConsulted: true } },
    ],
    manifestId: crypto.randomUUID(),
    at,
    author: sender.keys.sig,
    recipients: sn.recipientsOf(addressee, { now: at, ownCopy: sender.house.current.oek }),
  });
  return {
    id: envelope.id,
    key: crypto.randomUUID(),
    sender,
    receiver,
    author: sender.member,
    readers: receiver.readers,
    envelope: JSON.stringify(envelope),
    parts: parts.map(({ id, jwe }) => ({ id, jwe })),
  };
}

const report = () => ({
  child: { givenName: "Kim", familyName: "Beispiel", whereabouts: "in der Gruppe" },
  persons: [],
  observations: [{ at: "2026-11-23", seenBy: "Gruppenleitung", kind: "fact", text: "Blaue Flecken an beiden Armen." }],
  dangerSigns: ["PHYSICAL_ABUSE"],
  sourceOfDanger: ["UNKNOWN"],
  soFar: "",
  reporter: { function: "Leitung" },
  identityProtected: true,
});

const CREATE = `mutation($envelope: String!, $parts: [PartInput!]!) {
  createReferral(envelope: $envelope, parts: $parts) { referral { id state } userErrors { code } }
}`;

/**
 * Sends a submission to `base`. Answers `acknowledged` with the id of the referral, whether it was `replayed`, the
 * `refusal` where there is one; an answer that never came is an error.
 */
export async function submit(base, { envelope, parts, sender, key }) {
  const answer = await fetch(`${base}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${sender.token}`,
      "idempotency-key": `"${key}"`,
    },
    body: JSON.stringify({ query: CREATE, variables: { envelope, parts } }),
  });
  const { data: said, errors } = await answer.json();
  if (errors) throw new Error(`the server did not say yes or no: ${JSON.stringify(errors)}`);
  const { referral, userErrors } = said.createReferral;
  return {
    acknowledged: referral && sn.uuidOf(referral.id),
    replayed: answer.headers.get("idempotency-replayed") === "true",
    refusal: userErrors[0]?.code,
  };
}

const READ = `mutation($id: ID!, $partIds: [ID!]!) {
  readReferralParts(id: $id, partIds: $partIds) { parts { id jwe } referral { envelope createdAt } userErrors { code } }
}`;

/** Opens a submission with the keys of the office; answers the report inside. Throws what does not hold. */
export async function opened(base, { id, parts, receiver, sender }) {
  const { readReferralParts } = await data({ ...receiver, base }, READ, { id, partIds: parts.map((part) => part.id) }, {
    "idempotency-key": `"${crypto.randomUUID()}"`,
  });
  const { referral, parts: fetched } = readReferralParts;
  const from = await verified({ ...receiver, base }, sender.house.organisation);
  const jwes = fetched.map((part) => ({ id: sn.uuidOf(part.id), jwe: part.jwe }));
  const { parts: read } = await sn.openSubmission(
    JSON.parse(referral.envelope),
    jwes,
    receiver.oeks,
    sn.signersOf(from),
    new Date(referral.createdAt),
  );
  return read.find(({ role }) => role === "report").body;
}
