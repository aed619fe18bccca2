// My plan: how I work best, what I choose, where I want to be in some weeks.
import { asStudent, axe, bringIn, enter, entries, expect, expectTaps } from "./support.mjs";
import { level, openDemo, stored, tabTo, taps, test } from "./support.mjs";

const NAME = "Zoë Plan";
const ID = "00000000000000aa";
const BOARD = {
  id: "00000000000000b0",
  title: "Fractions this week",
  skill: null,
  ways: ["Draw them", "Play the game", "Teach a partner"],
  rates: ["In two lessons", "In three lessons"],
  day: "2026-11-16",
};

const TASKS = ["new", "practice", "text", "problem", "project"];
const FULL = {
  day: "2026-11-16",
  ways: TASKS.map((task) => ({ task, working: "partner" })),
  harder: "both",
  pace: "more_time",
  interests: ["cooking with my grandmother", "space", "horses", "football", "drawing"],
  helps: ["example", "steps", "quiet", "pictures", "aloud"],
  helps_too: "A place at the window, and somebody who reads the first sentence with me.",
  hinders: ["noise", "long_texts", "hurry", "beginning"],
  hinders_too: "When everybody is done before me.",
};

const part = (page, name) => page.getByRole("region", { name });
const mine = (page) => part(page, "How I work best");
const goals = (page) => part(page, "My goals over weeks");
const group = (page, name) => page.getByRole("group", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name });
const save = (page) => mine(page).getByRole("button", { name: "Save" });
const goal = (page) => group(page, "Read 120 pages");
const ofKind = async (page, kind) => (await entries(page)).filter((entry) => entry.kind === kind && entry.about === ID);

/** A new student of the demo class on their plan, with what else is brought in. */
async function toPlan(page, site, more = () => []) {
  await openDemo(page, site);
  await bringIn(page, (there) => [{ kind: "student", about: ID, body: { id: ID, name: NAME } }, ...more(there)]);
  await asStudent(page, NAME);
  await page.getByRole("navigation").getByRole("link", { name: "My plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My plan" })).toBeVisible();
}

/** Writes a goal over weeks and sets it. */
async function setGoal(page) {
  await goals(page).getByRole("button", { name: "Set a goal over weeks" }).click();
  await field(page, "What do I want to reach?").fill("Read 120 pages");
  await field(page, "What do I count?").fill("pages");
  await field(page, "Where am I now?").fill("20");
  await field(page, "Where do I want to be?").fill("120");
  await expect(page.getByText("Your milestones: 45, 70, 95, and 120")).toBeVisible();
  // Two taps faster than the first one is kept set one goal.
  await page.getByRole("button", { name: "Set this goal" }).evaluate((button) => {
    button.click();
    button.click();
  });
  await expect(page.getByText("From 20 to 120 pages, by December 29")).toBeVisible();
  expect(await ofKind(page, "long_goal")).toHaveLength(1);
}

test("a student says how they work best; a reload in the middle loses nothing", async ({ page, site }) => {
  await toPlan(page, site);
  await axe(page);
  await mine(page).getByRole("button", { name: "Say how I work best" }).click();
  await expect(mine(page).getByRole("heading", { name: "How I work best" })).toBeFocused();
  await save(page).click();
  await expect(mine(page).getByRole("alert")).toHaveText("Answer one thing first; the rest can stay empty.");
  await group(page, "something new").getByText("with a partner").click();
  await group(page, "practice").getByText("alone").click();
  await group(page, "practice").getByText("alone").click();
  await group(page, "What is harder for me?").getByText("words").click();
  await group(page, "Which pace suits me?").getByText("a little more time").click();
  await field(page, "What do I like?").fill("horses, space travel, Horses");
  await group(page, "What helps me?").getByText("quiet").click();
  await group(page, "What helps me?").getByText("an example to look at").click();
  await field(page, "Something else that gets in my way").fill("x".repeat(201));
  await axe(page);
  await save(page).click();
  await expect(mine(page).getByRole("alert")).toContainText("there is room for 200 letters");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("x".repeat(201));

  await page.reload();
  await expect(group(page, "something new").getByRole("radio", { name: "with a partner" })).toBeChecked();
  await expect(group(page, "practice").getByRole("radio", { name: "alone" }), "taken back").not.toBeChecked();
  await field(page, "Something else that gets in my way").fill("my phone");
  await save(page).click();
  await expect(mine(page).getByRole("heading", { name: "I said this on November 17" })).toBeVisible();
  await expect(mine(page)).toContainText("something new: with a partner");
  await expect(mine(page)).toContainText("horses and space travel");
  await expect(mine(page)).toContainText("an example to look at and quiet");
  await expect(mine(page)).toContainText("my phone");
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await axe(page);
  expect((await ofKind(page, "profile")).map(({ by }) => by)).toEqual(["student"]);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mine(page).getByRole("button", { name: "Say how I work best" })).toBeVisible();
});

test("asked again in a new term, by one line on Today; the teacher's view stands beside it", async ({ page, site }) => {
  const said = { day: "2026-08-20", helps: ["quiet"] };
  const seen = { day: "2026-11-02", helps: ["example"] };
  await toPlan(page, site, () => [
    { kind: "profile", about: ID, by: "student", body: said },
    { kind: "profile", about: ID, body: seen },
  ]);
  await expect(mine(page).getByRole("heading", { name: "My teacher said this on November 2" })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
  await page.getByRole("link", { name: "How do I work best?" }).click();
  await expect(mine(page)).toContainText("Is it still right?");
  await axe(page);
  await mine(page).getByRole("button", { name: "Yes, still right" }).click();
  await expect(mine(page).getByRole("heading", { name: "I said this on November 17" })).toBeVisible();
  await expect(mine(page).getByText("Is it still right?")).toHaveCount(0);
  await mine(page).getByText("What I said earlier (1 time)").click();
  await expect(mine(page).getByRole("heading", { name: "I said this on August 20" })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where am I now?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "How do I work best?" })).toBeHidden();
});

test("a way and a rate are chosen with one tap each, and changed while the board is open", async ({ page, site }) => {
  await toPlan(page, site, () => [{ kind: "choice_board", body: BOARD }]);
  const board = group(page, BOARD.title);
  await expect(board.getByText("Not chosen yet.")).toBeVisible();
  const before = taps(page);
  await board.getByText("Play the game").click();
  await board.getByText("In two lessons").click();
  await expect(page.getByText("You chose “In two lessons”")).toBeVisible();
  await expectTaps(page, 2, before);
  await board.getByText("Draw them").click();
  await expect(board.getByText("Chosen on November 17.")).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(board.getByRole("radio", { name: "Draw them" })).toBeChecked();
  await expect(board.getByRole("radio", { name: "In two lessons" })).toBeChecked();
});

test("a rate that the board offers no more does not come along to another way", async ({ page, site }) => {
  await toPlan(page, site, () => [{ kind: "choice_board", body: BOARD }]);
  const board = group(page, BOARD.title);
  await board.getByText("Play the game").click();
  await board.getByText("In two lessons").click();
  await expect(page.getByText("You chose “In two lessons”")).toBeVisible();
  const address = page.url();
  await page.goto(`${site.url}#/teacher/boards`);
  await page.getByRole("link", { name: BOARD.title, exact: true }).click();
  await page.getByRole("textbox", { name: "How fast, one in each line" }).fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Choice boards" })).toBeVisible();
  await page.goto(address);
  await board.getByText("Draw them").click();
  await expect(board.getByText("Chosen on November 17.")).toBeVisible();
  const chosen = async () => (await entries(page)).filter(({ kind }) => kind === "choice_made").at(-1).body;
  await expect.poll(async () => (await chosen()).way).toBe("Draw them");
  expect((await chosen()).rate ?? "").toBe("");
});

test("an answer is taken back by keyboard as by a second tap", async ({ page, site }) => {
  await toPlan(page, site);
  await page.getByRole("button", { name: /Say how I work best|Change how I work best/ }).click();
  const pace = group(page, "Which pace suits me?").getByRole("radio", { name: "a little more time" });
  await tabTo(page, pace);
  await page.keyboard.press("Space");
  await expect(pace).toBeChecked();
  await page.keyboard.press("Space");
  await expect(pace).not.toBeChecked();
});

test("a goal over weeks is written, counted in two taps, and ended kindly", async ({ page, site }) => {
  await toPlan(page, site);
  await goals(page).getByRole("button", { name: "Set a goal over weeks" }).click();
  await page.getByRole("button", { name: "Set this goal" }).click();
  await expect(goals(page).getByRole("alert").filter({ hasText: "Write what you want to reach." })).toBeVisible();
  await expect(field(page, "What do I want to reach?")).toBeFocused();
  await field(page, "Where am I now?").fill("a few");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("a few");
  await page.reload();
  await expect(field(page, "Where am I now?")).toHaveValue("a few");
  await axe(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await setGoal(page);
  await axe(page);

  const before = taps(page);
  await goal(page).getByRole("button", { name: "10 more" }).click();
  await goal(page).getByRole("button", { name: "Keep my count" }).click();
  await expect(goal(page).getByText("I am at 30.")).toBeVisible();
  await expectTaps(page, 2, before);
  await field(page, "How far am I now?").fill("many");
  await goal(page).getByRole("button", { name: "Keep my count" }).click();
  await expect(goal(page).getByRole("alert")).toContainText("Write a number");
  await expect(field(page, "How far am I now?")).toHaveValue("many");
  await field(page, "How far am I now?").fill("1,200");
  await expect(goal(page).getByRole("alert")).toHaveCount(0);
  await goal(page).getByRole("button", { name: "Keep my count" }).click();
  await expect(goal(page).getByRole("alert"), "1200 or 1.2").toContainText("Write a number, like 1200");
  await field(page, "How far am I now?").fill("72,5");
  await page.keyboard.press("Enter");
  await expect(goal(page).getByText("I am at 72.5.")).toBeVisible();
  await expect(goal(page).getByRole("img", { name: "2 of 4 milestones reached" })).toBeVisible();
  await expect(goal(page).getByText("Next milestone: 95")).toBeVisible();
  await goal(page).getByText("Show as table").click();
  await expect(goal(page).getByRole("row", { name: /^70 .* November 17$/ })).toBeVisible();
  await axe(page);

  await goal(page).getByText("Change or end this goal").click();
  await goal(page).getByRole("group", { name: "End it" }).getByRole("button", { name: "Almost" }).click();
  await expect(goal(page)).toHaveCount(0);
  await goals(page).getByText("1 goal that has ended").click();
  await expect(goals(page).getByText("Almost, on November 17")).toBeVisible();
  await goals(page).getByRole("button", { name: "Take it up again" }).click();
  await expect(goal(page).getByText("I am at 72.5.")).toBeVisible();
});

test("a goal over weeks by keyboard alone", async ({ page, site }) => {
  await toPlan(page, site);
  const before = taps(page);
  await enter(page, goals(page).getByRole("button", { name: "Set a goal over weeks" }));
  for (const [name, text] of [
    ["What do I want to reach?", "Read 120 pages"],
    ["Where am I now?", "20"],
    ["Where do I want to be?", "120"],
  ]) {
    await tabTo(page, field(page, name));
    await page.keyboard.type(text);
  }
  await enter(page, page.getByRole("button", { name: "Set this goal" }));
  await expect(goals(page).getByRole("heading", { name: "My goals over weeks" })).toBeFocused();
  await enter(page, goal(page).getByRole("button", { name: "1 more" }));
  await enter(page, goal(page).getByRole("button", { name: "Keep my count" }));
  await expect(goal(page).getByText("I am at 21.")).toBeVisible();

  await enter(page, mine(page).getByRole("button", { name: "Say how I work best" }));
  await expect(mine(page).getByRole("heading", { name: "How I work best" })).toBeFocused();
  await tabTo(page, group(page, "something new").getByRole("radio", { name: "alone" }));
  await page.keyboard.press("ArrowRight");
  await expect(group(page, "something new").getByRole("radio", { name: "with a partner" })).toBeChecked();
  await enter(page, save(page));
  await expect(mine(page)).toContainText("something new: with a partner");
  await expectTaps(page, 0, before);
});

test("a goal for today can have an if-then plan, and needs none", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await level(page, "How is it going?", "Getting there").click();
  await page.getByRole("button", { name: /fits “/ }).first().click();
  await page.getByText("A plan for when something gets in the way").click();
  await field(page, "If this gets in the way").fill("noise");
  await page.getByRole("button", { name: "Set my goal" }).click();
  await expect(page.getByText("Your plan needs both halves")).toBeVisible();
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("noise");
  await page.reload();
  await expect(field(page, "If this gets in the way")).toHaveValue("noise");
  await field(page, "then I will").fill("move to the reading corner");
  await axe(page);
  await page.getByRole("button", { name: /fits “/ }).first().click();
  await page.getByRole("button", { name: "Set my goal" }).click();
  const plan = "If “noise” gets in the way, then I will move to the reading corner.";
  await expect(page.getByText(plan)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Change my goal" }).click();
  await expect(field(page, "If this gets in the way")).toHaveValue("noise");
});

test("the plan prints on one page", async ({ page, site }) => {
  await toPlan(page, site, () => [
    { kind: "choice_board", body: BOARD },
    { kind: "profile", about: ID, by: "student", body: FULL },
    { kind: "profile", about: ID, body: FULL },
    { kind: "accommodations", about: ID, body: { extra_time: 50, read_aloud: true } },
  ]);
  await expect(part(page, "What is set up for me")).toContainText("You have 50% more time.");
  await setGoal(page);
  const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(`${NAME}, `)).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep my count" })).toBeHidden();
  await page.emulateMedia({ media: null });
});
