// Nobody's data hangs on one browser's storage: a backup file brings a class back, and a bad file harms nothing.
import { readFile, writeFile } from "node:fs/promises";
import {
  axe,
  entries,
  expect,
  expectTaps,
  makeBackup,
  openBackup,
  openClass,
  openDemo,
  openSeats,
  seat,
  stored,
  taps,
  test,
} from "./support.mjs";

const title = (page) => page.getByRole("heading", { level: 1 });
const cells = (page) =>
  page.locator("table.map td a").evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")));

/** All cells of the class map, in words. Ends on the class map. */
async function classMap(page, site) {
  await page.goto(`${site.url}#/teacher/skills`);
  await expect(page.locator("table.map td a").first()).toBeVisible();
  return cells(page);
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

test("a wiped Chromebook has the same class map again in three taps", async ({ page, site }, folder) => {
  await openDemo(page, site);
  const before = await classMap(page, site);
  const file = await makeBackup(page, folder);
  await expect(page.getByText("Last backup file: November 17.")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("backed up today");
  await axe(page);

  await wipe(page, site);
  await page.goto(site.url);
  await expect(title(page)).toHaveText("Daymark");
  await expect(page.getByRole("link", { name: "I am a teacher" }), "nothing is left").toHaveCount(0);
  // One tap in Daymark; choosing the file in the system's window is the second and the third.
  const taken = taps(page);
  await openBackup(page, file);
  await expect(page.getByText(/^“Demo class 5B” is open: \d+ entries read\.$/)).toBeVisible();
  await expectTaps(page, 1, taken);
  await axe(page);
  expect(await classMap(page, site)).toEqual(before);
});

test("a class that came in at the door is compared line by line once only", async ({ page, site }, folder) => {
  await openDemo(page, site);
  const file = await makeBackup(page, folder);
  const before = await entries(page);
  await wipe(page, site);
  await page.goto(site.url);
  await openBackup(page, file);
  await expect(page.getByText(/^“Demo class 5B” is open: \d+ entries read\.$/)).toBeVisible();
  const compared = async () => (await stored(page, "pages")).map((text) => JSON.parse(text.split("\n", 1)[0]).carried === true);
  expect(await compared(), "the first program does not know every kind").toEqual([true]);
  await page.goto(`${site.url}#/teacher`);
  await expect(title(page)).toHaveText("Today");
  await expect.poll(compared).toEqual([false]);
  expect(await entries(page)).toEqual(before);
});

test("opening the same file twice doubles nothing", async ({ page, site }, folder) => {
  await openDemo(page, site);
  const before = await classMap(page, site);
  const file = await makeBackup(page, folder);
  const kept = (await entries(page)).length;
  for (let i = 0; i < 2; i += 1) {
    await openBackup(page, file);
    await expect(page.getByText("What was on this device before is still here.")).toBeVisible();
  }
  expect((await entries(page)).length).toBe(kept);
  expect(await classMap(page, site)).toEqual(before);
});

test("what was written after the backup stays when the backup is opened", async ({ page, site }, folder) => {
  await openDemo(page, site);
  const file = await makeBackup(page, folder);
  await page.goto(`${site.url}#/teacher`);
  await openSeats(page);
  await seat(page, "Hana Suzuki").click();
  await expect(page.getByText("1 away")).toBeVisible();
  await openClass(page);
  await openBackup(page, file);
  await expect(page.getByText(/entries read/)).toBeVisible();
  await page.goto(`${site.url}#/teacher`);
  await expect(page.getByText("1 away")).toBeVisible();
});

for (const [kind, spoil, sentences] of [
  [
    "damaged",
    (text) => text.split("\n").with(40, "{oops").with(41, "\u0000\u0001").join("\n"),
    ["2 lines could not be read. They are kept, and listed under Backup on the Class screen."],
  ],
  [
    "cut",
    (text) => `${text.split("\n").slice(0, -101).join("\n")}\n`,
    ["The file is cut: 100 entries are missing from its end."],
  ],
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
    const file = await makeBackup(page, folder);
    await writeFile(file, spoil(await readFile(file, "utf8")));
    await wipe(page, site);
    await page.goto(site.url);
    await openBackup(page, file);
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
  const file = await makeBackup(page, folder);
  const lines = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, lines.with(40, "{oops").join("\n"));
  await openBackup(page, file);
  await page.getByText("1 damaged record").click();
  await expect(page.getByText("{oops")).toBeVisible();
  await axe(page);
  await page.reload();
  await page.getByText("1 damaged record").click();
  await expect(page.getByText("{oops")).toBeVisible();
  expect(await readFile(await makeBackup(page, folder), "utf8")).toContain("\n{oops\n");
});

for (const [kind, bytes, sentence] of [
  ["a CSV", "name,level\nAna,3\n", "This is not a Daymark backup."],
  ["an empty file", "", "The file is empty."],
  [
    "a picture",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
    "This is not a Daymark backup.",
  ],
]) {
  test(`${kind} is no backup: it says so, and nothing has changed`, async ({ page, site }, folder) => {
    const file = folder.outputPath("file.daymark");
    await writeFile(file, bytes);
    await page.goto(site.url);
    await openBackup(page, file);
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await axe(page);

    await openDemo(page, site);
    const before = await entries(page);
    await openClass(page);
    await openBackup(page, file);
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    expect(await entries(page)).toEqual(before);
  });
}
