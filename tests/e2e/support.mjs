// What every journey is built on: `import { expect, test } from "./support.mjs"`.
//
// - `site`: a host of the release of its own for each test, at `site.url`
// - every test fails by itself on a request to another host, a breach of the content security policy, an error in the
//   console or an exception in the page; `problems.allow(/…/)` names one that the test provokes
// - `openDemo(page, site)`: the demo class on a school day; `asStudent(page, name)`: the device in a student's hands
// - `axe(page)`: no accessibility problem on what is shown, light and dark; `taps(page)`: how many taps the person has made
// - `tabTo(page, control)`: the way of somebody who has only a keyboard
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { DIST, Site } from "./server.mjs";

export { expect };

/** What goes wrong in a page without a test looking at it. */
class Problems {
  found = [];
  allowed = [];

  add(text) {
    this.found.push(text);
  }

  /** Accepts problems whose text matches; for what a test does on purpose. */
  allow(pattern) {
    this.allowed.push(pattern);
  }

  get unexpected() {
    return this.found.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }
}

/** Runs in every page before anything of the app does. */
function watchPage() {
  addEventListener("securitypolicyviolation", (event) => {
    window.daymarkProblem(`policy: ${event.violatedDirective} blocked ${event.blockedURI} at ${event.sourceFile}`);
  });
  // Not clicks: a key makes one as well, and a tap on a label makes two.
  addEventListener("pointerup", (event) => event.isTrusted && event.isPrimary && window.daymarkTap(), true);
}

const tapsOf = new WeakMap();

export const test = base.extend({
  // What cannot be done now will not be possible in a minute either.
  actionTimeout: [10_000, { option: true }],

  site: async ({}, use) => {
    const site = await new Site().start();
    await use(site);
    await site.stop();
  },

  problems: async ({ context, site }, use) => {
    const problems = new Problems();
    const own = new URL(site.url).origin;
    // The app's own `blob:` and `data:` addresses are no requests to anybody.
    const isOwn = (url) => url.startsWith(`${own}/`) || /^(blob|data|about):/.test(url);
    context.on("request", (request) => {
      if (!isOwn(request.url())) problems.add(`request to another host: ${request.url()}`);
    });
    context.on("console", (message) => {
      if (message.type() === "error") problems.add(`console: ${message.text()} ${message.location().url}`);
    });
    context.on("weberror", (webError) => problems.add(`exception: ${webError.error().stack}`));
    await context.exposeBinding("daymarkProblem", (_, text) => problems.add(text));
    await context.exposeBinding("daymarkTap", ({ page }) => tapsOf.set(page, taps(page) + 1));
    await context.addInitScript(watchPage);
    await use(problems);
    expect(problems.unexpected, "no problem in any page of the test").toEqual([]);
  },

  // The page asks for `problems`, so no test can forget to watch.
  page: async ({ page, problems }, use) => {
    void problems;
    await use(page);
  },
});

/** How many taps the person has made in this page, reloads included. */
export function taps(page) {
  return tapsOf.get(page) ?? 0;
}

/** Fails when the person has made more or fewer taps since there were `before`. */
export async function expectTaps(page, count, before = 0) {
  await expect.poll(() => taps(page) - before, "taps").toBe(count);
}

/** Presses Tab until the focus is on the control. */
export async function tabTo(page, control) {
  await expect(control).toBeVisible();
  const here = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120; presses += 1) {
    if (await here()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${control}`);
}

/** Finds the control with Tab and presses Enter on it. */
export async function enter(page, control) {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails when axe finds anything on what is shown now, in light and in dark, targets under 24 pixels included. Without
 * motion, so that no colour is on its way. A script element would break the content security policy.
 */
export async function axe(page, { schemes = ["light", "dark"], ...media } = {}) {
  await page.evaluate(await axeSource);
  // With forced colours the system paints, and axe reads the colours that were meant.
  const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: media.forcedColors !== "active" } };
  for (const colorScheme of schemes) {
    await page.emulateMedia({ ...media, colorScheme, reducedMotion: "reduce" });
    const violations = await page.evaluate(async (rules) => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
    }, rules);
    expect(violations, `axe in ${colorScheme} at ${new URL(page.url()).hash || "the door"}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
}

/** A Tuesday at nine in the morning in Chicago. */
export const SCHOOL_DAY = "2026-11-17T09:00:00-06:00";

/** Opens the app on a school day and makes the demo class. Ends on the teacher's Today. */
export async function openDemo(page, site) {
  await page.context().clock.setFixedTime(SCHOOL_DAY);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Try the demo class" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
}

/** From any teacher's screen: the device goes round. Ends on all names, from where the teacher's pages are locked. */
export async function handOver(page) {
  await page.getByRole("banner").getByRole("link", { name: "Hand to students" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
}

/** From any teacher's screen: a student finds the own name. Ends on the student's Today. */
export async function asStudent(page, name) {
  await handOver(page);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where am I now?" })).toBeVisible();
}

/** The button of a level under a question. */
export const level = (page, question, word) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: word, exact: true });

// A check as it is answered: the bar on the student's Today, and what stands under a question.
export const bar = (page) => page.getByRole("link", { name: /Answer now/ });
export const next = (page) => page.getByRole("button", { name: "Next" });
export const handIn = (page) => page.getByRole("button", { name: "Hand in" });
export const unsure = (page) => page.getByRole("button", { name: "I don’t know yet" });
export const step = (page, text) =>
  expect(page.locator("form.question").getByRole("status").first()).toHaveText(text);

/** Every invented name of the demo class that stands in the page. */
export async function namesIn(page) {
  const text = await page.locator("body").innerText();
  return DEMO_NAMES.filter((name) => name.split(" ").some((part) => text.includes(part)));
}

/** What the browser keeps under the app's name, as its stores hold it. */
export const stored = (page, store) =>
  page.evaluate(async (store) => {
    const asked = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open("daymark"));
    const all = await asked(db.transaction(store).objectStore(store).getAll());
    db.close();
    return all.map((value) => (typeof value === "string" ? value : new TextDecoder().decode(value)));
  }, store);

const byMouse = (control) => control.click();

/** To the class's settings: backup, roster, PIN. */
export const openClass = (page, press = byMouse) =>
  press(page.getByRole("navigation").getByRole("link", { name: "Class", exact: true }));

/** Makes a class of one's own with these names. Ends on its Today. */
export async function makeClass(page, site, called, pasted, press = (control) => control.click()) {
  await page.goto(`${site.url}#/new`);
  await page.getByRole("textbox", { name: "Names, one per line" }).fill(pasted.join("\n"));
  await page.getByRole("radio", { name: "I can compare two fractions" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("textbox", { name: "Name of the class" }).fill(called);
  await press(page.getByRole("button", { name: "Done" }));
  await expect(page.getByRole("banner").locator(".class-title")).toHaveText(called);
}

/** Two taps, the second before anything of the first can be kept. */
export const tapTwice = (button) =>
  button.evaluate((button) => {
    button.click();
    button.click();
  });

/** On the teacher's Today: the list of who is here, and a student's button in it. */
export const openSeats = (page) => page.getByText("Who is here?").click();
export const seat = (page, name) => page.locator(".seats").getByRole("button", { name });

/** Every entry that is kept, without the heads of the pages. */
export async function entries(page) {
  const pages = await stored(page, "pages");
  return pages.flatMap((text) => text.trim().split("\n").slice(1)).map((line) => JSON.parse(line));
}

/** Makes a backup file in the test's own folder and gives its path. Ends on the class's settings. */
export async function makeBackup(page, folder, press = byMouse) {
  await openClass(page, press);
  const coming = page.waitForEvent("download");
  await press(page.getByRole("button", { name: "Make a backup file" }));
  const download = await coming;
  const path = folder.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Chooses a file behind "Open a backup file", as a tap does, or another way of pressing its field. */
export async function openBackup(page, path, press) {
  const choosing = page.waitForEvent("filechooser");
  // A tap is on the words; only the keyboard comes to the field itself.
  await (press ? press(page.getByLabel("Open a backup file")) : page.getByText("Open a backup file").click());
  await (await choosing).setFiles(path);
}

/**
 * Brings entries in as a file of another device does: each with what it says and whom it is about; heads are made here.
 * `lines` is asked with what there is: the entries, a student's id by name, the first skill and the scale. Ends on the
 * class's settings.
 */
export async function bringIn(page, lines) {
  await openClass(page);
  const known = await entries(page);
  const of = (kind) => known.filter((entry) => entry.kind === kind);
  const student = (name) => of("student").find((entry) => entry.body.name === name).body.id;
  const made = lines({ known, student, skill: of("skill")[0].body.id, scale: of("scale")[0].body.id });
  const stamp = Math.max(...known.map((entry) => entry.stamp));
  const id = () => crypto.randomUUID().replaceAll("-", "").slice(0, 16);
  const head = { writer: id(), class: known[0].class, by: "teacher" };
  const entry = (line, i) => ({ ...head, n: i + 1, stamp: stamp + 1 + i, batch: id(), ...line });
  const header = { daymark: "backup", format: 1, class: head.class, lines: made.length };
  const text = [header, ...made.map(entry)].map((line) => `${JSON.stringify(line)}\n`).join("");
  await openBackup(page, { name: "other.daymark", mimeType: "text/plain", buffer: Buffer.from(text) });
  await expect(page.getByText(`is open: ${made.length} entr`)).toBeVisible();
}

/** Waits until everything is in the offline cache and the service worker has the page. */
export async function keptOffline(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

/** Calls `use` with the folder of a second build: the same app as `dist/`, stamped as another one. */
export async function withNextBuild(use) {
  const folder = await mkdtemp(join(tmpdir(), "daymark-next-"));
  try {
    await cp(DIST, folder, { recursive: true });
    const { build } = /name="daymark-build" content="(?<build>\w+)"/.exec(
      await readFile(join(DIST, "index.html"), "utf8"),
    ).groups;
    for (const path of ["index.html", "p/index.html", "sw.js"]) {
      const text = await readFile(join(folder, path), "utf8");
      await writeFile(join(folder, path), text.replaceAll(build, NEXT_BUILD));
      await Promise.all([".br", ".gz"].map((ending) => rm(join(folder, path + ending))));
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const NEXT_BUILD = "0123456789abcdef";

/** The id of the build that the page runs. */
export const buildOf = (page) => page.locator('meta[name="daymark-build"]').getAttribute("content");

// prettier-ignore
export const DEMO_NAMES = [
  "Amara Okafor", "Benício Souza", "Chloé Martin", "Đức Nguyễn", "Elif Yılmaz", "Finn O’Brien", "Guadalupe Reyes",
  "Hana Suzuki", "Isaac Cohen", "Jasleen Kaur", "Kofi Mensah", "Leila Haddad", "Mateo García", "Nadia Petrova",
  "Oluwaseun Bello", "Priya Raman", "Quentin Dubois", "Rosa Hernández", "Samir Aziz", "Tala Begay", "Uri Levi",
  "Vera Kowalczyk", "Wei Zhang", "Yara Santos",
];
