// Measures visits to the release in dist/ over the DevTools protocol and prints a Markdown table.
//
//   node tests/bench/browser.mjs [--runs 9] [--usable "main button"]
//
// Figures that noise cannot move come first (bytes, requests, processor time of the page's thread), wall time last.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "../../xtask/js/chrome.mjs";
import { Site } from "../e2e/server.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    // What a person can act on first, on the page that `#…` opens.
    usable: { type: "string", default: "main button:not([disabled]), main a[href]" },
    address: { type: "string", default: "" },
  },
});
const RUNS = Number(options.runs);
const HEADING = "h1";
const LIMIT_MS = 60_000;

const KBIT = 1000 / 8;
const PROFILES = [
  { name: "1x", cpu: 1, latency: 0, down: -1, up: -1 },
  // What DevTools calls slow 4G, with a processor a quarter as fast.
  { name: "slow 4G, 4x", cpu: 4, latency: 562.5, down: 1600 * 0.9 * KBIT, up: 750 * 0.9 * KBIT },
];

/** Notes in the page when the heading and something usable first are there. An observer sees them in the task that adds them. */
function watchFor([heading, usable]) {
  window.daymarkBench = {};
  const note = () => {
    const seen = window.daymarkBench;
    if (document.querySelector(heading)) seen.heading ??= performance.now();
    if (document.querySelector(usable)) seen.usable ??= performance.now();
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Opens the app once in this page and measures it. */
async function visit(page, devtools, site) {
  await page.goto("about:blank");
  const traffic = { bytes: 0, requests: 0 };
  const count = {
    requestWillBeSent: () => (traffic.requests += 1),
    loadingFinished: ({ encodedDataLength }) => (traffic.bytes += encodedDataLength),
  };
  for (const [name, listener] of Object.entries(count)) devtools.on(`Network.${name}`, listener);
  const before = await threadTime(devtools);

  await page.goto(site.url + options.address, { waitUntil: "commit", timeout: LIMIT_MS });
  await page.waitForFunction(() => window.daymarkBench?.usable, null, { timeout: LIMIT_MS });
  // The same moment after every visit: what is loaded with the page has come to an end.
  await page.waitForLoadState("load", { timeout: LIMIT_MS });
  const cpu = (await threadTime(devtools)) - before;
  for (const [name, listener] of Object.entries(count)) devtools.off(`Network.${name}`, listener);
  const seen = await page.evaluate(() => ({
    ...window.daymarkBench,
    words: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  return { ...traffic, cpu, ...seen };
}

async function threadTime(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** A first visit, a second one, and one with the host gone, by somebody whose browser knows nothing of Daymark. */
async function threeVisits(browser, profile) {
  const site = await new Site().start();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(watchFor, [HEADING, options.usable]);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    const network = ({ latency, down, up }) =>
      devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency,
        downloadThroughput: down,
        uploadThroughput: up,
      });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });

    await network(profile);
    const first = await visit(page, devtools, site);

    await network(PROFILES[0]);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const { controller } = navigator.serviceWorker;
      if (!controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    });
    // From here on every request is made by the service worker, which the page's throttling does not reach: the host waits.
    site.latency = profile.latency;
    const second = await visit(page, devtools, site);

    await site.stop();
    const killed = await visit(page, devtools, site);
    return { first, second, "host gone": killed };
  } finally {
    await context.close();
    await site.stop();
  }
}

function median(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)] : undefined;
}

const browser = await chromium.launch(launchOptions());
console.log(`Chrome ${browser.version()}, median of ${RUNS}, usable = \`${options.usable}\`\n`);
console.log("| profile | visit | bytes | requests | CPU ms | words on screen ms | heading ms | usable ms |");
console.log("|---|---|--:|--:|--:|--:|--:|--:|");
for (const profile of PROFILES) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await threeVisits(browser, profile));
  for (const name of Object.keys(runs[0])) {
    const of = (figure) => {
      const middle = median(runs.map((run) => run[name][figure]));
      return middle === undefined ? "–" : Math.round(middle).toLocaleString("en-US");
    };
    const cells = ["bytes", "requests", "cpu", "words", "heading", "usable"].map(of);
    console.log(`| ${profile.name} | ${name} | ${cells.join(" | ")} |`);
  }
}
await browser.close();
