/*
 * Argon2id in a worker. WebAssembly does not compile under the page's policy; this file is served with its own header
 * `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'`, and 64 MiB of memory go with the worker when it ends.
 */
import { argon2id } from "./argon2";
import type { KdfAnswer, KdfQuestion } from "./worker";

interface WorkerScope {
  onmessage: ((event: MessageEvent<KdfQuestion>) => void) | null;
  postMessage(answer: KdfAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  argon2id(data.password, data.salt).then(
    (key) => scope.postMessage({ key }),
    () => scope.postMessage({ key: null }),
  );
};
