// What all benches share: the machines they play, a context on a school day, the page's processor time, tables.
import { SCHOOL_DAY } from "../e2e/support.mjs";

const KBIT = 1000 / 8;

/** The machine at hand, and what DevTools calls slow 4G with a processor a quarter as fast. */
export const HERE = { name: "1x", cpu: 1, latency: 0, down: -1, up: -1 };
export const SLOW = { name: "slow 4G, 4x CPU", cpu: 4, latency: 562.5, down: 1600 * 0.9 * KBIT, up: 750 * 0.9 * KBIT };
/** The slow processor alone, for what asks no network. */
export const SLOW_CPU = { ...HERE, name: "4x CPU", cpu: 4 };

/** Moves the calendar to the school day and lets the clock run on; only what asks for the date can tell. */
function moveCalendar(day) {
  const Now = Date;
  const moved = Date.parse(day) - Now.now();
  window.Date = class extends Now {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(Now.now() + moved);
    }
    static now() {
      return Now.now() + moved;
    }
  };
}

/** Calls `use` with a browser context that knows nothing of Daymark. */
export async function withContext(browser, use) {
  const viewport = { width: 1366, height: 600 };
  const context = await browser.newContext({ locale: "en-US", timezoneId: "America/Chicago", viewport });
  try {
    await context.addInitScript(moveCalendar, SCHOOL_DAY);
    return await use(context);
  } finally {
    await context.close();
  }
}

/** The DevTools of a page, with what `threadTime` reads switched on. */
export async function devtoolsOf(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return devtools;
}

export const slowProcessor = (devtools, { cpu }) => devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });

/**
 * Milliseconds that the page's thread has worked, and those of them in scripts and WebAssembly. Time in which other
 * programs had the processor does not count.
 */
async function threadTime(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const ms = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
  return { cpu: ms("TaskDuration"), script: ms("ScriptDuration") };
}

/** What `work` answers, with the processor time it took. */
export async function withThreadTime(devtools, work) {
  const before = await threadTime(devtools);
  const answer = await work();
  const after = await threadTime(devtools);
  return { ...answer, cpu: after.cpu - before.cpu, script: after.script - before.script };
}

export function median(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** One cell for each figure: the middle, or what else `of` makes of all samples. */
export function figures(samples, names, { of = median, digits = 0 } = {}) {
  return names.map((name) => {
    const figure = of(samples.map((sample) => sample[name]));
    if (figure === undefined) return "–";
    return figure.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  });
}

/** Prints a Markdown table; the first `words` columns hold words, the others numbers. */
export function printTable(title, heads, rows, words = 1) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, column) => (column < words ? "---" : "---:"));
  console.log([`### ${title}`, "", line(heads), `|${rule.join("|")}|`, ...rows.map(line), ""].join("\n"));
}
