//! What only a browser can show: the storage's promises on the real IndexedDB, and the parts of the
//! interface in a real document. `cargo xtask test` runs it in headless Chrome.
#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::rc::Rc;

use daymark::browser::{random_bits, sleep};
use daymark::domain::entry::Change;
use daymark::domain::id::{BatchId, ClassId, StudentId, WriterId};
use daymark::domain::notebook::Notebook;
use daymark::domain::roster::Student;
use daymark::format::line::Kinds;
use daymark::storage::indexed_db::{IndexedDb, VERSION};
use daymark::storage::{ClassRow, Fault, Outside, Shelf, contract};
use daymark::ui::announcer::Announcer;
use daymark::ui::dialog::Dialog;
use daymark::ui::level::LevelPicker;
use js_sys::Promise;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

// Another tab, another version, a broken disk: what the app itself never does to its storage.
#[wasm_bindgen(inline_js = r#"
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const bytes = (text) => new TextEncoder().encode(text);

  // Makes the stores as the fixture says, by hand.
  export async function lay(name, fixture) {
    const { version, stores, pages } = JSON.parse(fixture);
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      for (const [store, rows] of Object.entries(stores)) {
        const made = db.createObjectStore(store);
        for (const [key, text] of Object.entries(rows)) made.put(text, key);
      }
      const made = db.createObjectStore("pages");
      for (const [key, text] of Object.entries(pages)) made.put(bytes(text), key);
    };
    (await asked(opening)).close();
  }

  // Opens the storage at a version, as another tab would, and lets it go.
  export async function open_at(name, version) {
    (await asked(indexedDB.open(name, version))).close();
  }

  // Overwrites one page: with bytes, or with what is not even bytes.
  export async function spoil(name, place, text, as_text) {
    const db = await asked(indexedDB.open(name));
    const pages = db.transaction("pages", "readwrite").objectStore("pages");
    const keys = await asked(pages.getAllKeys());
    await asked(pages.put(as_text ? text : bytes(text), keys[place]));
    db.close();
  }

  // All pages as text.
  export async function pages(name) {
    const db = await asked(indexedDB.open(name));
    const all = await asked(db.transaction("pages").objectStore("pages").getAll());
    db.close();
    return all.map((page) => (typeof page === "string" ? page : new TextDecoder().decode(page))).join("\n");
  }

  export const key = (element, key) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  // A finger or the mouse: a click with a count.
  export const tap = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
  // What the browser does to a group of radio buttons for an arrow key.
  export const arrow_to = (input) => input.click();
  export const has_focus = (element) => document.activeElement === element;
  export const is_modal = (dialog) => dialog.matches(":modal");
  export const close = (dialog) => dialog.close();
"#)]
extern "C" {
    fn lay(name: &str, fixture: &str) -> Promise;
    fn open_at(name: &str, version: u8) -> Promise;
    fn spoil(name: &str, place: u32, text: &str, as_text: bool) -> Promise;
    fn pages(name: &str) -> Promise;
    fn key(element: &Element, key: &str);
    fn tap(element: &Element);
    fn arrow_to(element: &Element);
    fn has_focus(element: &Element) -> bool;
    fn is_modal(dialog: &Element) -> bool;
    fn close(dialog: &Element);
}

// ---- storage ----

const CLASS: ClassId = ClassId::from_bits(5);

fn fresh_name() -> String {
    format!("test-{:016x}", random_bits())
}

async fn open(name: &str) -> Shelf {
    Shelf::Browser(IndexedDb::open(name, Kinds::EVERY, || {}, || {}).await.expect("a storage"))
}

async fn enrol(shelf: &Shelf, id: u64, name: &str) {
    let id = StudentId::from_bits(id);
    let change = Change::by_teacher(id, Student::named(id, name));
    let outside = Outside { now_ms: 1_790_000_000_000, bits: random_bits() };
    shelf.write(CLASS, BatchId::from_bits(random_bits()), vec![change], &[], outside).await.expect("a write");
}

async fn done(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.expect("what the test does by hand")
}

#[wasm_bindgen_test]
async fn the_real_storage_keeps_every_promise() {
    for (name, promise) in contract::PROMISES {
        console_log!("{name}");
        promise(open(&fresh_name()).await).await;
    }
}

#[wasm_bindgen_test]
async fn what_was_written_is_there_when_the_storage_is_opened_again() {
    let name = fresh_name();
    enrol(&open(&name).await, 1, "Ana").await;
    let again = open(&name).await.read(CLASS, 0).await.expect("a reading");
    assert_eq!(again.entries.len(), 1);
}

#[wasm_bindgen_test]
async fn two_tabs_write_at_the_same_time_and_no_number_is_taken_twice() {
    let name = fresh_name();
    let tabs = [open(&name).await, open(&name).await];
    let writes: js_sys::Array = (0..20_u64)
        .map(|i| {
            let tab = tabs[usize::try_from(i % 2).unwrap_or(0)].clone();
            future_to_promise(async move {
                enrol(&tab, i + 1, "Ana").await;
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    done(Promise::all(&writes)).await;
    for tab in tabs {
        let entries = tab.read(CLASS, 0).await.expect("a reading").entries;
        let numbers: Vec<u64> = entries.iter().map(|e| e.head.key.n).collect();
        assert_eq!(numbers, (1..=20).collect::<Vec<u64>>());
        let mut notebook = Notebook::new(CLASS);
        notebook.merge(entries);
        assert_eq!((notebook.students().len(), notebook.doubles().len()), (20, 0));
    }
}

#[wasm_bindgen_test]
async fn stores_of_version_1_open_and_go_on() {
    let name = fresh_name();
    done(lay(&name, include_str!("fixtures/e2e/stores-1.json"))).await;
    let shelf = open(&name).await;
    let class = ClassId::from_bits(0xc_1a55);
    let row = ClassRow { id: class, title: "Math 5B".to_owned(), demo: true, archived: false };
    assert_eq!(shelf.classes().await, Ok(vec![row]));
    let opened = shelf.read(class, 0).await.expect("a reading");
    assert_eq!((opened.entries.len(), opened.damage.len(), opened.upto), (5, 0, 2));
    assert_eq!(shelf.draft("00000000000000a1/goal").await, Ok(Some("Draw two".to_owned())));

    let id = StudentId::from_bits(9);
    let change = Change::by_teacher(id, Student::named(id, "Cem"));
    let outside = Outside { now_ms: 0, bits: 1 };
    let (new, place) =
        shelf.write(class, BatchId::from_bits(1), vec![change], &[], outside).await.expect("a write");
    assert_eq!((new[0].head.key.writer, new[0].head.key.n), (WriterId::from_bits(0x1234_5678_9abc_def0), 23));
    assert_eq!(place, 3);
    assert_eq!(shelf.read(class, 2).await.expect("a reading").entries, new);
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_is_let_in_and_told() {
    let name = fresh_name();
    let lost = Rc::new(Cell::new(false));
    let told = Rc::clone(&lost);
    let shelf = Shelf::Browser(
        IndexedDb::open(&name, Kinds::EVERY, || {}, move || told.set(true)).await.expect("a storage"),
    );
    enrol(&shelf, 1, "Ana").await;
    // It resolves only when nobody holds the older version any more.
    done(open_at(&name, VERSION + 1)).await;
    sleep(20).await;
    assert!(lost.get(), "the tab was told");
    assert_eq!(shelf.classes().await, Err(Fault::HeldByAnotherTab));
    let older = IndexedDb::open(&name, Kinds::EVERY, || {}, || {}).await;
    assert!(matches!(older, Err(Fault::Unavailable(_))), "an older app leaves newer stores alone: {older:?}");
}

#[wasm_bindgen_test]
async fn a_page_of_damaged_bytes_costs_itself_and_is_kept() {
    let name = fresh_name();
    let shelf = open(&name).await;
    for (id, student) in [(1, "Ana"), (2, "Ben"), (3, "Cem")] {
        enrol(&shelf, id, student).await;
    }
    done(spoil(&name, 1, "\u{0}half a p", false)).await;
    let opened = shelf.read(CLASS, 0).await.expect("a reading");
    assert_eq!(opened.entries.len(), 2);
    assert_eq!(opened.damage[0].text, "\u{0}half a p");
    enrol(&shelf, 4, "Dua").await;
    shelf.fold(CLASS).await.expect("a folding");
    assert!(done(pages(&name)).await.as_string().unwrap_or_default().contains("\u{0}half a p"));
}

#[wasm_bindgen_test]
async fn a_page_that_is_not_even_bytes_costs_itself() {
    let name = fresh_name();
    let shelf = open(&name).await;
    for (id, student) in [(1, "Ana"), (2, "Ben")] {
        enrol(&shelf, id, student).await;
    }
    done(spoil(&name, 0, "no bytes", true)).await;
    let opened = shelf.read(CLASS, 0).await.expect("a reading");
    assert_eq!((opened.entries.len(), opened.damage.len()), (1, 1));
}

// ---- parts of the interface ----

/// A part in the document, gone with the value.
struct Stage<M: Mountable> {
    root: HtmlElement,
    shown: Option<UnmountHandle<M>>,
}

impl<M: Mountable> Stage<M> {
    fn find(&self, what: &str) -> HtmlElement {
        let found = self.root.query_selector(what).expect("a selector");
        found.unwrap_or_else(|| panic!("no {what}")).unchecked_into()
    }

    fn all(&self, what: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(what).expect("a selector");
        (0..found.length()).filter_map(|i| found.get(i)).map(JsCast::unchecked_into).collect()
    }
}

impl<M: Mountable> Drop for Stage<M> {
    fn drop(&mut self) {
        drop(self.shown.take());
        self.root.remove();
    }
}

fn show<V: IntoView + 'static>(part: impl FnOnce() -> V + 'static) -> Stage<<View<V> as Render>::State> {
    let root: HtmlElement = document().create_element("div").expect("a div").unchecked_into();
    document().body().expect("a body").append_child(&root).expect("a place");
    let shown = mount_to(root.clone(), part);
    Stage { root, shown: Some(shown) }
}

/// Long enough for effects and for the next frame.
async fn settled() {
    sleep(60).await;
}

#[wasm_bindgen_test]
async fn a_level_is_picked_by_number_by_arrow_and_by_tap() {
    let picks = RwSignal::new(Vec::<(u8, bool)>::new());
    let stage = show(move || {
        let words = ["Just starting", "Getting there", "Got it"].map(str::to_owned).to_vec();
        let picked = Signal::derive(move || picks.with(|all| all.last().map(|(level, _)| *level)));
        let on_pick = Callback::new(move |pick| picks.update(|all| all.push(pick)));
        view! { <LevelPicker name="level" legend="How is it going?" words picked on_pick /> }
    });
    let radios = stage.all("input[type=radio]");
    assert_eq!(radios.len(), 3);
    assert_eq!(stage.find("legend").text_content().as_deref(), Some("How is it going?"));
    let checked = || {
        stage.all("input:checked").into_iter().filter_map(|i| i.get_attribute("value")).collect::<String>()
    };

    key(&radios[0], "2");
    settled().await;
    assert_eq!((picks.get_untracked(), checked()), (vec![(2, true)], "2".to_owned()));
    for other in ["4", "0", "x", "Tab"] {
        key(&radios[0], other);
    }
    assert_eq!(picks.with_untracked(Vec::len), 1, "there is no fourth level");

    arrow_to(&radios[2]);
    settled().await;
    assert_eq!((picks.get_untracked().last().copied(), checked()), (Some((3, false)), "3".to_owned()));

    tap(&radios[0]);
    settled().await;
    assert_eq!((picks.get_untracked().last().copied(), checked()), (Some((1, true)), "1".to_owned()));
    assert_eq!(picks.with_untracked(Vec::len), 3, "a tap is told once");
    tap(&radios[0]);
    assert_eq!(picks.get_untracked().last(), Some(&(1, true)), "the level that is picked can be tapped, too");
}

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_and_gives_it_back() {
    let open = RwSignal::new(false);
    let stage = show(move || {
        view! {
            <button id="before" on:click=move |_| open.set(true)>"Ask"</button>
            <Dialog open title="Sure?">
                <button id="inside">"Yes"</button>
            </Dialog>
        }
    });
    let (button, dialog) = (stage.find("#before"), stage.find("dialog"));
    button.focus().expect("a focus");
    button.click();
    settled().await;
    assert!(is_modal(&dialog));
    assert!(has_focus(&stage.find("#inside")));
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Sure?"));

    // What Escape does.
    close(&dialog);
    settled().await;
    assert!(!open.get_untracked() && has_focus(&button));
    assert!(stage.all("#inside").is_empty(), "nothing is kept behind a closed dialog");

    open.set(true);
    settled().await;
    open.set(false);
    settled().await;
    assert!(!is_modal(&dialog) && has_focus(&button));
}

#[wasm_bindgen_test]
async fn a_new_screen_is_named_focused_and_spoken() {
    let place = RwSignal::new("one".to_owned());
    let stage = show(move || {
        view! {
            <main>
                <h1>{move || format!("Screen {}", place.get())}</h1>
            </main>
            <Announcer changed=place />
        }
    });
    settled().await;
    let (heading, spoken) = (stage.find("h1"), stage.find("[role=status]"));
    assert_eq!(document().title(), "Screen one – Daymark");
    assert!(!has_focus(&heading), "the first screen takes no focus");
    assert_eq!(spoken.text_content().as_deref(), Some(""));

    place.set("two".to_owned());
    settled().await;
    assert_eq!(document().title(), "Screen two – Daymark");
    assert!(has_focus(&heading));
    assert_eq!(spoken.text_content().as_deref(), Some("Screen two"));
}
