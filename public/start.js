// Starts the app. This is a file of its own because the content security policy allows no inline script.
// It serves both pages, index.html and p/index.html, so every address is read from the page or from this file's own.

// The only words that cannot come from locales/: they are needed when the app itself has not arrived.
const WORDS = {
  en: { opening: "Opening…", failed: "Daymark could not be loaded. Check the connection, then try again.", reload: "Reload" },
  es: { opening: "Abriendo…", failed: "No se pudo cargar Daymark. Revisa la conexión e inténtalo de nuevo.", reload: "Recargar" },
};
const language = navigator.language.startsWith("es") ? "es" : "en";
const words = WORDS[language];

/** The line below the name that is on the screen until the app has mounted; null afterwards. */
const bootLine = () => document.getElementById("boot-state");

const tell = (sentence) => {
  const line = bootLine();
  if (line) {
    line.lang = language;
    line.textContent = sentence;
  }
};

const offerReload = () => {
  tell(words.failed);
  const button = document.createElement("button");
  button.textContent = words.reload;
  button.lang = language;
  button.addEventListener("click", () => location.reload());
  bootLine()?.after(button);
};

/**
 * Without an address the app opens behind the door that was taken last. The preferences are the app's own; here they are
 * read once more because they decide which program is loaded.
 */
const takeLastDoor = () => {
  let last;
  try {
    last = JSON.parse(localStorage.getItem("daymark.preferences"));
  } catch {
    // A browser that keeps nothing remembers no door.
  }
  if (last?.class && last.door) location.replace(last.door === "teacher" ? "#/teacher" : "#/student");
};

/** Which program has the screens of an address; all others belong to the one that the page names first. */
const PROGRAMS = [
  [/^(teacher|new|demo|substitute)(\/|$)/, "teacher"],
  [/^how(\/|$)/, "how"],
  // What a student opens now and then: joining a class, looking back, their plan, a rubric, a code on the wall or for handing in.
  [/^join(\/|$)|^student\/\w+\/(journey$|plan$|work$|conference$|rubric\/|code$|ticket\/\w+\/hand-in$)/, "desk"],
];

/** The loader and the WebAssembly file of the program that has the screen for this address. */
const chosenProgram = () => {
  const files = document.querySelector("script[data-wasm]").dataset;
  // The family page has but one program, and its address is its report.
  if (!files.teacherJs) return files;
  if (!location.hash) takeLastDoor();
  const address = location.hash.replace(/^#\/*/, "").replace(/\/+$/, "");
  const name = PROGRAMS.find(([screens]) => screens.test(address))?.[1];
  return name ? { js: files[`${name}Js`], wasm: files[`${name}Wasm`] } : files;
};

const startApp = async () => {
  const { js, wasm } = chosenProgram();
  // Who goes back while a program is on its way needs another one; once it runs, it looks after that itself.
  const elsewhere = () => {
    if (chosenProgram().js !== js) location.reload();
  };
  window.addEventListener("hashchange", elsewhere);
  const absolute = (address) => new URL(address, document.baseURI).href;
  const { default: init } = await import(absolute(js));
  await init({ module_or_path: absolute(wasm) });
  window.removeEventListener("hashchange", elsewhere);
};

// --- Offline use and updates -------------------------------------------------------------------------------------------

const HOUR = 60 * 60 * 1000;

/** Tells the app that a newer version is ready: by an event, and by an attribute for a part that starts listening later. */
const announceUpdate = () => {
  document.documentElement.dataset.update = "ready";
  window.dispatchEvent(new CustomEvent("daymark:update"));
};

/**
 * Asks the waiting worker to take over, then loads the page once under it. Without a waiting worker another tab has
 * already made the change, and loading the page is all that is left to do.
 */
const applyUpdate = (registration) => {
  if (!registration.waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage({ type: "skip-waiting" });
};

const keepOffline = async (build) => {
  // The worker is stamped by a release build only, and browsers run one only where the connection cannot be altered.
  if (!build || !window.isSecureContext || !("serviceWorker" in navigator)) return;

  const registration = await navigator.serviceWorker.register(new URL("./sw.js", import.meta.url), {
    updateViaCache: "none",
  });

  // A new worker learns which build this page runs. It takes over by itself if it is the same one (the page came
  // fresh from the network), and otherwise answers that an update is there for a person to choose.
  const greet = (worker) => worker?.postMessage({ type: "page-runs", build });
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) greet(worker);
    });
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.type === "update-waits") announceUpdate();
  });
  greet(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));

  // Another tab may apply an update. This one goes on undisturbed with the files it has, and offers to follow.
  navigator.serviceWorker.addEventListener("controllerchange", () => greet(navigator.serviceWorker.controller));
  window.addEventListener("daymark:apply-update", () => applyUpdate(registration));

  // Hash addresses never leave the page, so a tab that stays open for days would never hear of a new version.
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {}); // Offline: the next hour will do.
  });
};

tell(words.opening);
startApp().then(
  // Only now, so that filling the offline cache never competes with the first visit.
  () => keepOffline(document.querySelector('meta[name="daymark-build"]')?.content).catch(console.warn),
  (error) => {
    console.error(error);
    offerReload();
  },
);
