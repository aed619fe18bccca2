// A teacher puts the class map in order, leaves rows out, compares it with a past day, and chooses how levels are calculated.
import { printed } from "./rubrics.mjs";
import { axe, entries, expect, openClass, openDemo, test } from "./support.mjs";

const FRACTIONS = "I can compare two fractions";

const map = (page) => page.getByRole("table", { name: "Where each student stands on each skill" });
const students = (page) => map(page).locator("tbody").getByRole("rowheader").allInnerTexts();
const openMap = async (page) => {
  await page.getByRole("link", { name: "Skills", exact: true }).click();
  await expect(map(page)).toBeVisible();
};
const choose = (page, label, option) => page.getByRole("combobox", { name: label }).selectOption(option);
/** The levels in the cells of one skill, in the order of the rows; undefined where there is none. */
const levels = async (page, skill) => {
  const labels = await map(page).locator("tbody a[data-skill]").evaluateAll((cells) => cells.map((c) => c.ariaLabel));
  const ofSkill = labels.filter((label) => label.includes(`, ${skill}`));
  return ofSkill.map((label) => Number(/: ([1-6]),/.exec(label)?.[1]) || undefined);
};

test("rows by name, level, growth and last evidence, and only those asked for", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await page.getByRole("checkbox", { name: "In focus only" }).check();
  const byName = await students(page);
  expect(byName).toHaveLength(24);
  expect(byName[0]).toBe("Amara Okafor");

  await choose(page, "Sort by", "Level, lowest first");
  const lowestFirst = (all) => [...all].sort((a, b) => (a ?? 9) - (b ?? 9));
  const found = lowestFirst(await levels(page, FRACTIONS));
  expect(new Set(found).size).toBeGreaterThan(1);
  await expect.poll(() => levels(page, FRACTIONS)).toEqual(found);
  const lowest = (await students(page))[0];

  // Rating does not move the row away under the hand.
  await map(page).locator("tbody a[data-skill]").first().focus();
  for (const key of ["4", "4"]) await page.keyboard.press(key);
  await expect(page.getByText(/noted\./)).toBeVisible();
  expect((await students(page))[0]).toBe(lowest);

  for (const order of ["Growth, most first", "Last evidence, longest ago first", "Name"]) {
    await choose(page, "Sort by", order);
    await expect.poll(async () => [...(await students(page))].sort()).toEqual([...byName].sort());
  }
  await expect.poll(() => students(page)).toEqual(byName);

  await choose(page, "Show", "Own view differs");
  await expect.poll(async () => (await students(page)).length).toBeLessThan(24);
  const differ = await students(page);
  expect(differ.length).toBeGreaterThan(0);
  await expect(map(page).locator("tbody .map-own")).toHaveCount(differ.length);
  await expect(page.getByText(/^\d+ students? · 1 skill$/)).toBeVisible();
  await axe(page);

  // In the demo class everybody has a level on everything.
  await choose(page, "Show", "No level yet");
  await expect(page.getByText("Nobody fits what you chose to see.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => students(page)).toEqual(byName);
  await expect(page.getByRole("combobox", { name: "Show", exact: true }).locator("option:checked")).toHaveText("Everybody");
});

test("compared with a past day: what went up or down, and the class then", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  const foot = map(page).locator("tfoot");
  await expect(foot.getByRole("rowheader")).toHaveAccessibleName("Class Mean · Median");
  await expect(foot.getByRole("cell").first()).toContainText(/mean \d(\.\d)?, median \d(\.\d)?/);

  await page.getByLabel("Compare with").fill("2026-10-01");
  await expect(page.getByText("levels up or down since October 1")).toBeVisible();
  await expect(map(page).locator("tbody .map-change").first()).toHaveAttribute("data-change", /^([+−]\d|new)$/);
  const cell = map(page).locator("tbody a[data-skill]", { has: page.locator(".map-change") }).first();
  await expect(cell).toHaveAccessibleName(/On October 1: ([1-4], |nothing yet)/);
  await expect(foot.getByRole("cell").first()).toContainText(/mean on October 1: \d/);
  await axe(page);

  await page.getByRole("button", { name: "Stop comparing" }).click();
  await expect(page.getByLabel("Compare with")).toBeFocused();
  await expect(map(page).locator("tbody .map-change")).toHaveCount(0);
});

test("on paper: one sheet across, with what the marks mean and nothing to choose from", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: "Skills" })).toBeVisible();
  await expect(page.getByText("Demo class 5B · Tuesday, November 17")).toBeVisible();
  const legend = page.getByRole("list", { name: "What the marks mean" });
  for (const mark of ["I’ve got it", "own view, where it differs", "decided by you"]) {
    await expect(legend.getByText(mark)).toBeVisible();
  }
  expect(await students(page)).toHaveLength(24);
  await expect(page.getByRole("button", { name: "Print" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit skills" })).toHaveCount(0);
  for (const role of ["combobox", "checkbox", "navigation", "banner"]) {
    await expect(page.getByRole(role), role).toHaveCount(0);
  }
  const sheets = await printed(page);
  expect(sheets).toHaveLength(1);
  expect(sheets[0].width, "across").toBeGreaterThan(sheets[0].height);
  await page.emulateMedia({ media: null });
});

test("another rule for the class, another for one skill, each said in words", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await choose(page, "Rule", "Highest ever shown");
  await expect(page.getByText("A weaker day changes nothing.")).toBeVisible();
  await page.locator("form:has(.method)").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Levels are now calculated by “Highest ever shown”.")).toBeVisible();
  const rule = page.getByRole("combobox", { name: "Rule" }).locator("option:checked");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rule, "the list shows what holds").toHaveText("Middle of the last three");
  await choose(page, "Rule", "Highest ever shown");
  await page.locator("form:has(.method)").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Levels are now calculated by “Highest ever shown”.")).toBeVisible();
  await axe(page);

  await openMap(page);
  await map(page).getByRole("link", { name: new RegExp(`^Hana Suzuki, ${FRACTIONS}`) }).click();
  const stands = page.getByRole("region", { name: "Where it stands" });
  await expect(stands).toContainText(/The highest so far: [1-4]\./);
  await expect(page.getByText("counts now")).toHaveCount(1);

  await page.getByRole("link", { name: "Edit skills" }).first().click();
  await page.getByRole("button", { name: `Edit: ${FRACTIONS}` }).click();
  await choose(page, "Rule for this skill", "Each new one against the figure so far");
  await page.getByLabel("Percent for the newest").fill("80");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.goBack();
  await expect(stands).toContainText(/Each new one counts 80 %, the figure so far 20 %: [1-4, ]+ gives \d(\.\d)?\./);
  await axe(page);
});

test("a slip of the finger that is mended at once counts for one", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  const evidence = async () => (await entries(page)).filter(({ kind }) => kind === "evidence");
  const before = (await evidence()).length;
  await map(page).getByRole("link", { name: /^Oluwaseun Bello, I can compare two fractions/ }).focus();
  // Both keys, before anything of the first one can be kept.
  await page.evaluate(() => {
    for (const key of ["2", "3"]) {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  await expect.poll(async () => (await evidence()).length).toBe(before + 2);
  const [slip, meant] = (await evidence()).slice(-2);
  expect([slip.body.mark.level ?? slip.body.mark.score?.level, meant.replaces?.length]).toEqual([2, 1]);
});
