// Codes for Chromium's fake camera: the film it shows, made of what a student's screen shows.
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import decodeQR from "qr/decode.js";

const WIDTH = 640;
const HEIGHT = 480;
const WHITE = 235;
const BLACK = 16;

/** Where the browser finds its film; one for each worker, because it is named when the browser starts. */
export const FILM = join(tmpdir(), `daymark-film-${process.pid}.y4m`);

/** The switches that give the browser a camera that shows the film. */
export const cameraArgs = [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${FILM}`,
];

/** The code that a page shows, as rows of dark (true) and light squares. */
export async function shownCode(svg) {
  const { side, path } = await svg.evaluate((svg) => ({
    side: svg.viewBox.baseVal.width,
    path: svg.querySelector("path").getAttribute("d"),
  }));
  const rows = Array.from({ length: side }, () => Array(side).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) rows[y].fill(true, Number(x), Number(x) + Number(run));
  return rows;
}

/** One picture with a code in its middle, or an empty wall. */
function picture(rows) {
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  if (rows) {
    const square = Math.floor((HEIGHT - 40) / rows.length);
    const left = Math.floor((WIDTH - square * rows.length) / 2);
    const top = Math.floor((HEIGHT - square * rows.length) / 2);
    rows.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!dark) return;
        for (let line = 0; line < square; line += 1) {
          const at = (top + y * square + line) * WIDTH + left + x * square;
          luma.fill(BLACK, at, at + square);
        }
      }),
    );
  }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  return Buffer.concat([Buffer.from("FRAME\n"), luma, colour]);
}

/** Writes a film that shows codes one after the other, over and over. A camera reads it when it is started. */
export async function film(codes, { seconds = 1 } = {}) {
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`);
  const shown = codes.flatMap((code) => Array(seconds * 5).fill(picture(code)));
  await writeFile(FILM, Buffer.concat([header, ...shown]));
}

/** What a phone's camera reads in a code. */
export function readCode(rows) {
  const square = 4;
  const side = rows.length * square;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (rows[Math.floor(y / square)][Math.floor(x / square)]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return decodeQR({ width: side, height: side, data });
}
