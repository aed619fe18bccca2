// Results from paper: a slip lies there, and the number beside an answer is the key.
import {
  axe,
  bringIn,
  enter,
  entries,
  expect,
  expectTaps,
  openClass,
  openDemo,
  tabTo,
  taps,
  test,
} from "./support.mjs";

const field = (page, name, n) => page.getByRole("textbox", { name: new RegExp(`^${name}, question ${n}:`) });
const HALVES = "00000000000000e4";

/** From the teacher's Today: a check of another device; ends on its lines from paper. */
async function paperOf(page, site, body, also = () => []) {
  await bringIn(page, ({ skill, scale, ...there }) => [
    {
      kind: "exit_ticket",
      body: { id: HALVES, skill, day: "2026-11-17", template: "blank", scale, title: "Halves", ...body },
    },
    ...also({ skill, scale, ...there }),
  ]);
  await page.goto(`${site.url}#/teacher/ticket/${HALVES}/collect`);
  await page.getByRole("button", { name: "Type from paper" }).click();
}

const choice = (question) => ({ choice: { question, choices: ["yes", "no"], key: 0 } });
const TWO_VERSIONS = {
  questions: [choice("Is 1/2 half?"), { level: "after" }],
  version_b: [choice("Is 2/3 half?"), { level: "after" }, { text: { own: "Why?" } }],
};

test("results from paper are typed by keyboard alone, one key each, and can be taken back", async ({ page, site }) => {
  await openDemo(page, site);
  await page.goto(`${site.url}#/teacher/ticket`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("link", { name: "Collect" }).click();
  const before = taps(page);
  await enter(page, page.getByRole("button", { name: "Type from paper" }));
  const first = page.getByRole("textbox", { name: /^Amara Okafor, question 1/ });
  await tabTo(page, first);
  await axe(page);
  await tabTo(page, first);
  await page.keyboard.type("232");
  await page.keyboard.type("The bottom number tells the size");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Amara Okafor is in")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Benício Souza, question 1/ })).toBeFocused();
  await page.keyboard.type("9");
  await expect(page.getByText("Benício Souza, question 1: type 1 to 4, ? or -.")).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("1??");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Chloé Martin, question 1/ })).toBeFocused();
  await expect(page.getByText("Benício Souza is in")).toBeVisible();
  const answers = () => entries(page).then((all) => all.filter(({ kind, about }) => kind === "answer" && about));
  const typed = (await answers()).slice(-2).map(({ by, body }) => [by, body.replies]);
  expect(typed[0]).toEqual([
    "student",
    [
      { level: expect.objectContaining({ level: 2 }) },
      { level: expect.objectContaining({ level: 3 }) },
      { choice: 1 },
      { sentence: "The bottom number tells the size" },
    ],
  ]);
  expect(typed[1][1].slice(1)).toEqual(["dont_know", "dont_know", "blank"]);

  // Mending a line replaces it; taking back empties it.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("2");
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await answers()).at(-1).replaces?.length).toBe(1);
  // The message does not stand long enough for a slow machine to tab past all the fields.
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Benício Souza, question 1/ }), "as before the mending").toHaveValue(
    "1",
  );
  await expectTaps(page, 0, before);

  // It is all there again after going away and after a reload, and can still be mended.
  await page.getByRole("textbox", { name: /^Chloé Martin, question 1/ }).fill("9");
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("2 of 24 in")).toBeVisible();
  await page.goBack();
  await page.reload();
  await page.getByRole("button", { name: "Type from paper" }).click();
  const fields = (name) => [1, 2, 3, 4].map((n) => field(page, name, n));
  for (const [i, value] of ["2", "3", "2", "The bottom number tells the size"].entries())
    await expect(fields("Amara Okafor")[i]).toHaveValue(value);
  for (const [i, value] of ["1", "?", "?", ""].entries()) await expect(fields("Benício Souza")[i]).toHaveValue(value);
  await expect(fields("Chloé Martin")[0], "what is wrong stays too").toHaveValue("9");
  const count = (await answers()).length;
  await fields("Amara Okafor")[2].fill("1");
  await fields("Amara Okafor")[3].fill("words ".repeat(833));
  await expect(page.getByText("500 letters can be handed in; 4497 are too many.")).toBeVisible();
  await fields("Wei Zhang")[3].focus();
  await expect(page.getByText("The line of Amara Okafor is not saved yet")).toBeVisible();
  expect((await answers()).length, "too long to be kept").toBe(count);
  await fields("Amara Okafor")[3].fill("short");
  await fields("Wei Zhang")[3].focus();
  await expect.poll(async () => (await answers()).at(-1).body.replies.at(-1)).toEqual({ sentence: "short" });
  expect((await answers()).at(-1)).toMatchObject({ replaces: [expect.anything()], body: { paper: true } });
});

test("the slip that lies there says which version is typed, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, TWO_VERSIONS);
  const both = /Version A · Is 1\/2 half\?.*Version B · Is 2\/3 half\?/;
  await expect(page.getByRole("columnheader", { name: both })).toBeVisible();
  await axe(page);
  const version = (name) => page.getByRole("combobox", { name: `Version of ${name}` });
  const given = await version("Amara Okafor").inputValue();
  await expect(version("Amara Okafor")).toHaveValue(/^[AB]$/);
  const other = given === "A" ? "B" : "A";
  await tabTo(page, version("Amara Okafor"));
  await page.keyboard.press(other);
  await expect(version("Amara Okafor")).toHaveValue(other);
  await expect(field(page, "Amara Okafor", 3)).toHaveCount(other === "B" ? 1 : 0);
  await tabTo(page, field(page, "Amara Okafor", 1));
  await page.keyboard.type(other === "B" ? "24because" : "24");
  if (other === "B") await page.keyboard.press("Enter");
  await expect(page.getByText("Amara Okafor is in")).toBeVisible();
  const answers = async () =>
    (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES);
  expect((await answers())[0].body.version ?? "a").toBe(other.toLowerCase());
  // Going away in the middle of a line keeps it.
  await field(page, "Wei Zhang", 1).focus();
  await page.keyboard.type("1");
  await expect(field(page, "Wei Zhang", 2)).toBeFocused();
  await page.goto(`${site.url}#/teacher`);
  await expect.poll(async () => (await answers()).length).toBe(2);
  // Whoever comes into the class moves nobody's slip.
  await openClass(page);
  const zoe = "0000000000000001";
  await bringIn(page, () => [{ kind: "student", about: zoe, body: { id: zoe, name: "Zoe" } }]);
  await page.goto(`${site.url}#/teacher/ticket/${HALVES}/collect`);
  await page.getByRole("button", { name: "Type from paper" }).click();
  await expect(version("Amara Okafor")).toHaveValue(other);
  await expect(field(page, "Amara Okafor", 2)).toHaveValue("4");
});

test("without names the version is chosen for each slip, and sheets follow one another", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, { ...TWO_VERSIONS, anonymous: true });
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Version of Next sheet" }).selectOption("B");
  await tabTo(page, field(page, "Next sheet", 1));
  await page.keyboard.type("13why not");
  await page.keyboard.press("Enter");
  await expect(field(page, "Next sheet", 1)).toBeFocused();
  await expect(field(page, "Next sheet", 1)).toHaveValue("");
  await page.keyboard.type("2?");
  await page.keyboard.press("Enter");
  const answers = async () =>
    (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES);
  await expect.poll(async () => (await answers()).length).toBe(2);
  for (const { about, body } of await answers()) expect([about, body.version]).toEqual([undefined, "b"]);
});

test("half a sheet without a name is nobody's answer until somebody says it is whole", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, { ...TWO_VERSIONS, anonymous: true });
  const answers = async () =>
    (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES);
  await field(page, "Next sheet", 1).focus();
  await page.keyboard.type("1");
  await expect(field(page, "Next sheet", 2)).toBeFocused();
  // A click elsewhere, another screen and a reload: it is only kept as it stands.
  await page.getByRole("heading", { name: "Type from paper" }).click();
  await page.getByRole("link", { name: "See the results" }).click();
  await page.goBack();
  await page.reload();
  await page.getByRole("button", { name: "Type from paper" }).click();
  await expect(field(page, "Next sheet", 1)).toHaveValue("1");
  expect(await answers()).toEqual([]);
  // The last key of a slip is no word that it is whole; Enter is, and so is the button.
  await field(page, "Next sheet", 2).focus();
  await page.keyboard.type("4");
  expect(await answers()).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("One more answer is in")).toBeVisible();
  await expect(field(page, "Next sheet", 1)).toBeFocused();
  await expect(field(page, "Next sheet", 1)).toHaveValue("");
  await page.keyboard.type("2");
  await page.getByRole("row", { name: "Next sheet" }).getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await answers()).length).toBe(2);
  await expect(field(page, "Next sheet", 1)).toBeFocused();
  await axe(page);
  expect((await answers()).map(({ about, body }) => [about, body.replies[0]])).toEqual([
    [undefined, { choice: 0 }],
    [undefined, { choice: 1 }],
  ]);
});

test("a sheet without a name that cannot be kept waits until the one typed meanwhile is", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, { questions: TWO_VERSIONS.questions, anonymous: true });
  // The storage takes its time over the next page of the class, and then fails.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
      const request = put.apply(this, what);
      if (this.name !== "pages") return request;
      IDBObjectStore.prototype.put = put;
      this.transaction.commit = () => {};
      const wait = () => {
        if (globalThis.fails) this.transaction.abort();
        else this.get("").onsuccess = wait;
      };
      wait();
      return request;
    };
  });
  const answers = async () =>
    (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES);
  await field(page, "Next sheet", 1).focus();
  await page.keyboard.type("14");
  await page.keyboard.press("Enter");
  await expect(field(page, "Next sheet", 1)).toHaveValue("");
  await page.keyboard.type("2");
  await expect(field(page, "Next sheet", 2)).toBeFocused();
  await page.evaluate(() => (globalThis.fails = true));
  await expect(page.getByRole("banner")).toContainText("Not saved");
  await expect(field(page, "Next sheet", 1), "what is typed is not written over").toHaveValue("2");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect(field(page, "Next sheet", 1), "the first one again").toHaveValue("1");
  await expect(field(page, "Next sheet", 2)).toHaveValue("4");
  await page.getByRole("row", { name: "Next sheet" }).getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await answers()).map(({ body }) => body.replies[0])).toEqual([
    { choice: 1 },
    { choice: 0 },
  ]);
  await expect(field(page, "Next sheet", 1)).toHaveValue("");
});

test("slips are of the day of their check, or of the day that is chosen, whenever they are typed", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, { questions: [choice("Is 1/2 half?")], day: "2026-11-16" });
  const day = page.getByLabel("Day on the slips");
  await expect(day).toHaveValue("2026-11-16");
  await field(page, "Wei Zhang", 1).focus();
  await page.keyboard.type("1");
  await expect(page.getByText("Wei Zhang is in")).toBeVisible();
  await day.fill("2026-11-12");
  await field(page, "Yara Santos", 1).focus();
  await page.keyboard.type("1");
  await expect(page.getByText("Yara Santos is in")).toBeVisible();
  await field(page, "Wei Zhang", 1).focus();
  await page.keyboard.type("2");
  const days = async () =>
    (await entries(page))
      .filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES)
      .map(({ body, replaces }) => [body.day, replaces?.length ?? 0]);
  await expect.poll(days, "a line that is mended stays of its day").toEqual([
    ["2026-11-16", 0],
    ["2026-11-12", 0],
    ["2026-11-16", 1],
  ]);
  await day.fill("");
  await expect(page.locator("#paper-problem")).toHaveText("Choose the day on the slips: today or a day before.");
  await field(page, "Amara Okafor", 1).focus();
  await page.keyboard.type("1");
  await field(page, "Wei Zhang", 1).focus();
  expect(await days(), "nothing is kept without a day").toHaveLength(3);
  await axe(page);
  await day.fill("2026-11-17");
  await field(page, "Amara Okafor", 1).focus();
  await field(page, "Wei Zhang", 1).focus();
  await expect(page.getByText("Amara Okafor is in")).toBeVisible();
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("3 of 24 in")).toBeVisible();
  await expect(page.getByText("came 1 day later")).toHaveCount(1);
  await page.goBack();
  await page.getByRole("button", { name: "Type from paper" }).click();
  await expect(day, "the rest of the pile is of that day too").toHaveValue("2026-11-17");
});

test("a line that was typed by mistake is taken back by emptying it", async ({ page, site }) => {
  await openDemo(page, site);
  await paperOf(page, site, { questions: [choice("Is 1/2 half?"), "sentence"] });
  const wei = (n) => field(page, "Wei Zhang", n);
  await wei(1).focus();
  await page.keyboard.type("2because");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Wei Zhang is in")).toBeVisible();
  await wei(1).fill("1");
  await field(page, "Yara Santos", 1).focus();
  const answers = async () =>
    (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES).length;
  await expect.poll(answers, "mended").toBe(2);
  for (const n of [1, 2]) await wei(n).fill("");
  await field(page, "Yara Santos", 1).focus();
  await expect(page.getByText("Wei Zhang is not in any more")).toBeVisible();
  await axe(page);
  await page.reload();
  await page.getByRole("button", { name: "Type from paper" }).click();
  await expect(wei(1)).toHaveValue("");
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("0 of 24 in")).toBeVisible();

  // Undo brings the mended line back, and leaving it keeps it.
  await page.goBack();
  await page.getByRole("button", { name: "Type from paper" }).click();
  await wei(1).focus();
  await page.keyboard.type("1so");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Wei Zhang is in")).toBeVisible();
  for (const n of [1, 2]) await wei(n).fill("");
  await field(page, "Yara Santos", 1).focus();
  await expect(page.getByText("Wei Zhang is not in any more")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(wei(1)).toHaveValue("1");
  await expect(wei(2)).toHaveValue("so");
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("1 of 24 in")).toBeVisible();

  // A line that was only half mended before a reload stands as it was: going away takes nothing back.
  await page.goBack();
  await page.getByRole("button", { name: "Type from paper" }).click();
  for (const n of [1, 2]) await wei(n).fill("");
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByRole("button", { name: "Type from paper" }).click();
  await expect(wei(1)).toHaveValue("1");
  await page.getByRole("link", { name: "See the results" }).click();
  await expect(page.getByText("1 of 24 in")).toBeVisible();
});

test("a second attempt is typed beside the first, and what came from a device is not typed over", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const by = (student, again) => [
    { kind: "answer", about: student, by: "student", body: handedIn },
    ...(again ? [{ kind: "ticket_again", about: student, body: { ticket: HALVES, day: "2026-11-17" } }] : []),
  ];
  let handedIn;
  await paperOf(page, site, { questions: [choice("Is 1/2 half?")] }, ({ skill, student }) => {
    handedIn = { ticket: HALVES, skill, day: "2026-11-17", replies: [{ choice: 1 }] };
    return [...by(student("Wei Zhang"), false), ...by(student("Yara Santos"), true)];
  });
  await expect(field(page, "Wei Zhang", 1)).toBeDisabled();
  const yara = field(page, "Yara Santos", 1);
  await expect(yara).toBeEnabled();
  await yara.focus();
  await page.keyboard.type("1");
  await expect(page.getByText("Yara Santos is in")).toBeVisible();
  const answers = (await entries(page)).filter(({ kind, body }) => kind === "answer" && body.ticket === HALVES);
  expect(answers.map(({ body, replaces }) => [body.replies[0], body.paper ?? false, replaces])).toEqual([
    [{ choice: 1 }, false, undefined],
    [{ choice: 1 }, false, undefined],
    [{ choice: 0 }, true, undefined],
  ]);
  await expect(yara, "it can be mended now").toHaveValue("1");
});

test("blank tickets print two on a sheet, with the keys beside the answers and the version in a box", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  const written = ["three_learned", "two_interesting", "one_question"].map((text) => ({ text }));
  await paperOf(page, site, { questions: written });
  await page.goto(`${site.url}#/teacher/ticket/${HALVES}/print`);
  const slips = page.getByRole("article");
  await expect(slips).toHaveCount(2);
  await expect(slips.first().getByText("I don’t know yet")).toHaveCount(3);
  const sheets = async () =>
    (await page.pdf({ format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  expect(await sheets(), "both on one sheet").toBe(1);

  const two = "00000000000000e5";
  await paperOf(page, site, { ...TWO_VERSIONS, id: two });
  await page.goto(`${site.url}#/teacher/ticket/${two}/print`);
  await expect(slips.nth(0).locator("strong")).toHaveText("Version A");
  await expect(slips.nth(1).locator("strong")).toHaveText("Version B");
  await expect(slips.nth(1)).toContainText(/Is 2\/3 half\?\s*1\s*yes\s*2\s*no\s*\?/);
  expect(await sheets()).toBe(1);
  await axe(page);
});
