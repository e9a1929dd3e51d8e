import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "./Button";

afterEach(cleanup);

test("a button at work says so, and neither a press nor Enter in its form starts it again", async () => {
  const [pressed, sent] = [vi.fn(), vi.fn((event: { preventDefault: () => void }) => event.preventDefault())];
  const form = (busy: boolean) => (
    <form onSubmit={sent}>
      <input aria-label="Wort" />
      <Button type="submit" busy={busy} onClick={pressed}>
        Senden
      </Button>
    </form>
  );
  const user = userEvent.setup();
  const { rerender } = render(form(true));
  const button = screen.getByRole("button", { name: "Senden", busy: true });
  await user.click(button);
  await user.type(screen.getByLabelText("Wort"), "x{Enter}");
  expect([pressed, sent].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  rerender(form(false));
  await user.click(button);
  expect([pressed, sent].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
