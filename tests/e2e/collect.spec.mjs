// Collecting without any server: students answer on their own devices, the teacher's camera reads their codes; also files,
// pasted text and paper. The camera is Chromium's fake one, fed with the very codes that the students' screens show.
import { readFile, rm } from "node:fs/promises";
import { launchOptions } from "../../xtask/js/chrome.mjs";
import {
  answer,
  choose,
  classLink,
  code,
  copied,
  heading,
  joined,
  openAndCollect,
  openByCode,
  paste,
  skill,
  test,
} from "./devices.mjs";
import { FILM, cameraArgs, film, readCode, shownCode } from "./film.mjs";
import {
  axe,
  enter,
  entries,
  expect,
  expectTaps,
  keptOffline,
  openClass,
  openDemo,
  tabTo,
  taps,
} from "./support.mjs";

const options = launchOptions();

// Several devices load the app in turn.
test.describe.configure({ timeout: 150_000 });
test.use({ launchOptions: { ...options, args: [...options.args, ...cameraArgs] } });

const card = (page) => page.locator(".who-is-in");
const personRow = (page, name) => card(page).getByRole("listitem").filter({ hasText: name });
/** The mark of a release, which alone works offline. */
const buildOf = (page) => page.locator('meta[name="daymark-build"]');
const startCamera = (page) => page.getByRole("button", { name: "Start the camera" }).click();
const stopCamera = (page) => page.getByRole("button", { name: "Stop the camera" }).click();

test("students file past the camera: names tick green, a double scan is harmless, absent is one tap", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const [ana, ben] = [await joined(device, link, "Amara Okafor"), await joined(device, link, "Benício Souza")];
  for (const student of [ana, ben]) {
    // The link was made before the ticket was opened; no network is needed from here on.
    if (await buildOf(student).count()) {
      await keptOffline(student);
      await student.context().setOffline(true);
    }
    await openByCode(student, wall.toLowerCase());
    await expect(student.getByText(skill).first()).toBeVisible();
    await answer(student);
  }
  await axe(ana);
  await film([await code(ana), await code(ben), await code(ana)]);

  await expect(page.getByRole("heading", { name: "0 of 24 in" })).toBeVisible();
  const before = taps(page);
  await startCamera(page);
  await expect(page.getByRole("heading", { name: "2 of 24 in" })).toBeVisible({ timeout: 30_000 });
  await expect(personRow(page, "Amara Okafor")).toContainText("in");
  await expect(page.locator(".told")).toContainText(/was in already\. Nothing was added\./, { timeout: 20_000 });
  await expectTaps(page, 1, before);
  await axe(page);

  await page.getByRole("button", { name: "Chloé Martin is absent" }).click();
  await expectTaps(page, 2, before);
  await expect(page.getByRole("button", { name: "Chloé Martin is absent" })).toHaveAttribute("aria-pressed", "true");
  await stopCamera(page);
  await expect(page.locator("video")).toBeHidden();

  // The teacher's ticket, the students' own hand, once each, on the teacher's day.
  const answers = (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.receipt);
  expect(answers.map(({ by }) => by)).toEqual(["student", "student"]);
  expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(2);
  expect(answers[0].body).toMatchObject({ day: "2026-11-17", ticket: expect.stringMatching(/^[0-9a-f]{16}$/) });
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("2 of 23 in")).toBeVisible();
});

test("an answer of several parts arrives in any order", async ({ device, page, site }) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const student = await joined(device, link, "Elif Yılmaz");
  await openByCode(student, wall);
  await answer(student, "I looked at both denominators first. ".repeat(11));
  await student.getByRole("button", { name: "Stop here" }).click();
  await expect(student.getByText(/^Part \d of 3$/)).toBeVisible();
  await axe(student);
  const parts = [];
  for (let n = 0; n < 3; n += 1) {
    parts.push(await code(student));
    await student.getByRole("button", { name: "Next part" }).click();
  }
  await film([parts[2], parts[0], parts[2], parts[1]]);
  await startCamera(page);
  await expect(page.getByText(/\d of 3 parts (is|are) here\./)).toBeVisible({ timeout: 20_000 });
  await expect(personRow(page, "Elif Yılmaz")).toContainText("in", { timeout: 30_000 });
  const [kept] = (await entries(page)).filter(({ body }) => body.receipt);
  expect(kept.body.replies.at(-1).sentence).toContain("denominators");
});

test("codes from another class and forged ones are refused with their reason, and nothing is written", async ({
  device,
  page,
  problems,
  site,
}) => {
  void problems;
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  // Another teacher's demo class, with another student.
  const other = await device();
  await openDemo(other, site);
  const otherLink = await classLink(other, site);
  const otherWall = await openAndCollect(other, site);
  const stranger = await joined(device, otherLink, "Amara Okafor");
  await openByCode(stranger, otherWall);
  await answer(stranger);
  await film([await code(stranger)]);
  await startCamera(page);
  await expect(page.getByText("This answer is from another class.")).toBeVisible({ timeout: 20_000 });
  await axe(page);
  await stopCamera(page);

  const student = await joined(device, link, "Hana Suzuki");
  await openByCode(student, wall);
  await answer(student);
  const good = await copied(student);
  const at = good.length - 14;
  const forged = good.slice(0, at) + (good[at] === "A" ? "B" : "A") + good.slice(at + 1);
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, forged);
  await expect(page.getByText("This answer is not sealed with a key of this class")).toBeVisible();
  await expect(page.getByRole("textbox"), "what was refused stays").toHaveValue(forged);
  await paste(page, "Good morning, here is my homework.");
  await expect(page.getByText("There is no Daymark answer in this.")).toBeVisible();
  await axe(page);
  expect((await entries(page)).filter(({ body }) => body.receipt)).toEqual([]);

  // Two texts in one mail, one of them twice.
  const second = await joined(device, link, "Isaac Cohen");
  await openByCode(second, wall);
  await answer(second);
  await paste(page, `Hello!\n> ${good}\n\nand ${await copied(second)} and again ${good}`);
  await expect(page.getByText("2 answers are in")).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 of 24 in" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "0 of 24 in" })).toBeVisible();

  // The same as a file.
  const saving = second.waitForEvent("download");
  await second.getByRole("button", { name: "Save as a file" }).click();
  const path = await (await saving).path();
  const choosing = page.waitForEvent("filechooser");
  await page.getByText("Open files from students").click();
  await (await choosing).setFiles([path]);
  await expect(page.getByRole("heading", { name: "1 of 24 in" })).toBeVisible();

  // Many at once: each is judged by itself, and what is refused says which file it was.
  const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  const more = page.waitForEvent("filechooser");
  await page.getByText("Open files from students").click();
  await (await more).setFiles([
    file("hana.txt", good),
    file("cut.txt", good.slice(0, -9)),
    file("homework.txt", "Good morning, here is my homework."),
    file("film.txt", "x".repeat(4 * 1024 * 1024 + 1)),
    file("isaac.txt", await copied(second)),
  ]);
  await expect(page.getByRole("heading", { name: "2 of 24 in" })).toBeVisible();
  await expect(page.getByText("Hana Suzuki is in").first()).toBeVisible();
  await expect(page.getByText("homework.txt: There is no Daymark answer in this.")).toBeVisible();
  await expect(page.getByText("cut.txt: This answer is not sealed")).toBeVisible();
  await expect(page.getByText("film.txt: This file is too large")).toBeVisible();
  await expect(page.getByText("Isaac Cohen was in already.")).toBeVisible();
  await axe(page);
});

test("an answer to another check is offered to that check", async ({ device, page, site }) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const student = await joined(device, link, "Kofi Mensah");
  await openByCode(student, wall);
  await answer(student);
  const text = await copied(student);
  await openAndCollect(page, site);
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, text);
  await expect(page.getByText(`This answer belongs to another check: ${skill}`)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Take it in there" }).click();
  await expect(page.getByText(`${skill}: Kofi Mensah is in`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "0 of 24 in" })).toBeVisible();
});

test("a class file brings the class to a device, which keeps its student only", async ({ device, page, site }) => {
  await openDemo(page, site);
  await openClass(page);
  await page.getByRole("link", { name: "Students’ own devices" }).click();
  await expect(page.getByText("No results, no levels, no goals, no feedback, no notes.")).toBeVisible();
  await axe(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the class file" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\.daymark-class$/);
  const file = await download.path();

  const student = await device();
  await student.goto(site.url);
  await student.getByRole("link", { name: "Join my class" }).click();
  await expect(heading(student, "Join your class")).toBeVisible();
  await axe(student);
  for (const [text, told] of [
    ["hello", "That is not a class link or class file of Daymark."],
    ["2.AAAA", "A newer Daymark made this than the one on this device."],
    [(await readFile(file, "utf8")).slice(0, -200), "The end is missing or something was changed on the way."],
  ]) {
    await student.getByRole("textbox", { name: "Or paste the class link here" }).fill(text);
    await student.getByRole("button", { name: "Open", exact: true }).click();
    await expect(student.getByText(told)).toBeVisible();
    await expect(student.getByRole("textbox"), "what was typed stays").toHaveValue(text);
    await expect(heading(student, "Join your class")).toBeFocused();
  }
  await axe(student);
  // Opened again without another word, as after a part that did not load.
  const text = await readFile(file, "utf8");
  await student.getByRole("textbox").fill(text);
  const own = await student.evaluateHandle(() => globalThis.DecompressionStream);
  await student.evaluate(() => delete globalThis.DecompressionStream);
  await student.keyboard.press("Enter");
  await expect(student.getByText("The end is missing")).toBeVisible();
  await student.evaluate((own) => (globalThis.DecompressionStream = own), own);
  await student.getByRole("button", { name: "Open", exact: true }).click();
  await expect(student.getByRole("button", { name: "Finn O’Brien" })).toBeVisible();
  await student.reload();
  const choosing = student.waitForEvent("filechooser");
  await student.getByText("Open the class file").click();
  await (await choosing).setFiles(file);
  await expect(student.getByRole("button", { name: "Finn O’Brien" })).toBeVisible();
  await axe(student);
  await choose(student, "Finn O’Brien");

  const kept = await entries(student);
  expect(kept.filter(({ kind }) => kind === "student").map(({ body }) => body.name)).toEqual(["Finn O’Brien"]);
  expect(kept.filter(({ kind }) => kind === "hand_in_key").map(({ body }) => body.of).sort()).toEqual(["nobody", "student"]);
  expect(kept.filter(({ kind }) => ["evidence", "goal", "feedback", "level_override"].includes(kind))).toEqual([]);

  // On the teacher's own device nothing changes.
  const before = (await entries(page)).length;
  await page.goto(`${site.url}#/join/${await readFile(file, "utf8")}`);
  await expect(page.getByText("This class is on this device already")).toBeVisible();
  expect(new URL(page.url()).hash, "the keys leave the address").toBe("#/join");
  expect((await entries(page)).length).toBe(before);
});

test("a wrong name is taken back with all it brought, also on a device that has the class", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const student = await device();
  await student.goto(link);
  const tap = (name) => student.getByRole("button", { name }).click();
  const names = async () => {
    const all = (await entries(student)).filter(({ kind }) => kind === "student" || kind === "withdrawal");
    return all.map(({ body }) => body.name ?? "taken back");
  };
  await tap("Amara Okafor");
  await expect(student.getByRole("heading", { name: "This is Amara Okafor’s device now." })).toBeVisible();
  await expect(heading(student, "Join your class")).toBeFocused();
  await axe(student);
  await tap("That is not me");
  await expect(student.getByRole("button", { name: "Benício Souza" })).toBeVisible();
  expect(await entries(student), "nothing of the class stays").toEqual([]);
  await choose(student, "Benício Souza");
  expect(await names()).toEqual(["Benício Souza"]);

  // A second student of the same device: what the first one has stays.
  await student.goto("about:blank");
  await student.goto(link);
  await tap("Chloé Martin");
  await tap("That is not me");
  await expect(student.getByRole("button", { name: "Chloé Martin" })).toBeVisible();
  expect(await names()).toEqual(["Benício Souza", "Chloé Martin", "taken back"]);
  await student.goto(`${site.url}#/student`);
  await expect(student.getByRole("listitem")).toHaveCount(1);
  await expect(student.getByRole("link", { name: "Benício Souza" })).toBeVisible();
});

test("a join card is one student's: its code opens the class with every skill", async ({ device, page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/pack`);
  await page.getByRole("button", { name: "Make join cards" }).click();
  const card = page.getByRole("img", { name: "Join code of Rosa Hernández" });
  const link = readCode(await shownCode(card));
  expect(link.startsWith(`${site.url}#/join/1.`), link).toBe(true);
  const student = await device();
  await student.goto(link);
  await expect(student.getByRole("listitem")).toHaveCount(1);
  await choose(student, "Rosa Hernández");
  const skills = (all) => new Set(all.filter(({ kind }) => kind === "skill").map(({ body }) => body.id)).size;
  expect(skills(await entries(student))).toBe(skills(await entries(page)));

  // The same link typed at the door of another device.
  const other = await device();
  await other.goto(site.url);
  await other.getByRole("button", { name: "I was sent a link" }).click();
  await other.getByRole("textbox", { name: "Paste the link here" }).fill(link);
  await other.getByRole("button", { name: "Open the link" }).click();
  await expect(other.getByRole("button", { name: "Rosa Hernández" })).toBeVisible();
});

test("a code that the device does not know is told apart from one that is none", async ({ device, page, site }) => {
  await openDemo(page, site);
  const student = await joined(device, await classLink(page, site), "Leila Haddad");
  await student.getByRole("link", { name: "I see a code on the wall" }).click();
  const field = student.getByRole("textbox", { name: "Type the four letters and numbers" });
  for (const [typed, told] of [
    ["7K", "A code has four letters and numbers."],
    ["<b>x", "A code has four letters and numbers."],
    ["0000", "This device does not know that code."],
  ]) {
    await field.fill(typed);
    await student.keyboard.press("Enter");
    await expect(student.getByText(told)).toBeVisible();
  }
  await axe(student);
});

test("without a camera a plain sentence says so, and the other ways are there", async ({ page, site }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException("", window.daymarkNoCamera ?? "NotFoundError");
    };
  });
  await openDemo(page, site);
  await openAndCollect(page, site);
  await startCamera(page);
  await expect(page.getByText("There is no camera that this page can use.")).toBeVisible();
  await page.evaluate(() => (window.daymarkNoCamera = "NotAllowedError"));
  await startCamera(page);
  await expect(page.getByText("The camera is not allowed for this page.")).toBeVisible();
  await axe(page);
  await expect(page.getByRole("button", { name: "Files and text" })).toBeVisible();
});

/** A detector of the browser's own, which reads what the page says or fails. */
const withDetector = (page, reads) =>
  page.addInitScript((reads) => {
    globalThis.BarcodeDetector = class {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async () => {
        if (!reads) throw new DOMException("", "NotSupportedError");
        return globalThis.daymarkSeen ? [{ rawValue: globalThis.daymarkSeen }] : [];
      };
    };
  }, reads);

test("by keyboard alone: the browser's own detector reads a code, one is absent, a text is taken in", async ({
  device,
  page,
  site,
}) => {
  await withDetector(page, true);
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const [ana, ben] = [await joined(device, link, "Amara Okafor"), await joined(device, link, "Benício Souza")];
  for (const student of [ana, ben]) {
    await openByCode(student, wall);
    await answer(student);
  }
  // An empty wall: only the detector can have read what comes in.
  await film([null]);
  const before = taps(page);
  const button = (name) => page.getByRole("button", { name, exact: true });
  await enter(page, button("Start the camera"));
  await expect(button("Stop the camera")).toBeFocused();
  await page.evaluate((seen) => (globalThis.daymarkSeen = seen), readCode(await code(ana)));
  await expect(page.getByRole("heading", { name: "1 of 24 in" })).toBeVisible({ timeout: 20_000 });
  await expect(button("Stop the camera"), "the focus stays").toBeFocused();
  await enter(page, button("Chloé Martin is absent"));
  await expect(button("Chloé Martin is absent")).toHaveAttribute("aria-pressed", "true");
  await expect(button("Chloé Martin is absent")).toBeFocused();
  await page.evaluate(() => document.activeElement.blur());
  await enter(page, button("Stop the camera"));
  await expect(page.locator("video")).toBeHidden();
  await page.evaluate(() => document.activeElement.blur());
  await enter(page, button("Files and text"));
  await tabTo(page, page.getByRole("textbox", { name: "Paste answers here, one or many" }));
  await page.keyboard.insertText(await copied(ben));
  await enter(page, button("Take in"));
  await expect(page.getByRole("heading", { name: "2 of 24 in" })).toBeVisible();
  await expect(button("Take in")).toBeFocused();
  await expectTaps(page, 0, before);
});

test("a detector that fails gives way to Daymark's own", async ({ device, page, site }) => {
  await withDetector(page, false);
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const student = await joined(device, link, "Amara Okafor");
  await openByCode(student, wall);
  await answer(student);
  await film([await code(student)]);
  await startCamera(page);
  await expect(page.getByRole("heading", { name: "1 of 24 in" })).toBeVisible({ timeout: 30_000 });
});

test("stopped and started again while the browser asks for leave: one camera is on, with its picture", async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const answered = new Promise((answer) => (globalThis.daymarkAllow = answer));
    globalThis.daymarkTracks = [];
    navigator.mediaDevices.getUserMedia = async (what) => {
      await answered;
      const stream = await ask(what);
      globalThis.daymarkTracks.push(...stream.getTracks());
      return stream;
    };
  });
  await film([null]);
  await openDemo(page, site);
  await openAndCollect(page, site);
  await startCamera(page);
  await stopCamera(page);
  await startCamera(page);
  await page.evaluate(() => globalThis.daymarkAllow());
  const live = () => page.evaluate(() => globalThis.daymarkTracks.map((track) => track.readyState).sort());
  await expect.poll(live).toEqual(["ended", "live"]);
  const shown = () => page.locator("video").evaluate((video) => Boolean(video.srcObject?.active) && video.videoWidth > 0);
  await expect.poll(shown).toBe(true);
  await stopCamera(page);
  await expect.poll(live).toEqual(["ended", "ended"]);
});

test("the poster and the join cards print", async ({ page, site }) => {
  await openDemo(page, site);
  await openAndCollect(page, site);
  await page.getByRole("button", { name: "Class poster" }).click();
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const sheets = (await page.pdf({ format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets, "one sheet").toHaveLength(1);
  await page.emulateMedia({ media: null });
  await page.goto(`${site.url}#/teacher/pack`);
  // How far it is stands there while they are made.
  const counted = page.evaluate(
    () =>
      new Promise((seen) => {
        const look = () => document.querySelector("progress") && seen(document.querySelector("progress").max);
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await page.getByRole("button", { name: "Make join cards" }).click();
  expect(await counted).toBe(24);
  await expect(page.getByText("The cards are ready.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("img", { name: /^Join code of / })).toHaveCount(24);
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print the cards" })).toBeHidden();
});

test.afterAll(async () => {
  await rm(FILM, { force: true });
});
