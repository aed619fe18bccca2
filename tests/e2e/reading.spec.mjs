// "Aa": everybody makes the page fit the own eyes and ears: size, room, colours, less motion, reading aloud. And the screens
// for who cannot read much yet.
import { asStudent, axe, enter, expect, handOver, level, openClass, openDemo, tabTo, test } from "./support.mjs";
import { hear, hears, marked, reader, said, withVoices } from "./voice.mjs";

const aa = (page) => page.getByRole("button", { name: "Text and colours" });
const looks = (page) => page.getByRole("group", { name: "Text and colours" });
const root = (page) => page.locator("html");
const letters = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const readPage = (page) => page.getByRole("button", { name: "Read this page aloud" });

test("size, room, colours and less motion, by keyboard, kept on this device", async ({ page, site }) => {
  await openDemo(page, site);
  const usual = await letters(page);
  await enter(page, aa(page));
  await expect(looks(page)).toBeVisible();
  await axe(page);
  await enter(page, page.getByRole("button", { name: "Largest" }));
  await expect(page.getByRole("button", { name: "Largest" })).toHaveAttribute("aria-pressed", "true");
  expect(await letters(page)).toBeCloseTo(usual * 1.4, 1);
  await tabTo(page, page.getByRole("checkbox", { name: "More space between letters and lines" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("checkbox", { name: "Less motion" }));
  await page.keyboard.press("Space");
  await expect(root(page)).toHaveAttribute("data-motion", "less");
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(looks(page)).toBeHidden();
  await expect(aa(page)).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-size", "largest");
  await expect(root(page)).toHaveAttribute("data-text", "roomy");
  await expect(root(page)).toHaveAttribute("data-motion", "less");
  const moving = await page.evaluate(
    () => [...document.querySelectorAll("*")].filter((e) => /[1-9]/.test(getComputedStyle(e).transitionDuration)).length,
  );
  expect(moving).toBe(0);
});

test("Aa stands on the pages of students, teachers and families", async ({ page, site }) => {
  await openDemo(page, site);
  const addresses = ["#/", "#/teacher", "#/teacher/skills", "#/teacher/share", "#/student", "#/how", "#/new", "#/substitute"];
  for (const address of [...addresses, "#/join", "p/#"]) {
    await page.goto(site.url + address);
    await expect(aa(page), address).toBeVisible();
  }
  // What is chosen on a family's page stays on its device.
  await aa(page).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(root(page)).toHaveAttribute("data-theme", "dark");
  await axe(page);
  await page.reload();
  await expect(root(page)).toHaveAttribute("data-theme", "dark");
});

test("a page is read aloud, with pause, back, next and stop", async ({ context, page, site }) => {
  await withVoices(context, ["es-ES", "en-GB", "en-US"]);
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await enter(page, aa(page));
  await enter(page, readPage(page));
  await expect(looks(page)).toBeHidden();
  const pause = reader(page).getByRole("button", { name: "Pause" });
  await expect(pause, "who started it by keyboard can pause at once").toBeFocused();
  await hear(page, ["Rubric: Poster: How I know", "See both views"]);
  await hears(page, "Where am I now?");
  await axe(page);
  await page.keyboard.press("Enter");
  const goOn = reader(page).getByRole("button", { name: "Go on" });
  await expect(goOn).toBeFocused();
  const before = (await said(page)).length;
  expect(await marked(page), "the sentence stays marked in a pause").toContain("Where am I now?");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await said(page)).length).toBe(before + 1);
  await hear(page, ["Where am I now?"]);
  await reader(page).getByRole("button", { name: "Sentence before" }).click();
  await hears(page, "Where am I now?");
  await reader(page).getByRole("button", { name: "Next sentence" }).click();
  await expect.poll(() => marked(page)).not.toContain("Where am I now?");
  await page.keyboard.press("Escape");
  await expect(reader(page)).toBeHidden();
  expect(await marked(page)).toBe("");
  // Another screen ends it as well.
  await aa(page).click();
  await readPage(page).click();
  await expect(reader(page)).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
  await expect(reader(page)).toBeHidden();
});

test("nothing is read by a voice over the network, and a sentence says so", async ({ context, page, site }) => {
  await withVoices(context, ["en-US!", "es-ES"]);
  await openDemo(page, site);
  await enter(page, aa(page));
  await enter(page, readPage(page));
  await expect(reader(page).getByRole("alert")).toHaveText(/no voice for this language/);
  expect(await said(page)).toEqual([]);
  await axe(page);
  await expect(reader(page).getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reader(page)).toBeHidden();
  await expect(aa(page), "the focus is where it was before").toBeFocused();
});

test("the screens for the youngest: larger, with pictures, and each text can be heard", async ({ context, page, site }) => {
  await withVoices(context, ["en-US"]);
  await openDemo(page, site);
  await openClass(page);
  await page.getByRole("checkbox", { name: /Larger pictures, fewer words/ }).check();
  await expect(page.getByText("Students see the screens for the youngest now")).toBeVisible();
  await expect(root(page), "the teacher's own screens stay").not.toHaveAttribute("data-skin", "youngest");
  await handOver(page);
  await expect(root(page)).toHaveAttribute("data-skin", "youngest");
  await axe(page);
  const tile = page.getByRole("listitem").filter({ hasText: "Hana Suzuki" });
  await tile.getByRole("button", { name: "Read aloud" }).click();
  await hears(page, "Hana Suzuki");
  await tile.getByRole("button", { name: "Read aloud" }).click();
  await expect(reader(page), "a second tap stops it").toBeHidden();
  await tile.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Where am I now?" })).toBeVisible();
  await axe(page);
  const heard = page.locator(".say:has(+ fieldset.scale)").first();
  await tabTo(page, heard);
  await page.keyboard.press("Enter");
  await hear(page, ["How is it going?", "Just starting", "Getting there", "I’ve got it", "I can teach it"]);
  await expect(reader(page)).toBeHidden();
  await expect(heard).toBeFocused();
  await level(page, "How is it going?", "Getting there").click();
  const box = await page.getByRole("button", { name: "Set my goal" }).boundingBox();
  expect(box.height).toBeGreaterThanOrEqual(64);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = () => page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await axe(page);
});

test("after Undo by keyboard the focus is where it was before", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  const youngest = page.getByRole("checkbox", { name: /Larger pictures, fewer words/ });
  await tabTo(page, youngest);
  await page.keyboard.press("Space");
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(undo).toBeHidden();
  await expect(youngest).not.toBeChecked();
  await expect(youngest).toBeFocused();
});
