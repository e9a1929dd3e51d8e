import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const here = import.meta.dirname;
const READY_WITHIN_MS = 60_000;
const BINARY = process.env.SCHUTZNETZ_BIN ?? resolve(here, "../../../target/debug/schutznetz");

/** Seeds a fresh database, starts the binary as it ships and waits until it is ready; returns the way to stop it. */
export default async function startServer(): Promise<() => Promise<void>> {
  const port = process.env.SCHUTZNETZ_TEST_PORT;
  const folder = mkdtempSync(join(tmpdir(), "schutznetz-browser-"));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite://${folder}/test.db?mode=rwc`,
    SCHUTZNETZ__INSTANCE_ID: "demo",
    SCHUTZNETZ__LISTEN: `127.0.0.1:${port}`,
    SCHUTZNETZ__WEB__DIR: resolve(here, "../../../frontend/dist"),
  };
  execFileSync(BINARY, ["seed", "--demo"], { env, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  // the workers start after this and inherit it
  process.env.SCHUTZNETZ_TEST_DATABASE = env.DATABASE_URL;
  const server = spawn(BINARY, ["serve"], { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(join(folder, "server.log"));
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  await ready(`http://127.0.0.1:${port}/readyz`, server);
  return async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it was ready`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`${url} did not answer within ${READY_WITHIN_MS / 1000} s`);
}

/** Runs a command of the binary on the database of this run, as an operator does; returns what it prints. */
export function command(args: readonly string[], input = ""): string {
  const env = {
    ...process.env,
    DATABASE_URL: process.env.SCHUTZNETZ_TEST_DATABASE,
    SCHUTZNETZ__INSTANCE_ID: "demo",
    SCHUTZNETZ__LOG__LEVEL: "error",
  };
  return execFileSync(BINARY, args, { env, input, cwd: tmpdir() }).toString().trim();
}
