import type { Cookie, Page } from "@playwright/test";
import { pages } from "../../../frontend/src/shared/pages.ts";
import { expectAccessible, expectReflow } from "../kit/axe.ts";
import { expect, test } from "../kit/console.ts";
import { PEOPLE, type PersonKey } from "../kit/people.ts";
import { signIn } from "../kit/signIn.ts";
import { loadingOf, NOWHERE, type State, type States, STATES } from "../kit/states.ts";

test("every page of the table has its states", () => {
  expect(Object.keys(STATES).sort()).toEqual([...Object.keys(pages), ...NOWHERE].sort());
});

/** Sessions that go on from test to test, as a person's does who opens one page after the other. */
const sessions = new Map<PersonKey, Cookie[]>();

async function enter(page: Page, person: PersonKey): Promise<void> {
  const cookies = sessions.get(person);
  if (!cookies) return signIn(page, person);
  await page.context().addCookies(cookies);
  await page.goto("/intern");
  await page.getByText(PEOPLE[person].name).filter({ visible: true }).first().waitFor();
}

/** The states of a page that are tried in this scope; see playwright.config.ts. */
const tried = (states: States): Record<string, State | undefined> => {
  const { full, empty, failure, others } = states;
  return process.env.SCHUTZNETZ_SCOPE === "full" ? { full, empty, loading: loadingOf(states), failure, ...others } : { full };
};

for (const [name, states] of Object.entries(STATES)) {
  for (const [kind, state] of Object.entries(tried(states))) {
    if (!state) continue;
    test(`${name}, ${kind}: accessible, silent, nothing beyond the edge at 320 px`, async ({ page, breakage, expectRefusal }) => {
      const person = state.as ?? states.as;
      if (person) await enter(page, person);
      if (state.breaks) await breakage.break(state.breaks);
      if (state.holds) await breakage.hold(state.holds);
      if (state.refuses) expectRefusal(state.refuses);
      await state.open(page);
      await expect(page.getByText(state.shows).first()).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await expectReflow(page);
      if (person) sessions.set(person, await page.context().cookies());
    });
  }
}
