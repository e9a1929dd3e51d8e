import { argon2id as hash } from "hash-wasm";
import type { Bytes } from "./bytes";
import { ARGON2ID, type Argon2id } from "./kdf";

/** Argon2id in this very thread: in Node, and inside `kdf.worker.ts`. A page must not import this module. */
export const argon2id: Argon2id = async (password: Bytes, salt: Bytes) => {
  const { memoryKiB, passes, lanes, length } = ARGON2ID;
  const key = await hash({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: length,
    outputType: "binary",
  });
  return new Uint8Array(key);
};
