import { ApiError } from "./errors";
import { rest } from "./request";

const SESSION = "/api/v1/session";
/** Asks for the two HttpOnly cookies instead of a token: scripts of this page never see one. */
const CARRIER = { "x-session-carrier": "cookie" };

/** Signs in; the password goes nowhere else and is kept nowhere. */
export async function signIn(login: string, password: string): Promise<void> {
  await rest<unknown>("POST", SESSION, { body: { login, password }, headers: CARRIER, renewable: false });
}

/** Ends this session on the server and in the browser. */
export async function signOut(): Promise<void> {
  await rest<unknown>("DELETE", SESSION, { body: {}, renewable: false });
}

/** Ends every session of this account, on every device, this one included. */
export async function signOutEverywhere(): Promise<void> {
  await rest<unknown>("DELETE", `${SESSION}s`, { body: {}, renewable: false });
}

let renewal: Promise<boolean> | null = null;

/**
 * Renews the session. One request at a time, whoever asks: the renewal secret rotates, and an old one that comes back
 * would end the session as stolen.
 */
export function renewSession(): Promise<boolean> {
  renewal ??= rest<unknown>("POST", `${SESSION}/renew`, { body: {}, headers: CARRIER, renewable: false })
    .then(() => true)
    .catch((failure: unknown) => {
      // Only the server's own no ends a session; a cut line does not.
      if (failure instanceof ApiError && !failure.retryable) return false;
      throw failure;
    })
    .finally(() => {
      renewal = null;
    });
  return renewal;
}
