// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as api from "./node";

it("runs the script that docs/crypto.md shows", async () => {
  const page = readFileSync(new URL("../../../docs/crypto.md", import.meta.url), "utf8");
  const [, script = ""] = /```js\n(.*?)```/su.exec(page) ?? [];
  const [first = "", ...rest] = script.split("\n");
  expect(first).toBe('import * as sn from "./frontend/dist-crypto/index.mjs";');
  const said: unknown[][] = [];
  const AsyncFunction = (async () => {}).constructor as new (
    ...source: string[]
  ) => (sn: typeof api, console: { log(...words: unknown[]): void }) => Promise<void>;
  await new AsyncFunction("sn", "console", rest.join("\n"))(api, { log: (...words) => said.push(words) });
  expect(said).toHaveLength(1);
  expect(said[0]?.slice(0, 2)).toEqual(["Mia", "acknowledged"]);
});
