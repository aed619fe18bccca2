// The service worker: after the first visit Daymark opens without a network.
//
// `cargo xtask build` replaces the line below with the build's id and its complete list of files, so a new build is a new
// worker. Addresses are relative to this file, which lets the app live under any sub-path.
const STAMP = "stamped by cargo xtask build";

const absolute = (path) => new URL(path, self.location).href;
// Two schools may serve Daymark from one origin under two sub-paths; neither may touch the other's cache.
const PREFIX = `daymark ${absolute("./")} `;
const CACHE = PREFIX + STAMP.build;
const waves = { first: STAMP.first, second: STAMP.second };
const listed = new Set([...waves.first, ...waves.second].map(({ path }) => absolute(path)));

/**
 * Fetches one listed file into the cache. A file with its hash in its name is taken from the browser's own cache when that
 * has the very bytes of the build (`integrity`), so a first visit does not load everything twice. Anything else, such as a
 * sign-in page that a network serves in its place, is fetched again past that cache.
 */
async function keep(cache, { path, integrity }) {
  const get = async (options) => {
    const answer = await fetch(absolute(path), { ...options, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}`);
    return cache.put(absolute(path), answer);
  };
  if (!integrity) return get({ cache: "reload" });
  return get({ integrity }).catch(() => get({ integrity, cache: "reload" }));
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await Promise.all(waves.first.map((file) => keep(cache, file)));
      // The second wave is what only some screens need. If it fails, `fromCache` fills it in when it is asked for.
      await Promise.allSettled(waves.second.map((file) => keep(cache, file)));
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // The newest of the older caches stays, because another tab may still run that build.
      const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", ({ data, source }) => {
  if (data?.type === "skip-waiting") self.skipWaiting();
  if (data?.type !== "page-runs") return;
  if (data.build !== STAMP.build) source.postMessage({ type: "update-waits" });
  else self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const page = request.mode === "navigate" ? pageFor(request.url) : undefined;
  if (page) event.respondWith(pageFromCache(request, page));
  else if (isOurs(request.url)) event.respondWith(fromCache(request));
});

/** The listed page that a navigation asks for, whether or not its address spells out `index.html`. */
function pageFor(url) {
  const { origin, pathname } = new URL(url);
  const folder = origin + pathname.replace(/index\.html$/, "");
  return [absolute("./"), absolute("./p/")].find((page) => page === folder);
}

/** A file of this build, or one of an older build that an open tab may still ask for by its hashed name. */
function isOurs(url) {
  return listed.has(url) || (url.startsWith(absolute("./")) && /-[0-9a-f]{16}\.\w+$/.test(url));
}

async function fromCache(request) {
  // `Vary` is about encodings here; the cache holds decoded files.
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && listed.has(request.url)) {
    const cache = await caches.open(CACHE);
    await cache.put(request.url, answer.clone());
  }
  return answer;
}

/**
 * A page of this build, without waiting for any network. Each visit makes the browser look for a newer worker by itself;
 * what it finds waits until a person chooses it.
 */
async function pageFromCache(request, page) {
  const cache = await caches.open(CACHE);
  return (await cache.match(page, { ignoreVary: true })) ?? fetch(request);
}
