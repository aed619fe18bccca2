// A plain static host on the loopback address, as simple as those that Daymark is meant for: no rewrite rules, the app under
// a sub-path, the compressed file sent when there is one. Tests can take it away, bring it back and give it another build.
// By hand: node tests/e2e/server.mjs [port] [mount]
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What is served: the release, or another build named by `DAYMARK_DIST` (a quick look at one that is not optimised). */
export const DIST = process.env.DAYMARK_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const ENCODINGS = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

const existing = (path) => readFile(path).catch(() => undefined);

/** The bytes of a file in the best encoding that the browser takes, or undefined. */
async function bestOf(path, accepted) {
  for (const [encoding, ending] of ENCODINGS) {
    const body = accepted.includes(encoding) ? await existing(path + ending) : undefined;
    if (body) return { body, encoding };
  }
  const body = await existing(path);
  return body && { body };
}

/** One host. `log` holds the path of every request it was asked. */
export class Site {
  constructor({ dist = DIST, mount = "/sub/path/" } = {}) {
    this.dist = dist;
    this.mount = mount;
    this.port = 0;
    this.log = [];
    /** Milliseconds that every answer waits. */
    this.latency = 0;
    this.stalled = false;
  }

  get url() {
    return `http://127.0.0.1:${this.port}${this.mount}`;
  }

  /** Starts on the port it had before, so that its address stays the same after `stop`. */
  async start(port = this.port) {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((resolve, reject) => this.server.once("error", reject).listen(port, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    return this;
  }

  /** Cuts every connection: what a browser sees when the school's network is gone. */
  async stop() {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** Serves another build from now on. */
  serve(dist) {
    this.dist = dist;
  }

  /** Takes requests and never answers them, like a network that is there and leads nowhere. */
  stall() {
    this.stalled = true;
  }

  async answer(request, response) {
    if (this.stalled) return;
    await delay(this.latency);
    const { pathname } = new URL(request.url, "http://host");
    this.log.push(pathname);
    const inside = decodeURIComponent(pathname).startsWith(this.mount);
    let path = normalize(decodeURIComponent(pathname).slice(this.mount.length - 1));
    if (path.endsWith("/")) path += "index.html";
    const file = join(this.dist, path);
    const found = inside && (await bestOf(file, request.headers["accept-encoding"] ?? ""));
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const hashed = /-[0-9a-f]{16}\.\w+$/.test(path);
    response
      .writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "content-length": found.body.length,
        "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
        vary: "accept-encoding",
        ...(found.encoding && { "content-encoding": found.encoding }),
      })
      .end(found.body);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port = "8090", mount = "/"] = process.argv.slice(2);
  const site = await new Site({ mount }).start(Number(port));
  console.log(site.url);
}
