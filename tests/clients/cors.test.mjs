// Who may call from where, as the headers say it. What a browser makes of them is in
// browser.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { base, credentials, graphql, JSON_TYPE, post, rest, signIn } from "./kit/ask.mjs";

const elsewhere = { origin: "https://partner.example" };

const known = await graphql(
  "{ services(first: 1) { nodes { id organisation { id } } } destinations(kind: HELP_REFERRAL, first: 1) { id } }",
  {},
  { authorization: `Bearer ${await signIn("sven.schule")}` },
);
const [service] = known.services.nodes;
const [destination] = known.destinations;

/** Every public resource. One that `knowsNobody` never asks who calls; a `plain` one takes no header worth asking for. */
const OPEN = [
  { method: "POST", path: "/graphql", body: { query: "{ __typename }" } },
  { method: "GET", path: "/graphql?query={__typename}" },
  { method: "POST", path: "/api/v1/directory/search", body: {} },
  { method: "GET", path: `/api/v1/directory/services/${service.id}` },
  { method: "GET", path: `/api/v1/directory/organisations/${service.organisation.id}` },
  { method: "GET", path: `/api/v1/destinations/${destination.id}/keys` },
  {
    method: "POST",
    path: "/api/v1/territory/responsible",
    body: { place: { postcode: "19055" }, topic: "contact_point" },
  },
  { method: "GET", path: "/api/v1/meta", knowsNobody: true },
  { method: "GET", path: "/api/v1/attributions", knowsNobody: true },
  { method: "GET", path: "/api/v1/web/settings", knowsNobody: true },
  { method: "GET", path: "/api/v1/openapi.json", knowsNobody: true, plain: true },
  { method: "GET", path: "/.well-known/jwks.json", knowsNobody: true, plain: true },
  { method: "GET", path: "/problems/not-found", knowsNobody: true },
];

const ask = ({ method, path, body }, headers) =>
  fetch(base + path, {
    method,
    headers: { ...(body && { "content-type": JSON_TYPE }), ...headers },
    body: body && JSON.stringify(body),
  });

const preflight = (path, method) =>
  fetch(base + path, {
    method: "OPTIONS",
    headers: {
      ...elsewhere,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,content-type",
    },
  });

test("whatever the contract publishes beside sessions is tried here", async () => {
  const { paths } = await (await fetch(`${base}/api/v1/openapi.json`)).json();
  const untried = Object.keys(paths)
    .filter((template) => !template.startsWith("/api/v1/session"))
    .filter((template) => {
      const shape = new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
      return !OPEN.some(({ path }) => shape.test(path));
    });
  assert.deepEqual(untried, []);
});

test("every public resource may be read from any origin, without credentials", async () => {
  for (const resource of OPEN) {
    const { method, path } = resource;
    const answer = await ask(resource, elsewhere);
    assert.equal(answer.status, 200, `${method} ${path}`);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*", `${method} ${path}`);
    assert.equal(answer.headers.get("access-control-allow-credentials"), null, `${method} ${path}`);
  }
});

test("a browser may ask beforehand, and remembers the answer for a day", async () => {
  for (const { method, path } of OPEN.filter(({ plain }) => !plain)) {
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

test("a cookie of ours that comes from another site is refused on every public resource that knows people", async () => {
  const signedIn = await rest("/api/v1/session", credentials("nora.netz"), {
    "x-session-carrier": "cookie",
    "sec-fetch-site": "same-origin",
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const who = await post({ query: "{ viewer { displayName } }" }, { cookie, "sec-fetch-site": "same-origin" });
  assert.equal((await who.json()).data.viewer.displayName, "Nora Netz-Beispiel");
  for (const resource of OPEN) {
    const own = await ask(resource, { cookie, "sec-fetch-site": "same-origin" });
    assert.equal(own.status, 200, resource.path);
    const words = await own.text();
    for (const site of ["same-site", "cross-site", "none"]) {
      const answer = await ask(resource, { cookie, "sec-fetch-site": site });
      const what = `${resource.method} ${resource.path}, ${site}`;
      if (resource.knowsNobody) {
        assert.equal(await answer.text(), words, `${what}: the same for everybody`);
        continue;
      }
      assert.equal(answer.status, 403, what);
      const { code, errors } = await answer.json();
      assert.equal(code ?? errors[0].extensions.code, errors ? "CROSS_SITE" : "cross-site", what);
    }
  }
});

test("a bearer token works from any origin", async () => {
  const bearer = { authorization: `Bearer ${await signIn("nora.netz")}`, "sec-fetch-site": "cross-site", ...elsewhere };
  const answer = await post({ query: "{ viewer { displayName } }" }, bearer);
  assert.equal((await answer.json()).data.viewer.displayName, "Nora Netz-Beispiel");
});
