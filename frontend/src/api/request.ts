import { ApiError, failureOf, NETWORK } from "./errors";

/** A typed document as the generator writes it: text with the types of its answer and its variables. */
export interface Document<TData, TVariables> {
  toString(): string;
  __apiType?: (variables: TVariables) => TData;
}

interface Manner {
  /** Public pages are nobody's: they call with `omit`, so a professional's session never travels with a question. */
  credentials: RequestCredentials;
  /** Tries to renew the session; says whether there is one again. */
  renew: (() => Promise<boolean>) | null;
  /** Called when the server says that there is no session (any more), and renewing it did not help. */
  onUnauthenticated: (() => void) | null;
}

const manner: Manner = { credentials: "omit", renew: null, onUnauthenticated: null };

/** Said once by the document's `main.tsx`; the default is the careful one. */
export function callAs(changes: Partial<Manner>): void {
  Object.assign(manner, changes);
}

interface Options {
  signal?: AbortSignal | undefined;
  /** Same key, same act: a repeated mutation carries the key of its first try. */
  idempotencyKey?: string | undefined;
}

/** Sends one GraphQL operation as text; returns its data or throws `ApiError`. */
export async function request<TData, TVariables>(
  document: Document<TData, TVariables>,
  variables: TVariables,
  { signal, idempotencyKey }: Options = {},
): Promise<TData> {
  const text = document.toString();
  const operationName = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
  const body = await send("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
    },
    body: JSON.stringify({ query: text, variables, operationName }),
    signal: signal ?? null,
  });
  return (body as { data: TData }).data;
}

interface RestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Whether a 401 is worth one renewal of the session; the session's own resources say no. */
  renewable?: boolean;
}

/** Calls a REST resource with a JSON body; an answer without content is `undefined`. */
export async function rest<T>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  { body, headers, signal, renewable = true }: RestOptions = {},
): Promise<T> {
  const attempt = renewable ? send : sendOnce;
  return (await attempt(path, {
    method,
    headers: {
      accept: "application/json, application/problem+json;q=0.9",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  })) as T;
}

type Init = RequestInit & { headers: Record<string, string> };

/** Sends; where the session ran out meanwhile, renews it and sends the same bytes once more. */
async function send(path: string, init: Init): Promise<unknown> {
  try {
    return await sendOnce(path, init);
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.code !== "UNAUTHENTICATED") throw failure;
    if (await manner.renew?.()) return sendOnce(path, init);
    manner.onUnauthenticated?.();
    throw failure;
  }
}

async function sendOnce(path: string, init: Init): Promise<unknown> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, "accept-language": globalThis.document?.documentElement.lang || "de" },
      credentials: manner.credentials,
      referrerPolicy: "no-referrer",
    });
    body = await readJson(response);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError({ status: 0, code: NETWORK, requestId: null, cause });
  }
  if (!response.ok || carriesErrors(body)) {
    throw failureOf(response, body);
  }
  if (response.status !== 204 && body === undefined) {
    throw new ApiError({ status: response.status, code: "INTERNAL", requestId: response.headers.get("x-request-id") });
  }
  return body;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204 || !/json/.test(response.headers.get("content-type") ?? "")) return undefined;
  return response.json();
}

const carriesErrors = (body: unknown): boolean =>
  typeof body === "object" && body !== null && "errors" in body && Array.isArray(body.errors) && body.errors.length > 0;
