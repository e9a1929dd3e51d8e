import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAnchors } from "../src/crypto/anchors";
import { keyFingerprint } from "../src/crypto/fingerprint";

const LIST = join(import.meta.dirname, "../src/crypto/anchors.json");

/** A line for every anchor: its instance, the eight groups its verifying body reads out, its name. */
export async function spoken(json: string): Promise<string[]> {
  const lists = Object.entries(await readAnchors(JSON.parse(json)));
  return lists.flatMap(([instanceId, anchors]) =>
    anchors.map(({ name, thumbprint }) => `${instanceId}  ${keyFingerprint(thumbprint).join(" ")}  ${name}`),
  );
}

export async function main(): Promise<number> {
  process.stdout.write(`${(await spoken(readFileSync(LIST, "utf8"))).join("\n")}\n`);
  return 0;
}
