// A browser whose voices write down what they would say: `withVoices(context, ["en-US"])` before the page is opened. A
// sentence lasts until the test ends it, so that nothing depends on how quickly somebody speaks.
import { expect } from "@playwright/test";

/** Gives the pages of a context these voices, by language; those that end with "!" speak over the network. */
export const withVoices = (context, languages) =>
  context.addInitScript((languages) => {
    window.said = [];
    const voices = languages.map((code, i) => {
      const lang = code.replace("!", "");
      return { lang, localService: lang === code, default: i === 0, name: code };
    });
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) {
        super();
        this.text = text;
      }
    };
    let now;
    const voice = {
      getVoices: () => voices,
      speak(utterance) {
        now = utterance;
        window.said.push(`${utterance.voice.lang}: ${utterance.text}`);
      },
      cancel() {
        const ended = now;
        now = undefined;
        setTimeout(() => ended?.dispatchEvent(new Event("error")));
      },
    };
    window.finishSentence = () => now?.dispatchEvent(new Event("end"));
    Object.defineProperty(window, "speechSynthesis", { value: voice });
  }, languages);

/** The buttons of reading aloud. */
export const reader = (page) => page.getByRole("region", { name: "Reading aloud" });

/** What was said so far, each sentence with the language of its voice. */
export const said = (page) => page.evaluate(() => window.said);

/** The sentence that is marked now. */
export const marked = (page) =>
  page.evaluate(() => [...(CSS.highlights.get("reading") ?? [])].map(String).join("").replace(/\s+/gu, " ").trim());

/** Waits until a sentence is said and marked. */
export async function hears(page, text, language = "en-US") {
  await expect.poll(async () => (await said(page)).at(-1)).toBe(`${language}: ${text}`);
  await expect.poll(() => marked(page)).toContain(text);
}

/** Hears these sentences to their end, one after the other. */
export async function hear(page, texts) {
  for (const text of texts) {
    await hears(page, text);
    await page.evaluate(() => window.finishSentence());
  }
}
