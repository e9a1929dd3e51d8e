import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No violation of the page from its top: further down, the exit that stays in sight covers what passes under it. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** At 320 px nothing reaches beyond the edge but what scrolls by itself, also with text twice as large. */
export async function expectReflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await beyondTheEdge(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect(await beyondTheEdge(page)).toEqual([]);
}

const beyondTheEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > 321)
      .filter((element) => !element.closest(".sn-skip, .kern-table-responsive, .kern-sr-only"))
      .map((element) => `${element.tagName}.${element.getAttribute("class")}: ${element.textContent?.slice(0, 30)}`),
  );
