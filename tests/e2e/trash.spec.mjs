// What was thrown away is found again after weeks, and put back.
import { axe, bringIn, enter, expect, openClass, openDemo, stored, test } from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });

/** Things of two students in the trash, the note last. */
const thrown = ({ student, skill }) => {
  const [hana, kofi] = ["Hana Suzuki", "Kofi Mensah"].map(student);
  const id = (n) => n.toString(16).padStart(16, "0");
  const talk = { id: id(1), day: "2026-11-09", about: "Fractions", held: true, removed: true };
  const sample = { id: id(2), title: "Map of our street", day: "2026-11-10", skill, text: "…", removed: true };
  const note = { id: id(3), day: "2026-11-11", written: "2026-11-11", text: "New glasses since Monday" };
  return [
    { kind: "conferring", about: kofi, body: talk },
    { kind: "work_sample", about: hana, by: "student", body: sample },
    { kind: "note", about: hana, body: { ...note, removed: true } },
  ];
};

test("notes, talks and work lie in the trash, and each is put back, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, thrown);
  await enter(page, page.getByRole("main").getByRole("link", { name: "Trash" }));
  await expect(title(page)).toHaveText("Trash");
  const lines = page.locator(".recent > li");
  const mine = (text) => lines.filter({ hasText: text });
  await expect(mine("New glasses since Monday")).toContainText("Note about Hana Suzuki, November 11, 2026");
  await expect(mine("Map of our street")).toContainText("Work of Hana Suzuki");
  await expect(mine("Fractions")).toContainText("Talk with Kofi Mensah");
  await expect(lines.first(), "what was thrown away last stands first").toContainText("New glasses");
  await axe(page);

  await enter(page, page.getByRole("button", { name: /Put back ?: Note about Hana Suzuki/ }));
  await expect(mine("New glasses since Monday")).toHaveCount(0);
  await expect(page.getByText("Note about Hana Suzuki, November 11, 2026: put back")).toBeVisible();
  await expect(title(page), "the focus is not lost").toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mine("New glasses since Monday")).toBeVisible();

  await page.reload();
  for (const name of [/Put back ?: Note/, /Put back ?: Work/, /Put back ?: Talk/]) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await expect(mine("Map of our street")).toHaveCount(0);
});

test("two talks of one day in which nothing was said are two lines", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, ({ student }) =>
    ["0000000000000001", "0000000000000002"].map((id) => ({
      kind: "conferring",
      about: student("Kofi Mensah"),
      body: { id, day: "2026-11-09", about: "", held: true, removed: true },
    })),
  );
  await page.getByRole("main").getByRole("link", { name: "Trash" }).click();
  const talks = page.locator(".recent > li").filter({ hasText: "Talk with Kofi Mensah, November 9, 2026" });
  await expect(talks).toHaveCount(2);
  await talks.first().getByRole("button", { name: /Put back/ }).click();
  await expect(talks).toHaveCount(1);
});

test("nothing leaves the trash by itself, and nothing of an erased student stays in it", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, thrown);
  await page.context().clock.setFixedTime("2027-06-15T09:00:00-05:00");
  await page.goto(`${site.url}#/teacher/trash`);
  await page.reload();
  await expect(page.getByText("Map of our street")).toBeVisible();
  await openClass(page);
  await bringIn(page, ({ student }) => [{ kind: "erasure", body: { student: student("Hana Suzuki") } }]);
  await page.goto(`${site.url}#/teacher/trash`);
  await expect(page.getByText("Fractions", { exact: true })).toBeVisible();
  await expect(page.getByText("Map of our street")).toHaveCount(0);
});

test("a student whose adding was taken back is found in the trash and can be erased", async ({ page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByText("Add students", { exact: true }).click();
  await page.getByRole("textbox", { name: "Names, one per line" }).fill("Nia New");
  await page.getByRole("button", { name: "Add 1 student" }).click();
  await expect(page.getByRole("button", { name: "Nia New", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Nia New", exact: true })).toHaveCount(0);
  expect((await stored(page, "pages")).join("")).toContain("Nia New");
  await enter(page, page.getByRole("main").getByRole("link", { name: "Trash" }));
  await axe(page);
  await enter(page, page.getByRole("link", { name: "Erase Nia New for good…" }));
  await expect(title(page)).toHaveText("Erase a student for good");
  await page.getByRole("textbox", { name: /type the name/ }).fill("Nia New");
  await enter(page, page.getByRole("button", { name: "Erase for good", exact: true }));
  await expect(title(page)).toHaveText("Record of an erasure");
  expect((await stored(page, "pages")).join("")).not.toContain("Nia New");
  await page.goto(`${site.url}#/teacher/trash`);
  await expect(title(page)).toHaveText("Trash");
  await expect(page.getByText("Students whose adding was taken back")).toHaveCount(0);
});
