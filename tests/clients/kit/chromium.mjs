// Debian's Chromium, driven by the library that tests/browser brings.

import { chromium } from "../../browser/node_modules/playwright-core/index.mjs";

// without sandbox, as containers need it
const OPTIONS = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] };

/** A browser that keeps nothing. */
export const launch = () => chromium.launch(OPTIONS);

/** A browser that keeps what browsers keep in a folder of its own; answers its context. */
export const launchIn = (folder) =>
  chromium.launchPersistentContext(folder, {
    ...OPTIONS,
    args: [...OPTIONS.args, "--no-first-run", "--disable-component-update", "--disable-sync"],
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 900 },
  });
