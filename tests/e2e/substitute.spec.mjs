// A substitute for a day: runs a check and collects it, and reaches nothing that is the teacher's.
import {
  axe, bar, bringIn, enter, entries, expect, expectTaps, handIn, level, makeClass, namesIn, openClass, openDemo, taps, test,
} from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });

/** From all names: a student answers "Got it?" and gives the device on. */
async function answer(page, name) {
  await page.getByRole("link", { name }).click();
  await bar(page).click();
  await level(page, "Before this lesson", "Just starting").click();
  await level(page, "Now", "Getting there").click();
  await page.getByRole("radio", { name: "2/3", exact: true }).click();
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await page.getByRole("main").getByRole("link", { name: "Done, lock" }).click();
}
const PIN = "4711";

/** Sets the PIN and, where asked, allows a substitute. Ends on all names. */
async function handOverLocked(page, allowed) {
  await openClass(page);
  await page.getByRole("button", { name: "Set a PIN" }).click();
  for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"])
    await page.getByLabel(name, { exact: true }).fill(PIN);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  if (allowed) await page.getByRole("checkbox", { name: "A substitute may run a check without the PIN" }).check();
  await axe(page);
  await page.getByRole("banner").getByRole("link", { name: "Hand to students" }).click();
  await expect(title(page)).toHaveText("Who are you?");
}

test("a substitute runs and collects a ticket, and cannot reach anything else", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, ({ skill, scale }) => [
    {
      kind: "exit_ticket",
      body: {
        id: "00000000000000e2",
        skill,
        day: "2026-11-16",
        template: "blank",
        scale,
        questions: [{ level: "after" }, "sentence"],
        title: "Prepared for Tuesday",
        draft: true,
      },
    },
  ]);
  const student = (await entries(page)).find((entry) => entry.kind === "student").body.id;
  await handOverLocked(page, true);

  await enter(page, page.getByRole("link", { name: "Teacher", exact: true }));
  await expect(title(page)).toHaveText("Teacher PIN");
  await enter(page, page.getByRole("link", { name: "I am a substitute today" }));
  await expect(title(page)).toHaveText("Substitute teacher");
  await expect(title(page)).toBeFocused();
  await axe(page);
  await enter(page, page.getByRole("button", { name: "Prepared for Tuesday" }));
  const check = page.locator("section", { has: page.getByRole("heading", { name: "Prepared for Tuesday" }) });
  await expect(check).toContainText("0 of 24 are in");
  await check.getByRole("link", { name: "Hand the device round" }).click();

  for (const name of ["Hana Suzuki", "Wei Zhang"]) {
    await page.getByRole("link", { name }).click();
    await page.getByRole("link", { name: /Answer now/ }).click();
    await level(page, "Where am I now?", "Just starting").click();
    await page.getByRole("textbox").fill("between me and my teacher");
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(title(page)).toHaveText("Handed in");
    await page.getByRole("main").getByRole("link", { name: "Done, lock" }).click();
  }

  await page.goto(`${site.url}#/substitute`);
  await expect(check).toContainText("2 of 24 are in");
  const shown = await page.locator("body").innerText();
  expect(shown).not.toMatch(/Just starting|between me and my teacher/);
  expect(await namesIn(page)).toEqual([]);
  await axe(page);
  await enter(page, check.getByRole("button", { name: "Close this check" }));
  await expect(check).toContainText("It is collected.");
  await axe(page);
  // A second tap on the same place changes nothing.
  await check.getByRole("button", { name: "Close this check" }).click({ force: true });
  await expect(check).toContainText("It is collected.");
  await check.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByText("The check is open again")).toBeVisible();
  await expect(check).toContainText("Open");
  await check.getByRole("button", { name: "Close this check" }).click();

  for (const way of [
    "",
    "/skills",
    "/class",
    "/recent",
    "/checks",
    "/share",
    "/ticket/00000000000000e2",
    "/ticket/00000000000000e2/collect",
    "/ticket/00000000000000e2/print",
    "/ticket/00000000000000e2/wall",
    `/student/${student}`,
    `/student/${student}/support`,
  ]) {
    await page.goto(`${site.url}#/teacher${way}`);
    await expect(title(page), way).toHaveText("Teacher PIN");
    expect(await namesIn(page), way).toEqual([]);
  }
  await page.reload();
  await expect(title(page)).toHaveText("Teacher PIN");

  // The teacher is back: the ticket is there, closed.
  await page.getByLabel("PIN", { exact: true }).fill(PIN);
  await page.keyboard.press("Enter");
  await page.goto(`${site.url}#/teacher/ticket/00000000000000e2`);
  await expect(page.getByText("Closed", { exact: true }).first()).toBeVisible();
});

test("nobody is a substitute whom the teacher did not allow", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, false);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await expect(title(page)).toHaveText("Teacher PIN");
  await expect(page.getByRole("link", { name: "I am a substitute today" })).toHaveCount(0);
  await page.goto(`${site.url}#/substitute`);
  await expect(page.getByText("has not allowed this on this device")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["Aa"]);
  await axe(page);
});

test("only what is ready can be opened, and two quick taps open one check", async ({ page, site }) => {
  await openDemo(page, site);
  const draft = (id, skill, scale, title, questions) => ({
    kind: "exit_ticket",
    body: { id, skill, day: "2026-11-16", template: "blank", scale, questions, title, draft: true },
  });
  const half = { choice: { question: "Half typed", choices: ["only one"] } };
  await bringIn(page, ({ skill, scale }) => [
    draft("00000000000000e2", skill, scale, "Ready", ["sentence"]),
    draft("00000000000000e3", skill, scale, "Half written", ["sentence", half]),
  ]);
  await handOverLocked(page, true);
  await page.goto(`${site.url}#/substitute`);
  await expect(page.getByRole("button", { name: "Ready" })).toBeVisible();
  await expect(page.getByText("Half written")).toHaveCount(0);
  const tickets = async () => (await entries(page)).filter(({ kind }) => kind === "exit_ticket").length;
  const before = await tickets();
  const gotIt = page.getByRole("button", { name: "Got it? I can compare two fractions" });
  await gotIt.evaluate((button) => {
    button.click();
    button.click();
  });
  await expect(page.getByText("0 of 24 are in")).toHaveCount(1);
  await expect(gotIt, "while it is open it is not offered again").toHaveCount(0);
  expect(await tickets()).toBe(before + 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(gotIt).toBeVisible();
});

test("once the substitute's screen was opened, the teacher's wait behind the PIN", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, true);
  await page.goto(`${site.url}#/teacher`);
  await page.getByLabel("PIN", { exact: true }).fill(PIN);
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Today");
  // The teacher leaves the device unlocked at the substitute's screen.
  await page.goto(`${site.url}#/substitute`);
  await expect(title(page)).toHaveText("Substitute teacher");
  await expect(page.getByText("the teacher’s notes stay behind the PIN")).toBeVisible();
  for (const way of ["", "/skills", "/class"]) {
    await page.goto(`${site.url}#/teacher${way}`);
    await expect(title(page), way).toHaveText("Teacher PIN");
  }
});

test("script 10: a check is run and collected in the students’ hands, by taps that are counted", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, true);
  const before = taps(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await page.getByRole("link", { name: "I am a substitute today" }).click();
  await page.getByRole("button", { name: "Got it? I can compare two fractions" }).click();
  await expect(page.getByText("0 of 24 are in")).toBeVisible();
  await page.getByRole("link", { name: "Hand the device round" }).click();
  await expectTaps(page, 4, before);
  await answer(page, "Hana Suzuki");
  const after = taps(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await page.getByRole("link", { name: "I am a substitute today" }).click();
  await expect(page.getByText("1 of 24 is in")).toBeVisible();
  await page.getByRole("button", { name: "Close this check" }).click();
  await expect(page.getByText("It is collected.")).toBeVisible();
  await expectTaps(page, 3, after);
  expect(await namesIn(page)).toEqual([]);
});

test("script 10 by keyboard alone: the focus is never lost", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, true);
  const before = taps(page);
  await enter(page, page.getByRole("link", { name: "Teacher", exact: true }));
  await enter(page, page.getByRole("link", { name: "I am a substitute today" }));
  await expect(title(page)).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Got it? I can compare two fractions" }));
  const check = page.getByRole("heading", { level: 2, name: "I can compare two fractions" });
  await expect(check).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Hand the device round" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Who are you?");
  await page.goto(`${site.url}#/substitute`);
  const close = page.getByRole("button", { name: "Close this check" });
  await enter(page, close);
  await expect(page.getByText("It is collected.")).toBeVisible();
  await expect(close).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Open it again" }));
  await expect(page.getByText("The check is open again")).toBeVisible();
  await expect(check).toBeFocused();
  await expectTaps(page, 0, before);
});

test("a substitute goes to the class of the next hour", async ({ page, site }) => {
  await openDemo(page, site);
  await makeClass(page, site, "6A", ["Ana", "Ben"]);
  await handOverLocked(page, true);
  await expect(page.getByRole("link", { name: "Ana" })).toBeVisible();
  await page.goto(`${site.url}#/substitute`);
  await page.getByText("6A", { exact: true }).click();
  await axe(page);
  await page.getByRole("button", { name: "Open Demo class 5B" }).click();
  await expect(title(page)).toHaveText("Substitute teacher");
  await page.getByRole("button", { name: "Got it? I can compare two fractions" }).click();
  await expect(page.getByText("0 of 24 are in")).toBeVisible();
  await page.goto(`${site.url}#/teacher`);
  await expect(title(page)).toHaveText("Teacher PIN");
});

test("a substitute reads why there is nothing to open", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, true);
  await page.goto(`${site.url}#/substitute`);
  const gotIt = page.getByRole("button", { name: /^Got it\?/ });
  for (let left = await gotIt.count(); left > 0; left -= 1) {
    await gotIt.first().click();
    await expect(gotIt).toHaveCount(left - 1);
  }
  await expect(page.getByText("All there is to open is open already.")).toBeVisible();
});

test("without anything prepared a substitute opens “Got it?” about what the class works on", async ({ page, site }) => {
  await openDemo(page, site);
  await handOverLocked(page, true);
  await page.goto(`${site.url}#/substitute`);
  await page.getByRole("button", { name: "Got it? I can compare two fractions" }).click();
  await expect(page.getByText("0 of 24 are in")).toBeVisible();
  await page.getByRole("link", { name: "Hand the device round" }).click();
  await expect(page.getByText("Open now: I can compare two fractions")).toBeVisible();
});
