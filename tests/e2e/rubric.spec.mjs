// Rubrics: a teacher writes one and gives it to the class, students read it before the work and score themselves first,
// the teacher agrees with one tap or scores one criterion across the class, and lessons are observed with evidence first.
import {
  SKILL,
  STEPS,
  WHY,
  cell,
  give,
  heading,
  mark,
  nameOf,
  pick,
  printed,
  scoreOwn,
  toRubrics,
  toast,
  work,
  writeExample,
} from "./rubrics.mjs";
import { asStudent, axe, enter, entries, expect, expectTaps, openDemo, tabTo, taps, test } from "./support.mjs";

test("by keyboard alone a rubric is written, and a reload keeps what was typed", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await axe(page);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "New rubric" }).first());
  await expect(heading(page, "New rubric")).toBeFocused();
  await axe(page);
  await tabTo(page, page.getByRole("textbox", { name: "Title" }));
  await page.keyboard.type("Fraction poster");
  await tabTo(page, nameOf(page, 1));
  await page.keyboard.type("Says why");
  await tabTo(page, cell(page, "What it looks like", 1, "I’ve got it"));
  await page.keyboard.type("Gives a reason");
  await tabTo(page, cell(page, "In students’ words (I …)", 1, "I’ve got it"));
  await page.keyboard.type("I say why");
  await enter(page, page.getByRole("button", { name: "Add a criterion" }));
  await expect(nameOf(page, 2)).toBeFocused();
  await page.keyboard.type("Right answer");
  await enter(page, page.getByRole("button", { name: "Move up: Right answer" }));
  await expect(nameOf(page, 1)).toHaveValue("Right answer");
  await expect(page.getByRole("button", { name: "Move down: Right answer" }), "the other way stays open").toBeFocused();

  await expect.poll(async () => page.evaluate(() => document.readyState)).toBe("complete");
  await page.waitForTimeout(300);
  await page.reload();
  await expect(page.getByText("You were still writing here.")).toBeVisible();
  await expect(nameOf(page, 1)).toHaveValue("Right answer");
  await expect(cell(page, "In students’ words (I …)", 2, "I’ve got it")).toHaveValue("I say why");
  await enter(page, page.getByRole("button", { name: "Save", exact: true }));
  await expect(heading(page, "Rubrics")).toBeVisible();
  await toast(page, "Saved: “Fraction poster”");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Fraction poster", exact: true }) });
  await expect(row).toContainText("Analytic · 2 criteria · 4 levels");
  await expectTaps(page, 0, before);
  await axe(page);
});

test("a copy, a new version and putting away: nothing given so far changes", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await page.getByRole("button", { name: "Copy: Solve it and explain it" }).click();
  await expect(page.getByRole("link", { name: "Copy of Solve it and explain it", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Put away: Copy of Solve it" }).click();
  await expect(page.getByRole("link", { name: "Copy of Solve it and explain it", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Copy of Solve it and explain it", exact: true })).toBeVisible();

  // Saved without a change there is no new version.
  await page.getByRole("link", { name: "Solve it and explain it", exact: true }).click();
  await expect(page.getByText("Results given so far keep the version they were given on.")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "there is no new version");
  await page.getByRole("link", { name: "Solve it and explain it", exact: true }).click();
  await page.getByRole("button", { name: `Move down: ${STEPS}` }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved as a new version");
  const row = page.getByRole("listitem").filter({ hasText: "2 versions" });
  await row.getByText("2 versions").click();
  await expect(row).toContainText("Version 1, November 17");
  await row.getByRole("button", { name: "Read: Solve it and explain it, Version 1" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("rowheader")).toHaveText([STEPS, WHY]);
  await axe(page);
  await dialog.getByRole("button", { name: "Close" }).click();

  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await expect(page.getByText("Version 1 · November 17")).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveText(["Student", STEPS, WHY]);
});

test("a student reads and scores first, the teacher agrees with one tap, and both see both views", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  const before = (await entries(page)).filter((entry) => entry.kind === "evidence").length;

  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "Rubric: Fraction quilt" }).click();
  await expect(heading(page, "Fraction quilt")).toBeFocused();
  await expect(page.getByText("I showed every step, so a friend could follow me.")).toBeVisible();
  await expect(page.getByText("Example: 3/4 is 6/8.")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await axe(page);
  await page.getByRole("button", { name: "Score my work" }).click();
  await pick(page, STEPS, "I’ve got it").click();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(`Pick one answer for “${WHY}”.`)).toBeVisible();
  await axe(page);
  // The number keys pick as well, and a reload keeps every pick.
  await pick(page, WHY, "Just starting").focus();
  await page.keyboard.press("2");
  await expect(pick(page, WHY, "Getting there")).toBeFocused();
  await page.getByRole("textbox", { name: "One sentence" }).fill("🎉 <b>مرحبا</b>");
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByRole("button", { name: "Score my work" }).click();
  await expect(pick(page, STEPS, "I’ve got it")).toBeChecked();
  await expect(pick(page, WHY, "Getting there")).toBeChecked();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("Your teacher’s view opens when both are in.")).toBeVisible();
  await axe(page);
  const evidence = (await entries(page)).filter((entry) => entry.kind === "evidence");
  expect(evidence.length, "self marks are no evidence").toBe(before);

  await page.getByRole("link", { name: "Done, lock" }).first().click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await toRubrics(page);
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await page.getByText("1 of 24 scored themselves").click();
  await expect(page.getByText("Not yet: Amara Okafor")).toBeVisible();
  await expect(mark(page, "Hana Suzuki", STEPS)).toHaveAccessibleName(/you no level, the student I’ve got it/);
  await axe(page);
  await mark(page, "Hana Suzuki", STEPS).click();
  await expect(pick(page, STEPS, "I’ve got it")).toBeChecked();
  await expect(page.getByText("The student wrote: “🎉 <b>مرحبا</b>”")).toBeVisible();
  await axe(page);
  const tapped = taps(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Hana Suzuki, “Fraction quilt”");
  await expectTaps(page, 1, tapped);
  const written = (await entries(page)).filter((entry) => entry.kind === "evidence").at(-1);
  expect(written.body.source.rubric, "evidence for the linked skill").toBeTruthy();
  expect(written.body.shown_on).toBe("2026-11-17");

  // The teacher sees one criterion differently.
  await pick(page, WHY, "I’ve got it").click();
  await page.getByRole("textbox", { name: `Note: ${WHY}` }).fill("Your drawing says why.");
  await page.getByRole("textbox", { name: "Comment the student sees" }).fill("Clear steps.");
  await page.getByRole("button", { name: "Keep this sentence" }).click();
  await toast(page, "Kept: “Clear steps.”");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Hana Suzuki");

  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "Rubric: Fraction quilt See both views" }).click();
  await expect(heading(page, "Fraction quilt")).toBeVisible();
  await expect(page.getByText("You both see it the same.")).toBeVisible();
  await expect(page.getByText("You saw it one step lower.")).toBeVisible();
  await expect(page.getByText("Your drawing says why.")).toBeVisible();
  await expect(page.getByText("Clear steps.")).toBeVisible();
  await axe(page);

  // Finished work leaves Today, and stays with its student.
  await page.getByRole("link", { name: "Done, lock" }).first().click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await toRubrics(page);
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await page.getByRole("button", { name: "Finish this work" }).click();
  await toast(page, "what you said of it stands in My journey");
  await asStudent(page, "Hana Suzuki");
  await expect(page.getByRole("link", { name: "Rubric: Fraction quilt" })).toHaveCount(0);
  await page.getByRole("link", { name: "My journey" }).click();
  await page.getByRole("region", { name: "Work with a rubric" }).getByRole("link", { name: "Fraction quilt" }).click();
  await expect(page.getByText("Clear steps.")).toBeVisible();
});

test("by keyboard alone one criterion is scored across the class and lands in the class map", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  const before = taps(page);
  await enter(page, work(page).getByRole("link", { name: "Fraction quilt" }));
  await tabTo(page, page.getByRole("combobox", { name: "Show" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("columnheader")).toHaveText(["Student", STEPS, "Level"]);
  await expect(page.getByText("Every step is there, in order.")).toBeVisible();
  await axe(page);
  await tabTo(page, mark(page, "Amara Okafor", STEPS));
  // As fast as the keys can be pressed: none may be lost.
  for (const key of ["3", "4", "1", "2"]) await page.keyboard.press(key);
  await expect(mark(page, "Elif Yılmaz", STEPS)).toBeFocused();
  await expect(mark(page, "Amara Okafor", STEPS)).toHaveAccessibleName(/you I’ve got it/);
  await expect(mark(page, "Đức Nguyễn", STEPS)).toHaveAccessibleName(/you Getting there/);
  await expect(page.getByText("You have scored 0 of 24 completely.")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(mark(page, "Đức Nguyễn", STEPS)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(mark(page, "Đức Nguyễn", STEPS)).toHaveAccessibleName(/you no level/);
  await page.keyboard.press("Control+z");
  await expect(mark(page, "Đức Nguyễn", STEPS)).toHaveAccessibleName(/you Getting there/);
  await expectTaps(page, 0, before);

  await page.reload();
  await expect(mark(page, "Benício Souza", STEPS)).toHaveAccessibleName(/you I can teach it/);
  await page.getByRole("navigation").getByRole("link", { name: "Skills" }).click();
  const onMap = page.getByRole("link", { name: new RegExp(`^Benício Souza, ${SKILL}`) });
  await onMap.click();
  const piece = page.locator(".pieces > li").filter({ hasText: "Rubric" }).filter({ hasText: "November 17" });
  await expect(piece).toContainText("I can teach it");
});

test("two marks of one student follow each other, also when the keys are fast", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await mark(page, "Amara Okafor", STEPS).focus();
  await page.keyboard.press("3");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("2");
  await expect(mark(page, "Amara Okafor", WHY)).toHaveAccessibleName(/you Getting there/);
  await expect(mark(page, "Amara Okafor", STEPS)).toHaveAccessibleName(/you I’ve got it/);
});

test("a single point has notes on either side, other levels say what they count as", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  await page.getByRole("radio", { name: "Single-point" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Lab notebook");
  await nameOf(page, 1).fill("Measures");
  await cell(page, "What it looks like", 1, "Meets it").fill("Every value has a unit");
  await expect(page.getByText("Your notes go here when you score.")).toHaveCount(2);
  await expect(page.getByRole("combobox", { name: "Counts as" })).toHaveCount(3);
  await axe(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await give(page, "Notebook", "Lab notebook");
  await work(page).getByRole("link", { name: "Notebook" }).click();
  await mark(page, "Kofi Mensah", "Measures").click();
  await expect(page.getByText("Kofi Mensah has not scored this work yet.")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true }), "nothing is picked for nobody").toHaveCount(0);
  await page.getByRole("textbox", { name: "Note: Goes beyond" }).fill("Uses a table");
  await pick(page, "Measures", "Goes beyond").click();
  await axe(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Kofi Mensah");
  await scoreOwn(page, "Kofi Mensah", "Notebook", [["Measures", "Meets it"]]);
  await expect(page.getByText("You saw it one step lower.")).toBeVisible();
  await expect(page.getByText("Goes beyond: Uses a table")).toBeVisible();
});

test("a lesson is observed: evidence first, rated where something was seen", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  await page.getByRole("radio", { name: "Lesson observation" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Talk in class");
  await nameOf(page, 1).fill("Students ask why");
  await page.getByRole("button", { name: "Add something to look for" }).click();
  await nameOf(page, 2).fill("Everybody speaks");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Observe a lesson: Talk in class" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("Write what it is called.")).toBeVisible();
  await page.getByRole("textbox", { name: "Which lesson?" }).fill("Period 3");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(heading(page, "Period 3")).toBeVisible();
  await page.getByRole("button", { name: "The lesson begins now" }).click();
  await expect(page.getByText("Minute 0", { exact: true })).toBeVisible();
  await page.context().clock.setFixedTime("2026-11-17T09:12:30-06:00");
  await page.reload();
  await expect(page.getByText("Minute 12", { exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: "What I see or hear" }).fill("Four hands: “But why?”");
  await page.getByRole("button", { name: "Write it down" }).click();
  await toast(page, "Written down at minute 12");
  await axe(page);
  await page.getByRole("button", { name: "2. Rate" }).click();
  await expect(page.getByRole("group", { name: "Where it stands" }), "only what was seen can be rated").toHaveCount(1);
  await page.getByRole("radio", { name: "I’ve got it" }).click();
  await toast(page, "Students ask why: I’ve got it");
  await axe(page);
  // A rating is taken away again by keyboard, and comes back.
  const none = page.getByRole("button", { name: "No rating: Students ask why" });
  await expect(none).toHaveAttribute("aria-pressed", "false");
  await enter(page, none);
  await toast(page, "Students ask why: No rating");
  await expect(none).toBeFocused();
  await expect(none).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  const kept = (await entries(page)).length;
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("radio", { name: "I’ve got it" })).toBeChecked();
  expect((await entries(page)).length, "what is not rated cannot lose its rating").toBe(kept + 1);
  const pages = await printed(page);
  expect(pages).toHaveLength(1);
  expect(pages[0].height, "portrait").toBeGreaterThan(pages[0].width);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table").getByRole("cell")).toHaveText(["12", "Four hands: “But why?”"]);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(["Students ask why", "Everybody speaks"]);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.getByRole("button", { name: "1. What I see" }).click();
  await page.getByRole("button", { name: /^Correct: Four hands/ }).click();
  await page.getByRole("dialog").getByRole("spinbutton", { name: "Minute" }).fill("10");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("min 10")).toBeVisible();
  await page.getByRole("button", { name: /^Correct: Four hands/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "2. Rate" }).click();
  await expect(page.getByRole("group", { name: "Where it stands" }), "without evidence no rating").toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("group", { name: "Where it stands" })).toHaveCount(1);
  await page.getByRole("button", { name: "Change title or day" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Which lesson?" }).fill("Period 4");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(heading(page, "Period 4")).toBeVisible();
  await toRubrics(page);
  await expect(page.getByRole("link", { name: "Period 4" })).toBeVisible();
});

test("what does not fit is said beside its place, and nothing typed is lost", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([
    "Give the rubric a title.",
    "Criterion 1 has no name.",
  ]);
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await axe(page);
  const long = "é🎈".repeat(2500);
  await page.getByRole("textbox", { name: "Title" }).fill("<img src=x onerror=alert(1)>");
  await nameOf(page, 1).fill("<script>alert(1)</script> 🧪");
  await cell(page, "What it looks like", 1, "Just starting").fill(long);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("each text has room for 600 letters.")).toBeVisible();
  await expect(cell(page, "What it looks like", 1, "Just starting")).toBeFocused();
  await expect(cell(page, "What it looks like", 1, "Just starting")).toHaveValue(long);
  await cell(page, "What it looks like", 1, "Just starting").fill("مرحبا <b>");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "<img src=x onerror=alert(1)>", exact: true })).toBeVisible();
  await give(page, "🖼️", "<img");
  await work(page).getByRole("link", { name: "🖼️" }).click();
  await mark(page, "Amara Okafor", ".*").first().click();
  await page.getByRole("textbox", { name: "Comment the student sees" }).fill(long);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await toast(page, "Saved: Amara Okafor");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Comment the student sees" })).toHaveValue(long);
});

test("two tabs: what one saves stands in the other, and both versions stay", async ({ context, page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  const other = await context.newPage();
  await other.goto(`${site.url}#/teacher/rubrics`);
  for (const [tab, title] of [
    [page, "First"],
    [other, "Second"],
  ]) {
    await tab.getByRole("link", { name: "Solve it and explain it", exact: true }).click();
    await expect(heading(tab, "Edit rubric")).toBeVisible();
    await tab.getByRole("textbox", { name: "Title" }).fill(title);
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(heading(page, "Rubrics")).toBeVisible();
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Second", exact: true })).toBeVisible();
  await expect(page.getByText("3 versions")).toBeVisible();

  // A student hands in beside a teacher who has touched nothing: the marks come in by themselves.
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await mark(page, "Rosa Hernández", STEPS).click();
  await expect(page.getByText("Rosa Hernández has not scored this work yet.")).toBeVisible();
  await scoreOwn(other, "Rosa Hernández", "Fraction quilt", [
    [STEPS, "I can teach it"],
    [WHY, "I don’t know yet"],
  ]);
  await expect(pick(page, STEPS, "I can teach it")).toBeChecked();
  await expect(page.getByText("The student’s own marks are picked already.")).toBeVisible();
});

test("a finished work leaves the students' Today and can be opened again", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await give(page, "Fraction quilt");
  await work(page).getByRole("link", { name: "Fraction quilt" }).click();
  await page.getByRole("button", { name: "Finish this work" }).click();
  await expect(page.getByText("Finished", { exact: true })).toBeVisible();
  const address = page.url();
  await asStudent(page, "Uri Levi");
  await expect(page.getByRole("link", { name: "Rubric: Fraction quilt" })).toHaveCount(0);
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await page.goto(address);
  await page.getByRole("button", { name: "Open again" }).click();
  await asStudent(page, "Uri Levi");
  await expect(page.getByRole("link", { name: "Rubric: Fraction quilt" })).toBeVisible();
});

test("the rubric on paper speaks to students and is one landscape page", async ({ page, site }) => {
  await openDemo(page, site);
  await writeExample(page);
  await page.getByRole("link", { name: "Print: Solve it and explain it" }).click();
  await expect(heading(page, "Solve it and explain it")).toBeVisible();
  await expect(page.getByRole("cell", { name: "I wrote an answer." })).toBeVisible();
  await axe(page);
  const pages = await printed(page);
  expect(pages).toHaveLength(1);
  expect(pages[0].width, "landscape").toBeGreaterThan(pages[0].height);
  await page.getByRole("button", { name: "Teacher’s words" }).click();
  await expect(page.getByRole("cell", { name: "An answer without steps." })).toBeVisible();
});

test("another type or fewer levels lose nothing that was typed", async ({ page, site }) => {
  await openDemo(page, site);
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  const example = page.getByRole("button", { name: "Start from an example" });
  await expect(example).toBeVisible();
  const [low, top] = ["Just starting", "I can teach it"].map((word) => cell(page, "What it looks like", 1, word));
  await low.fill("An answer");
  await expect(example, "it would take the place of what was typed").toHaveCount(0);
  await top.fill("A second way");
  await page.getByRole("textbox", { name: "Level 4: word" }).fill("Teaches it");
  await page.getByRole("radio", { name: "Single-point" }).click();
  await expect(page.getByText("Your notes go here when you score.")).toHaveCount(2);
  await expect(page.getByText("This type has no place for some of what you typed.")).toBeVisible();
  await page.getByRole("radio", { name: "Analytic" }).click();
  await expect(low).toHaveValue("An answer");
  await expect(cell(page, "What it looks like", 1, "Teaches it")).toHaveValue("A second way");

  await enter(page, page.getByRole("button", { name: "Remove level: Teaches it" }));
  const back = page.getByRole("button", { name: "Bring back: Teaches it" });
  await expect(back).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Level 4: word" })).toHaveCount(0);
  await page.waitForTimeout(300);
  await page.reload();
  await enter(page, back);
  await expect(page.getByRole("textbox", { name: "Level 4: word" })).toBeFocused();
  await expect(cell(page, "What it looks like", 1, "Teaches it")).toHaveValue("A second way");
  await expect(back).toHaveCount(0);
});
