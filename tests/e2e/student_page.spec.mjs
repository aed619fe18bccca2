// A teacher looks at one student before a word with them: strengths first, then how they see themselves.
import { asStudent, axe, enter, expect, handOver, level, openClass, openDemo, tabTo, test } from "./support.mjs";

const FRACTIONS = "I can compare two fractions";
const SENTENCE =
  /^(Sees it as the evidence does in (all )?\d+( of \d+, .+)?|Of \d+ views: .+)\. Lately (closer than|about as close as|further apart than) before\.$/;

const section = (page, title) => page.getByRole("region", { name: title, exact: true });
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const skills = (page) => page.getByRole("table", { name: "All skills" });
const row = (page, skill) => skills(page).getByRole("row").filter({ hasText: skill });

/** The address of a student's page, found by the name on the list of all names. Ends there. */
async function addressOf(page, name) {
  await handOver(page);
  const tile = await page.getByRole("link", { name }).getAttribute("href");
  return `#/teacher/student/${tile.split("/").at(-1)}`;
}

/** Opens a demo student's page by its address. */
async function openStudent(page, site, name) {
  await openDemo(page, site);
  await page.goto(site.url + (await addressOf(page, name)));
  await expect(heading(page, name)).toBeVisible();
}

/** From the teacher's Today: a ticket on fractions, handed in by the student with the right answer. Ends on all names. */
async function rightTry(page, name) {
  await page.getByRole("link", { name: "Exit ticket", exact: true }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  await asStudent(page, name);
  await page.getByRole("link", { name: /Exit ticket: .* Answer now/ }).click();
  await expect(level(page, "Now", "I’ve got it")).toBeVisible();
  const before = level(page, "Before this lesson", "Getting there");
  if (await before.count()) await before.click();
  await level(page, "Now", "I’ve got it").click();
  await page.getByRole("radio", { name: "2/3", exact: true }).click();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(heading(page, "Handed in")).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).first().click();
}

test("strengths first, then all skills, the own view, goals and feedback", async ({ page, site }) => {
  await openStudent(page, site, "Hana Suzuki");
  await expect(page).toHaveTitle("Hana Suzuki – Daymark");
  await expect(page.locator("main h2")).toHaveText([
    "Strengths",
    "All skills",
    "Evidence and what was tried, over time",
    "What is tried",
    "Work",
    "Goals over weeks",
    "Latest goals",
    "Talks",
    "Notes",
    "How Hana Suzuki works best",
    "Own view beside the evidence",
    "Feedback",
    "Groups, choices, cards and what helps",
  ]);

  const strengths = section(page, "Strengths");
  await expect(strengths.getByRole("heading", { level: 3 })).toHaveText(["Furthest along", "Grew most"]);
  const lines = strengths.getByRole("listitem");
  expect(await lines.count()).toBeGreaterThan(2);
  for (const line of await lines.all()) {
    await expect(line.getByRole("link", { name: /^I can / })).toBeVisible();
    await expect(line).toContainText(/Getting there|I’ve got it|I can teach it/);
  }

  await expect(skills(page).getByRole("columnheader")).toHaveText(["Skill", "Level", "Own view", "Sweet spot"]);
  await expect(skills(page).getByRole("row")).toHaveCount(9);
  for (const one of (await skills(page).getByRole("row").all()).slice(1)) {
    await expect(one).toContainText(/Not enough tries yet \(\d of 5\)|(Just right|Too (easy|hard)): \d+ of \d+ tries right/);
  }
  await expect(section(page, "Latest goals").getByRole("listitem")).toHaveCount(8);
  await expect(section(page, "Feedback").getByRole("listitem").first()).toBeVisible();
  await axe(page);
});

test("the own view beside the evidence: a sentence, a picture of it, and the same as a table", async ({ page, site }) => {
  await openStudent(page, site, "Hana Suzuki");
  const own = section(page, "Own view beside the evidence");
  const sentence = own.locator("figcaption p").first();
  await expect(sentence).toHaveText(SENTENCE);
  await expect(own.getByText(/Steps apart on average: \d(\.\d)? in the earlier half, \d(\.\d)? in the later half\./)).toBeVisible();
  const picture = own.getByRole("img", { name: await sentence.innerText(), exact: true });
  await expect(picture).toBeVisible();

  await own.getByText("Show as table").click();
  await expect(own.getByRole("columnheader")).toHaveText(["Day", "Own view", "Evidence"]);
  const rings = await picture.locator("circle").count();
  await expect(own.getByRole("table").getByRole("row")).toHaveCount(rings + 1);
  await own.getByText("Skill by skill").click();
  await expect(own.locator("dd").first()).toHaveText(/^(Sees it as the evidence does|Of \d+ views|One view so far)/);
  await axe(page);
});

test("five tries are enough to say whether the work is just right, and one more counts", async ({ page, site }) => {
  await openDemo(page, site);
  const address = await addressOf(page, "Hana Suzuki");
  await page.goto(site.url + address);
  await expect(row(page, "I can ask for help in a clear way")).toContainText(/Not enough tries yet \(\d of 5\)/);
  const spot = /(Just right|Too easy|Too hard): (?<right>\d+) of (?<all>\d+) tries right · (sure|not sure yet)/;
  await expect(row(page, FRACTIONS)).toContainText(spot);
  const { right, all } = spot.exec((await row(page, FRACTIONS).innerText()).replace(/\s+/g, " ")).groups;
  expect(Number(all)).toBeGreaterThanOrEqual(5);
  await page.goto(`${site.url}#/teacher`);
  await rightTry(page, "Hana Suzuki");
  await page.goto(site.url + address);
  await expect(row(page, FRACTIONS)).toContainText(`${Number(right) + 1} of ${Number(all) + 1} tries right`);
});

test("by keyboard alone: to a skill and back, to the next student and the map", async ({ page, site }) => {
  await openStudent(page, site, "Hana Suzuki");
  await enter(page, skills(page).getByRole("link", { name: FRACTIONS }));
  await expect(heading(page, `Hana Suzuki: ${FRACTIONS}`)).toBeFocused();
  await page.goBack();
  await expect(heading(page, "Hana Suzuki")).toBeFocused();
  await enter(page, page.getByRole("link", { name: "Next: Isaac Cohen" }));
  await expect(heading(page, "Isaac Cohen")).toBeFocused();
  await tabTo(page, section(page, "Own view beside the evidence").getByText("Show as table"));
  await page.keyboard.press("Enter");
  await expect(section(page, "Own view beside the evidence").getByRole("table")).toBeVisible();
  await enter(page, page.getByRole("link", { name: "Previous: Hana Suzuki" }));
  await expect(heading(page, "Hana Suzuki")).toBeFocused();
  await enter(page, page.getByRole("link", { name: "How this is calculated" }).first());
  await expect(page).toHaveURL(/#\/how$/);
  await page.goBack();
  await enter(page, page.getByRole("link", { name: "Class map" }));
  await expect(heading(page, "Skills")).toBeFocused();
});

test("a student who has shown nothing yet, and one who is nobody", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByText("Add students", { exact: true }).click();
  await page.getByRole("textbox", { name: "Names, one per line" }).fill("Nia New");
  await page.getByRole("button", { name: "Add 1 student" }).click();
  await page.goto(site.url + (await addressOf(page, "Nia New")));
  await expect(heading(page, "Nia New")).toBeVisible();
  await expect(section(page, "Strengths")).toContainText("Nia New is getting started.");
  await expect(section(page, "Own view beside the evidence")).toContainText("once there are both");
  await expect(row(page, FRACTIONS)).toContainText("Not enough tries yet (0 of 5)");
  await expect(section(page, "Latest goals")).toContainText("has not set a goal yet");
  await axe(page);

  await page.goto(`${site.url}#/teacher/student/00000000000000aa`);
  await expect(page.getByText("This student is no longer in the class.")).toBeVisible();
  await axe(page);
});

test("on a phone and in the dark nothing scrolls sideways", async ({ page, site }) => {
  await openStudent(page, site, "Oluwaseun Bello");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const details of await page.locator("main summary").all()) await details.click();
  for (const dir of ["ltr", "rtl"]) {
    await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
    expect(wide, dir).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => document.documentElement.removeAttribute("dir"));
  await axe(page, { schemes: ["dark"] });
  await axe(page, { schemes: ["dark"], forcedColors: "active" });
});

test("My journey says without blame how both views stand, and how it is calculated", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await page.getByRole("link", { name: "My journey" }).click();
  const line = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: FRACTIONS }) });
  await expect(line).toContainText(/On \w+ \d+ you (and your teacher saw it the same|saw it (one step|\d steps) (higher|lower))\./);
  await axe(page);
  await page.getByRole("link", { name: "How this is calculated" }).click();
  await expect(page).toHaveURL(/#\/how$/);
});
