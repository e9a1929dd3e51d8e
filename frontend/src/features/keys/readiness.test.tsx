import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { serve, show } from "../referral/testing";
import { Readiness } from "./Readiness";

const health = (ways: number) => ({
  member: "m",
  mayManage: true,
  state: "CLOSED",
  ways,
  holders: 1,
  epoch: 1,
  sheets: [],
});
const owned = (reason: string | null) =>
  serve({
    Viewer: () => ({ viewer: { id: "u", organisation: { id: "org_2" }, can: [] } }),
    OwnReceiving: () => ({ destination: { id: "org_2", reason } }),
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a body that is granted nothing to receive is not told that something is missing for it", async () => {
  owned("NOT_GRANTED");
  await show(<Readiness health={health(1)} />);
  await screen.findByText("Ihre Stelle sendet, sie empfängt keine Vermittlungen");
  screen.getByText(/Zum Senden genügt ein Weg/);
  expect(screen.queryByText("Sie können noch nichts empfangen")).toBeNull();
  expect(screen.queryByText("1 von 2")).toBeNull();
});

test.each([
  ["one way is one too few to receive", 1, "NOT_ENOUGH_WAYS", "Sie können noch nichts empfangen", "1 von 2"],
  ["two ways are enough", 2, null, "Ihre Stelle hat zwei Wege zum Öffnen", "2 von 2"],
] as const)("%s", async (_what, ways, reason, title, count) => {
  owned(reason);
  await show(<Readiness health={health(ways)} />);
  await screen.findByText(title);
  screen.getByText(count);
});
