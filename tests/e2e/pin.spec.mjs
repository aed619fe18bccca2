// A shared device: after "Hand to students" the teacher's pages wait behind the PIN.
import { axe, enter, expect, handOver, makeClass, openClass, openDemo, tabTo, test } from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
const field = (page, name) => page.getByLabel(name, { exact: true });

/** Sets a PIN of four noughts, on the class's settings. */
async function setPin(page) {
  await page.getByRole("button", { name: "Set a PIN" }).click();
  for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"]) await field(page, name).fill("0000");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "I have kept it" }).click();
}

/** Removes a PIN of four noughts. */
async function removePin(page) {
  await page.getByRole("button", { name: "Remove the PIN" }).click();
  await page.getByRole("dialog").getByLabel("PIN").fill("0000");
  await page.getByRole("dialog").getByRole("button", { name: "Remove the PIN" }).click();
  await expect(page.getByText("There is no PIN:")).toBeVisible();
}

test("after “Hand to students” the teacher's pages ask for it, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await enter(page, page.getByRole("navigation").getByRole("link", { name: "Class", exact: true }));
  await expect(title(page)).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Set a PIN" }));
  await tabTo(page, field(page, "New PIN, 4 to 8 digits"));
  await page.keyboard.type("4711");
  await tabTo(page, field(page, "The same PIN once more"));
  await page.keyboard.type("4712");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "The two are not the same." })).toBeVisible();
  await axe(page);
  await tabTo(page, field(page, "The same PIN once more"));
  await page.keyboard.type("4711");
  await page.keyboard.press("Enter");
  await expect(page.locator(".recovery-code")).toBeFocused();
  await axe(page);
  await enter(page, page.getByRole("button", { name: "I have kept it" }));
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("4711");

  await enter(page, page.getByRole("banner").getByRole("link", { name: "Hand to students" }));
  await expect(title(page)).toHaveText("Who are you?");
  for (const address of ["#/teacher", "#/teacher/skills", "#/teacher/class", "#/teacher/share"]) {
    await page.goto(site.url + address);
    await expect(title(page)).toHaveText("Teacher PIN");
    expect(await page.locator("body").innerText(), "nothing of the page shows through").not.toMatch(
      /Hana|Needs a word/,
    );
  }
  await axe(page);
  await tabTo(page, field(page, "PIN"));
  await page.keyboard.type("1234");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "That is not the PIN." })).toBeVisible();
  await expect(field(page, "PIN")).toHaveValue("");
  await page.reload();
  await expect(title(page)).toHaveText("Teacher PIN");
  await tabTo(page, field(page, "PIN"));
  await page.keyboard.type("4711");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Share with families");
  await page.reload();
  await expect(title(page)).toHaveText("Share with families");
});

test("a new window asks for it, because nobody knows in whose hands it is", async ({ page, site, context }) => {
  await openDemo(page, site);
  await openClass(page);
  await setPin(page);
  await page.reload();
  await expect(title(page), "a reload is the same window").toHaveText("Class");
  const next = await context.newPage();
  await next.goto(`${site.url}#/teacher`);
  await expect(title(next)).toHaveText("Teacher PIN");
  await field(next, "PIN").fill("0000");
  await next.keyboard.press("Enter");
  await expect(title(next)).toHaveText("Today");
  await page.reload();
  await expect(title(page), "the first one is open still").toHaveText("Class");
});

test("no tap takes a device that was handed over out of its class", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  await openClass(page);
  await setPin(page);
  for (const way of ["#/new", "#/demo"]) {
    await handOver(page);
    await page.goto(site.url + way);
    await expect(title(page)).toHaveText("Teacher PIN");
    await page.getByRole("link", { name: "Back to the students" }).click();
    await expect(page.getByRole("link", { name: "Ana" })).toBeVisible();
    await page.goto(`${site.url}#/teacher`);
    await field(page, "PIN").fill("0000");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("banner").locator(".class-title")).toHaveText("6A");
  }
});

test("it is removed again, and then nothing asks", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await setPin(page);
  await page.getByRole("button", { name: "Remove the PIN" }).click();
  await page.getByRole("dialog").getByLabel("PIN").fill("1111");
  await page.getByRole("dialog").getByRole("button", { name: "Remove the PIN" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That is not the PIN." })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  await removePin(page);
  await expect(page.getByRole("button", { name: "Set a PIN" })).toBeFocused();
  await handOver(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await expect(title(page)).toHaveText("Today");
});

test("another PIN is chosen by who knows the one before, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await setPin(page);

  await enter(page, page.getByRole("button", { name: "Change the PIN" }));
  const dialog = page.getByRole("dialog", { name: "Change the PIN" });
  await tabTo(page, dialog.getByLabel("PIN"));
  await page.keyboard.type("0000");
  await page.keyboard.press("Enter");
  for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"]) {
    await tabTo(page, field(page, name));
    await page.keyboard.type("4711");
  }
  await page.keyboard.press("Enter");
  await enter(page, page.getByRole("button", { name: "I have kept it" }));
  await expect(page.getByRole("button", { name: "Change the PIN" })).toBeFocused();
  await handOver(page);
  await page.goto(`${site.url}#/teacher`);
  await field(page, "PIN").fill("0000");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That is not the PIN." })).toBeVisible();
  await field(page, "PIN").fill("4711");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(title(page)).toHaveText("Today");
});

test("a second tab keeps the PIN and the lock, and a new PIN allows no substitute", async ({ page, site, context }) => {
  await openDemo(page, site);
  await openClass(page);
  const second = await context.newPage();
  await second.goto(`${site.url}#/teacher/class`);
  await expect(second.getByText("There is no PIN:")).toBeVisible();
  await setPin(page);
  await expect(second.getByText("A PIN is set."), "without a reload").toBeVisible();
  await page.getByLabel("A substitute may run a check").check();
  await removePin(page);
  await expect(second.getByText("There is no PIN:")).toBeVisible();
  await setPin(page);
  await expect(page.getByLabel("A substitute may run a check")).not.toBeChecked();
});

test("a tab that slept through the PIN does not undo it", async ({ page, site, context }) => {
  await openDemo(page, site);
  await openClass(page);
  const asleep = await context.newPage();
  await asleep.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await asleep.goto(`${site.url}#/teacher/class`);
  await expect(asleep.getByText("There is no PIN:")).toBeVisible();
  await setPin(page);
  await handOver(page);
  await asleep.getByText("Aa", { exact: true }).click();
  await asleep.getByRole("group", { name: "Colours" }).getByRole("button", { name: "Dark" }).click();
  await expect(title(asleep)).toHaveText("Teacher PIN");
  await page.goto(`${site.url}#/teacher`);
  await page.reload();
  await expect(title(page)).toHaveText("Teacher PIN");
});
