// The house itself: both pages start under a sub-path, in a browser that holds them to their content security policy.
import { axe, expect, taps, test } from "./support.mjs";

const pages = [
  ["the door", ""],
  ["the door by its file name", "index.html"],
  ["the family page", "p/"],
  ["the family page by its file name", "p/index.html"],
];

for (const [name, path] of pages) {
  test(`${name} opens`, async ({ page, site }) => {
    await page.goto(site.url + path);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("#boot")).toHaveCount(0);
    await axe(page);
  });
}

test("nothing is loaded twice, and no chart before it is shown", async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.locator("h1")).toBeVisible();
  const loaded = site.log.filter((path) => /\.(js|wasm|css|woff2)$/.test(path) && !path.endsWith("sw.js"));
  const app = loaded.filter((path) => !path.includes("chart-") && !path.includes("latin-ext"));
  expect(app).toEqual([...new Set(app)]);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  expect(asked.filter((url) => url.includes("chart-"))).toEqual([]);
});

for (const [who, path, own, others] of [
  ["a student", "#/student", "daymark_bg-", ["teacher", "family", "how"]],
  ["somebody new", "", "daymark_bg-", ["teacher", "family", "how"]],
  ["a family", "p/", "family_bg-", ["teacher", "daymark"]],
  ["a teacher", "#/teacher", "teacher_bg-", ["family", "how"]],
  ["somebody who asks how", "#/how", "how_bg-", ["family", "teacher"]],
]) {
  test(`${who} loads no other person's program`, async ({ page, site }) => {
    const asked = [];
    page.on("request", (request) => request.serviceWorker() || asked.push(new URL(request.url()).pathname));
    await page.goto(site.url + path);
    await expect(page.locator("h1")).toBeVisible();
    const named = (name) => asked.filter((address) => address.includes(`/${name}`));
    expect(named(own)).toHaveLength(1);
    for (const other of others) expect(named(other)).toEqual([]);
  });
}

test("going to a teacher's screen takes the page there, and an address of nobody is told apart", async ({ page, site }) => {
  await page.goto(`${site.url}#/`);
  await page.getByRole("link", { name: "Make it mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Make it mine" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Daymark" })).toBeVisible();
  for (const lost of ["#/nowhere", "#/teacher/nowhere", "#/demonstration", "#/constructor", "#//teacher"]) {
    await page.goto("about:blank");
    await page.goto(site.url + lost);
    await expect(page.locator("h1")).toBeVisible();
  }
});

test("a tap is counted, a key press is not", async ({ page, site }) => {
  await page.goto(site.url);
  await page.locator("h1").click();
  expect(taps(page)).toBe(1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(taps(page)).toBe(1);
});

test("an app that does not arrive says so and offers to try again", async ({ page, problems, site }) => {
  problems.allow(/Failed to load resource|Failed to fetch|ERR_FAILED/);
  const wasm = /\.wasm$/;
  await page.route(wasm, (route) => route.abort());
  await page.goto(site.url);
  await expect(page.getByRole("status")).toContainText("could not be loaded");
  await page.unroute(wasm);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.locator("h1")).toBeVisible();
});
