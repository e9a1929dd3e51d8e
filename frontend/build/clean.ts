import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Empties `dist` but for the committed `.gitkeep`, which lets the server build before the SPA ever was. */
export function main(): number {
  const dist = join(import.meta.dirname, "../dist");
  for (const name of readdirSync(dist)) {
    if (name !== ".gitkeep") rmSync(join(dist, name), { recursive: true });
  }
  return 0;
}
