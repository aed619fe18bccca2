// Every screen on every size of glass: nothing scrolls sideways, nothing is too small to tap, no look breaks it.
import { give, writeExample } from "./rubrics.mjs";
import { asStudent, axe, bringIn, entries, expect, level, openDemo, test } from "./support.mjs";

/** As many screens as there are take their time. */
const LONG = 300_000;

const SIZES = [
  ["Chromebook", { width: 1366, height: 600 }],
  ["phone", { width: 390, height: 844 }],
  ["small phone", { width: 320, height: 640 }],
];

/** A draft with long words and every kind of question, as a teacher may write it. */
const draft = ({ skill, scale }) => {
  const long = "Which of these two is more, and how can you tell without drawing? ".repeat(4).trim();
  const questions = [
    { choice: { question: long, choices: ["2/3", "a seven-letter-word-and-more-of-it"], key: 0 } },
    { number: { question: "How many?", key: "3" } },
    "sentence",
  ];
  const body = { id: DRAFT, skill, day: "2026-11-17", template: "blank", scale, questions, title: "Drafted", draft: true };
  return [{ kind: "exit_ticket", body }];
};
const DRAFT = "00000000000000d1";

/** The screens of the checks and rubrics, each with what it is called and, where it needs one, a tap. */
async function checkScreens(page, ticket, student, id) {
  await bringIn(page, draft);
  await writeExample(page);
  await give(page, "A poster");
  const all = await entries(page);
  const last = (kind) => all.filter((entry) => entry.kind === kind).at(-1).body;
  const survey = all.find(({ kind, body }) => kind === "exit_ticket" && body.survey?.moment === "after").body;
  const [rubric, task] = [last("rubric").id, last("rubric_task").id];
  const collect = `${ticket}/collect`;
  const way = (name) => (page) => page.getByRole("group").getByRole("button", { name, exact: true }).click();
  const sheet = (name) => (page) => page.getByRole("radio", { name, exact: true }).check();
  return [
    ["all checks", "#/teacher/checks"],
    ["the editor", `#/teacher/ticket/${DRAFT}/edit`],
    ["a new survey", "#/teacher/ticket/survey"],
    ["the bank", "#/teacher/questions"],
    ["Collect, codes", collect],
    ["Collect, texts", collect, way("Files and text")],
    ["Collect, paper", collect, way("Type from paper")],
    ["Collect, a poster", collect, way("Class poster")],
    ["a ticket on paper", `${ticket}/print`],
    ["group cards", `#/teacher/ticket/${survey.id}/print`],
    ["results on paper", `#/teacher/ticket/${survey.id}/print`, sheet("Results")],
    ["Live of a survey", `#/teacher/ticket/${survey.id}`],
    ["a survey", `#/teacher/survey/${survey.survey.survey}`],
    ["all rubrics", "#/teacher/rubrics"],
    ["a rubric", `#/teacher/rubrics/${rubric}`],
    ["a rubric on paper", `#/teacher/rubrics/${rubric}/print`],
    ["work with a rubric", `#/teacher/task/${task}`],
    ["one student’s work", `#/teacher/task/${task}/${id}`],
    ["a student’s rubric", `${student}/rubric/${task}`],
    ["what helps", `#/teacher/student/${id}/support`],
    ["the class pack", "#/teacher/pack"],
    ["Join", "#/join"],
    ["handing in", `${student}/${ticket.split("/").slice(-2).join("/")}/hand-in`],
    ["the code on the wall", `${student}/code`],
    ["the substitute", "#/substitute"],
  ];
}

/** Makes one of everything and gives the addresses of all screens, each with what it is called. */
async function everyScreen(page, site) {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();
  const ticket = new URL(page.url()).hash;
  await asStudent(page, "Hana Suzuki");
  await level(page, "How is it going?", "Just starting").click();
  await page.getByRole("button", { name: /fits “/ }).first().click();
  await page.getByRole("button", { name: "Set my goal" }).click();
  await page.getByRole("link", { name: "Done, lock" }).click();
  const tile = page.getByRole("link", { name: "Oluwaseun Bello" });
  const student = await tile.getAttribute("href");
  await tile.click();
  await level(page, "How is it going?", "Getting there").click();
  await expect(page.getByRole("button", { name: /fits “/ }).first()).toBeVisible();
  await page.goto(`${site.url}#/teacher/skills`);
  const cell = await page
    .getByRole("link", { name: /^Oluwaseun Bello, I can compare two fractions/ })
    .getAttribute("href");
  const skill = cell.slice(0, cell.lastIndexOf("/"));
  const id = student.split("/").at(-1);
  await page.goto(`${site.url}#/teacher/share/${id}`);
  await page.getByRole("button", { name: "Make the link" }).click();
  const family = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  const hrefOf = async (address, name) => {
    await page.goto(`${site.url}#/teacher/${address}`);
    return page.getByRole("main").getByRole("link", { name }).first().getAttribute("href");
  };
  const group = await hrefOf("groups", "New group");
  const board = await hrefOf("boards", /^Who chose what/);
  const checks = await checkScreens(page, ticket, student, id);
  return [
    ["the door", "#/"],
    ["make it mine", "#/new"],
    ["who are you", "#/student"],
    ["a student's Today", student],
    ["a student's journey", `${student}/journey`],
    ["a student's plan", `${student}/plan`],
    ["a student's work", `${student}/work`],
    ["a student's conference", `${student}/conference`],
    ["a student's ticket", `${student}/${ticket.split("/").slice(-2).join("/")}`],
    ["a teacher's Today", "#/teacher"],
    ["a new ticket", "#/teacher/ticket"],
    ["Live", ticket],
    ["the wall", `${ticket}/wall`],
    ["the class map", "#/teacher/skills"],
    ["a cell", cell],
    ["growth", skill],
    ["one student", `#/teacher/student/${id}`],
    ["the skills", "#/teacher/skills/edit"],
    ["share", "#/teacher/share"],
    ["a family's link", `#/teacher/share/${id}`],
    ["the students", "#/teacher/student"],
    ["the groups", "#/teacher/groups"],
    ["a new group", group],
    ["the boards", "#/teacher/boards"],
    ["who chose what", board],
    ["the class", "#/teacher/class"],
    ["the trash", "#/teacher/trash"],
    ["the change of year", "#/teacher/year"],
    ["recent changes", "#/teacher/recent"],
    ["how this is calculated", "#/how"],
    ["nowhere", "#/nowhere"],
    ...checks,
    ["the family page", family],
  ];
}

/** Opens a screen and everything on it that can be unfolded. */
async function open(page, site, address, tap) {
  await page.goto(address.startsWith("#") ? site.url + address : address);
  await expect(page.locator("h1")).toBeVisible();
  // An address of no screen would look fine.
  if (!address.endsWith("nowhere")) await expect(page.locator("h1")).not.toHaveText(/^(This page does not exist|Esta página no existe)$/);
  await tap?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.locator("main details:not([open])").evaluateAll((all) => all.forEach((details) => (details.open = true)));
}

/** What reaches over the side of the page, if the page can be scrolled sideways. */
const wide = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= window.innerWidth) return [];
    const scrolls = (element) =>
      element &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((element) => !scrolls(element.parentElement?.closest("body *")))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && (box.right > room + 0.5 || box.left < -0.5))
      .slice(0, 5)
      .map(
        ([element, box]) =>
          `${element.tagName} ${element.className} ${Math.round(box.left)}–${Math.round(box.right)} of ${room}`,
      )
      .concat(`the page is ${document.scrollingElement.scrollWidth} wide`);
  });

/** Buttons, links and fields smaller than 24 pixels; links inside a sentence may be as high as its letters. */
const small = (page) =>
  page.evaluate(() => {
    const inSentence = (element) =>
      getComputedStyle(element).display === "inline" &&
      element.parentElement.innerText.trim() !== element.innerText.trim();
    const target = (element) => (element.matches("input, select") && element.closest("label")) || element;
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return all
      .filter((element) => element.checkVisibility() && !element.closest(".skip") && !inSentence(element))
      .map((element) => [element, target(element).getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(
        ([element, { width, height }]) =>
          `${element.outerHTML.slice(0, 90)} is ${Math.round(width)} x ${Math.round(height)}`,
      );
  });

for (const [name, size] of SIZES) {
  test(`on a ${name} nothing scrolls sideways and everything can be tapped`, async ({ page, site }) => {
    test.setTimeout(LONG);
    const screens = await everyScreen(page, site);
    await page.setViewportSize(size);
    for (const [screen, address, tap] of screens) {
      await open(page, site, address, tap);
      for (const dir of ["ltr", "rtl"]) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
        expect.soft(await wide(page), `${screen}, ${dir}`).toEqual([]);
      }
      expect.soft(await small(page), `${screen}: too small to tap`).toEqual([]);
      await page.evaluate(() => document.documentElement.removeAttribute("dir"));
    }
  });
}

test("with more space between the letters nothing scrolls sideways either", async ({ page, site }) => {
  test.setTimeout(LONG);
  const screens = await everyScreen(page, site);
  await page.goto(`${site.url}#/`);
  await page.getByText("Aa", { exact: true }).click();
  await page.getByRole("checkbox", { name: "More space between letters and lines" }).check();
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [screen, address, tap] of screens) {
    await open(page, site, address, tap);
    if (screen !== "the family page") await expect(page.locator("html")).toHaveAttribute("data-text", "roomy");
    expect.soft(await wide(page), screen).toEqual([]);
  }
});

test("with the largest letters students’ and families’ screens do not scroll sideways on a small phone", async ({
  page,
  site,
}) => {
  test.setTimeout(LONG);
  const screens = await everyScreen(page, site);
  await page.goto(`${site.url}#/`);
  await page.getByText("Aa", { exact: true }).click();
  await page.getByRole("button", { name: "Largest" }).click();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [screen, address] of screens) {
    if (/^#\/teacher/.test(address)) continue;
    await open(page, site, address);
    await expect(page.locator("html")).toHaveAttribute("data-size", "largest");
    expect.soft(await wide(page), screen).toEqual([]);
  }
});

test("on a small phone in Spanish, whose words are longer, nothing scrolls sideways", async ({ page, site }) => {
  test.setTimeout(LONG);
  const screens = await everyScreen(page, site);
  await page.goto(`${site.url}#/`);
  await page.getByText("Aa", { exact: true }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Español");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [screen, address, tap] of screens) {
    // What is tapped has another name now; it was looked at in English.
    if (tap) continue;
    await open(page, site, address);
    expect.soft(await wide(page), screen).toEqual([]);
    expect.soft(await small(page), `${screen}: too small to tap`).toEqual([]);
  }
});

test("forced colours and a phone in the dark: axe finds nothing", async ({ page, site }) => {
  test.setTimeout(LONG);
  const screens = await everyScreen(page, site);
  for (const [, address, tap] of screens) {
    await open(page, site, address, tap);
    await axe(page, { schemes: ["dark"], forcedColors: "active" });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [, address, tap] of screens) {
    await open(page, site, address, tap);
    await axe(page, { schemes: ["dark"] });
  }
});

test("paper or dark, as chosen, and Spanish, on this device", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/`);
  await expect(page.getByRole("heading", { level: 1, name: "Daymark" })).toBeVisible();
  const paint = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const paper = await paint();
  await page.getByText("Aa", { exact: true }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");
  expect(await paint()).not.toBe(paper);
  await axe(page);
  await page.emulateMedia({ media: "print" });
  expect(await paint(), "what is printed is read on white").toBe(paper);
  await page.emulateMedia({ media: null });
  await page.getByRole("combobox", { name: "Language" }).selectOption("Español");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("link", { name: "Soy estudiante" })).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(page.getByRole("link", { name: "Soy estudiante" })).toBeVisible();
  expect(await paint()).not.toBe(paper);
  for (const address of ["#/teacher", "#/teacher/class", "#/teacher/skills", "#/teacher/share"]) {
    await page.goto(site.url + address);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.getByRole("navigation").getByRole("link", { name: "Hoy" })).toBeVisible();
    await axe(page);
  }
});

test("with less motion nothing moves", async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openDemo(page, site);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== "none";
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});
