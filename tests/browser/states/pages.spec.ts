import { pages } from "../../../frontend/src/shared/pages.ts";
import { expectAccessible, expectReflow } from "../kit/axe.ts";
import { expect, test } from "../kit/console.ts";
import { signIn } from "../kit/signIn.ts";
import { STATES } from "../kit/states.ts";

test("every page of the table has its states", () => {
  expect(Object.keys(STATES).sort()).toEqual(Object.keys(pages).sort());
});

for (const [name, states] of Object.entries(STATES)) {
  for (const kind of ["full", "empty", "failure"] as const) {
    const state = states[kind];
    if (!state) continue;
    test(`${name}, ${kind}: accessible, silent, nothing beyond the edge at 320 px`, async ({ page, breakage }) => {
      if (states.signedIn) await signIn(page, "leo");
      if (state.breaks) await breakage.break(state.breaks);
      await state.open(page);
      await expect(page.getByText(state.shows).first()).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await expectReflow(page);
    });
  }
}
