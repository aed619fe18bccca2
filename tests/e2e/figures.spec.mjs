// Figures that need many answers: what the question bank says from its floors on, and versions crossed over two halves.
import { toBank } from "./check_form.mjs";
import { axe, bringIn, expect, openDemo, test } from "./support.mjs";

const question = (text) => ({ number: { question: text, key: "1" } });
const QUESTIONS = ["One?", "Two?", "Three?", "Four?", "Five?"].map(question);
const hex = (n) => n.toString(16).padStart(16, "0");

test("with 30 students and 5 questions the bank says how well they tell apart and hold together", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const ticket = "00000000000000f1";
  await bringIn(page, ({ known, scale }) => {
    // A skill that no other question is asked about.
    const skill = known.filter(({ kind }) => kind === "skill").at(-1).body.id;
    const day = "2026-11-17";
    const ids = Array.from({ length: 30 }, (_, i) => hex(0xa000 + i));
    const replies = (right) => QUESTIONS.map((_, q) => ({ number: q < right ? "1" : "2" }));
    return [
      { kind: "exit_ticket", body: { id: ticket, skill, day, template: "blank", scale, questions: QUESTIONS } },
      ...ids.map((id, i) => ({ kind: "student", about: id, body: { id, name: `Student ${i}` } })),
      // Nobody to all five right, five students each; whoever has one right has all easier ones right.
      ...ids.map((id, i) => ({
        kind: "answer",
        about: id,
        by: "student",
        body: { ticket, skill, day, replies: replies(i % 6) },
      })),
    ];
  });
  await toBank(page);
  const one = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "One?", exact: true }) });
  await expect(one).toContainText("83% right (25 of 30 answers)");
  await one.getByText("What the figures say").click();
  await expect(one).toContainText("Tells apart: 0.33 (15 of 15 right in the upper half, 10 of 15 in the lower)");
  await expect(one).toContainText("Goes together with the other questions: 0.");
  await page.getByText("How well the questions of a skill hold together").click();
  await expect(page.getByText("KR-20 0.83: 30 students answered all of 5 questions.")).toBeVisible();
  await expect(page.getByText("KR-20 is near 1 when students who get one")).toBeVisible();
  await axe(page);
});

test("a survey with two versions says that they were crossed over", async ({ page, site }) => {
  await openDemo(page, site);
  const survey = "00000000000000f2";
  const halves = { before: ["00000000000000f3", "2026-11-10"], after: ["00000000000000f4", "2026-11-17"] };
  await bringIn(page, ({ known, skill, scale }) => {
    const students = known.filter(({ kind }) => kind === "student").slice(0, 6);
    return Object.entries(halves).flatMap(([moment, [id, day]]) => [
      {
        kind: "exit_ticket",
        body: {
          id,
          skill,
          day,
          template: "blank",
          scale,
          title: "Two versions",
          questions: QUESTIONS,
          version_b: QUESTIONS.map(({ number }) => question(`B: ${number.question}`)),
          survey: { survey, moment },
        },
      },
      ...students.map(({ about }, i) => ({
        kind: "answer",
        about,
        by: "student",
        body: {
          ticket: id,
          skill,
          day,
          ...((i % 2 === 0) === (moment === "before") ? {} : { version: "b" }),
          replies: QUESTIONS.map(() => ({ number: "1" })),
        },
      })),
      { kind: "ticket_closed", body: { ticket: id, day } },
    ]);
  });
  await page.goto(`${site.url}#/teacher/survey/${survey}`);
  await expect(page.getByRole("heading", { level: 1, name: "Two versions" })).toBeVisible();
  await expect(page.getByText("who had version A before had version B after.")).toBeVisible();
  await axe(page);
});
