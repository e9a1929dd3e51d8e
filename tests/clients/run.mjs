// Starts one server, runs every test file against it, ends with "N passed, N failed".

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { start } from "./kit/server.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort();

const server = await start();
let said = "";
let code = 1;
try {
  const options = ["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=600000"];
  const child = spawn(process.execPath, [...options, ...files], {
    cwd: folder,
    env: { ...process.env, SCHUTZNETZ_TEST_BASE: server.base },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.on("data", (part) => {
    said += part;
    process.stdout.write(part);
  });
  [code] = await once(child, "close");
} finally {
  await server.stop();
}
const number = (word) => Number(new RegExp(`^\\W*${word} (\\d+)$`, "m").exec(said)?.[1] ?? 0);
const passed = number("pass");
// a run that ends badly, or found nothing to run, has proven nothing
const failed = Math.max(number("fail") + number("cancelled"), code === 0 && passed > 0 ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
