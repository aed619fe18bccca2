// Students' own devices, for journeys: `device()` gives another person's device, watched like the teacher's.
import { shownCode } from "./film.mjs";
import { SCHOOL_DAY, expect, level, test as base } from "./support.mjs";

export const skill = "I can compare two fractions";

/** Other people's devices, watched like the teacher's. */
export const test = base.extend({
  device: async ({ browser, problems, site }, use) => {
    const contexts = [];
    await use(async (now = SCHOOL_DAY) => {
      const context = await browser.newContext({ locale: "en-US", timezoneId: "America/Chicago" });
      contexts.push(context);
      await context.clock.setFixedTime(now);
      const own = new URL(site.url).origin;
      context.on("request", (request) => {
        if (!request.url().startsWith(`${own}/`) && !/^(blob|data|about):/.test(request.url()))
          problems.add(`request to another host: ${request.url()}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error") problems.add(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => problems.add(`exception: ${error.error().stack}`));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export const heading = (page, name) => page.getByRole("heading", { level: 1, name });

/** The class link, as the teacher copies it. Starts on the teacher's Today, ends on the pack's screen. */
export async function classLink(page, site) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${site.url}#/teacher/pack`);
  await expect(heading(page, "Students’ own devices")).toBeVisible();
  await page.getByRole("button", { name: "Copy the class link" }).click();
  await expect(page.getByText("The class link is copied.")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A student's own device, with the class link opened and the own name chosen. Ends on Today. */
export async function joined(device, link, name) {
  const page = await device();
  await join(page, link, name);
  return page;
}

/** Opens the class link on a device that is there, as one opens a link: in a page of its own. Ends on Today. */
export async function join(page, link, name) {
  await page.goto("about:blank");
  await page.goto(link);
  await expect(heading(page, "Join your class")).toBeVisible();
  await choose(page, name);
}

/** Taps the own name, and goes on where the device did not know it. Ends on Today. */
export async function choose(page, name) {
  await page.getByRole("button", { name }).click();
  const today = heading(page, "Where am I now?");
  const goOn = page.getByRole("button", { name: "Go on", exact: true });
  const locked = page.getByText("Tap your three pictures, in your order.");
  await expect(today.or(goOn).or(locked)).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(today.or(locked)).toBeVisible();
}

/** From the teacher's Today: opens the ticket that is preselected; gives its wall code. Ends on Collect, with its poster. */
export async function openAndCollect(page, site) {
  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(heading(page, skill)).toBeVisible();
  await page.getByRole("link", { name: "Collect" }).click();
  await expect(heading(page, "Collect answers")).toBeVisible();
  await page.getByRole("button", { name: "Class poster" }).click();
  const code = await page.locator(".poster-code").innerText();
  await page.getByRole("button", { name: "Scan codes" }).click();
  return code;
}

/** Types the wall code on a student's own device. Ends on the first question. */
export async function openByCode(page, code) {
  await page.getByRole("link", { name: "I see a code on the wall" }).click();
  await page.getByRole("textbox", { name: "Type the four letters and numbers" }).fill(code);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.locator("form.question")).toBeVisible();
}

/** Answers the demo class's ticket. Ends on the code. */
export async function answer(page, sentence = "") {
  await level(page, "Before this lesson", "Getting there").click();
  await level(page, "Now", "I’ve got it").click();
  await page.getByRole("radio", { name: "2/3", exact: true }).click();
  if (sentence) await page.getByRole("textbox").fill(sentence);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("link", { name: "Show the code" }).click();
  await expect(heading(page, "Hand in")).toBeVisible();
  await expect(page.locator(".hand-in-code svg")).toBeVisible();
}

export const code = (page) => shownCode(page.locator(".hand-in-code svg"));

/** The text of a student's answer. */
export async function copied(page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

export const paste = async (page, text) => {
  await page.getByRole("textbox", { name: "Paste answers here, one or many" }).fill(text);
  await page.getByRole("button", { name: "Take in", exact: true }).click();
};
