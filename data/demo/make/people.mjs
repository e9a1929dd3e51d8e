// The people of the invented district, read from accounts.toml, and the ids the seed gives them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const IMPORTED = "7c1d0a55-5c2b-5d0e-9a63-2f1e8a0471d6";

/** The tables of a TOML file that holds only `[[name]]` and `key = string | list | bool`, as accounts.toml does. */
function tables(text) {
  const found = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const head = /^\[\[(\w+)\]\]$/u.exec(line);
    const pair = /^(\w+) = (.+)$/u.exec(line);
    if (head) found.push({ table: head[1] });
    else if (pair) found.at(-1)[pair[1]] = JSON.parse(pair[2]);
  }
  return found;
}

/** UUID version 5, as the seed derives ids from keys. */
function named(namespace, name) {
  const hash = createHash("sha1").update(Buffer.from(namespace.replaceAll("-", ""), "hex")).update(name).digest();
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}

const seeded = (table, key) => named(named(IMPORTED, "seed"), `${table}:${key}`);

export const organisationId = (key) => seeded("organisation", key);
export const memberId = (login) => seeded("member", login);

const all = tables(readFileSync(new URL("../accounts.toml", import.meta.url), "utf8"));

/** Who stands where: `organisation`, `key_holders`, `key_readers`, `recovery_sheet`. */
export const standings = all.filter(({ table }) => table === "standing");
const accounts = new Map(all.filter(({ table }) => table === "account").map((one) => [one.login, one]));

export function passphraseOf(login) {
  return accounts.get(login).vault_passphrase;
}
