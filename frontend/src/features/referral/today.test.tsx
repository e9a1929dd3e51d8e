import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { TodayNews } from "./TodayNews";
import { serve, show } from "./testing";

const NOW = Date.parse("2026-11-27T16:00:00Z");
const name = (value: string) => ({ name: { lang: "de", value } });
const row = (reference: string, changes: object = {}) => ({
  id: `ref_${reference}`,
  reference,
  kind: "SUSPICION_REPORT",
  urgency: "SOON",
  state: "COMPLETED",
  direction: "RECEIVED",
  stateSince: "2026-11-24T10:00:00Z",
  createdAt: "2026-11-24T09:00:00Z",
  senderOrganisation: name("Praxis Beispielstadt"),
  destination: { id: "org_1", ...name("Jugendamt Beispielkreis") },
  assignee: null,
  otherChannels: [],
  messages: [],
  nextDeadline: null,
  ...changes,
});
const heard = (at: string) => ({ messages: [{ from: "RECEIVED", at }] });
const page = (nodes: readonly object[], endCursor: string | null = null) => ({
  referrals: { totalCount: nodes.length, pageInfo: { hasNextPage: endCursor !== null, endCursor }, nodes },
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a message on any page of either box is on Today, the newest first, until it is old or answered", async () => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  serve({
    Referrals: ({ box, after }) => {
      if (box === "OUTBOX") return page([row("SENT-0001", { direction: "SENT", ...heard("2026-11-27T10:00:00Z") })]);
      if (after === null) return page([row("SILE-NT01"), row("OLDD-0001", heard("2026-10-20T10:00:00Z"))], "next");
      return page([row("LAST-PAGE", heard("2026-11-27T15:40:00Z"))]);
    },
  });
  await show(<TodayNews />);
  await screen.findByRole("heading", { name: "Neue Nachrichten" });
  const links = screen.getAllByRole("link").map(({ textContent }) => textContent);
  expect(links.map((text) => /[A-Z]{4}-[A-Z0-9]{4}/.exec(text ?? "")?.[0])).toEqual(["LAST-PAGE", "SENT-0001"]);
});

test("without news there is no empty box of them", async () => {
  const asked = serve({ Referrals: () => page([row("SILE-NT01")]) });
  await show(<TodayNews />);
  await vi.waitFor(() => expect(asked).toEqual(["Referrals", "Referrals"]));
  expect(screen.queryByRole("heading")).toBeNull();
});
