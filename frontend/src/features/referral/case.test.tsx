import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { CaseView } from "./CaseView";
import { ReferralRows } from "./ReferralRows";
import { serve, show } from "./testing";

const name = (value: string) => ({ name: { lang: "de", value } });
const DEADLINE = { name: "acknowledge", at: "2026-11-25T08:00:00Z", overdue: false };
const referral = (changes: object = {}) => ({
  id: "ref_1",
  reference: "7K3M-Q9XA",
  version: 3,
  kind: "SUSPICION_REPORT",
  gate: "KKG4_3",
  urgency: "SOON",
  state: "OPENED",
  direction: "RECEIVED",
  stateSince: "2026-11-24T10:00:00Z",
  createdAt: "2026-11-24T09:00:00Z",
  senderOrganisation: { id: "org_2", ...name("Praxis Beispielstadt") },
  destination: { id: "org_1", ...name("Jugendamt Beispielkreis") },
  assignee: null,
  dueDates: [DEADLINE],
  nextDeadline: DEADLINE,
  flags: [],
  envelope: "{}",
  parts: [],
  messages: [],
  otherChannels: [],
  coSigned: false,
  feedbackVocabulary: "KKG_ECHO",
  feedbackGiven: false,
  retention: {},
  history: [],
  allowedActions: [],
  ...changes,
});
const serveCase = (found: object | null, more = {}) =>
  serve({
    CaseById: () => ({ referral: found }),
    Viewer: () => ({ viewer: null }),
    MyKeys: () => ({ myVault: null, myGrants: [] }),
    DestinationById: () => ({ destination: null }),
    ...more,
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("buttons are what the server allows, and nothing else", async () => {
  serveCase(referral({ allowedActions: ["ACCEPT", "ASSIGN"] }));
  await show(<CaseView id="ref_1" />);
  await screen.findByRole("button", { name: "Übernehmen" });
  screen.getByRole("button", { name: "Zuteilen" });
  for (const other of ["Ablehnen", "Zurückziehen", "Rückmeldung geben", "Abschließen", "Eingang bestätigen"]) {
    expect(screen.queryByRole("button", { name: other })).toBeNull();
  }
});

test("an acknowledgement signs what was opened: before that it cannot be pressed", async () => {
  const asked = serveCase(referral({ allowedActions: ["ACKNOWLEDGE"] }));
  await show(<CaseView id="ref_1" />);
  const button = await screen.findByRole("button", { name: "Eingang bestätigen" });
  screen.getByText("Dafür zuerst den Inhalt öffnen.");
  await userEvent.setup().click(button);
  expect(asked).not.toContain("AcknowledgeReferral");
});

test("somebody was faster: the new state is shown, and that is said", async () => {
  const accept = { allowedActions: ["ACCEPT"], state: "ACKNOWLEDGED" };
  const versions: unknown[] = [];
  serveCase(referral(accept), {
    AcceptReferral: ({ expectedVersion }: Record<string, unknown>) => {
      versions.push(expectedVersion);
      const current = referral({ state: "IN_PROGRESS", version: 5, allowedActions: ["MESSAGE", "HOLD"] });
      const conflict = { code: "VERSION_CONFLICT", field: null, message: "conflict", current };
      return { acceptReferral: { referral: null, userErrors: [conflict] } };
    },
  });
  await show(<CaseView id="ref_1" />);
  await userEvent.setup().click(await screen.findByRole("button", { name: "Übernehmen" }));
  await screen.findByText("Jemand war schneller");
  screen.getByText("in Bearbeitung");
  expect(screen.queryByRole("button", { name: "Übernehmen" })).toBeNull();
  expect(versions).toEqual([3]);
});

test("after a cut line the same act goes out again under its first key", async () => {
  const keys: (string | null)[] = [];
  serveCase(referral({ allowedActions: ["ACCEPT"] }));
  const answers = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (!String(init.body).includes("AcceptReferral")) return answers(path, init);
    keys.push(new Headers(init.headers).get("idempotency-key"));
    return Promise.reject(new TypeError("cut"));
  });
  const user = userEvent.setup();
  await show(<CaseView id="ref_1" />);
  await user.click(await screen.findByRole("button", { name: "Übernehmen" }));
  await user.click(await screen.findByRole("button", { name: "Erneut versuchen" }));
  await vi.waitFor(() => expect(keys).toHaveLength(2));
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
});

test("a case nobody let us into and a case that does not exist look alike", async () => {
  serveCase(null);
  await show(<CaseView id="ref_9" />);
  await screen.findByText("Diesen Vorgang gibt es nicht");
});

test("a sent report that nobody opened shows a telephone and the hotline", async () => {
  const nextDeadline = { ...DEADLINE, at: new Date(Date.now() + 3_600_000).toISOString() };
  serveCase(referral({ direction: "SENT", state: "DELIVERED", nextDeadline }));
  await show(<CaseView id="ref_1" />);
  await screen.findByText("Noch nicht geöffnet");
  screen.getByText("0800 14 14 007");
});

test.each([
  ["a report: call, and note the other way", "SUSPICION_REPORT", /tragen Sie danach den anderen Weg ein/, 0],
  ["a referral to help: call, or write anew", "HELP_REFERRAL", /oder schreiben Sie sie neu/, 1],
] as const)("what bounced says so and what to do next; %s", async (_what, kind, words, links) => {
  serveCase(referral({ direction: "SENT", state: "BOUNCED", kind }));
  await show(<CaseView id="ref_1" />);
  await screen.findByText("Nicht angekommen. Bitte rufen Sie an.");
  screen.getByText(words);
  screen.getByText("0800 14 14 007");
  expect(screen.queryAllByRole("link", { name: "Hilfe vermitteln" })).toHaveLength(links);
});

test("what can be done stands before the texts and the facts, and what is due before it", async () => {
  serveCase(referral({ allowedActions: ["ACCEPT"], urgency: "URGENT", dueDates: [{ ...DEADLINE, overdue: true }] }));
  await show(<CaseView id="ref_1" />);
  const titles = (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
  expect(titles).toEqual(["Was Sie jetzt tun können", "Inhalt", "Verlauf"]);
  screen.getByText("dringend: heute", { selector: ".sn-label--acute *, .sn-label--acute" });
  screen.getByText("überschritten");
});

test.each([
  ["the office, while the case is open", "RECEIVED", null, "Aufbewahrung", /solange der Vorgang läuft/],
  [
    "the office, once it is closed",
    "RECEIVED",
    "2027-04-20T10:00:00Z",
    "Aufbewahrung",
    "bis 20. April 2027, danach gelöscht",
  ],
  ["the sender", "SENT", null, "Ihr Zugang", "bis 22. Februar 2027, danach sehen Sie den Vorgang nicht mehr"],
] as const)("each side reads its own date: %s", async (_who, direction, purgeAt, term, words) => {
  const retention = { purgeAt, senderAccessUntil: "2027-02-22T10:00:00Z" };
  serveCase(referral({ direction, state: "ACKNOWLEDGED", retention }));
  await show(<CaseView id="ref_1" />);
  await screen.findByText(term);
  screen.getByText(words);
});

const REDIRECTED = {
  kind: "HELP_REFERRAL",
  direction: "SENT",
  state: "REDIRECTED",
  proposedDestination: { id: "org_3", receives: true, organisation: name("Praxis Musterdorf") },
};

test("a redirected case is sealed anew once: afterwards the page leads to what came of it", async () => {
  serveCase(referral({ ...REDIRECTED, successor: "ref_2" }));
  await show(<CaseView id="ref_1" />);
  const link = await screen.findByRole("link", { name: "Zum neuen Vorgang" });
  expect(link.getAttribute("href")).toContain("ref_2");
  expect(screen.queryByRole("link", { name: /^Neu an/ })).toBeNull();
});

test("until then sealing anew is offered", async () => {
  serveCase(referral({ ...REDIRECTED, successor: null }));
  await show(<CaseView id="ref_1" />);
  await screen.findByRole("link", { name: "Neu an Praxis Musterdorf senden" });
  expect(screen.queryByText("Zum neuen Vorgang")).toBeNull();
});

const wrote = (from: "SENT" | "RECEIVED", at: string) => ({ from, at });
const QUESTION = wrote("SENT", "2026-11-25T08:00:00Z");
const ANSWER = wrote("RECEIVED", "2026-11-27T15:40:00Z");

test.each([
  ["a report at the office", {}, /^Neue Nachricht oder Berichtigung von der meldenden Stelle, .*27\. November.* 16:40/],
  ["a report at its reporter", { direction: "SENT" }, /^Neue Nachricht vom Jugendamt, /],
  ["a closed referral", { kind: "HELP_REFERRAL", state: "COMPLETED" }, /^Neue Nachricht von der absendenden Stelle, /],
  ["a referral sent", { kind: "HELP_REFERRAL", direction: "SENT" }, /^Neue Nachricht von der empfangenden Stelle, /],
])("what the other end wrote last is said in the row and above the contents: %s", async (_what, changes, words) => {
  const told = referral({ ...changes, messages: [QUESTION, ANSWER] });
  await show(<ReferralRows rows={[told as never]} box="INBOX" />);
  screen.getByText(words);
  cleanup();
  serveCase(told);
  await show(<CaseView id="ref_1" />);
  await screen.findByText(words);
});

test("once one's own end wrote, nothing is new", async () => {
  await show(<ReferralRows rows={[referral({ messages: [ANSWER, QUESTION] }) as never]} box="INBOX" />);
  screen.getByText("7K3M-Q9XA");
  expect(screen.queryByText(/Neue Nachricht/)).toBeNull();
});

const OVER = { name: "open", at: "2026-11-24T12:00:00Z", overdue: true };

test("a report that was not opened in time is no calm note: it says to telephone now, before anything else", async () => {
  serveCase(
    referral({ direction: "SENT", state: "DELIVERED", nextDeadline: OVER, allowedActions: ["MESSAGE", "WITHDRAW"] }),
  );
  await show(<CaseView id="ref_1" />);
  const title = await screen.findByText("Nicht rechtzeitig geöffnet: jetzt anrufen");
  const box = title.closest(".kern-alert--danger");
  if (!box) throw new Error("no alert");
  screen.getByText(/^Bis .*24\. November.* 13:00 hätte dort jemand/);
  const actions = screen.getByRole("heading", { name: "Was Sie jetzt tun können" });
  expect(box.compareDocumentPosition(actions) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(screen.queryByText("Noch nicht geöffnet")).toBeNull();
});

test.each([
  ["WITHDRAW", "Zurückziehen", "Endgültig zurückziehen", "withdrawReferral", /nicht rückgängig machen/],
  [
    "CO_SIGN_CLOSE",
    "Abschluss mitzeichnen",
    "Ja, mitzeichnen",
    "coSignCloseReferral",
    /Inhalt in dieser Sitzung noch nicht/,
  ],
] as const)("%s is asked again, and done at the second press alone", async (action, first, second, field, words) => {
  const operation = field.charAt(0).toUpperCase() + field.slice(1);
  const asked = serveCase(referral({ allowedActions: [action] }), {
    [operation]: () => ({ [field]: { referral: referral({ state: "WITHDRAWN", version: 4 }), userErrors: [] } }),
  });
  const user = userEvent.setup();
  await show(<CaseView id="ref_1" />);
  await user.click(await screen.findByRole("button", { name: first }));
  screen.getByText(words);
  expect(asked).not.toContain(operation);
  await user.click(screen.getByRole("button", { name: second }));
  await vi.waitFor(() => expect(asked).toContain(operation));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: second })).toBeNull());
});

test("the office that pointed elsewhere reads where", async () => {
  serveCase(referral({ ...REDIRECTED, direction: "RECEIVED" }));
  await show(<CaseView id="ref_1" />);
  await screen.findByText("an andere Stelle verwiesen");
  screen.getByText("Vorgeschlagene Stelle");
  screen.getByText("Praxis Musterdorf");
});

test("after an act whose button is gone the line that says where the case stands has the focus", async () => {
  serveCase(referral({ allowedActions: ["ACCEPT"], state: "ACKNOWLEDGED" }), {
    AcceptReferral: () => ({
      acceptReferral: { referral: referral({ state: "ACCEPTED", version: 4 }), userErrors: [] },
    }),
  });
  await show(<CaseView id="ref_1" />);
  await userEvent.setup().click(await screen.findByRole("button", { name: "Übernehmen" }));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/^bald · übernommen · /));
});

test("a case is given to those who work on cases; who cannot open it is marked", async () => {
  const member = (id: string, roles: string[], keyRole: string | null) => ({ id, displayName: id, roles, keyRole });
  serveCase(referral({ allowedActions: ["ASSIGN"] }), {
    KeyHealth: () => ({
      keyHealth: {},
      organisationMembers: [
        member("Frida", ["WORKER"], "READER"),
        member("Nora", ["NETWORK_COORDINATOR"], null),
        member("Neu", ["INTAKE"], null),
      ],
    }),
  });
  await show(<CaseView id="ref_1" />);
  await userEvent.setup().click(await screen.findByRole("button", { name: "Zuteilen" }));
  const options = within(await screen.findByLabelText("Zuständig")).getAllByRole("option");
  expect(options.map(({ textContent }) => textContent)).toEqual([
    "Bitte wählen",
    "Frida",
    "Neu (kann den Inhalt nicht öffnen)",
  ]);
});

test("a row shows reference, sender and deadline; an empty box says what was looked for", async () => {
  await show(<ReferralRows rows={[referral() as never]} box="INBOX" />);
  screen.getByText("7K3M-Q9XA");
  screen.getByText("Praxis Beispielstadt");
  screen.getByText(/bestätigen bis/);
  screen.getByText("bald");
  cleanup();
  await show(<ReferralRows rows={[]} box="INBOX" />);
  screen.getByText("Keine Vorgänge");
});
