import { Link } from "@tanstack/react-router";
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { generateKey } from "@/crypto";
import { ring } from "@/features/keys/ring";
import { serve, show } from "./testing";
import { REST_MS } from "./useDraft";
import { Wizard } from "./Wizard";
import { emptyValues, type WriteValues } from "./writeValues";

const ID = "11111111-1111-4111-8111-111111111111";
const destination = (receives: boolean) => ({
  id: "org_1",
  reason: receives ? null : "NO_KEYS",
  kinds: receives ? ["SUSPICION_REPORT", "HELP_REFERRAL"] : [],
  keysVerifiedOn: null,
  ways: receives ? 2 : 0,
  nextOpening: null,
  organisation: { name: { lang: "de", value: "Jugendamt Beispielkreis" }, demo: true, district: DISTRICT },
  phones: [
    phone("phn_1", "00000 99001 10", "Meldungen", "UNKNOWN", "Sprechzeiten nicht bekannt."),
    phone("phn_2", "00000 99001 11", "Bereitschaft", "OPEN", "Jetzt erreichbar."),
  ],
});
const text = (value: string) => ({ lang: "de", value });
const DISTRICT = { key: "99001", fullName: "Beispielkreis" };
const phone = (id: string, display: string, purpose: string, state: string, hours: string) => ({
  id,
  display,
  href: `tel:${display}`,
  purpose: "REPORTING",
  purposeText: text(purpose),
  label: null,
  openNow: { state, text: text(hours), stale: false },
});
/** A number of the answer to who is responsible. */
const line = (display: string, name: string, purpose: string, state: string, hours: string) => ({
  ...phone(display, display, name, state, hours),
  purpose,
  name: text(name),
  confirmed: false,
  source: null,
});
const office = (receives: boolean) => ({
  Destinations: () => ({ destinations: [destination(receives)] }),
  DestinationById: () => ({ destination: destination(receives) }),
  Responsible: () => ({
    responsible: {
      status: "UNIQUE",
      candidates: [
        {
          body: { id: "org_1", name: text("Jugendamt Beispielkreis"), demo: true },
          area: DISTRICT,
          certainty: "CERTAIN",
          because: [],
          numbers: [
            line("00000 99001 12", "Notdienst Beispielstadt", "ON_CALL", "OPEN", "Jetzt erreichbar bis 06:00."),
            line("112", "Bereitschaft über die Leitstelle", "EMERGENCY", "OPEN", "Jetzt erreichbar bis 06:00."),
            line(
              "00000 99001 10",
              "Kinderschutz-Telefon, Region Nord",
              "REPORTING",
              "UNKNOWN",
              "Sprechzeiten nicht bekannt.",
            ),
          ],
        },
      ],
      question: null,
      fallback: [],
      explanation: [],
      dataAsOf: "2021-01-01",
      sources: [],
    },
  }),
  SaveReferralDraft: () => ({ saveReferralDraft: { draft: { id: ID, changedAt: "" }, userErrors: [] } }),
  Viewer: () => ({
    viewer: { displayName: "Karla Beispiel", organisation: { id: "org_2", name: text("Kita Beispielwiese") }, can: [] },
  }),
});
const DAY = "2026-11-24";

async function openRing() {
  const keys = { enc: (await generateKey("ECDH-ES+A256KW")).held, sig: (await generateKey("ES256")).held };
  const oek = (await generateKey("ECDH-ES+A256KW")).held;
  ring.unlock({ organisation: "o", member: "m", keys, epochs: [{ epoch: 1, oek, osk: null }] });
}

afterEach(() => {
  cleanup();
  ring.lock("person");
  vi.unstubAllGlobals();
});

const NUMBERS = ".sn-phones .sn-call bdi";
const numbersOf = (page: HTMLElement) => [...page.querySelectorAll(NUMBERS)].map((number) => number.textContent);

test("where the office cannot receive, that and its numbers stand before the first field, those that answer first", async () => {
  const asked = serve(office(false));
  const { container } = await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  await screen.findByText("Hier kann nichts verschlüsselt ankommen");
  screen.getByText("Die Stelle hat noch keine Schlüssel.");
  await vi.waitFor(() => expect(numbersOf(container)).toEqual(["00000 99001 12", "112", "00000 99001 10"]));
  screen.getByText("Kinderschutz-Telefon, Region Nord", { selector: "strong *" });
  screen.getByText("Jetzt erreichbar bis 06:00.");
  screen.getByText("Sprechzeiten nicht bekannt.");
  expect(screen.queryByLabelText("Vorname")).toBeNull();
  expect(asked).toEqual(["Destinations", "Responsible"]);
});

test("an emergency number that an office names stays an emergency number", async () => {
  serve(office(false));
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  const name = await screen.findByText("112", { selector: "strong bdi" });
  expect(name.closest("strong")?.textContent).toBe("Notruf 112");
  expect(screen.queryByText("Bereitschaft über die Leitstelle")).toBeNull();
});

test("for help the body's own numbers stand, and first what answers", async () => {
  serve(office(false));
  const { container } = await show(<Wizard id={ID} initial={emptyValues("HELP_REFERRAL", DAY)} />);
  await vi.waitFor(() => expect(numbersOf(container)).toEqual(["00000 99001 11", "00000 99001 10"]));
});

test("the place of the child leads to the office, and from there to its sheet", async () => {
  serve({ ...office(false), Places: () => ({ places: [] }) });
  const user = userEvent.setup();
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  await user.type(await screen.findByLabelText("Ort oder Postleitzahl"), "99993");
  await user.click(screen.getByRole("button", { name: "Zuständige Stelle zeigen" }));
  const found = await screen.findByRole("article");
  await user.click(await within(found).findByRole("button", { name: "Blatt ausfüllen und ausdrucken" }));
  await screen.findByLabelText("Vorname");
  screen.getByRole("heading", { name: /Jugendamt Beispielkreis/ });
});

test("the same sheet is filled and printed: nothing is stored or sent", async () => {
  const asked = serve(office(false));
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await openRing();
  const user = userEvent.setup();
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  const card = await screen.findByRole("region", { name: /Jugendamt Beispielkreis/ });
  await user.click(within(card).getByRole("button", { name: "Blatt ausfüllen und ausdrucken" }));
  await user.type(await screen.findByLabelText("Vorname"), "MARKER");
  for (const untrue of [/verschlüsselt/, /Plattform/, /benachrichtigen/]) {
    expect(screen.queryByText(untrue, { selector: ".sn-form__group *, .sn-actions *" })).toBeNull();
  }
  await new Promise((done) => setTimeout(done, REST_MS + 200));
  await user.click(screen.getByRole("button", { name: "Prüfen" }));
  await screen.findByText("Blatt zum Übergeben");
  screen.getByText("MARKER");
  await screen.findByText(/Karla Beispiel/);
  screen.getByText("Kita Beispielwiese");
  screen.getByText("Datum");
  screen.getByText("Nummern der Stelle");
  await screen.findByText("00000 99001 12");
  expect(screen.queryByRole("button", { name: /senden/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Drucken" }));
  expect(print).toHaveBeenCalledOnce();
  expect(asked.filter((name) => !/^Destination|^Responsible$|^Viewer$/.test(name))).toEqual([]);
}, 15_000);

/** A sheet with a first name and the way to another page beside it. */
async function typeAndGo(initial: WriteValues) {
  const user = userEvent.setup();
  await show(
    <>
      <Wizard id={ID} initial={initial} />
      <Link to="/intern">Weg von hier</Link>
    </>,
  );
  await user.type(await screen.findByLabelText("Vorname"), "MARKER");
  await user.click(screen.getByRole("link", { name: "Weg von hier" }));
}
const toOffice: WriteValues = { ...emptyValues("SUSPICION_REPORT", DAY), destination: "org_1" };

test("going to another page asks about a text that would be lost", async () => {
  serve(office(false));
  const confirm = vi.fn(() => false);
  vi.stubGlobal("confirm", confirm);
  await typeAndGo(toOffice);
  await vi.waitFor(() => expect(confirm).toHaveBeenCalledOnce());
  expect(screen.getByLabelText("Vorname")).toHaveProperty("value", "MARKER");
});

test("with a key, going to another page seals the text on the way and asks nothing", async () => {
  const asked = serve(office(true));
  const confirm = vi.fn(() => false);
  vi.stubGlobal("confirm", confirm);
  await openRing();
  await typeAndGo(toOffice);
  await vi.waitFor(() => expect(asked).toContain("SaveReferralDraft"), { timeout: REST_MS - 500 });
  expect(confirm).not.toHaveBeenCalled();
});

test("an urgent report shows the telephones before anything else", async () => {
  serve(office(true));
  const user = userEvent.setup();
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  expect(screen.queryByText("Zuerst telefonieren")).toBeNull();
  await user.click(await screen.findByLabelText("dringend: heute"));
  screen.getByText("Zuerst telefonieren");
  screen.getByText("110");
});

test("a refused sheet leads to what is missing, and asks for nothing optional", async () => {
  serve(office(true));
  const user = userEvent.setup();
  const initial = { ...emptyValues("SUSPICION_REPORT", DAY), destination: "org_1" };
  await show(<Wizard id={ID} initial={initial} />);
  await user.click(await screen.findByRole("button", { name: "Prüfen" }));
  screen.getByText("Bitte ergänzen Sie diese Angaben");
  expect(screen.getAllByRole("link", { name: /^Bitte wählen/ })).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText("Sie schreiben als"), "KKG4_1_NR1");
  screen.getByText(/Hilfe reicht nicht oder ist nicht möglich/);
  expect(screen.queryByText("Bitte ergänzen Sie diese Angaben")).toBeNull();
  expect(screen.getByLabelText("Sie schreiben als").getAttribute("aria-invalid")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Prüfen" }));
  await user.click(screen.getByRole("link", { name: "Bitte wählen Sie die Rechtsgrundlage." }));
  expect(document.activeElement).toBe(screen.getByLabelText("Rechtsgrundlage"));
});

test("a referral to help without consent can be printed: what is missing becomes a line for the hand", async () => {
  serve(office(false));
  const user = userEvent.setup();
  const { container } = await show(<Wizard id={ID} initial={emptyValues("HELP_REFERRAL", DAY)} />);
  await user.click(
    (await screen.findAllByRole("button", { name: "Blatt ausfüllen und ausdrucken" })).at(-1) as Element,
  );
  await user.click(await screen.findByRole("button", { name: "Prüfen" }));
  await screen.findByText("Blatt zum Übergeben");
  const given = screen.getByText("Wer hat eingewilligt?").closest(".sn-facts__row");
  expect(given?.querySelector(".sn-hand")).not.toBeNull();
  expect(container.textContent).not.toContain("write.");
});

test("locking seals the text first, blanks it, and unlocking brings it back", async () => {
  const asked = serve(office(true));
  await openRing();
  const keys = ring.use();
  const initial = { ...emptyValues("SUSPICION_REPORT", DAY), destination: "org_1" };
  const { container } = await show(<Wizard id={ID} initial={initial} />);
  fireEvent.change(await screen.findByLabelText("Vorname"), { target: { value: "MARKER" } });
  act(() => ring.lock("idle"));
  expect(container.innerHTML).not.toContain("MARKER");
  screen.getByText(/Ihr Text ist verschlüsselt gesichert/);
  await vi.waitFor(() => expect(asked).toContain("SaveReferralDraft"));
  act(() => ring.unlock(keys));
  expect(((await screen.findByLabelText("Vorname")) as HTMLInputElement).value).toBe("MARKER");
  // the end of a session locks and refuses to keep: what came back is kept once more
  const savings = () => asked.filter((name) => name === "SaveReferralDraft");
  await vi.waitFor(() => expect(savings()).toHaveLength(2), { timeout: REST_MS + 2000 });
}, 10_000);

test("what is kept is sealed: no word of it is in what the server gets", async () => {
  let kept = "";
  serve({
    ...office(true),
    SaveReferralDraft: ({ jwe }) => {
      kept = String(jwe);
      return { saveReferralDraft: { draft: { id: ID, changedAt: "" }, userErrors: [] } };
    },
  });
  await openRing();
  const initial = { ...emptyValues("HELP_REFERRAL", DAY), destination: "org_1" };
  await show(<Wizard id={ID} initial={initial} />);
  fireEvent.change(await screen.findByLabelText("Was wird gewünscht?"), { target: { value: "MARKER" } });
  await screen.findByText(/Verschlüsselt gesichert/, undefined, { timeout: REST_MS + 2000 });
  expect(kept).toContain('"ciphertext"');
  expect(kept).not.toContain("MARKER");
}, 10_000);
