import { afterEach, expect, test, vi } from "vitest";
import { readEnvelope, schemaOf } from "@/crypto";
import { routingOf, type Sealed, SendRefused, SendUnclear, send } from "./send";
import { emptyValues } from "./writeValues";

const ID = "11111111-1111-4111-8111-111111111111";
const ENDS = { own: "a0000000-0000-4000-8000-000000000002", to: "d0000000-0000-4000-8000-000000000001", epoch: 3 };

const sealedAs = (name: string): Sealed => ({ envelope: name, parts: [], idempotencyKey: `key-${name}` });
const answer = (data: object) =>
  new Response(JSON.stringify({ data: { createReferral: data } }), { headers: { "content-type": "application/json" } });
const before = (referral: object | null) =>
  new Response(JSON.stringify({ data: { referral } }), { headers: { "content-type": "application/json" } });
const refused = (code: string) => answer({ referral: null, userErrors: [{ code, field: null, message: code }] });
const SENT = { id: "ref_1", reference: "7K3M-Q9XA" };
const taken = () => answer({ referral: { ...SENT, state: "DELIVERED" }, userErrors: [] });

function server(...answers: (() => Response)[]) {
  const keys: (string | null)[] = [];
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get("idempotency-key"));
    const next = answers.shift();
    return next ? Promise.resolve(next()) : Promise.reject(new TypeError("cut"));
  });
  return keys;
}

afterEach(() => vi.unstubAllGlobals());

test("a stale key is sealed anew under a new key of idempotency, asking nobody", async () => {
  const keys = server(() => refused("STALE_KEY"), taken);
  const kept: string[] = [];
  const sent = await send({
    id: ID,
    sealed: sealedAs("first"),
    keep: ({ envelope }) => kept.push(envelope),
    sealAgain: () => Promise.resolve(sealedAs("second")),
  });
  expect(sent).toEqual({ ...SENT, earlier: false });
  expect(keys).toEqual(["key-first", "key-second"]);
  expect(kept).toEqual(["first", "second"]);
});

test("other refusals are not sealed again", async () => {
  server(
    () => refused("DESTINATION_CANNOT_RECEIVE"),
    () => before(null),
  );
  const sealAgain = vi.fn();
  const sending = send({ id: ID, sealed: sealedAs("first"), keep: () => undefined, sealAgain });
  await expect(sending).rejects.toBeInstanceOf(SendRefused);
  expect(sealAgain).not.toHaveBeenCalled();
});

test("after a cut line the same sealed bytes wait for the next try", async () => {
  server();
  const kept: Sealed[] = [];
  const sending = send({ id: ID, sealed: sealedAs("first"), keep: (one) => kept.push(one), sealAgain: vi.fn() });
  await expect(sending).rejects.toBeInstanceOf(SendUnclear);
  expect(kept).toEqual([sealedAs("first")]);
});

test("keys that keep changing end in a refusal, not in a loop", async () => {
  server(
    () => refused("STALE_KEY"),
    () => refused("STALE_KEY"),
    () => refused("STALE_KEY"),
    () => before(null),
  );
  const sealAgain = vi.fn(() => Promise.resolve(sealedAs("again")));
  await expect(send({ id: ID, sealed: sealedAs("first"), keep: () => undefined, sealAgain })).rejects.toMatchObject({
    code: "STALE_KEY",
  });
  expect(sealAgain).toHaveBeenCalledTimes(2);
});

const once = { id: ID, sealed: sealedAs("first"), keep: () => undefined, sealAgain: vi.fn() };
const status = (code: number) => () => new Response("", { status: code });

test.each([
  ["the id exists", "ID_EXISTS"],
  ["something else is wrong with it now", "DESTINATION_CANNOT_RECEIVE"],
])("an earlier try that arrived is found, though a later one is refused because %s", async (_what, code) => {
  server(
    () => refused(code),
    () => before({ ...SENT, direction: "SENT" }),
  );
  await expect(send(once)).resolves.toEqual({ ...SENT, earlier: true });
});

test("a case of somebody else under that id is nobody's earlier try", async () => {
  server(
    () => refused("ID_EXISTS"),
    () => before({ ...SENT, direction: "RECEIVED" }),
  );
  await expect(send(once)).rejects.toBeInstanceOf(SendRefused);
});

test("what is refused is not called lost while nobody can say whether an earlier try arrived", async () => {
  server(() => refused("ID_EXISTS"));
  await expect(send(once)).rejects.toBeInstanceOf(SendUnclear);
});

test("a failure of the server leaves open what became of it; an answer that turns it away does not", async () => {
  server(status(503), status(429));
  await expect(send(once)).rejects.toBeInstanceOf(SendUnclear);
  await expect(send(once)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("topic and age band of a report never reach the server", () => {
  const values = {
    ...emptyValues("SUSPICION_REPORT", "2026-11-24"),
    gate: "SGB8A_4",
    topic: "VIOLENCE",
    ageBand: "A0_2",
  };
  const routing = routingOf(ID, values, ENDS);
  expect(routing).not.toHaveProperty("topic");
  expect(routing).not.toHaveProperty("ageBand");
  expect(routing.destinationEpoch).toBe(3);
});

test("the routing of a help referral makes an envelope of the profile", () => {
  const values = { ...emptyValues("HELP_REFERRAL", "2026-11-24"), profession: "KKG4_1_NR1", topic: "FAMILY" };
  const tag = "A".repeat(22);
  const part = (role: string, last: string) => ({ id: `${ID.slice(0, -1)}${last}`, role, tag, paddedSize: 1024 });
  const envelope = readEnvelope({
    v: 1,
    ...routingOf(ID, { ...values, predecessor: `ref_${ID.replaceAll("-", "")}` }, ENDS),
    schema: schemaOf("HELP_REFERRAL"),
    recipientKids: ["A".repeat(43)],
    parts: [part("help", "2"), part("consent", "3"), part("manifest", "4")],
    envelopeSignature: "a..b",
  });
  expect(envelope.predecessor).toBe(ID);
  expect(envelope.topic).toBe("FAMILY");
});
