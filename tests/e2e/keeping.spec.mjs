// Nobody's data hangs on luck: two tabs, a full disk, a browser that keeps nothing, and what is removed is gone.
import {
  asStudent,
  axe,
  bringIn,
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
        (odd) =>
          [...document.querySelectorAll(".seats button")].slice(0, 20).forEach((b, i) => i % 2 === odd && b.click()),
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

  test("a tab of a newer version takes the storage over: this one says so and loses nothing", async ({
    page,
    site,
  }) => {
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
  // The offline cache would take its share of the small disk, at a moment nobody can name.
  test.use({ serviceWorkers: "block" });

  test("a full disk is said in plain words, nothing is lost, and it works again afterwards", async ({
    page,
    problems,
    site,
  }) => {
    problems.allow(/Quota|quota/);
    const disk = await smallDisk(page, site);
    await openDemo(page, site);
    const before = await entries(page);
    await openSeats(page);
    await disk.fill();
    await seat(page, "Hana Suzuki").click();
    await expect(page.getByRole("alert").filter({ hasText: "This device’s storage is full" })).toBeVisible();
    await expect(page.getByRole("banner")).toContainText("Not saved");
    await expect(seat(page, "Hana Suzuki"), "what was not saved is not shown as if it were").toHaveAttribute(
      "aria-pressed",
      "false",
    );
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

  test("with a full disk a goal in own words stays on the screen until it can be set", async ({
    page,
    problems,
    site,
  }) => {
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
    ["is not there", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
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
      // Another program would know nothing of the lesson, so it opens beside this one.
      await openClass(page);
      await expect(page.getByRole("link", { name: "How this is calculated" })).toHaveAttribute("target", "_blank");
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

  test("one student is erased for good, and an older backup does not bring them back", async ({
    page,
    site,
  }, folder) => {
    await openDemo(page, site);
    const file = await makeBackup(page, folder);
    await page.getByRole("button", { name: "Hana Suzuki" }).click();
    await page.getByRole("link", { name: "Erase for good…" }).click();
    await expect(title(page)).toHaveText("Erase a student for good");
    const now = page.getByRole("button", { name: "Erase for good", exact: true });
    await expect(now).toBeDisabled();
    await axe(page);
    await page.getByRole("textbox", { name: /type the name/ }).fill("Hana Suzuki");
    await now.click();
    await expect(page.getByText("The student is erased")).toBeVisible();
    expect((await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
    await openClass(page);
    await openBackup(page, file);
    await expect(page.getByText(/entries read/)).toBeVisible();
    expect((await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
    await page.reload();
    await expect(page.getByRole("button", { name: "Isaac Cohen" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Hana Suzuki" })).toHaveCount(0);
  });

  test("an erasure that a backup brings erases here as well", async ({ page, site }) => {
    await openDemo(page, site);
    expect((await stored(page, "pages")).join("")).toContain("Hana Suzuki");
    await bringIn(page, ({ student }) => [{ kind: "erasure", body: { student: student("Hana Suzuki") } }]);
    await expect(page.getByRole("button", { name: "Hana Suzuki" })).toHaveCount(0);
    await expect.poll(async () => (await stored(page, "pages")).join("")).not.toContain("Hana Suzuki");
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

  test("recent changes reach back as far as somebody asks", async ({ page, site }) => {
    await openDemo(page, site);
    await openSeats(page);
    await seat(page, "Hana Suzuki").click();
    await expect(page.getByText("1 away")).toBeVisible();
    const note = (n) => ({ kind: "feedback", body: { text: `Well done ${n}`, day: "2026-11-17" } });
    await bringIn(page, ({ student }) => Array.from({ length: 60 }, (_, n) => ({ ...note(n), about: student("Uri Levi") })));
    await page.getByRole("link", { name: "Recent changes" }).click();
    const line = page.getByRole("listitem").filter({ hasText: "Teacher: marked who was here (Hana Suzuki)" });
    await expect(page.locator(".recent > li")).toHaveCount(50);
    await expect(line).toHaveCount(0);
    await page.getByRole("button", { name: "Show earlier changes" }).click();
    await line.getByRole("button", { name: "Undo" }).click();
    await expect(line).toContainText("taken back");
    await expect(page.getByRole("button", { name: "Show earlier changes" })).toHaveCount(0);
  });
});
