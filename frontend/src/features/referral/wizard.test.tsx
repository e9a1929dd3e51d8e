import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { generateKey } from "@/crypto";
import { ring } from "@/features/keys/ring";
import { serve, show } from "./testing";
import { REST_MS } from "./useDraft";
import { Wizard } from "./Wizard";
import { emptyValues } from "./writeValues";

const ID = "11111111-1111-4111-8111-111111111111";
const destination = (receives: boolean) => ({
  id: "org_1",
  receives,
  reason: receives ? null : "NO_KEYS",
  kinds: [],
  keysVerifiedOn: null,
  ways: receives ? 2 : 0,
  nextOpening: null,
  organisation: { name: { lang: "de", value: "Jugendamt Beispielkreis" }, demo: true },
  phones: [
    {
      id: "phn_1",
      display: "00000 99001 10",
      href: "tel:000009900110",
      purposeText: { lang: "de", value: "Meldungen" },
    },
  ],
});
const office = (receives: boolean) => ({
  Destinations: () => ({ destinations: [destination(receives)] }),
  DestinationById: () => ({ destination: destination(receives) }),
  SaveReferralDraft: () => ({ saveReferralDraft: { draft: { id: ID, changedAt: "" }, userErrors: [] } }),
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

test("where the office cannot receive, that, its number and the hotline stand before the first field", async () => {
  const asked = serve(office(false));
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  await screen.findByText("Hier kann nichts verschlüsselt ankommen");
  screen.getByText("Die Stelle hat noch keine Schlüssel.");
  screen.getByText("00000 99001 10");
  screen.getByText("0800 14 14 007");
  expect(screen.queryByLabelText("Vorname")).toBeNull();
  expect(asked).toEqual(["Destinations"]);
});

test("the same sheet is filled and printed: nothing is stored or sent", async () => {
  const asked = serve(office(false));
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await openRing();
  const user = userEvent.setup();
  await show(<Wizard id={ID} initial={emptyValues("SUSPICION_REPORT", DAY)} />);
  await user.click(
    (await screen.findAllByRole("button", { name: "Blatt ausfüllen und ausdrucken" }))[0] as HTMLElement,
  );
  await user.type(await screen.findByLabelText("Vorname"), "MARKER");
  await user.selectOptions(screen.getByLabelText("Sie schreiben als"), "SGB8_PROVIDER");
  await new Promise((done) => setTimeout(done, REST_MS + 200));
  await user.click(screen.getByRole("button", { name: "Prüfen" }));
  await screen.findByText("Blatt zum Übergeben");
  screen.getByText("MARKER");
  expect(screen.queryByRole("button", { name: /senden/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Drucken" }));
  expect(print).toHaveBeenCalledOnce();
  expect(asked.filter((name) => !name.startsWith("Destination"))).toEqual([]);
}, 15_000);

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
  expect(screen.getAllByRole("link", { name: /^Bitte wählen/ })).toHaveLength(1 + 1);
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
});

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
