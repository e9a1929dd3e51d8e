import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "../referral/testing";
import { Gate } from "./Gate";

const gate = <Gate why="Dafür brauchen Sie Ihren Schlüssel.">Versiegeltes</Gate>;
const NO_KEY = /noch keinen Schlüssel/;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("while it is not known whether there is a key, nobody is told that there is none", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  await show(gate);
  await screen.findByText("Wird geladen …");
  expect(screen.queryByText(NO_KEY)).toBeNull();
});

test("when that cannot be known, it can be asked again", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("cut")));
  await show(gate);
  await screen.findByRole("button", { name: "Erneut versuchen" });
  expect(screen.queryByText(NO_KEY)).toBeNull();
});
