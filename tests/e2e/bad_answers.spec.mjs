// What a child can type that nobody meant: far too much, markup, emoji for a name.
import { TICKET, answers, open, reply, ticket, title } from "./respond.mjs";
import { axe, bar, bringIn, expect, handIn, handOver, level, next, openDemo, step, stored, test } from "./support.mjs";

/** Markup that would tell if anything of it were carried out. */
const BAD = '<img src=x onerror="window.carriedOut=1"><script>window.carriedOut=1</script>';

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

test("5,000 characters in place of a number can be mended", async ({ page, site }) => {
  await open(page, site, "Jasleen Kaur", { questions: [{ number: { question: "How long is it?" } }] });
  await bar(page).click();
  const number = page.getByRole("textbox", { name: "How long is it?" });
  await number.fill("9".repeat(5000));
  await expect(page.getByText("500 letters can be handed in; 4500 are too many.")).toBeVisible();
  await handIn(page).click({ force: true });
  await step(page, "1 of 1");
  expect(await answers(page)).toEqual([]);
  await number.fill("9");
  await handIn(page).click();
  await expect(reply(page, "How long is it?")).toHaveText("9");
});

test("scripts in every text field and a name of emoji alone are shown as they are", async ({ page, site }) => {
  const fox = "0000000000000001";
  const asked = [
    { level: "after" },
    { choice: { question: `${BAD} one`, choices: [`${BAD} a`, `${BAD} b`], key: 1 } },
    { choices: { question: `${BAD} many`, choices: [`${BAD} c`, `${BAD} d`], keys: [0] } },
    { text: { own: `${BAD} text` } },
    { number: { question: `${BAD} number`, unit: `${BAD} m` } },
    { steps: { question: { own: `${BAD} steps` }, words: { own: [`${BAD} low`, `${BAD} high`] } } },
    { pictures: { question: { own: `${BAD} pictures` }, set: "weather" } },
    "sentence",
  ];
  await openDemo(page, site);
  await bringIn(page, (there) => [
    ticket(there, { questions: asked, title: `${BAD} check` }),
    { kind: "student", about: fox, body: { id: fox, name: "🦊🦊" } },
    { kind: "student", about: "0000000000000002", body: { id: "0000000000000002", name: `${BAD} Kim` } },
  ]);
  const harmless = async () => {
    expect(await page.evaluate(() => window.carriedOut)).toBeUndefined();
    await expect(page.locator("img[src=x]")).toHaveCount(0);
  };
  await handOver(page);
  await expect(page.getByRole("link", { name: `${BAD} Kim` })).toBeVisible();
  await page.getByRole("link", { name: "🦊🦊" }).click();
  await expect(page.locator(".pill.name")).toHaveText("🦊🦊");
  await bar(page).click();
  await level(page, "Where am I now?", "Getting there").click();
  await page.getByText(`${BAD} b`, { exact: true }).click();
  await page.getByText(`${BAD} c`, { exact: true }).click();
  await next(page).click();
  await page.getByRole("textbox", { name: `${BAD} text` }).fill(BAD);
  await next(page).click();
  await page.getByRole("textbox", { name: `${BAD} number` }).fill(BAD);
  await next(page).click();
  await expect(page.getByText("This does not look like a number.")).toBeVisible();
  await next(page).click();
  await page.getByText(`${BAD} high`, { exact: true }).click();
  await page.getByText("Sun", { exact: true }).click();
  await step(page, "8 of 8");
  await page.getByRole("textbox").fill(BAD);
  await harmless();
  await handIn(page).click();
  await expect(reply(page, `${BAD} text`)).toHaveText(BAD);
  await harmless();
  const [{ body }] = await answers(page);
  expect(body.replies[3]).toEqual({ sentence: BAD });

  for (const way of ["", "/wall", "/print", "/collect"]) {
    await page.goto(`${site.url}#/teacher/ticket/${TICKET}${way}`);
    await expect(page.getByText(`${BAD} check`).first(), way).toBeVisible();
    await harmless();
  }
  await page.getByRole("button", { name: "Type from paper" }).click();
  await page.getByRole("textbox", { name: `${BAD} Kim, question 4` }).fill(BAD);
  await page.getByRole("textbox", { name: `${BAD} Kim, question 5` }).focus();
  await page.getByRole("textbox", { name: "Wei Zhang, question 4" }).focus();
  await expect(page.getByText(`${BAD} Kim is in`)).toBeVisible();
  await harmless();
  for (const way of ["", "/support"]) {
    await page.goto(`${site.url}#/teacher/student/${fox}${way}`);
    await expect(title(page)).toContainText("🦊🦊");
  }
  await page.goto(`${site.url}#/teacher`);
  await expect(title(page)).toHaveText("Today");
  await harmless();
});
