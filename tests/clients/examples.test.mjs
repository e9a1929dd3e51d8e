// The contract of REST, replayed: every operation of openapi.json is asked as its examples say, and every answer it
// documents is provoked. Status and shape have to be what is written there. An example that is absent is a failure.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, suite, test } from "node:test";

import { base, JSON_TYPE } from "./kit/ask.mjs";
import { faults, resolve, unlike } from "./kit/shape.mjs";

const contract = JSON.parse(readFileSync(new URL("../../openapi/openapi.json", import.meta.url), "utf8"));

/** Addresses that the proxy in front names; the brakes count them apart from all other tests. */
const HASTY = "203.0.113.9";
const GUESSING = "203.0.113.10";

/** Every operation with its method and path. */
const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, ...operation })),
);
const operationAt = (method, path) => operations.find((one) => one.method === method && one.path === path);

function exampleOf(content) {
  return content.example ?? resolve(content.schema, contract).example;
}

/** The request that the examples of an operation make up. */
function requestOf({ method, path, parameters = [], requestBody }) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const { example } = parameters.find((one) => one.in === "path" && one.name === name) ?? {};
    assert.ok(example, `${method} ${path}: no example of ${name}`);
    return encodeURIComponent(example);
  });
  const request = { path: filled, method, headers: {} };
  if (requestBody) {
    request.body = exampleOf(requestBody.content[JSON_TYPE]);
    assert.ok(request.body, `${method} ${path}: no example of the body`);
    request.headers["content-type"] = JSON_TYPE;
  }
  return request;
}

function send({ path, method, headers, body }) {
  return fetch(base + path, { method, headers, body: body === undefined || typeof body === "string" ? body : JSON.stringify(body) });
}

const withHeaders = (request, headers) => ({ ...request, headers: { ...request.headers, ...headers } });

/** What makes a session: signing in as the example of the contract does. */
async function signedIn(headers = {}) {
  const answer = await send(withHeaders(requestOf(operationAt("POST", "/api/v1/session")), headers));
  assert.equal(answer.status, 200);
  return answer;
}

/** What a browser says of a page of ours. */
const OURS = { "sec-fetch-site": "same-origin", origin: base };
/** What a browser sends along from a page of somebody else. */
const FOREIGN = { "sec-fetch-site": "cross-site", cookie: "__Host-session=x", "x-session-carrier": "cookie" };

/** The headers of a page of ours with the cookies of a session. */
async function pageOfOurs() {
  const answer = await signedIn({ ...OURS, "x-session-carrier": "cookie" });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  return { ...OURS, cookie };
}

/** A request that succeeds: by the example, with a session where the operation needs one. */
async function prepared(operation) {
  const request = requestOf(operation);
  if (operation.path === "/api/v1/session/renew") return withHeaders(request, await pageOfOurs());
  if (!operation.security) return request;
  const { accessToken } = await (await signedIn()).json();
  return withHeaders(request, { authorization: `Bearer ${accessToken}` });
}

/** The same value with NUL in its first text. */
function spoilt(value) {
  if (typeof value === "string") return "a\0b";
  const [name, first] = Object.entries(value)[0];
  return { ...value, [name]: spoilt(first) };
}

/** How each refusal, and the answer without content, is provoked. */
const PROVOKED = {
  200: prepared,
  204: prepared,
  304: async (operation) => {
    const request = await prepared(operation);
    return withHeaders(request, { "if-none-match": (await send(request)).headers.get("etag") });
  },
  400: (operation) => ({ ...requestOf(operation), body: "{" }),
  401: (operation) => {
    const request = withHeaders(requestOf(operation), { ...OURS, authorization: "Bearer abgelaufen" });
    return request.body?.password ? { ...request, body: { ...request.body, password: "falsch geraten" } } : request;
  },
  403: (operation) => withHeaders(requestOf(operation), FOREIGN),
  404: (operation) => ({ ...requestOf(operation), path: operation.path.replace(/\{\w+\}/g, "nirgends") }),
  413: (operation) => ({ ...requestOf(operation), body: JSON.stringify({ text: "x".repeat(64 * 1024) }) }),
  415: (operation) => withHeaders(requestOf(operation), { ...OURS, "content-type": "text/plain" }),
  422: (operation) => {
    const request = requestOf(operation);
    return { ...request, body: spoilt(request.body) };
  },
  429: (operation) =>
    withHeaders(requestOf(operation), { "x-forwarded-for": operation.path === "/api/v1/session" ? GUESSING : HASTY }),
};

/** Asks once; where the brake is to be met, as often and at once as it takes. */
async function answerTo(request, status) {
  for (;;) {
    const answers = await Promise.all(Array.from({ length: status === "429" ? 100 : 1 }, () => send(request)));
    const found = answers.find((answer) => status !== "429" || answer.status === 429);
    for (const answer of answers) if (answer !== found) await answer.arrayBuffer();
    if (found) return found;
  }
}

/** Uses up what one address may ask at once, and what another may guess. */
before(async () => {
  const cheap = { path: "/api/v1/directory/services/nirgends", method: "GET", headers: { "x-forwarded-for": HASTY } };
  await (await answerTo(cheap, "429")).arrayBuffer();
  const guess = requestOf(operationAt("POST", "/api/v1/session"));
  // one login would be braked by itself, and the address not
  const guessed = (at) => ({ ...guess, body: { ...guess.body, login: `niemand${at}` } });
  for (let at = 0; (await send(withHeaders(guessed(at), { "x-forwarded-for": GUESSING }))).status !== 429; at += 1);
});

for (const operation of operations) {
  suite(`${operation.method} ${operation.path}`, () => {
    for (const [status, response] of Object.entries(operation.responses)) {
      test(`answers ${status} as documented`, async () => {
        assert.ok(PROVOKED[status], `nobody knows how to provoke ${status}`);
        const answer = await answerTo(await PROVOKED[status](operation), status);
        const text = await answer.text();
        assert.equal(String(answer.status), status, text.slice(0, 300));
        for (const name of Object.keys(response.headers ?? {})) assert.ok(answer.headers.has(name), `no header ${name}`);
        const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
        if (!content) return assert.equal(text, "", "an answer without content");
        assert.equal(answer.headers.get("content-type"), type);
        const example = exampleOf(content);
        assert.ok(example, "no example of the answer");
        const body = JSON.parse(text);
        assert.deepEqual(faults(body, content.schema, contract), [], "the answer has the documented shape");
        assert.deepEqual(faults(example, content.schema, contract), [], "the example has the documented shape");
        assert.deepEqual(unlike(body, example), [], "the answer is like its example");
        if (Number(status) >= 400) {
          assert.deepEqual([body.code, body.title, body.status], [example.code, example.title, example.status]);
        }
      });
    }
  });
}

suite("the checks themselves", () => {
  test("find what is missing, of another type, not allowed or too much", () => {
    const schema = {
      type: "object",
      required: ["a"],
      properties: { a: { type: "string" }, b: { type: ["integer", "null"] }, c: { enum: ["x", "y"] } },
    };
    assert.deepEqual(faults({ a: "", b: null, c: "x" }, schema, contract), []);
    assert.deepEqual(faults({ b: 1.5, c: "z", d: 1 }, schema, contract), [
      "/a: missing",
      "/b: not integer or null",
      "/c: not one of x, y",
      "/d: not in the contract",
    ]);
    assert.deepEqual(unlike({ a: 1, c: [{}] }, { a: "", b: 1, c: [{ d: 1 }] }), [
      "/a: number, and string in the example",
      "/b: missing",
      "/c/0/d: missing",
    ]);
  });
});
