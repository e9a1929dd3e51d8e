// A wire between client and server that can hold answers back and can be cut.

import { once } from "node:events";
import { createServer, request } from "node:http";

/**
 * A proxy with an address of its own that outlives the server behind it.
 *
 * `to(base)` says where the server is; `hold(after)` lets so many answers pass and keeps the next ones, the promise
 * answers once the first is kept; `cut()` drops everything under way, kept answers included.
 */
export async function wire() {
  let target;
  let passing = Infinity;
  let kept = () => {};
  const open = new Set();

  const proxy = createServer((incoming, outgoing) => {
    open.add(outgoing);
    outgoing.on("close", () => open.delete(outgoing));
    const headers = { ...incoming.headers, host: target.host };
    const { hostname, port } = target;
    const onward = request({ agent: false, hostname, port, path: incoming.url, method: incoming.method, headers });
    onward.on("error", () => outgoing.destroy());
    onward.on("response", async (answer) => {
      const parts = [];
      try {
        for await (const part of answer) parts.push(part);
      } catch {
        return outgoing.destroy();
      }
      // the whole answer is here: whatever the server promised in it, it has done
      if (passing <= 0) return kept();
      passing -= 1;
      outgoing.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(parts));
    });
    incoming.pipe(onward);
  });
  // idle lines stay open: the only ones that break are cut
  proxy.keepAliveTimeout = 0;
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");

  return {
    base: `http://127.0.0.1:${proxy.address().port}`,
    to(base) {
      target = new URL(base);
      passing = Infinity;
    },
    hold(after) {
      passing = after;
      return new Promise((resolve) => {
        kept = resolve;
      });
    },
    cut() {
      for (const outgoing of open) outgoing.destroy();
    },
    close() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
