// A shared device: three pictures keep a student’s pages from curious neighbours.
import { TICKET, title } from "./respond.mjs";
import { asStudent, axe, enter, expect, expectTaps, handOver, level, openClass, openDemo, taps, test } from "./support.mjs";

/** The PIN 4711; ends on all names. */
async function setPin(page) {
  await openClass(page);
  await page.getByRole("button", { name: "Set a PIN" }).click();
  for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"])
    await page.getByLabel(name, { exact: true }).fill("4711");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  await handOver(page);
}

const picture = (page, name) =>
  page.getByRole("group", { name: "Pictures" }).getByRole("button", { name, exact: true });

test("three pictures keep a student's pages for themselves, and the teacher can open them", async ({ page, site }) => {
  await openDemo(page, site);
  await setPin(page);
  await page.getByRole("link", { name: "Nadia Petrova" }).click();
  await page.getByText("My picture lock: off").click();
  for (const name of ["Fish", "Kite", "Fish"]) await enter(page, picture(page, name));
  await expect(page.getByText("Fish, Kite, and Fish")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Use these three" }).click();
  await expect(page.getByText("My picture lock: on")).toBeVisible();
  const address = page.url();
  // Whoever set it goes on without it.
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(title(page)).toHaveText("My journey");

  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Nadia Petrova" }).click();
  await expect(title(page)).toHaveText("Is it you, Nadia Petrova?");
  await axe(page);
  for (const way of ["", "/journey", `/ticket/${TICKET}`]) {
    await page.goto("about:blank");
    await page.goto(address + way);
    await expect(title(page), "typed addresses as well").toHaveText("Is it you, Nadia Petrova?");
  }
  await page.goto("about:blank");
  await page.goto(address);
  for (const name of ["Kite", "Fish", "Fish"]) await picture(page, name).click();
  await expect(page.getByRole("alert").filter({ hasText: "Try again, or ask your teacher." })).toBeVisible();
  await expect(page.getByText("0 of 3")).toBeVisible();
  for (const name of ["Fish", "Kite", "Fish"]) await enter(page, picture(page, name));
  await expect(title(page)).toHaveText("Where am I now?");
  await expect(title(page)).toBeFocused();
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(title(page), "another program goes on where this one was open").toHaveText("My journey");
  await page.reload();
  await expect(title(page), "whoever loads the page opens it again").toHaveText("Is it you, Nadia Petrova?");

  // Forgotten: the teacher opens it once, behind the PIN.
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Nadia Petrova" }).click();
  await page.getByRole("link", { name: "My teacher opens it" }).click();
  await expect(title(page)).toHaveText("Teacher PIN");
  await page.getByLabel("PIN", { exact: true }).fill("4711");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("What helps Nadia Petrova");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveText(["Fish", "Kite", "Fish"]);
  await axe(page);
  await page.getByRole("button", { name: "Open the pages once" }).click();
  await expect(title(page)).toHaveText("Where am I now?");
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Nadia Petrova" }).click();
  await expect(title(page), "it is locked again").toHaveText("Is it you, Nadia Petrova?");

  await page.getByRole("link", { name: "My teacher opens it" }).click();
  await page.getByLabel("PIN", { exact: true }).fill("4711");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take the lock away" }).click();
  await expect(page.getByText("Nadia Petrova has no picture lock.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(3);
});

test("without a PIN no button opens a locked page, and a wrong tap can be taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Uri Levi");
  await page.getByText("My picture lock: off").click();
  for (const name of ["Sun", "Moon", "Star"]) await picture(page, name).click();
  await page.getByRole("button", { name: "Use these three" }).click();
  await expect(page.getByText("My picture lock: on")).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Uri Levi" }).click();
  await expect(title(page)).toHaveText("Is it you, Uri Levi?");
  await expect(page.getByText("Forgot your pictures? Ask your teacher")).toBeVisible();
  await expect(page.getByRole("link", { name: "My teacher opens it" })).toHaveCount(0);
  await axe(page);
  const anew = page.getByRole("button", { name: "Start again" });
  await expect(anew).toHaveAttribute("aria-disabled", "true");
  for (const name of ["Sun", "Fish"]) await picture(page, name).click();
  await expect(page.getByText("2 of 3")).toBeVisible();
  await enter(page, anew);
  await expect(page.getByText("0 of 3")).toBeVisible();
  for (const name of ["Sun", "Moon", "Star"]) await picture(page, name).click();
  await expect(title(page)).toHaveText("Where am I now?");

  // The teacher's own way, which the sentence names.
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Skills" }).click();
  await page.getByRole("rowheader", { name: "Uri Levi" }).getByRole("link").first().click();
  await page.getByRole("link", { name: "What helps" }).click();
  await page.getByRole("button", { name: "Take the lock away" }).click();
  await expect(page.getByText("Uri Levi has no picture lock.")).toBeVisible();
});

test("with a picture lock a goal is closed and the next one set with eight taps", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await page.getByText("My picture lock: off").click();
  for (const name of ["Sun", "Moon", "Star"]) await picture(page, name).click();
  await page.getByRole("button", { name: "Use these three" }).click();
  await expect(page.getByText("My picture lock: on")).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).click();

  await expect(title(page)).toHaveText("Who are you?");
  const before = taps(page);
  await page.getByRole("link", { name: "Hana Suzuki" }).click();
  await expect(title(page)).toHaveText("Is it you, Hana Suzuki?");
  for (const name of ["Sun", "Moon", "Star"]) await picture(page, name).click();
  await page.getByRole("button", { name: "Almost" }).click();
  await level(page, "How is it going?", "Getting there").click();
  await page.getByRole("button", { name: /fits “/ }).first().click();
  await page.getByRole("button", { name: "Set my goal" }).click();
  await expect(page.getByText("This is the goal I set for myself today")).toBeVisible();
  await expectTaps(page, 8, before);
});
