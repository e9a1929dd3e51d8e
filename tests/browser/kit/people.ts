import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export interface Person {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

/** Somebody of the demo: also has a passphrase, published like the password. */
export interface DemoPerson extends Person {
  readonly passphrase: string;
}

const KEYS = ["petra", "karla", "sven", "ines", "leo", "frida", "bernd", "nora", "mia", "max", "kim", "vera", "adam"] as const;
export type PersonKey = (typeof KEYS)[number];

const README = readFileSync(resolve(import.meta.dirname, "../../../data/demo/README.md"), "utf8");

/** `| login | password | passphrase | name |` of the table that the demo publishes. */
function published(key: PersonKey): DemoPerson {
  const row = new RegExp(`^\\| \`(${key}\\.\\w+)\` \\| \`([^\`]+)\` \\| \`([^\`]+)\` \\| ([^|]+?) \\|`, "mu").exec(README);
  const [, login, password, passphrase, name] = row ?? [];
  if (!login || !password || !passphrase || !name) throw new Error(`data/demo/README.md does not publish ${key}`);
  return { login, password, passphrase, name };
}

/** The people of the invented district, as `data/demo/README.md` publishes them. */
export const PEOPLE = Object.fromEntries(KEYS.map((key) => [key, published(key)])) as Record<PersonKey, DemoPerson>;
