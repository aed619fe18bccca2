// A check while it comes in and afterwards: results without a tap, groups with reasons, what the teacher decides, plans,
// evidence, the wall, paper.
import { printed } from "./rubrics.mjs";
import {
  axe, bringIn, DEMO_NAMES, enter, entries, expect, expectTaps, namesIn, openDemo, tabTo, taps, tapTwice, test,
} from "./support.mjs";

const TICKET = "00000000000000f1";
const DAY = "2026-11-17";
const STUDENTS = ["Amara Okafor", "Benício Souza", "Chloé Martin", "Đức Nguyễn", "Elif Yılmaz", "Finn O’Brien"];

const live = (site, id = TICKET) => `${site.url}#/teacher/ticket/${id}`;
const group = (page, name) => page.locator("details.group", { has: page.locator("summary", { hasText: name }) });
const openGroup = (page, name) => group(page, name).locator("summary").click();
const toast = (page) => page.locator(".toast").getByRole("status");
const dialog = (page) => page.getByRole("dialog");
const more = (page, name) => page.getByRole("button", { name: `More about ${name}` });
const hide = (page) => page.getByRole("button", { name: "Hide names" });

const choice = { choice: { question: "Which is more?", choices: ["2/3", "3/5"], key: 0 } };

/** A check with these questions, and an answer for each row of replies: a student's, or nobody's. */
function check({ student, skill, scale }, ticket, answers) {
  const at = (level) => ({ level: { scale, level } });
  const questions = [{ level: "before" }, { level: "after" }, choice, "sentence"];
  const body = { id: TICKET, skill, day: DAY, template: "got_it", scale, questions, ...ticket };
  const line = ({ who, replies, day = DAY, version }) => ({
    kind: "answer",
    by: "student",
    ...(who === undefined ? {} : { about: student(who) }),
    body: { ticket: TICKET, skill, day, replies: replies(at), ...(version === undefined ? {} : { version }) },
  });
  return [{ kind: "exit_ticket", body }, ...answers.map(line)];
}

/** Six answers to "Got it?": two got it, two almost, two not yet. */
const sixAnswers = [
  [1, 3, 0],
  [2, 4, 0],
  [2, 3, 1],
  [3, 2, 0],
  [1, 1, 1],
  [2, 2, 1],
].map(([before, after, chosen], place) => ({
  who: STUDENTS[place],
  replies: (at) => [at(before), at(after), { choice: chosen }, place === 0 ? { sentence: "I drew <b>both</b>." } : "blank"],
}));

async function openSix(page, site, ticket = {}) {
  await openDemo(page, site);
  await bringIn(page, (known) => check(known, ticket, sixAnswers));
  await page.goto(live(site));
  await expect(page.getByText("6 of 24 in")).toBeVisible();
}

test("script 5: the results are on the screen with no tap, and one tap opens a group with a fair reason", async ({
  page,
  site,
}) => {
  await openSix(page, site);
  const before = taps(page);
  await expect(
    page.getByText("3 of 6 now say “I’ve got it” or higher, 1 before; 3 up, 2 same, 1 down."),
  ).toBeVisible();
  await expectTaps(page, 0, before);
  for (const [name, count] of [
    ["Reteach with me", 2],
    ["Practise together", 2],
    ["Extend", 2],
  ]) {
    await expect(group(page, name)).toContainText(`${count} students`);
  }
  await openGroup(page, "Practise together");
  await expectTaps(page, 1, before);
  const reasons = group(page, "Practise together").getByRole("listitem");
  await expect(reasons.filter({ hasText: "says “I’ve got it”, answer not right" })).toHaveCount(1);
  await expect(reasons.filter({ hasText: "says “Getting there”, answer right" })).toHaveCount(1);
  expect(await namesIn(page), "names are hidden while it is open").toEqual([]);
  await axe(page);
});

test("each question has its tally: bars with numbers, the key, p from five answers on, what was written", async ({
  page,
  site,
}) => {
  await openSix(page, site);
  const card = page.getByRole("article").filter({ hasText: "Which is more?" });
  await expect(card.getByRole("row", { name: /2\/3 right answer/ }).getByRole("cell")).toHaveText("3");
  await expect(card).toContainText("3 of 6 right · Share of right answers (p): 0.5");
  await expect(page.getByText("I drew <b>both</b>.")).toBeVisible();
  await hide(page).click();
  await expect(page.getByRole("article").filter({ hasText: "I drew" })).toContainText("Amara Okafor");
  await axe(page);
});

test("two versions are told apart, and under five answers there is no p", async ({ page, site }) => {
  await openDemo(page, site);
  const other = { choice: { question: "Which is less?", choices: ["1/2", "1/3"], key: 1 } };
  const answer = (who, version, chosen) => ({ who, version, replies: () => [{ choice: chosen }] });
  await bringIn(page, (known) =>
    check(known, { template: "blank", questions: [choice], version_b: [other] }, [
      answer(STUDENTS[0], "a", 0),
      answer(STUDENTS[1], "b", 0),
    ]),
  );
  await page.goto(live(site));
  for (const [version, question, right] of [
    ["Version A", "Which is more?", "1 of 1 right"],
    ["Version B", "Which is less?", "0 of 1 right"],
  ]) {
    await expect(page.getByRole("heading", { name: version })).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: question })).toContainText(right);
  }
  await expect(page.getByText("Share of right answers")).toHaveCount(0);
  await axe(page);
});

test("why somebody is in a group is told by what their own version asks", async ({ page, site }) => {
  await openDemo(page, site);
  const answer = (who, version) => ({ who, version, replies: (at) => [at(3)] });
  await bringIn(page, (known) =>
    check(known, { template: "blank", questions: [{ level: "after" }], version_b: [{ level: "before" }] }, [
      answer(STUDENTS[0], "a"),
      answer(STUDENTS[1], "b"),
    ]),
  );
  await page.goto(live(site));
  const reasons = page.locator("details.group li");
  await expect(reasons.filter({ hasText: "says “I’ve got it”" })).toHaveCount(2);
  await expect(reasons.filter({ hasText: "no level given" })).toHaveCount(0);
});

test("without names nothing is told while it is open, nothing below five, and never who", async ({ page, site }) => {
  await openDemo(page, site);
  const nobody = (text) => ({ replies: () => [{ choice: 0 }, { sentence: text }] });
  const ticket = { template: "blank", questions: [choice, "sentence"], anonymous: true };
  const more = async (texts) => {
    await bringIn(page, (known) => check(known, ticket, texts.map(nobody)).slice(1));
    await page.goto(live(site));
  };
  const why = page.getByText("The results stand here once you close it");
  const close = page.getByRole("button", { name: "Close check" });
  const reopen = page.getByRole("button", { name: "Open again" });
  await bringIn(page, (known) => check(known, ticket, []));
  await more(["d", "c", "b", "a"]);
  await expect(page.getByText("4 answers in")).toBeVisible();
  await expect(why).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  for (const gone of ["Missing", "What next?"]) {
    await expect(page.getByRole("heading", { name: gone })).toHaveCount(0);
  }
  await axe(page);
  await close.click();
  await expect(page.getByText("4 answers are too few to show anything.")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await axe(page);

  await reopen.click();
  await more(["e"]);
  await expect(why).toBeVisible();
  await expect(page.locator(".texts li")).toHaveCount(0);
  await close.click();
  await expect(page.locator(".texts li")).toHaveText(["a", "b", "c", "d", "e"]);
  expect(await namesIn(page)).toEqual([]);
  await axe(page);

  // The sixth answer could be told from the five that were seen.
  await reopen.click();
  await more(["f"]);
  await close.click();
  await expect(page.getByText("6 answers in")).toBeVisible();
  await expect(page.getByText("1 answer came later. It is added once there are 5 new ones")).toBeVisible();
  await expect(page.locator(".texts li")).toHaveText(["a", "b", "c", "d", "e"]);
});

test("a question that few answered without a name is not told, on no screen", async ({ page, site }) => {
  await openDemo(page, site);
  const ticket = { template: "blank", questions: [{ level: "before" }, { level: "after" }, choice], anonymous: true };
  const rows = [0, 1, 2, 3, 4, 5, 6].map((n) => ({
    replies: (at) => [n === 0 ? "blank" : at(1), at(3), n < 3 ? { choice: 0 } : "blank"],
  }));
  await bringIn(page, (known) => check(known, ticket, rows));
  await page.goto(`${live(site)}/wall`);
  await expect(page.getByText("Answers without names can be shown once the check is closed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reveal the results" })).toBeDisabled();
  await page.goto(`${live(site)}/print`);
  await expect(page.locator(".result-sheet")).toContainText("once you close it");
  await expect(page.locator(".result-sheet"), "of a class nobody is counted").not.toContainText("of 24");
  await expect(page.getByRole("table")).toHaveCount(0);

  await page.goto(live(site));
  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByRole("row", { name: "I’ve got it" }).first().getByRole("cell")).toHaveText("7");
  await expect(page.getByText("How the levels moved is not shown")).toBeVisible();
  const few = page.getByRole("article").filter({ hasText: "Which is more?" });
  await expect(few).toContainText("Fewer than 5 answered this");
  await expect(few).not.toContainText("right");
  await expect(few.getByRole("table")).toHaveCount(0);
  await axe(page);
  await page.goto(`${live(site)}/print`);
  await expect(page.locator(".sheet-question").filter({ hasText: "Which is more?" })).toContainText("Fewer than 5");
  await page.goto(`${live(site)}/wall`);
  await page.getByRole("button", { name: "Reveal the results" }).click();
  await expect(page.getByRole("table", { name: "Which is more?" })).toHaveCount(0);
});

test("evidence of an answer that was taken back is told, and one tap takes it back too", async ({ page, site }) => {
  await openSix(page, site);
  await openGroup(page, "Use as evidence");
  await tapTwice(page.getByRole("button", { name: "Use as evidence" }));
  await expect(toast(page)).toHaveText("Evidence for 6 students");
  const ofTicket = (await entries(page)).filter(({ kind, body }) => kind === "evidence" && body.shown_on === "2026-11-17");
  expect(ofTicket, "one piece for each, though tapped twice").toHaveLength(6);
  const line = page.getByText("still counts");
  await expect(line).toHaveCount(0);
  await bringIn(page, (known) =>
    check(known, {}, [{ who: "Amara Okafor", replies: (at) => [at(1), at(3), "blank", "blank"] }]).slice(1),
  );
  await page.goto(live(site));
  await hide(page).click();
  await expect(line).toHaveText("The answer was taken back or left blank, but its evidence still counts: Amara Okafor");
  await axe(page);
  const before = taps(page);
  await enter(page, page.getByRole("button", { name: "Take the evidence back too" }));
  await expectTaps(page, 0, before);
  await expect(toast(page)).toHaveText("Evidence taken back for 1 student");
  await expect(line).toHaveCount(0);
  await expect(group(page, "Use as evidence").locator("summary"), "the focus is not lost").toBeFocused();
  const last = (await entries(page)).filter((e) => e.kind === "evidence").at(-1);
  expect([last.body.mark, last.replaces.length]).toEqual([{ code: "not_assessed" }, 1]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(line).toBeVisible();
});

test("opening can be taken back where it leads to", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expect(toast(page)).toContainText("Opened: ");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This check does not exist any more." })).toBeVisible();
});

test("a draft that was opened and taken back is a draft again", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, (known) => check(known, { draft: true, template: "blank", questions: [choice] }, []));
  await page.goto(live(site));
  await expect(page.getByRole("heading", { level: 1, name: "This check is a draft." })).toBeVisible();
  await page.getByRole("link", { name: "Go on writing" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This check is a draft." })).toBeVisible();
  await axe(page);
});

test("slips of a draft are printed once it is whole, before it is opened", async ({ page, site }) => {
  await openDemo(page, site);
  // Also when something came in before the opening was taken back.
  await bringIn(page, (known) =>
    check(known, { draft: true, template: "blank", questions: [choice] }, [
      { who: STUDENTS[0], replies: () => [{ choice: 0 }] },
    ]),
  );
  await page.goto(`${live(site)}/edit`);
  const print = page.getByRole("link", { name: "Print blank tickets" });
  const asked = page.getByRole("textbox", { name: "Question", exact: true });
  await expect(print).toBeVisible();
  await asked.fill("");
  await expect(print).toHaveCount(0);
  await asked.fill("Which is least?");
  await axe(page);
  await print.click();
  await expect(page.locator(".paper-slip").first()).toContainText("Which is least?");
  await expect(page.locator(".paper-slip").first(), "nobody knows the day yet").not.toContainText("November");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await axe(page);
  await page.locator(".page-head").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Change the questions" })).toBeVisible();
});

test("a student is moved to another group and back, and one without an answer is placed", async ({ page, site }) => {
  await openSix(page, site);
  await hide(page).click();
  await openGroup(page, "Reteach with me");
  await more(page, "Elif Yılmaz").click();
  await expect(dialog(page)).toContainText("Which is more?");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Practise together" }).click();
  await expect(toast(page)).toHaveText("Elif Yılmaz: now in “Practise together”");
  await openGroup(page, "Practise together");
  const line = group(page, "Practise together").getByRole("listitem").filter({ hasText: "Elif Yılmaz" });
  await expect(line).toContainText("says “Just starting”, answer not right");
  await expect(line).toContainText("moved by you");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(group(page, "Reteach with me")).toContainText("Elif Yılmaz");

  // By keyboard alone, there and back.
  const before = taps(page);
  await enter(page, more(page, "Elif Yılmaz"));
  await enter(page, dialog(page).getByRole("button", { name: "Extend" }));
  await expect(group(page, "Reteach with me").locator("summary"), "where the line was").toBeFocused();
  await enter(page, group(page, "Extend").locator("summary"));
  await enter(page, more(page, "Elif Yılmaz"));
  await enter(page, dialog(page).getByRole("button", { name: "Back to the suggested group" }));
  await expect(group(page, "Reteach with me")).toContainText("Elif Yılmaz");
  await enter(page, more(page, "Hana Suzuki"));
  await enter(page, dialog(page).getByRole("button", { name: "Reteach with me" }));
  const placed = group(page, "Reteach with me").getByRole("listitem").filter({ hasText: "Hana Suzuki" });
  await expect(placed).toContainText("no answer");
  await expect(placed).toContainText("placed by you");
  await expectTaps(page, 0, before);
});

test("one student may hand in again, and earlier tries can be read", async ({ page, site }) => {
  await openSix(page, site);
  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  expect(await namesIn(page), "closing shows no name").toEqual([]);
  await hide(page).click();
  await openGroup(page, "Reteach with me");
  await more(page, "Elif Yılmaz").click();
  await dialog(page).getByRole("button", { name: "Let them hand in again" }).click();
  await expect(toast(page)).toHaveText("Elif Yılmaz can hand in again");
  await more(page, "Elif Yılmaz").click();
  await expect(dialog(page)).toContainText("Can hand in now.");
  await page.keyboard.press("Escape");
  await bringIn(page, (known) =>
    check(known, {}, [
      { who: "Elif Yılmaz", day: "2026-11-18", replies: (at) => [at(1), at(4), { choice: 0 }, "blank"] },
    ]).slice(1),
  );
  await page.goto(live(site));
  await openGroup(page, "Extend");
  const line = group(page, "Extend").getByRole("listitem").filter({ hasText: "Elif Yılmaz" });
  await expect(line).toContainText("try 2");
  await expect(line).toContainText("came 1 day later");
  await more(page, "Elif Yılmaz").click();
  await dialog(page).getByText("Try 1, November 17").click();
  await expect(dialog(page)).toContainText("Just starting");
  await axe(page);
});

test("a follow-up is planned from a group, stands on Today on its day, and is done", async ({ page, site }) => {
  await openSix(page, site);
  await openGroup(page, "Reteach with me");
  await group(page, "Reteach with me").getByRole("button", { name: "Plan a follow-up" }).click();
  await dialog(page).getByRole("button", { name: "Plan it" }).click();
  await expect(dialog(page).getByRole("alert")).toHaveText("Write what you plan to do.");
  await dialog(page).getByRole("textbox", { name: "What will you do?" }).fill("Fraction strips <script>");
  await dialog(page).getByLabel("On which day?").fill("");
  await dialog(page).getByRole("button", { name: "Plan it" }).click();
  await expect(dialog(page).getByRole("alert")).toHaveText("Choose a day.");
  await dialog(page).getByLabel("On which day?").fill(DAY);
  await axe(page);
  await dialog(page).getByRole("button", { name: "Plan it" }).click();
  await expect(group(page, "Reteach with me")).toContainText("Fraction strips <script>");
  await page.getByRole("navigation").getByRole("link", { name: "Today" }).click();
  const card = page.locator("section", { has: page.getByRole("heading", { name: "Planned for today" }) });
  await expect(card).toContainText("Fraction strips <script>");
  await expect(card).toContainText("Reteach with me");
  await axe(page);
  await card.getByRole("button", { name: "Done" }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toBeVisible();
});

test("a plan that is being written outlives Escape and a reload, and a long one is not cut", async ({ page, site }) => {
  await openSix(page, site);
  const what = dialog(page).getByRole("textbox", { name: "What will you do?" });
  const begin = async () => {
    await openGroup(page, "Extend");
    await group(page, "Extend").getByRole("button", { name: "Plan a follow-up" }).click();
  };
  await begin();
  await what.fill("Fraction strips");
  await page.keyboard.press("Escape");
  await group(page, "Extend").getByRole("button", { name: "Plan a follow-up" }).click();
  await expect(what).toHaveValue("Fraction strips");
  await page.reload();
  await begin();
  await expect(what).toHaveValue("Fraction strips");
  await what.fill("é".repeat(503));
  await expect(dialog(page).getByRole("alert")).toContainText("3 characters too many.");
  await dialog(page).getByRole("button", { name: "Plan it" }).click();
  await expect(what).toHaveValue("é".repeat(503));
  await axe(page);
  await what.fill("é".repeat(500));
  await dialog(page).getByRole("button", { name: "Plan it" }).click();
  await expect(group(page, "Extend").locator(".plans li")).toContainText("é".repeat(500));
  await group(page, "Extend").getByRole("button", { name: "Plan a follow-up" }).click();
  await expect(what, "the next plan begins anew").toHaveValue("");
});

test("results become evidence with one confirmation, a second time takes its place", async ({ page, site }) => {
  await openSix(page, site);
  const taken = async () =>
    (await entries(page)).filter((e) => e.kind === "evidence" && e.body.source?.exit_ticket === TICKET);
  await openGroup(page, "Use as evidence");
  const counts = (name) => page.getByRole("combobox", { name });
  for (const [name, word] of [
    ["Reteach with me", "Just starting"],
    ["Practise together", "Getting there"],
    ["Extend", "I’ve got it"],
  ]) {
    await expect(counts(name).locator("option:checked")).toHaveText(word);
  }
  await axe(page);
  await page.getByRole("button", { name: "Use as evidence" }).click();
  await expect(toast(page)).toHaveText("Evidence for 6 students");
  await expect.poll(async () => (await taken()).length).toBe(6);
  expect((await taken()).every((e) => e.body.shown_on === DAY && e.body.entered_at === DAY)).toBe(true);

  await counts("Extend").selectOption({ label: "I can teach it" });
  await page.getByRole("button", { name: "Use as evidence" }).click();
  await expect.poll(async () => (await taken()).length).toBe(12);
  const all = await taken();
  expect(all.slice(6).every((e) => e.replaces.length === 1), "each takes the place of the first").toBe(true);

  await hide(page).click();
  await openGroup(page, "Extend");
  await group(page, "Extend").getByRole("link", { name: "Amara Okafor" }).click();
  const piece = page.getByRole("listitem").filter({ hasText: "Exit ticket" });
  await expect(piece.filter({ hasText: "November 17" })).toHaveCount(1);
  await expect(piece.filter({ hasText: "November 17" })).toContainText("I can teach it");
});

test("what students say about themselves is never evidence", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, (known) =>
    check(known, { template: "blank", questions: [{ level: "after" }] }, [
      { who: STUDENTS[0], replies: (at) => [at(4)] },
    ]),
  );
  await page.goto(live(site));
  await openGroup(page, "Use as evidence");
  await expect(page.getByText("never counts toward a level")).toBeVisible();
  await expect(page.getByRole("combobox")).toHaveCount(0);
});

test("two tabs close the same check, and either opens it again", async ({ context, page, site }) => {
  await openSix(page, site);
  const other = await context.newPage();
  await other.goto(live(site));
  const close = (tab) => tab.getByRole("button", { name: "Close check" });
  await expect(close(other)).toBeVisible();
  // As at once as two clicks can be.
  await Promise.all([page, other].map((tab) => close(tab).evaluate((button) => button.click())));
  for (const tab of [page, other]) {
    await expect(toast(tab)).toHaveText("The check is closed");
    await expect(tab.getByText("Closed", { exact: true })).toBeVisible();
    await expect(tab.getByText("6 of 24 in")).toBeVisible();
  }
  await other.getByRole("button", { name: "Open again" }).click();
  await expect(close(other), "the focus is not lost").toBeFocused();
  for (const tab of [page, other]) await expect(tab.getByText("Open", { exact: true })).toBeVisible();
  await close(page).click();
  await expect(other.getByText("Closed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(other.getByText("Open", { exact: true })).toBeVisible();
});

test("the wall has the code, the question and the timer, no name, and hides names elsewhere", async ({
  context,
  page,
  site,
}) => {
  await openSix(page, site, { minutes: 5 });
  await expect(page.getByRole("timer")).toHaveText("5:00 left");
  await hide(page).click();
  await expect(hide(page)).toHaveAttribute("aria-pressed", "false");
  const code = await page.locator(".pill", { hasText: "Code" }).locator("strong").innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}$/);

  const wall = await context.newPage();
  await wall.clock.setFixedTime("2026-11-17T09:03:30-06:00");
  await wall.goto(`${live(site)}/wall`);
  await expect(wall.getByText("6 of 24 handed in")).toBeVisible();
  await expect(wall.locator(".projected-code")).toContainText(code);
  await expect(wall.getByText("Which is more?")).toBeVisible();
  await expect(hide(page), "names hide by themselves").toHaveAttribute("aria-pressed", "true");
  await expect(wall.getByText("3 of 6 right")).toHaveCount(0);
  await wall.getByRole("button", { name: "Reveal the results" }).click();
  await expect(wall.getByRole("row", { name: /3\/5/ }).getByRole("cell")).toHaveText("3");
  await expect(wall.getByText("I drew")).toHaveCount(0);
  expect(await namesIn(wall)).toEqual([]);
  await axe(wall);

  // Every other screen with names begins with them hidden, of a check that is closed as well.
  const other = await context.newPage();
  const half = (await entries(page)).find((e) => e.kind === "exit_ticket" && e.body.survey?.moment === "after");
  for (const way of [`/survey/${half.body.survey.survey}`, `/ticket/${TICKET}/print`, `/ticket/${half.body.id}`]) {
    await other.goto(`${site.url}#/teacher${way}`);
    await expect(hide(other), way).toHaveAttribute("aria-pressed", "true");
    expect(await namesIn(other), way).toEqual([]);
  }
  await wall.close();
  await other.goto(`${site.url}#/teacher/survey/${half.body.survey.survey}`);
  await expect(hide(other), "nothing stands on the wall any more").toHaveAttribute("aria-pressed", "false");
});

test("the focus stays in the list when a student is marked absent, a plan is done or changed", async ({ page, site }) => {
  await openSix(page, site);
  const before = taps(page);
  const rows = page.locator(".missing li");
  await hide(page).focus();
  await page.keyboard.press("Enter");
  await expect(rows.first()).toContainText("Guadalupe Reyes");
  await enter(page, rows.first().getByRole("button", { name: "Mark absent" }));
  await expect(toast(page)).toHaveText("Guadalupe Reyes is marked absent");
  await expect(rows.first()).toContainText("Hana Suzuki");
  await expect(rows.first().getByRole("button", { name: "Mark absent" })).toBeFocused();
  await enter(page, group(page, "Extend").locator("summary"));
  await enter(page, group(page, "Extend").getByRole("button", { name: "Plan a follow-up" }));
  await tabTo(page, dialog(page).getByRole("textbox", { name: "What will you do?" }));
  await page.keyboard.type("Teach it");
  await tabTo(page, dialog(page).getByLabel("On which day?"));
  await dialog(page).getByLabel("On which day?").fill(DAY);
  await enter(page, dialog(page).getByRole("button", { name: "Plan it" }));
  const done = group(page, "Extend").getByRole("button", { name: "Done" });
  await enter(page, done);
  await expect(done).toHaveAttribute("aria-pressed", "true");
  await expect(done).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(done).toHaveAttribute("aria-pressed", "false");
  const change = group(page, "Extend").getByRole("button", { name: "Change" });
  await enter(page, change);
  await tabTo(page, dialog(page).getByRole("textbox", { name: "What will you do?" }));
  await page.keyboard.type(" twice");
  await enter(page, dialog(page).getByRole("button", { name: "Plan it" }));
  await expect(group(page, "Extend").locator(".plans li")).toContainText("twice");
  await expect(change).toBeFocused();
  await enter(page, page.getByRole("navigation").getByRole("link", { name: "Today" }));
  await enter(page, page.getByRole("button", { name: "Done", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expectTaps(page, 0, before);
});

test("the timer counts from when the check was opened here, and ends nothing", async ({ page, site }) => {
  await openSix(page, site, { minutes: 2 });
  await expect(page.getByRole("timer")).toHaveText("2:00 left");
  await page.clock.setFixedTime("2026-11-17T09:01:15-06:00");
  await expect(page.getByRole("timer")).toHaveText("0:45 left");
  await page.clock.setFixedTime("2026-11-17T09:09:00-06:00");
  await expect(page.getByRole("timer")).toHaveText("Time is over. Answers still come in.");
  await expect(page.getByText("Open", { exact: true })).toBeVisible();
});

test("on paper: blank tickets, group cards and results, without the app around them", async ({ page, site }) => {
  await openSix(page, site);
  await page.getByRole("link", { name: "Print group cards" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Group cards" })).toBeChecked();
  await expect(page.locator(".group-card")).toHaveCount(3);
  await expect(page.locator(".group-card").filter({ hasText: "Extend" })).toContainText("Amara Okafor");
  await axe(page);
  await page.getByRole("radio", { name: "Sheets to fill in" }).check();
  await expect(page.locator(".paper-slip")).toHaveCount(2);
  await axe(page);
  await page.getByRole("radio", { name: "Results" }).check();
  await expect(page.locator(".result-sheet")).toContainText("3 of 6 right");
  expect(await namesIn(page), "no name stands on the results").toEqual([]);
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("radio", { name: "Results" })).toBeHidden();
});

test("a whole class on paper: one sheet of cards, results without a half-empty sheet", async ({ page, site }) => {
  await openDemo(page, site);
  const question = "Which of these two is more, and how can you tell it without drawing? ".repeat(5).slice(0, 300);
  const long = [1, 2, 3].map((n) => ({ choice: { ...choice.choice, question: `${n} ${question}`.slice(0, 300) } }));
  const said = "What I wrote is a sentence about fractions. ".repeat(6).slice(0, 250);
  const answers = DEMO_NAMES.map((who, n) => ({
    who,
    replies: (at) => [at(1 + (n % 4)), { choice: 0 }, { choice: n % 2 }, { choice: 1 }, { sentence: said }],
  }));
  const questions = [{ level: "after" }, ...long, "sentence"];
  await bringIn(page, (known) => check(known, { template: "blank", questions }, answers));
  await page.goto(`${live(site)}/print`);
  await expect(page.locator(".card-names li")).toHaveCount(24);
  expect(await printed(page)).toHaveLength(1);
  await page.getByRole("radio", { name: "Results" }).check();
  await expect(page.locator(".sheet-question")).toHaveCount(4);
  expect((await printed(page)).length).toBeLessThan(4);
});

test("by keyboard alone: a group is opened, a plan made, evidence taken", async ({ page, site }) => {
  await openSix(page, site);
  const before = taps(page);
  await enter(page, group(page, "Extend").locator("summary"));
  await enter(page, group(page, "Extend").getByRole("button", { name: "Plan a follow-up" }));
  await tabTo(page, dialog(page).getByRole("textbox", { name: "What will you do?" }));
  await page.keyboard.type("Teach it to a partner");
  await enter(page, dialog(page).getByRole("button", { name: "Plan it" }));
  await expect(group(page, "Extend")).toContainText("Teach it to a partner");
  await enter(page, group(page, "Use as evidence").locator("summary"));
  await enter(page, page.getByRole("button", { name: "Use as evidence" }));
  await expect(toast(page)).toHaveText("Evidence for 6 students");
  await expectTaps(page, 0, before);
});
