// Taps: from a key or a press to the first frame that answers it, and to the first frame after it is kept.
import { setTimeout as delay } from "node:timers/promises";
import { expect, level } from "../e2e/support.mjs";
import { Site } from "../e2e/server.mjs";
import { makeDemo, studentPaths } from "./classroom.mjs";
import { devtoolsOf, figures, HERE, mean, printTable, SLOW_CPU } from "./measure.mjs";
import { slowProcessor, withContext, withThreadTime } from "./measure.mjs";

const FRESH_SKILL = "I can find area and perimeter";
const RATINGS = 100;
const QUIET_MS = 150;

/** Tells the page when a write of its storage has been committed. */
function watchCommits() {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = transaction.apply(this, args);
    const committed = () => dispatchEvent(new Event("bench:committed"));
    if (begun.mode === "readwrite") begun.addEventListener("complete", committed);
    return begun;
  };
}

/** In the page: measures the next event of this type, and counts what it changes in the cells of a table. */
function measureNext({ type, keeps }) {
  const next = (name) => new Promise((resolve) => addEventListener(name, resolve, { once: true, capture: true }));
  // A message that is sent in a frame arrives when the frame has been drawn.
  const frame = () =>
    new Promise((drawn) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = drawn;
        port2.postMessage(null);
      }),
    );
  const cells = new Set();
  let records = 0;
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const cell = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest("td");
      if (cell) records += 1;
      if (cell) cells.add(cell);
    }
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const saving = keeps ? next("bench:committed").then(frame) : undefined;
  window.benchMeasured = next(type).then(async ({ timeStamp }) => {
    const since = () => performance.now() - timeStamp;
    await frame();
    const answered = since();
    await saving;
    observer.disconnect();
    return { answered, saved: keeps ? since() : undefined, cells: cells.size, records };
  });
}

/** Measures what `act` does to the page: a key, or a press of the mouse where it already is. */
async function tap(page, devtools, act, { type = "keydown", keeps = true } = {}) {
  await page.evaluate(measureNext, { type, keeps });
  // What the tap before and the way to this one have left to do is not this tap's work.
  await delay(QUIET_MS);
  return withThreadTime(devtools, async () => {
    await act();
    // Asked for over DevTools itself, because Playwright's own way works several milliseconds in the page.
    const asked = { expression: "window.benchMeasured", awaitPromise: true, returnByValue: true };
    return (await devtools.send("Runtime.evaluate", asked)).result.value;
  });
}

/** Presses a control. The mouse goes there before anything is counted. */
async function press(page, devtools, control) {
  await control.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await control.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  const act = async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
  return tap(page, devtools, act, { type: "click" });
}

/** Opens a page with the demo class on this machine and calls `use` with it. */
async function withDemoPage(browser, profile, use) {
  const site = await new Site().start();
  try {
    return await withContext(browser, async (context) => {
      const page = await context.newPage();
      await page.addInitScript(watchCommits);
      await makeDemo(page, site);
      const devtools = await devtoolsOf(page);
      return await use({ page, devtools, site, slow: () => slowProcessor(devtools, profile) });
    });
  } finally {
    await site.stop();
  }
}

/** Rates cells of the class map from the keyboard, one after another, the cells of a skill nobody has shown yet first. */
function ratings(browser, profile, count) {
  return withDemoPage(browser, profile, async ({ page, devtools, site, slow }) => {
    await page.goto(`${site.url}#/teacher/skills/edit`);
    await page.getByRole("button", { name: `Add: ${FRESH_SKILL}` }).click();
    await page.getByRole("link", { name: "Class map" }).click();
    const cells = page.locator(".map-cell");
    await expect(cells).toHaveCount(24 * 9);
    const fresh = Array.from({ length: 24 }, (_, row) => row * 9 + 8);
    const known = Array.from({ length: 24 * 9 }, (_, place) => place).filter((place) => !fresh.includes(place));
    await slow();
    const samples = [];
    const nothing = [];
    for (const place of [...fresh, ...known].slice(0, count)) {
      await cells.nth(place).focus();
      nothing.push(await tap(page, devtools, () => page.keyboard.press("9"), { keeps: false }));
      samples.push(await tap(page, devtools, () => page.keyboard.press("3")));
    }
    const last = [...fresh, ...known][Math.min(count, 24) - 1];
    await expect(cells.nth(last)).toHaveAccessibleName(/: 3, /);
    return { samples, nothing };
  });
}

/** Students say where they are and set a goal, each on their own Today. */
function studentsTaps(browser, profile, count) {
  return withDemoPage(browser, profile, async ({ page, devtools, site, slow }) => {
    const paths = await studentPaths(page, site);
    await slow();
    const [levels, goals] = [[], []];
    for (const path of paths.slice(0, count)) {
      await page.goto(site.url + path);
      const choice = level(page, "How is it going?", "Getting there").locator("..");
      levels.push(await press(page, devtools, choice));
      await page.getByRole("button", { name: /fits “/ }).first().click();
      goals.push(await press(page, devtools, page.getByRole("button", { name: "Set my goal" })));
      await expect(page.locator(".goal-text")).toBeVisible();
    }
    return { levels, goals };
  });
}

export async function taps(browser, runs) {
  const rows = [];
  for (const profile of [HERE, SLOW_CPU]) {
    const { samples, nothing } = await ratings(browser, profile, runs);
    const { levels, goals } = await studentsTaps(browser, profile, runs);
    const all = {
      "a key that means nothing on the class map": nothing,
      "rating a skill by number key": samples,
      "choosing a level": levels,
      "“Set my goal”": goals,
    };
    for (const [name, measured] of Object.entries(all)) {
      const work = figures(measured, ["cpu", "script"], { digits: 1 });
      const rest = figures(measured, ["answered", "saved", "cells", "records"]);
      rows.push([profile.name, name, ...work, ...rest]);
    }
  }
  const heads = ["profile", "tap", "CPU ms", "script ms", "first frame ms", "saved and drawn ms"];
  heads.push("cells changed", "changes in cells");
  printTable(`Taps (median of ${runs})`, heads, rows, 2);
}

/** The mean over many ratings, one after another. */
export async function manyRatings(browser, profile) {
  const { samples } = await ratings(browser, profile, RATINGS);
  return { count: RATINGS, cells: figures(samples, ["cpu", "saved"], { of: mean, digits: 1 }) };
}
