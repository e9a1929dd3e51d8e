// The two databases a server of the tests runs on. Both are looked into with the program that comes with them.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LARGE = { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 };
const rowsOf = (text) => (text.trim() === "" ? [] : JSON.parse(text));

/**
 * A SQLite file in a folder of its own.
 *
 * Each engine has `url` for `DATABASE_URL`, `hex(column)` for ids and hashes as text, `stop()`, the `folder` with
 * everything it writes, `dump()`: all rows as SQL, `run(sql)`, and `read(query, fault)`: the rows of a query, seen as
 * they would be after `fault`, which is taken back.
 */
export function sqlite() {
  const folder = mkdtempSync(join(tmpdir(), "schutznetz-engine-"));
  const file = join(folder, "netz.db");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  return {
    name: "SQLite",
    folder,
    url: `sqlite://${file}?mode=rwc`,
    hex: (column) => `lower(hex(${column}))`,
    read(query, fault = "") {
      const script = `BEGIN; ${fault}; ${query}; ROLLBACK;`;
      return rowsOf(execFileSync("sqlite3", ["-cmd", ".timeout 5000", "-json", file, script], LARGE));
    },
    run: (sql) => execFileSync("sqlite3", ["-cmd", ".timeout 5000", file, sql], LARGE),
    dump: () => execFileSync("sqlite3", [file, ".dump"], LARGE),
    async stop() {
      remove();
    },
  };
}

/** A PostgreSQL cluster of its own, reached through a socket in its folder, with everything durable as it is by default. */
export async function postgres() {
  const program = programs();
  const folder = mkdtempSync(join(tmpdir(), "schutznetz-engine-"));
  const owner = postgresUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const made = spawnSync(program("initdb"), ["-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8", "-D", data], {
    ...owner,
    cwd: folder,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}`].flatMap((setting) => ["-c", setting]);
  const log = openSync(join(folder, "postgres.log"), "a");
  const cluster = spawn(program("postgres"), ["-D", data, ...settings], { ...owner, cwd: folder, stdio: ["ignore", log, log] });
  closeSync(log);
  const ended = once(cluster, "exit");
  const end = () => {
    // an immediate end: nobody needs this cluster again
    cluster.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", end);
  const psql = (database, input) =>
    execFileSync(program("psql"), ["-XAtq", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "postgres", database], { ...LARGE, input });
  while (spawnSync(program("pg_isready"), ["-q", "-h", folder]).status !== 0) {
    if (cluster.exitCode !== null) throw new Error(`PostgreSQL ended with ${cluster.exitCode} before it was ready`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  psql("postgres", "CREATE DATABASE netz");
  return {
    name: "PostgreSQL",
    folder,
    url: `postgres://postgres@localhost/netz?host=${encodeURIComponent(folder)}`,
    hex: (column) => `replace(replace(${column}::text, '-', ''), '\\x', '')`,
    read(query, fault = "") {
      return rowsOf(psql("netz", `BEGIN; ${fault}; SELECT coalesce(json_agg(t), '[]') FROM (${query}) t; ROLLBACK;`));
    },
    run: (sql) => psql("netz", sql),
    dump: () => execFileSync(program("pg_dump"), ["-h", folder, "-U", "postgres", "netz"], LARGE),
    async stop() {
      cluster.kill("SIGQUIT");
      await ended;
      process.removeListener("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where PostgreSQL's programs are: the newest version Debian has, else in `PATH`. */
function programs() {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).map(Number).sort((one, other) => other - one) : [];
  const newest = versions.map((version) => join(root, String(version), "bin")).find((bin) => existsSync(join(bin, "initdb")));
  return (name) => (newest ? join(newest, name) : name);
}

/** PostgreSQL refuses to be run by root: then it runs as its own user. */
function postgresUser() {
  if (process.getuid() !== 0) return undefined;
  const id = (which) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
