// Debian's Chromium, driven by the library that tests/browser brings.

import { chromium } from "../../browser/node_modules/playwright-core/index.mjs";

/** A browser without sandbox, as containers need it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
}
