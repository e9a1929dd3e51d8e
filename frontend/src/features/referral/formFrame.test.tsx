import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ApiError, NETWORK } from "@/api/errors";
import { FormFrame } from "./FormFrame";
import { show } from "./testing";

afterEach(cleanup);

test("where sealing needs the server and the line is cut, the form says so and tries again with what was typed", async () => {
  const cut = new ApiError({ status: 0, code: NETWORK, requestId: null });
  const submit = vi.fn<() => Promise<void>>().mockRejectedValueOnce(cut).mockResolvedValueOnce();
  await show(
    <FormFrame title="Ablehnen" submit="Absenden" busy={false} onSubmit={submit}>
      <textarea aria-label="Erläuterung" />
    </FormFrame>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Erläuterung"), "Wort");
  await user.click(screen.getByRole("button", { name: "Absenden" }));
  await screen.findByText(/Der Server ist gerade nicht erreichbar/);
  expect(screen.getByLabelText<HTMLTextAreaElement>("Erläuterung").value).toBe("Wort");
  await user.click(screen.getByRole("button", { name: "Erneut versuchen" }));
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(submit).toHaveBeenCalledTimes(2);
});
