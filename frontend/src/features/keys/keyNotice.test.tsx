import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { serve, show } from "../referral/testing";
import { KeyNotice } from "./KeyNotice";

const kept = (epoch: number, vault: boolean, grants: number, mayManage: boolean) =>
  serve({
    KeyHealth: () => ({ keyHealth: { member: "m", state: "", ways: 0, holders: 0, epoch, mayManage, sheets: [] } }),
    MyKeys: () => ({ myVault: vault ? { vault: "{}" } : null, myGrants: Array(grants).fill({}) }),
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ["the organisation has no key: its management can help", [0, false, 0, false], /fehlt der Schlüssel.*die Leitung/, 0],
  ["the organisation has no key: this person can help", [0, false, 0, true], /Sie können ihn jetzt/, 1],
  ["no key of one's own", [1, false, 0, false], /eigener Schlüssel/, 1],
  ["no grant yet", [1, true, 0, false], /fehlt die Freigabe/, 0],
] as const)("%s", async (_what, keys, sentence, ways) => {
  kept(keys[0], keys[1], keys[2], keys[3]);
  await show(<KeyNotice />);
  await screen.findByText(sentence);
  expect(screen.queryAllByRole("link", { name: "Schlüssel einrichten" })).toHaveLength(ways);
});

test("who waits for a grant finds the way back to the line that a holder needs", async () => {
  kept(1, true, 0, false);
  await show(<KeyNotice />);
  const way = await screen.findByRole("link", { name: "Zeile und Kennung zeigen" });
  expect(way.getAttribute("href")).toBe("/intern/schluessel/einrichten");
});

test("nothing is said where nothing is missing", async () => {
  const asked = kept(1, true, 1, true);
  const { container } = await show(<KeyNotice />);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  await new Promise((drawn) => setTimeout(drawn, 50));
  expect(container.textContent).toBe("");
});
