// A whole school day without a network: after the first visit the host is gone, and nothing is missed.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asStudent, expect, handOver, keptOffline, level, openDemo, test } from "./support.mjs";
import { DIST } from "./server.mjs";

const worker = join(DIST, "index.html");
const isRelease = existsSync(worker) && (await readFile(worker, "utf8")).includes('name="daymark-build"');
if (!isRelease) console.log("day_offline: skipped, because this build keeps nothing offline (only a release does).");

test.skip(!isRelease, "only a release is kept offline");

test("the host is gone: demo class, a goal, a ticket, a reload, and all of it is there", async ({
  page,
  problems,
  site,
}) => {
  problems.allow(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await page.goto(site.url);
  await expect(page.getByRole("heading", { level: 1, name: "Daymark" })).toBeVisible();
  await keptOffline(page);
  await site.stop();

  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("button", { name: "Almost" }).click();
  await level(page, "How is it going?", "Getting there").click();
  await page
    .getByRole("button", { name: /fits “Getting there”/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Set my goal" }).click();
  const goal = await page.locator(".goal-text").innerText();
  await page.reload();
  await expect(page.locator(".goal-text")).toHaveText(goal);

  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await handOver(page);
  await page.getByRole("link", { name: "Hana Suzuki" }).click();
  await page.getByRole("link", { name: /Answer now/ }).click();
  await level(page, "Now", "I’ve got it").click();
  await page.getByRole("radio", { name: "2/3" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();

  // The lid is closed and opened again: a new page, still no host.
  const next = await page.context().newPage();
  await next.goto(`${site.url}#/teacher`);
  await expect(next.getByText("1 handed in")).toBeVisible();
  await expect(next.getByText(goal.slice(1, -1)).first()).toBeVisible();
  await next.getByRole("link", { name: "I can compare two fractions", exact: true }).first().click();
  await expect(next.getByText("1 of 24 in")).toBeVisible();
  await next.getByRole("link", { name: "Skills", exact: true }).click();
  await next
    .getByRole("table")
    .getByRole("columnheader", { name: /^I can compare two fractions/ })
    .getByRole("link")
    .click();
  await expect(next.locator(".chart svg")).toBeVisible();
});
