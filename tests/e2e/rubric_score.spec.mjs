// Scoring with a rubric: the student first, whole scores only, what two tabs do at once, paper, and bad input.
import {
  SKILL,
  STEPS,
  WHY,
  criterion,
  give,
  heading,
  mark,
  nameOf,
  pick,
  printed,
  scoreOwn,
  toRubrics,
  toTeacher,
  toast,
  work,
  writeExample,
} from "./rubrics.mjs";
import {
  asStudent,
  axe,
  bringIn,
  enter,
  entries,
  expect,
  expectTaps,
  openDemo,
  tabTo,
  taps,
  test,
} from "./support.mjs";

test("what changes no mark writes nothing, and a finger takes a mark away as it gave it", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  const hana = mark(page, "Hana Suzuki", STEPS);
  await hana.focus();
  await page.keyboard.press("3");
  await expect(hana).toHaveAccessibleName(/you I’ve got it/);
  const count = async () => (await entries(page)).length;
  const before = await count();
  // The level that stands, an empty cell, and keys that move or leave.
  await hana.focus();
  await page.keyboard.press("3");
  await expect(mark(page, "Isaac Cohen", STEPS)).toBeFocused();
  for (const key of ["Delete", "Backspace", "Escape", "0", "9", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  await mark(page, "Isaac Cohen", WHY).focus();
  await page.keyboard.press("2");
  await expect(mark(page, "Isaac Cohen", WHY)).toHaveAccessibleName(/you Getting there/);
  expect(await count(), "only the last key wrote, and it is linked to no skill").toBe(before + 1);

  // Nothing picked, nothing written: nothing to save.
  await mark(page, "Kofi Mensah", WHY).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "There is nothing new to save.");
  expect(await count()).toBe(before + 1);
  await page.getByRole("link", { name: "Whole class" }).click();

  await page.getByRole("combobox", { name: "Show" }).selectOption(STEPS);
  const button = page.getByRole("button", { name: "Hana Suzuki: 3, I’ve got it" });
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await expect(hana).toHaveAccessibleName(/you no level/);
  await toRubrics(page);
  await expect(work(page)).toContainText("0 scored by you");
});

test("one criterion is not the whole score: the student's view and My journey wait for both", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  const here = page.url();
  await mark(page, "Hana Suzuki", STEPS).focus();
  await page.keyboard.press("1");
  const onJourney = async () => {
    await page.getByRole("navigation").getByRole("link", { name: "My journey" }).click();
    const way = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: SKILL }) });
    await way.getByText("Show as table").click();
    return way.getByRole("rowheader", { name: "November 17" });
  };
  await asStudent(page, "Hana Suzuki");
  await expect(await onJourney(), "the teacher's view waits").toHaveCount(0);
  await toTeacher(page);
  await scoreOwn(page, "Hana Suzuki", "Fraction quilt", [
    [STEPS, "I’ve got it"],
    [WHY, "I don’t know yet"],
  ]);
  await expect(page.getByText("Your teacher’s view opens when both are in.")).toBeVisible();
  await expect(page.getByText("My teacher saw")).toHaveCount(0);
  await expect(await onJourney()).toHaveCount(0);
  await toTeacher(page);
  await page.goto(here);
  await mark(page, "Hana Suzuki", WHY).click();
  await expect(page.getByText("Saved for 1 of 2 criteria so far.")).toBeVisible();
  await expect(criterion(page, WHY).getByRole("radio", { checked: true }), "what is open looks open").toHaveCount(0);
  await pick(page, WHY, "I’ve got it").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Both views are in. Hana Suzuki can see yours.")).toBeVisible();
  await page.getByRole("link", { name: "Whole class" }).click();
  await expect(page.getByText("You have scored 1 of 24 completely.")).toBeVisible();
  await asStudent(page, "Hana Suzuki");
  await expect(await onJourney()).toHaveCount(1);
});

test("a work gets another title and another day, and undo brings both back", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  const change = page.getByRole("button", { name: "Change title or day" });
  await enter(page, change);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "What is the work?" })).toHaveValue("Fraction quilt");
  await axe(page);
  await dialog.getByRole("textbox", { name: "What is the work?" }).fill(" ");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByText("Write what it is called.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "What is the work?" }).fill("Quilt of fractions");
  await dialog.getByLabel("Day").fill("2026-11-12");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Changed: “Quilt of fractions”");
  await expect(heading(page, "Quilt of fractions")).toBeVisible();
  await expect(page.getByText("Version 1 · November 12")).toBeVisible();
  await expect(change).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(heading(page, "Fraction quilt")).toBeVisible();
  await expect(page.getByText("Version 1 · November 17")).toBeVisible();
});

test("one student's scored rubric is one landscape page with both marks", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await work(page).getByRole("link", { name: "Poster: How I know" }).click();
  await mark(page, "Amara Okafor", "The idea").click();
  await page.getByRole("textbox", { name: "Note: The idea" }).fill("Your title says it.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Amara Okafor");
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
  const pages = await printed(page);
  expect(pages).toHaveLength(1);
  expect(pages[0].width, "landscape").toBeGreaterThan(pages[0].height);
  await page.emulateMedia({ media: "print" });
  await expect(heading(page, "Amara Okafor: Poster: How I know")).toBeVisible();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "The idea" }) });
  await expect(row.getByRole("cell").nth(1)).toContainText("Amara Okafor");
  await expect(row.getByRole("cell").nth(2)).toContainText("Teacher");
  await expect(page.getByText("The idea: Your title says it.")).toBeVisible();
  await expect(page.getByText("Teacher’s comment:")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("two tabs score one student: neither takes anything from the other", async ({ context, page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await mark(page, "Rosa Hernández", STEPS).click();
  await expect(heading(page, "Rosa Hernández: Fraction quilt")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText("Rosa Hernández has not scored this work yet.")).toBeVisible();
  await pick(page, STEPS, "I’ve got it").click();
  await page.getByRole("textbox", { name: "Comment the student sees" }).fill("Clear steps. ");
  await pick(other, WHY, "Getting there").click();
  await other.getByRole("textbox", { name: `Note: ${STEPS}` }).fill("Step two is missing.");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await toast(other, "Saved: Rosa Hernández");
  await expect(pick(page, WHY, "Getting there"), "what was not touched here comes in").toBeChecked();
  await expect(pick(page, STEPS, "I’ve got it")).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Comment the student sees" })).toHaveValue("Clear steps. ");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Rosa Hernández");
  await expect(pick(other, STEPS, "I’ve got it")).toBeChecked();
  await expect(pick(other, WHY, "Getting there")).toBeChecked();
  await page.reload();
  await expect(page.getByRole("textbox", { name: `Note: ${STEPS}` })).toHaveValue("Step two is missing.");
  await expect(page.getByRole("textbox", { name: "Comment the student sees" })).toHaveValue("Clear steps.");
});

test("scripts in every field, a name of one emoji and very long texts are only text", async ({ page, site }) => {
  await openDemo(page, site);
  const evil = (n) => `<img src=x${n} onerror=alert(1)>`;
  const fox = "00000000000f0e0f";
  await bringIn(page, () => [{ kind: "student", about: fox, body: { id: fox, name: "🦊" } }]);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  let n = 0;
  for (const box of await page.getByRole("main").getByRole("textbox").all()) await box.fill(evil((n += 1)));
  expect(n, "the title, the criterion, four levels, twelve texts").toBe(18);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: /^Give to the class: <img/ }).click();
  await page.getByRole("textbox", { name: "What is the work?" }).fill(evil("work"));
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await work(page).getByRole("link", { name: evil("work") }).click();
  await mark(page, "🦊", ".*").click();
  await expect(heading(page, `🦊: ${evil("work")}`)).toBeVisible();
  await page.getByRole("radio").first().click();
  await page.getByRole("textbox", { name: /^Note/ }).fill(evil("note"));
  const long = `${evil("comment")} ${"word ".repeat(1000)}${"é".repeat(400)}`;
  const comment = page.getByRole("textbox", { name: "Comment the student sees" });
  await comment.fill(`${evil("kept")} ${"é".repeat(400)}`);
  await page.getByRole("button", { name: "Keep this sentence" }).click();
  await toast(page, "Kept: “<img");
  expect((await page.locator(".toast").boundingBox()).height, "three lines of a long sentence").toBeLessThan(120);
  await comment.fill(long);
  await page.getByRole("button", { name: "Keep this sentence" }).click();
  await expect(page.getByText("A kept sentence has room for 500 letters, and this has 5")).toBeVisible();
  await expect(comment, "the comment itself stays").toHaveValue(long);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: 🦊");
  await page.getByText("1 kept sentence").click();
  await axe(page);
  expect((await printed(page)).length, "a long comment goes on on the next page").toBeLessThan(4);
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  await asStudent(page, "🦊");
  await page.getByRole("link", { name: `Rubric: ${evil("work")}` }).click();
  await page.getByRole("button", { name: "Score my work" }).click();
  await page.getByRole("radio").nth(2).click();
  await page.getByRole("textbox").fill(long);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(evil("note"))).toBeVisible();
  expect(await fits()).toBe(true);
  await axe(page);
});

test("a very long sentence about a lesson is kept word for word and fits on a phone", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  await page.getByRole("radio", { name: "Lesson observation" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("👀");
  await nameOf(page, 1).fill("🙋");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Observe a lesson: 👀" }).click();
  await page.getByRole("textbox", { name: "Which lesson?" }).fill("<script>alert(1)</script>");
  await page.getByRole("button", { name: "Begin" }).click();
  const long = `<svg onload=alert(1)> ${"x".repeat(5000)}`;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole("textbox", { name: "What I see or hear" }).fill(long);
  await page.getByRole("spinbutton", { name: "Minute" }).fill("99999");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("Give the minute as a whole number.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "What I see or hear" })).toHaveValue(long);
  await page.getByRole("spinbutton", { name: "Minute" }).fill("5");
  await page.getByRole("button", { name: "Write it down" }).click();
  await toast(page, "Written down at minute 5");
  const lesson = (await entries(page)).filter((entry) => entry.kind === "lesson_observation").at(-1);
  expect(lesson.body.seen[0].text).toBe(long);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await axe(page);
});

test("one student is scored by keyboard alone: the cell, Enter, number keys, Save", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  const before = taps(page);
  const amara = mark(page, "Amara Okafor", STEPS);
  await enter(page, amara);
  await expect(heading(page, "Amara Okafor: Fraction quilt")).toBeFocused();
  await tabTo(page, pick(page, STEPS, "Just starting"));
  await page.keyboard.press("3");
  await expect(pick(page, STEPS, "I’ve got it")).toBeChecked();
  await expect(pick(page, WHY, "Just starting"), "on to the next criterion").toBeFocused();
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await toast(page, "Saved: Amara Okafor");
  await enter(page, page.getByRole("link", { name: "Whole class" }));
  await expect(amara).toHaveAccessibleName(/you I’ve got it/);
  await expect(mark(page, "Amara Okafor", WHY)).toHaveAccessibleName(/you Getting there/);
  await expect(page.getByText("You have scored 1 of 24 completely.")).toBeVisible();
  await expectTaps(page, 0, before);
});

test("a kept sentence goes into another student's comment, and what is not kept says why", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await mark(page, "Amara Okafor", STEPS).click();
  const comment = page.getByRole("textbox", { name: "Comment the student sees" });
  const keep = page.getByRole("button", { name: "Keep this sentence" });
  await keep.click();
  await expect(page.getByText("Write the comment first; then it can be kept.")).toBeVisible();
  await expect(comment).toBeFocused();
  await axe(page);
  await page.keyboard.type("Show a second way.");
  await expect(page.getByText("Write the comment first")).toHaveCount(0);
  await keep.click();
  await toast(page, "Kept: “Show a second way.”");
  await keep.click();
  await expect(page.getByText("This sentence is kept already.")).toBeVisible();
  await comment.fill("x".repeat(501));
  await keep.click();
  await expect(page.getByText("A kept sentence has room for 500 letters, and this has 501.")).toBeVisible();
  await comment.fill("");
  await page.getByRole("link", { name: "Whole class" }).click();
  await mark(page, "Wei Zhang", STEPS).click();
  await expect(heading(page, "Wei Zhang: Fraction quilt")).toBeVisible();
  await comment.fill("Clear steps.");
  await page.getByText("1 kept sentence").click();
  await page.getByRole("button", { name: "Show a second way.", exact: true }).click();
  await expect(comment).toHaveValue("Clear steps. Show a second way.");
  await expect(comment).toBeFocused();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Wei Zhang");
  const [score] = (await entries(page)).slice(-1);
  expect(score.body.comment).toBe("Clear steps. Show a second way.");
});

test("weights and a sixth level: from the editor to the mean by weight, also of a holistic rubric", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const write = async (type, title, criteria) => {
    await toRubrics(page);
    await page.getByRole("link", { name: "New rubric" }).first().click();
    await page.getByRole("radio", { name: type }).check();
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    for (const [i, [name, times]] of criteria.entries()) {
      if (i > 0) await page.getByRole("button", { name: "Add a criterion" }).click();
      await nameOf(page, i + 1).fill(name);
      if (times) await page.getByRole("combobox", { name: "Counts", exact: true }).nth(i).selectOption(`× ${times}`);
    }
    for (const [n, word] of [
      [5, "Beyond"],
      [6, "Far beyond"],
    ]) {
      await page.getByRole("button", { name: "Add a level" }).click();
      await page.getByRole("textbox", { name: `Level ${n}: word` }).fill(word);
    }
    await axe(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(heading(page, "Rubrics")).toBeVisible();
    await give(page, `Work: ${title}`, title);
    await work(page).getByRole("link", { name: `Work: ${title}` }).click();
  };
  await write("Analytic", "By weight", [["Steps"], ["Reasons", 3]]);
  await mark(page, "Amara Okafor", "Steps").click();
  await pick(page, "Steps", "I can teach it").click();
  await pick(page, "Reasons", "Getting there").click();
  const mean = page.getByText("Mean of the marks by weight:");
  await expect(mean, "(4 + 3 × 2) / 4").toContainText("2.5 of 6");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Amara Okafor");
  await page.reload();
  await expect(mean).toContainText("2.5 of 6");

  await write("Holistic", "As a whole", [["The whole"]]);
  const amara = mark(page, "Amara Okafor", "The whole");
  await amara.focus();
  await page.keyboard.press("6");
  await expect(amara).toHaveAccessibleName(/you Far beyond/);
  await amara.click();
  await expect(mean).toContainText(/: 6(\.0)? of 6 .*1 of 1/);
});

test("the focus goes along when a student begins to score, hands in, and changes the view", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "Rubric: Fraction quilt" }).click();
  await enter(page, page.getByRole("button", { name: "Score my work" }));
  await expect(pick(page, STEPS, "Just starting")).toBeFocused();
  await page.keyboard.press("3");
  await tabTo(page, pick(page, WHY, "Just starting"));
  await page.keyboard.press("2");
  await enter(page, page.getByRole("button", { name: "Hand in" }));
  await expect(heading(page, "Fraction quilt")).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Change my view" }));
  await expect(pick(page, STEPS, "I’ve got it"), "what was picked").toBeFocused();
});

test("every open work can be reached from Today: those that wait first, the rest behind one tap", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const titles = ["Work 1", "Work 2", "Work 3", "Work 4"];
  await bringIn(page, ({ known }) => {
    const { body } = known.filter(({ kind }) => kind === "rubric_task").at(-1);
    const id = (i) => `000000000000e0${i}0`;
    return titles.map((title, i) => ({ kind: "rubric_task", body: { ...body, id: id(i), title, day: "2026-11-17" } }));
  });
  await asStudent(page, "Hana Suzuki");
  const bars = page.getByRole("main").getByRole("link", { name: /^Rubric: / });
  await expect(bars).toHaveCount(3);
  await expect(bars).toHaveText([/Work 4/, /Work 3/, /Work 2/]);
  await page.getByText(/more works? with a rubric/).click();
  await expect(bars.filter({ hasText: "Work 1" })).toBeVisible();
  await axe(page);
  await bars.filter({ hasText: "Work 4" }).click();
  await page.getByRole("button", { name: "Score my work" }).click();
  for (const group of await page.getByRole("main").getByRole("group").all()) await group.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
  await expect(bars, "what is done makes room").toHaveText([/Work 3/, /Work 2/, /Work 1/]);
});

test("a message stays under the pointer and the focus, and Ctrl+Z reaches further than it", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  const hana = mark(page, "Hana Suzuki", STEPS);
  await hana.focus();
  await page.keyboard.press("3");
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.waitForTimeout(11_500);
  await expect(undo).toBeFocused();
  await hana.focus();
  await expect(undo, "ten seconds after").toHaveCount(0, { timeout: 12_000 });
  await page.keyboard.press("Control+z");
  await expect(hana).toHaveAccessibleName(/you no level/);
  // What was taken back is not brought back by the same keys.
  await page.keyboard.press("Control+z");
  await expect(hana).toHaveAccessibleName(/you no level/);
});

test("what was begun and left comes back, and takes nothing from what was scored since", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await mark(page, "Hana Suzuki", STEPS).click();
  await pick(page, STEPS, "Getting there").click();
  await page.getByRole("link", { name: "Whole class" }).click();
  await mark(page, "Hana Suzuki", WHY).focus();
  await page.keyboard.press("3");
  await expect(mark(page, "Hana Suzuki", WHY)).toHaveAccessibleName(/you I’ve got it/);

  await mark(page, "Hana Suzuki", STEPS).click();
  await expect(page.getByText("You were still writing here. What you typed is back.")).toBeVisible();
  await expect(pick(page, STEPS, "Getting there")).toBeChecked();
  await expect(pick(page, WHY, "I’ve got it"), "scored in the table since").toBeChecked();
  await axe(page);
  await page.getByRole("button", { name: "Start again from what was saved" }).click();
  await expect(pick(page, STEPS, "Getting there")).not.toBeChecked();
  await expect(pick(page, WHY, "I’ve got it")).toBeChecked();
});
