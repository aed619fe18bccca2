// Measures the release in dist/ in a browser and prints Markdown tables: visits, taps, opening and writing.
//
//   node tests/bench/browser.mjs [--runs 9] [--only visits,taps,opening,writing,year]
//
// Figures that noise cannot move come first (bytes, requests, processor time of the page's thread), wall time last.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { launchOptions } from "../../xtask/js/chrome.mjs";
import { Site } from "../e2e/server.mjs";
import { backupLines, makeDemo } from "./classroom.mjs";
import { withContext } from "./measure.mjs";
import { opening } from "./opening.mjs";
import { taps } from "./taps.mjs";
import { visits } from "./visits.mjs";
import { writing } from "./writing.mjs";
import { year } from "./year.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    only: { type: "string", default: "visits,taps,opening,writing,year" },
  },
});
const runs = Number(options.runs);
const wanted = options.only.split(",");

/** The entries of a demo class, which the larger classes are made of. */
async function demoLines(browser) {
  const site = await new Site().start();
  try {
    return await withContext(browser, async (context) => {
      const page = await context.newPage();
      await makeDemo(page, site);
      return await backupLines(page);
    });
  } finally {
    await site.stop();
  }
}

const browser = await chromium.launch(launchOptions());
console.log(`Chrome ${browser.version()}\n`);
if (wanted.includes("visits")) await visits(browser, runs);
if (wanted.includes("taps")) await taps(browser, runs * 2);
const lines = wanted.some((bench) => ["opening", "writing", "year"].includes(bench)) && (await demoLines(browser));
if (wanted.includes("opening")) await opening(browser, lines, Math.min(runs, 5));
if (wanted.includes("writing")) await writing(browser, lines, Math.min(runs, 3));
if (wanted.includes("year")) await year(browser, lines, Math.min(runs, 5));
await browser.close();
