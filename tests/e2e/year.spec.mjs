// A year of classes: two of them, the change of year, a student who leaves and comes back, one who is erased.
import {
  axe, bringIn, enter, entries, expect, expectTaps, handOver, makeBackup, makeClass, openBackup, openClass, openDemo, stored,
  tabTo, taps, test,
} from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const openTitle = (page) => page.getByRole("banner").locator(".class-title");
const names = (page) => page.locator('main ul.names button[id^="student-"]');

test("from one class to another in two taps, from any screen", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  await page.goto(`${site.url}#/teacher/skills`);
  await expect(title(page)).toBeVisible();
  const before = taps(page);
  await openTitle(page).click();
  await axe(page);
  await button(page, "Open Demo class 5B").click();
  await expectTaps(page, 2, before);
  await expect(openTitle(page)).toHaveText("Demo class 5B");
  await expect(title(page)).toHaveText("Today");

  // The same with a keyboard: Escape closes it, and the focus is never lost.
  const names = page.locator(".class-switch > summary");
  await enter(page, names);
  await tabTo(page, button(page, "Open 6A"));
  await page.keyboard.press("Escape");
  await expect(names).toBeFocused();
  await expect(button(page, "Open 6A")).toBeHidden();
  await page.keyboard.press("Enter");
  await enter(page, button(page, "Open 6A"));
  await expect(openTitle(page)).toHaveText("6A");
  await expect(title(page)).toBeFocused();
});

test("a class goes into the archive and comes out again, never by itself", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  await openClass(page);
  await button(page, "Put this class into the archive").click();
  await expect(page.getByText("This class is in the archive.")).toBeVisible();
  await axe(page);
  await button(page, "Undo").click();
  await expect(page.getByText("This class is in the archive.")).toHaveCount(0);
  await button(page, "Put this class into the archive").click();
  await expect(page.getByText("This class is in the archive.")).toBeVisible();
  await button(page, "Open Demo class 5B").click();
  await expect(openTitle(page)).toHaveText("Demo class 5B");
  await expect(page.locator(".class-switch"), "the switch leads to classes in use only").toHaveCount(0);

  await page.getByText("Archive: 1 class").click();
  await axe(page);
  await button(page, "Open 6A").click();
  await expect(names(page)).toHaveText(["Ana", "Ben"]);
  await page.reload();
  await expect(openTitle(page), "a class that is read stays open").toHaveText("6A");
  await handOver(page);
  await expect(page.getByText("This class is in the archive.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ana" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await openClass(page);
  await page.getByRole("banner").getByRole("button", { name: "Take it out of the archive" }).click();
  await expect(page.getByText("“6A” is out of the archive")).toBeVisible();
  await expect(page.getByText("This class is in the archive.")).toHaveCount(0);
  await button(page, "Open Demo class 5B").click();
  await expect(button(page, "Open 6A")).toHaveCount(1);
});

test("what is taken back after the class was left is still right in the list", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana"]);
  await openClass(page);
  await page.getByRole("textbox", { name: "Name of the class" }).fill("6A blue");
  await page.locator("form").filter({ hasText: "Name of the class" }).getByRole("button", { name: "Save" }).click();
  await expect(openTitle(page)).toHaveText("6A blue");
  await button(page, "Undo").click();
  await expect(openTitle(page)).toHaveText("6A");
  await expect.poll(async () => (await stored(page, "classes")).join("")).not.toContain("6A blue");
  await button(page, "Open Demo class 5B").click();
  await expect(button(page, "Open 6A")).toHaveCount(1);
});

test("terms are set and removed", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  const terms = page.locator("section").filter({ has: page.getByRole("heading", { name: "Terms" }) });
  const day = terms.getByLabel("First day of a term");
  await terms.getByRole("button", { name: "Add this day" }).click();
  await expect(terms.getByRole("alert")).toHaveText("Choose a day first.");
  for (const first of ["2027-02-01", "2026-09-01"]) {
    await day.fill(first);
    await terms.getByRole("button", { name: "Add this day" }).click();
    await expect(day).toHaveValue("");
  }
  await expect(terms.getByRole("listitem")).toHaveText([/September 1, 2026.*this term/, /February 1, 2027/]);
  await day.fill("2026-09-01");
  await terms.getByRole("button", { name: "Add this day" }).click();
  await expect(terms.getByRole("alert")).toHaveText("A term begins on that day already.");
  await axe(page);
  await terms.getByRole("button", { name: /Remove ?: September 1, 2026/ }).click();
  await expect(terms.getByRole("listitem")).toHaveText([/February 1, 2027/]);
  await expect(day, "the focus is not lost").toBeFocused();
  await button(page, "Undo").click();
  await expect(terms.getByRole("listitem")).toHaveCount(2);
});

test("a student whose name is there already comes after one of the two names is changed", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "5A", ["Ana", "Ben"]);
  await makeClass(page, site, "6A", ["ana", "Dina"]);
  await openClass(page);
  await page.getByText("A student from another class").click();
  await page.getByRole("combobox", { name: "From which class?" }).selectOption({ label: "5A" });
  const before = (await entries(page)).length;
  await enter(page, button(page, "Ana"));
  const problem = page.getByRole("alert").filter({ hasText: "There is or was another “Ana” in this class" });
  await expect(problem).toBeVisible();
  await axe(page);
  await expect(names(page)).toHaveText(["ana", "Dina"]);
  expect(await entries(page), "nothing is written").toHaveLength(before);

  await button(page, "ana").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ana B.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(names(page)).toHaveText(["Ana B.", "Dina"]);
  await enter(page, button(page, "Ana"));
  await expect(page.getByText("Ana is in the class now")).toBeVisible();
  await expect(problem).toHaveCount(0);
  await expect(names(page)).toHaveText(["Ana", "Ana B.", "Dina"]);
});

/**
 * From the demo class: two classes, the change of year, one who comes back, one who is erased: with a way of pressing
 * things, and of pressing the field for a file where that is another one.
 */
async function year(page, site, folder, press, pressFile) {
  const link = (name) => page.getByRole("main").getByRole("link", { name, exact: true });
  await makeClass(page, site, "5A", ["Ana", "Ben", "Zoë"], press);
  const backup = await makeBackup(page, folder, press);

  // June: the change of year. Ben leaves, Dina is new.
  await press(link("Begin a new school year"));
  await expect(title(page)).toHaveText("New school year");
  await page.getByRole("textbox", { name: "Name of the new class" }).fill("");
  await press(button(page, "Begin the new year"));
  await expect(page.getByRole("alert").filter({ hasText: "Give the new class a name." })).toBeVisible();
  await page.getByRole("textbox", { name: "Name of the new class" }).fill("6A");
  const ben = page.getByRole("checkbox", { name: "Ben" });
  await ben.focus();
  await page.keyboard.press("Space");
  await expect(ben).not.toBeChecked();
  await expect(page.getByText("2 students come along")).toBeVisible();
  await page.getByRole("textbox", { name: "New students, one name per line" }).fill("Dina");
  const away = page.getByRole("checkbox", { name: "Put “5A” into the archive" });
  await away.focus();
  await page.keyboard.press("Space");
  await axe(page);
  await press(button(page, "Begin the new year"));
  await expect(openTitle(page)).toHaveText("6A");
  await expect(page.getByText("“6A” has begun")).toBeVisible();
  await openClass(page, press);
  await expect(names(page)).toHaveText(["Ana", "Dina", "Zoë"]);
  await expect(page.getByText("It goes on from “5A”.")).toBeVisible();
  await expect(page.getByText("1 skill, 1 in focus."), "what was made came along").toBeVisible();

  // The old class is as it was.
  await press(page.getByText("Archive: 1 class"));
  await press(button(page, "Open 5A"));
  await expect(names(page)).toHaveText(["Ana", "Ben", "Zoë"]);
  await expect(page.getByText("This class is in the archive.")).toBeVisible();
  await press(button(page, "Open 6A").last());
  await expect(names(page)).toHaveText(["Ana", "Dina", "Zoë"]);

  // October: Ben comes back.
  await press(page.getByText("A student from another class"));
  const which = page.getByRole("combobox", { name: "From which class?" });
  await which.selectOption({ label: "5A" });
  await axe(page);
  await press(button(page, "Ben"));
  await expect(page.getByText("Ben is in the class now")).toBeVisible();
  await expect(names(page)).toHaveText(["Ana", "Ben", "Dina", "Zoë"]);
  await expect(page.getByText("Everybody of that class is or was in this one.")).toBeVisible();
  await expect(which, "the focus is not lost").toBeFocused();
  const roster = (await entries(page)).filter((entry) => entry.kind === "student" && entry.body.name === "Ben");
  expect(new Set(roster.map((entry) => entry.body.id)).size, "it is the same student").toBe(1);
  expect(new Set(roster.map((entry) => entry.class)).size, "in two classes").toBe(2);

  // A group that is still being put together names her.
  const zoe = (await entries(page)).find((entry) => entry.kind === "student" && entry.body.name === "Zoë").body.id;
  await page.goto(`${site.url}#/teacher/groups`);
  await press(page.getByRole("link", { name: "New group" }).first());
  await page.getByRole("textbox", { name: "Name" }).fill("Readers");
  const inIt = page.getByRole("checkbox", { name: /^Zoë/ });
  await inIt.focus();
  await page.keyboard.press("Space");
  await expect.poll(async () => (await stored(page, "drafts")).join("")).toContain(zoe);

  // February: Zoë's family asks that everything goes. The name is typed in small letters, and each sign by itself.
  await openClass(page, press);
  await press(button(page, "Zoë"));
  await press(page.getByRole("link", { name: "Erase for good…" }));
  await expect(title(page)).toHaveText("Erase a student for good");
  await expect(page.getByText("This is about Zoë.")).toBeVisible();
  await expect(page.getByText("From all classes on this device: 5A and 6A.")).toBeVisible();
  await axe(page);
  await page.getByRole("textbox", { name: "Who asked for it?" }).fill("the family");
  await expect(button(page, "Erase for good")).toBeDisabled();
  await page.getByRole("textbox", { name: /type the name/ }).fill(" zoe\u0308 ");
  await press(button(page, "Erase for good"));
  await expect(title(page)).toHaveText("Record of an erasure");
  await expect(title(page)).toBeFocused();
  const record = page.getByRole("main");
  await expect(record).toContainText("the family");
  await expect(record).toContainText("5A and 6A");
  await expect(page.locator("body"), "the record names nobody").not.toContainText("Zoë");
  expect(await page.title(), "nor does what printers put above it").not.toContain("Zoë");
  await axe(page);
  expect((await stored(page, "pages")).join("")).not.toContain("Zoë");
  expect((await stored(page, "drafts")).join("")).not.toContain(zoe);
  await press(link("Go to the class"));
  await expect(names(page)).toHaveText(["Ana", "Ben", "Dina"]);

  // A backup of before does not bring her back, and one made now holds nothing of her.
  await openBackup(page, backup, pressFile);
  await expect(openTitle(page)).toHaveText("5A");
  await expect(names(page)).toHaveText(["Ana", "Ben"]);
  expect((await stored(page, "pages")).join("")).not.toContain("Zoë");
}

test("an erasure that the backup of one class brings reaches every class of the device", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "5A", ["Ana", "Zoë"]);
  await openClass(page);
  await page.getByRole("link", { name: "Begin a new school year" }).click();
  await page.getByRole("textbox", { name: "Name of the new class" }).fill("6A");
  await button(page, "Begin the new year").click();
  await expect(openTitle(page)).toHaveText("6A");
  const holding = (await entries(page)).filter((entry) => entry.kind === "student" && entry.body.name === "Zoë");
  expect(new Set(holding.map((entry) => entry.class)).size, "she is in two classes").toBe(2);
  await bringIn(page, ({ student }) => [{ kind: "erasure", body: { student: student("Zoë") } }]);
  await expect.poll(async () => (await stored(page, "pages")).join("")).not.toContain("Zoë");
});

test("a year by mouse", async ({ page, site }, folder) => {
  await openDemo(page, site);
  await year(page, site, folder, (control) => control.click());
});

test("a year by keyboard", async ({ page, site }, folder) => {
  await openDemo(page, site);
  const before = taps(page);
  const press = (control) => enter(page, control);
  await year(page, site, folder, press, press);
  await expectTaps(page, 0, before);
});

test("before somebody is erased it says what goes; going back erases nothing", async ({ page, site }) => {
  await openDemo(page, site);
  const before = (await entries(page)).length;
  await openClass(page);
  await button(page, "Hana Suzuki").click();
  await page.getByRole("link", { name: "Erase for good…" }).click();
  for (const part of ["Goals, and where they said they are", "Answers to checks", "Evidence, levels, feedback"]) {
    await expect(page.getByRole("row").filter({ hasText: part })).toBeVisible();
  }
  await expect(page.getByText("This device knows of no backup file of this class.")).toBeVisible();
  await page.getByRole("textbox", { name: /type the name/ }).fill("Hana");
  await expect(button(page, "Erase for good")).toBeDisabled();
  await page.getByRole("link", { name: "Back without erasing" }).click();
  await expect(title(page)).toHaveText("Class");
  expect(await entries(page)).toHaveLength(before);
  await page.goto(`${site.url}#/teacher/erase/00000000000000ff`);
  await expect(title(page)).toHaveText("There is nobody here to erase");
  await axe(page);
});

test("another class opens only after the screen of this one has kept what was typed", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("radio", { name: "My own questions" }).check();
  await page.getByRole("button", { name: "Write the questions" }).click();
  await page.getByRole("button", { name: "One choice" }).click();
  await page.keyboard.type("Which is more?");
  await openTitle(page).click();
  await button(page, "Open Demo class 5B").click();
  await expect(openTitle(page)).toHaveText("Demo class 5B");
  await expect(title(page)).toHaveText("Today");
  await page.goto(`${site.url}#/teacher/checks`);
  await expect(title(page)).toHaveText("Checks");
  await expect(page.getByRole("link", { name: /^Go on writing/ })).toHaveCount(0);
  await openTitle(page).click();
  await button(page, "Open 6A").click();
  await expect(openTitle(page)).toHaveText("6A");
  await page.goto(`${site.url}#/teacher/checks`);
  await page.getByRole("link", { name: /^Go on writing/ }).click();
  await expect(page.getByRole("textbox", { name: "Question" })).toHaveValue("Which is more?");
});

test("a class that was removed in another tab takes nothing in any more", async ({ page, site, context }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  const other = await context.newPage();
  await other.goto(`${site.url}#/teacher`);
  await expect(openTitle(other)).toHaveText("6A");
  await openClass(page);
  await button(page, "Remove this class…").click();
  await button(page, "Remove from this device").click();
  await expect(openTitle(page)).toHaveText("Demo class 5B");
  await expect(openTitle(other), "the other tab leaves it as well").toHaveText("Demo class 5B");
});
