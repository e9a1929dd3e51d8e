import { afterEach, expect, test, vi } from "vitest";
import { ApiError, graphQlSpelling } from "./errors";
import { callAs, request, rest } from "./request";

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

const answers = (...responses: (Response | Error)[]) => {
  const calls: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    calls.push(init);
    const next = responses.shift();
    if (!next || next instanceof Error) throw next ?? new Error("no more answers");
    return next;
  });
  return calls;
};

const failed = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

afterEach(() => {
  vi.unstubAllGlobals();
  callAs({ credentials: "omit", renew: null, onUnauthenticated: null });
});

test("one code, two spellings", () => {
  expect(graphQlSpelling("version-conflict")).toBe("VERSION_CONFLICT");
});

test("an operation travels as text, without a cookie on public pages", async () => {
  const calls = answers(json(200, { data: { a: 1 } }));
  await request({ toString: () => "query Q { a }" }, { x: 1 });
  expect(JSON.parse(String(calls[0]?.body))).toEqual({
    query: "query Q { a }",
    variables: { x: 1 },
    operationName: "Q",
  });
  expect(calls[0]?.credentials).toBe("omit");
});

test("errors of an executed operation are failures with their code and request id", async () => {
  answers(
    json(200, { data: null, errors: [{ message: "…", extensions: { code: "RATE_LIMITED", retryAfterSeconds: 7 } }] }),
  );
  const error = await failed(request({ toString: () => "query Q { a }" }, {}));
  expect([error.code, error.retryAfterSeconds, error.retryable]).toEqual(["RATE_LIMITED", 7, true]);
});

test("a problem document is the same failure in its other spelling", async () => {
  answers(json(412, { code: "version-conflict", requestId: "r1" }));
  const error = await failed(rest("GET", "/api/v1/x"));
  expect([error.code, error.requestId, error.retryable]).toEqual(["VERSION_CONFLICT", "r1", false]);
});

test("a cut line and a broken server may be asked again, a refusal may not", async () => {
  answers(new TypeError("network"));
  expect((await failed(rest("GET", "/x"))).retryable).toBe(true);
  answers(json(503, {}));
  expect((await failed(rest("GET", "/x"))).retryable).toBe(true);
  answers(json(403, {}));
  expect((await failed(rest("GET", "/x"))).retryable).toBe(false);
});

test("a session that ran out is renewed once and the same bytes are sent again", async () => {
  const calls = answers(json(401, { code: "unauthenticated" }), json(200, { data: { a: 1 } }));
  callAs({ renew: async () => true });
  await request({ toString: () => "mutation M { a }" }, {}, { idempotencyKey: "k" });
  expect(calls.map((call) => call.body)).toEqual([calls[0]?.body, calls[0]?.body]);
  expect(calls[1]?.headers).toMatchObject({ "idempotency-key": "k" });
});

test("a session that cannot be renewed is said to be over", async () => {
  answers(json(401, { code: "unauthenticated" }));
  const over = vi.fn();
  callAs({ renew: async () => false, onUnauthenticated: over });
  expect((await failed(request({ toString: () => "query Q { a }" }, {}))).code).toBe("UNAUTHENTICATED");
  expect(over).toHaveBeenCalledOnce();
});
