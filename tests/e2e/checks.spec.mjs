// A teacher writes checks, looks back on them, and asks again what was worth asking.
import { add, heading, keptTyping, open, question, sees, skill, template, tickets, toChecks, toMend, toNew, writeOwn } from "./check_form.mjs";
import { axe, enter, expect, expectTaps, openDemo, tabTo, tapTwice, taps, test } from "./support.mjs";

test("each template shows what students will see, and one question can be one of the bank", async ({ page, site }) => {
  await openDemo(page, site);
  await toNew(page);
  await expect(template(page, "Got it\\?")).toBeChecked();
  await expect(page.getByText("Which fraction is bigger?")).toBeVisible();
  const seen = page.getByRole("region", { name: "What students see" });
  for (const [name, text] of [
    ["3-2-1", "Two things I found interesting"],
    ["Muddiest point", "What is still the least clear to you?"],
    ["Pre/post confidence", "How sure are you that you can do this on your own?"],
    ["One question", "Which fraction is bigger?"],
    ["My own questions", "Nothing is asked yet."],
  ]) {
    await template(page, name).check();
    await expect(seen).toContainText(text);
  }
  await axe(page);
  await template(page, "Pre/post confidence").check();
  await page.getByText("More", { exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "Before and after the teaching" })).toBeChecked();
  await expect(page.getByText("nothing is shown under 5 answers")).toBeVisible();
  await axe(page);
  await open(page).click();
  await expect(heading(page, skill)).toBeVisible();
  const [before] = (await tickets(page)).slice(-1);
  expect(before.survey.moment).toBe("before");
  expect(before.questions[0]).toEqual({ level: "before" });
  expect(before.code).toMatch(/^[0-9A-Z]{4}$/);
});

test("a new check can be set up: title, minutes, without names", async ({ page, site }) => {
  await openDemo(page, site);
  await toNew(page);
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("x".repeat(81));
  await page.getByRole("textbox", { name: "Minutes it may take" }).fill("soon");
  await open(page).click();
  await expect(page.getByText("The title has room for 80 letters.")).toBeVisible();
  await expect(page.getByText("Minutes are a whole number from 1 to 120, or empty.")).toBeVisible();
  await axe(page);
  await page.getByRole("textbox", { name: "Title" }).fill("Halves");
  await page.getByRole("textbox", { name: "Minutes it may take" }).fill("4");
  await page.getByRole("checkbox", { name: "Without names" }).check();
  await open(page).click();
  await expect(heading(page, "Halves")).toBeVisible();
  const [ticket] = (await tickets(page)).slice(-1);
  expect(ticket).toMatchObject({ title: "Halves", minutes: 4, anonymous: true, template: "got_it" });
});

test("by keyboard alone a teacher writes a check with every kind of question and opens it", async ({ page, site }) => {
  // Hundreds of keys.
  test.slow();
  await openDemo(page, site);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "Exit ticket", exact: true }));
  await tabTo(page, template(page, "Got it\\?"));
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowDown");
  await enter(page, page.getByRole("button", { name: "Write the questions" }));
  await expect(heading(page, "Change the questions")).toBeFocused();

  const text = (n) => question(page, n).getByRole("textbox", { name: "Question" });
  await enter(page, add(page, "One choice"));
  await expect(text(1)).toBeFocused();
  await page.keyboard.type("Which is more?");
  await tabTo(page, question(page, 1).getByRole("textbox", { name: "Answer 1" }));
  // Enter goes to the next answer, and makes one behind the last.
  await page.keyboard.type("a half");
  await page.keyboard.press("Enter");
  await page.keyboard.type("a third");
  await page.keyboard.press("Enter");
  await expect(question(page, 1).getByRole("textbox", { name: "Answer 3" })).toBeFocused();
  await page.keyboard.type("a tenth");
  await page.keyboard.press("Shift+Tab");
  await expect(question(page, 1).getByRole("button", { name: "Remove answer 2" })).toBeFocused();
  const key = question(page, 1).getByRole("radio", { name: "No right answer" });
  await tabTo(page, key);
  await page.keyboard.press("ArrowDown");
  await expect(question(page, 1).getByRole("radio", { name: "Answer 1 is right" })).toBeChecked();

  await enter(page, add(page, "Several choices"));
  await page.keyboard.type("Which are more than a half?");
  await tabTo(page, question(page, 2).getByRole("textbox", { name: "Answer 1" }));
  for (const [n, answer] of ["3/4", "2/3", "1/5"].entries()) {
    if (n > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(answer);
  }
  for (const n of [1, 2]) {
    const right = question(page, 2).getByRole("checkbox", { name: `Answer ${n} is right` });
    await right.focus();
    await page.keyboard.press("Space");
    await expect(right).toBeChecked();
  }
  await enter(page, add(page, "Number"));
  await page.keyboard.type("How long is it?");
  await tabTo(page, question(page, 3).getByRole("textbox", { name: "Right number" }));
  await page.keyboard.type("1/2");
  await tabTo(page, question(page, 3).getByRole("textbox", { name: "Unit" }));
  await page.keyboard.type("cm");
  await enter(page, add(page, "Short text"));
  await page.keyboard.type("Why?");
  await enter(page, add(page, "Scale with words"));
  await page.keyboard.type("Working with others helped me.");
  await question(page, 5).getByRole("combobox", { name: "Scale" }).focus();
  await page.keyboard.type("Not true");
  await enter(page, add(page, "Picture scale"));
  await page.keyboard.type("How did it grow?");
  await enter(page, add(page, "Level"));
  await expect(question(page, 7).getByRole("combobox", { name: "Kind" })).toBeFocused();
  await axe(page);

  // The level goes to the front: the focus stays on the button.
  const up = () => page.getByRole("button", { name: /^Move up: question/ });
  await enter(page, page.getByRole("button", { name: "Move up: question 7" }));
  await expect(page.getByRole("button", { name: "Move up: question 6" })).toBeFocused();
  for (let n = 5; n > 1; n -= 1) {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Move up: question ${n}` })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move down: question 1" })).toBeFocused();
  await expect(up()).toHaveCount(7);
  await expect(sees(page).locator("> li").first()).toContainText("Where am I now?");

  await enter(page, open(page));
  await expect(heading(page, skill)).toBeFocused();
  await expectTaps(page, 0, before);
  const [ticket] = (await tickets(page)).slice(-1);
  expect(ticket.draft).toBeUndefined();
  expect(ticket.questions).toEqual([
    { level: "after" },
    { choice: { question: "Which is more?", choices: ["a half", "a third", "a tenth"], key: 0 } },
    { choices: { question: "Which are more than a half?", choices: ["3/4", "2/3", "1/5"], keys: [0, 1] } },
    { number: { question: "How long is it?", key: "1/2", unit: "cm" } },
    { text: { own: "Why?" } },
    { steps: { question: { own: "Working with others helped me." }, words: "agreement" } },
    { pictures: { question: { own: "How did it grow?" }, set: "plant" } },
  ]);
});

test("two versions are written apart, and a pair asks about its moment", async ({ page, site }) => {
  await openDemo(page, site);
  await toNew(page);
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Write a version B" }).click();
  await expect(heading(page, "Change the questions")).toBeVisible();
  await page.getByRole("button", { name: "Version B", exact: true }).click();
  await question(page, 3).getByRole("textbox", { name: "Question" }).fill("Which fraction is smaller?");
  await expect(sees(page)).toContainText("Which fraction is smaller?");
  await page.getByRole("button", { name: "Version A", exact: true }).click();
  await expect(sees(page)).toContainText("Which fraction is bigger?");

  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Before and after the teaching" }).check();
  await open(page).click();
  await expect(toMend(page)).toContainText("Version A, question 2: this level is asked for already.");
  await page.getByRole("button", { name: "Remove: question 2" }).click();
  await page.getByRole("button", { name: "Version B", exact: true }).click();
  await page.getByRole("button", { name: "Remove: question 2" }).click();
  await axe(page);
  await open(page).click();
  await expect(heading(page, skill)).toBeVisible();
  const [ticket] = (await tickets(page)).slice(-1);
  expect(ticket.survey.moment).toBe("before");
  expect(ticket.questions[0]).toEqual({ level: "before" });
  expect(ticket.version_b[1].choice.question).toBe("Which fraction is smaller?");

  await toChecks(page);
  await expect(page.getByRole("heading", { name: "Before and after" })).toBeVisible();
  await expect(page.getByText("After is still to come.")).toBeVisible();
});

test("all checks are found by words, duplicated and used again", async ({ page, site }) => {
  await openDemo(page, site);
  await toChecks(page);
  await expect(page.getByRole("heading", { name: /^Earlier/ })).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: skill }).first();
  await expect(line).toContainText(/\d+ answers · \d+ → \d+ of \d+ at “I’ve got it” or higher · \d+ reteach/);
  await axe(page);
  await page.getByRole("searchbox", { name: "Find a check" }).fill("nothing like this");
  await expect(page.getByText("No check fits these words.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a check" }).fill("COMPARE fractions");
  await expect(line).toBeVisible();

  await line.getByRole("button", { name: "Duplicate" }).click();
  await expect(heading(page, "Change the questions")).toBeVisible();
  await expect(question(page, 3).getByRole("textbox", { name: "Question" })).toHaveValue("Which fraction is bigger?");
  await toChecks(page);
  await expect(page.getByRole("heading", { name: "Drafts 1" })).toBeVisible();

  // Two taps faster than the first one is kept open one check.
  await tapTwice(page.getByRole("button", { name: "Use again" }).first());
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expect(page.getByText(/^Opened: /)).toBeVisible();
  await toChecks(page);
  await expect(page.getByRole("heading", { name: "Open now 1" })).toBeVisible();
});

test("either half of a survey is duplicated as a whole new survey, with both versions", async ({ page, site }) => {
  await openDemo(page, site);
  await toChecks(page);
  const surveys = page.getByRole("region").or(page.locator("section")).filter({ has: page.getByRole("heading", { name: /^Before and after/ }) });
  await surveys.getByRole("link", { name: /^After: / }).first().click();
  await page.goto(`${page.url()}/edit`);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(heading(page, "Change the questions")).toBeVisible();
  await page.getByRole("button", { name: "Write a version B" }).click();
  await page.getByText("Settings", { exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "Before and after the teaching" })).toBeChecked();
  await open(page).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  const made = (await tickets(page)).at(-1);
  expect(made.survey.moment).toBe("before");
  expect((await tickets(page)).filter(({ survey }) => survey?.survey === made.survey.survey).every(({ id }) => id === made.id)).toBe(true);
  expect(made.version_b).toHaveLength(made.questions.length);

  await toChecks(page);
  await expect(page.getByText("After is still to come.")).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "After is still to come." }).getByRole("button", { name: /^Duplicate/ }).click();
  await expect(page.getByRole("button", { name: "Version B", exact: true })).toBeVisible();
  const copy = (await tickets(page)).at(-1);
  expect([copy.draft, copy.survey.moment]).toEqual([true, "before"]);
  expect(copy.survey.survey).not.toBe(made.survey.survey);
  expect(copy.version_b).toEqual(made.version_b);
});

test("the arrows keep the focus on what was moved", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/skills/edit`);
  const line = page.locator(".skill-row").nth(2);
  const name = await line.locator("strong").innerText();
  const up = page.getByRole("button", { name: `Move up: ${name}` });
  await enter(page, up);
  await expect(page.locator(".skill-row").nth(1)).toContainText(name);
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".skill-row").nth(0)).toContainText(name);
  await expect(page.getByRole("button", { name: `Move down: ${name}` })).toBeFocused();
});

test("scripts and emoji are text wherever they are typed, and stay so", async ({ page, site }) => {
  const nasty = "<img src=x onerror=alert(1)> 🦊 ${x} {n}";
  await openDemo(page, site);
  await writeOwn(page);
  await add(page, "One choice").click();
  await page.keyboard.type(nasty);
  await question(page, 1).getByRole("textbox", { name: "Answer 1" }).fill(`${nasty} 1`);
  await question(page, 1).getByRole("textbox", { name: "Answer 2" }).fill("<script>alert(2)</script>");
  await add(page, "Number").click();
  await page.keyboard.type(nasty);
  await question(page, 2).getByRole("textbox", { name: "Unit" }).fill("<b>🦊</b>");
  await add(page, "Scale with words").click();
  await page.keyboard.type(nasty);
  await question(page, 3).getByRole("combobox", { name: "Scale" }).selectOption({ label: "My own steps" });
  await question(page, 3).getByRole("textbox", { name: "Step 1" }).fill("🦊");
  await question(page, 3).getByRole("textbox", { name: "Step 2" }).fill(nasty);
  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(nasty);
  await expect(sees(page)).toContainText(`${nasty} 1`);
  await keptTyping(page, '"title":"<img');
  await page.reload();
  await expect(sees(page)).toContainText("<script>alert(2)</script>");
  await open(page).click();
  await expect(heading(page, nasty)).toBeVisible();
  await toChecks(page);
  await expect(page.getByRole("link", { name: nasty })).toBeVisible();
  await page.getByRole("link", { name: "Question bank" }).click();
  const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: nasty }) }).first();
  await item.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Tags" }).fill("<i>🦊</i>");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(item).toContainText("<i>🦊</i>");
  expect(await page.locator("main img, main script, main b, main i").count()).toBe(0);
  await axe(page);
});
