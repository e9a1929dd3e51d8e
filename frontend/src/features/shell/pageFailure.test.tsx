import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { show } from "@/features/referral/testing";
import { losesOnReload, PartMissing } from "@/shared/release";
import { PageFailure } from "./PageFailure";

/** How the server answers when it is asked for the entry of the document. */
function answering(...answers: (number | "cut")[]): void {
  vi.stubGlobal("fetch", (_path: string, { method }: RequestInit) => {
    const answer = method === "HEAD" ? (answers.length > 1 ? answers.shift() : answers[0]) : "cut";
    return answer === "cut" || answer === undefined
      ? Promise.reject(new TypeError("cut"))
      : Promise.resolve(new Response(null, { status: answer }));
  });
}

const reload = vi.fn();
const MISSING = new PartMissing("a part");
let forget: (() => void)[] = [];

beforeEach(() => {
  vi.spyOn(window.location, "reload").mockImplementation(reload);
});

afterEach(() => {
  cleanup();
  for (const one of forget) one();
  forget = [];
  reload.mockReset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("with the line cut it says so with the numbers, and loads anew only once the server answers", async () => {
  answering("cut", "cut", 200);
  await show(<PageFailure error={MISSING} />);
  await screen.findByText(/Der Server ist gerade nicht erreichbar/);
  screen.getByText(/0800 14 14 007/);
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Erneut versuchen" }));
  expect(reload).not.toHaveBeenCalled();
  await user.click(await screen.findByRole("button", { name: "Erneut versuchen" }));
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test("after a release the document is loaded anew by itself", async () => {
  answering(404);
  await show(<PageFailure error={MISSING} />);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test("what a reload would lose is not lost by itself", async () => {
  answering(404);
  forget.push(losesOnReload(() => true));
  await show(<PageFailure error={MISSING} />);
  await screen.findByText(/wurde eben erneuert/);
  screen.getByText(/schließt sich Ihr Schloss/);
  expect(reload).not.toHaveBeenCalled();
  await userEvent.setup().click(screen.getByRole("button", { name: "Neu laden" }));
  expect(reload).toHaveBeenCalledOnce();
});

test("one reload is enough: a document that was just loaded anew waits for the person", async () => {
  answering(404);
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type: "reload" } as never]);
  vi.spyOn(performance, "now").mockReturnValue(2000);
  await show(<PageFailure error={MISSING} />);
  await screen.findByText(/wurde eben erneuert/);
  expect(reload).not.toHaveBeenCalled();
});

test("a fault of the program itself is no missing part and reloads nothing", async () => {
  answering(404);
  await show(<PageFailure error={new Error("a fault")} />);
  await screen.findByText(/wurde eben erneuert/);
  expect(reload).not.toHaveBeenCalled();
});
