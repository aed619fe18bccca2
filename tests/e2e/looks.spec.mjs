// Every screen on every size of glass: nothing scrolls sideways, nothing is too small to tap, no look breaks it.
import { asStudent, axe, expect, level, openDemo, test } from "./support.mjs";

const SIZES = [
  ["Chromebook", { width: 1366, height: 600 }],
  ["phone", { width: 390, height: 844 }],
  ["small phone", { width: 320, height: 640 }],
];

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
  return [
    ["the door", "#/"],
    ["make it mine", "#/new"],
    ["who are you", "#/student"],
    ["a student's Today", student],
    ["a student's journey", `${student}/journey`],
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
    ["the class", "#/teacher/class"],
    ["recent changes", "#/teacher/recent"],
    ["how this is calculated", "#/how"],
    ["nowhere", "#/nowhere"],
    ["the family page", family],
  ];
}

/** Opens a screen and everything on it that can be unfolded. */
async function open(page, site, address) {
  await page.goto(address.startsWith("#") ? site.url + address : address);
  await expect(page.locator("h1")).toBeVisible();
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
    test.slow();
    const screens = await everyScreen(page, site);
    await page.setViewportSize(size);
    for (const [screen, address] of screens) {
      await open(page, site, address);
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
  test.slow();
  const screens = await everyScreen(page, site);
  await page.goto(`${site.url}#/`);
  await page.getByText("Aa", { exact: true }).click();
  await page.getByRole("checkbox", { name: "More space between letters and lines" }).check();
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [screen, address] of screens) {
    await open(page, site, address);
    if (screen !== "the family page") await expect(page.locator("html")).toHaveAttribute("data-text", "roomy");
    expect.soft(await wide(page), screen).toEqual([]);
  }
});

test("forced colours and a phone in the dark: axe finds nothing", async ({ page, site }) => {
  test.slow();
  const screens = await everyScreen(page, site);
  for (const [, address] of screens) {
    await open(page, site, address);
    await axe(page, { schemes: ["dark"], forcedColors: "active" });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [, address] of screens) {
    await open(page, site, address);
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
