// 11:38, an exit ticket: the teacher opens it with two taps, students answer, and who needs what stands on the screen.
import {
  asStudent,
  axe,
  bar,
  enter,
  expect,
  expectTaps,
  handIn,
  handOver,
  level,
  namesIn,
  next,
  openDemo,
  step,
  stored,
  tabTo,
  taps,
  test,
  unsure,
} from "./support.mjs";

const skill = "I can compare two fractions";
const names = (page) => page.getByRole("button", { name: "Hide names" });
const choice = (page, text) => page.getByRole("radio", { name: text, exact: true });

/** From the teacher's Today to an open ticket. Ends on Live. */
async function openTicket(page) {
  await page.getByRole("link", { name: "Exit ticket", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Exit ticket" })).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: skill })).toBeVisible();
}

/** From all names to one student's ticket. */
async function toTicket(page, name) {
  await page.getByRole("link", { name }).click();
  await bar(page).click();
  await step(page, "1 of 3");
}

/** A whole ticket in the hands of the next student; ends on all names. */
async function answer(page, name, { before, now, reply }) {
  await toTicket(page, name);
  await level(page, "Before this lesson", before).click();
  await level(page, "Now", now).click();
  await choice(page, reply).click();
  await handIn(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).first().click();
  await expect(page.getByRole("link", { name: `${name} handed in` })).toBeVisible();
}

/** From all names back to the teacher's Live. */
async function toLive(page) {
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await page.getByRole("link", { name: skill, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: skill })).toBeVisible();
}

test("two taps open a ticket, with the names hidden", async ({ page, site }) => {
  await openDemo(page, site);
  const before = taps(page);
  await page.getByRole("link", { name: "Exit ticket", exact: true }).click();
  await expect(page.getByText("Which fraction is bigger?")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: skill })).toBeVisible();
  await expectTaps(page, 2, before);

  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expect(names(page)).toHaveAttribute("aria-pressed", "true");
  expect(await namesIn(page)).toEqual([]);
  await axe(page);
});

test("with the morning's level a ticket takes four taps", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await level(page, "How is it going?", "Getting there").click();
  await expect(page.getByText("Saved ✓")).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await openTicket(page);
  await asStudent(page, "Hana Suzuki");
  await axe(page);

  const before = taps(page);
  await bar(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Exit ticket" })).toBeFocused();
  await expect(page.getByRole("group", { name: "Before this lesson" })).toHaveCount(0);
  await axe(page);
  await level(page, "Now", "I’ve got it").click();
  await step(page, "2 of 3");
  await axe(page);
  await choice(page, "2/3").click();
  await step(page, "3 of 3");
  await axe(page);
  await handIn(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
  await expectTaps(page, 4, before);
  await axe(page);

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
});

test("a reload in the middle lands on the same question with every reply kept", async ({ page, site }) => {
  await openDemo(page, site);
  await openTicket(page);
  await handOver(page);
  await toTicket(page, "Leila Haddad");
  await level(page, "Before this lesson", "Just starting").click();
  await level(page, "Now", "I’ve got it").click();
  await choice(page, "3/5").click();
  await step(page, "3 of 3");
  await page.getByRole("textbox", { name: "One sentence" }).fill("الكسور صعبة <b>?</b>");
  await page.getByRole("button", { name: "Back" }).click();
  await step(page, "2 of 3");
  await expect.poll(async () => (await stored(page, "drafts")).map((text) => JSON.parse(text).step)).toEqual([1]);

  await page.reload();
  await step(page, "2 of 3");
  await expect(choice(page, "3/5")).toBeChecked();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(level(page, "Now", "I’ve got it")).toBeChecked();
  await expect(level(page, "Before this lesson", "Just starting")).toBeChecked();
  await next(page).click();
  await next(page).click();
  await expect(page.getByRole("textbox", { name: "One sentence" })).toHaveValue("الكسور صعبة <b>?</b>");
  await handIn(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
  await expect.poll(() => stored(page, "drafts"), "the draft is gone with the answer").toEqual([]);
});

test("by keyboard alone a student answers, and the arrows do not turn the page", async ({ page, site }) => {
  await openDemo(page, site);
  await openTicket(page);
  await handOver(page);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "Mateo García" }));
  await enter(page, bar(page));
  await expect(page.getByRole("heading", { level: 1, name: "Exit ticket" })).toBeFocused();

  await tabTo(page, level(page, "Before this lesson", "Just starting"));
  await page.keyboard.press("1");
  await tabTo(page, level(page, "Now", "Just starting"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(level(page, "Now", "I’ve got it")).toBeChecked();
  await step(page, "1 of 3");
  await enter(page, next(page));
  await step(page, "2 of 3");
  await tabTo(page, choice(page, "3/5"));
  await page.keyboard.press("ArrowDown");
  await expect(choice(page, "2/3")).toBeChecked();
  await step(page, "2 of 3");
  // Enter in a question goes on, as in any form.
  await page.keyboard.press("Enter");
  await step(page, "3 of 3");
  await tabTo(page, page.getByRole("textbox", { name: "One sentence" }));
  await page.keyboard.type("I drew both.");
  await enter(page, handIn(page));
  await expect(page.getByRole("heading", { level: 1, name: "Handed in" })).toBeVisible();
  await expectTaps(page, 0, before);
});

test("Live says who is in, how it moved, who is missing, and suggests groups with reasons", async ({ page, site }) => {
  await openDemo(page, site);
  await openTicket(page);
  await handOver(page);
  await answer(page, "Hana Suzuki", { before: "Getting there", now: "I’ve got it", reply: "2/3" });
  await answer(page, "Leila Haddad", { before: "I’ve got it", now: "I’ve got it", reply: "3/5" });
  // Kofi does not know yet, twice, and says so in two taps.
  await toTicket(page, "Kofi Mensah");
  await unsure(page).click();
  await step(page, "2 of 3");
  await unsure(page).click();
  await page.getByRole("textbox", { name: "One sentence" }).fill("I need a picture.");
  await handIn(page).click();
  await page.getByRole("link", { name: "Done, lock" }).first().click();
  await expect(page.getByText(`Open now: ${skill}`)).toBeVisible();
  await axe(page);

  await toLive(page);
  await expect(page.getByText("3 of 24 in")).toBeVisible();
  expect(await namesIn(page), "names are hidden while the ticket is open").toEqual([]);
  const levels = page.getByRole("table", { name: "Answers by level" });
  const count = (word) => levels.getByRole("row", { name: word }).getByRole("cell");
  await expect(count("I’ve got it")).toHaveText("2");
  await expect(count("Just starting")).toHaveText("0");
  await expect(count("I don’t know yet")).toHaveText("1");
  await expect(
    page.getByText("2 of 2 now say “I’ve got it” or higher, 1 before; 1 up, 1 same, 0 down."),
  ).toBeVisible();
  await axe(page);

  await names(page).click();
  const group = (name) => page.locator("details.group", { has: page.locator("summary", { hasText: name }) });
  for (const [name, reason] of [
    ["Reteach with me", "Kofi Mensah says “I don’t know yet”, answer not right"],
    ["Practise together", "Leila Haddad says “I’ve got it”, answer not right"],
    ["Extend", "Hana Suzuki says “I’ve got it”, answer right"],
  ]) {
    await group(name).locator("summary").click();
    await expect(group(name).getByRole("listitem")).toContainText(reason);
  }
  await expect(page.getByRole("article").filter({ hasText: "I need a picture." })).toContainText("Kofi Mensah");
  await axe(page);

  const missing = (name) => page.getByRole("listitem").filter({ hasText: name });
  await missing("Samir Aziz").getByRole("button", { name: "Mark absent" }).click();
  await expect(page.getByText("Away: Samir Aziz")).toBeVisible();
  await expect(page.getByText("3 of 23 in")).toBeVisible();

  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  await expect(missing("Amara Okafor")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
  expect(await namesIn(page), "names hide by themselves when it opens again").toEqual([]);

  await page.reload();
  await expect(page.getByText("3 of 23 in")).toBeVisible();
});

test("by keyboard alone the teacher opens a ticket, shows names, closes it and goes to the wall", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "Exit ticket", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: "Exit ticket" })).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Open", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: skill })).toBeFocused();
  await enter(page, names(page));
  await expect(names(page)).toHaveAttribute("aria-pressed", "false");
  await enter(page, page.getByRole("button", { name: "Close check" }));
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  await enter(page, page.getByRole("button", { name: "Open again" }));
  await expect(names(page)).toHaveAttribute("aria-pressed", "true");
  await enter(page, page.getByRole("link", { name: "Show on the wall" }));
  await expect(page.getByText("0 of 24 handed in")).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Back" }));
  await expect(page.getByText("0 of 24 in", { exact: true })).toBeVisible();
  await expectTaps(page, 0, before);
});

test("a check that is closed meanwhile says so, and takes nothing out of a student's hands", async ({ context, page, site }) => {
  await openDemo(page, site);
  await openTicket(page);
  const other = await context.newPage();
  await other.goto(`${site.url}#/student`);
  await toTicket(other, "Priya Raman");
  await level(other, "Before this lesson", "Just starting").click();
  await expect.poll(async () => (await stored(other, "drafts")).length).toBe(1);

  await page.getByRole("button", { name: "Close check" }).click();
  await expect(other.getByText("Your teacher has closed this.")).toBeVisible();
  await expect(level(other, "Before this lesson", "Just starting")).toBeChecked();
  await axe(other);
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(level(other, "Before this lesson", "Just starting")).toBeChecked();
});

test("the wall shows no name at all, and results only from five answers up", async ({ context, page, site }) => {
  await openDemo(page, site);
  await openTicket(page);
  await page.getByRole("link", { name: "Show on the wall" }).click();
  await expect(page.getByText("0 of 24 handed in")).toBeVisible();
  await axe(page);

  const reveal = page.getByRole("button", { name: "Reveal the results" });
  const students = await context.newPage();
  await students.goto(`${site.url}#/student`);
  const replies = { before: "Getting there", now: "I’ve got it", reply: "2/3" };
  for (const name of ["Amara Okafor", "Chloé Martin", "Finn O’Brien", "Isaac Cohen"])
    await answer(students, name, replies);
  await expect(page.getByText("4 of 24 handed in")).toBeVisible();
  await expect(page.getByText("Results can be shown from 5 answers up.")).toBeVisible();
  await expect(reveal).toHaveAttribute("aria-disabled", "true");
  await reveal.click({ force: true });
  await expect(page.getByRole("table")).toHaveCount(0);

  await answer(students, "Jasleen Kaur", replies);
  await expect(page.getByText("5 of 24 handed in")).toBeVisible();
  await expect(page.getByRole("table"), "nothing appears by itself").toHaveCount(0);
  await reveal.click();
  const levels = page.getByRole("table", { name: "Answers by level" });
  await expect(levels.getByRole("row", { name: "I’ve got it" }).getByRole("cell")).toHaveText("5");
  expect(await namesIn(page)).toEqual([]);
  await expect(page.locator("body")).not.toContainText("Student 1");
  await axe(page);
  await page.getByRole("button", { name: "Hide the results" }).click();
  await expect(page.getByRole("table")).toHaveCount(0);
});
