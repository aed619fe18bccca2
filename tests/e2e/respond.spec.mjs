// Thirty children answer: every kind of question, and nobody else looking.
import { TICKET, answers, open, reply, ticket, title } from "./respond.mjs";
import {
  axe,
  bar,
  bringIn,
  enter,
  entries,
  expect,
  expectTaps,
  handIn,
  handOver,
  level,
  next,
  step,
  stored,
  tabTo,
  taps,
  test,
  unsure,
} from "./support.mjs";

/** The next question stands there, and the focus went along to it, so that Tab leads into it. */
const turned = async (page, text) => {
  await step(page, text);
  await expect(page.locator("#question")).toBeFocused();
};
const done = (page) => page.getByRole("main").getByRole("link", { name: "Done, lock" }).click();

test("every kind of question is answered with taps, and “Handed in” says what it was", async ({ page, site }) => {
  await open(page, site, "Hana Suzuki");
  const before = taps(page);
  await bar(page).click();
  await step(page, "1 of 8");
  await axe(page);
  await level(page, "Where am I now?", "Getting there").click();
  await step(page, "2 of 8");
  // A child taps the words, not the small circle.
  await page.getByText("2/3", { exact: true }).click();
  await step(page, "3 of 8");
  await expect(page.getByText("Choose all that fit.")).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true }), "the tap before picked nothing here").toHaveCount(0);
  await axe(page);
  for (const text of ["3/4", "1/3", "2/3", "1/3"]) await page.getByText(text, { exact: true }).click();
  await next(page).click();
  await page.getByRole("textbox", { name: "What helped you?" }).fill("Drawing <b>it</b>");
  await axe(page);
  await next(page).click();
  await expect(page.getByText("m", { exact: true })).toBeVisible();
  const number = page.getByRole("textbox", { name: "How long is it?" });
  await expect(number).toHaveAttribute("inputmode", "decimal");
  await number.fill("half");
  await next(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "This does not look like a number." })).toBeVisible();
  await axe(page);
  await number.fill("1/2");
  await expect(page.getByText("This does not look like a number.")).toHaveCount(0);
  await next(page).click();
  await page.getByText("Quite sure").click();
  await step(page, "7 of 8");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  for (const name of ["Seed", "Sprout", "Plant", "Flower"])
    await expect(page.getByRole("radio", { name, exact: true })).toBeVisible();
  await axe(page);
  await page.getByText("Plant", { exact: true }).click();
  await step(page, "8 of 8");
  await unsure(page).click();
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect(title(page)).toBeFocused();
  await expectTaps(page, 15, before);

  await expect(reply(page, "Where am I now?")).toHaveText("Getting there");
  await expect(reply(page, "Which are more than 1/2?")).toHaveText("2/3 and 3/4");
  await expect(reply(page, "What helped you?")).toHaveText("Drawing <b>it</b>");
  await expect(reply(page, "How long is it?")).toHaveText("1/2 m");
  await expect(reply(page, "How sure are you")).toHaveText("Quite sure");
  await expect(reply(page, "How well did it grow?")).toHaveText("Plant");
  await expect(reply(page, "One sentence")).toHaveText("I don’t know yet");
  await axe(page);
  const [{ body }] = await answers(page);
  expect(body.replies.slice(1)).toEqual([
    { choice: 1 },
    { choices: [0, 2] },
    { sentence: "Drawing <b>it</b>" },
    { number: "1/2" },
    { step: 3 },
    { step: 3 },
    "dont_know",
  ]);
  expect(body).not.toHaveProperty("version");
});

test("every kind is answered by keyboard alone, with the number keys", async ({ page, site }) => {
  await open(page, site, "Kofi Mensah");
  const before = taps(page);
  await enter(page, bar(page));
  await expect(title(page)).toBeFocused();
  await tabTo(page, level(page, "Where am I now?", "Just starting"));
  await page.keyboard.press("3");
  await turned(page, "2 of 8");
  await tabTo(page, page.getByRole("radio", { name: "3/5" }));
  await page.keyboard.press("2");
  await turned(page, "3 of 8");
  await tabTo(page, page.getByRole("checkbox", { name: "2/3" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(page.getByRole("checkbox", { name: "3/4" })).toBeChecked();
  await page.keyboard.press("2");
  await page.keyboard.press("2");
  await enter(page, next(page));
  await turned(page, "4 of 8");
  await tabTo(page, page.getByRole("textbox", { name: "What helped you?" }));
  await page.keyboard.type("A friend");
  await enter(page, next(page));
  await turned(page, "5 of 8");
  await tabTo(page, page.getByRole("textbox", { name: "How long is it?" }));
  await page.keyboard.type("many");
  // What is no number is told once and then kept.
  await page.keyboard.press("Enter");
  await expect(page.getByText("This does not look like a number.")).toBeVisible();
  await page.keyboard.press("Enter");
  await turned(page, "6 of 8");
  await tabTo(page, page.getByRole("radio", { name: "Not sure yet" }));
  await page.keyboard.press("4");
  await turned(page, "7 of 8");
  await tabTo(page, page.getByRole("radio", { name: "Seed" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Sprout" })).toBeChecked();
  await step(page, "7 of 8");
  await page.keyboard.press("Enter");
  await turned(page, "8 of 8");
  await enter(page, page.getByRole("button", { name: "Back" }));
  await expect(page.getByRole("radio", { name: "Sprout" })).toBeChecked();
  await enter(page, next(page));
  await turned(page, "8 of 8");
  await enter(page, unsure(page));
  await expect(unsure(page)).toHaveAttribute("aria-pressed", "true");
  await tabTo(page, page.getByRole("textbox", { name: "One sentence" }));
  await page.keyboard.type("I drew it");
  await expect(unsure(page), "who writes is not unsure").toHaveAttribute("aria-pressed", "false");
  await enter(page, handIn(page));
  await expect(title(page)).toHaveText("Handed in");
  await expect(title(page)).toBeFocused();
  await expectTaps(page, 0, before);
  const [{ body }] = await answers(page);
  expect(body.replies.slice(1)).toEqual([
    { choice: 1 },
    { choices: [0, 2] },
    { sentence: "A friend" },
    { number: "many" },
    { step: 4 },
    { step: 2 },
    { sentence: "I drew it" },
  ]);
});

test("a student who may hand in again is told so, and the last answer counts until then", async ({ page, site }) => {
  await open(page, site, "Priya Raman", { questions: ["sentence"] });
  await bar(page).click();
  await page.getByRole("textbox").fill("first");
  await handIn(page).click();
  await expect(reply(page, "One sentence")).toHaveText("first");
  await done(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await bringIn(page, ({ student }) => [
    { kind: "ticket_again", about: student("Priya Raman"), body: { ticket: TICKET, day: "2026-11-17" } },
  ]);
  // The device's clock fell back to last year: it is the latest answer all the same.
  await page.clock.setFixedTime("2025-11-17T09:00:00-06:00");
  await page.goto(`${site.url}#/student`);
  await page.reload();
  await expect(page.getByRole("link", { name: "Priya Raman", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Priya Raman" }).click();
  await bar(page).click();
  await expect(page.getByText("Your teacher lets you hand in again.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("");
  await axe(page);
  expect((await answers(page)).length).toBe(1);
  await page.getByRole("textbox").fill("second");
  await handIn(page).click();
  await expect(reply(page, "One sentence")).toHaveText("second");
  expect((await answers(page)).map((a) => [a.body.day, a.body.replies[0].sentence])).toEqual([
    ["2026-11-17", "first"],
    ["2025-11-17", "second"],
  ]);
  await page.goto(`${site.url}#/student`);
  await expect(page.getByRole("link", { name: "Priya Raman handed in" })).toBeVisible();
});

test("the version a student began with stays theirs", async ({ page, site }) => {
  const versions = { questions: [{ text: { own: "Question A" } }], version_b: [{ text: { own: "Question B" } }] };
  await open(page, site, "Amara Okafor", versions);
  await bar(page).click();
  const asked = await page.getByRole("textbox").evaluate((box) => box.closest("label").textContent.trim());
  await page.getByRole("textbox").fill("mine");
  await expect.poll(() => stored(page, "drafts")).not.toEqual([]);
  // Somebody new comes into the class and answers in between.
  await page.goto(`${site.url}#/teacher`);
  await bringIn(page, () => [
    { kind: "student", about: "0000000000000001", body: { id: "0000000000000001", name: "🦊🦊" } },
  ]);
  await handOver(page);
  await axe(page);
  await page.getByRole("link", { name: "🦊🦊" }).click();
  await bar(page).click();
  await expect(page.getByRole("textbox", { name: /Question [AB]/ })).toHaveValue("");
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Amara Okafor" }).click();
  await bar(page).click();
  await expect(page.getByRole("textbox", { name: asked })).toHaveValue("mine");
  await handIn(page).click();
  await expect(reply(page, asked)).toHaveText("mine");
  const [{ body }] = await answers(page);
  expect(body.version ?? "a").toBe(asked.endsWith("A") ? "a" : "b");
});

test("closing the check takes nothing out of a student's hands", async ({ context, page, site }) => {
  await open(page, site, "Yara Santos", { questions: [{ level: "after" }, "sentence"] });
  await bar(page).click();
  await level(page, "Where am I now?", "Getting there").click();
  const box = page.getByRole("textbox", { name: "One sentence" });
  await box.fill("I am in the mid");
  const teacher = await context.newPage();
  await teacher.goto(`${site.url}#/teacher/ticket/${TICKET}`);
  await teacher.getByRole("button", { name: "Close check" }).click();
  await expect(teacher.getByText("Closed", { exact: true }).first()).toBeVisible();

  await expect(page.getByText("Your teacher has closed this. Finish what you began")).toBeVisible();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("I am in the mid");
  await axe(page);
  await page.keyboard.type("dle");
  await expect(box).toHaveValue("I am in the middle");
  await page.reload();
  await step(page, "2 of 2");
  await expect(box, "what was begun is there after a reload as well").toHaveValue("I am in the middle");
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect(reply(page, "One sentence")).toHaveText("I am in the middle");
  await expect(teacher.getByText("1 of 24 in")).toBeVisible();

  // Whoever has not begun finds it closed.
  const student = (await entries(page)).find(({ body }) => body.name === "Wei Zhang").body.id;
  await page.goto(`${site.url}#/student/${student}/ticket/${TICKET}`);
  await expect(page.getByText("This check is closed.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("an answer without a name leaves no trace of who gave it", async ({ page, site }) => {
  await open(page, site, "Vera Kowalczyk", { anonymous: true, questions: [{ level: "after" }, "sentence"] });
  const address = page.url();
  await page.reload();
  await bar(page).click();
  await expect(page.getByText("This one has no name on it")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("Vera");
  await axe(page);
  await level(page, "Where am I now?", "Getting there").click();
  await page.getByRole("textbox").fill("nobody knows");
  // A draft would say whose it is, so there is none. What is kept is kept within this time.
  await page.waitForTimeout(500);
  expect(await stored(page, "drafts")).toEqual([]);
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect(page.getByText("Nobody can see who answered")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("nobody knows");
  await axe(page);

  const student = address.split("/").at(-1);
  const written = await answers(page);
  expect(written.length).toBe(1);
  expect(JSON.stringify(written)).not.toContain(student);
  expect(written[0]).not.toHaveProperty("about");
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain(student);

  // Until the page is loaded again it is not offered twice.
  await page.getByRole("link", { name: "Back to Today" }).click();
  await expect(title(page)).toHaveText("Where am I now?");
  await expect(bar(page)).toHaveCount(0);
  // Nor does the program forget it to which My journey belongs, and nothing is left of how it came to know.
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(title(page)).toHaveText("My journey");
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await expect(title(page)).toHaveText("Where am I now?");
  await expect(bar(page)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  await page.getByRole("link", { name: "Done, lock" }).click();
  await expect(page.getByRole("link", { name: "Vera Kowalczyk", exact: true }), "no tick").toBeVisible();
});

test("one device passed round finds the next student by itself", async ({ page, site }) => {
  await open(page, site, "Amara Okafor", { questions: [{ level: "after" }] });
  const tiles = (page) => page.locator("ul.tiles a");
  await bar(page).click();
  await level(page, "Where am I now?", "Getting there").click();
  await handIn(page).click();
  await done(page);
  await expect(tiles(page).first()).toContainText("Benício Souza");
  await expect(tiles(page).last()).toContainText("Amara Okafor");
  await expect(page.getByRole("heading", { name: "These have handed in" })).toBeVisible();
  await axe(page);
});
