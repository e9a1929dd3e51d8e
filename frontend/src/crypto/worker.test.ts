// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { workerPolicy } from "./worker";

describe("the worker policy", () => {
  const ADDRESS = "/assets/kdf.worker-abc123.js";

  it("is named sn-worker and passes exactly the built address", () => {
    const made: string[] = [];
    const policy = workerPolicy(ADDRESS, {
      createPolicy: (name, rules) => {
        made.push(name);
        return { createScriptURL: (address) => ({ trusted: rules.createScriptURL(address) }) };
      },
    });
    expect(made).toEqual(["sn-worker"]);
    expect(policy.createScriptURL(ADDRESS)).toEqual({ trusted: ADDRESS });
    for (const other of [
      "/assets/kdf.worker-abc124.js",
      `${ADDRESS}?x`,
      `https://evil.example${ADDRESS}`,
      "data:,",
      "",
    ]) {
      expect(() => policy.createScriptURL(other)).toThrow(TypeError);
    }
  });

  it("is as strict where the browser has no Trusted Types", () => {
    const policy = workerPolicy(ADDRESS, undefined);
    expect(policy.createScriptURL(ADDRESS)).toBe(ADDRESS);
    expect(() => policy.createScriptURL("/other.js")).toThrow(TypeError);
  });
});

describe("this folder", () => {
  const sources = readdirSync(new URL(".", import.meta.url))
    .filter((name) => /\.ts$/u.test(name) && !/\.test\.ts$/u.test(name))
    .map((name) => [name, readFileSync(new URL(name, import.meta.url), "utf8")] as const);

  it("makes one policy and one worker, in worker.ts", () => {
    const makers = sources.filter(([, text]) => /createPolicy\(|new Worker\(/u.test(text)).map(([name]) => name);
    expect(makers).toEqual(["worker.ts"]);
  });

  it("lets WebAssembly into the worker and into scripts, never into a page", () => {
    const importers = (module: RegExp) => sources.filter(([, text]) => module.test(text)).map(([name]) => name);
    expect(importers(/from "hash-wasm"/u)).toEqual(["argon2.ts"]);
    expect(importers(/from "\.\/argon2"/u).sort()).toEqual(["kdf.worker.ts", "node.ts"]);
    expect(importers(/from "\.\/(?:node|kdf\.worker)"/u)).toEqual([]);
  });

  it("keeps nothing in the browser", () => {
    const words = /\b(?:localStorage|sessionStorage|indexedDB|caches|document\.cookie)\b/u;
    expect(sources.filter(([, text]) => words.test(text)).map(([name]) => name)).toEqual([]);
  });
});
