// A family on a phone taps a link: one child's page, one thing to do at home, and nothing of anybody else.
import { DEMO_NAMES, axe, enter, expect, namesIn, openDemo, test } from "./support.mjs";

const CHILD = "Guadalupe Reyes";
const PHONE = { width: 390, height: 844 };
const link = (page) => page.getByRole("textbox", { name: "Link", exact: true });
const title = (page) => page.getByRole("heading", { level: 1 });

/** The teacher makes a link for the child's family. Gives its address. */
async function makeLink(page, site) {
  await openDemo(page, site);
  await page.getByRole("link", { name: "Share", exact: true }).click();
  await expect(title(page)).toHaveText("Share with families");
  await page.getByRole("link", { name: CHILD }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  return link(page).inputValue();
}

/** The family's own phone: it shares nothing with the teacher's device, and nobody may open a database on it. */
async function openOnPhone(context, address) {
  const phone = await context.newPage();
  await phone.setViewportSize(PHONE);
  await phone.addInitScript(() => {
    window.opened = [];
    IDBFactory.prototype.open = (name) => window.opened.push(name);
  });
  await phone.goto(address);
  return phone;
}

/** How much of what the page looks like is ink: 0 is an empty sheet. */
async function ink(page) {
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  return page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 300) dark += 1;
    return dark / (data.length / 4);
  }, picture);
}

test("the teacher reads what a link means before making one, and sees what the family will see", async ({
  page,
  site,
}) => {
  await openDemo(page, site);
  await page.getByRole("link", { name: "Share", exact: true }).click();
  await expect(title(page)).toHaveText("Share with families");
  await expect(page.getByRole("link", { name: CHILD })).toContainText("Not shared yet");
  await axe(page);
  await page.getByRole("link", { name: CHILD }).click();
  await expect(page.getByText("It cannot be taken back once it is sent.")).toBeVisible();
  await expect(page.getByText("Whoever has the link can read it. Send it to this family only.")).toBeVisible();
  await expect(page.getByText("It stops working after December 15.", { exact: true })).toBeVisible();
  const preview = page.locator(".preview");
  await expect(preview).toContainText("How you can help this week");
  await preview.getByRole("button", { name: "Español" }).click();
  await expect(preview).toContainText("Cómo puedes ayudar esta semana");
  await axe(page);

  await page.getByRole("button", { name: "Make the link" }).click();
  const address = await link(page).inputValue();
  expect(address.startsWith(`${site.url}p/#1.`), address).toBe(true);
  expect(address.length, "a printed code stays coarse").toBeLessThanOrEqual(700);
  await expect(page.getByRole("img", { name: `QR code for ${CHILD}’s family` })).toBeVisible();
  await axe(page);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await page.getByRole("link", { name: "All families" }).click();
  await expect(page.getByRole("link", { name: CHILD })).toContainText("Shared on November 17, works until December 15");
});

test("the link opens one child's page: headline, goal, skills, help, until when", async ({ context, page, site }) => {
  const address = await makeLink(page, site);
  const asked = [];
  context.on("request", (request) => asked.push(request));
  const phone = await openOnPhone(context, address);
  await expect(title(phone)).toHaveText(`${CHILD}’s learning`);
  await expect(phone.getByRole("heading", { level: 2 })).toHaveText(
    new RegExp(
      `^Since \\w+ \\d+ ${CHILD} (moved up in (all \\d|\\d of \\d|one) skills?|has been working on \\d skills)`,
    ),
  );
  await expect(phone.getByText(/Latest goal, in Guadalupe Reyes’s own words/)).toBeVisible();
  const skills = phone.locator(".family-skills").getByRole("listitem");
  await expect(skills).toHaveCount(6);
  await expect(skills.first()).toContainText("I can compare two fractions");
  await expect(skills.first()).toContainText(/From “.*” to “.*”\.|Now: “.*”\./);
  await expect(phone.locator(".family-help")).toContainText("How you can help this week");
  await expect(
    phone.getByText(
      "Shared by Ms Rivera on November 17. Whoever has this link can read it. It stops working after December 15.",
    ),
  ).toBeVisible();
  await axe(phone);

  // Nothing of anybody else, nothing kept, nothing of the teacher's half, and nothing for search engines.
  expect(await namesIn(phone)).toEqual([CHILD]);
  for (const other of DEMO_NAMES.filter((name) => name !== CHILD))
    expect(decodeURIComponent(address)).not.toContain(other);
  expect(await phone.evaluate(() => window.opened)).toEqual([]);
  expect(asked.filter((request) => !request.serviceWorker() && request.url().includes("chart"))).toEqual([]);
  expect(
    asked.filter((request) => request.url().includes("#")),
    "the report never leaves with a request",
  ).toEqual([]);
  await expect(phone.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await expect(phone).toHaveTitle("Demo class 5B – Daymark");
  await phone.reload();
  await expect(title(phone)).toHaveText(`${CHILD}’s learning`);
});

test("it speaks Spanish when the family chooses it, and remembers", async ({ context, page, site }) => {
  const phone = await openOnPhone(context, await makeLink(page, site));
  await phone.getByRole("combobox", { name: "Language" }).focus();
  await phone.getByRole("combobox", { name: "Language" }).selectOption("Español");
  await expect(title(phone)).toContainText(CHILD);
  await expect(phone.locator("html")).toHaveAttribute("lang", "es");
  await expect(phone.locator(".family-help")).toContainText("Cómo puedes ayudar esta semana");
  await expect(phone.locator(".family-skills")).toContainText("Puedo comparar dos fracciones");
  await expect(phone.getByRole("combobox")).toBeFocused();
  await axe(phone);
  await phone.reload();
  await expect(phone.locator("html")).toHaveAttribute("lang", "es");
});

test("it prints on one sheet, without buttons", async ({ context, page, site }) => {
  const phone = await openOnPhone(context, await makeLink(page, site));
  await expect(title(phone)).toBeVisible();
  await phone.emulateMedia({ media: "print" });
  await expect(phone.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(phone.getByRole("combobox")).toBeHidden();
  await expect(phone.locator(".family-help")).toBeVisible();
  expect(await ink(phone)).toBeGreaterThan(0.01);
  const sheets = (await phone.pdf({ format: "Letter" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets, "one sheet").toHaveLength(1);
});

test("a link that is cut, damaged, newer, expired or empty says so, each in its own words", async ({
  context,
  page,
  site,
}) => {
  const address = await makeLink(page, site);
  const [folder, fragment] = address.split("#");
  const middle = Math.floor(fragment.length / 2);
  const other = fragment[middle] === "A" ? "B" : "A";
  for (const [broken, heading, todo] of [
    [fragment.slice(0, -9), "The end of this link is missing", "Copy the whole link from the message"],
    [fragment.slice(0, middle), "The end of this link is missing", "Copy the whole link from the message"],
    [
      fragment.slice(0, middle) + other + fragment.slice(middle + 1),
      "This link cannot be read",
      "Ask the teacher for a new link.",
    ],
    ["hello", "This link cannot be read", "Ask the teacher for a new link."],
    [fragment.replace(/^1/, "2"), "This link needs a newer Daymark", "Load this page again while you are online."],
    ["", "There is nothing in this link", "Open the whole link the teacher sent"],
  ]) {
    const phone = await openOnPhone(context, `${folder}#${broken}`);
    await expect(title(phone), broken).toHaveText(heading);
    await expect(phone.getByText(todo), broken).toBeVisible();
    expect(await namesIn(phone)).toEqual([]);
    await axe(phone);
    await phone.close();
  }

  await context.clock.setFixedTime("2026-12-15T20:00:00-06:00");
  const lastDay = await openOnPhone(context, address);
  await expect(title(lastDay)).toHaveText(`${CHILD}’s learning`);
  await context.clock.setFixedTime("2026-12-16T06:00:00-06:00");
  await lastDay.reload();
  await expect(title(lastDay)).toHaveText("This link has expired");
  await expect(lastDay.getByText("It worked until December 15.")).toBeVisible();
  await expect(lastDay.getByText("Ask Ms Rivera for a new link.")).toBeVisible();
  expect(await namesIn(lastDay)).toEqual([]);
  await axe(lastDay);
});

test("a link that was pasted into the door opens, and something else is told apart", async ({ page, site }) => {
  const address = await makeLink(page, site);
  await page.goto(`${site.url}#/`);
  await page.getByRole("button", { name: "I was sent a link" }).click();
  const field = page.getByRole("textbox", { name: "Paste the link here" });
  await field.fill("https://school.example/");
  await page.getByRole("button", { name: "Open the link" }).click();
  await expect(page.getByText("That is not a Daymark link.")).toBeVisible();
  await axe(page);
  await field.fill(`Look at this: ${address}`);
  await page.getByRole("button", { name: "Open the link" }).click();
  await expect(title(page)).toHaveText(`${CHILD}’s learning`);
});

test("slips for every family print, each with its own code, by keyboard alone", async ({ page, site }) => {
  await openDemo(page, site);
  await enter(page, page.getByRole("link", { name: "Share", exact: true }));
  await expect(title(page)).toBeFocused();
  await enter(page, page.getByRole("button", { name: "Print all slips" }));
  const dialog = page.getByRole("dialog", { name: "Print all slips" });
  await expect(dialog).toContainText("It cannot be taken back once it is sent.");
  await axe(page);
  await enter(page, dialog.getByRole("button", { name: "Make 24 slips" }));
  await expect(page.getByRole("heading", { name: "24 slips are ready" })).toBeFocused();
  const codes = page.getByRole("img", { name: /QR code for .*’s family/ });
  await expect(codes).toHaveCount(24);
  const paths = await codes.locator("path").evaluateAll((all) => all.map((path) => path.getAttribute("d")));
  expect(new Set(paths).size).toBe(24);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  expect(await ink(page)).toBeGreaterThan(0.01);
});
