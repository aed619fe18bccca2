// A teacher reads the class map, rates from the keyboard, and finds the reason behind every level.
import { asStudent, axe, enter, expect, level, openDemo, tabTo, test } from "./support.mjs";

const FRACTIONS = "I can compare two fractions";
const AREA = "I can find area and perimeter";

const map = (page) => page.getByRole("table", { name: "Where each student stands on each skill" });
const cell = (page, name, skill) => map(page).getByRole("link", { name: new RegExp(`^${name}, ${skill}`) });
const section = (page, title) => page.getByRole("region", { name: title });
const openMap = async (page) => {
  await page.getByRole("link", { name: "Skills", exact: true }).click();
  await expect(map(page)).toBeVisible();
};

/** A skill that nobody has shown yet: its cells change with the first number. */
async function addSkill(page, skill) {
  await page.getByRole("link", { name: "Edit skills" }).click();
  await page.getByRole("button", { name: `Add: ${skill}` }).click();
  await expect(page.getByText(`Added: “${skill}”`)).toBeVisible();
  await page.getByRole("link", { name: "Class map" }).click();
  await expect(cell(page, "Amara Okafor", skill)).toBeVisible();
}

/** Notes from now on which cells of the map are drawn anew. */
const watchCells = (page) =>
  map(page).evaluate((table) => {
    window.changedCells = new Set();
    const cellOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("td, th");
    new MutationObserver((changes) => {
      for (const { target } of changes) window.changedCells.add(cellOf(target) ?? target);
    }).observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
  });
const changedCells = (page) => page.evaluate(() => [...window.changedCells].map((cell) => cell.textContent.trim()));

/** Fills with the chart bundles that the page itself asks for, not the worker that keeps it for later. */
function chartsAsked(page) {
  const asked = [];
  page.on("request", (request) => {
    if (!request.serviceWorker() && /chart[^/]*\.js$/.test(new URL(request.url()).pathname)) asked.push(request.url());
  });
  return asked;
}

test("the class map is a table: 24 students by 8 skills, with a word in every cell", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await expect(map(page).locator("tbody").getByRole("row")).toHaveCount(24);
  await expect(map(page).getByRole("columnheader")).toHaveCount(9);
  await expect(map(page).getByRole("rowheader")).toHaveCount(25);
  await expect(map(page).getByRole("rowheader").first()).toHaveText("Amara Okafor");
  await expect(map(page).locator("td a")).toHaveCount(192);
  await expect(cell(page, "Hana Suzuki", FRACTIONS)).toHaveAccessibleName(
    /^Hana Suzuki, I can compare two fractions: [1-4], (Just starting|Getting there|I’ve got it|I can teach it)/,
  );
  await axe(page);

  await page.getByRole("combobox", { name: "Subject" }).selectOption("Math");
  await expect(map(page).getByRole("columnheader")).toHaveCount(4);
  await page.getByRole("checkbox", { name: "In focus only" }).check();
  await expect(map(page).getByRole("columnheader")).toHaveCount(2);
  await page.getByRole("combobox", { name: "Subject" }).selectOption("Reading");
  await expect(page.getByText("No skill fits what you chose to see.")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(map(page).getByRole("columnheader")).toHaveCount(9);
});

test("by keyboard alone: arrows move, a number rates, and one cell changes", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await addSkill(page, AREA);

  const first = cell(page, "Amara Okafor", FRACTIONS);
  await tabTo(page, first);
  await page.keyboard.press("ArrowRight");
  await expect(map(page).getByRole("row").nth(1).locator("td a").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(map(page).getByRole("row").nth(2).locator("td a").nth(1)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(first, "the edge holds").toBeFocused();
  await page.keyboard.press("End");
  const last = cell(page, "Amara Okafor", AREA);
  await expect(last).toBeFocused();
  await expect(last).toHaveAccessibleName(`Amara Okafor, ${AREA}: nothing yet`);

  await watchCells(page);
  await page.keyboard.press("3");
  await expect(last).toHaveAccessibleName(`Amara Okafor, ${AREA}: 3, I’ve got it`);
  await expect(page.getByText(`Amara Okafor, “${AREA}”: I’ve got it, noted.`)).toBeVisible();
  const changed = await changedCells(page);
  expect(changed, "one cell is drawn anew, and the class below it").toHaveLength(2);
  expect(changed[0]).toBe("3");
  expect(changed[1]).toMatch(/^3 · 3/);
  await expect(last).toBeFocused();

  // Another number on the same day corrects the first; 5 is no level here.
  await page.keyboard.press("2");
  await expect(last).toHaveAccessibleName(`Amara Okafor, ${AREA}: 2, Getting there`);
  await page.keyboard.press("5");
  await expect(last).toHaveAccessibleName(`Amara Okafor, ${AREA}: 2, Getting there`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Amara Okafor: ${AREA}` })).toBeFocused();
  await expect(section(page, "1 piece of evidence").getByRole("listitem")).toHaveCount(1);
  await page.goBack();
  await expect(cell(page, "Amara Okafor", AREA)).toHaveAccessibleName(/: 2, Getting there/);

  await tabTo(page, cell(page, "Amara Okafor", FRACTIONS));
  await enter(page, page.getByRole("button", { name: "Undo" }));
  await expect(cell(page, "Amara Okafor", AREA)).toHaveAccessibleName(/: 3, I’ve got it/);
});

test("a cell shows the evidence by the day it was shown, and the rule in words", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await cell(page, "Hana Suzuki", FRACTIONS).click();
  const stands = section(page, "Where it stands");
  await expect(stands).toContainText(/The middle of the last three: [1-4], [1-4], [1-4]\./);
  await axe(page);

  const pieces = page.locator(".pieces").getByRole("listitem");
  const days = async () => {
    const texts = await pieces.locator(".muted").allInnerTexts();
    return texts.map((text) => Date.parse(`${text.split(" · ")[0]}, 2026`));
  };
  const listed = await days();
  expect(listed).toEqual([...listed].sort((a, b) => b - a));
  await expect(page.getByText("counts now")).toHaveCount(3);

  // Typed today, shown in September: it stands where it was shown, not where it was typed.
  const before = await stands.innerText();
  await level(page, "The level shown", "Just starting").click();
  await page.getByLabel("Day it was shown").fill("2026-09-10");
  await page.getByLabel("Source").selectOption("Conference");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(pieces.filter({ hasText: "typed on November 17" })).toHaveText(
    /Just starting\s*September 10 · Conference/,
  );
  expect(await stands.innerText(), "what is newer still decides").toBe(before);
  const now = await days();
  expect(now).toEqual([...now].sort((a, b) => b - a));

  await page.getByLabel("Day it was shown").fill("2026-11-18");
  await level(page, "The level shown", "Just starting").click();
  await page.getByRole("button", { name: "Add evidence" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That day is still to come." })).toBeVisible();
  await axe(page);
});

test("the teacher decides otherwise with a reason, and the calculation stays visible", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await addSkill(page, AREA);
  await cell(page, "Hana Suzuki", AREA).click();
  const stands = section(page, "Where it stands");
  await expect(stands).toContainText("No evidence yet.");
  await level(page, "The level shown", "Getting there").click();
  await page.getByRole("button", { name: "Add evidence" }).click();
  await expect(stands).toContainText("One piece of evidence so far: 2");

  const decide = page.getByRole("button", { name: "Decide the level myself" });
  await decide.click();
  const dialog = page.getByRole("dialog", { name: "Decide the level myself" });
  await axe(page);
  await level(page, "The level that holds", "I can teach it").click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Write why you decide otherwise.");
  await dialog.getByRole("textbox", { name: "Why? (needed)" }).fill("She taught the whole table.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(stands).toContainText("I can teach it");
  await expect(stands).toContainText("You decided this on November 17: “She taught the whole table.”");
  await expect(stands).toContainText("Calculated: Getting there.");
  await axe(page);

  await page.getByRole("link", { name: "Class map" }).click();
  await expect(cell(page, "Hana Suzuki", AREA)).toHaveAccessibleName(/: 4, I can teach it\. decided by you/);
  await cell(page, "Hana Suzuki", AREA).click();
  await page.getByRole("button", { name: "Let the calculation stand again" }).click();
  await expect(stands).not.toContainText("You decided");
  await expect(stands.locator(".level-now")).toContainText("Getting there");
});

test("feedback reaches the student and can become a goal", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await cell(page, "Rosa Hernández", FRACTIONS).click();
  await page.getByRole("textbox", { name: "Write feedback" }).fill("Show the whole before you compare.");
  await page.getByRole("button", { name: "Save feedback" }).click();
  await expect(page.getByText("Rosa Hernández will see your feedback")).toBeVisible();
  await asStudent(page, "Rosa Hernández");
  await level(page, "How is it going?", "Getting there").click();
  await expect(
    page.getByRole("button", { name: "Show the whole before you compare. from your teacher’s feedback" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("region", { name: "What my teacher wrote" })).toContainText("Show the whole");
});

test("the chart is loaded on the growth screen only, and says the same in words and as a table", async ({
  page,
  site,
}) => {
  const asked = chartsAsked(page);
  await openDemo(page, site);
  await openMap(page);
  await cell(page, "Hana Suzuki", FRACTIONS).click();
  await expect(section(page, "Where it stands")).toBeVisible();
  expect(asked).toEqual([]);

  await page.getByRole("link", { name: "Growth as a chart" }).click();
  const figure = page.getByRole("figure", { name: `Growth: ${FRACTIONS}` });
  await expect(figure.locator(".chart svg")).toBeVisible();
  expect(asked).toHaveLength(1);
  const sentence = figure.locator("figcaption");
  await expect(sentence).toHaveText(/^Since \w+ \d+ the class moved from [\d.]+ to [\d.]+ on average \(24 students/);
  await expect(figure.getByRole("img", { name: await sentence.innerText(), exact: true })).toBeVisible();
  await axe(page);
  await figure.getByText("Show as table").click();
  expect(await figure.getByRole("table").getByRole("row").count()).toBeGreaterThan(20);
  await axe(page);

  await page.getByRole("combobox", { name: "Growth of" }).selectOption("Hana Suzuki");
  await expect(sentence).toHaveText(/Hana Suzuki (moved from|has been at)/);
  await expect(figure.getByRole("table")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test.describe("without the offline cache, which would have the chart", () => {
  test.use({ serviceWorkers: "block" });

  test("a chart that cannot be loaded says so, and sentence and table stand anyway", async ({ page, problems, site }) => {
    problems.allow(/Failed to load resource|Failed to fetch|ERR_FAILED/);
    await openDemo(page, site);
    await openMap(page);
    const bundle = /chart[^/]*\.js/;
    await page.context().route(bundle, (route) => route.abort());
    await map(page).getByRole("link", { name: FRACTIONS }).first().click();
    await expect(page.getByText("The chart could not be loaded.")).toBeVisible();
    await expect(page.locator("figcaption")).toContainText("the class moved from");
    await axe(page);
    await page.context().unroute(bundle);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".chart svg")).toBeVisible();
  });
});

test("skills are put in focus, moved, put away and brought back", async ({ page, site }) => {
  await openDemo(page, site);
  await openMap(page);
  await page.getByRole("link", { name: "Edit skills" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edit skills" })).toBeVisible();
  await axe(page);
  const second = page.locator(".skill-row").nth(1);
  const line = await second.locator("strong").innerText();
  await second.getByRole("checkbox").check();
  await expect(page.getByText(`In focus today: “${line}”`)).toBeVisible();
  await page.getByRole("button", { name: `Move up: ${line}` }).click();
  await expect(page.getByText(`“${line}” is now number 1`)).toBeVisible();
  await expect(page.locator(".skill-row strong").first()).toHaveText(line);
  await page.getByRole("button", { name: `Put away: ${line}` }).click();
  await expect(page.locator(".skill-row")).toHaveCount(7);
  await page.getByText("1 skill put away").click();
  await page
    .getByRole("region", { name: "Our skills" })
    .getByRole("button", { name: `Bring back: ${line}` })
    .click();
  await expect(page.locator(".skill-row")).toHaveCount(8);

  await page.getByRole("button", { name: "Add my own skill" }).click();
  const dialog = page.getByRole("dialog", { name: "Add my own skill" });
  await axe(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Write the “I can” line.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "“I can” line" }).fill("I can fold a paper crane");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Class map" }).click();
  await expect(map(page).getByRole("columnheader")).toHaveCount(10);
});
