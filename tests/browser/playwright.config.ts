import { execFileSync } from "node:child_process";
import { defineConfig } from "@playwright/test";

const FREE_PORT =
  'const s=require("node:net").createServer().listen(0,"127.0.0.1",()=>{process.stdout.write(String(s.address().port));s.close()})';

/** Chosen once by the runner; its workers inherit it. */
process.env.SCHUTZNETZ_TEST_PORT ??= execFileSync(process.execPath, ["-e", FREE_PORT]).toString();

/**
 * "journeys", the part of `make test`: the journeys, and each page as it usually is. "full": each page in each state,
 * on a wide screen, on a phone and in a dark scheme with forced colours.
 */
const isFull = process.env.SCHUTZNETZ_SCOPE === "full";
/** Nothing glides: a page that still scrolls to what has the focus is not judged half-way. */
const still = { reducedMotion: "reduce" } as const;
const states = { testMatch: "states/*.spec.ts" };
const looks = [
  { name: "phone", ...states, use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  { name: "forced colours", ...states, use: { colorScheme: "dark", contextOptions: { ...still, forcedColors: "active" } } },
] as const;

/** The shipped binary on a fresh SQLite file with the seed; nothing is mocked, nothing is tried twice. */
export default defineConfig({
  testDir: ".",
  projects: [{ name: "wide", testMatch: ["states/*.spec.ts", "journeys/*.spec.ts"] }, ...(isFull ? looks : [])],
  globalSetup: "./kit/server.ts",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${process.env.SCHUTZNETZ_TEST_PORT}`,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    colorScheme: "light",
    contextOptions: still,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
