// A year of a teacher with two classes of 36 on one device, beside the same two classes in their first weeks.
import { keptOffline } from "../e2e/support.mjs";
import { Site } from "../e2e/server.mjs";
import { anotherClass, classOf, classOf36, onTeachersToday, restore, settingsOf } from "./classroom.mjs";
import { devtoolsOf, figures, HERE, printTable, SLOW_CPU, slowProcessor, withContext } from "./measure.mjs";
import { visit, watchFor } from "./visits.mjs";

/** Entries of one class: a few weeks, and a year. */
const SIZES = [2_000, 39_000];
/** The content itself: a name on a list, a row of the map, a skill of the student. The heading stands there earlier. */
const CONTENT = ".lists .name, .map tbody tr, .person-skills tbody tr";
const ANY = { drawn: CONTENT, usable: CONTENT };

/** Visits to three of a teacher's screens, with both classes on the device as they lie there after some days. */
async function visits(browser, site, lines, profile, runs) {
  return withContext(browser, async (context) => {
    const page = await context.newPage();
    await page.addInitScript(watchFor, ANY);
    await page.goto(site.url);
    await restore(page, anotherClass(lines));
    await page.goto(`${site.url}#/teacher/class`);
    await restore(page, lines);
    await keptOffline(page);
    // An opening that finds many small pages folds them, for the next one.
    for (let time = 0; time < 2; time += 1) {
      await page.goto("about:blank");
      await page.goto(`${site.url}#/teacher`);
      await onTeachersToday(page);
    }
    const student = settingsOf(lines).map((line) => JSON.parse(line)).find(({ kind }) => kind === "student").body.id;
    const devtools = await devtoolsOf(page);
    await slowProcessor(devtools, profile);
    const seen = {};
    for (const [name, path] of [["Today", ""], ["class map", "/skills"], ["page of a student", `/student/${student}`]]) {
      seen[name] = [];
      for (let run = 0; run < runs; run += 1) {
        seen[name].push(await visit(page, devtools, `${site.url}#/teacher${path}`));
      }
    }
    return seen;
  });
}

export async function year(browser, lines, runs) {
  const site = await new Site().start();
  const rows = [];
  try {
    for (const profile of [HERE, SLOW_CPU]) {
      for (const size of SIZES) {
        const seen = await visits(browser, site, classOf(classOf36(lines), size), profile, runs);
        for (const [name, samples] of Object.entries(seen)) {
          rows.push([profile.name, (2 * size).toLocaleString("en-US"), name, ...figures(samples, ["cpu", "drawn"])]);
        }
      }
    }
  } finally {
    await site.stop();
  }
  printTable(`Two classes of 36 (median of ${runs})`, ["profile", "entries", "screen", "CPU ms", "drawn ms"], rows);
}
