// The journeys: the release build in the Chrome of this machine. Each test has a server of its own (support.mjs).
import { defineConfig } from "@playwright/test";
import { launchOptions } from "../../xtask/js/chrome.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    launchOptions: launchOptions(),
    viewport: { width: 1366, height: 600 },
    locale: "en-US",
    timezoneId: "America/Chicago",
    trace: "retain-on-failure",
  },
});
