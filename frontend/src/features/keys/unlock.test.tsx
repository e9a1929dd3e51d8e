import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Refusal } from "@/crypto";
import { serve, show } from "@/features/referral/testing";
import { useKeyHealth } from "./health";
import { useMyKeys } from "./myKeys";
import { UnlockForm } from "./UnlockForm";

/** Opening a vault takes a worker and 64 MiB; the form's promises are about how it ended. */
const unlock = vi.hoisted(() => vi.fn<() => Promise<{ outcome: string }>>());
vi.mock("./unlock", () => ({ unlock }));

afterEach(() => {
  cleanup();
  unlock.mockReset();
  vi.unstubAllGlobals();
});

async function attempt(typed: string) {
  const opened = vi.fn();
  const user = userEvent.setup();
  await show(<UnlockForm organisation="org_1" onOpen={opened} />);
  const field = await screen.findByLabelText("Passphrase");
  if (typed) await user.type(field, typed);
  await user.click(screen.getByRole("button", { name: "Aufschließen" }));
  return { opened, field: field as HTMLInputElement };
}

test("a wrong passphrase says only that", async () => {
  unlock.mockRejectedValue(new Refusal("wrong_passphrase", "does not open"));
  const { opened } = await attempt("falsch");
  expect((await screen.findByRole("alert")).textContent).toBe("Nicht aufgeschlossenDie Passphrase stimmt nicht.");
  expect(opened).not.toHaveBeenCalled();
});

test("a derivation that cannot run is not called a wrong passphrase", async () => {
  unlock.mockRejectedValue(new Refusal("kdf_unavailable", "Argon2id"));
  await attempt("richtig");
  expect((await screen.findByRole("alert")).textContent).toContain("nicht ableiten");
});

test("who waits for a holder is told so, and the passphrase does not stay in the field", async () => {
  unlock.mockResolvedValue({ outcome: "pending" });
  const { opened, field } = await attempt("richtig");
  await screen.findByText(/muss Sie noch freigeben/);
  screen.getByRole("link", { name: "Zeile und Kennung zeigen" });
  expect(field.value).toBe("");
  expect(opened).not.toHaveBeenCalled();
});

test("an empty field asks for a passphrase and nobody else", async () => {
  await attempt("");
  await screen.findByText("Bitte geben Sie Ihre Passphrase ein.");
  expect(unlock).not.toHaveBeenCalled();
});

test("an open ring says so to the page", async () => {
  unlock.mockResolvedValue({ outcome: "open" });
  const { opened } = await attempt("richtig");
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
});

test("the first opening of a grant is seen at once: ways and grants are read anew", async () => {
  unlock.mockResolvedValue({ outcome: "open" });
  const asked = serve({ KeyHealth: () => ({ keyHealth: {} }), MyKeys: () => ({ myVault: null, myGrants: [] }) });
  const Page = () => {
    useKeyHealth();
    useMyKeys();
    return <UnlockForm organisation="org_1" onOpen={() => undefined} />;
  };
  await show(<Page />);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Passphrase"), "richtig");
  expect(asked.toSorted()).toEqual(["KeyHealth", "MyKeys"]);
  await user.click(screen.getByRole("button", { name: "Aufschließen" }));
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(["KeyHealth", "KeyHealth", "MyKeys", "MyKeys"]));
});
