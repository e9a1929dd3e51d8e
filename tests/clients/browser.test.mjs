// What a browser makes of the rules for other origins: two origins that are not ours, one of them of
// the same site (another port), where even a SameSite=Strict cookie travels.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, suite, test } from "node:test";

import { base, credentials, graphql, signIn } from "./kit/ask.mjs";
import { launch } from "./kit/chromium.mjs";

const VIEWER = { query: "{ viewer { displayName } }" };
const NOBODY = "00000000-0000-4000-8000-000000000000";

let browser;
let pages;
let foreign;
/** An organisation that receives; who is not signed in is told its keys, not that it is one. */
let destination;

before(async () => {
  pages = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<!doctype html><title>Partner</title><link rel=icon href=data:,>");
  });
  pages.listen(0);
  await once(pages, "listening");
  const { port } = pages.address();
  foreign = { "same site": `http://127.0.0.1:${port}/`, "another site": `http://localhost:${port}/` };
  browser = await launch();
  const bearer = { authorization: `Bearer ${await signIn("sven.schule")}` };
  [destination] = (await graphql("{ destinations(kind: HELP_REFERRAL, first: 1) { id } }", {}, bearer)).destinations;
});
after(async () => {
  await browser?.close();
  pages?.close();
});

/** Calls from inside a page; `blocked` says that the browser withheld the answer. */
const call = (page, path, init = {}) =>
  page.evaluate(
    async ([url, options]) => {
      try {
        const answer = await fetch(url, options);
        const body = answer.type === "opaque" ? null : await answer.json();
        return { status: answer.status, type: answer.type, requestId: answer.headers.get("x-request-id"), body };
      } catch (error) {
        return { blocked: error.name };
      }
    },
    [base + path, init],
  );

const json = (body, more = {}) => ({
  method: "POST",
  body: JSON.stringify(body),
  ...more,
  headers: { "content-type": "application/json", ...more.headers },
});

/** A page of ours with a session in cookies, in a context of its own. */
async function signedInContext() {
  const context = await browser.newContext();
  const own = await context.newPage();
  await own.goto(`${base}/api/v1/meta`);
  const carrier = json(credentials("nora.netz"), { headers: { "x-session-carrier": "cookie" } });
  assert.equal((await call(own, "/api/v1/session", carrier)).status, 200);
  const names = (await context.cookies(base)).map((cookie) => cookie.name).sort();
  assert.deepEqual(names, ["__Host-renew", "__Host-session"]);
  assert.equal((await call(own, "/graphql", json(VIEWER))).body.data.viewer.displayName, "Nora Netz-Beispiel");
  return { context, own };
}

for (const kind of ["same site", "another site"]) {
  suite(`a page of another origin, ${kind}`, () => {
    let page;
    before(async () => {
      page = await browser.newPage();
      await page.goto(foreign[kind]);
    });
    after(() => page.close());

    test("reads GraphQL and public REST without a name", async () => {
      const searched = await call(page, "/graphql", json({ query: "{ services(first: 1) { totalCount nodes { id } } }" }));
      assert.equal(searched.status, 200);
      assert.ok(searched.body.data.services.totalCount > 0);
      assert.ok(searched.requestId, "the request id can be read");
      const id = searched.body.data.services.nodes[0].id;
      assert.equal((await call(page, `/api/v1/directory/services/${id}`)).body.id, id);
      const rested = await call(page, "/api/v1/directory/search", json({ first: 1 }));
      assert.equal(rested.body.totalCount, searched.body.data.services.totalCount);
      const question = { place: { postcode: "19055" }, topic: "contact_point" };
      assert.equal((await call(page, "/api/v1/territory/responsible", json(question))).status, 200);
      const keys = await call(page, `/api/v1/destinations/${destination.id}/keys`);
      assert.ok(keys.body.announcements.length > 0, "whoever seals can read the keys");
      for (const path of ["/api/v1/meta", "/api/v1/attributions", "/api/v1/web/settings", "/api/v1/openapi.json"]) {
        assert.equal((await call(page, path)).status, 200, path);
      }
      const refusal = await call(page, "/api/v1/directory/services/svc_none");
      assert.equal(refusal.body.code, "not-found", "a refusal can be read, too");
    });

    test("acts for a person by bearer token", async () => {
      const headers = { authorization: `Bearer ${await signIn("nora.netz")}` };
      const answer = await call(page, "/graphql", json(VIEWER, { headers }));
      assert.equal(answer.body.data.viewer.displayName, "Nora Netz-Beispiel");
      assert.equal((await call(page, "/api/v1/directory/search", json({ first: 1 }, { headers }))).status, 200);
    });

    test("cannot sign anybody in or read a session", async () => {
      assert.deepEqual(await call(page, "/api/v1/session", json(credentials("nora.netz"))), { blocked: "TypeError" });
      assert.deepEqual(await call(page, "/api/v1/session"), { blocked: "TypeError" });
    });

    test("gets nothing by the cookie, and cannot end the session it belongs to", async () => {
      const { context, own } = await signedInContext();
      const intruder = await context.newPage();
      const answers = [];
      intruder.on("response", (answer) => answers.push([answer.request().method(), answer.status()]));
      await intruder.goto(foreign[kind]);
      answers.length = 0;

      const withCookie = { credentials: "include" };
      for (const [path, init] of [
        ["/graphql", json(VIEWER, withCookie)],
        ["/api/v1/directory/search", json({ first: 1 }, withCookie)],
        [`/api/v1/directory/services/${NOBODY}`, withCookie],
        [`/api/v1/directory/organisations/${NOBODY}`, withCookie],
        [`/api/v1/destinations/${destination.id}/keys`, withCookie],
        ["/api/v1/territory/responsible", json({ place: { postcode: "19055" }, topic: "contact_point" }, withCookie)],
        ["/api/v1/meta", withCookie],
        ["/api/v1/attributions", withCookie],
        ["/api/v1/web/settings", withCookie],
        ["/api/v1/openapi.json", withCookie],
        ["/api/v1/session", withCookie],
        ["/api/v1/session", { ...withCookie, method: "DELETE" }],
        ["/api/v1/sessions", { ...withCookie, method: "DELETE" }],
        ["/api/v1/session/renew", json({}, withCookie)],
      ]) {
        assert.deepEqual(await call(intruder, path, init), { blocked: "TypeError" }, path);
      }
      // without reading the answer, as a form or an image would: what reaches the server is refused there
      answers.length = 0;
      const blind = { method: "POST", mode: "no-cors", credentials: "include", body: JSON.stringify(VIEWER) };
      assert.equal((await call(intruder, "/graphql", blind)).type, "opaque");
      const look = { mode: "no-cors", credentials: "include" };
      assert.equal((await call(intruder, "/graphql?query={viewer{displayName}}", look)).type, "opaque");
      await call(intruder, "/api/v1/session", look);
      const statuses = answers.map(([, status]) => status);
      // of the same site the cookie arrives and is refused; of another site SameSite keeps it back
      assert.deepEqual(statuses, kind === "same site" ? [403, 403, 403] : [415, 200, 401]);

      const still = await call(own, "/api/v1/session");
      assert.equal(still.status, 200, "the session lives on");
      await context.close();
    });
  });
}
