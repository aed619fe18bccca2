// A survey before and after the teaching: two taps open the first half, one the second; students pair by themselves.
import { axe, bringIn, enter, entries, expect, expectTaps, namesIn, openDemo, tabTo, taps, test } from "./support.mjs";

const SURVEY = "00000000000000e5";
const [BEFORE, AFTER] = ["00000000000000b1", "00000000000000a1"];
const DAYS = { [BEFORE]: "2026-11-10", [AFTER]: "2026-11-17" };
const STUDENTS = [
  "Amara Okafor", "Benício Souza", "Chloé Martin", "Đức Nguyễn", "Elif Yılmaz", "Finn O’Brien", "Guadalupe Reyes",
  "Hana Suzuki", "Isaac Cohen", "Jasleen Kaur", "Kofi Mensah",
];

const report = (site) => `${site.url}#/teacher/survey/${SURVEY}`;
const card = (page) => page.locator("section", { has: page.getByRole("heading", { name: "Before and after" }) });
const question = (text) => ({ number: { question: text, key: "1" } });
const QUESTIONS = ["One?", "Two?", "Three?", "Four?"].map(question);

/** Both halves of a survey, and answers: so many of four right before and after; undefined is no answer. */
function survey({ student, skill, scale }, scores, { anonymous = false, closed = [BEFORE, AFTER] } = {}) {
  const half = (id, moment) => ({
    kind: "exit_ticket",
    body: {
      id, skill, day: DAYS[id], template: "blank", scale, questions: QUESTIONS, title: "Four numbers",
      survey: { survey: SURVEY, moment }, ...(anonymous ? { anonymous } : {}),
    },
  });
  const answer = (ticket, right, who) => ({
    kind: "answer",
    by: "student",
    ...(anonymous ? {} : { about: student(who) }),
    body: {
      ticket, skill, day: DAYS[ticket],
      replies: QUESTIONS.map((_, i) => ({ number: i < right ? "1" : "2" })),
    },
  });
  const answers = scores.flatMap(([before, after], i) => [
    ...(before === undefined ? [] : [answer(BEFORE, before, STUDENTS[i])]),
    ...(after === undefined ? [] : [answer(AFTER, after, STUDENTS[i])]),
  ]);
  const ends = closed.map((ticket) => ({ kind: "ticket_closed", body: { ticket, day: DAYS[ticket] } }));
  return [half(BEFORE, "before"), half(AFTER, "after"), ...answers, ...ends];
}

async function open(page, site, scores, options) {
  await openDemo(page, site);
  await bringIn(page, (known) => survey(known, scores, options));
  await page.goto(report(site));
  await expect(page.getByRole("heading", { level: 1, name: "Four numbers" })).toBeVisible();
}

/** Answers of the first half that is open, as another device brings them. */
const answerBefore = (page, count) =>
  bringIn(page, ({ known, student, scale }) => {
    const { body } = known.filter((entry) => entry.kind === "exit_ticket").at(-1);
    return STUDENTS.slice(0, count).map((name) => ({
      kind: "answer",
      by: "student",
      about: student(name),
      body: { ticket: body.id, skill: body.skill, day: body.day, replies: [{ level: { scale, level: 2 } }, { step: 1 }] },
    }));
  });

const today = (page) => page.getByRole("navigation").getByRole("link", { name: "Today" });

test("script 6: Before and Open, then After: three taps, and the first half is closed", async ({ page, site }) => {
  await openDemo(page, site);
  const before = taps(page);
  await card(page).getByRole("link", { name: "Before" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expectTaps(page, 2, before);
  await expect(page.getByText("Before the teaching")).toBeVisible();
  await axe(page);
  await today(page).click();
  await expect(card(page).getByRole("button", { name: "After", exact: true }), "nothing to hold it against").toHaveCount(0);

  await answerBefore(page, 3);
  await today(page).click();
  await expect(card(page)).toContainText("Before: 3 answers");
  await axe(page);
  const again = taps(page);
  await card(page).getByRole("button", { name: "After", exact: true }).click();
  await expect(page.getByText("After the teaching")).toBeVisible();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expectTaps(page, 1, again);
  const tickets = (await entries(page)).filter((entry) => entry.kind === "exit_ticket").slice(-2);
  expect(tickets.map((t) => t.body.survey.moment)).toEqual(["before", "after"]);
  expect(tickets[0].body.survey.survey).toBe(tickets[1].body.survey.survey);
  await expect
    .poll(async () => (await entries(page)).filter((entry) => entry.kind === "ticket_closed").at(-1).body.ticket)
    .toBe(tickets[0].body.id);
  await page.getByRole("link", { name: "Before and after" }).click();
  await expect(page.getByText("Nobody has answered both halves yet.")).toBeVisible();
});

test("undo after After takes the second half back and leaves the first open", async ({ page, site }) => {
  await openDemo(page, site);
  await card(page).getByRole("link", { name: "Before" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await answerBefore(page, 1);
  await today(page).click();
  await card(page).getByRole("button", { name: "After", exact: true }).click();
  await expect(page.getByText("After the teaching")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await today(page).click();
  await expect(card(page).getByRole("button", { name: "After", exact: true })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /· open · 1 / }), "the first half").toHaveCount(1);
});

test("by keyboard alone: both halves are opened", async ({ page, site }) => {
  await openDemo(page, site);
  const before = taps(page);
  await enter(page, card(page).getByRole("link", { name: "Before" }));
  await enter(page, page.getByRole("button", { name: "Open", exact: true }));
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await expectTaps(page, 0, before);
  await answerBefore(page, 1);
  const again = taps(page);
  await enter(page, today(page));
  await enter(page, card(page).getByRole("button", { name: "After", exact: true }));
  await expect(page.getByText("After the teaching")).toBeVisible();
  await expectTaps(page, 0, again);
});

test("students pair by themselves, unmatched ones are named, and four pairs make no class figure", async ({
  page,
  site,
}) => {
  await open(page, site, [[2, 3], [1, 4], [4, 4], [3, 2], [1, undefined], [undefined, 2]]);
  const rows = page.locator(".arrows li");
  await expect(rows).toHaveText(STUDENTS.slice(0, 4));
  await expect(rows.nth(1).getByRole("img", { name: "from 25 to 100" })).toBeVisible();
  await expect(page.getByText("Of 4 students with both answers 2 went up, 1 stayed, 1 went down.")).toBeVisible();
  await expect(
    page.getByText("4 paired answers are too few for a class figure; 5 are needed."),
  ).toBeVisible();
  await expect(page.getByText("Only before: Elif Yılmaz")).toBeVisible();
  await expect(page.getByText("Only after: Finn O’Brien")).toBeVisible();
  await expect(page.getByText("1 student had the highest score before already")).toBeVisible();
  await expect(page.getByText("Effect size")).toHaveCount(0);
  await page.getByText("Show as table").click();
  await expect(page.getByRole("row", { name: "Benício Souza" }).getByRole("cell")).toHaveText(["25", "100"]);
  const shifts = page.getByRole("row", { name: "Four?" }).getByRole("cell");
  await expect(shifts).toHaveText(["1", "1", "0", "2"]);
  await axe(page);
});

test("from five pairs on there is a class figure, from ten an effect size under its details", async ({ page, site }) => {
  const ten = [[2, 3], [2, 3], [2, 3], [2, 3], [2, 3], [0, 0], [4, 4], [4, 2], [2, 3], [2, 3]];
  await open(page, site, [...ten, [1, undefined]]);
  const figure = page.locator("section", { has: page.getByRole("heading", { name: "The class’s change" }) });
  // Seven gained half of what was open, one lost half of what there was: (7 x 0.5 - 0.5) / 8.
  await expect(figure).toContainText("0.38 normalized change, from 8 pairs");
  await expect(figure).toContainText("1 student did not answer any question both times and is left out.");
  await expect(figure).toContainText("2 students stood at the same end of the scale both times");
  await expect(figure).toContainText("2 students had the highest score before already");
  const effect = figure.getByText("compared with this class’s spread, from 10 pairs");
  await expect(effect).toBeHidden();
  await tabTo(page, figure.locator("summary"));
  await page.keyboard.press("Enter");
  await expect(effect).toBeVisible();
  await axe(page);
});

test("a question left blank in one half is left out of both, and nobody gains by it", async ({ page, site }) => {
  await open(page, site, [[2, 3]]);
  await bringIn(page, ({ skill, student }) => {
    const answer = (ticket, texts) => ({
      kind: "answer",
      by: "student",
      about: student(STUDENTS[1]),
      body: { ticket, skill, day: DAYS[ticket], replies: texts.map((text) => (text ? { number: text } : "blank")) },
    });
    return [answer(BEFORE, ["1", "2", "2", "2"]), answer(AFTER, ["1", "", "", ""])];
  });
  await page.goto(report(site));
  await expect(page.getByRole("img", { name: "from 100 to 100" })).toBeVisible();
  await expect(page.getByText("A question left blank in one half is left out of both.")).toBeVisible();
});

test("names can be hidden, and are while a half is open", async ({ page, site }) => {
  const scores = [[2, 3], [1, 4], [1, undefined]];
  await open(page, site, scores, { closed: [BEFORE] });
  const hide = page.getByRole("button", { name: "Hide names" });
  await expect(hide).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".arrows li").first()).toContainText(/Student \d+/);
  expect(await namesIn(page)).toEqual([]);
  await axe(page);
  const before = taps(page);
  await enter(page, hide);
  await expect(page.locator(".arrows li")).toHaveText(STUDENTS.slice(0, 2));
  await expect(page.getByText("Only before: Chloé Martin")).toBeVisible();
  await expect(hide, "the focus stays").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(hide).toHaveAttribute("aria-pressed", "true");
  expect(await namesIn(page)).toEqual([]);
  await expectTaps(page, 0, before);
});

test("without names two distributions stand side by side, each from five answers on and once it is closed", async ({
  page,
  site,
}) => {
  const scores = [[1, 4], [1, 4], [1, 4], [1, 4], [1, undefined]];
  await open(page, site, scores, { anonymous: true, closed: [BEFORE] });
  await expect(page.getByText("so nobody’s way can be told")).toBeVisible();
  await expect(page.getByText("After: still open.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hide names" })).toHaveCount(0);
  await bringIn(page, () => [{ kind: "ticket_closed", body: { ticket: AFTER, day: DAYS[AFTER] } }]);
  await page.goto(report(site));
  await expect(page.getByText("After: 4 answers are too few to show anything; 5 are needed.")).toBeVisible();
  await expect(page.getByRole("row", { name: "Right", exact: false }).first().getByRole("cell")).toHaveText(["5", "–"]);
  await expect(page.locator(".arrows")).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText("Amara");
  await axe(page);
});

test("the demo class has a finished survey, reached from either half", async ({ page, site }) => {
  await openDemo(page, site);
  const half = (await entries(page)).find((e) => e.kind === "exit_ticket" && e.body.survey?.moment === "after");
  await page.goto(`${site.url}#/teacher/ticket/${half.body.id}`);
  await page.getByRole("link", { name: "Before and after" }).click();
  await expect(page.getByText(/normalized change, from \d+ pairs/)).toBeVisible();
  expect(await page.locator(".arrows li").count()).toBeGreaterThan(9);
  await axe(page);
});

test("a survey that does not exist says so", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(report(site));
  await expect(page.getByRole("heading", { level: 1, name: "This survey does not exist any more." })).toBeVisible();
});

test("script 6: of fewer than five answers no figure comes onto the wall, of five it does", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, (known) => survey(known, [[2, 3], [1, 4], [4, 4], [3, 2], [1, undefined]], { closed: [] }));
  const wall = async (half, came) => {
    await page.goto(`${site.url}#/teacher/ticket/${half}/wall`);
    await expect(page.getByText(`${came} of 24 handed in`)).toBeVisible();
    await expect(page.getByText("Survey", { exact: true })).toBeVisible();
  };
  const reveal = page.getByRole("button", { name: "Reveal the results" });
  await wall(AFTER, 4);
  await expect(reveal).toBeDisabled();
  await expect(page.getByText("Results can be shown from 5 answers up.")).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/right|%/);
  await wall(BEFORE, 5);
  await expect(reveal).toBeEnabled();
  await reveal.click();
  await expect(page.getByRole("button", { name: "Hide the results" })).toBeVisible();
});

test("an open survey is called a survey where students come to it, and two checks are both named", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await bringIn(page, (known) => {
    const lines = survey(known, [[2, undefined]], { closed: [] }).filter(
      ({ kind, body }) => kind !== "exit_ticket" || body.id === BEFORE,
    );
    const ticket = { ...lines[0].body, id: "00000000000000c1", title: "One more", day: DAYS[AFTER] };
    delete ticket.survey;
    return [...lines, { kind: "exit_ticket", body: ticket }];
  });
  await page.getByRole("banner").getByRole("link", { name: "Hand to students" }).click();
  await expect(page.locator(".status")).toHaveText(["Open now: One more", "Open now: Four numbers"]);
  await expect(page.getByText("handed in"), "in with one, not with the other").toHaveCount(0);
  await page.goto(`${site.url}#/teacher/ticket/00000000000000c1`);
  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Hand to students" }).click();
  await expect(page.getByRole("link", { name: STUDENTS[0] })).toContainText("handed in");
  await page.getByRole("link", { name: STUDENTS[1] }).click();
  await expect(page.getByRole("link", { name: "Survey: Four numbers" })).toBeVisible();
});
