import type { Bytes } from "./bytes";
import { Refusal } from "./errors";
import type { Argon2id } from "./kdf";
import builtAddress from "./kdf.worker?worker&url";

/** What the page asks of the worker. */
export interface KdfQuestion {
  readonly password: Bytes;
  readonly salt: Bytes;
}

/** What the worker answers; null where WebAssembly is blocked or memory is short. */
export interface KdfAnswer {
  readonly key: Bytes | null;
}

/** The part of the Trusted Types API that is used; some browsers have none and need none. */
export interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): unknown;
  };
}

/**
 * The only Trusted Types policy of the program, `sn-worker`: a worker address is a script address, and this passes
 * exactly the built one and throws on any other.
 */
export function workerPolicy(
  address: string,
  factory: TrustedTypesFactory | undefined,
): { createScriptURL(asked: string): unknown } {
  const createScriptURL = (asked: string) => {
    if (asked !== address) throw new TypeError("sn-worker passes the built worker only");
    return asked;
  };
  return factory === undefined ? { createScriptURL } : factory.createPolicy("sn-worker", { createScriptURL });
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = workerPolicy(builtAddress, factory);

/**
 * Argon2id in a worker that lives for one derivation. Throws `kdf_unavailable` when the worker cannot start or compile
 * (for example because the server did not send the worker's own header).
 */
export const argon2idInWorker: Argon2id = (password, salt) =>
  new Promise<Bytes>((resolve, reject) => {
    const worker = new Worker(policy.createScriptURL(builtAddress) as string, { type: "module" });
    const fail = () => reject(new Refusal("kdf_unavailable", "the worker for Argon2id"));
    worker.onmessage = ({ data }: MessageEvent<KdfAnswer>) => {
      worker.terminate();
      if (data.key === null) fail();
      else resolve(data.key);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      fail();
    };
    worker.postMessage({ password, salt } satisfies KdfQuestion);
  });
