import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { PersonKey } from "./people.ts";
import { signIn, unlock } from "./signIn.ts";

/** Requests a test breaks on purpose; what the browser says about these is expected. */
export interface Breakage {
  /** Answers every matching request with 503 until `mend`. */
  break(pattern: RegExp): Promise<void>;
  mend(): Promise<void>;
  /** Leaves every matching request without an answer, except who is signed in: the page waits, not its frame. */
  hold(pattern: RegExp): Promise<void>;
}

interface Watched {
  /** A window of its own for somebody of the demo: signed in, the lock open, watched like the first. */
  deskOf(person: PersonKey): Promise<Page>;
  breakage: Breakage;
  /** Says that a refusal of this address is part of the story, such as a wrong password. */
  expectRefusal(pattern: RegExp): void;
}

/**
 * Every test of every file: the console stays silent under the strict policy, and no request leaves our origin.
 * Both are checked when the test ends.
 */
export const test = base.extend<Watched & { watched: Page; refusals: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  refusals: async ({}, use) => use([]),
  expectRefusal: async ({ refusals }, use) => use((pattern) => refusals.push(pattern)),
  page: async ({ page, baseURL, refusals }, use) => {
    const troubles: string[] = [];
    watch(page, baseURL ?? "", refusals, troubles);
    await use(page);
    expect(troubles).toEqual([]);
  },
  deskOf: async ({ browser, baseURL, refusals }, use) => {
    const troubles: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watch(page, baseURL ?? "", refusals, troubles);
      await signIn(page, person);
      await unlock(page, person);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(troubles).toEqual([]);
  },
  breakage: async ({ page, refusals }, use) => {
    const broken: RegExp[] = [];
    await use({
      break: async (pattern) => {
        broken.push(pattern);
        refusals.push(pattern);
        await page.route(pattern, (route) =>
          route.fulfill({ status: 503, contentType: "application/problem+json", body: '{"code":"internal"}' }),
        );
      },
      mend: async () => {
        for (const pattern of broken.splice(0)) await page.unroute(pattern);
      },
      hold: async (pattern) => {
        await page.route(pattern, async (route) => {
          if (route.request().postData()?.includes("query Viewer")) await route.continue();
        });
      },
    });
  },
});

const LOUD = ["error", "warning"];

/** Collects what a page complains of and where it goes. */
export function watch(page: Page, origin: string, refusals: readonly RegExp[], troubles: string[]): void {
  page.on("console", (message) => {
    const expected = refusals.some((pattern) => pattern.test(message.location().url));
    if (LOUD.includes(message.type()) && !expected) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("https://www.wetter.de/")) {
      troubles.push(`a request to another host: ${url}`);
    }
  });
}

export { expect };
