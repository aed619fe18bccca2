// A check that is still being written: what is typed is not lost, whatever comes between.
import { add, heading, keptTyping, open, question, skill, tickets, toChecks, toMend, toNew, writeOwn } from "./check_form.mjs";
import { asStudent, axe, expect, openDemo, stored, test } from "./support.mjs";

test("what is not complete is said in sentences that lead to the field, and nothing is lost", async ({ page, site }) => {
  await openDemo(page, site);
  await writeOwn(page);
  await open(page).click();
  await expect(toMend(page)).toContainText("Add a question first.");
  await axe(page);
  await add(page, "One choice").click();
  await question(page, 1).getByRole("textbox", { name: "Answer 1" }).fill("only one");
  await add(page, "Number").click();
  await question(page, 2).getByRole("textbox", { name: "Question" }).fill("n".repeat(301));
  await question(page, 2).getByRole("textbox", { name: "Right number" }).fill("many");
  for (const text of [
    "Question 1: write what is asked.",
    "Question 1: write at least 2 answers.",
    "Question 2: make it shorter; there is room for 300 letters.",
    "Question 2: the right number is no number. Write it like 12, 0.5 or 1/2.",
  ])
    await expect(toMend(page).getByRole("button", { name: text })).toBeVisible();
  await axe(page);
  await toMend(page).getByRole("button", { name: "the right number is no number" }).click();
  await expect(question(page, 2).getByRole("textbox", { name: "Right number" })).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0,5");
  await question(page, 2).getByRole("textbox", { name: "Question" }).fill("How much?");
  await expect(toMend(page)).not.toContainText("Question 2");

  // A question that was removed can be put back where it was.
  await page.getByRole("button", { name: "Remove: question 1" }).click();
  await expect(page.getByRole("button", { name: "Put back" })).toBeFocused();
  await expect(page.getByText("1 of 12")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(question(page, 1).getByRole("textbox", { name: "Answer 1" })).toHaveValue("only one");
  await page.getByRole("button", { name: "Remove: question 1" }).click();
  await open(page).click();
  await expect(heading(page, skill)).toBeVisible();
});

test("a draft survives a reload in the middle of a word, and leaving it", async ({ page, site }) => {
  await openDemo(page, site);
  await writeOwn(page);
  const drafts = async () => (await tickets(page)).filter((ticket) => ticket.draft).length;
  const first = await drafts();
  await add(page, "One choice").click();
  await page.keyboard.type("Which is mo");
  await keptTyping(page, "Which is mo");
  expect(await drafts(), "typing is no entry").toBe(first);

  await page.reload();
  const text = question(page, 1).getByRole("textbox", { name: "Question" });
  await expect(text).toHaveValue("Which is mo");
  await text.fill("Which is more?");
  await toChecks(page);
  await expect.poll(drafts, "leaving is one entry").toBe(first + 1);
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await axe(page);
  await page.getByRole("link", { name: `Go on writing: ${skill}` }).click();
  await expect(text).toHaveValue("Which is more?");

  // Deleted, and brought back.
  await page.getByRole("button", { name: "Delete draft" }).click();
  await expect(heading(page, "Checks")).toBeVisible();
  await expect(page.getByText(`Draft deleted: ${skill}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Drafts" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: `Go on writing: ${skill}` }).click();
  await expect(text).toHaveValue("Which is more?");
});

test("without names there is no version B, and a sentence says so before anything is lost", async ({ page, site }) => {
  await openDemo(page, site);
  await toNew(page);
  await page.getByText("More", { exact: true }).click();
  const write = page.getByRole("button", { name: "Write a version B" });
  await page.getByRole("checkbox", { name: "Without names" }).check();
  await expect(write).toBeHidden();
  await page.getByRole("checkbox", { name: "Without names" }).uncheck();
  await write.click();
  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Without names" }).check();
  const sentence = "Without names everybody is asked the same. Leave version B out.";
  await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  await open(page).click();
  await toMend(page).getByRole("button", { name: sentence }).click();
  await expect(page.getByRole("button", { name: "Leave version B out", exact: true })).toBeFocused();
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(toMend(page)).toHaveCount(0);
  await expect(write).toBeDisabled();
  await open(page).click();
  await expect(heading(page, skill)).toBeVisible();
  expect((await tickets(page)).at(-1)).toMatchObject({ anonymous: true });
});

test("what no check can hold stays as it was typed, over a reload and over leaving", async ({ page, site }) => {
  await openDemo(page, site);
  await writeOwn(page);
  await add(page, "One choice").click();
  await question(page, 1).getByRole("textbox", { name: "Question" }).fill("é🦊".repeat(2500));
  await question(page, 1).getByRole("textbox", { name: "Answer 1" }).fill("left over");
  await question(page, 1).getByRole("combobox", { name: "Kind" }).selectOption("Short text");
  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("textbox", { name: "Minutes it may take" }).fill("9999");
  const minutes = "Minutes are a whole number from 1 to 120, or empty.";
  await expect(page.getByText(minutes), "said at once").toBeVisible();
  await keptTyping(page, "9999");
  await page.reload();
  const stays = async () => {
    await expect(question(page, 1).getByRole("textbox", { name: "Question" })).toHaveValue("é🦊".repeat(2500));
    await expect(page.getByRole("textbox", { name: "Minutes it may take" })).toHaveValue("9999");
    await question(page, 1).getByRole("combobox", { name: "Kind" }).selectOption("One choice");
    await expect(question(page, 1).getByRole("textbox", { name: "Answer 1" })).toHaveValue("left over");
    await question(page, 1).getByRole("combobox", { name: "Kind" }).selectOption("Short text");
  };
  await stays();
  await toChecks(page);
  await page.getByRole("link", { name: `Go on writing: ${skill}` }).click();
  await stays();
  await open(page).click();
  await expect(toMend(page)).toContainText("Question 1: make it shorter; there is room for 300 letters.");
  await expect(toMend(page)).toContainText(minutes);
});

test("two tabs write the same draft, and both keep their words", async ({ context, page, site }) => {
  await openDemo(page, site);
  await writeOwn(page);
  await add(page, "Short text").click();
  await page.keyboard.type("The first tab?");
  await toChecks(page);
  const go = (tab) => tab.getByRole("link", { name: `Go on writing: ${skill}` }).first().click();
  await go(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const text = (tab) => question(tab, 1).getByRole("textbox", { name: "Question" });
  await expect(text(other)).toHaveValue("The first tab?");

  // What nobody types into follows the other tab.
  await text(page).fill("The first tab again?");
  await toChecks(page);
  await expect(text(other)).toHaveValue("The first tab again?");

  // Both type: the second one goes on in a draft of its own, and says so.
  await go(page);
  const first = page.url();
  await text(page).fill("Mine?");
  await keptTyping(page, "Mine?");
  await text(other).fill("And mine?");
  await expect(other.getByText("was also changed in another tab. What you typed here is a draft of its own.")).toBeVisible();
  await expect.poll(() => other.url()).not.toBe(first);
  await expect(text(other)).toHaveValue("And mine?");
  await page.reload();
  await expect(text(page)).toHaveValue("Mine?");
  await toChecks(page);
  await expect(page.getByRole("heading", { name: "Drafts 2" })).toBeVisible();
  await axe(page);

  // Opened in one tab while the other types into it.
  await page.goto(first);
  await expect(text(page)).toHaveValue("Mine?");
  await other.goto(first);
  await text(other).fill("Still typing?");
  await open(page).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expect(other.getByText("is a draft of its own.")).toBeVisible();
  await expect(text(other)).toHaveValue("Still typing?");
  const asked = (await tickets(page)).filter(({ draft }) => !draft).at(-1);
  expect(asked.questions).toEqual([{ text: { own: "Mine?" } }]);
});

test("a check that was opened is not changed any more, and an address of nothing says so", async ({ page, site }) => {
  await openDemo(page, site);
  await toNew(page);
  await open(page).click();
  await expect(heading(page, skill)).toBeVisible();
  const live = page.url();
  await page.goto(`${live}/edit`);
  await expect(heading(page, "This check was opened already")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(heading(page, "Change the questions")).toBeVisible();
  await page.goto(`${site.url}#/teacher/ticket/00000000000000ff/edit`);
  await expect(heading(page, "There is no such draft")).toBeVisible();
  await axe(page);
});

test("students see nothing of a draft", async ({ page, site }) => {
  await openDemo(page, site);
  await writeOwn(page);
  await asStudent(page, "Hana Suzuki");
  await expect(page.getByRole("link", { name: /Exit ticket/ })).toHaveCount(0);
});
