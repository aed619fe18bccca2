// What the journeys of rubrics have in common: names on the screen, and the ways of a teacher and a student.
import { asStudent, expect } from "./support.mjs";

export const SKILL = "I can compare two fractions";
export const heading = (page, name) => page.getByRole("heading", { level: 1, name });
export const toast = (page, text) => expect(page.locator(".toast")).toContainText(text);
export const nameOf = (page, n) => page.getByRole("textbox", { name: `Criterion ${n}: name` });
export const cell = (page, label, n, word) =>
  page.getByRole("textbox", { name: `${label}: criterion ${n}, ${word}`, exact: true });
export const criterion = (page, name) => page.getByRole("group", { name });
export const pick = (page, name, word) => criterion(page, name).getByRole("radio", { name: word });
export const work = (page) => page.getByRole("region", { name: "Work scored with a rubric" });
export const mark = (page, student, name) => page.getByRole("link", { name: new RegExp(`^${student}, ${name}: `) });

/** From any screen of a teacher to all rubrics. */
export async function toRubrics(page) {
  await page.evaluate(() => (location.hash = "#/teacher/rubrics"));
  await expect(heading(page, "Rubrics")).toBeVisible();
}

/** A new rubric from the example, linked to a skill. Ends on all rubrics. */
export async function writeExample(page) {
  await toRubrics(page);
  await page.getByRole("link", { name: "New rubric" }).first().click();
  await page.getByRole("button", { name: "Start from an example" }).click();
  await page.getByRole("combobox", { name: "Shows the skill" }).first().selectOption(SKILL);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(heading(page, "Rubrics")).toBeVisible();
}

/** Gives a rubric as a piece of work. */
export async function give(page, title, rubric = "Solve it and explain it") {
  await page.getByRole("button", { name: `Give to the class: ${rubric}` }).click();
  await page.getByRole("textbox", { name: "What is the work?" }).fill(title);
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await expect(work(page).getByRole("link", { name: title })).toBeVisible();
}

/** From any teacher's screen: a student scores the work. Ends on what the student sees then. */
export async function scoreOwn(page, student, title, picks) {
  await asStudent(page, student);
  await page.getByRole("link", { name: `Rubric: ${title}` }).click();
  await page.getByRole("button", { name: "Score my work" }).click();
  for (const [name, word] of picks) await pick(page, name, word).click();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("button", { name: "Hand in" })).toHaveCount(0);
}

export const STEPS = "Shows the steps";
export const WHY = "Says why";

/** From a student's screen back to the teacher's. */
export async function toTeacher(page) {
  await page.getByRole("link", { name: "Done, lock" }).first().click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await expect(heading(page, "Today")).toBeVisible();
}

/** The pages of what the browser prints, each with its width and height. */
export async function printed(page) {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...paper.matchAll(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  return boxes.map(([, width, height]) => ({ width: Number(width), height: Number(height) }));
}
