// What programs send: markers in headers, bodies and variables, most of it refused.

import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from "graphql";

const schema = buildSchema(readFileSync(new URL("../../../../openapi/schema.graphql", import.meta.url), "utf8"));
const JSON_TYPE = "application/json";

/** Sends everything below as a member of whom `referral` asks something; answers the answers as sources. */
export async function program({ base, marks, credentials, referral }) {
  const answers = [];
  const ask = async (path, { method = "POST", headers = {}, body } = {}) => {
    const answer = await fetch(base + path, {
      method,
      headers: { "content-type": JSON_TYPE, ...headers },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
    const said = await answer.text();
    const from = `${method} ${path.split("?")[0]}, ${answer.status}`;
    answers.push({ from, bytes: Buffer.from(JSON.stringify([...answer.headers]) + said) });
    return said;
  };
  const { accessToken } = JSON.parse(await ask("/api/v1/session", { body: credentials }));
  // the answer to signing in is where a token comes from
  marks.secret("an access token that is right", accessToken, ["answers"]);
  const as = { authorization: `Bearer ${accessToken}` };
  await refusedSessions(ask, marks, as);
  await refusedBodies(ask, marks);
  await headers(ask, marks);
  const query = `{ referral(id: "${referral}") { version } }`;
  const { version } = JSON.parse(await ask("/graphql", { headers: as, body: { query } })).data.referral;
  for (const round of [{}, { id: referral, version }, { wrongTypes: true }]) await everyField(ask, marks, as, round);
  return answers;
}

async function refusedSessions(ask, marks, as) {
  const bearer = (token) => ({ authorization: `Bearer ${token}` });
  const tokens = [
    marks.mark("a token that is none"),
    [{ alg: "ES256", kid: marks.mark("a token: its key") }, { sub: marks.mark("a token: its person") }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .concat(marks.mark("a token: its signature"))
      .join("."),
    `${as.authorization.slice(7)}${marks.mark("a token: behind its end")}`,
  ];
  for (const token of tokens) {
    await ask("/graphql", { headers: bearer(token), body: { query: "{ viewer { id } }" } });
    await ask("/api/v1/session", { method: "GET", headers: bearer(token) });
    await ask("/api/v1/directory/search", { headers: bearer(token), body: {} });
  }
  const cookie = ["__Host-session", "__Host-renew"].map((name) => `${name}=${marks.mark(`a ${name} that is none`)}`).join("; ");
  await ask("/api/v1/session/renew", { headers: { cookie } });
  await ask("/api/v1/session", { method: "DELETE", headers: { cookie } });
}

async function refusedBodies(ask, marks) {
  const mark = (field) => marks.mark(field);
  const bodies = {
    "/api/v1/session": [
      { login: mark("a login"), password: mark("a password") },
      { login: mark("a login"), password: [mark("a password that is a list")] },
      { login: mark("a login"), [mark("a field there is not")]: 1 },
    ],
    "/api/v1/directory/search": [
      { filter: { text: mark("search"), place: mark("search: place") } },
      { filter: { text: `${mark("search: too long")} `.repeat(20) } },
      { filter: { text: [mark("search: a list")] } },
      { filter: { kinds: [mark("search: kind")], topics: [mark("search: topic")], languages: [mark("search: language")] } },
      { filter: { openAt: mark("search: instant") } },
      { filter: { cost: [mark("search: cost")] } },
      { filter: { district: mark("search: district"), postcode: mark("search: postcode") } },
      { after: mark("search: cursor") },
      { orderBy: mark("search: order") },
      { [mark("search: a field there is not")]: mark("search: its value") },
    ],
    "/api/v1/territory/responsible": [
      { place: { placeName: mark("responsible: place") }, topic: "child_protection_report" },
      { place: { postcode: mark("responsible: postcode") }, topic: "child_protection_report" },
      { place: { placeName: "Schwerin", [mark("responsible: a field there is not")]: 1 }, topic: "child_protection_report" },
      { place: { placeName: "Schwerin" }, topic: mark("responsible: topic") },
      { place: { municipality: mark("responsible: key") }, topic: "child_protection_report" },
      {
        place: { postcode: "18181" },
        topic: "child_protection_report",
        answers: [{ questionId: mark("responsible: question"), value: mark("responsible: answer") }],
      },
    ],
    "/graphql": [
      { query: "query($t: String!) { services(filter: { text: $t }) { totalCount } }", variables: { t: mark("variable") } },
      { query: "{ __typename }", variables: mark("variables that are none") },
      { query: `{ services(filter: { text: "${mark("text in a document")}" }, first: -1) { totalCount } }` },
      { query: `{ services(filter: { text: "${mark("text in a broken document")}"` },
      { query: "{ __typename }", operationName: mark("an operation there is not") },
    ],
  };
  for (const [path, list] of Object.entries(bodies)) {
    for (const body of list) await ask(path, { body });
    await ask(path, { body: `{"filter":{"text":"${mark(`${path}: a body cut off`)}` });
    await ask(path, { body: mark(`${path}: a body of another type`), headers: { "content-type": "text/plain" } });
    await ask(path, { body: `"${mark(`${path}: a body too long`)}${" ".repeat(3_000_000)}"` }).catch(() => undefined);
  }
}

async function headers(ask, marks) {
  const names = ["user-agent", "referer", "origin", "accept-language", "x-request-id", "x-forwarded-for"];
  for (const name of [...names, "idempotency-key", "if-none-match"]) {
    const header = { [name]: marks.mark(`header ${name}`) };
    await ask("/graphql", { headers: header, body: { query: "{ __typename }" } });
    await ask("/api/v1/meta", { method: "GET", headers: header });
  }
  await ask(`/api/v1/meta?${marks.mark("a query string")}`, { method: "GET" });
  await ask(`/nowhere?${marks.mark("a query string of no page")}`, { method: "GET" });
  const query = encodeURIComponent("query($t: String!) { services(filter: { text: $t }, first: -1) { totalCount } }");
  const variables = encodeURIComponent(JSON.stringify({ t: marks.mark("a variable in an address") }));
  await ask(`/graphql?query=${query}&variables=${variables}`, { method: "GET" });
}

/** Asks each root field of the schema with a marker in every argument, or in all but ids and versions. */
async function everyField(ask, marks, as, { id, version = 1, wrongTypes = false }) {
  for (const [kind, type] of [["query", schema.getQueryType()], ["mutation", schema.getMutationType()]]) {
    for (const field of Object.values(type.getFields())) {
      // with an id that is right its texts are stored, for everybody to read
      if (field.name === "updateService" && id) continue;
      const of = (leaf, path) => leafOf(leaf, path, { marks, id, version, wrongTypes });
      const values = field.args.map((arg) => [arg.name, filled(arg.type, of, `${field.name}(${arg.name})`)]);
      const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
      const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const inside = isLeafType(getNamedType(field.type)) ? "" : `{ __typename ${userErrors(field)} }`;
      const query = `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${inside} }`;
      const once = kind === "mutation" ? { "idempotency-key": crypto.randomUUID() } : {};
      await ask("/graphql", { headers: { ...as, ...once }, body: { query, variables: Object.fromEntries(values) } });
    }
  }
}

const userErrors = (field) => (getNamedType(field.type).getFields?.().userErrors ? "userErrors { code field message }" : "");

/** A value of an input type; `of` answers its leaves. */
function filled(type, of, path) {
  if (isNonNullType(type)) return filled(type.ofType, of, path);
  if (isListType(type)) return [filled(type.ofType, of, path)];
  if (!isInputObjectType(type)) return of(type, path);
  const fields = Object.values(type.getFields());
  return Object.fromEntries(fields.map((one) => [one.name, filled(one.type, of, `${path}.${one.name}`)]));
}

function leafOf(type, path, { marks, id, version, wrongTypes }) {
  if (type.name === "ID" && id) return id;
  if (wrongTypes || ["String", "ID"].includes(type.name)) return marks.mark(path);
  if (isEnumType(type)) return type.getValues()[0].name;
  const right = { Int: version, Float: 1.5, Boolean: true, DateTime: "2026-11-26T12:00:00Z", Date: "2026-12-01" };
  return right[type.name] ?? marks.mark(path);
}
