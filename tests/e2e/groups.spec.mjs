// A teacher makes groups: by ticking names, from the answers to a check, from a section. Cards are printed for the tables.
import { axe, enter, expect, expectTaps, openClass, openDemo, tabTo, taps, test } from "./support.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const card = (page, title) => page.getByRole("article", { name: title, exact: true });
const box = (page, name) => page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
const openGroups = async (page, site) => {
  await page.goto(`${site.url}#/teacher/groups`);
  await expect(heading(page, "Groups")).toBeVisible();
};

/** From the list: a new group with these students. Ends on the list. */
async function makeGroup(page, title, names) {
  await page.getByRole("link", { name: "New group" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill(title);
  for (const name of names) await box(page, name).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, title)).toBeVisible();
}

test("students are put in and out, and every step can be taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await page.getByRole("link", { name: "Students", exact: true }).click();
  await page.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(heading(page, "Groups")).toBeVisible();
  await makeGroup(page, "Number lines", ["Hana Suzuki", "Amara Okafor"]);
  const names = card(page, "Number lines").getByRole("listitem");
  await expect(names).toHaveText(["Amara Okafor", "Hana Suzuki"]);
  await expect(card(page, "Number lines")).toContainText("since November 17 · look again on December 1");
  await axe(page);

  await page.getByRole("link", { name: "Change: Number lines" }).click();
  await expect(heading(page, "Number lines")).toBeVisible();
  await page.getByRole("combobox", { name: "Skill" }).selectOption("I can compare two fractions");
  await expect(page.getByRole("checkbox", { name: /^Hana Suzuki (Just|Getting|I’ve|I can)/ })).toBeChecked();
  await page.getByRole("textbox", { name: "What we will do" }).fill("Strips first.\nThen the line.");
  await box(page, "Amara Okafor").uncheck();
  await box(page, "Isaac Cohen").check();
  await expect(page.getByText("2 students are in it")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(names).toHaveText(["Hana Suzuki", "Isaac Cohen"]);
  await expect(card(page, "Number lines")).toContainText("Then the line.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(names).toHaveText(["Amara Okafor", "Hana Suzuki"]);

  await page.getByRole("button", { name: "End: Number lines" }).click();
  await expect(card(page, "Number lines")).toHaveCount(0);
  await page.getByText("1 group has ended").click();
  await page.getByRole("button", { name: "Begin again: Number lines" }).click();
  await expect(names).toHaveText(["Amara Okafor", "Hana Suzuki"]);
});

test("a group stands on Today from the day on which it is to be looked at again", async ({ page, site }) => {
  await openDemo(page, site);
  const due = page.getByRole("region", { name: "Groups to look at again" });
  await expect(due).toHaveCount(0);
  await openGroups(page, site);
  await page.getByRole("link", { name: "New group" }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill("Number lines");
  await page.getByLabel("Look at it again on").fill("2026-11-17");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Number lines")).toContainText("Time to look again");
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await expect(due.getByRole("listitem")).toHaveText(["Number linessince November 17"]);
  await axe(page);
  await due.getByRole("link", { name: "Number lines" }).click();
  await expect(heading(page, "Number lines")).toBeVisible();
});

test("one tap makes a group of a check's group", async ({ page, site }) => {
  await openDemo(page, site);
  await openGroups(page, site);
  const offered = page.getByRole("region", { name: "From a check" }).getByRole("button").first();
  const [, count] = /: (\d+) students?$/.exec(await offered.innerText());
  const before = taps(page);
  await offered.click();
  await expect(page.getByText(/^\d+ students? (is|are) in it$/)).toHaveText(new RegExp(`^${count} `));
  await expectTaps(page, 1, before);
  await expect(page.getByText(/^Made the group “/)).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(Number(count));
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Undo" }).click();
  await openGroups(page, site);
  await expect(card(page, title)).toHaveCount(0);
});

test("what is missing is said, and what was typed is there after a reload", async ({ page, site }) => {
  await openDemo(page, site);
  await openGroups(page, site);
  await page.getByRole("link", { name: "New group" }).first().click();
  await page.getByLabel("From").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Give the group a name.");
  await expect(page.getByRole("alert")).toContainText("Give the day on which the group begins.");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await axe(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Half a plan");
  await box(page, "Wei Zhang").check();
  await page.getByLabel("From").fill("2026-11-18");
  await page.getByLabel("Look at it again on").fill("2026-11-17");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("before the group begins");

  await page.reload();
  await expect(page.getByText("What you typed is back.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Half a plan");
  await expect(box(page, "Wei Zhang")).toBeChecked();
  await page.getByLabel("Look at it again on").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Half a plan")).toContainText("from November 18");
});

test("by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await openGroups(page, site);
  await enter(page, page.getByRole("link", { name: "New group" }).first());
  await expect(heading(page, "New group")).toBeFocused();
  for (const name of ["Hana Suzuki", "Kofi Mensah"]) {
    await tabTo(page, box(page, name));
    await page.keyboard.press("Space");
    await expect(box(page, name)).toBeChecked();
  }
  await tabTo(page, page.getByRole("textbox", { name: "Name" }));
  await page.keyboard.type("Word problems");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Groups")).toBeFocused();
  await expect(card(page, "Word problems").getByRole("listitem")).toHaveText(["Hana Suzuki", "Kofi Mensah"]);
  await enter(page, page.getByRole("button", { name: "End: Word problems" }));
  await expect(card(page, "Word problems")).toHaveCount(0);
  await expect(heading(page, "Groups")).toBeFocused();
});

test("the cards go on paper without what only the screen needs", async ({ page, site }) => {
  await openDemo(page, site);
  await openGroups(page, site);
  await makeGroup(page, "Number lines", ["Hana Suzuki"]);
  await page.emulateMedia({ media: "print" });
  await expect(card(page, "Number lines").getByRole("listitem")).toHaveText(["Hana Suzuki"]);
  for (const hidden of [
    page.getByRole("button", { name: "Print the cards" }),
    page.getByRole("region", { name: "From a check" }),
    page.getByRole("link", { name: "Change: Number lines" }),
  ]) {
    await expect(hidden).toBeHidden();
  }
});

test("sections are typed once and used by the class map and by groups", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByText("Sections", { exact: true }).click();
  const section = (name) => page.getByRole("combobox", { name: `Section of ${name}` });
  for (const name of ["Amara Okafor", "Wei Zhang"]) {
    await section(name).fill("  Period   1 ");
    await section(name).press("Tab");
    await expect(page.getByText(`${name}: Period 1`)).toBeVisible();
  }
  await section("Hana Suzuki").fill("Period 2");
  await section("Hana Suzuki").press("Enter");
  await expect(page.getByText("Hana Suzuki: Period 2")).toBeVisible();
  await expect(section("Wei Zhang")).toHaveValue("Period 1");
  await axe(page);

  await page.getByRole("link", { name: "Skills", exact: true }).click();
  await page.getByRole("combobox", { name: "Section" }).selectOption("Period 1");
  const rows = page.getByRole("table").locator("tbody").getByRole("rowheader");
  await expect(rows).toHaveText(["Amara Okafor", "Wei Zhang"]);
  await axe(page);
  await page.getByRole("combobox", { name: "Section" }).selectOption("All sections");
  await expect(rows).toHaveCount(24);

  await openGroups(page, site);
  await page.getByRole("link", { name: "New group" }).first().click();
  await page.getByRole("button", { name: "Put everybody of Period 1 in" }).click();
  await expect(page.getByText("2 students are in it")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Wei Zhang Period 1" })).toBeChecked();
});
