// Writing much: backup files that bring many entries at once, and many ratings one after another.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Site } from "../e2e/server.mjs";
import { backupText, classOf, newEntries, restore, settingsOf } from "./classroom.mjs";
import { devtoolsOf, figures, HERE, printTable, SLOW_CPU } from "./measure.mjs";
import { slowProcessor, withContext, withThreadTime } from "./measure.mjs";
import { manyRatings } from "./taps.mjs";

const READ = "is open: ";

/** In the page: from the choice of a file to the sentence that says it was read. */
function untilSaid(sentence) {
  const said = () => [...document.querySelectorAll("[role=status] p")].some((p) => p.textContent.includes(sentence));
  window.benchMeasured = new Promise((resolve) => {
    addEventListener(
      "change",
      ({ timeStamp }) => {
        const observer = new MutationObserver(() => {
          if (!said()) return;
          observer.disconnect();
          resolve({ said: performance.now() - timeStamp });
        });
        observer.observe(document, { childList: true, subtree: true, characterData: true });
      },
      { once: true, capture: true },
    );
  });
}

/** Opens a backup file on the Class screen of a browser that has a class of the lines `here`. */
async function restoring(browser, profile, here, file) {
  const site = await new Site().start();
  try {
    return await withContext(browser, async (context) => {
      const page = await context.newPage();
      await page.goto(site.url);
      await restore(page, here);
      await page.goto("about:blank");
      await page.goto(`${site.url}#/teacher/class`);
      const input = page.locator('input[type="file"]');
      await input.waitFor({ state: "attached" });
      const devtools = await devtoolsOf(page);
      await slowProcessor(devtools, profile);
      await page.evaluate(untilSaid, READ);
      return await withThreadTime(devtools, async () => {
        await input.setInputFiles(file);
        return page.evaluate(() => window.benchMeasured);
      });
    });
  } finally {
    await site.stop();
  }
}

export async function writing(browser, lines, runs) {
  const year = classOf(lines, 32_400);
  const size = lines.length.toLocaleString("en-US");
  const cases = {
    [`1,000 new entries for a class of ${size}`]: [lines, [...lines, ...newEntries(lines, 1_000)]],
    "32,400 entries for a class without any": [settingsOf(lines), year],
    "32,400 entries that are there already": [year, year],
  };
  const rows = [];
  const folder = await mkdtemp(join(tmpdir(), "daymark-bench-"));
  const path = join(folder, "bench.daymark");
  for (const profile of [HERE, SLOW_CPU]) {
    for (const [name, [here, file]] of Object.entries(cases)) {
      const samples = [];
      await writeFile(path, backupText(file));
      for (let run = 0; run < runs; run += 1) samples.push(await restoring(browser, profile, here, path));
      rows.push([profile.name, name, runs, ...figures(samples, ["cpu", "said"])]);
    }
    const { count, cells } = await manyRatings(browser, profile);
    rows.push([profile.name, "one rating by key (mean)", count, ...cells]);
  }
  await rm(folder, { recursive: true });
  printTable("Writing", ["profile", "what", "times", "CPU ms", "until said or saved ms"], rows, 2);
}
