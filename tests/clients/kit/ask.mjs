// How the tests talk to the server of this run.

import { readFileSync } from "node:fs";

/** The address of the server of this run, without a slash at its end. */
export const base = process.env.SCHUTZNETZ_TEST_BASE;
if (!base) throw new Error("start the tests with `npm test`, which starts the server they talk to");

export const JSON_TYPE = "application/json";
export const GRAPHQL_TYPE = "application/graphql-response+json";

/** Sends one body to `/graphql`; text goes as it is, everything else as JSON. */
export function post(body, headers = {}) {
  return fetch(`${base}/graphql`, {
    method: "POST",
    headers: { "content-type": JSON_TYPE, accept: GRAPHQL_TYPE, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The data of a GraphQL query; an answer with errors is an error. */
export async function graphql(query, variables = {}, headers = {}) {
  const answer = await post({ query, variables }, headers);
  const body = await answer.json();
  if (answer.status !== 200 || body.errors) {
    throw new Error(`${answer.status}: ${JSON.stringify(body.errors ?? body)}`);
  }
  return body.data;
}

/** Sends a JSON body to a REST resource. */
export function rest(path, body, headers = {}) {
  return fetch(`${base}${path}`, {
    method: "POST",
    headers: { "content-type": JSON_TYPE, ...headers },
    body: JSON.stringify(body),
  });
}

/** Login, password and passphrase of a demo account, from the table the demo publishes. */
export function person(login) {
  const readme = readFileSync(new URL("../../../data/demo/README.md", import.meta.url), "utf8");
  const row = readme.split("\n").find((line) => line.startsWith(`| \`${login}\` |`));
  if (!row) throw new Error(`no account ${login} in data/demo/README.md`);
  const [, , password, passphrase] = row.split("|").map((cell) => cell.trim().replaceAll("`", ""));
  return { login, password, passphrase };
}

/** What a demo account signs in with. */
export function credentials(login) {
  const { password } = person(login);
  return { login, password };
}

/** An access token of a demo account. */
export async function signIn(login) {
  const answer = await rest("/api/v1/session", credentials(login));
  if (answer.status !== 200) throw new Error(`signing in: ${answer.status}`);
  return (await answer.json()).accessToken;
}
