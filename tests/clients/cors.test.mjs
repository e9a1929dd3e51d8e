// Who may call from where, as the headers say it. What a browser makes of them is in
// browser.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { base, credentials, post, rest, signIn } from "./kit/ask.mjs";

const elsewhere = { origin: "https://partner.example" };

/** Every public resource, with what asks it. */
const OPEN = [
  ["POST", "/graphql", () => post({ query: "{ __typename }" }, elsewhere)],
  ["GET", "/graphql", () => fetch(`${base}/graphql?query={__typename}`, { headers: elsewhere })],
  ["POST", "/api/v1/directory/search", () => rest("/api/v1/directory/search", {}, elsewhere)],
  ["GET", "/api/v1/directory/services/x", () => fetch(`${base}/api/v1/directory/services/x`, { headers: elsewhere })],
  ["GET", "/api/v1/directory/organisations/x", () => fetch(`${base}/api/v1/directory/organisations/x`, { headers: elsewhere })],
  [
    "POST",
    "/api/v1/territory/responsible",
    () => rest("/api/v1/territory/responsible", { place: { postcode: "19055" }, topic: "contact_point" }, elsewhere),
  ],
  ["GET", "/api/v1/meta", () => fetch(`${base}/api/v1/meta`, { headers: elsewhere })],
  ["GET", "/api/v1/attributions", () => fetch(`${base}/api/v1/attributions`, { headers: elsewhere })],
  ["GET", "/api/v1/openapi.json", () => fetch(`${base}/api/v1/openapi.json`, { headers: elsewhere })],
];

const preflight = (path, method) =>
  fetch(base + path, {
    method: "OPTIONS",
    headers: {
      ...elsewhere,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,content-type",
    },
  });

test("every public resource may be read from any origin, without credentials", async () => {
  for (const [method, path, send] of OPEN) {
    const answer = await send();
    assert.equal(answer.headers.get("access-control-allow-origin"), "*", `${method} ${path}`);
    assert.equal(answer.headers.get("access-control-allow-credentials"), null, `${method} ${path}`);
  }
});

test("a browser may ask beforehand, and remembers the answer for a day", async () => {
  for (const [method, path] of OPEN.filter(([, path]) => path !== "/api/v1/openapi.json")) {
    const answer = await preflight(path, method);
    const header = (name) => answer.headers.get(`access-control-${name}`);
    assert.equal(answer.status, 204, `${method} ${path}`);
    assert.equal(header("allow-origin"), "*");
    assert.equal(header("allow-credentials"), null);
    assert.equal(header("max-age"), "86400");
    assert.ok(header("allow-methods").split(", ").includes(method));
    const allowed = header("allow-headers").split(", ");
    for (const name of ["authorization", "content-type"]) assert.ok(allowed.includes(name), name);
  }
});

test("tag, request id, waiting time and whether an act was done before can be read from elsewhere", async () => {
  for (const path of ["/graphql", "/api/v1/directory/search"]) {
    const answer = await fetch(base + path, { method: "POST", headers: elsewhere });
    const exposed = answer.headers.get("access-control-expose-headers").split(", ");
    assert.deepEqual(exposed.toSorted(), ["etag", "idempotency-replayed", "retry-after", "x-request-id"]);
  }
});

test("no session endpoint lets another origin read its answer", async () => {
  const sessions = [
    ["GET", "/api/v1/session"],
    ["POST", "/api/v1/session"],
    ["DELETE", "/api/v1/session"],
    ["POST", "/api/v1/session/renew"],
    ["DELETE", "/api/v1/sessions"],
  ];
  for (const [method, path] of sessions) {
    for (const answer of [await fetch(base + path, { method, headers: elsewhere }), await preflight(path, method)]) {
      const given = [...answer.headers.keys()].filter((name) => name.startsWith("access-control-"));
      assert.deepEqual(given, [], `${method} ${path}`);
    }
  }
});

test("a cookie of ours that comes from another site is refused on every public resource", async () => {
  const signedIn = await rest("/api/v1/session", credentials("nora.netz"), {
    "x-session-carrier": "cookie",
    "sec-fetch-site": "same-origin",
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const asked = (site) => post({ query: "{ viewer { displayName } }" }, { cookie, "sec-fetch-site": site });
  assert.equal((await (await asked("same-origin")).json()).data.viewer.displayName, "Nora Netz-Beispiel");
  for (const site of ["same-site", "cross-site", "none"]) {
    const answer = await asked(site);
    assert.equal(answer.status, 403, site);
    assert.equal((await answer.json()).errors[0].extensions.code, "CROSS_SITE");
  }
});

test("a bearer token works from any origin", async () => {
  const bearer = { authorization: `Bearer ${await signIn("nora.netz")}`, "sec-fetch-site": "cross-site", ...elsewhere };
  const answer = await post({ query: "{ viewer { displayName } }" }, bearer);
  assert.equal((await answer.json()).data.viewer.displayName, "Nora Netz-Beispiel");
});
