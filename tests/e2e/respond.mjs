// What the journeys about answering share: a check of every kind, and what was handed in.
import { asStudent, bringIn, entries, openDemo } from "./support.mjs";

export const TICKET = "00000000000000e1";
export const title = (page) => page.getByRole("heading", { level: 1 });

/** One question of each kind. */
export const KINDS = [
  { level: "after" },
  { choice: { question: "Which is bigger?", choices: ["3/5", "2/3"], key: 1 } },
  { choices: { question: "Which are more than 1/2?", choices: ["2/3", "1/3", "3/4"], keys: [0, 2] } },
  { text: { own: "What helped you?" } },
  { number: { question: "How long is it?", key: "0.5", unit: "m" } },
  { steps: { question: "how_sure", words: "confidence" } },
  { pictures: { question: { own: "How well did it grow?" }, set: "plant" } },
  "sentence",
];

/** A ticket, as the teacher's other device opened it. */
export const ticket = ({ skill, scale }, more = {}) => ({
  kind: "exit_ticket",
  body: { id: TICKET, skill, day: "2026-11-17", template: "blank", scale, questions: KINDS, title: "Halves", ...more },
});

/** The demo class with an open ticket, in a student's hands on their Today. */
export async function open(page, site, name, more, also = () => []) {
  await openDemo(page, site);
  await bringIn(page, (there) => [ticket(there, more), ...also(there)]);
  await asStudent(page, name);
}

/** What was handed in, the latest last. */
export const answers = async (page) =>
  (await entries(page)).filter((entry) => entry.kind === "answer" && entry.body.ticket === TICKET);

/** The reply under a question on "Handed in". */
export const reply = (page, question) => page.locator("dl.replies dt", { hasText: question }).locator("+ dd");
