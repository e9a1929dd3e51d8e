import { expect, test } from "vitest";
import { ApiError } from "@/api/errors";
import { outcomeOf } from "./SignInForm";

const failure = (status: number, code: string, retryAfterSeconds: number | null = null) =>
  new ApiError({ status, code, requestId: null, retryAfterSeconds });

test("a brake tells the waiting time of the answer, not that the password is wrong", () => {
  expect(outcomeOf(failure(429, "RATE_LIMITED", 45))).toEqual({ words: "login.wait", values: { seconds: 45 } });
  expect(outcomeOf(failure(429, "RATE_LIMITED", 600))).toEqual({ words: "login.waitMinutes", values: { minutes: 10 } });
  expect(outcomeOf(failure(429, "RATE_LIMITED"))).toEqual({ words: "login.wait", values: { seconds: 0 } });
});

test("wrong, unknown and locked look alike; a cut line and a broken server do not", () => {
  expect(outcomeOf(failure(401, "SIGN_IN_REFUSED"))).toEqual({ words: "login.refused" });
  expect(outcomeOf(failure(0, "NETWORK"))).toEqual({ words: "core.state.network" });
  expect(outcomeOf(failure(503, "INTERNAL"))).toEqual({ words: "core.state.server" });
});
