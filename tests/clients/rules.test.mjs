// What the service promises to every client: statuses, media types, limits, headers.

import assert from "node:assert/strict";
import { suite, test } from "node:test";

import { base, GRAPHQL_TYPE, graphql, JSON_TYPE, post, rest, signIn } from "./kit/ask.mjs";

const typed = (answer) => answer.headers.get("content-type")?.replace(/;\s*charset=utf-8$/i, "");

async function refused(answer, status, code) {
  const body = await answer.json();
  assert.equal(answer.status, status, JSON.stringify(body));
  assert.equal(body.errors[0].extensions.code, code);
  assert.equal(body.errors[0].extensions.requestId, answer.headers.get("x-request-id"));
  assert.equal("data" in body, false, "nothing ran");
}

suite("GraphQL over HTTP", () => {
  test("an array of operations is refused in both media types", async () => {
    for (const accept of [JSON_TYPE, GRAPHQL_TYPE]) {
      for (const batch of [[], [{ query: "{ __typename }" }], [{ query: "{ a }" }, { query: "{ b }" }]]) {
        const answer = await post(batch, { accept });
        assert.equal(typed(answer), accept);
        await refused(answer, 400, "BATCH_REFUSED");
      }
    }
  });

  test("a query may come by GET, a mutation may not", async () => {
    const get = (query) => fetch(`${base}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: GRAPHQL_TYPE } });
    const answer = await get("{ __typename }");
    assert.deepEqual(await answer.json(), { data: { __typename: "Query" } });
    assert.equal(answer.headers.get("cache-control"), "no-store");
    const change = await get('mutation { updateService(id: "svc_1", expectedVersion: 1, patch: {}) { userErrors { code } } }');
    assert.equal(change.headers.get("allow"), "POST");
    await refused(change, 405, "METHOD_NOT_ALLOWED");
  });

  test("both media types say the same, with the statuses of the specification", async () => {
    const cases = [
      ["{ __typename }", 200, 200],
      ["{ __typename", 200, 400],
      ["{ nothingOfThatName }", 200, 400],
      ['query($id: ID!) { service(id: $id) { id } }', 200, 400],
    ];
    for (const [query, asJson, asGraphql] of cases) {
      const plain = await post({ query }, { accept: JSON_TYPE });
      const strict = await post({ query }, { accept: GRAPHQL_TYPE });
      assert.deepEqual([typed(plain), plain.status], [JSON_TYPE, asJson], query);
      assert.deepEqual([typed(strict), strict.status], [GRAPHQL_TYPE, asGraphql], query);
      const [one, other] = [await plain.json(), await strict.json()];
      for (const body of [one, other]) for (const error of body.errors ?? []) delete error.extensions.requestId;
      assert.deepEqual(one, other);
    }
    await refused(await post({ query: "{ __typename }" }, { accept: "text/html" }), 406, "NOT_ACCEPTABLE");
    await refused(await post("query=1", { "content-type": "application/x-www-form-urlencoded" }), 415, "UNSUPPORTED_MEDIA_TYPE");
  });

  test("the client's preference decides between the media types", async () => {
    const chosen = async (accept) => typed(await post({ query: "{ __typename }" }, { accept }));
    assert.equal(await chosen(`${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9`), GRAPHQL_TYPE);
    assert.equal(await chosen(`${GRAPHQL_TYPE};q=0.5, ${JSON_TYPE}`), JSON_TYPE);
    assert.equal(await chosen("*/*"), JSON_TYPE);
  });

  test("a question may be ten fields deep, not eleven", async () => {
    const nested = (depth) => {
      const steps = ["services(first: 1)", "nodes"];
      while (steps.length < depth - 1) steps.push(steps.length % 2 === 0 ? "organisation" : "services");
      return `{ ${[...steps, "id"].join(" { ")} ${"} ".repeat(depth)}`;
    };
    assert.equal((await post({ query: nested(10) })).status, 200);
    await refused(await post({ query: nested(11) }), 400, "TOO_COMPLEX");
  });

  test("thirty names may be given, not thirty-one", async () => {
    const renamed = (count) => `{ meta { ${Array.from({ length: count }, (_, at) => `n${at}: name`).join(" ")} } }`;
    assert.equal((await post({ query: renamed(30) })).status, 200);
    await refused(await post({ query: renamed(31) }), 400, "TOO_COMPLEX");
  });

  test("thirty directives may stand in a document, not thirty-one", async () => {
    const directed = (count) => `{ meta { ${"name @include(if: true) ".repeat(count)} } }`;
    assert.equal((await post({ query: directed(30) })).status, 200);
    await refused(await post({ query: directed(31) }), 400, "TOO_COMPLEX");
  });

  test("a list gives at most fifty services and refuses to be asked for more", async () => {
    const asked = async (first) => (await post({ query: `{ services(first: ${first}) { totalCount nodes { id } } }` })).json();
    const most = await asked(50);
    assert.ok(most.data.services.totalCount > 50, "the directory is larger than one page");
    assert.equal(most.data.services.nodes.length, 50);
    assert.equal((await asked(51)).errors[0].extensions.code, "INVALID");
  });

  test("a body may have 64 KiB without a session and 1 MiB with one", async () => {
    const sized = (bytes) => {
      const body = JSON.stringify({ query: "{ __typename }", extensions: { padding: "" } });
      return body.replace('"padding":""', `"padding":"${"x".repeat(bytes - body.length)}"`);
    };
    const bearer = { authorization: `Bearer ${await signIn("nora.netz")}` };
    assert.equal((await post(sized(64 * 1024))).status, 200);
    await refused(await post(sized(64 * 1024 + 1)), 413, "TOO_LARGE");
    assert.equal((await post(sized(1024 * 1024), bearer)).status, 200);
    await refused(await post(sized(1024 * 1024 + 1), bearer), 413, "TOO_LARGE");
  });

  test("no answer may be kept, refusals included", async () => {
    for (const body of [{ query: "{ __typename }" }, { query: "{" }, [], "nonsense"]) {
      assert.equal((await post(body)).headers.get("cache-control"), "no-store", JSON.stringify(body));
    }
  });

  test("a key for repeating safely belongs to exactly one mutation", async () => {
    const key = { "idempotency-key": crypto.randomUUID() };
    await refused(await post({ query: "{ __typename }" }, key), 400, "IDEMPOTENCY_ONE_MUTATION");
  });

  test("a token that is none is refused, not ignored", async () => {
    await refused(await post({ query: "{ __typename }" }, { authorization: "Bearer nonsense" }), 401, "UNAUTHENTICATED");
  });
});

suite("REST", () => {
  const anyService = async () => (await graphql("{ services(first: 1) { nodes { id organisation { id } } } }")).services.nodes[0];

  test("a detail has a tag, and who names it gets no body again", async () => {
    const service = await anyService();
    for (const path of [`services/${service.id}`, `organisations/${service.organisation.id}`]) {
      const url = `${base}/api/v1/directory/${path}`;
      const first = await fetch(url);
      const tag = first.headers.get("etag");
      assert.equal(first.status, 200);
      assert.match(tag, /^(W\/)?"[^"]+"$/);
      assert.ok((await first.json()).id, path);
      const again = await fetch(url, { headers: { "if-none-match": tag } });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get("etag"), tag);
      assert.equal(await again.text(), "");
      assert.equal((await fetch(url, { headers: { "if-none-match": '"another"' } })).status, 200);
    }
  });

  test("a bare UUID is accepted wherever an id is asked for", async () => {
    const service = await anyService();
    const uuid = (id) => id.replace(/^[a-z]+_/, "").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    const bare = await fetch(`${base}/api/v1/directory/services/${uuid(service.id)}`);
    assert.equal(bare.status, 200);
    assert.equal((await bare.json()).id, service.id);
    const organisation = await fetch(`${base}/api/v1/directory/organisations/${uuid(service.organisation.id)}`);
    assert.equal((await organisation.json()).id, service.organisation.id);
    const data = await graphql("query($s: ID!, $o: ID!) { service(id: $s) { id } organisation(id: $o) { id } }", {
      s: uuid(service.id),
      o: uuid(service.organisation.id),
    });
    assert.deepEqual(data, { service: { id: service.id }, organisation: { id: service.organisation.id } });
  });

  test("an id that names nothing is 404, and null in GraphQL", async () => {
    const nothing = crypto.randomUUID();
    for (const id of [nothing, `svc_${nothing.replaceAll("-", "")}`, "svc_nonsense", (await anyService()).organisation.id]) {
      await problem(await fetch(`${base}/api/v1/directory/services/${id}`), 404, "not-found");
      assert.deepEqual(await graphql("query($id: ID!) { service(id: $id) { id } }", { id }), { service: null });
    }
  });

  async function problem(answer, status, code) {
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get("content-type"), "application/problem+json");
    const body = await answer.json();
    assert.equal(body.status, status);
    assert.equal(body.code, code);
    assert.equal(body.instance, new URL(answer.url).pathname);
    assert.equal(body.requestId, answer.headers.get("x-request-id"));
    assert.ok(body.title);
    assert.ok(body.type.endsWith(`/problems/${code}`), body.type);
    const page = await fetch(`${base}/problems/${code}`);
    assert.equal((await page.json()).status, status, "the type leads to a page that explains it");
    return body;
  }

  test("every refusal is a problem document with a code, a field and a page that explains it", async () => {
    const search = "/api/v1/directory/search";
    const raw = (body, type = JSON_TYPE) => fetch(base + search, { method: "POST", headers: { "content-type": type }, body });
    await problem(await raw("{"), 400, "malformed");
    await problem(await raw("{}", "text/plain"), 415, "unsupported-media-type");
    await problem(await raw(JSON.stringify({ filter: { text: "x".repeat(70_000) } })), 413, "too-large");
    await problem(await fetch(base + search), 405, "method-not-allowed");
    await problem(await fetch(`${base}/api/v1/nothing`), 404, "not-found");
    await problem(await fetch(`${base}/api/v1/session`), 401, "unauthenticated");
    const body = await problem(await rest(search, { first: 51 }), 422, "invalid");
    assert.equal(body.errors[0].pointer, "/first");
    assert.ok(body.errors[0].allowed, "it says what is allowed");
    const place = { place: { postcode: "1905" }, topic: "contact_point" };
    const wrong = await problem(await rest("/api/v1/territory/responsible", place), 422, "invalid");
    assert.equal(wrong.errors[0].pointer, "/place/postcode");
  });

  test("a refusal speaks the language asked for", async () => {
    const titled = async (lang) =>
      (await (await fetch(`${base}/api/v1/nothing`, { headers: { "accept-language": lang } })).json()).title;
    assert.equal(await titled("en"), "There is nothing here.");
    assert.equal(await titled("de"), "Das gibt es hier nicht.");
  });

  test("a refusal does not repeat what was typed", async () => {
    const marker = "Geheimwort7431";
    for (const body of [{ filter: { text: marker.repeat(20) } }, { filter: { openAt: marker } }, { [marker]: 1 }]) {
      const answer = await rest("/api/v1/directory/search", body);
      assert.ok(answer.status >= 400, JSON.stringify(body));
      assert.equal((await answer.text()).includes(marker), false, JSON.stringify(body));
    }
  });
});
