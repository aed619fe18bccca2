// Draws the PNG icons from public/icons/icon.svg. Run it by hand after the drawing has changed: node xtask/js/icons.mjs
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "./chrome.mjs";

const folder = new URL("../../public/icons/", import.meta.url);
const drawing = await readFile(new URL("icon.svg", folder), "utf8");

// A maskable icon is cut to any shape by the system: its ground fills the square and the drawing keeps to the middle.
const maskable = drawing
  .replace(/viewBox="[^"]*"/, 'viewBox="-64 -64 640 640"')
  .replace(/<rect[^>]*\/>/, '<rect x="-64" y="-64" width="640" height="640" fill="#1d3350"/>');

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const [name, svg, size] of [
  ["icon-192.png", drawing, 192],
  ["icon-512.png", drawing, 512],
  ["icon-maskable-512.png", maskable, 512],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
}
await browser.close();
