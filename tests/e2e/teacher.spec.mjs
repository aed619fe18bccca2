// A new teacher's first three minutes: the demo class is alive, and "Make it mine" takes names as they come.
import { readFile } from "node:fs/promises";
import { axe, enter, expect, expectTaps, openDemo, tabTo, taps, test } from "./support.mjs";

const pasted = readFile(new URL("../fixtures/e2e/names.txt", import.meta.url), "utf8");

const namesField = (page) => page.getByRole("textbox", { name: "Names, one per line" });
const skill = (page, line) => page.getByRole("radio", { name: line });
const done = (page) => page.getByRole("button", { name: "Done" });
const problems = (page) => page.getByRole("listitem").filter({ hasText: /“|Line|fits?/ });

async function makeItMine(page, site) {
  await page.goto(site.url);
  await page.getByRole("link", { name: "Make it mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Make it mine" })).toBeVisible();
}

test("one tap shows a living class: three lists with reasons, goals, tickets", async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByText("Everything stays on this device.")).toBeVisible();
  await axe(page);
  await openDemo(page, site);
  await expectTaps(page, 1);
  await expect(page.getByText("Tuesday, November 17")).toBeVisible();
  await expect(page.getByText("Demo", { exact: true })).toBeVisible();
  for (const [list, reason] of [
    ["Needs a word", /ended with “not yet”|usually/],
    ["Ready to stretch", /I can teach it in “|too easy/],
    ["Not heard from", /Nothing for \d school days? \(last on November \d+\)/],
  ]) {
    const lines = page.locator("section", { has: page.getByRole("heading", { name: list }) }).getByRole("listitem");
    expect(await lines.count(), list).toBeGreaterThan(0);
    for (const line of await lines.all()) await expect(line).toContainText(reason);
  }
  await expect(page.getByText("No goals yet today.")).toBeVisible();
  await axe(page);
  const details = await page.locator("main summary").all();
  for (const summary of details) await summary.click();
  await axe(page);
});

test("a student is marked absent with one tap, and back with another or with Undo", async ({ page, site }) => {
  await openDemo(page, site);
  await page.getByText("Who is here?").click();
  // The mark is part of the name, and "Jasleen Kaur" stands on other buttons of this page too.
  const seat = page.getByRole("button", { name: /^Jasleen Kaur( absent)?$/ });
  const before = taps(page);
  await seat.click();
  await expect(page.getByText("1 away")).toBeVisible();
  await expectTaps(page, 1, before);
  await expect(seat).toHaveAttribute("aria-pressed", "true");
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Everyone is here")).toBeVisible();
  await seat.click();
  await expect(page.getByText("1 away")).toBeVisible();
  await seat.click();
  await expect(page.getByText("Everyone is here")).toBeVisible();
});

test("names pasted from a sheet become a class of one's own", async ({ page, site }) => {
  await makeItMine(page, site);
  await axe(page);
  await done(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Paste at least one name." })).toBeVisible();

  await namesField(page).fill(await pasted);
  await expect(page.getByText("24 names")).toBeVisible();
  await expect(problems(page)).toHaveText([
    "“Sam Lee” stands twice; one is now “Sam Lee 2”.",
    "Line 23 has no letters and was left out: 21\t🎉🎉",
  ]);
  await done(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Pick one skill." })).toBeVisible();
  await skill(page, "I can compare two fractions").click();
  await page.getByRole("textbox", { name: "Name of the class" }).fill("Room 12 <b>B</b>");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ms Rivera");
  await axe(page);
  await done(page).click();

  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Room 12 <b>B</b>");
  await expect(page.getByText("Demo", { exact: true })).toHaveCount(0);
  await axe(page);

  await page.getByText("Who is here?").click();
  const seats = page.locator(".seats").getByRole("button");
  await expect(seats).toHaveCount(24);
  for (const name of ["Lucy 🦊 Hill", "ليلى حداد", "נועה לוי", "王 小明", "आरव शर्मा", "Keanu Kealoha"]) {
    await expect(seats.filter({ hasText: name }), name).toHaveCount(1);
  }

  await page.getByRole("link", { name: "Exit ticket", exact: true }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await page.reload();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
});

test("by keyboard alone a class is made", async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole("heading", { level: 1, name: "Daymark" })).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Make it mine" }));
  await expect(page.getByRole("heading", { level: 1, name: "Make it mine" })).toBeFocused();
  await tabTo(page, namesField(page));
  await page.keyboard.insertText("Ana\nBen\nCem");
  await expect(page.getByText("3 names")).toBeVisible();
  await tabTo(page, skill(page, "I can compare two fractions"));
  await page.keyboard.press("Space");
  await expect(skill(page, "I can compare two fractions")).toBeChecked();
  await enter(page, done(page));
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeFocused();
  await expectTaps(page, 0);
});

test("a script in a name is a name", async ({ page, site }) => {
  page.on("dialog", () => expect(false, "a script ran").toBe(true));
  const bobby = "Bobby <img src=x onerror=alert(1)>";
  await makeItMine(page, site);
  await namesField(page).fill(`${bobby}\nAna`);
  await skill(page, "I can compare two fractions").click();
  await done(page).click();
  await page.getByText("Who is here?").click();
  await page.getByRole("button", { name: bobby }).click();
  await expect(page.getByText(`${bobby} is marked absent`)).toBeVisible();
  await page.goto(`${site.url}#/student`);
  await page.getByRole("link", { name: bobby }).click();
  await expect(page.getByRole("banner")).toContainText(bobby);
  await expect(page.locator("img")).toHaveCount(0);
});

test("three hundred lines are too many for one class, and it says what was left out", async ({ page, site }) => {
  await makeItMine(page, site);
  const lines = Array.from({ length: 300 }, (_, i) => `Student No ${i + 1}`);
  await namesField(page).fill(lines.join("\n"));
  await expect(page.getByText("200 names")).toBeVisible();
  await expect(problems(page)).toHaveText(["100 lines more than fit were left out. A class holds 200."]);
  await skill(page, "I can compare two fractions").click();
  await done(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.getByText("Who is here?").click();
  await expect(page.locator(".seats").getByRole("button")).toHaveCount(200);
});

test("an address that leads nowhere says so", async ({ page, site }) => {
  await page.goto(`${site.url}#/nowhere`);
  await expect(page.getByRole("heading", { level: 1, name: "This page does not exist" })).toBeVisible();
  await axe(page);
  await page.goto(`${site.url}#/teacher`);
  await expect(page.getByRole("heading", { level: 1, name: "No class is open" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Go to the first page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Daymark" })).toBeFocused();
});
