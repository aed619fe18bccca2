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

test("a host that does not answer is not waited for", async ({ page, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  site.stall();
  await page.goto(site.url, { timeout: 2500 });
  await expect(page.locator("h1")).toBeVisible();
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

test("the next visit runs the build it knows and offers the new one", async ({ page, problems, site }) => {
  await page.goto(site.url);
  await keptOffline(page);
  const first = await buildOf(page);
  await withNextBuild(async (next) => {
    site.serve(next);
    await page.reload();
    await expect(page.locator("h1")).toBeVisible();
    expect(await buildOf(page)).toBe(first);
    await expect(page.locator("html")).toHaveAttribute("data-update", "ready");

    // Chosen once, the new build opens without the host.
    const loaded = page.waitForEvent("load");
    await page.evaluate(() => window.dispatchEvent(new CustomEvent("daymark:apply-update")));
    await loaded;
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
