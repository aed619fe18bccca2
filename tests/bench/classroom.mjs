// The demo class, and classes of any size made out of it.
import { readFile } from "node:fs/promises";
import { expect, openClass } from "../e2e/support.mjs";

/** Makes the demo class. Ends on the teacher's Today. */
export async function makeDemo(page, site) {
  await page.goto(`${site.url}#/demo`);
  await onTeachersToday(page);
}

export const onTeachersToday = (page) =>
  expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible({ timeout: 60_000 });

/** The paths of all students' Today. Ends on all names. */
export async function studentPaths(page, site) {
  await page.goto(`${site.url}#/student`);
  const links = page.locator('main a[href^="#/student/"]');
  await expect(links.first()).toBeVisible();
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
}

export const studentAddress = async (page, site) => site.url + (await studentPaths(page, site))[0];

/** The open class as a backup, in lines without the header. Ends on the class's settings. */
export async function backupLines(page) {
  await openClass(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a backup file" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  return text.trim().split("\n").slice(1);
}

const TERM_DAYS = 70;
const DAY_MS = 24 * 60 * 60 * 1000;
const SETTINGS = ["class", "scale", "student", "skill"];

/** The lines that say who the class is and what it learns. */
export const settingsOf = (lines) => lines.filter((line) => SETTINGS.includes(JSON.parse(line).kind));

/** The ids that mean the same in every term: the class, its scale, its students and skills. */
function lastingIds(lines) {
  const settings = settingsOf(lines).map((line) => JSON.parse(line));
  return new Set(settings.flatMap(({ class: id, body }) => [id, body.id]));
}

/** What a class of these lines did in an earlier term: the same on other days, by other hands, under other names. */
function earlierTerm(lines, terms) {
  const lasting = lastingIds(lines);
  const otherId = (id) => (BigInt(`0x${id}`) ^ (BigInt(terms) << 48n)).toString(16).padStart(16, "0");
  const earlier = (day) => new Date(Date.parse(day) - terms * TERM_DAYS * DAY_MS).toISOString().slice(0, 10);
  const settings = new Set(settingsOf(lines));
  const done = lines.filter((line) => !settings.has(line));
  return done.map((line) =>
    line
      .replace(/"([0-9a-f]{16})"/g, (whole, id) => (lasting.has(id) ? whole : `"${otherId(id)}"`))
      .replace(/"(\d{4}-\d\d-\d\d)"/g, (_, day) => `"${earlier(day)}"`)
      .replace(/"stamp":(\d+)/, (_, stamp) => `"stamp":${Number(stamp) - terms * TERM_DAYS * DAY_MS}`),
  );
}

/** As many lines of a class, with as many terms behind it as that takes. */
export function classOf(lines, count) {
  const all = [...lines];
  for (let terms = 1; all.length < count; terms += 1) all.push(...earlierTerm(lines, terms));
  const settings = settingsOf(lines);
  const others = all.filter((line) => !settings.includes(line));
  return [...settings, ...others.slice(0, count - settings.length)];
}

/** The lines with these ids under other names, the same for the same `salt`. */
const renamed = (lines, isMeant, salt) => {
  const other = (id) => (BigInt(`0x${id}`) ^ salt).toString(16).padStart(16, "0");
  return lines.map((line) => line.replace(/"([0-9a-f]{16})"/g, (whole, id) => (isMeant(id) ? `"${other(id)}"` : whole)));
};

/** A class of 36 made out of one of 24: half of them come twice, under other ids, with all they did. */
export function classOf36(lines) {
  const all = lines.map((line) => [line, JSON.parse(line)]);
  const students = all.filter(([, { kind }]) => kind === "student").map(([, { body }]) => body.id);
  const twice = new Set(students.slice(0, 12));
  const lasting = lastingIds(lines);
  const theirs = all.filter(([, { about }]) => twice.has(about)).map(([line]) => line);
  return [...lines, ...renamed(theirs, (id) => twice.has(id) || !lasting.has(id), 1n << 40n)];
}

/** The same lines as another class with other people. */
export const anotherClass = (lines) => renamed(lines, () => true, 1n << 41n);

/** As many entries of an earlier term, which the class of these lines does not have. */
export const newEntries = (lines, count) => earlierTerm(lines, 1).slice(0, count);

/** The text of a backup file. */
export function backupText(lines) {
  const header = { daymark: "backup", format: 1, class: JSON.parse(lines[0]).class, title: "Bench", lines: lines.length };
  return [JSON.stringify(header), ...lines, ""].join("\n");
}

/** Chooses a backup file on the screen that is open and waits for the sentence that says it was read. */
export async function restore(page, lines) {
  const buffer = Buffer.from(backupText(lines));
  const file = { name: "bench.daymark", mimeType: "application/octet-stream", buffer };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText(/is open: .* entr(y|ies) read\./)).toBeVisible({ timeout: 120_000 });
}
