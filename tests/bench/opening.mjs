// Opening notebooks of several sizes: the same class, with more and more behind it, on its teacher's Today.
import { keptOffline } from "../e2e/support.mjs";
import { Site } from "../e2e/server.mjs";
import { classOf, onTeachersToday, restore, settingsOf } from "./classroom.mjs";
import { devtoolsOf, figures, HERE, printTable, SLOW_CPU, slowProcessor, withContext } from "./measure.mjs";
import { visit, watchFor } from "./visits.mjs";

const SIZES = [1_000, 10_000, 32_400];
const TODAY = { heading: ".page-head h1", usable: "main button:not([disabled])" };

/** Notes in the page when its storage is asked for the notebook's pages, and when they have come. */
function watchReading() {
  const { getAll } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.getAll = function (...query) {
    const request = getAll.apply(this, query);
    if (this.name === "pages") {
      window.benchSeen.asked ??= performance.now();
      request.addEventListener("success", () => (window.benchSeen.read ??= performance.now()));
    }
    return request;
  };
}

/** Visits to the Today of a class of these lines, whose files and pages lie on the device as they do after some days. */
async function openings(browser, site, lines, profile, runs) {
  return withContext(browser, async (context) => {
    const page = await context.newPage();
    await page.addInitScript(watchFor, TODAY);
    await page.addInitScript(watchReading);
    await page.goto(site.url);
    await restore(page, lines);
    await keptOffline(page);
    // An opening that finds many small pages folds them, for the next one.
    for (let time = 0; time < 2; time += 1) {
      await page.goto("about:blank");
      await page.goto(`${site.url}#/teacher`);
      await onTeachersToday(page);
    }
    const devtools = await devtoolsOf(page);
    await slowProcessor(devtools, profile);
    const seen = [];
    for (let run = 0; run < runs; run += 1) seen.push(await visit(page, devtools, `${site.url}#/teacher`));
    return seen.map(({ asked, read, heading, cpu }) => ({
      cpu,
      heading,
      reading: read - asked,
      showing: heading - read,
      opening: heading - asked,
    }));
  });
}

export async function opening(browser, lines, runs) {
  const site = await new Site().start();
  const rows = [];
  try {
    for (const profile of [HERE, SLOW_CPU]) {
      for (const size of [settingsOf(lines).length, ...SIZES]) {
        const samples = await openings(browser, site, classOf(lines, size), profile, runs);
        const cells = figures(samples, ["cpu", "heading", "reading", "showing", "opening"]);
        rows.push([profile.name, size.toLocaleString("en-US"), ...cells]);
      }
    }
  } finally {
    await site.stop();
  }
  const heads = ["profile", "entries", "CPU ms", "Today ms", "pages read ms", "parsed and drawn ms", "opening ms"];
  printTable(`Opening a notebook (median of ${runs})`, heads, rows);
}
