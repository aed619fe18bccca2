// A student keeps pieces of their own work: a text, a photo, a file. Photos are made small; what does not fit is said.
import { readFile, writeFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { asStudent, axe, bringIn, enter, entries, expect, openClass, openDemo, stored, tabTo, test } from "./support.mjs";

const openWork = async (page) => {
  await page.getByRole("link", { name: "My journey" }).click();
  await page.getByRole("link", { name: "My work" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "My work" })).toBeFocused();
};
const add = (page) => page.getByRole("button", { name: "Add a piece of work" });
const named = (page) => page.getByRole("textbox", { name: "What is it?" });
const text = (page) => page.getByRole("textbox", { name: "Write your work here" });
const keep = (page) => page.getByRole("button", { name: "Keep it" });
const piece = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

/** From a student's own screen: the same student's pieces of work on the teacher's page. */
async function teachersView(page, site) {
  const id = new URL(page.url()).hash.split("/")[2];
  await page.goto(`${site.url}#/teacher/student/${id}`);
  const work = page.getByRole("region", { name: "Work", exact: true });
  await expect(work).toBeVisible();
  return work;
}

/** Chooses a file behind a button, as a tap does. */
async function choose(page, button, file) {
  const choosing = page.waitForEvent("filechooser");
  await page.locator("label.choice").filter({ hasText: button }).click();
  await (await choosing).setFiles(file);
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const choosePhoto = (page, file) => page.getByLabel(/Add a photo/).setInputFiles(file);

/** A photo of noise, which no format makes small: `side` by `side` pixels, about three bytes each. */
function photo(side, name = "IMG_2034.png") {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (side * 3 + 1));
  for (let i = 0, noise = 1; i < rows.length; i += 1) {
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    rows[i] = i % (side * 3 + 1) === 0 ? 0 : noise >>> 24;
  }
  const data = deflateSync(rows, { level: 0 });
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const buffer = Buffer.concat([start, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
  return { name, mimeType: "image/png", buffer };
}

/** The pieces of work that are kept, and the bytes beside them. */
const samples = async (page) => (await entries(page)).filter(({ kind }) => kind === "work_sample");
const bytes = (page) =>
  page.evaluate(async () => {
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await asked(indexedDB.open("daymark"));
    const all = await asked(db.transaction("files").objectStore("files").getAll());
    db.close();
    return all.map((value) => value.byteLength);
  });

test("a text is kept with its skill and its reason, changed, thrown away and taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await openWork(page);
  const before = await piece(page, /./).count();
  await axe(page);
  await add(page).click();
  await expect(named(page)).toBeFocused();
  await axe(page);
  await keep(page).click();
  await expect(page.getByText("Say in a few words what it is.")).toBeVisible();
  await expect(page.getByText("Write your work, or add a photo or a file.")).toBeVisible();

  await named(page).fill("My number line");
  await text(page).fill("3/4 is right of 2/3,\nbecause it is nearer to 1.");
  await page.getByRole("combobox", { name: "It shows that" }).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Why do you keep it?" }).fill("I drew it without help");
  await expect.poll(async () => (await stored(page, "drafts")).join()).toContain("without help");
  await page.reload();
  await expect(named(page), "what is typed stays").toHaveValue("My number line");
  await expect(text(page)).toHaveValue(/nearer to 1/);
  await keep(page).click();
  const mine = piece(page, "My number line");
  await expect(mine).toContainText("I keep it because: I drew it without help");
  await expect(mine).toContainText("November 17");
  await expect(add(page), "the focus stays on the screen").toBeFocused();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await axe(page);

  await mine.getByRole("button", { name: "Change “My number line”" }).click();
  await expect(named(page)).toHaveValue("My number line");
  await named(page).fill("Number lines");
  await keep(page).click();
  await expect(piece(page, "Number lines")).toContainText("because it is nearer to 1.");
  await expect(mine).toHaveCount(0);

  await page.getByRole("button", { name: "Put into the trash: Number lines" }).click();
  await expect(piece(page, /./)).toHaveCount(before);
  await expect(page.getByText("“Number lines” is in the trash.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(piece(page, "Number lines")).toBeVisible();
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("region", { name: "My work" })).toContainText("Number lines");
});

test("a text is kept by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await asStudent(page, "Kofi Mensah");
  await openWork(page);
  await enter(page, add(page));
  await expect(named(page)).toBeFocused();
  await page.keyboard.type("A letter");
  await tabTo(page, text(page));
  await page.keyboard.type("Dear Ana");
  await enter(page, keep(page));
  await expect(piece(page, "A letter")).toContainText("Dear Ana");
  await enter(page, page.getByRole("button", { name: "Put into the trash: A letter" }));
  await expect(piece(page, "A letter")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe("BODY");
});

test("a photo of 40 MB is made smaller, shown, shown larger, and still there after a reload", async ({ page, site }, info) => {
  test.slow();
  await openDemo(page, site);
  await asStudent(page, "Hana Suzuki");
  await openWork(page);
  await add(page).click();
  await named(page).fill("Our poster");
  const large = photo(3700);
  expect(large.buffer.length).toBeGreaterThan(40_000_000);
  await choosePhoto(page, { ...large, buffer: Buffer.alloc(0) });
  await expect(page.getByText("There is nothing in this file.")).toBeVisible();
  // From the disk, as a person's own comes.
  const path = info.outputPath(large.name);
  await writeFile(path, large.buffer);
  await choosePhoto(page, path);
  await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible({ timeout: 60_000 });
  await axe(page);
  await keep(page).click();
  const shown = piece(page, "Our poster").locator("img");
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((img) => img.naturalWidth)).toBeGreaterThan(300);
  const [size] = await bytes(page);
  expect(size).toBeLessThanOrEqual(150_000);
  const [{ body }] = await samples(page).then((all) => all.filter((entry) => entry.body.title === "Our poster"));
  expect(body.file).toMatchObject({ bytes: size, media: "image/webp" });

  await page.getByRole("button", { name: "Show larger: Our poster" }).click();
  const dialog = page.getByRole("dialog", { name: "Our poster" });
  await expect(dialog.locator("img")).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Show larger: Our poster" })).toBeFocused();
  await page.reload();
  await expect(shown).toBeVisible();
  await page.getByRole("link", { name: "My journey" }).click();
  await expect(page.getByRole("region", { name: "My work" }).locator("img")).toBeVisible();

  // The teacher sees it as large.
  const work = await teachersView(page, site);
  const small = work.getByRole("button", { name: "Show larger: Our poster" });
  await expect(small.locator("img")).toBeVisible();
  const width = (img) => img.evaluate((img) => img.getBoundingClientRect().width);
  const before = await width(small.locator("img"));
  await enter(page, small);
  await expect(dialog.locator("img")).toBeVisible();
  await expect.poll(() => width(dialog.locator("img"))).toBeGreaterThan(before);
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(small).toBeFocused();
});

test("a file is kept and handed out again; one that is too large or no picture is refused with what to do", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await asStudent(page, "Kofi Mensah");
  await openWork(page);
  await add(page).click();
  await named(page).fill("My table");
  const file = (name, mimeType, size) => ({ name, mimeType, buffer: Buffer.alloc(size, "a") });
  await choose(page, "Add a file", file("film.mp4", "video/mp4", 600_000));
  await expect(page.getByText("This file has 0.6 MB, and there is room for 0.5 MB.")).toBeVisible();
  await choose(page, "Add a photo", file("IMG.heic", "image/heic", 5_000));
  await expect(page.getByText("This picture cannot be opened here.")).toBeVisible();
  await expect(named(page), "what was typed stays").toHaveValue("My table");
  await axe(page);
  await choose(page, "Add a file", file("table.csv", "text/csv", 2_000));
  await expect(page.getByText("“table.csv” is ready to be kept.")).toBeVisible();
  await expect(page.getByText("This picture cannot be opened here.")).toHaveCount(0);
  await page.getByRole("button", { name: "Take it out again" }).click();
  await expect(page.getByLabel(/Add a photo/), "the next one can be chosen at once").toBeFocused();
  await keep(page).click();
  await expect(page.getByText("Write your work, or add a photo or a file.")).toBeVisible();
  await choose(page, "Add a file", file("table.csv", "text/csv", 2_000));
  await expect(page.getByText("“table.csv” is ready to be kept.")).toBeVisible();
  await keep(page).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file “table.csv”" }).click();
  expect((await coming).suggestedFilename()).toBe("table.csv");

  // The teacher opens it as well; on paper stands its name.
  const work = await teachersView(page, site);
  const again = page.waitForEvent("download");
  await enter(page, work.getByRole("button", { name: "Save the file “table.csv”" }));
  const saved = await again;
  expect(saved.suggestedFilename()).toBe("table.csv");
  expect(await readFile(await saved.path(), "utf8")).toBe("a".repeat(2_000));
  await page.emulateMedia({ media: "print" });
  await expect(work.getByText("table.csv", { exact: true })).toBeVisible();
  await expect(work.getByRole("button", { name: /^Save the file/ })).toHaveCount(0);
  await page.emulateMedia({ media: null });
});

test("a photo that is not kept yet is not lost to another piece, and after a reload it is asked for again", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await asStudent(page, "Kofi Mensah");
  await openWork(page);
  await add(page).click();
  await named(page).fill("A letter");
  await text(page).fill("Dear Ana");
  await keep(page).click();
  await expect(piece(page, "A letter")).toBeVisible();
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  await add(page).click();
  await named(page).fill("Our poster");
  await choosePhoto(page, photo(200));
  await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
  await page.getByRole("button", { name: "Change “A letter”" }).click();
  await expect(page.getByText("Keep the work that is open, or cancel it.")).toBeVisible();
  await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
  await expect(named(page)).toHaveValue("Our poster");

  // The draft knows that there was a photo by its fifth field.
  await expect.poll(async () => (await stored(page, "drafts")).join().split("\u001f")).toHaveLength(5);
  await page.reload();
  await expect(named(page)).toHaveValue("Our poster");
  await expect(page.getByText("Choose the photo or file again.")).toBeVisible();
  await axe(page);
  await choosePhoto(page, photo(200));
  await expect(page.getByText("Choose the photo or file again.")).toHaveCount(0);
  await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
  await keep(page).click();
  await expect(piece(page, "Our poster").locator("img")).toBeVisible();
});

test("erasing a student takes the bytes of their photos and files, and nobody else's", async ({ page, site }) => {
  await openDemo(page, site);
  for (const [name, words] of [["Kofi Mensah", "a table of Kofi"], ["Hana Suzuki", "a table of Hana"]]) {
    await asStudent(page, name);
    await openWork(page);
    await add(page).click();
    await named(page).fill("My table");
    await choose(page, "Add a file", { name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(words) });
    await expect(page.getByText("“table.csv” is ready to be kept.")).toBeVisible();
    await keep(page).click();
    await expect(piece(page, "My table")).toBeVisible();
    if (name === "Hana Suzuki") {
      await add(page).click();
      await named(page).fill("Our poster");
      await choosePhoto(page, photo(200));
      await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
      await keep(page).click();
      await expect(piece(page, "Our poster").locator("img")).toBeVisible();
    }
    await page.goto(`${site.url}#/teacher`);
  }
  expect(await bytes(page)).toHaveLength(3);
  await openClass(page);
  await page.getByRole("button", { name: "Hana Suzuki", exact: true }).click();
  await page.getByRole("link", { name: "Erase for good…" }).click();
  await page.getByRole("textbox", { name: /type the name/ }).fill("Hana Suzuki");
  await page.getByRole("button", { name: "Erase for good", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Record of an erasure" })).toBeVisible();
  expect(await stored(page, "files"), "only the other one's is left").toEqual(["a table of Kofi"]);
});

test("a class that keeps as many photos as fit into a backup refuses another one, and a text still goes", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await bringIn(page, ({ student }) => {
    const file = { id: "00000000000000f1", name: "a.webp", media: "image/webp", bytes: 189_999_000 };
    const body = { id: "00000000000000f2", title: "All of it", day: "2026-11-16", skill: null, file };
    return [{ about: student("Kofi Mensah"), kind: "work_sample", body }];
  });
  await asStudent(page, "Hana Suzuki");
  await openWork(page);
  await add(page).click();
  await named(page).fill("One more");
  await choosePhoto(page, photo(200));
  await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
  await keep(page).click();
  await expect(page.getByText("This class already keeps as many photos and files as fit into one backup.")).toBeVisible();
  await page.getByRole("button", { name: "Take it out again" }).click();
  await text(page).fill("What is on the photo");
  await keep(page).click();
  await expect(piece(page, "One more")).toContainText("What is on the photo");
});

test.describe("a full disk", () => {
  // The offline cache would take its share of the small disk, at a moment nobody can name.
  test.use({ serviceWorkers: "block" });

  test("in the middle of a photo keeps nothing by half, says so, and what was typed stays", async ({
    page,
    problems,
    site,
  }) => {
    problems.allow(/Quota|quota/);
    await openDemo(page, site);
    await asStudent(page, "Hana Suzuki");
    await openWork(page);
    await add(page).click();
    await named(page).fill("Our poster");
    await choosePhoto(page, photo(200));
    await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
    const before = [await samples(page), await bytes(page)];
    // The disk is full when the bytes come, after the words were written.
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name === "files") throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, args);
      };
      window.freeDisk = () => (IDBObjectStore.prototype.put = put);
    });
    await keep(page).click();
    await expect(page.getByText("There is no room left on this device, so nothing was kept.")).toBeVisible();
    await expect(named(page)).toHaveValue("Our poster");
    await expect(page.getByText("Your photo is ready to be kept.")).toBeVisible();
    expect([await samples(page), await bytes(page)], "nothing is kept by half").toEqual(before);
    await axe(page);
    await page.evaluate(() => window.freeDisk());
    await keep(page).click();
    await expect(piece(page, "Our poster").locator("img")).toBeVisible();
  });
});
