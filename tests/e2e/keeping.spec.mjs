// Nobody's data hangs on luck: two tabs, a backup, a full disk, a browser that keeps nothing, a curious student.
import { readFile, writeFile } from "node:fs/promises";
import { asStudent, axe, enter, expect, expectTaps, handOver, openDemo, stored, tabTo, taps, test } from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
const seat = (page, name) => page.locator(".seats").getByRole("button", { name });
const openSeats = (page) => page.getByText("Who is here?").click();
const cells = (page) => page.locator("table.map td a").evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")));
const openClass = (page) => page.getByRole("navigation").getByRole("link", { name: "Class", exact: true }).click();

/** Everything that is kept, one entry per line, without the heads of the pages. */
const entries = async (page) => {
  const pages = await stored(page, "pages");
  return pages.flatMap((text) => text.trim().split("\n").slice(1)).map((line) => JSON.parse(line));
};

/** All cells of the class map, in words. Ends on the class map. */
async function classMap(page, site) {
  await page.goto(`${site.url}#/teacher/skills`);
  await expect(page.locator("table.map td a").first()).toBeVisible();
  return cells(page);
}

/** Makes a backup file. Ends on the class's settings. */
async function backup(page, folder) {
  await openClass(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a backup file" }).click();
  const download = await coming;
  const path = folder.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** The Chromebook is wiped: the browser forgets everything it kept. Ends on the family page, which keeps nothing. */
async function wipe(page, site) {
  await page.goto(`${site.url}p/`);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        localStorage.clear();
        const gone = indexedDB.deleteDatabase("daymark");
        gone.onsuccess = resolve;
        gone.onerror = reject;
      }),
  );
}

/** Chooses a file behind "Open a backup file", as a tap does. */
async function openFile(page, path) {
  const choosing = page.waitForEvent("filechooser");
  await page.getByText("Open a backup file").click();
  await (await choosing).setFiles(path);
}

test.describe("two tabs", () => {
  test("what one writes stands in the other at once, both ways", async ({ context, page, site }) => {
    await openDemo(page, site);
    const other = await context.newPage();
    await other.goto(`${site.url}#/teacher`);
    for (const tab of [page, other]) await openSeats(tab);
    await seat(page, "Hana Suzuki").click();
    await expect(seat(other, "Hana Suzuki")).toHaveAttribute("aria-pressed", "true");
    await seat(other, "Kofi Mensah").click();
    await expect(seat(page, "Kofi Mensah")).toHaveAttribute("aria-pressed", "true");
    await seat(other, "Hana Suzuki").click();
    await expect(seat(page, "Hana Suzuki")).toHaveAttribute("aria-pressed", "false");
  });

  test("twenty writes at the same time: none is lost and none is there twice", async ({ context, page, site }) => {
    await openDemo(page, site);
    const before = (await entries(page)).length;
    const other = await context.newPage();
    await other.goto(`${site.url}#/teacher`);
    for (const tab of [page, other]) await openSeats(tab);
    // Twenty students, turn about, each tab as fast as it can.
    const away = (tab, odd) =>
      tab.evaluate(
        (odd) => [...document.querySelectorAll(".seats button")].slice(0, 20).forEach((b, i) => i % 2 === odd && b.click()),
        odd,
      );
    await Promise.all([away(page, 0), away(other, 1)]);
    for (const tab of [page, other]) await expect(tab.getByText("20 away")).toBeVisible();

    const kept = await entries(page);
    expect(kept.length - before).toBe(20);
    expect(new Set(kept.map(({ writer, n }) => `${writer} ${n}`)).size, "no number twice").toBe(kept.length);
    await page.reload();
    await expect(page.getByText("20 away")).toBeVisible();
    await openClass(page);
    await expect(page.getByText(/damaged record/)).toHaveCount(0);
  });

  test("a tab of a newer version takes the storage over: this one says so and loses nothing", async ({ page, site }) => {
    await openDemo(page, site);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const newer = indexedDB.open("daymark", 99);
          newer.onupgradeneeded = () => newer.transaction.abort();
          newer.onerror = (event) => (event.preventDefault(), resolve());
        }),
    );
    await expect(page.getByText("Another tab has updated Daymark.").first()).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(title(page)).toHaveText("Today");
    await expect(page.getByText("Not heard from")).toBeVisible();
  });
});

test.describe("backup", () => {
  test("a wiped Chromebook has the same class map again in three taps", async ({ page, site }, folder) => {
    await openDemo(page, site);
    const before = await classMap(page, site);
    const file = await backup(page, folder);
    await expect(page.getByText("Last backup file: November 17.")).toBeVisible();
    await expect(page.getByRole("banner")).toContainText("backed up today");
    await axe(page);

    await wipe(page, site);
    await page.goto(site.url);
    await expect(title(page)).toHaveText("Daymark");
    await expect(page.getByRole("link", { name: "I am a teacher" }), "nothing is left").toHaveCount(0);
    // One tap in Daymark; choosing the file in the system's window is the second and the third.
    const taken = taps(page);
    await openFile(page, file);
    await expect(page.getByText(/^“Demo class 5B” is open: \d+ entries read\.$/)).toBeVisible();
    await expectTaps(page, 1, taken);
    await axe(page);
    expect(await classMap(page, site)).toEqual(before);
  });

  test("opening the same file twice doubles nothing", async ({ page, site }, folder) => {
    await openDemo(page, site);
    const before = await classMap(page, site);
    const file = await backup(page, folder);
    const kept = (await entries(page)).length;
    for (let i = 0; i < 2; i += 1) {
      await openFile(page, file);
      await expect(page.getByText("What was on this device before is still here.")).toBeVisible();
    }
    expect((await entries(page)).length).toBe(kept);
    expect(await classMap(page, site)).toEqual(before);
  });

  test("what was written after the backup stays when the backup is opened", async ({ page, site }, folder) => {
    await openDemo(page, site);
    const file = await backup(page, folder);
    await page.goto(`${site.url}#/teacher`);
    await openSeats(page);
    await seat(page, "Hana Suzuki").click();
    await expect(page.getByText("1 away")).toBeVisible();
    await openClass(page);
    await openFile(page, file);
    await expect(page.getByText(/entries read/)).toBeVisible();
    await page.goto(`${site.url}#/teacher`);
    await expect(page.getByText("1 away")).toBeVisible();
  });

  for (const [kind, spoil, sentences] of [
    [
      "damaged",
      (text) => text.split("\n").with(40, "{oops").with(41, "\u0000\u0001").join("\n"),
      ["2 lines could not be read. They are kept, and listed below."],
    ],
    ["cut", (text) => `${text.split("\n").slice(0, -101).join("\n")}\n`, ["The file is cut: 100 entries are missing from its end."]],
    ["cut in the middle of a line", (text) => text.slice(0, -300), ["The file is cut:", "1 line could not be read."]],
    [
      "made by a newer version",
      (text) => {
        const lines = text.trim().split("\n");
        lines[0] = lines[0].replace('"format":1', '"format":2');
        lines[50] = lines[50].replace(/"kind":"\w+"/, '"kind":"mood_ring"');
        return `${lines.join("\n")}\n`;
      },
      ["A newer version of Daymark made this file.", "1 entry is of a kind this version does not know."],
    ],
  ]) {
    test(`a backup that is ${kind} gives what it has and says what it lacks`, async ({ page, site }, folder) => {
      await openDemo(page, site);
      const file = await backup(page, folder);
      await writeFile(file, spoil(await readFile(file, "utf8")));
      await wipe(page, site);
      await page.goto(site.url);
      await openFile(page, file);
      await expect(page.getByText(/is open: \d+ entries read/)).toBeVisible();
      for (const sentence of sentences) await expect(page.getByText(sentence)).toBeVisible();
      await axe(page);
      expect((await classMap(page, site)).length).toBe(192);
      await page.reload();
      await expect(page.locator("table.map td a")).toHaveCount(192);
    });
  }

  test("damaged lines are shown, and go into the next backup as they are", async ({ page, site }, folder) => {
    await openDemo(page, site);
    const file = await backup(page, folder);
    const lines = (await readFile(file, "utf8")).split("\n");
    await writeFile(file, lines.with(40, "{oops").join("\n"));
    await openFile(page, file);
    await page.getByText("1 damaged record").click();
    await expect(page.getByText("{oops")).toBeVisible();
    await axe(page);
    await page.reload();
    await page.getByText("1 damaged record").click();
    await expect(page.getByText("{oops")).toBeVisible();
    expect(await readFile(await backup(page, folder), "utf8")).toContain("\n{oops\n");
  });

  for (const [kind, bytes, sentence] of [
    ["a CSV", "name,level\nAna,3\n", "This is not a Daymark backup."],
    ["an empty file", "", "The file is empty."],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), "This is not a Daymark backup."],
  ]) {
    test(`${kind} is no backup: it says so, and nothing has changed`, async ({ page, site }, folder) => {
      const file = folder.outputPath("file.daymark");
      await writeFile(file, bytes);
      await page.goto(site.url);
      await openFile(page, file);
      await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
      await axe(page);

      await openDemo(page, site);
      const before = await entries(page);
      await openClass(page);
      await openFile(page, file);
      await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
      expect(await entries(page)).toEqual(before);
    });
  }
});

/**
 * A device whose disk can be filled to the brim and freed again. The browser looks at its quota from time to time only,
 * so the quota is small from the start and something else takes the rest of it. Call it before the app is opened.
 */
async function smallDisk(page, site) {
  const { origin } = new URL(site.url);
  const devtools = await page.context().newCDPSession(page);
  const quota = (quotaSize) => devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  await quota(3_000_000);
  const fill = async () => {
    await page.evaluate(async () => {
      const opening = indexedDB.open("photos");
      opening.onupgradeneeded = () => opening.result.createObjectStore("all", { autoIncrement: true });
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const put = (size) =>
        new Promise((resolve) => {
          const writing = opening.result.transaction("all", "readwrite");
          writing.objectStore("all").put(crypto.getRandomValues(new Uint8Array(size)));
          writing.oncomplete = () => resolve(true);
          writing.onabort = () => resolve(false);
        });
      for (const size of [60_000, 5_000, 100]) while (await put(size));
      opening.result.close();
    });
    await quota(1);
  };
  return { fill, free: () => quota(undefined) };
}

test.describe("storage", () => {
  test("a full disk is said in plain words, nothing is lost, and it works again afterwards", async ({ page, problems, site }) => {
    problems.allow(/Quota|quota/);
    const disk = await smallDisk(page, site);
    await openDemo(page, site);
    const before = await entries(page);
    await openSeats(page);
    await disk.fill();
    await seat(page, "Hana Suzuki").click();
    await expect(page.getByRole("alert").filter({ hasText: "This device’s storage is full" })).toBeVisible();
    await expect(page.getByRole("banner")).toContainText("Not saved");
    await expect(seat(page, "Hana Suzuki"), "what was not saved is not shown as if it were").toHaveAttribute("aria-pressed", "false");
    expect(await entries(page)).toEqual(before);
    await axe(page);

    await disk.free();
    await seat(page, "Hana Suzuki").click();
    await expect(seat(page, "Hana Suzuki")).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("alert").filter({ hasText: "storage is full" })).toHaveCount(0);
    await expect(page.getByRole("banner")).toContainText("Saved on this device");
    await page.reload();
    await expect(page.getByText("1 away")).toBeVisible();
  });

  test("with a full disk a goal in own words stays on the screen until it can be set", async ({ page, problems, site }) => {
    problems.allow(/Quota|quota/);
    const disk = await smallDisk(page, site);
    await openDemo(page, site);
    await asStudent(page, "Hana Suzuki");
    await page.getByRole("button", { name: "Write my own goal" }).click();
    const field = page.getByRole("textbox", { name: "My goal in my own words" });
    await field.fill("Draw both fractions");
    await expect.poll(() => stored(page, "drafts")).toEqual(["Draw both fractions"]);
    await disk.fill();
    await page.getByRole("button", { name: "Set my goal" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This device’s storage is full" })).toBeVisible();
    await expect(field).toHaveValue("Draw both fractions");
    await axe(page);

    await page.reload();
    await expect(field, "also after a reload").toHaveValue("Draw both fractions");
    await disk.free();
    await page.getByRole("button", { name: "Set my goal" }).click();
    await expect(page.locator(".goal-text")).toHaveText("“Draw both fractions”");
  });

  for (const [kind, refuse] of [
    [
      "throws at once",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        };
      },
    ],
    [
      "is not there",
      () => Object.defineProperty(window, "indexedDB", { value: undefined }),
    ],
    [
      "fails when it is asked",
      () => {
        const open = IDBFactory.prototype.open;
        // Opening a database of a newer version by an older number fails as a damaged one does: later, with an event.
        IDBFactory.prototype.open = function (name) {
          return open.call(this, name, 0.5 + 0.5);
        };
      },
    ],
  ]) {
    test(`a browser whose storage ${kind} is told apart, and the lesson goes on`, async ({ page, site }) => {
      if (kind === "fails when it is asked") {
        await page.goto(`${site.url}p/`);
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              const newer = indexedDB.open("daymark", 7);
              newer.onsuccess = () => (newer.result.close(), resolve());
            }),
        );
      }
      await page.addInitScript(refuse);
      await openDemo(page, site);
      const banner = page.getByText("This browser does not let Daymark keep anything.");
      await expect(banner).toBeVisible();
      await expect(page.getByRole("banner")).toContainText("Not kept");
      await axe(page);
      await asStudent(page, "Hana Suzuki");
      await page.getByRole("button", { name: "Almost" }).click();
      await expect(page.getByText("Last goal: almost.")).toBeVisible();
      await expect(banner).toBeVisible();
    });
  }

  test("the demo class goes with one tap, and a class of one's own stays", async ({ page, site }) => {
    await openDemo(page, site);
    await page.goto(`${site.url}#/new`);
    await page.getByRole("textbox", { name: "Names, one per line" }).fill("Ana\nBen");
    await page.getByRole("radio", { name: "I can compare two fractions" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("banner")).toContainText("My class");
    await openClass(page);
    await page.getByRole("button", { name: "Open Demo class 5B" }).click();
    await expect(page.getByRole("banner")).toContainText("Demo class 5B");

    const before = taps(page);
    await page.getByRole("button", { name: "Remove the demo class" }).click();
    await expect(page.getByText("“Demo class 5B” is removed from this device")).toBeVisible();
    await expectTaps(page, 1, before);
    await expect(page.getByRole("banner")).toContainText("My class");
    expect(await stored(page, "classes")).toHaveLength(1);
    expect((await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
    await axe(page);
  });

  test("one student is erased for good, and an older backup does not bring them back", async ({ page, site }, folder) => {
    await openDemo(page, site);
    const file = await backup(page, folder);
    await page.getByRole("button", { name: "Hana Suzuki" }).click();
    await page.getByRole("button", { name: "Erase for good…" }).click();
    const now = page.getByRole("button", { name: "Erase for good", exact: true });
    await expect(now).toBeDisabled();
    await axe(page);
    await page.getByRole("textbox", { name: /type the name/ }).fill("Hana Suzuki");
    await now.click();
    await expect(page.getByText("The student is erased")).toBeVisible();
    expect((await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
    await openFile(page, file);
    await expect(page.getByText(/entries read/)).toBeVisible();
    expect((await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
    await page.reload();
    await expect(page.getByRole("button", { name: "Isaac Cohen" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Hana Suzuki" })).toHaveCount(0);
  });

  test("recent changes: an action is taken back and brought back", async ({ page, site }) => {
    await openDemo(page, site);
    await openSeats(page);
    await seat(page, "Hana Suzuki").click();
    await expect(page.getByText("1 away")).toBeVisible();
    await openClass(page);
    await page.getByRole("link", { name: "Recent changes" }).click();
    await expect(title(page)).toHaveText("Recent changes");
    const line = page.getByRole("listitem").filter({ hasText: "Teacher: marked who was here (Hana Suzuki)" });
    await axe(page);
    await line.getByRole("button", { name: "Undo" }).click();
    await expect(line).toContainText("taken back");
    await line.getByRole("button", { name: "Bring back" }).click();
    await expect(line.getByText("taken back")).toHaveCount(0);
    await page.goto(`${site.url}#/teacher`);
    await expect(page.getByText("1 away")).toBeVisible();
  });
});

test.describe("PIN", () => {
  const field = (page, name) => page.getByLabel(name, { exact: true });

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
    await expect(page.getByText("A PIN is set.")).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("4711");

    await enter(page, page.getByRole("banner").getByRole("link", { name: "Hand to students" }));
    await expect(title(page)).toHaveText("Who are you?");
    for (const address of ["#/teacher", "#/teacher/skills", "#/teacher/class", "#/teacher/share"]) {
      await page.goto(site.url + address);
      await expect(title(page)).toHaveText("Teacher PIN");
      expect(await page.locator("body").innerText(), "nothing of the page shows through").not.toMatch(/Hana|Needs a word/);
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

  test("it is removed again, and then nothing asks", async ({ page, site }) => {
    await openDemo(page, site);
    await openClass(page);
    await page.getByRole("button", { name: "Set a PIN" }).click();
    for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"]) await field(page, name).fill("0000");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Remove the PIN" }).click();
    await expect(page.getByText("There is no PIN:")).toBeVisible();
    await handOver(page);
    await page.getByRole("link", { name: "Teacher", exact: true }).click();
    await expect(title(page)).toHaveText("Today");
  });
});
