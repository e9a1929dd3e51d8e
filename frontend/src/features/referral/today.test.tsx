import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { TodayBoxes } from "./TodayBoxes";
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

/** Answers every question for a box; `all` are those without a filter. */
const serveBoxes = (all: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  serve({
    Referrals: ({ box, filter, after }) => {
      const asked = Object.keys(filter as object).join();
      return (asked === "" ? all[`${box}${after ? ` ${after}` : ""}`] : more[`${box} ${asked}`]) ?? page([]);
    },
    DestinationById: () => ({ destination: null }),
  });
const referencesIn = (list: HTMLElement) =>
  within(list)
    .getAllByRole("link", { name: /^Vorgang/ })
    .map(({ textContent }) => /[A-Z]{4}-[A-Z0-9]{4}/.exec(textContent ?? "")?.[0]);

test("a message on any page of either box is on Today, the newest first, until it is old or answered", async () => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  serveBoxes({
    OUTBOX: page([row("SENT-0001", { direction: "SENT", ...heard("2026-11-27T10:00:00Z") })]),
    INBOX: page([row("SILE-NT01"), row("OLDD-0001", heard("2026-10-20T10:00:00Z"))], "next"),
    "INBOX next": page([row("LAST-PAGE", heard("2026-11-27T15:40:00Z"))]),
  });
  await show(<TodayBoxes />);
  expect(referencesIn(await screen.findByRole("region", { name: "Neue Nachrichten" }))).toEqual([
    "LAST-PAGE",
    "SENT-0001",
  ]);
});

const sent = (changes: object) => ({ direction: "SENT", state: "DELIVERED", ...changes });
const due = (at: string) => ({ nextDeadline: { name: "open", at, overdue: true } });
const OVER = due("2026-11-27T12:00:00Z");

test("what was not opened in time is to be telephoned about, by whoever sent it and by nobody else", async () => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  serveBoxes({
    INBOX: page([row("THEI-RS01", { state: "DELIVERED", ...OVER })]),
    OUTBOX: page([
      row("LATE-0001", sent(OVER)),
      row("TIME-LEFT", sent(due("2026-11-27T18:00:00Z"))),
      row("OPEN-0001", sent({ state: "OPENED", ...OVER })),
      row("LOST-0001", sent({ state: "UNDELIVERABLE" })),
      row("TOLD-0001", sent({ state: "UNDELIVERABLE", otherChannels: [{ on: "2026-11-26" }] })),
      row("HELP-0001", sent({ state: "BOUNCED", kind: "HELP_REFERRAL" })),
    ]),
  });
  await show(<TodayBoxes />);
  const box = (await screen.findByText("Jetzt anrufen")).closest<HTMLElement>(".kern-alert--danger");
  if (!box) throw new Error("no alert");
  expect(referencesIn(box)).toEqual(["LATE-0001", "LOST-0001"]);
  expect(within(box).getAllByRole("link", { name: /Anrufen/ })).toHaveLength(2);
});

test("without any of it there is neither", async () => {
  const asked = serveBoxes({ INBOX: page([row("SILE-NT01")]) });
  await show(<TodayBoxes />);
  await screen.findByRole("heading", { name: "Eingang" });
  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(4));
  expect(screen.queryByText("Jetzt anrufen")).toBeNull();
  expect(screen.queryByText("Neue Nachrichten")).toBeNull();
});

test("what was given to me and runs is on Today, with what is due next", async () => {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  const nextDeadline = { name: "decide", at: "2026-11-30T11:00:00Z", overdue: false };
  serveBoxes({}, { "INBOX assignedToMe,states": page([row("MINE-0001", { state: "ACCEPTED", nextDeadline })]) });
  await show(<TodayBoxes />);
  const mine = await screen.findByRole("region", { name: "Ihnen zugeteilt" });
  expect(referencesIn(mine)).toEqual(["MINE-0001"]);
  expect(mine.textContent).toMatch(/übernommen · entscheiden bis: Montag, 30\. November/);
});
