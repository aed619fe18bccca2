// Runs tests/browser.rs in headless Chrome. wasm-bindgen's runner serves the tests as a page and this script opens it, which
// needs no chromedriver of the browser's very version.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { launchOptions } from "./chrome.mjs";

const LIMIT_MS = 5 * 60 * 1000;

if (!existsSync("tests/browser.rs")) {
  console.log("There is no tests/browser.rs yet.");
  process.exit(0);
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const address = `127.0.0.1:${await freePort()}`;
const cargo = spawn("cargo", ["test", "-p", "daymark", "--target", "wasm32-unknown-unknown", "--test", "browser"], {
  stdio: ["ignore", "pipe", "inherit"],
  // Its own group, so that ending cargo also ends the runner below it.
  detached: true,
  env: {
    ...process.env,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
    NO_HEADLESS: "1",
    WASM_BINDGEN_TEST_ADDRESS: address,
  },
});
const endCargo = () => {
  try {
    process.kill(-cargo.pid);
  } catch {
    // It has ended by itself.
  }
};
process.on("exit", endCargo);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Resolves when the runner serves the page; rejects when the tests do not compile. */
const served = new Promise((resolve, reject) => {
  createInterface({ input: cargo.stdout }).on("line", (line) => line.includes(address) && resolve());
  cargo.on("exit", (code) => reject(new Error(`cargo test ended with ${code} before any test ran.`)));
});

let passed = false;
try {
  await served;
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`http://${address}/`);
  const output = page.locator("#output");
  await page
    .waitForFunction(() => /test result: .*\n?/.test(document.querySelector("#output")?.textContent ?? ""), null, {
      timeout: LIMIT_MS,
    })
    .catch(() => console.error("The tests did not come to an end in time."));
  const text = (await output.textContent()) ?? "";
  console.log(text.trim());
  passed = /test result: ok\b/.test(text);
  await browser.close();
} catch (error) {
  console.error(error.message);
}
process.exit(passed ? 0 : 1);
