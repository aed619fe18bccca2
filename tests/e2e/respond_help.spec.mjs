// What helps while answering: the time, more of it, larger words, another language, a voice.
import { KINDS, TICKET, open, reply, ticket, title } from "./respond.mjs";
import { asStudent, axe, bar, bringIn, enter, expect, handIn, level, next, openDemo, step, test } from "./support.mjs";
import { hear, reader, withVoices } from "./voice.mjs";

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

test("the time counts on after a reload without a name too, and anew for the next student", async ({ page, site }) => {
  await open(page, site, "Rosa Hernández", { anonymous: true, questions: ["sentence"], minutes: 5 });
  const student = page.url().split("/").at(-1);
  await bar(page).click();
  await expect(page.getByText("About 5 minutes left")).toBeVisible();
  await page.clock.setFixedTime("2026-11-17T09:03:10-06:00");
  await page.reload();
  await expect(page.getByText("About 2 minutes left")).toBeVisible();
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(await kept()).not.toContain(student);
  await page.getByRole("link", { name: "Done, lock" }).click();
  await page.getByRole("link", { name: "Tala Begay" }).click();
  await bar(page).click();
  await expect(page.getByText("About 5 minutes left")).toBeVisible();
  await handIn(page).click();
  await expect(title(page)).toHaveText("Handed in");
  expect(await kept(), "nothing tells when somebody answered").not.toContain(TICKET);
});

test("the teacher's timer counts on after a reload and in another tab, until the check is closed", async ({
  context,
  page,
  site,
}) => {
  await openDemo(page, site);
  await bringIn(page, (there) => [ticket(there, { questions: ["sentence"], minutes: 10 })]);
  const live = `${site.url}#/teacher/ticket/${TICKET}`;
  await page.goto(live);
  await expect(page.getByRole("timer")).toHaveText("10:00 left");
  await page.clock.setFixedTime("2026-11-17T09:03:00-06:00");
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText("7:00 left");
  const wall = await context.newPage();
  await wall.goto(`${live}/wall`);
  await expect(wall.getByRole("timer")).toHaveText("7:00 left");
  await page.getByRole("button", { name: "Close check" }).click();
  await expect(page.getByRole("timer")).toHaveCount(0);
  await expect(wall.getByRole("timer")).toHaveCount(0);
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
  await page.getByRole("link", { name: "Back to Guadalupe Reyes" }).click();
  const helps = page.getByRole("region", { name: "Groups, choices, cards and what helps" });
  await expect(helps).toContainText(
    "50% more time, questions are read aloud, larger text, and Daymark speaks Español",
  );

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

const aloud = ({ student }) => [
  { kind: "accommodations", about: student("Uri Levi"), body: { read_aloud: true } },
];

test("questions are read aloud where the browser can speak", async ({ context, page, site }) => {
  await withVoices(context, ["en-US"]);
  await open(page, site, "Uri Levi", { questions: [KINDS[1], "sentence"] }, aloud);
  await bar(page).click();
  await axe(page);
  await page.getByRole("button", { name: "Read aloud" }).click();
  await expect(reader(page)).toBeVisible();
  await hear(page, ["Which is bigger?", "3/5", "2/3", "I don’t know yet"]);
  await expect(reader(page)).toBeHidden();
  // What is read belongs to its question: with the next one it ends.
  await page.getByRole("button", { name: "Read aloud" }).click();
  await expect(reader(page)).toBeVisible();
  await page.getByRole("radio", { name: "2/3" }).click();
  await step(page, "2 of 2");
  await expect(reader(page)).toBeHidden();
});

test("where both levels are asked, both are read aloud", async ({ context, page, site }) => {
  await withVoices(context, ["en-US"]);
  await open(page, site, "Uri Levi", { questions: [{ level: "before" }, { level: "after" }] }, aloud);
  await bar(page).click();
  await page.getByRole("button", { name: "Read aloud" }).click();
  const levels = ["Just starting", "Getting there", "I’ve got it", "I can teach it"];
  const all = ["Before this lesson", ...levels, "Now", ...levels, "I don’t know yet"];
  await hear(page, all);
});

test("“Saved on this device” stands there once it is true, and not while it is not", async ({ page, site }) => {
  await open(page, site, "Uri Levi", { questions: [KINDS[3]] });
  await bar(page).click();
  const saved = page.getByText("Saved on this device");
  const box = page.getByRole("textbox", { name: "What helped you?" });
  await expect(box).toBeVisible();
  await expect(saved).toBeHidden();
  await box.fill("Drawing");
  await expect(saved).toBeVisible();
  await axe(page);
  // A full device keeps nothing more.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await box.fill("Drawing it");
  await expect(saved).toBeHidden();
});
