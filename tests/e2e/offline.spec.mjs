// After the first visit Daymark opens without a network, and a new build waits until a person chooses it.
import { NEXT_BUILD, buildOf, expect, keptOffline, test, withNextBuild } from "./support.mjs";

const chartLoads = (page) =>
  page.evaluate(async () => {
    const address = document.querySelector('meta[name="daymark-chart"]').content;
    const { init } = await import(new URL(address, document.baseURI).href);
    return typeof init;
  });

test("both pages and the chart open with the host gone", async ({ page, problems, site }) => {
  problems.allow(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await page.goto(site.url);
  await keptOffline(page);
  await site.stop();

  for (const path of ["", "index.html", "p/", "p/index.html"]) {
    await page.goto(site.url + path);
    await expect(page.locator("h1"), path).toBeVisible();
  }
  await page.goto(site.url);
  expect(await chartLoads(page)).toBe("function");
});

test("a host that does not answer is waited for three seconds, not longer", async ({ page, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  site.stall();
  const start = Date.now();
  await page.goto(site.url);
  await expect(page.locator("h1")).toBeVisible();
  expect(Date.now() - start).toBeLessThan(8000);
});

test("an error page of the host does not replace the app", async ({ page, problems, site }) => {
  problems.allow(/Failed to load resource/);
  await page.goto(site.url);
  await keptOffline(page);
  site.serve("/nowhere");
  await page.goto(site.url);
  await expect(page.locator("h1")).toBeVisible();
});

const lookForUpdate = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().then(() => {}));

test("a new build is announced, waits, and comes when it is chosen", async ({ page, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  const first = await buildOf(page);
  let loads = 0;
  page.on("load", () => (loads += 1));

  await withNextBuild(async (next) => {
    site.serve(next);
    await lookForUpdate(page);
    await expect(page.locator("html")).toHaveAttribute("data-update", "ready");
    expect(loads, "no forced reload").toBe(0);
    expect(await buildOf(page)).toBe(first);

    const loaded = page.waitForEvent("load");
    await page.evaluate(() => window.dispatchEvent(new CustomEvent("daymark:apply-update")));
    await loaded;
    await expect(page.locator("h1")).toBeVisible();
    expect(await buildOf(page)).toBe(NEXT_BUILD);
    await page.waitForTimeout(500);
    expect(loads, "one reload").toBe(1);
  });
});

test("a page that came fresh from the network needs no update bar", async ({ page, problems, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  await withNextBuild(async (next) => {
    site.serve(next);
    await page.reload();
    await expect(page.locator("h1")).toBeVisible();
    expect(await buildOf(page)).toBe(NEXT_BUILD);

    // Its worker takes over by itself: the new build then opens without the host.
    const keptBuilds = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
    await expect.poll(keptBuilds).toContain(NEXT_BUILD);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting === null))
      .toBe(true);
    await expect(page.locator("html")).not.toHaveAttribute("data-update", "ready");
    problems.allow(/Failed to load resource|ERR_CONNECTION_REFUSED/);
    await site.stop();
    await page.reload();
    await expect(page.locator("h1")).toBeVisible();
    expect(await buildOf(page)).toBe(NEXT_BUILD);
  });
});

test("a second tab goes on with its own build and is offered the update", async ({ context, page, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  const other = await context.newPage();
  await other.goto(site.url);
  const first = await buildOf(other);

  await withNextBuild(async (next) => {
    site.serve(next);
    await lookForUpdate(page);
    await expect(page.locator("html")).toHaveAttribute("data-update", "ready");
    const loaded = page.waitForEvent("load");
    await page.evaluate(() => window.dispatchEvent(new CustomEvent("daymark:apply-update")));
    await loaded;

    await expect(other.locator("html")).toHaveAttribute("data-update", "ready");
    expect(await buildOf(other)).toBe(first);
    expect(await chartLoads(other)).toBe("function");
  });
});
