// A student-led conference: five cards written and picked, told one at a time on the whole screen, printed on one page.
import { asStudent, axe, bringIn, enter, expect, expectTaps, openDemo, stored, tabTo, taps, test } from "./support.mjs";

const NOTE = "A worry that only the teacher knows";

async function openConference(page, name) {
  await asStudent(page, name);
  await page.getByRole("link", { name: "My journey" }).click();
  await page.getByRole("link", { name: "My conference" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My conference" })).toBeFocused();
}
const card = (page, head) => page.getByRole("textbox", { name: head, exact: true });
const keep = (page) => page.getByRole("button", { name: "Keep my cards" });
const lead = (page) => page.getByRole("button", { name: "Show my cards, full screen" });
const HEADS = ["I am proud of", "I grew in", "I am stuck on", "My next goal", "Help I want"];
const stage = (page) => page.getByRole("dialog", { name: "My conference" });

test("a student leads the conference from five cards, and no note of the teacher is told", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, ({ student }) => {
    const body = { id: "00000000000000aa", day: "2026-11-16", written: "2026-11-16", text: NOTE };
    return [{ about: student("Hana Suzuki"), kind: "note", body }];
  });
  await openConference(page, "Hana Suzuki");
  await axe(page);

  await card(page, "I am proud of").fill("My poster about fractions");
  await card(page, "I grew in").fill("");
  const ideas = page.locator("details").filter({ has: page.locator(".choices") }).first();
  await ideas.locator("summary").click();
  const idea = ideas.getByRole("button").first();
  const line = (await idea.innerText()).trim();
  await idea.click();
  await expect(idea).toHaveAttribute("aria-pressed", "true");
  await expect(card(page, "I am proud of")).toHaveValue(`My poster about fractions\n${line}`);
  await idea.click();
  await expect(card(page, "I am proud of")).toHaveValue("My poster about fractions");
  await idea.click();
  await card(page, "Help I want").fill("More time to try it alone first");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("More time");
  await page.reload();
  await expect(card(page, "Help I want"), "what is typed stays").toHaveValue("More time to try it alone first");
  await keep(page).click();
  await expect(page.getByText("Kept on November 17")).toBeVisible();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);

  await lead(page).click();
  await expect(stage(page)).toContainText("Card 1 of 5");
  await expect(stage(page)).toContainText("My poster about fractions");
  await axe(page);
  await page.keyboard.press("ArrowRight");
  await expect(stage(page).getByRole("heading", { name: "I grew in" })).toBeVisible();
  await expect(stage(page)).toContainText("I will say this in my own words.");
  await page.keyboard.press("ArrowDown");
  await expect(stage(page), "up and down scroll a long card").toContainText("Card 2 of 5");
  await page.keyboard.press("End");
  await expect(stage(page)).toContainText("More time to try it alone first");
  await page.keyboard.press("ArrowRight");
  await expect(stage(page), "the last card stays").toContainText("Card 5 of 5");
  await expect(stage(page).getByRole("button", { name: "Next card" })).toHaveAttribute("aria-disabled", "true");
  await stage(page).getByRole("button", { name: "Card before" }).click();
  await expect(stage(page)).toContainText("Card 4 of 5");
  await stage(page).getByRole("button", { name: "Done" }).click();
  await expect(stage(page)).toBeHidden();
  await expect(lead(page)).toBeFocused();
  const typed = await Promise.all(HEADS.map((head) => card(page, head).inputValue()));
  expect([await page.content(), ...typed].join("\n"), "nothing of the teacher's notes").not.toContain(NOTE);
});

test("by keyboard alone: written, kept, told and left with Escape", async ({ page, site }) => {
  await openDemo(page, site);
  await openConference(page, "Kofi Mensah");
  const before = taps(page);
  await tabTo(page, card(page, "I grew in"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("First I guessed and now I draw it");
  await enter(page, keep(page));
  await expect(page.getByText("Kept on November 17")).toBeVisible();
  await enter(page, lead(page));
  await expect(stage(page)).toContainText("Card 1 of 5");
  await page.keyboard.press("ArrowRight");
  await expect(stage(page)).toContainText("First I guessed and now I draw it");
  // The first one may give the screen back, the next one leaves the cards.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(stage(page)).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(lead(page)).toBeFocused();
  await expectTaps(page, 0, before);
});

test("Undo after keeping takes no word away, and a reload does not either", async ({ page, site }) => {
  await openDemo(page, site);
  await openConference(page, "Tala Begay");
  await card(page, "I am proud of").fill("My map");
  await keep(page).click();
  await expect(page.getByText("Kept on November 17")).toBeVisible();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("My map");
  await page.reload();
  await expect(card(page, "I am proud of")).toHaveValue("My map");
  await expect(page.getByText("Kept on November 17")).toBeHidden();
});

test("nothing or too much on a card is said, and nothing is cut", async ({ page, site }) => {
  await openDemo(page, site);
  await openConference(page, "Tala Begay");
  for (const head of HEADS) await card(page, head).fill("");
  await keep(page).click();
  await expect(page.getByText("Write something on one card first.")).toBeVisible();
  const long = "so ".repeat(400);
  await card(page, "I am stuck on").fill(long);
  await keep(page).click();
  await expect(page.getByText("“I am stuck on” has room for 1000 letters. Make it shorter.")).toBeVisible();
  await expect(card(page, "I am stuck on")).toHaveValue(long);
  await axe(page);
});

test("the next conference begins with the last cards or with empty ones, and the earlier ones stay", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await openConference(page, "Tala Begay");
  await card(page, "I am proud of").fill("My map");
  await keep(page).click();
  await expect(page.getByText("Kept on November 17")).toBeVisible();
  await page.context().clock.setFixedTime("2027-02-09T09:00:00-06:00");
  await page.reload();
  await expect(card(page, "I am proud of")).toHaveValue("My map");
  const fresh = page.getByRole("button", { name: "Start with empty cards" });
  await card(page, "I am proud of").fill("My other map");
  await expect(fresh, "what is not kept is not thrown away").toBeHidden();
  await card(page, "I am proud of").fill("My map");
  await fresh.click();
  await expect(card(page, "I am proud of")).toBeFocused();
  await expect(card(page, "I am proud of")).toHaveValue("");
  await page.reload();
  await expect(card(page, "I am proud of"), "empty after a reload as well").toHaveValue("");
  await card(page, "My next goal").fill("Graphs");
  await keep(page).click();
  await expect(page.getByText("Kept on February 9")).toBeVisible();
  await page.getByText(/earlier conference/).click();
  await expect(page.getByText("My map")).toBeVisible();
});

test("the five cards print on one page, without the form", async ({ page, site }) => {
  await openDemo(page, site);
  await openConference(page, "Hana Suzuki");
  await card(page, "I am proud of").fill("My map");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Conference of Hana Suzuki" })).toBeVisible();
  await expect(keep(page)).toBeHidden();
  await expect(card(page, "I am proud of")).toBeHidden();
  const pdf = await page.pdf({ format: "Letter" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
});
