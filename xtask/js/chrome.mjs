// Finds the Chrome or Chromium of this machine, for every script that drives a browser. No browser is ever downloaded.
// `node xtask/js/chrome.mjs` prints its path.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser's path. `$CHROME` wins over what is found. */
export function findChrome() {
  if (process.env.CHROME) return process.env.CHROME;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  const found = candidates.find(runs);
  if (!found) {
    throw new Error("No Chrome or Chromium was found. Install one, or set CHROME to the path of its program.");
  }
  return found;
}

/** How every script starts the browser: quiet on the network, so that a request log shows the app's requests only. */
export function launchOptions() {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  // Chrome refuses its sandbox to the root user and in most containers.
  const unsandboxed = process.getuid?.() === 0 || process.env.CI ? ["--no-sandbox"] : [];
  return { executablePath: findChrome(), headless: true, args: [...quiet, ...unsandboxed] };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(findChrome());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
