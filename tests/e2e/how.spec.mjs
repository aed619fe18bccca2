// "How this is calculated": anybody reads the rules behind the figures, and a data word opens its meaning where it stands.
import { asStudent, axe, enter, expect, openClass, openDemo, tabTo, test } from "./support.mjs";

const QUESTIONS = [
  "Where does a student stand?",
  "How far did they come?",
  "Do two views agree?",
  "Is the work right for them?",
  "What do answers say about a question?",
  "Is the extra help working?",
  "What is not shown, and why",
];

const title = (page) => page.getByRole("heading", { level: 1 });
const meaning = (page) => page.getByRole("note");

async function openHow(page, site) {
  await page.goto(`${site.url}#/how`);
  await expect(title(page)).toHaveText("How this is calculated");
}

/** What a card says, in one line. */
const card = async (page, id) => (await page.locator(`#${id}`).innerText()).replace(/\s+/g, " ");

test("opens by its address for everybody, with a question above each group of figures", async ({ page, site }) => {
  await openHow(page, site);
  await expect(page).toHaveTitle("How this is calculated – Daymark");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(QUESTIONS);
  expect(await page.getByRole("heading", { level: 3 }).count()).toBeGreaterThan(30);
  await page.locator("main details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await axe(page);
});

test("each example is calculated", async ({ page, site }) => {
  await openHow(page, site);
  for (const [id, result] of [
    ["how-counts", "mean 2.5"],
    ["how-median", "Levels 1, 3, 2, 4, 3 3"],
    ["how-average", "2.6"],
    ["how-weighted", "2.83"],
    ["how-decaying", "3.12"],
    ["how-level", "level 2"],
    ["how-class", "mean 2.67 median 3 left out 1"],
    ["how-change", "-0.25"],
    ["how-gain-class", "0.38"],
    ["how-gain-mean", "0.25"],
    ["how-spot", "share 80% range 49% – 94% just right, not sure"],
    ["how-together", "0.75"],
    ["how-tactic", "share 100% range 44% – 100% cautious 71%"],
    ["how-small", "12, *, *"],
    ["how-rounding", "read as 4.13"],
  ]) {
    expect(await card(page, id), id).toContain(result);
  }
  await expect(page.locator("main")).not.toContainText("NaN");
});

test("a question is reached without leaving the address", async ({ page, site }) => {
  await openHow(page, site);
  const question = page.getByRole("heading", { name: "Is the extra help working?" });
  await page.getByRole("navigation").getByRole("button", { name: "Is the extra help working?" }).click();
  await expect(question).toBeFocused();
  await expect(question).toBeInViewport();
  expect(new URL(page.url()).hash).toBe("#/how");
});

test("is found from the class, and Back leads there again", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByRole("main").getByRole("link", { name: "How this is calculated" }).click();
  await expect(title(page)).toHaveText("How this is calculated");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(title(page)).toHaveText("Class");
});

test("is found from a family’s page, and Back leads there again", async ({ page, site }) => {
  await openDemo(page, site);
  await page.getByRole("link", { name: "Share", exact: true }).click();
  await page.getByRole("link", { name: "Hana Suzuki" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  await page.goto(link);
  await expect(title(page)).toHaveText("Hana Suzuki’s learning");
  await axe(page);
  await page.getByRole("link", { name: "How this is calculated" }).click();
  await expect(title(page)).toHaveText("How this is calculated");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(title(page)).toHaveText("Hana Suzuki’s learning");
});

test("leads to the first page where there is nothing to go back to", async ({ context, page, site }) => {
  await openHow(page, site);
  const [fresh] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate(() => void window.open(location.href, "_blank", "noopener")),
  ]);
  await fresh.getByRole("link", { name: "Go to the first page" }).click();
  await expect(title(fresh)).toHaveText("Daymark");
});

test("a data word opens its meaning by a tap, and closes with Escape or a tap elsewhere", async ({ page, site }) => {
  await openHow(page, site);
  const word = page.getByRole("button", { name: "Sweet spot" });
  await word.click();
  await expect(meaning(page)).toHaveCount(1);
  await expect(meaning(page)).toContainText("neither too easy nor too hard");
  await expect(meaning(page)).toBeInViewport({ ratio: 1 });
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(meaning(page)).toHaveCount(0);
  await word.click();
  await expect(meaning(page)).toHaveCount(1);
  await title(page).click();
  await expect(meaning(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Sweet spot", exact: true })).toHaveCount(1);
});

test("a data word opens by keyboard, one at a time, and leaves the focus where it was", async ({ page, site }) => {
  await openHow(page, site);
  const word = page.getByRole("button", { name: "From a figure to a level" });
  await enter(page, word);
  await expect(meaning(page)).toHaveText(/^Cut score/);
  await page.keyboard.press("Escape");
  await expect(meaning(page)).toHaveCount(0);
  await expect(word).toBeFocused();
  await page.keyboard.press("Space");
  await expect(meaning(page)).toHaveCount(1);
  const other = page.getByRole("button", { name: "Normalized change" });
  await tabTo(page, other);
  await page.keyboard.press("Enter");
  await expect(meaning(page)).toHaveText(/^Normalized change/);
});

test("the same word in two places has two names in the page", async ({ page, site }) => {
  await openHow(page, site);
  const ids = await page.locator("[popover]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
});

for (const [size, viewport] of [
  ["a Chromebook", { width: 1366, height: 600 }],
  ["a phone", { width: 390, height: 844 }],
  ["a small phone", { width: 320, height: 640 }],
]) {
  test(`fits ${size}, each meaning too`, async ({ page, site }) => {
    await page.setViewportSize(viewport);
    await openHow(page, site);
    const wide = () => page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    for (const word of await page.locator("main .term").all()) {
      await word.click();
      await expect(meaning(page)).toBeInViewport({ ratio: 1 });
      expect((await word.boundingBox()).height).toBeGreaterThanOrEqual(24);
      await page.keyboard.press("Escape");
    }
    expect(await wide()).toBeLessThanOrEqual(0);
  });
}

test("data words open where they stand on the teacher’s screens", async ({ page, site }) => {
  await openDemo(page, site);
  for (const [word, text] of [
    ["Before and after", "so that the change can be seen"],
    ["Goals of the day", "small enough to try today"],
  ]) {
    await page.getByRole("heading", { name: word }).getByRole("button").click();
    await expect(meaning(page)).toContainText(text);
    await page.keyboard.press("Escape");
  }
  await openClass(page);
  await page.getByRole("heading", { name: "Backup" }).getByRole("button").click();
  await expect(meaning(page)).toContainText("in case the device is lost");
});

test("prints as plain text", async ({ page, site }) => {
  await openHow(page, site);
  await page.getByRole("button", { name: "Sweet spot" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".meaning").first()).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  const line = await page.locator(".term").first().evaluate((term) => getComputedStyle(term).textDecorationLine);
  expect(line).toBe("none");
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-US" });

  test("says the rules and the meanings in Spanish, numbers too", async ({ page, site }) => {
    await page.goto(`${site.url}#/how`);
    await expect(title(page)).toHaveText("Cómo se calcula");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("¿Dónde está un estudiante?");
    expect(await card(page, "how-counts")).toContain("media 2,5");
    await page.getByRole("button", { name: "Punto justo" }).click();
    await expect(meaning(page)).toContainText("zona de desarrollo próximo");
    await axe(page);
  });
});

test("a student finds back from it on a device that was handed over", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await page.evaluate(() => (location.hash = "#/how"));
  await expect(title(page)).toHaveText("How this is calculated");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(title(page)).toHaveText("Where am I now?");
});
