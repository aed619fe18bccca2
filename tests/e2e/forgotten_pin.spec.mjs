// A forgotten PIN: the recovery code, shown once when the PIN is set, is the only way back on the device.
import { axe, enter, expect, handOver, openClass, openDemo, tabTo, test } from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
const field = (page, name) => page.getByLabel(name, { exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Sets a PIN on the class's settings and gives its recovery code. */
async function setPin(page, pin) {
  await openClass(page);
  await button(page, "Set a PIN").click();
  await field(page, "New PIN, 4 to 8 digits").fill(pin);
  await field(page, "The same PIN once more").fill(pin);
  await button(page, "Save the PIN").click();
  const code = await page.locator(".recovery-code").innerText();
  await button(page, "I have kept it").click();
  return code;
}

test("the recovery code opens the teacher's pages with a new PIN, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  const code = await setPin(page, "4711");
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await expect(page.getByText("There is a recovery code for it.")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage })), "only its hash is kept").not.toContain(code);

  await handOver(page);
  await page.goto(`${site.url}#/teacher/skills`);
  await expect(title(page)).toHaveText("Teacher PIN");
  await enter(page, button(page, "I forgot the PIN"));
  await expect(title(page)).toHaveText("Forgot the PIN?");
  await expect(title(page)).toBeFocused();
  await axe(page);
  const recovery = field(page, "Recovery code");
  await tabTo(page, recovery);
  // One sign is another one: what was typed stays, so that it can be mended.
  const wrong = code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");
  await page.keyboard.type(wrong);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "That is not the recovery code." })).toBeVisible();
  await expect(recovery).toHaveValue(wrong);
  await axe(page);
  await recovery.fill("");
  await tabTo(page, recovery);
  await page.keyboard.type(code.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Choose a new PIN");
  await expect(title(page)).toBeFocused();
  await tabTo(page, field(page, "New PIN, 4 to 8 digits"));
  await page.keyboard.type("2580");
  await tabTo(page, field(page, "The same PIN once more"));
  await page.keyboard.type("2580");
  await page.keyboard.press("Enter");
  await expect(page.locator(".recovery-code")).toBeFocused();
  expect(await page.locator(".recovery-code").innerText(), "the code is a new one").not.toBe(code);
  await axe(page);
  await enter(page, button(page, "I have kept it"));
  await expect(page.getByRole("banner").getByRole("link", { name: "Hand to students" })).toBeVisible();

  await handOver(page);
  await page.goto(`${site.url}#/teacher`);
  await field(page, "PIN").fill("4711");
  await button(page, "Open").click();
  await expect(page.getByRole("alert").filter({ hasText: "That is not the PIN." })).toBeVisible();
  await button(page, "I forgot the PIN").click();
  await recovery.fill(code);
  await button(page, "Go on").click();
  await expect(page.getByRole("alert").filter({ hasText: "not the recovery code" }), "it works once").toBeVisible();
  await button(page, "Back to the PIN").click();
  await field(page, "PIN").fill("2580");
  await button(page, "Open").click();
  await expect(title(page)).toHaveText("Today");
});

test("a new code is made by who knows the PIN, and the one before works no more", async ({ page, site }) => {
  await openDemo(page, site);
  const first = await setPin(page, "4711");
  await button(page, "Make a new recovery code").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("PIN").fill("1111");
  await button(page, "Show a new code").click();
  await expect(dialog.getByRole("alert").filter({ hasText: "That is not the PIN." })).toBeVisible();
  await dialog.getByLabel("PIN").fill("4711");
  await button(page, "Show a new code").click();
  const second = await page.locator(".recovery-code").innerText();
  expect(second).not.toBe(first);
  await axe(page);
  await button(page, "I have kept it").click();

  await handOver(page);
  await page.goto(`${site.url}#/teacher`);
  await button(page, "I forgot the PIN").click();
  for (const [code, opens] of [[first, false], [second, true]]) {
    await field(page, "Recovery code").fill(code);
    await button(page, "Go on").click();
    await expect(title(page)).toHaveText(opens ? "Choose a new PIN" : "Forgot the PIN?");
    if (!opens) await expect(page.getByText("That is not the recovery code.")).toBeVisible();
  }
});

test("who leaves the code by Escape is told how to come by another", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await button(page, "Set a PIN").click();
  await field(page, "New PIN, 4 to 8 digits").fill("4711");
  await field(page, "The same PIN once more").fill("4711");
  await button(page, "Save the PIN").click();
  await expect(page.locator(".recovery-code")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  await expect(page.getByText("If the recovery code is not written down, make a new one")).toBeVisible();
});

test("a PIN of before there were codes says that there is none, and nothing lets a child by", async ({ page, site }) => {
  await openDemo(page, site);
  await setPin(page, "4711");
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("daymark.preferences"));
    delete kept.pin.recovery;
    localStorage.setItem("daymark.preferences", JSON.stringify(kept));
  });
  await page.reload();
  await expect(page.getByText("There is no recovery code for it yet.")).toBeVisible();
  await handOver(page);
  await page.goto(`${site.url}#/teacher`);
  await button(page, "I forgot the PIN").click();
  await expect(page.getByText("For this PIN there is no recovery code.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await axe(page);
  await page.goto(`${site.url}#/demo`);
  await expect(title(page), "the demo class does not lead round it").toHaveText("Teacher PIN");
});

test("a PIN that is saved twice at once shows the code that works", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await button(page, "Set a PIN").click();
  await field(page, "New PIN, 4 to 8 digits").fill("4711");
  await field(page, "The same PIN once more").fill("4711");
  await button(page, "Save the PIN").dblclick();
  const code = await page.locator(".recovery-code").innerText();
  await button(page, "I have kept it").click();
  await handOver(page);
  await page.goto(`${site.url}#/teacher`);
  await button(page, "I forgot the PIN").click();
  await field(page, "Recovery code").fill(code);
  await button(page, "Go on").click();
  await expect(title(page)).toHaveText("Choose a new PIN");
});
