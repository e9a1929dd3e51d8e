// Starts the shipped binary on a fresh database with the demo in it, and stops it again.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const binary = fileURLToPath(new URL("../../../target/debug/schutznetz", import.meta.url));

/**
 * A server with a folder of its own for database and keys.
 *
 * @returns {Promise<{ base: string, stop: () => Promise<void> }>} `base` is the address without a slash at its end
 */
export async function start() {
  if (!existsSync(binary)) throw new Error("no binary yet: run `cargo build --workspace` first");
  const folder = mkdtempSync(join(tmpdir(), "schutznetz-clients-"));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite://${join(folder, "netz.db")}?mode=rwc`,
    SCHUTZNETZ__INSTANCE_ID: "demo",
    SCHUTZNETZ__KEYS__DIR: join(folder, "keys"),
    SCHUTZNETZ__LISTEN: "127.0.0.1:0",
    SCHUTZNETZ__LOG__FORMAT: "json",
  };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const seeded = spawnSync(binary, ["seed", "--demo"], { cwd: folder, env, encoding: "utf8" });
  if (seeded.status !== 0) {
    remove();
    throw new Error(`seeding failed: ${seeded.stderr}${seeded.stdout}`);
  }
  const child = spawn(binary, ["serve"], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    remove();
  };
  try {
    const address = await Promise.race([
      addressOf(child),
      ended.then(([code]) => {
        throw new Error(`the server ended with ${code} before it listened`);
      }),
    ]);
    const base = `http://${address}`;
    await ready(base);
    return { base, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address in the line of the log that says where the server listens. */
function addressOf(child) {
  return new Promise((resolve) => {
    // the log is on standard error; read to the end: a full pipe would stop the server
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const address = JSON.parse(line).fields?.address;
      if (address) resolve(address);
    });
  });
}

async function ready(base) {
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${base}/readyz`);
    if (answer.ok) return;
    if (Date.now() > until) throw new Error(`not ready after 30 seconds: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
