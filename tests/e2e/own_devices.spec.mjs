// Students' own devices over time: another answer, a device that two share, checks that are over, what helps one student,
// a clock that is wrong.
import { answer, choose, classLink, copied, heading, join, joined, openAndCollect, openByCode, paste, test } from "./devices.mjs";
import { axe, bringIn, enter, entries, expect, expectTaps, openDemo, taps } from "./support.mjs";

// Several devices load the app in turn.
test.describe.configure({ timeout: 150_000 });

const TICKET = "00000000000000f1";
const bar = (page) => page.locator("a.ticket-bar");
const title = (page) => page.getByRole("heading", { level: 1 });
const dialog = (page) => page.getByRole("dialog");
const handIn = (page) => page.getByRole("button", { name: "Hand in" });
const showCode = (page) => page.getByRole("link", { name: "Show the code" });
const answers = async (page) => (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.receipt);

/** A check that the teacher has open, as another device of theirs wrote it. */
const check = (body) => (known) => [
  { kind: "exit_ticket", body: { id: TICKET, skill: known.skill, day: "2026-11-17", template: "blank", scale: known.scale, ...body } },
];

/** To the teacher's screen where texts are pasted. */
async function toTexts(page, site, ticket = TICKET) {
  await page.goto(`${site.url}#/teacher/ticket/${ticket}/collect`);
  await page.getByRole("button", { name: "Files and text" }).click();
}

/** From Collect to the results, and there to the dialog about a student, whichever group they are in. */
async function lookAt(page, name) {
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.locator("details.group").first()).toBeVisible();
  const hide = page.getByRole("button", { name: "Hide names" });
  if ((await hide.getAttribute("aria-pressed")) === "true") await hide.click();
  await page.locator("details.group").evaluateAll((groups) => groups.forEach((group) => (group.open = true)));
  await page.getByRole("button", { name: `More about ${name}` }).click();
}

/** The text of what is handed in. Starts where the code is a tap away. */
async function handedIn(page) {
  await showCode(page).click();
  await expect(page.locator(".hand-in-code svg")).toBeVisible();
  return copied(page);
}

test("a student answers again where the teacher asked for it, and the teacher has both answers", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const student = await joined(device, link, "Elif Yılmaz");
  await openByCode(student, wall);
  await answer(student, "My first try");
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, await copied(student));
  await expect(page.getByText("1 of 24 in")).toBeVisible();

  // The teacher asks for it again; nothing of that reaches the student's device.
  await lookAt(page, "Elif Yılmaz");
  await dialog(page).getByRole("button", { name: "Let them hand in again" }).click();

  await student.goBack();
  await expect(title(student)).toHaveText("Handed in");
  await axe(student);
  const before = taps(student);
  await enter(student, student.getByRole("button", { name: "Answer again" }));
  await expect(student.getByText("You are answering again.").first()).toBeVisible();
  await expect(title(student)).toBeFocused();
  await axe(student);
  // What was handed in first is still a tap away, also after a reload.
  await student.reload();
  await expect(student.getByText("Your last answer counts until you hand in this one.")).toBeVisible();
  await expect(showCode(student)).toBeVisible();
  await expectTaps(student, 0, before);
  await answer(student, "My second try");

  await page.getByRole("link", { name: "Collect" }).click();
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, await copied(student));
  await expect(page.locator(".told, [role=status]").getByText("Elif Yılmaz handed in again. All 2 answers are kept").first()).toBeVisible();
  await axe(page);
  await lookAt(page, "Elif Yılmaz");
  await expect(dialog(page)).toContainText("My second try");
  await dialog(page).getByText("Try 1, November 17").click();
  await expect(dialog(page)).toContainText("My first try");
});

test("an earlier answer that is handed in later is kept and does not count; the same one twice is one", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  await bringIn(page, check({ questions: ["sentence"], title: "One sentence" }));
  const student = await joined(device, await classLink(page, site), "Kofi Mensah");
  const texts = [];
  await bar(student).click();
  for (const words of ["The older one", "The newer one"]) {
    await student.getByRole("textbox").fill(words);
    await handIn(student).click();
    texts.push(await handedIn(student));
    await student.goBack();
    if (texts.length < 2) await student.getByRole("button", { name: "Answer again" }).click();
  }
  await toTexts(page, site);
  await paste(page, texts[1]);
  await expect(page.getByText("Kofi Mensah is in").first()).toBeVisible();
  await paste(page, texts[0]);
  await expect(page.getByText("An earlier answer of Kofi Mensah came in. All 2 answers are kept").first()).toBeVisible();
  await paste(page, texts[1] + texts[0]);
  await expect(page.getByText("Kofi Mensah was in already. Nothing was added.").first()).toBeVisible();
  expect((await answers(page)).map(({ body }) => body.attempt ?? 0)).toEqual([1, 0]);
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("1 of 24 in")).toBeVisible();
  await expect(page.getByText("The newer one").first()).toBeVisible();

  // On the screen of another check the same text, twice, is one offer, and is written once.
  const other = await joined(device, await classLink(page, site), "Vera Kowalczyk");
  await bar(other).click();
  await other.getByRole("textbox").fill("Elsewhere");
  await handIn(other).click();
  const text = await handedIn(other);
  await openAndCollect(page, site);
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, text + text);
  const take = page.getByRole("button", { name: "Take it in there" });
  await expect(take).toHaveCount(1);
  await take.click();
  await expect(page.getByText("One sentence: Vera Kowalczyk is in")).toBeVisible();
  await take.click();
  await expect(page.getByText("Vera Kowalczyk was in already. Nothing was added.").first()).toBeVisible();
  expect(await answers(page)).toHaveLength(3);
});

test("two students share a device: each answers once without a name, and both are handed in", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  await bringIn(page, check({ questions: ["sentence"], anonymous: true, title: "How was it?" }));
  const link = await classLink(page, site);
  const shared = await joined(device, link, "Rosa Hernández");
  await join(shared, link, "Uri Levi");
  await bar(shared).click();
  await expect(shared.getByText("Somebody has answered on this device")).toHaveCount(0);
  await shared.getByRole("textbox").fill("Fine");
  await handIn(shared).click();
  await expect(title(shared)).toHaveText("Handed in");

  await shared.getByRole("banner").getByRole("link", { name: "Done" }).click();
  await shared.getByRole("link", { name: "Rosa Hernández" }).click();
  await bar(shared).click();
  await expect(shared.getByText("Somebody has answered on this device already; nothing says who.")).toBeVisible();
  await axe(shared);
  await shared.getByRole("textbox").fill("Hard");
  await handIn(shared).click();
  const text = await handedIn(shared);
  await expect(shared.getByText("Part 1 of 2")).toBeVisible();
  await toTexts(page, site);
  await paste(page, text);
  await expect(page.getByRole("heading", { name: "2 answers in" })).toBeVisible();
  for (const kept of [page, shared]) {
    const all = (await entries(kept)).filter(({ kind, body }) => kind === "answer" && body.ticket === TICKET);
    expect(all.map(({ about, by }) => [about, by])).toEqual([[undefined, "student"], [undefined, "student"]]);
  }
  // Both have answered: nobody is asked again.
  await shared.reload();
  for (const name of ["Rosa Hernández", "Uri Levi"]) {
    await shared.goto(`${site.url}#/student`);
    await shared.getByRole("link", { name }).click();
    await expect(heading(shared, "Where am I now?")).toBeVisible();
    await expect(bar(shared)).toHaveCount(0);
  }
});

test("two students share a device: each is asked their own version, and it arrives as that", async ({ device, page, site }) => {
  await openDemo(page, site);
  const number = (question) => ({ number: { question, key: "1" } });
  await bringIn(page, check({ questions: [number("Of version A")], version_b: [number("Of version B")] }));
  const link = await classLink(page, site);
  const shared = await joined(device, link, "Rosa Hernández");
  const asked = [];
  for (const name of ["Rosa Hernández", "Uri Levi", "Kofi Mensah", "Amara Okafor", "Elif Yılmaz"]) {
    if (name !== "Rosa Hernández") await join(shared, link, name);
    await bar(shared).click();
    const field = shared.getByRole("textbox", { name: /^Of version/ });
    const version = await field.evaluate((field) => field.closest("label").textContent.trim());
    asked.push(version);
    await field.fill("1");
    await handIn(shared).click();
    await handedIn(shared).then(async (text) => {
      await toTexts(page, site);
      await paste(page, text);
      await expect(page.getByText(`${name} is in`).first()).toBeVisible();
    });
    await shared.goBack();
    await expect(shared.getByText(version), "what was answered stays").toBeVisible();
  }
  expect(new Set(asked).size, "half of the class each").toBe(2);
  const came = (await answers(page)).map(({ body }) => (body.version === "b" ? "Of version B" : "Of version A"));
  expect(came).toEqual(asked);
});

test("a check that is over is closed on own devices by the next class link, and the wall opens it again", async ({
  device,
  page,
  site,
}) => {
  await openDemo(page, site);
  const old = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const link = await classLink(page, site);
  const [done, late] = [await joined(device, link, "Amara Okafor"), await joined(device, link, "Benício Souza")];
  await bar(done).click();
  await answer(done);
  await expect(bar(late)).toBeVisible();
  // An older link takes nothing back.
  await join(late, old, "Benício Souza");
  await expect(bar(late)).toBeVisible();

  await page.goBack();
  await page.getByRole("link", { name: "See the results" }).click();
  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  const newer = await classLink(page, site);
  await join(late, newer, "Benício Souza");
  await expect(bar(late)).toHaveCount(0);
  await join(done, newer, "Amara Okafor");
  await expect(bar(done)).toHaveCount(0);
  expect((await entries(done)).filter(({ kind }) => kind === "answer"), "what was written is kept").toHaveLength(1);
  await openByCode(late, wall);
  await answer(late);
});

test("what helps a student travels on their own card only, and goes when it is taken away", async ({ device, page, site }) => {
  await openDemo(page, site);
  const support = (body) => (known) => [
    { kind: "accommodations", about: known.student("Rosa Hernández"), body },
    { kind: "picture_lock", about: known.student("Rosa Hernández"), body: { pictures: body.read_aloud ? [1, 2, 3] : [] } },
  ];
  await bringIn(page, support({ read_aloud: true, extra_time: 50 }));
  const helps = async (page) => (await entries(page)).filter(({ kind }) => /accommodations|picture_lock/.test(kind)).map(({ body }) => body);
  const student = await joined(device, await classLink(page, site), "Rosa Hernández");
  expect(await helps(student)).toEqual([]);
  const ownLink = async () => {
    await page.goto(`${site.url}#/teacher/pack`);
    await expect(page.getByText("is on that student’s own join card only")).toBeVisible();
    await page.getByRole("button", { name: "Make join cards" }).click();
    await page.getByRole("button", { name: "Copy the link of Rosa Hernández" }).click();
    await expect(page.getByText("The link of Rosa Hernández is copied.")).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await student.goto(await ownLink());
  await choose(student, "Rosa Hernández");
  await expect(student.getByText("Tap your three pictures, in your order.")).toBeVisible();
  expect(await helps(student)).toEqual([{ extra_time: 50, read_aloud: true }, { pictures: [1, 2, 3] }]);
  await axe(page);
  await bringIn(page, support({}));
  await page.reload();
  await join(student, await ownLink(), "Rosa Hernández");
  expect((await helps(student)).slice(2)).toEqual([{}, { pictures: [] }]);
});

test("a student's clock that fell back to last year changes nothing for the teacher", async ({ device, page, site }) => {
  await openDemo(page, site);
  const link = await classLink(page, site);
  const wall = await openAndCollect(page, site);
  const student = await device("2025-11-17T09:00:00-06:00");
  await join(student, link, "Hana Suzuki");
  await openByCode(student, wall);
  await answer(student);
  await page.getByRole("button", { name: "Files and text" }).click();
  await paste(page, await copied(student));
  await expect(page.getByText("1 of 24 in")).toBeVisible();
  expect((await answers(page)).map(({ body }) => body.day)).toEqual(["2026-11-17"]);
  // A newer link finds the check that the code had opened.
  await join(student, await classLink(page, site), "Hana Suzuki");
  await expect(bar(student)).toHaveCount(0);
});
