import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(?:js|css|html|svg|json|txt|webmanifest)$/;
/** Below this many bytes a compressed copy costs more than it saves. */
const SMALLEST = 512;
const BEST = 11;
/** For megabytes that few developers load the best would double the time of a build. */
const QUICK = 5;

/** Lays a `.br` and a `.gz` beside every text file of the build: the server sends them as they are. */
export function storedCompression(directory = "dist"): Plugin {
  return {
    name: "stored-compression",
    apply: "build",
    enforce: "post",
    closeBundle() {
      for (const file of textFiles(directory)) {
        const bytes = readFileSync(file);
        if (bytes.length < SMALLEST) continue;
        const quality = file.startsWith(join(directory, "assets/graphiql/")) ? QUICK : BEST;
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        );
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

function* textFiles(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* textFiles(path);
    else if (TEXT.test(entry.name)) yield path;
  }
}
