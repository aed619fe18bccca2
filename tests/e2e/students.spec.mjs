// A teacher finds a student, sees with whom they have not talked for longest, and follows up with one tap.
import { axe, enter, expect, expectTaps, openClass, openDemo, tabTo, taps, test } from "./support.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const section = (page, title) => page.locator("section", { has: page.getByRole("heading", { name: title }) });
const region = (page, title) => page.getByRole("region", { name: title, exact: true });
const rows = (page) => page.getByRole("table", { name: "Students" }).locator("tbody tr");

/** From any teacher's screen to the list of students. */
async function openStudents(page) {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Students" }).click();
  await expect(heading(page, "Students")).toBeFocused();
}

/** Opens a demo student's page by way of the list. */
async function openStudent(page, site, name) {
  await openDemo(page, site);
  await openStudents(page);
  await page.getByRole("link", { name }).click();
  await expect(heading(page, name)).toBeFocused();
}

test("all students with their last talk, by name and by who waited longest", async ({ page, site }) => {
  await openDemo(page, site);
  const before = taps(page);
  await openStudents(page);
  await expectTaps(page, 1, before);
  await expect(rows(page)).toHaveCount(24);
  await expect(rows(page).first()).toContainText("Amara Okafor");
  const last = (row) => row.locator("td").first().innerText();
  for (const row of await rows(page).all()) expect(await last(row)).toMatch(/^(not yet|yesterday|\d+ days ago)$/);
  await page.getByText("Longest since a talk").click();
  const days = [];
  for (const row of await rows(page).all()) {
    const text = await last(row);
    days.push(text === "not yet" ? Infinity : text === "yesterday" ? 1 : Number.parseInt(text));
  }
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(days[0]).toBe(Infinity);
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("a name on Today leads to the student, its reason to the evidence, one tap plans a talk", async ({ page, site }) => {
  await openDemo(page, site);
  const list = section(page, "Ready to stretch");
  const line = list.getByRole("listitem").first();
  const name = await line.getByRole("link").first().innerText();
  const talks = section(page, "Talks");
  await expect(talks.getByRole("listitem")).toHaveCount(2);
  const before = taps(page);
  await line.getByRole("button", { name: `Plan a talk with ${name}` }).click();
  await expect(talks.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  await expectTaps(page, 1, before);
  await expect(line.getByRole("button", { name: "Talk planned" })).toHaveAttribute("aria-disabled", "true");
  await axe(page);
  await talks.getByRole("button", { name: `Held: the talk with ${name}` }).click();
  await expect(talks.getByRole("listitem")).toHaveCount(2);
  await expectTaps(page, 2, before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(talks.getByRole("listitem")).toHaveCount(3);
  await talks.getByRole("button", { name: `Held: the talk with ${name}` }).click();

  await line.getByRole("link", { name }).click();
  await expect(heading(page, name)).toBeVisible();
  await expect(region(page, "Talks")).toContainText("Last talk: today");
  await page.goBack();
  await line.getByRole("link").nth(1).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name}: I can` })).toBeVisible();
});

test("by keyboard: a talk is planned from Today and the focus stays, then it was held", async ({ page, site }) => {
  await openDemo(page, site);
  const line = section(page, "Not heard from").getByRole("listitem").first();
  const name = await line.getByRole("link").first().innerText();
  const talks = section(page, "Talks");
  const held = talks.getByRole("button", { name: `Held: the talk with ${name}` });
  // Who fell silent has a talk that is planned already.
  await expect(line.getByRole("button", { name: "Talk planned" })).toBeVisible();
  await enter(page, held);
  await expect(held).toHaveCount(0);
  await expect(talks.getByRole("button", { name: /^Held/ })).toBeFocused();
  const plan = line.getByRole("button", { name: "Plan a talk" });
  await enter(page, plan);
  await expect(line.getByRole("button", { name: "Talk planned" })).toBeFocused();
  await expect(held).toBeVisible();
});

test("a talk that is planned for later says its day, and one tap brings it to today", async ({ page, site }) => {
  await openStudent(page, site, "Leila Haddad");
  const talks = region(page, "Talks");
  await talks.getByRole("button", { name: "Plan a talk" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan a talk" });
  await dialog.getByRole("textbox", { name: "What it is about" }).fill("Her book about whales");
  await dialog.getByLabel("Day").fill("2026-12-15");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(talks).toContainText("Planned for December 15");
  // Words that wait in the form say nothing about the day.
  await talks.getByRole("button", { name: /^Change/ }).click();
  const about = page.getByRole("dialog").getByRole("textbox", { name: "What it is about" });
  await about.fill("Her second book about whales");
  await page.keyboard.press("Escape");
  await openStudents(page);
  const row = rows(page).filter({ hasText: "Leila Haddad" });
  const button = row.getByRole("button");
  await expect(button).toHaveText("Talk planned for December 15");
  await axe(page);
  await enter(page, row.getByRole("button", { name: "bring the talk with Leila Haddad to today" }));
  await expect(page.getByText("The talk with Leila Haddad is planned for today now")).toBeVisible();
  await expect(button).toHaveText("Talk planned");
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(button).toHaveText("Talk planned for December 15");
  await button.click();
  await expect(button).toHaveText("Talk planned");
  await page.goto(`${site.url}#/teacher`);
  const line = section(page, "Talks").getByRole("listitem").filter({ hasText: "Leila Haddad" });
  await expect(line, "one talk, with what it is about").toHaveCount(1);
  await expect(line).toContainText("Her book about whales");
  await openStudents(page);
  await rows(page).getByRole("link", { name: "Leila Haddad" }).click();
  await talks.getByRole("button", { name: /^Change/ }).click();
  await expect(about).toHaveValue("Her second book about whales");
  await expect(page.getByRole("dialog").getByLabel("Day")).toHaveValue("2026-11-17");
});

test("a talk is written down with what comes next, changed, and thrown away", async ({ page, site }) => {
  await openStudent(page, site, "Leila Haddad");
  const talks = region(page, "Talks");
  await expect(talks).toContainText("No talk yet.");
  await talks.getByRole("button", { name: "Write down a talk" }).click();
  const dialog = page.getByRole("dialog", { name: "Write down a talk" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Write at least what it was about.");
  await dialog.getByRole("textbox", { name: "What it was about" }).fill("Her book about whales");
  await dialog.getByLabel("Day").fill("2026-11-30");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("no day in the future");
  await dialog.getByLabel("Day").fill("2026-11-13");
  await axe(page);
  // Escape closes the dialog, and what was typed is there again.
  await page.keyboard.press("Escape");
  await talks.getByRole("button", { name: "Write down a talk" }).click();
  await expect(dialog.getByRole("textbox", { name: "What it was about" })).toHaveValue("Her book about whales");
  await expect(dialog.getByLabel("Day")).toHaveValue("2026-11-13");
  await dialog.getByRole("textbox", { name: "What comes next" }).fill("Two more on the shelf");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(talks).toContainText("Last talk: 4 days ago");
  await expect(talks).toContainText("Next: Two more on the shelf");
  await axe(page);
  await talks.getByRole("button", { name: "Change: the talk of November 13" }).click();
  const changing = page.getByRole("dialog", { name: "Change: the talk of November 13" });
  await changing.getByRole("textbox", { name: "What was said" }).fill("<b>whales</b>");
  await changing.getByRole("button", { name: "Save" }).click();
  await expect(talks).toContainText("<b>whales</b>");
  await talks.getByRole("button", { name: "To the trash: the talk of November 13" }).click();
  await expect(talks).toContainText("No talk yet.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(talks).toContainText("Her book about whales");
});

test("something is tried with its rule before it starts, and ended by that rule", async ({ page, site }) => {
  await openStudent(page, site, "Rosa Hernández");
  const tried = region(page, "What is tried");
  await expect(tried).toContainText("Nothing is being tried with Rosa Hernández.");
  await tried.getByRole("button", { name: "Try something" }).click();
  const dialog = page.getByRole("dialog", { name: "Try something with Rosa Hernández" });
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Write what would show that it worked, before it starts.");
  await dialog.getByRole("textbox", { name: "What you will do" }).fill("Fraction strips");
  await dialog.getByRole("combobox").selectOption({ label: "I can compare two fractions" });
  await dialog.getByRole("spinbutton", { name: "For how many weeks" }).fill("2");
  await dialog.getByRole("textbox", { name: "What would show that it worked" }).fill("Two right in a row");
  await axe(page);
  // Escape closes the dialog, and all of it is there again.
  await page.keyboard.press("Escape");
  await tried.getByRole("button", { name: "Try something" }).click();
  await expect(dialog.getByRole("textbox", { name: "What would show that it worked" })).toHaveValue("Two right in a row");
  await expect(dialog.getByRole("spinbutton", { name: "For how many weeks" })).toHaveValue("2");
  await expect(dialog.getByRole("combobox").locator("option:checked")).toHaveText("I can compare two fractions");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tried).toContainText("November 17 to November 30 · 3 times a week · I can compare two fractions");
  await expect(tried).toContainText("under way");

  const axis = region(page, "Evidence and what was tried, over time");
  await expect(axis.getByRole("img", { name: /1 thing that was tried/ })).toBeVisible();
  await tried.getByRole("button", { name: "How it ended: Fraction strips" }).click();
  const end = page.getByRole("dialog", { name: "How it ended: Fraction strips" });
  await end.getByRole("button", { name: "Save" }).click();
  await expect(end.getByRole("alert")).toHaveText("Choose how it ended.");
  await end.getByText("It worked", { exact: true }).click();
  await end.getByRole("textbox", { name: "What you saw" }).fill("Two right, without the strips");
  await page.keyboard.press("Escape");
  await tried.getByRole("button", { name: "How it ended: Fraction strips" }).click();
  await expect(end.getByRole("radio", { name: "It worked" })).toBeChecked();
  await end.getByRole("button", { name: "Save" }).click();
  await expect(tried).toContainText("worked, November 17");
  await axis.getByText("Show as table").click();
  await expect(axis.getByRole("row", { name: /Ended: Fraction strips \(worked\)/ })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tried).toContainText("under way");
});

test("the axis shows one skill or all, and says the same as a table", async ({ page, site }) => {
  await openStudent(page, site, "Hana Suzuki");
  const axis = region(page, "Evidence and what was tried, over time");
  const discs = axis.locator("circle");
  const all = await discs.count();
  expect(all).toBeGreaterThan(20);
  await axis.getByRole("combobox", { name: "Skill" }).selectOption({ label: "I can compare two fractions" });
  await expect.poll(() => discs.count()).toBeLessThan(all);
  const left = await discs.count();
  await axis.getByText("Show as table").click();
  const pieces = axis.getByRole("row").filter({ hasText: "I can compare two fractions:" });
  await expect(pieces).toHaveCount(left);
  await expect(axis.getByRole("row").filter({ hasText: "Began: Two minutes of number line" })).toHaveCount(1);
});

test("the page shows all that is known, and on paper nothing that only the teacher sees unless asked for", async ({
  page,
  site,
}) => {
  await openStudent(page, site, "Hana Suzuki");
  await expect(region(page, "How Hana Suzuki works best")).toContainText("Said by Hana Suzuki on");
  await expect(region(page, "Goals over weeks")).toContainText("Read a whole chapter book by myself");
  await expect(region(page, "Work")).toContainText("How I compare fractions");
  await expect(region(page, "Groups, choices, cards and what helps")).toContainText("Comparing fractions. In September");
  await page.emulateMedia({ media: "print" });
  await expect(region(page, "Strengths")).toBeVisible();
  const only = ["Notes", "Talks", "What is tried", "Evidence and what was tried, over time"];
  for (const title of only) await expect(region(page, title)).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.getByRole("checkbox", { name: "with notes, talks and what is tried" }).check();
  await page.emulateMedia({ media: "print" });
  for (const title of only) await expect(region(page, title)).toBeVisible();
});

test("the page of a student who left is one link from the name, without bringing the student back", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByRole("button", { name: "Hana Suzuki", exact: true }).click();
  await page.getByRole("button", { name: "Left the class" }).click();
  await enter(page, page.getByText("1 student left the class"));
  await enter(page, page.getByRole("button", { name: "Hana Suzuki", exact: true }));
  await axe(page);
  await enter(page, page.getByRole("link", { name: "Open the page of Hana Suzuki" }));
  await expect(heading(page, "Hana Suzuki")).toBeFocused();
  await expect(page.getByText("no longer in the class", { exact: true })).toBeVisible();
  await expect(region(page, "Work")).toContainText("How I compare fractions");
  await expect(page.getByRole("navigation", { name: "This student" }).getByRole("link")).toHaveText(["Class map"]);
});

test("the teacher's view stands beside the student's own", async ({ page, site }) => {
  await openStudent(page, site, "Amara Okafor");
  const profile = region(page, "How Amara Okafor works best");
  await expect(profile).toContainText("You have not said how you see it.");
  await enter(page, profile.getByRole("button", { name: "Say how I see it" }));
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(profile.getByRole("alert")).toHaveText("Choose or write at least one thing.");
  await tabTo(page, profile.getByRole("checkbox", { name: "quiet" }));
  await page.keyboard.press("Space");
  await axe(page);
  await enter(page, profile.getByRole("button", { name: "Save" }));
  await expect(profile).toContainText("Said by you on November 17");
  await expect(profile.getByRole("heading", { level: 2 })).toBeFocused();
});
