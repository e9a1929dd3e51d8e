import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { serve, show } from "../referral/testing";
import { Gate } from "./Gate";

const gate = <Gate why="Dafür brauchen Sie Ihren Schlüssel.">Versiegeltes</Gate>;
const NO_KEY = /noch keinen Schlüssel/;
const Viewer = () => ({ viewer: { id: "acc_1", organisation: { id: "org_1" }, roles: [], can: ["SEND_REFERRAL"] } });

/** The server as the person's, but for what it keeps of their keys. */
const keep = (keys: () => Promise<Response>) => {
  serve({ Viewer });
  const rest = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    String(init.body).includes("query MyKeys") ? keys() : rest(path, init),
  );
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("while it is not known whether there is a key, nobody is told that there is none", async () => {
  keep(() => new Promise(() => undefined));
  await show(gate);
  await screen.findByText("Wird geladen …");
  await new Promise((later) => setTimeout(later, 50));
  screen.getByText("Wird geladen …");
  expect(screen.queryByText(NO_KEY)).toBeNull();
});

test("when that cannot be known, it can be asked again", async () => {
  keep(() => Promise.reject(new TypeError("cut")));
  await show(gate);
  await screen.findByRole("button", { name: "Erneut versuchen" });
  expect(screen.queryByText(NO_KEY)).toBeNull();
});

test("who has no key is shown the way to one", async () => {
  serve({ Viewer, MyKeys: () => ({ myVault: null, myGrants: [] }) });
  await show(gate);
  await screen.findByText(NO_KEY);
  screen.getByRole("link", { name: "Schlüssel einrichten" });
  expect(screen.queryByText("Versiegeltes")).toBeNull();
});
