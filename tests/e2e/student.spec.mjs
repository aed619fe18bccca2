// 8:05, a student: close yesterday's goal, say where I am, set today's goal. Four taps, no typing.
import { asStudent, axe, enter, expect, expectTaps, level, openDemo, stored, tabTo, taps, test } from "./support.mjs";

const suggestions = (page) => page.getByRole("button", { name: /fits “|from your teacher’s feedback/ });
const setGoal = (page) => page.getByRole("button", { name: "Set my goal" });
const goalText = (page) => page.locator(".goal-text");
const saved = "This is the goal I set for myself today";

/** Sets the first suggestion for a level; ends with the goal set. */
async function setFirstSuggestion(page, word) {
  await level(page, "How is it going?", word).click();
  await suggestions(page).first().click();
  await setGoal(page).click();
  await expect(page.getByText(saved)).toBeVisible();
}

test("yesterday's goal closed and today's set with four taps, and the journey shows both", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await axe(page);

  const before = taps(page);
  await page.getByRole("button", { name: "Almost" }).click();
  await expect(page.getByText("Last goal: almost.")).toBeVisible();
  await level(page, "How is it going?", "Getting there").click();
  await expect(suggestions(page)).toHaveCount(3);
  await expect(suggestions(page).first()).toContainText("fits “Getting there”");
  await axe(page);
  const wanted = await suggestions(page)
    .first()
    .locator("span")
    .evaluate((span) => span.firstChild.textContent.trim());
  await suggestions(page).first().click();
  await setGoal(page).click();
  await expect(goalText(page)).toHaveText(`“${wanted}”`);
  await expect(page.getByText("I work alone.")).toBeVisible();
  await expectTaps(page, 4, before);
  await axe(page);

  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My journey" })).toBeFocused();
  const stones = page.getByRole("region", { name: "My goals" }).getByRole("listitem");
  await expect(stones.nth(0)).toContainText(wanted);
  await expect(stones.nth(0)).toContainText("not closed yet");
  await expect(stones.nth(1)).toContainText("Almost");
  await expect(
    page.getByRole("img", { name: /compare two fractions: I said Getting there, my teacher saw/ }),
  ).toBeVisible();
  await axe(page);

  await page.reload();
  await expect(stones.nth(0)).toContainText(wanted);
});

test("on a shared device it takes at most eight taps from the door", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/`);
  await expect(page.getByRole("link", { name: "I am a student" })).toBeVisible();
  await axe(page);

  const before = taps(page);
  await page.getByRole("link", { name: "I am a student" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
  await page.getByRole("link", { name: "Kofi Mensah" }).click();
  await page.getByRole("button", { name: "Yes" }).click();
  await setFirstSuggestion(page, "I’ve got it");
  await page.getByRole("link", { name: "Done, lock" }).click();
  await expect(page.getByRole("link", { name: "Kofi Mensah goal set" })).toBeVisible();
  expect(taps(page) - before).toBeLessThanOrEqual(8);
  await axe(page);
});

test("by keyboard alone, from the door to a goal that is set", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/`);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "I am a student" }));
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeFocused();
  await enter(page, page.getByRole("link", { name: "Leila Haddad" }));
  await expect(page.getByRole("heading", { level: 1, name: "Where am I now?" })).toBeFocused();
  await expect(page).toHaveTitle("Where am I now? – Daymark");
  await enter(page, page.getByRole("button", { name: "Almost" }));
  await expect(page.getByText("Last goal: almost.")).toBeVisible();

  // A number picks a level; the arrows move along the scale, as in any group of radio buttons.
  const how = "How is it going?";
  await tabTo(page, level(page, how, "Just starting"));
  await page.keyboard.press("4");
  await expect(level(page, how, "I can teach it")).toBeChecked();
  await expect(level(page, how, "I can teach it")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(level(page, how, "I’ve got it")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(level(page, how, "Getting there")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(level(page, how, "I’ve got it")).toBeChecked();
  await expect(suggestions(page).first()).toContainText("fits “I’ve got it”");

  await enter(page, suggestions(page).first());
  await enter(page, setGoal(page));
  await expect(page.getByText(saved)).toBeVisible();
  await expectTaps(page, 0, before);
});

test("a goal in own words survives a reload in the middle", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Elif Yılmaz");
  await page.getByRole("button", { name: "Write my own goal" }).click();
  const words = "Draw 3/4 in two ways 🙂 — ve açıkla";
  await page.getByRole("textbox", { name: "My goal in my own words" }).pressSequentially(words);
  await expect.poll(() => stored(page, "drafts")).toEqual([words]);
  await axe(page);

  await page.reload();
  await expect(page.getByRole("textbox", { name: "My goal in my own words" })).toHaveValue(words);
  await page.getByRole("group", { name: "I will work" }).getByText("with a partner").click();
  await setGoal(page).click();
  await expect(goalText(page)).toHaveText(`“${words}”`);
  await expect(page.getByText("I work with a partner.")).toBeVisible();
  await expect.poll(() => stored(page, "drafts"), "the draft is gone with the goal").toEqual([]);
});

test("“not yet” can say why, and the reason is kept", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Wei Zhang");
  await page.getByRole("button", { name: "Not yet" }).click();
  await expect(page.getByText("Last goal: not yet. That is all right.")).toBeVisible();
  await page.getByRole("textbox", { name: "What got in the way?" }).fill("I ran out of time");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("region", { name: "My goals" })).toContainText("Not yet · I ran out of time");
  await page.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("textbox", { name: "What got in the way?" })).toHaveValue("I ran out of time");
  await axe(page);
});

test("a wrong tap on how the last goal went is taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Wei Zhang");
  await page.getByRole("button", { name: "Not yet" }).click();
  await expect(page.locator(".toast")).toContainText("You said: Not yet");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(page.getByText("Last goal: reached.")).toBeVisible();
});

test("today's goal can be changed, and the change taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Yara Santos");
  await setFirstSuggestion(page, "Just starting");
  const first = await goalText(page).innerText();

  await page.getByRole("button", { name: "Change my goal" }).click();
  await suggestions(page).nth(1).click();
  await setGoal(page).click();
  await expect(page.getByText(saved)).toBeVisible();
  await expect(goalText(page)).not.toHaveText(first);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(goalText(page)).toHaveText(first);

  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("region", { name: "My goals" }).getByText(first.slice(1, -1))).toHaveCount(1);
});

test("a level tapped by mistake is corrected by the next tap", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Uri Levi");
  const picked = (word) => page.getByRole("radio", { name: word, exact: true });
  await level(page, "How is it going?", "Just starting").click();
  await expect(suggestions(page).first()).toContainText("fits “Just starting”");
  await level(page, "How is it going?", "I can teach it").click();
  await expect(suggestions(page).first()).toContainText("fits “I can teach it”");
  await page.reload();
  await expect(picked("I can teach it")).toBeChecked();
  await expect(picked("Just starting")).not.toBeChecked();
});

test("a page that is left open overnight asks again where I am", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await level(page, "How is it going?", "Getting there").click();
  await expect(page.getByText("Saved ✓")).toBeVisible();
  await page.clock.setFixedTime("2026-11-18T09:00:00-06:00");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText("Wednesday, November 18")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true, name: "Getting there" })).toHaveCount(0);
  await level(page, "How is it going?", "Getting there").click();
  await expect(suggestions(page)).toHaveCount(3);
});

test("a suggestion that went with its level cannot be set", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await level(page, "How is it going?", "Just starting").click();
  await suggestions(page).first().click();
  await expect(setGoal(page)).toHaveAttribute("aria-disabled", "false");
  await level(page, "How is it going?", "I can teach it").click();
  await expect(suggestions(page).first()).toContainText("fits “I can teach it”");
  await expect(setGoal(page)).toHaveAttribute("aria-disabled", "true");
});

test("by keyboard the focus stays where something was answered, and a reason is kept while it is typed", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await enter(page, page.getByRole("button", { name: "Not yet" }));
  await expect(page.getByText("Last goal: not yet. That is all right.")).toBeFocused();
  const why = page.getByRole("textbox", { name: /^What got in the way/ });
  await tabTo(page, why);
  await page.keyboard.type("I was tired");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("I was tired");
  await page.reload();
  await expect(why).toHaveValue("I was tired");
  await tabTo(page, why);
  await page.keyboard.press("Enter");
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await level(page, "How is it going?", "Getting there").click();
  await enter(page, suggestions(page).first());
  await enter(page, setGoal(page));
  await expect(page.getByRole("heading", { name: "My goal for today" })).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Change my goal" }));
  await expect(page.getByRole("heading", { name: "My goal for today" })).toBeFocused();
});
