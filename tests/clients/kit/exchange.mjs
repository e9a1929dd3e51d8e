// People of the demo with their keys, made of the project's own crypto modules and the published passphrases.

import * as sn from "../../../frontend/dist-crypto/index.mjs";

import { person } from "./ask.mjs";

/** Sends one GraphQL document as a person; answers the HTTP answer and its JSON. */
export async function ask({ base, token }, query, variables = {}, headers = {}) {
  const answer = await fetch(`${base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { answer, body: await answer.json() };
}

/** The data of a document that must run. */
export async function data(as, query, variables = {}, headers = {}) {
  const { answer, body } = await ask(as, query, variables, headers);
  if (answer.status !== 200 || body.errors) throw new Error(`${answer.status}: ${JSON.stringify(body.errors ?? body)}`);
  return body.data;
}

const KEYS = `query($id: ID!) {
  destination(id: $id) { announcements { announcement proof } endorsements certificates { certificate revokedAt } }
}`;

/** The keys of an organisation as the server publishes them, walked and verified against the built-in anchors. */
export async function verified(as, organisation) {
  const { destination } = await data(as, KEYS, { id: organisation });
  const published = {
    ...destination,
    announcements: destination.announcements.map(({ announcement, proof }) => ({ announcement, proof })),
  };
  const anchors = await sn.builtInAnchors();
  return sn.requireTrusted({ organisation, instanceId: "demo", anchors, published, now: new Date() });
}

/** Signs a person in and opens the vault and the grants with the published passphrase. */
export async function unlocked(base, login) {
  const { password, passphrase } = person(login);
  const session = await fetch(`${base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  if (session.status !== 200) throw new Error(`signing in ${login}: ${session.status}`);
  const as = { base, token: (await session.json()).accessToken };
  const query = "{ viewer { organisation { id } } myVault { vault } myGrants { member grant } }";
  const { viewer, myVault, myGrants } = await data(as, query);
  const keys = await sn.openVault(JSON.parse(myVault.vault), passphrase, sn.argon2id);
  const house = await verified(as, viewer.organisation.id);
  const opened = await Promise.all(myGrants.map(({ grant, member }) => sn.openGrant(grant, keys.enc, member, house)));
  return { ...as, login, keys, house, member: sn.uuidOf(myGrants[0].member), oeks: opened.map(({ oek }) => oek) };
}
