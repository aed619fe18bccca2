// Reads aloud what stands on the page, sentence by sentence, with the sentence marked. The app loads it when somebody asks
// for it the first time. What is read never leaves the device: only voices that speak without a network are used.

/** What nobody hears: drawings, what is typed or chosen, and this script's own buttons. */
const SILENT = "[aria-hidden='true'], script, style, select, textarea, .say, .reader, [popover], dialog:not([open])";
/** The name under which style/looks.css paints the sentence that is read. */
const MARK = "reading";
/** Milliseconds in which a browser has found its voices. */
const VOICES = 1500;

const voice = window.speechSynthesis;

/** What is being read: its element, its sentences, the one that is said, and how to end it. */
let now;

/**
 * Reads an element aloud, or stops when it is this one that is being read.
 * @param {Element} root
 * @param {string[]} words the name of the buttons, then what they say, in the order of `bar`
 * @param {boolean} leads whether the focus goes to the buttons, for who cannot reach them quickly
 */
export async function read(root, words, leads) {
  const again = now?.root === root;
  now?.end();
  if (again) return;
  document.querySelector(":popover-open")?.hidePopover();
  const before = document.activeElement;
  const reading = { root, sentences: sentencesOf(root), at: 0, said: 0, paused: false };
  const controls = bar(words, reading);
  const watcher = new MutationObserver(() => {
    if (isGone(reading.sentences[reading.at])) reading.end();
  });
  reading.end = () => {
    reading.said += 1;
    voice.cancel();
    watcher.disconnect();
    mark();
    document.removeEventListener("keydown", onKey);
    removeEventListener("pagehide", reading.end);
    const held = controls.contains(document.activeElement);
    controls.remove();
    delete document.documentElement.dataset.reading;
    if (held && before?.isConnected) before.focus();
    if (now === reading) now = undefined;
  };
  const onKey = (event) => event.key === "Escape" && reading.end();
  now = reading;
  document.body.append(controls);
  document.documentElement.dataset.reading = "";
  document.addEventListener("keydown", onKey);
  addEventListener("pagehide", reading.end);
  watcher.observe(document.body, { childList: true, subtree: true });
  if (leads) controls.querySelector(".go").focus();
  await voices();
  if (now !== reading) return;
  if (voiceFor(document.documentElement.lang)) {
    say(reading, 0);
    return;
  }
  const held = controls.contains(document.activeElement);
  const close = button(words.at(-1), reading.end, "go");
  controls.replaceChildren(line(words.at(-2)), close);
  if (held) close.focus();
}

// --- What is read ------------------------------------------------------------------------------------------------------

/** The sentences of an element as they are shown, each with the place where it stands and its language. */
function sentencesOf(root) {
  const language = document.documentElement.lang;
  const cut = new Intl.Segmenter(language, { granularity: "sentence" });
  return blocksOf(root).flatMap(({ text, parts }) =>
    [...cut.segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({
        text: segment.replace(/\s+/gu, " ").trim(),
        range: rangeOf(parts, index, index + segment.trimEnd().length),
        language: parts[0].node.parentElement.closest("[lang]")?.lang ?? language,
      })),
  );
}

/** The texts of an element that belong together: no sentence goes on from one line, button or cell to the next. */
function blocksOf(root) {
  const shown = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const heard = !node.matches(SILENT) && node.checkVisibility({ visibilityProperty: true });
    return heard ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, shown);
  const blocks = [];
  let last;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const home = blockOf(node.parentElement);
    if (home !== last) blocks.push({ text: "", parts: [] });
    last = home;
    const block = blocks.at(-1);
    block.parts.push({ node, from: block.text.length });
    block.text += node.data;
  }
  return blocks;
}

const blockOf = (element) => (getComputedStyle(element).display === "inline" ? blockOf(element.parentElement) : element);

/** Where a piece of a block's text stands. What is only heard is marked where it would stand. */
function rangeOf(parts, from, to) {
  const range = document.createRange();
  const place = (offset) => {
    const part = parts.findLast((part) => part.from <= offset) ?? parts[0];
    return [part.node, Math.min(offset - part.from, part.node.length)];
  };
  range.setStart(...place(from));
  range.setEnd(...place(to));
  const unseen = range.startContainer.parentElement.closest(".unseen");
  if (unseen) range.selectNodeContents(unseen.parentElement);
  return range;
}

// --- Saying it ---------------------------------------------------------------------------------------------------------

/** Waits until the browser knows its voices; some find them only after they were asked. */
function voices() {
  if (voice.getVoices().length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    voice.addEventListener?.("voiceschanged", resolve, { once: true });
    setTimeout(resolve, VOICES);
  });
}

/** A voice of this device for a language, that of the reader's own country first. */
function voiceFor(language) {
  const base = (code) => code.toLowerCase().split(/[-_]/u)[0];
  const own = voice.getVoices().filter((one) => one.localService && base(one.lang) === base(language));
  return own.find((one) => one.lang.replace("_", "-") === navigator.language) ?? own.find((one) => one.default) ?? own[0];
}

/** Whether a sentence is not on the screen any more: the browser closes its range when what was in it is taken away. */
const isGone = (sentence) => !sentence || sentence.range.collapsed;

/** Says a sentence, then the next one that is still there; at the end everything is as before. */
function say(reading, from) {
  const at = reading.sentences.findIndex((sentence, i) => i >= from && !isGone(sentence));
  if (at < 0) {
    reading.end();
    return;
  }
  const { text, range, language } = reading.sentences[at];
  reading.at = at;
  reading.said += 1;
  const turn = reading.said;
  voice.cancel();
  mark(range);
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voiceFor(language) ?? voiceFor(document.documentElement.lang);
  utterance.lang = utterance.voice?.lang ?? language;
  // What was cancelled tells its end as well, and must not turn the page of who went on.
  const next = () => turn === reading.said && say(reading, at + 1);
  utterance.addEventListener("end", next);
  utterance.addEventListener("error", next);
  voice.speak(utterance);
}

/** Marks a sentence and brings it into view; without one takes the mark away. */
function mark(range) {
  document.querySelector("[data-reading-here]")?.removeAttribute("data-reading-here");
  globalThis.CSS.highlights?.delete(MARK);
  if (!range) return;
  const element = range.startContainer.parentElement ?? range.startContainer;
  if (globalThis.CSS.highlights) CSS.highlights.set(MARK, new Highlight(range));
  else element.setAttribute("data-reading-here", "");
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
}

// --- The buttons -------------------------------------------------------------------------------------------------------

function button(text, press, kind = "") {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `btn small ${kind}`;
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

function line(text) {
  const made = document.createElement("p");
  made.setAttribute("role", "alert");
  made.textContent = text;
  return made;
}

/** Pause and on, a sentence back and forth, and the end, at the foot of the screen. */
function bar([name, back, pause, goOn, next, stop], reading) {
  const made = document.createElement("div");
  made.className = "reader";
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", name);
  const pausing = button(pause, () => (reading.paused ? go(reading.at) : rest()), "go");
  // A pause that says its sentence again from the beginning works in every browser, and is easier to follow.
  const rest = () => {
    reading.said += 1;
    reading.paused = true;
    voice.cancel();
    pausing.textContent = goOn;
  };
  const go = (at) => {
    reading.paused = false;
    pausing.textContent = pause;
    say(reading, Math.max(0, at));
  };
  made.append(
    button(back, () => go(reading.at - 1)),
    pausing,
    button(next, () => go(reading.at + 1)),
    button(stop, () => reading.end()),
  );
  return made;
}
