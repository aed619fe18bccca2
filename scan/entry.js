// What codes need and no program has in itself: drawing them, reading them with a camera, and packing texts. Bundled by
// esbuild into one module that the app loads when the first code is drawn or read.
import encodeQR from "qr";
import decodeQR from "qr/decode.js";

/** The empty border that a camera needs around a code, in squares. */
const QUIET = 4;
/** Texts longer than this many signs are for paper, where large squares help more than spare ones. */
const DENSE = 700;
/** Milliseconds between two looks at the camera's picture. */
const PAUSE = 120;
/** The longest side of the picture that is searched; a code held before a camera is large in it. */
const SIDE = 800;

/**
 * A text as a code: the side of the picture in squares, and its dark squares as the path of an SVG, one piece per run.
 * @param {string} text
 * @returns {[number, string]}
 */
export function drawing(text) {
  const rows = encodeQR(text, "raw", { ecc: text.length > DENSE ? "low" : "medium", border: QUIET });
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      let run = 0;
      while (row[x + run]) run += 1;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  });
  return [rows.length, path];
}

const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);

/**
 * A text in fewer bytes.
 * @param {string} text
 */
export async function packed(text) {
  return new Uint8Array(await new Response(through(text, new CompressionStream("deflate"))).arrayBuffer());
}

/**
 * The text in such bytes. It fails for other bytes, and when the text would have more bytes than `most`.
 * @param {Uint8Array} bytes
 * @param {number} most
 */
export async function unpacked(bytes, most) {
  const reader = through(bytes, new DecompressionStream("deflate")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError("too long"); // Nobody reads it: the app says what to do.
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The browser's own detector where it reads this kind of code, else null. */
async function ownDetector() {
  try {
    const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
    return formats?.includes("qr_code") ? new globalThis.BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
}

/** Reads the picture that a video shows now; gives the texts of the codes in it. */
function ownReader() {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const share = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = video.videoWidth * share;
    canvas.height = video.videoHeight * share;
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return [decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height))];
    } catch {
      // There is no code in this picture, or it is blurred: the next one comes soon.
      return [];
    }
  };
}

/**
 * Shows the camera in a video element and calls `found` with the text of every code it sees, until `stop` of the answer is
 * called. Fails with one of the words `missing`, `denied`, `busy`.
 * @param {HTMLVideoElement} video
 * @param {(text: string) => void} found
 */
export async function watch(video, found) {
  if (!navigator.mediaDevices) throw "missing";
  let stream;
  try {
    const picture = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
    stream = await navigator.mediaDevices.getUserMedia({ video: picture, audio: false });
  } catch (error) {
    if (error.name === "NotAllowedError" || error.name === "SecurityError") throw "denied";
    throw error.name === "NotReadableError" || error.name === "AbortError" ? "busy" : "missing";
  }
  let going = true;
  const stop = () => {
    going = false;
    for (const track of stream.getTracks()) track.stop();
    // By now another camera may stand in the element.
    if (video.srcObject === stream) video.srcObject = null;
  };
  video.srcObject = stream;
  // It fails only when the element went away in between, and then `stop` comes soon.
  await video.play().catch(() => {});
  let detector = await ownDetector();
  const read = ownReader();
  const codesIn = async () => {
    try {
      if (detector) return (await detector.detect(video)).map((code) => code.rawValue);
    } catch {
      // It is there and does not work, as where the system's part of it is missing.
      detector = null;
    }
    return read(video);
  };
  const look = async () => {
    if (!going) return;
    if (video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0) {
      for (const text of await codesIn()) if (going) found(text);
    }
    setTimeout(look, PAUSE);
  };
  look();
  return { stop };
}
