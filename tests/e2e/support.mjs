// What every journey is built on: `import { expect, test } from "./support.mjs"`.
//
// - `site`: a host of the release of its own for each test, at `site.url`
// - every test fails by itself on a request to another host, a breach of the content security policy, an error in the
//   console or an exception in the page; `problems.allow(/…/)` names one that the test provokes
// - `axe(page)`: no accessibility problem on what is shown; `taps(page)`: how many taps the person has made
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
  // A click that a key made has no `detail`: it is not a tap.
  addEventListener("click", (event) => event.isTrusted && event.detail > 0 && window.daymarkTap(), true);
}

const tapsOf = new WeakMap();

export const test = base.extend({
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

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails when axe finds anything on what is shown now. A script element would break the content security policy. */
export async function axe(page) {
  await page.evaluate(await axeSource);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  });
  expect(violations, "axe").toEqual([]);
}

/** Waits until everything is in the offline cache and the service worker has the page. */
export async function keptOffline(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  });
}

/** Calls `use` with the folder of a second build: the same app as `dist/`, stamped as another one. */
export async function withNextBuild(use) {
  const folder = await mkdtemp(join(tmpdir(), "daymark-next-"));
  try {
    await cp(DIST, folder, { recursive: true });
    const { build } = /name="daymark-build" content="(?<build>\w+)"/.exec(await readFile(join(DIST, "index.html"), "utf8")).groups;
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
