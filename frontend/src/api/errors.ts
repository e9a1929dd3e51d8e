/** One error of a GraphQL answer. */
export interface GraphQlErrorShape {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; requestId?: string; retryAfterSeconds?: number };
}

/** A problem document of the REST interface (RFC 9457). */
export interface ProblemShape {
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
}

/** The request never reached the server, or its answer never reached us. */
export const NETWORK = "NETWORK";

interface Failure {
  status: number;
  code: string;
  requestId: string | null;
  retryAfterSeconds?: number | null;
  cause?: unknown;
}

/** Every failed request ends here. Screens switch on `code`, never on words. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** GraphQL spelling (`VERSION_CONFLICT`), whichever interface answered. */
  readonly code: string;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor({ status, code, requestId, retryAfterSeconds = null, cause }: Failure) {
    super(`${code} (${status})`, { cause });
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether the same question may be asked again without harm and with hope. */
  get retryable(): boolean {
    return this.code === NETWORK || this.status >= 500 || this.code === "RATE_LIMITED";
  }
}

/** `version-conflict` (problem documents) and `VERSION_CONFLICT` (GraphQL) are one code; this is the one place that knows. */
export function graphQlSpelling(code: string): string {
  return code.replaceAll("-", "_").toUpperCase();
}

/** The failure a refused or broken HTTP answer stands for. */
export function failureOf(response: Response, body: unknown): ApiError {
  const requestId = response.headers.get("x-request-id");
  const retryAfter = Number(response.headers.get("retry-after"));
  const waiting = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  const first = firstGraphQlError(body);
  if (first) {
    return new ApiError({
      status: response.status,
      code: first.extensions?.code ?? (response.status >= 500 ? "INTERNAL" : "BAD_REQUEST"),
      requestId: first.extensions?.requestId ?? requestId,
      retryAfterSeconds: first.extensions?.retryAfterSeconds ?? waiting,
    });
  }
  const problem = (typeof body === "object" && body !== null ? body : {}) as ProblemShape;
  return new ApiError({
    status: response.status,
    code: problem.code
      ? graphQlSpelling(problem.code)
      : response.status === 429
        ? "RATE_LIMITED"
        : byStatus(response.status),
    requestId: problem.requestId ?? requestId,
    retryAfterSeconds: waiting,
  });
}

function firstGraphQlError(body: unknown): GraphQlErrorShape | undefined {
  if (typeof body !== "object" || body === null || !("errors" in body) || !Array.isArray(body.errors)) return undefined;
  const first: unknown = body.errors[0];
  return typeof first === "object" && first !== null && "message" in first ? (first as GraphQlErrorShape) : undefined;
}

function byStatus(status: number): string {
  if (status === 401) return "UNAUTHENTICATED";
  if (status === 403) return "FORBIDDEN";
  if (status === 404) return "NOT_FOUND";
  return status >= 500 ? "INTERNAL" : "BAD_REQUEST";
}
