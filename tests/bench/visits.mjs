// Visits: what comes over the network, what the page's thread works, and when a person sees and can do something.
import { keptOffline } from "../e2e/support.mjs";
import { Site } from "../e2e/server.mjs";
import { makeDemo, studentAddress } from "./classroom.mjs";
import { devtoolsOf, figures, HERE, printTable, SLOW, slowProcessor, withContext, withThreadTime } from "./measure.mjs";

const LIMIT_MS = 60_000;
const DOOR = { heading: ".door h1", usable: "main button:not([disabled])" };
const STUDENT = { heading: "#where", usable: "main button:not([disabled])" };

/** Notes in the page when each of these first stands there. An observer sees them in the task that adds them. */
export function watchFor(selectors) {
  window.benchSeen = {};
  const note = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (document.querySelector(selector)) window.benchSeen[name] ??= performance.now();
    }
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Opens an address once in this page, from nothing, and measures it. */
export async function visit(page, devtools, address) {
  await page.goto("about:blank");
  const traffic = { bytes: 0, requests: 0 };
  const count = {
    "Network.requestWillBeSent": () => (traffic.requests += 1),
    "Network.loadingFinished": ({ encodedDataLength }) => (traffic.bytes += encodedDataLength),
  };
  for (const [name, listener] of Object.entries(count)) devtools.on(name, listener);
  const seen = await withThreadTime(devtools, async () => {
    await page.goto(address, { waitUntil: "commit", timeout: LIMIT_MS });
    await page.waitForFunction(() => window.benchSeen?.usable, null, { timeout: LIMIT_MS });
    // The same moment after every visit: what is loaded with the page has come to an end.
    await page.waitForLoadState("load", { timeout: LIMIT_MS });
    return page.evaluate(() => ({
      ...window.benchSeen,
      words: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    }));
  });
  for (const [name, listener] of Object.entries(count)) devtools.off(name, listener);
  return { ...seen, ...traffic };
}

/** A page that watches for these, on this machine; none of the app's files is in the browser, whatever came before. */
async function freshPage(context, site, profile, watched) {
  const page = await context.newPage();
  await page.addInitScript(watchFor, watched);
  const devtools = await devtoolsOf(page);
  const { origin } = new URL(site.url);
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "service_workers,cache_storage" });
  await devtools.send("Network.clearBrowserCache");
  await slowProcessor(devtools, profile);
  return { page, devtools };
}

const slowNetwork = (devtools, { latency, down, up }) =>
  devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: down,
    uploadThroughput: up,
  });

/** A student's Today: a first visit, a second one, and one with the host gone. The class is on the device already. */
async function studentVisits(browser, profile) {
  const site = await new Site().start();
  try {
    return await withContext(browser, async (context) => {
      const address = await withDemo(context, site);
      const { page, devtools } = await freshPage(context, site, profile, STUDENT);
      await slowNetwork(devtools, profile);
      const first = await visit(page, devtools, address);

      await slowNetwork(devtools, HERE);
      await keptOffline(page);
      // From here on every request is made by the service worker, which the page's throttling does not reach, so the host
      // waits instead.
      site.latency = profile.latency;
      const second = await visit(page, devtools, address);

      await site.stop();
      const killed = await visit(page, devtools, address);
      return { "first visit": first, "second visit": second, "host killed": killed };
    });
  } finally {
    await site.stop();
  }
}

/** Leaves the demo class on the device and gives the address of one of its students. */
async function withDemo(context, site) {
  const page = await context.newPage();
  await makeDemo(page, site);
  await keptOffline(page);
  const address = await studentAddress(page, site);
  await page.close();
  return address;
}

/** The door in a browser that knows nothing of Daymark. */
async function doorVisit(browser, profile) {
  const site = await new Site().start();
  try {
    return await withContext(browser, async (context) => {
      const { page, devtools } = await freshPage(context, site, profile, DOOR);
      await slowNetwork(devtools, profile);
      return { "first visit": await visit(page, devtools, site.url) };
    });
  } finally {
    await site.stop();
  }
}

export async function visits(browser, runs) {
  const rows = [];
  for (const profile of [HERE, SLOW]) {
    for (const [place, visitOnce] of Object.entries({ "a student's Today": studentVisits, "the door": doorVisit })) {
      const all = [];
      for (let run = 0; run < runs; run += 1) all.push(await visitOnce(browser, profile));
      for (const name of Object.keys(all[0])) {
        const samples = all.map((visited) => visited[name]);
        const cells = figures(samples, ["bytes", "requests", "cpu", "words", "heading", "usable"]);
        rows.push([profile.name, place, name, ...cells]);
      }
    }
  }
  const heads = ["profile", "place", "visit", "bytes", "requests", "CPU ms", "words ms", "heading ms", "usable ms"];
  printTable(`Visits (median of ${runs})`, heads, rows, 3);
}
