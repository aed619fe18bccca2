// Thirty children answer: every kind of question, with what helps each of them, and nobody else looking.
import {
  asStudent,
  axe,
  bringIn,
  enter,
  entries,
  expect,
  expectTaps,
  handOver,
  level,
  openClass,
  openDemo,
  stored,
  tabTo,
  taps,
  test,
} from "./support.mjs";

const TICKET = "00000000000000e1";
const title = (page) => page.getByRole("heading", { level: 1 });
const bar = (page) => page.getByRole("link", { name: /Answer now/ });
const next = (page) => page.getByRole("button", { name: "Next" });
const handIn = (page) => page.getByRole("button", { name: "Hand in" });
const unsure = (page) => page.getByRole("button", { name: "I don’t know yet" });
const step = (page, text) => expect(page.locator("form.question").getByRole("status").first()).toHaveText(text);
/** The next question stands there, and the focus went along to it, so that Tab leads into it. */
const turned = async (page, text) => {
  await step(page, text);
  await expect(page.locator("#question")).toBeFocused();
};
const done = (page) => page.getByRole("main").getByRole("link", { name: "Done, lock" }).click();

const KINDS = [
  { level: "after" },
  { choice: { question: "Which is bigger?", choices: ["3/5", "2/3"], key: 1 } },
  { choices: { question: "Which are more than 1/2?", choices: ["2/3", "1/3", "3/4"], keys: [0, 2] } },
  { text: { own: "What helped you?" } },
  { number: { question: "How long is it?", key: "0.5", unit: "m" } },
  { steps: { question: "how_sure", words: "confidence" } },
  { pictures: { question: { own: "How well did it grow?" }, set: "plant" } },
  "sentence",
];

/** A ticket, as the teacher's other device opened it. */
const ticket = ({ skill, scale }, more = {}) => ({
  kind: "exit_ticket",
  body: { id: TICKET, skill, day: "2026-11-17", template: "blank", scale, questions: KINDS, title: "Halves", ...more },
});

/** The demo class with an open ticket, in a student's hands on their Today. */
async function open(page, site, name, more, also = () => []) {
  await openDemo(page, site);
  await bringIn(page, (there) => [ticket(there, more), ...also(there)]);
  await asStudent(page, name);
}

/** What was handed in, the latest last. */
const answers = async (page) =>
  (await entries(page)).filter((entry) => entry.kind === "answer" && entry.body.ticket === TICKET);
const reply = (page, question) => page.locator("dl.replies dt", { hasText: question }).locator("+ dd");

test("every kind of question is answered with taps, and “Handed in” says what it was", async ({ page, site }) => {
  await open(page, site, "Hana Suzuki");
  const before = taps(page);
  await bar(page).click();
  await step(page, "1 of 8");
  await axe(page);
  await level(page, "Where am I now?", "Getting there").click();
  await step(page, "2 of 8");
  // A child taps the words, not the small circle.
  await page.getByText("2/3", { exact: true }).click();
  await step(page, "3 of 8");
  await expect(page.getByText("Choose all that fit.")).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true }), "the tap before picked nothing here").toHaveCount(0);
  await axe(page);
  for (const text of ["3/4", "1/3", "2/3", "1/3"]) await page.getByText(text, { exact: true }).click();
  await next(page).click();
  await page.getByRole("textbox", { name: "What helped you?" }).fill("Drawing <b>it</b>");
  await axe(page);
  await next(page).click();
  await expect(page.getByText("m", { exact: true })).toBeVisible();
  const number = page.getByRole("textbox", { name: "How long is it?" });
  await expect(number).toHaveAttribute("inputmode", "decimal");
  await number.fill("half");
  await next(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "This does not look like a number." })).toBeVisible();
  await axe(page);
  await number.fill("1/2");
  await expect(page.getByText("This does not look like a number.")).toHaveCount(0);
  await next(page).click();
  await page.getByText("Quite sure").click();
  await step(page, "7 of 8");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  for (const name of ["Seed", "Sprout", "Plant", "Flower"])
    await expect(page.getByRole("radio", { name, exact: true })).toBeVisible();
  await axe(page);
  await page.getByText("Plant", { exact: true }).click();
  await step(page, "8 of 8");
  await unsure(page).click();
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect(title(page)).toBeFocused();
  await expectTaps(page, 15, before);

  await expect(reply(page, "Where am I now?")).toHaveText("Getting there");
  await expect(reply(page, "Which are more than 1/2?")).toHaveText("2/3 and 3/4");
  await expect(reply(page, "What helped you?")).toHaveText("Drawing <b>it</b>");
  await expect(reply(page, "How long is it?")).toHaveText("1/2 m");
  await expect(reply(page, "How sure are you")).toHaveText("Quite sure");
  await expect(reply(page, "How well did it grow?")).toHaveText("Plant");
  await expect(reply(page, "One sentence")).toHaveText("I don’t know yet");
  await axe(page);
  const [{ body }] = await answers(page);
  expect(body.replies.slice(1)).toEqual([
    { choice: 1 },
    { choices: [0, 2] },
    { sentence: "Drawing <b>it</b>" },
    { number: "1/2" },
    { step: 3 },
    { step: 3 },
    "dont_know",
  ]);
  expect(body).not.toHaveProperty("version");
});

test("every kind is answered by keyboard alone, with the number keys", async ({ page, site }) => {
  await open(page, site, "Kofi Mensah");
  const before = taps(page);
  await enter(page, bar(page));
  await expect(title(page)).toBeFocused();
  await tabTo(page, level(page, "Where am I now?", "Just starting"));
  await page.keyboard.press("3");
  await turned(page, "2 of 8");
  await tabTo(page, page.getByRole("radio", { name: "3/5" }));
  await page.keyboard.press("2");
  await turned(page, "3 of 8");
  await tabTo(page, page.getByRole("checkbox", { name: "2/3" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("3");
  await expect(page.getByRole("checkbox", { name: "3/4" })).toBeChecked();
  await page.keyboard.press("2");
  await page.keyboard.press("2");
  await enter(page, next(page));
  await turned(page, "4 of 8");
  await tabTo(page, page.getByRole("textbox", { name: "What helped you?" }));
  await page.keyboard.type("A friend");
  await enter(page, next(page));
  await turned(page, "5 of 8");
  await tabTo(page, page.getByRole("textbox", { name: "How long is it?" }));
  await page.keyboard.type("many");
  // What is no number is told once and then kept.
  await page.keyboard.press("Enter");
  await expect(page.getByText("This does not look like a number.")).toBeVisible();
  await page.keyboard.press("Enter");
  await turned(page, "6 of 8");
  await tabTo(page, page.getByRole("radio", { name: "Not sure yet" }));
  await page.keyboard.press("4");
  await turned(page, "7 of 8");
  await tabTo(page, page.getByRole("radio", { name: "Seed" }));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Sprout" })).toBeChecked();
  await step(page, "7 of 8");
  await page.keyboard.press("Enter");
  await turned(page, "8 of 8");
  await enter(page, page.getByRole("button", { name: "Back" }));
  await expect(page.getByRole("radio", { name: "Sprout" })).toBeChecked();
  await enter(page, next(page));
  await enter(page, handIn(page));
  await expect(title(page)).toHaveText("Handed in");
  await expect(title(page)).toBeFocused();
  await expectTaps(page, 0, before);
  const [{ body }] = await answers(page);
  expect(body.replies.slice(1)).toEqual([
    { choice: 1 },
    { choices: [0, 2] },
    { sentence: "A friend" },
    { number: "many" },
    { step: 4 },
    { step: 2 },
    "blank",
  ]);
});

test("a paste of 5,000 letters stays on the screen until it is short enough", async ({ page, site }) => {
  await open(page, site, "Leila Haddad", { questions: [{ text: { own: "Tell me more" } }, "sentence"] });
  await bar(page).click();
  const box = page.getByRole("textbox", { name: "Tell me more" });
  const long = "words ".repeat(833).trim() + "<i>";
  await box.fill(long);
  await expect(page.getByText("500 letters can be handed in; 4500 are too many.")).toBeVisible();
  await axe(page);
  await next(page).click();
  await step(page, "2 of 2");
  await expect(handIn(page)).toHaveAttribute("aria-disabled", "true");
  // It leads to what is too long instead.
  await handIn(page).click({ force: true });
  await step(page, "1 of 2");
  await page.reload();
  await step(page, "1 of 2");
  await expect(box).toHaveValue(long);
  await box.fill("x".repeat(499));
  await expect(page.getByText("1 letter left")).toBeVisible();
  await next(page).click();
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
});

test("a student who may hand in again is told so, and the last answer counts until then", async ({ page, site }) => {
  await open(page, site, "Priya Raman", { questions: ["sentence"] });
  await bar(page).click();
  await page.getByRole("textbox").fill("first");
  await handIn(page).click();
  await expect(reply(page, "One sentence")).toHaveText("first");
  await done(page);
  await page.getByRole("link", { name: "Teacher", exact: true }).click();
  await bringIn(page, ({ student }) => [
    { kind: "ticket_again", about: student("Priya Raman"), body: { ticket: TICKET, day: "2026-11-17" } },
  ]);
  // The device's clock fell back to last year: it is the latest answer all the same.
  await page.clock.setFixedTime("2025-11-17T09:00:00-06:00");
  await page.goto(`${site.url}#/student`);
  await page.reload();
  await expect(page.getByRole("link", { name: "Priya Raman", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Priya Raman" }).click();
  await bar(page).click();
  await expect(page.getByText("Your teacher lets you hand in again.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue("");
  await axe(page);
  expect((await answers(page)).length).toBe(1);
  await page.getByRole("textbox").fill("second");
  await handIn(page).click();
  await expect(reply(page, "One sentence")).toHaveText("second");
  expect((await answers(page)).map((a) => [a.body.day, a.body.replies[0].sentence])).toEqual([
    ["2026-11-17", "first"],
    ["2025-11-17", "second"],
  ]);
  await page.goto(`${site.url}#/student`);
  await expect(page.getByRole("link", { name: "Priya Raman handed in" })).toBeVisible();
});

test("the version a student began with stays theirs", async ({ page, site }) => {
  const versions = { questions: [{ text: { own: "Question A" } }], version_b: [{ text: { own: "Question B" } }] };
  await open(page, site, "Amara Okafor", versions);
  await bar(page).click();
  const asked = await page.getByRole("textbox").evaluate((box) => box.closest("label").textContent.trim());
  await page.getByRole("textbox").fill("mine");
  await expect.poll(() => stored(page, "drafts")).not.toEqual([]);
  // A new student in front of all others moves everybody to the other half.
  await page.goto(`${site.url}#/teacher`);
  await bringIn(page, () => [
    { kind: "student", about: "0000000000000001", body: { id: "0000000000000001", name: "🦊🦊" } },
  ]);
  await handOver(page);
  await axe(page);
  await page.getByRole("link", { name: "🦊🦊" }).click();
  await bar(page).click();
  await expect(page.getByRole("textbox", { name: "Question A" })).toBeVisible();
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Amara Okafor" }).click();
  await bar(page).click();
  await expect(page.getByRole("textbox", { name: asked })).toHaveValue("mine");
  await handIn(page).click();
  await expect(reply(page, asked)).toHaveText("mine");
  const [{ body }] = await answers(page);
  expect(body.version ?? "a").toBe(asked.endsWith("A") ? "a" : "b");
});

test("the time is told, never closes anything, and can be hidden", async ({ page, site }) => {
  await open(page, site, "Samir Aziz", { questions: ["sentence"], minutes: 5 });
  await bar(page).click();
  await expect(page.getByText("About 5 minutes left")).toBeVisible();
  await page.getByRole("textbox").fill("I am not do");
  await page.clock.setFixedTime("2026-11-17T09:03:10-06:00");
  await expect(page.getByText("About 2 minutes left")).toBeVisible();
  await axe(page);
  await page.reload();
  await expect(page.getByText("About 2 minutes left")).toBeVisible();
  await page.getByRole("button", { name: "Hide the time" }).click();
  await expect(page.getByText("About 2 minutes left")).toHaveCount(0);
  await page.getByRole("button", { name: "Show the time" }).click();
  await page.clock.setFixedTime("2026-11-17T09:30:00-06:00");
  await expect(page.getByText("Time is up. Finish your sentence; nothing closes by itself.")).toBeVisible();
  await axe(page);
  await page.getByRole("textbox").fill("I am not done, but now I am.");
  await handIn(page).click();
  await expect(reply(page, "One sentence")).toHaveText("I am not done, but now I am.");
});

test("what helps a student is set up once and there when they answer, in their language", async ({ page, site }) => {
  await openDemo(page, site);
  await bringIn(page, (there) => [ticket(there, { questions: [{ level: "after" }, "sentence"], minutes: 10 })]);
  await page.getByRole("navigation").getByRole("link", { name: "Skills" }).click();
  await page.getByRole("rowheader", { name: "Guadalupe Reyes" }).getByRole("link").first().click();
  await expect(title(page)).toHaveText("Guadalupe Reyes");
  await enter(page, page.getByRole("link", { name: "What helps" }));
  await expect(title(page)).toHaveText("What helps Guadalupe Reyes");
  await page.getByRole("group", { name: "Extra time" }).getByRole("radio", { name: "50%" }).check();
  await page.getByRole("checkbox", { name: /read aloud/ }).check();
  await page.getByRole("checkbox", { name: "Larger text" }).check();
  await page.getByRole("combobox", { name: "Language of" }).selectOption("es");
  await expect(page.getByText("Changed what helps")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("combobox", { name: "Language of" })).toHaveValue("");
  await page.getByRole("combobox", { name: "Language of" }).selectOption("es");
  await expect(page.getByText("Changed what helps")).toBeVisible();

  await asStudent(page, "Guadalupe Reyes");
  await bar(page).click();
  await expect(title(page)).toHaveText("Boleto de salida");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByText("Preparado para ti: 50 % más de tiempo")).toBeVisible();
  await expect(page.getByText("Quedan más o menos 15 minutos · con tu tiempo extra")).toBeVisible();
  const size = () => page.locator("form.question .statement").evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
  expect(await size()).toBeGreaterThan(22);
  await axe(page);
  await level(page, "¿Dónde estoy ahora?", "Getting there").click();
  await page.getByRole("textbox").fill("Sí");
  // The way back to the device's language, and here again.
  await page.getByRole("button", { name: "English", exact: true }).click();
  await expect(title(page)).toHaveText("Exit ticket");
  await step(page, "2 of 2");
  await expect(page.getByRole("textbox")).toHaveValue("Sí");
  await page.getByRole("button", { name: "Español", exact: true }).click();
  await expect(title(page)).toHaveText("Boleto de salida");
  await page.getByRole("button", { name: "Entregar" }).click();
  await expect(title(page)).toHaveText("Entregado");
  await page.getByRole("main").getByRole("link", { name: "Listo, bloquear" }).click();
  await expect(title(page), "the next student has the device's language again").toHaveText("Who are you?");
});

test("questions are read aloud where the browser can speak", async ({ context, page, site }) => {
  await context.addInitScript(() => {
    window.said = [];
    const voice = { speak: (utterance) => window.said.push(`${utterance.lang} ${utterance.text}`), cancel() {} };
    Object.defineProperty(window, "speechSynthesis", { value: voice });
  });
  await open(page, site, "Uri Levi", { questions: [KINDS[1], "sentence"] }, ({ student }) => [
    { kind: "accommodations", about: student("Uri Levi"), body: { read_aloud: true } },
  ]);
  await bar(page).click();
  await axe(page);
  await page.getByRole("button", { name: "Read aloud" }).click();
  expect(await page.evaluate(() => window.said)).toEqual([
    "en Which is bigger?",
    "en 3/5",
    "en 2/3",
    "en I don’t know yet",
  ]);
  await expect(page.getByRole("button", { name: "Stop reading" })).toBeVisible();
});

test("an answer without a name leaves no trace of who gave it", async ({ page, site }) => {
  await open(page, site, "Vera Kowalczyk", { anonymous: true, questions: [{ level: "after" }, "sentence"] });
  const address = page.url();
  await bar(page).click();
  await expect(page.getByText("This one has no name on it")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("Vera");
  await axe(page);
  await level(page, "Where am I now?", "Getting there").click();
  await page.getByRole("textbox").fill("nobody knows");
  // A draft would say whose it is, so there is none. What is kept is kept within this time.
  await page.waitForTimeout(500);
  expect(await stored(page, "drafts")).toEqual([]);
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  await expect(page.getByText("Nobody can see who answered")).toBeVisible();
  expect(await page.locator("body").innerText()).not.toContain("nobody knows");
  await axe(page);

  const student = address.split("/").at(-1);
  const written = await answers(page);
  expect(written.length).toBe(1);
  expect(JSON.stringify(written)).not.toContain(student);
  expect(written[0]).not.toHaveProperty("about");
  await expect.poll(() => stored(page, "drafts")).toEqual([]);
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain(student);

  // Until the page is loaded again it is not offered twice.
  await page.getByRole("link", { name: "Back to Today" }).click();
  await expect(title(page)).toHaveText("Where am I now?");
  await expect(bar(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Done, lock" }).click();
  await expect(page.getByRole("link", { name: "Vera Kowalczyk", exact: true }), "no tick").toBeVisible();
});

/** The PIN 4711; ends on all names. */
async function setPin(page) {
  await openClass(page);
  await page.getByRole("button", { name: "Set a PIN" }).click();
  for (const name of ["New PIN, 4 to 8 digits", "The same PIN once more"])
    await page.getByLabel(name, { exact: true }).fill("4711");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
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
    await page.goto(address + way);
    await page.reload();
    await expect(title(page), "typed addresses as well").toHaveText("Is it you, Nadia Petrova?");
  }
  await page.goto(address);
  for (const name of ["Kite", "Fish", "Fish"]) await picture(page, name).click();
  await expect(page.getByRole("alert").filter({ hasText: "Try again, or ask your teacher." })).toBeVisible();
  await expect(page.getByText("0 of 3")).toBeVisible();
  for (const name of ["Fish", "Kite", "Fish"]) await enter(page, picture(page, name));
  await expect(title(page)).toHaveText("Where am I now?");
  await expect(title(page)).toBeFocused();

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

test("one device passed round finds the next student by itself", async ({ page, site }) => {
  await open(page, site, "Amara Okafor", { questions: [{ level: "after" }] });
  const tiles = (page) => page.locator("ul.tiles a");
  await bar(page).click();
  await level(page, "Where am I now?", "Getting there").click();
  await handIn(page).click();
  await done(page);
  await expect(tiles(page).first()).toContainText("Benício Souza");
  await expect(tiles(page).last()).toContainText("Amara Okafor");
  await expect(page.getByRole("heading", { name: "These have handed in" })).toBeVisible();
  await axe(page);
});
