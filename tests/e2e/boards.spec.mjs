// A teacher offers ways to choose from, sees who chose what, and makes a group of it.
import { asStudent, axe, enter, expect, openDemo, tabTo, test } from "./support.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const openBoards = async (page, site) => {
  await page.goto(`${site.url}#/teacher/boards`);
  await expect(heading(page, "Choice boards")).toBeVisible();
};
const about = (page) => page.getByRole("textbox", { name: "What is it about?" });
const ways = (page) => page.getByRole("textbox", { name: "Ways to do it, one in each line" });
const rates = (page) => page.getByRole("textbox", { name: "How fast, one in each line" });
const inList = (page, title) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** From the list: a board that is open to students. Ends on the list. */
async function offer(page, title) {
  await page.getByRole("link", { name: "New choice board" }).first().click();
  await about(page).fill(title);
  await ways(page).fill("Draw it\n\n  Play the   game \nTeach a partner");
  await rates(page).fill("One lesson\nTwo lessons");
  await page.getByRole("button", { name: "Save and open to students" }).click();
  await expect(heading(page, "Choice boards")).toBeVisible();
  await expect(inList(page, title)).toContainText("0 of 24 chose");
}

test("a student chooses, the teacher sees who chose what and makes a group of it", async ({ page, site }) => {
  await openDemo(page, site);
  await openBoards(page, site);
  await offer(page, "Fractions this week");
  await axe(page);
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "My plan" }).click();
  const board = page.getByRole("group", { name: "Fractions this week" });
  await board.getByText("Play the game", { exact: true }).click();
  await board.getByText("Two lessons", { exact: true }).click();
  await expect(board).toContainText("Chosen on");

  await openBoards(page, site);
  await expect(inList(page, "Fractions this week")).toContainText("1 of 24 chose");
  await page.getByRole("link", { name: "Who chose what: Fractions this week" }).click();
  await expect(heading(page, "Fractions this week")).toBeVisible();
  const who = page.getByRole("region", { name: "Who chose what" });
  await expect(who.getByRole("heading", { level: 3 })).toHaveText([
    /^Draw it\s+0/,
    /^Play the game\s+1/,
    /^Teach a partner\s+0/,
    "23 have not chosen yet",
  ]);
  await expect(who.getByRole("listitem").filter({ hasText: /^Hana Suzuki/ })).toHaveText("Hana Suzuki Two lessons");
  await axe(page);

  // Words that somebody chose do not vanish from what they chose.
  await ways(page).fill("Draw it\nPlay the number game\nTeach a partner");
  await expect(page.getByText("1 student chose words that are not here any more.")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Fractions this week", exact: true }).click();
  await expect(who).toContainText("not on the board any more");

  await page.getByRole("button", { name: "Make a group: Play the game" }).click();
  await expect(heading(page, "Play the game")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Hana Suzuki/ })).toBeChecked();
  await expect(page.getByText("1 student is in it")).toBeVisible();
});

test("what was chosen is still read on both pages after the board is closed, without buttons", async ({ page, site }) => {
  await openDemo(page, site);
  await openBoards(page, site);
  await offer(page, "Fractions this week");
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "My plan" }).click();
  const plan = page.url();
  const board = page.getByRole("group", { name: "Fractions this week" });
  await board.getByText("Play the game", { exact: true }).click();
  await board.getByText("Two lessons", { exact: true }).click();
  await expect(board.getByRole("radio", { name: "Two lessons" })).toBeChecked();
  await openBoards(page, site);
  await page.getByRole("button", { name: "Close: Fractions this week" }).click();
  await expect(page.getByText("What was chosen stays.")).toBeVisible();

  await page.goto(plan);
  await expect(board).toContainText("Play the game · Two lessons");
  await expect(board).toContainText("Chosen on November 17. The board is closed, and your choice stays.");
  await expect(board.getByRole("radio")).toHaveCount(0);
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await expect(board.getByText("Play the game · Two lessons")).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.goto(`${site.url}#/teacher/student/${new URL(plan).hash.split("/")[2]}`);
  const around = page.getByRole("region", { name: "Groups, choices, cards and what helps" });
  await expect(around).toContainText("Fractions this week: Play the game · Two lessons board closed");

  // Who chose nothing sees nothing of it.
  await asStudent(page, "Kofi Mensah");
  await page.getByRole("link", { name: "My plan", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My plan" })).toBeVisible();
  await expect(board).toHaveCount(0);
});

test("closed, copied, opened again, and each step taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await openBoards(page, site);
  await offer(page, "Fractions this week");
  await page.getByRole("button", { name: "Close: Fractions this week" }).click();
  await expect(page.getByText("Closed: “Fractions this week”. What was chosen stays.")).toBeVisible();
  const closed = page.getByText(/^\d+ closed boards?$/);
  await expect(closed).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Close: Fractions this week" })).toBeVisible();

  await page.getByRole("button", { name: "Copy: Fractions this week" }).click();
  await expect(heading(page, "Copy of Fractions this week")).toBeVisible();
  await expect(page.getByText("Closed: students cannot choose.")).toBeVisible();
  await expect(ways(page)).toHaveValue("Draw it\nPlay the game\nTeach a partner");
  await axe(page);
  await page.getByRole("button", { name: "Open to students" }).click();
  await expect(page.getByText("Open: students can choose on My plan.")).toBeVisible();
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "My plan" }).click();
  await expect(page.getByRole("group", { name: "Copy of Fractions this week" })).toBeVisible();
});

test("what is wrong is said at the field, and what was typed is there after a reload", async ({ page, site }) => {
  await openDemo(page, site);
  await openBoards(page, site);
  await page.getByRole("link", { name: "New choice board" }).first().click();
  await ways(page).fill("read\nread");
  await page.getByRole("button", { name: "Save, open later" }).click();
  await expect(page.getByRole("alert")).toContainText("Say what the board is about.");
  await expect(page.getByRole("alert")).toContainText("This stands there twice: “read”.");
  await expect(about(page)).toBeFocused();
  await about(page).fill("Reading");
  await ways(page).fill(Array.from({ length: 10 }, (_, i) => `way ${i}`).join("\n"));
  await page.getByRole("button", { name: "Save, open later" }).click();
  await expect(page.getByRole("alert")).toContainText("There is room for 9 ways.");
  await expect(ways(page)).toBeFocused();
  await axe(page);
  await page.reload();
  await expect(page.getByText("What you typed is back.")).toBeVisible();
  await expect(about(page)).toHaveValue("Reading");
  await ways(page).fill("way 1\nway 2");
  await page.getByRole("button", { name: "Save, open later" }).click();
  await expect(page.getByText("Saved: “Reading”. It is closed until you open it.")).toBeVisible();
});

test("by keyboard alone, from an example", async ({ page, site }) => {
  await openDemo(page, site);
  await openBoards(page, site);
  await enter(page, page.getByRole("link", { name: "New choice board" }).first());
  await expect(heading(page, "New choice board")).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Start from an example" }));
  await expect(about(page)).toBeFocused();
  await expect(about(page)).toHaveValue("This week’s practice");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Choice boards")).toBeFocused();
  const close = page.getByRole("button", { name: "Close: This week’s practice" });
  await tabTo(page, close);
  await page.keyboard.press("Enter");
  await expect(close).toHaveCount(0);
  await expect(heading(page, "Choice boards")).toBeFocused();
});

test("on paper there is the board, or who chose what", async ({ page, site }) => {
  await page.addInitScript(() => (window.print = () => {}));
  await openDemo(page, site);
  await openBoards(page, site);
  await offer(page, "Fractions this week");
  await page.getByRole("link", { name: "Fractions this week", exact: true }).click();
  const sheet = page.locator(".result-sheet");
  const who = page.getByRole("region", { name: "Who chose what" });
  for (const [button, shown, hidden] of [
    ["Print who chose what", who, sheet],
    ["Print the board", sheet, who],
  ]) {
    await page.getByRole("button", { name: button }).click();
    await page.emulateMedia({ media: "print" });
    await expect(shown).toBeVisible();
    await expect(hidden).toBeHidden();
    await expect(page.getByRole("button", { name: button })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  }
});
