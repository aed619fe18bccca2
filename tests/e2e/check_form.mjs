// What the journeys of a teacher who writes checks share: the form of a check, and the ways to it.
import { entries, expect, stored } from "./support.mjs";

export const skill = "I can compare two fractions";
export const heading = (page, name) => page.getByRole("heading", { level: 1, name });
export const template = (page, name) => page.getByRole("radio", { name: new RegExp(`^${name}`) });
export const question = (page, n) => page.getByRole("group", { name: `Question ${n}`, exact: true });
export const add = (page, kind) => page.getByRole("button", { name: `Add: ${kind}`, exact: true });
export const open = (page) => page.getByRole("button", { name: "Open", exact: true });
export const sees = (page) => page.getByRole("complementary", { name: "What students see" }).getByRole("list").first();
export const toMend = (page) => page.getByRole("alert").filter({ hasText: "Mend this first" });
export const tickets = async (page) =>
  (await entries(page)).filter(({ kind }) => kind === "exit_ticket").map(({ body }) => body);

export const toNew = (page) => page.getByRole("link", { name: "Exit ticket", exact: true }).click();
export const toChecks = async (page) => {
  await page.getByRole("navigation").getByRole("link", { name: "Checks" }).click();
  await expect(heading(page, "Checks")).toBeVisible();
};
export const toBank = async (page) => {
  await toChecks(page);
  await page.getByRole("link", { name: "Question bank" }).click();
  await expect(heading(page, "Question bank")).toBeVisible();
};

/** From Today to an empty check. Ends on its questions. */
export async function writeOwn(page) {
  await toNew(page);
  await template(page, "My own questions").check();
  await page.getByRole("button", { name: "Write the questions" }).click();
  await expect(heading(page, "Change the questions")).toBeVisible();
}

/** Waits until what was typed is kept. */
export const keptTyping = (page, text) =>
  expect.poll(async () => (await stored(page, "drafts")).some((kept) => kept.includes(text))).toBe(true);
