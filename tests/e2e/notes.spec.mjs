// A teacher's notes about a student: kept while typed, changed with their history, thrown away and taken back.
import { axe, entries, enter, expect, openDemo, stored, tabTo, test } from "./support.mjs";

const LONGEST = 20_000;
const notes = (page) => page.getByRole("region", { name: "Notes", exact: true });
const field = (page) => notes(page).getByRole("textbox", { name: "A note", exact: true });
const save = (page) => notes(page).getByRole("button", { name: "Save the note" });

/** Opens the page of a demo student about whom there is no note. */
async function openLeila(page, site) {
  await openDemo(page, site);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Students" }).click();
  await page.getByRole("link", { name: "Leila Haddad" }).click();
  await expect(notes(page)).toContainText("No notes about Leila Haddad yet.");
}

test("a note is kept while it is typed, also over a reload, and saved as one entry", async ({ page, site }) => {
  await openLeila(page, site);
  await expect(notes(page)).toContainText("Only you see these.");
  await save(page).click();
  await expect(notes(page).getByRole("alert")).toHaveText("Write something first.");
  await field(page).pressSequentially("Asked twice today");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("Asked twice today");
  await page.reload();
  await expect(field(page)).toHaveValue("Asked twice today");
  await axe(page);
  await save(page).click();
  const line = notes(page).getByRole("listitem").filter({ hasText: "Asked twice today" });
  await expect(line).toContainText("November 17");
  await expect(field(page)).toHaveValue("");
  const kept = (await entries(page)).filter((entry) => entry.kind === "note" && entry.body.text.startsWith("Asked"));
  expect(kept).toHaveLength(1);
  await expect.poll(async () => (await stored(page, "drafts")).join()).not.toContain("Asked twice today");
});

test("the day that was chosen is kept with the words, and is no draft without them", async ({ page, site }) => {
  await openLeila(page, site);
  const day = notes(page).getByLabel("Day");
  await field(page).fill("Asked twice");
  await day.fill("2026-11-12");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("2026-11-12");
  await page.reload();
  await expect(field(page)).toHaveValue("Asked twice");
  await expect(day).toHaveValue("2026-11-12");
  await save(page).click();
  await expect(notes(page).getByRole("listitem").filter({ hasText: "Asked twice" })).toContainText("November 12");
  await expect(day, "the next one is of today").toHaveValue("2026-11-17");

  // A day alone would date the words of another time.
  await day.fill("2026-11-13");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("2026-11-13");
  await page.reload();
  await expect(notes(page)).toContainText("Asked twice");
  await expect.poll(async () => (await stored(page, "drafts")).join()).not.toContain("2026-11-13");
  await expect(day).toHaveValue("2026-11-17");
});

test("by keyboard: a change keeps the earlier wording, the trash keeps the note", async ({ page, site }) => {
  await openLeila(page, site);
  await tabTo(page, field(page));
  await page.keyboard.type("Counts on her fingers");
  await enter(page, save(page));
  await expect(notes(page).getByText("Counts on her fingers")).toBeVisible();
  await enter(page, notes(page).getByRole("button", { name: "Change: the note of November 17" }));
  const dialog = page.getByRole("dialog", { name: "Change the note" });
  await tabTo(page, dialog.getByRole("textbox", { name: "A note" }));
  await page.keyboard.press("End");
  await page.keyboard.type(", with a smile");
  await enter(page, dialog.getByRole("button", { name: "Save the note" }));
  await expect(dialog).toHaveCount(0);
  const line = notes(page).getByRole("listitem").filter({ hasText: "with a smile" }).first();
  await expect(line).toBeVisible();
  await enter(page, line.getByText("1 earlier wording"));
  await expect(line).toContainText("written on November 17");
  await expect(line.getByText("Counts on her fingers", { exact: true })).toBeVisible();
  await axe(page);
  await enter(page, line.getByRole("button", { name: "To the trash: the note of November 17" }));
  await expect(notes(page)).toContainText("No notes about Leila Haddad yet.");
  await expect(notes(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(line).toBeVisible();
});

test("a day is typed part by part, and a change is given up without a key", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/student`);
  await page.getByRole("link", { name: "Hana Suzuki" }).click();
  const notes = page.getByRole("region", { name: "Notes" });
  const day = notes.getByLabel("Day");
  await expect(day).toHaveValue("2026-11-17");
  await day.focus();
  // The month goes for a moment, and the other parts stay.
  await page.keyboard.press("Backspace");
  await expect(day).toHaveValue("");
  await page.keyboard.type("10");
  await expect(day).toHaveValue("2026-10-17");

  await notes.getByRole("button", { name: /^Change/ }).first().click();
  const dialog = page.getByRole("dialog", { name: "Change the note" });
  await dialog.getByRole("textbox").first().fill("No, not this");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await stored(page, "drafts")).join()).not.toContain("No, not this");
  await expect(notes.getByText("No, not this")).toHaveCount(0);
});

test("a note of more than 20,000 characters is told before it is refused, and nothing is lost", async ({
  page,
  site,
}) => {
  await openLeila(page, site);
  const full = "ñ".repeat(LONGEST);
  await field(page).fill(full.slice(0, -40));
  await expect(notes(page).getByRole("status")).toHaveText("Room for 40 more characters.");
  await field(page).fill(`${full}abc`);
  await expect(notes(page).getByRole("status")).toContainText("3 characters too many.");
  await axe(page);
  await save(page).click();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(`${full}abc`);
  await page.reload();
  await expect(field(page)).toHaveValue(`${full}abc`);
  await field(page).fill(full);
  await save(page).click();
  await expect(field(page)).toHaveValue("");
  const kept = (await entries(page)).filter((entry) => entry.kind === "note" && entry.body.text === full);
  expect(kept).toHaveLength(1);
});

test("no note, talk or try stands on any screen of the student or the family", async ({ context, page, site }) => {
  await openDemo(page, site);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Students" }).click();
  await page.getByRole("link", { name: "Hana Suzuki" }).click();
  await expect(notes(page)).toContainText("Reads with a finger under the line");
  const secrets = ["Reads with a finger", "Two minutes of number line", "Explained comparing with a half"];
  const id = new URL(page.url()).hash.split("/").at(-1);
  const screens = [
    ["", "Where am I now?"],
    ["/journey", "My journey"],
    ["/plan", "My plan"],
    ["/work", "My work"],
    ["/conference", "My conference"],
  ];
  for (const [screen, called] of screens) {
    await page.goto(`${site.url}#/student/${id}${screen}`);
    await expect(page.getByRole("heading", { level: 1, name: called })).toBeVisible();
    const text = await page.locator("body").innerText();
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  await page.goto(`${site.url}#/teacher/share/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: /A link for Hana.*’s family/ })).toBeVisible();
  const before = await page.locator("body").innerText();
  await page.getByRole("button", { name: "Make the link" }).click();
  const address = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  const phone = await context.newPage();
  await phone.goto(address);
  await expect(phone.getByRole("heading", { level: 1, name: /Hana.*’s learning/ })).toBeVisible();
  const family = await phone.locator("body").innerText();
  for (const text of [before, family]) for (const secret of secrets) expect(text).not.toContain(secret);
});
