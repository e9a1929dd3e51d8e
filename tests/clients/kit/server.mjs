// Starts the shipped binary on a fresh database with the demo in it, and ends it again.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const binary = process.env.SCHUTZNETZ_BIN ?? fileURLToPath(new URL("../../../target/debug/schutznetz", import.meta.url));
const pages = fileURLToPath(new URL("../../../frontend/dist", import.meta.url));

/**
 * A server with a folder of its own for database and keys.
 *
 * @returns {Promise<{ base: string, stop: () => Promise<void> }>} `base` is the address without a slash at its end
 */
export async function start() {
  const folder = mkdtempSync(join(tmpdir(), "schutznetz-clients-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const house = install(folder, `sqlite://${join(folder, "netz.db")}?mode=rwc`);
    const { base, end } = await house.serve();
    const stop = async () => {
      await end("SIGTERM");
      remove();
    };
    return { base, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * An installation with the demo in it.
 *
 * @param {string} folder where its keys lie, it runs and keeps `seed.log` and `server.log`
 * @param {string} url its database, as `DATABASE_URL` names it
 * @param {Record<string, string>} settings more of its environment
 * @returns `serve()` starts it and waits until it is ready for everything. What that answers has the address `base`, and
 * `end(signal)` that answers exit code and signal; `command(…args)` runs a command of the operator
 */
export function install(folder, url, settings = {}) {
  if (!existsSync(binary)) throw new Error("no binary yet: run `cargo build --workspace` first");
  const env = {
    ...process.env,
    DATABASE_URL: url,
    SCHUTZNETZ__INSTANCE_ID: "demo",
    SCHUTZNETZ__KEYS__DIR: join(folder, "keys"),
    SCHUTZNETZ__LISTEN: "127.0.0.1:0",
    SCHUTZNETZ__LOG__FORMAT: "json",
    SCHUTZNETZ__WEB__DIR: pages,
    // a test may say from where it asks, as a proxy on this machine would
    SCHUTZNETZ__TRUSTED_PROXIES: '["127.0.0.1"]',
    ...settings,
  };
  const command = (...args) => {
    const { status, stdout, stderr } = spawnSync(binary, args, { cwd: folder, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}${stdout}`);
    return stdout + stderr;
  };
  writeFileSync(join(folder, "seed.log"), command("seed", "--demo"));
  return { serve: () => serve(folder, env), command };
}

async function serve(folder, env) {
  const child = spawn(binary, ["serve"], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(join(folder, "server.log"), { flags: "a" });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const ended = once(child, "close").then(async (how) => {
    log.end();
    await once(log, "close");
    return how;
  });
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  try {
    const said = [];
    const address = await Promise.race([
      addressOf(child, said),
      ended.then(([code]) => {
        throw new Error(`the server ended with ${code} before it listened:\n${said.join("\n")}`);
      }),
    ]);
    const base = `http://${address}`;
    await ready(base);
    return { base, end };
  } catch (error) {
    await end("SIGTERM");
    throw error;
  }
}

/** The address in the line of the log that says where the server listens; `said` takes the lines before it. */
function addressOf(child, said) {
  return new Promise((resolve) => {
    // the log is on standard error; read to the end: a full pipe would stop the server
    createInterface({ input: child.stderr }).on("line", (line) => {
      const address = line.startsWith("{") ? JSON.parse(line).fields?.address : undefined;
      if (address) resolve(address);
      else if (said.length < 20) said.push(line);
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
