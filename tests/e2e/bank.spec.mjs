// The question bank: a teacher finds a question, reads what its answers say, writes and changes questions.
import { keptTyping, open, question, skill, tickets, toBank } from "./check_form.mjs";
import { axe, enter, expect, expectTaps, openDemo, stored, tabTo, tapTwice, taps, test } from "./support.mjs";

/** A question of the bank, and the editor of one. */
const banked = (page, text) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: text, exact: true }) });
const editor = (page) => page.getByRole("dialog");
const field = (page, name) => editor(page).getByRole("textbox", { name });
const save = (page) => editor(page).getByRole("button", { name: "Save" });

test("the bank says what the answers say about a question, and asks it again", async ({ page, site }) => {
  await openDemo(page, site);
  await toBank(page);
  await axe(page);
  const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Which fraction is bigger?" }) });
  await expect(item).toContainText(/Asked \d+ times?, last on .* · 24 students answered/);
  await expect(item).toContainText(/\d+% right \(\d+ of 24 answers\)/);
  await item.getByText("What the figures say").click();
  await expect(item.getByRole("table", { name: "How the answers were chosen" })).toContainText("2/3");
  await expect(item).toContainText("How well it tells students apart is shown from 20 answers on");
  await page.getByText("How well the questions of a skill hold together").click();
  await expect(page.getByText("KR-20 is shown from 30 students and 5 questions on").first()).toBeVisible();
  await axe(page);

  await item.getByRole("button", { name: "Edit: Which fraction is bigger?" }).click();
  await page.getByRole("textbox", { name: "Tags, with commas" }).fill("fractions, warm-up");
  await axe(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(item).toContainText("warm-up");
  await page.getByRole("combobox", { name: "Tag" }).selectOption("warm-up");
  await expect(page.getByText("1 question", { exact: true })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a question" }).fill("zebra");
  await expect(page.getByText("No question fits what you chose to see.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();

  await item.getByRole("button", { name: "Put away" }).click();
  await expect(item).toHaveCount(0);
  await page.getByText("1 question put away").click();
  await page.getByRole("button", { name: "Bring back: Which fraction is bigger?" }).click();
  await item.getByRole("button", { name: "Ask again: Which fraction is bigger?" }).click();
  await expect(question(page, 1).getByRole("textbox", { name: "Question" })).toHaveValue("Which fraction is bigger?");
  await open(page).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  const [ticket] = (await tickets(page)).slice(-1);
  expect(ticket.template).toBe("one_question");
});

test("a question is written in the bank, changed there, put away and asked", async ({ page, site }) => {
  await openDemo(page, site);
  await toBank(page);
  await page.getByRole("button", { name: "New question" }).click();
  await save(page).click();
  await expect(editor(page).getByRole("alert")).toContainText("write what is asked.");
  await expect(editor(page).getByRole("alert")).toContainText("write at least 2 answers.");
  await expect(field(page, "Question")).toBeFocused();
  await axe(page);
  await page.keyboard.type("Which is a half?");
  await field(page, "Answer 1").fill("2/4");
  await field(page, "Answer 2").fill("2/3");
  await editor(page).getByRole("radio", { name: "Answer 1 is right" }).check();
  await editor(page).getByRole("combobox", { name: "Skill" }).selectOption({ label: skill });
  await field(page, "Tags").fill("x".repeat(31));
  await save(page).click();
  await expect(editor(page).getByRole("alert")).toContainText("make the longest tag shorter; there is room for 30 letters.");
  await expect(field(page, "Tags")).toBeFocused();
  await field(page, "Tags").fill("warm-up, halves");

  // Neither Escape nor a reload loses it.
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeHidden();
  await keptTyping(page, "warm-up, halves");
  await page.reload();
  await page.getByRole("button", { name: "New question" }).click();
  await expect(field(page, "Question")).toHaveValue("Which is a half?");
  await expect(editor(page).getByRole("radio", { name: "Answer 1 is right" })).toBeChecked();
  // A second tap writes nothing: one step back takes all of it away.
  await tapTwice(save(page));
  await expect(page.getByText("Written into the bank: Which is a half?")).toBeVisible();
  await expect(editor(page)).toBeHidden();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  const item = banked(page, "Which is a half?");
  await expect(page.getByRole("heading", { level: 3 }).first(), "it stands at the top").toHaveText("Which is a half?");
  await expect(item).toContainText("halves");
  await expect(item).toContainText("Not asked yet");

  // Taken back and brought back, as everything.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item).toHaveCount(0);

  // Changing another question takes nothing from the one that is begun.
  await page.getByRole("button", { name: "New question" }).click();
  await field(page, "Question").fill("Which is a third?");
  await page.keyboard.press("Escape");
  await keptTyping(page, "Which is a third?");
  await page.getByRole("button", { name: /^Edit/ }).first().click();
  await editor(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "New question" }).click();
  await expect(field(page, "Question")).toHaveValue("Which is a third?");
  await editor(page).getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);

  await page.getByRole("button", { name: "New question" }).click();
  await expect(field(page, "Question"), "what was saved is no draft any more").toHaveValue("");
  await field(page, "Question").fill("Which is less than a half?");
  await editor(page).getByRole("combobox", { name: "Kind" }).selectOption("Number");
  await field(page, "Right number").fill("0.125");
  await save(page).click();
  const less = banked(page, "Which is less than a half?");
  await less.getByRole("button", { name: "Edit" }).click();
  await expect(field(page, "Right number")).toHaveValue("0.125");
  await field(page, "Question").fill("What is an eighth?");
  await save(page).click();
  await expect(page.getByText("Changed in the bank: What is an eighth?")).toBeVisible();
  await expect(less, "nobody was asked in the old words").toHaveCount(0);

  // The same question is not written twice.
  await page.getByRole("button", { name: "New question" }).click();
  await field(page, "Question").fill("What is an eighth?");
  await editor(page).getByRole("combobox", { name: "Kind" }).selectOption("Number");
  await field(page, "Right number").fill("0.125");
  await save(page).click();
  await expect(editor(page).getByRole("alert")).toContainText("the bank has this question already.");
  await editor(page).getByRole("button", { name: "Cancel" }).click();

  const eighth = banked(page, "What is an eighth?");
  await eighth.getByRole("button", { name: "Put away" }).click();
  await expect(eighth).toHaveCount(0);
  await page.getByText("1 question put away").click();
  await page.getByRole("button", { name: "Bring back: What is an eighth?" }).click();
  await eighth.getByRole("button", { name: "Ask: What is an eighth?" }).click();
  await expect(question(page, 1).getByRole("textbox", { name: "Question" })).toHaveValue("What is an eighth?");
});

test("a question that was asked keeps its answers when it is reworded", async ({ page, site }) => {
  await openDemo(page, site);
  await toBank(page);
  const asked = banked(page, "Which fraction is bigger?");
  await asked.getByRole("button", { name: "Edit" }).click();
  await expect(editor(page).getByText("With other words it is a new question.")).toHaveCount(0);
  await field(page, "Question").fill("Which of the two is bigger?");
  await expect(editor(page).getByText("With other words it is a new question.")).toBeVisible();
  await axe(page);
  await save(page).click();
  await expect(banked(page, "Which of the two is bigger?")).toContainText("Not asked yet");
  await expect(asked).toContainText("24 students answered");
});

test("by keyboard alone on a phone a question comes into the bank", async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/questions`);
  const before = taps(page);
  await enter(page, page.getByRole("button", { name: "New question" }));
  await expect(editor(page).getByRole("combobox", { name: "Kind" })).toBeFocused();
  await page.keyboard.type("Scale");
  await expect(editor(page).getByRole("combobox", { name: "Scale" })).toBeVisible();
  await tabTo(page, field(page, "Question"));
  await page.keyboard.type("I asked for help.");
  await tabTo(page, editor(page).getByRole("combobox", { name: "Scale" }));
  await page.keyboard.type("Never");
  const wide = await editor(page).evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
  expect(wide, "nothing is cut off at the side").toBe(false);
  await axe(page);
  await enter(page, save(page));
  await expect(banked(page, "I asked for help.")).toBeVisible();
  await expect(page.getByRole("button", { name: "New question" })).toBeFocused();
  await expectTaps(page, 0, before);
});
