//! The class pack for students' own devices: a file, a link, a card for each student.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cards::{Card, Cards};
use super::keys::{NoKeys, keys};
use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::Version;
use crate::domain::hand_in::{skills_in, with_less};
use crate::domain::id::StudentId;
use crate::format::class_pack::{self, ClassPack as Pack};
use crate::route::{Route, TeacherScreen, join_href};
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::ui::scan::{self, Scan};
use crate::words::words;

/// The longest link on a card, in characters: what a code of 145 squares holds, which a card prints
/// coarse enough for a phone.
const LONGEST_ON_A_CARD: usize = 1_950;

/// The screen.
#[component]
pub fn ClassPack() -> impl IntoView {
    let session = use_session();
    let any = Memo::new(move |_| session.ask(|nb| !nb.students().is_empty()));
    let cards = RwSignal::new(Vec::<Card>::new());
    let told = RwSignal::new(None::<Result<&'static str, &'static str>>);
    let working = RwSignal::new(false);
    let made = RwSignal::new(None::<Made>);
    let p = words().pack();
    let run = move |what: What| {
        if working.get_untracked() {
            return;
        }
        working.set(true);
        told.set(None);
        spawn_local(async move {
            let done = match what {
                What::Cards => make_cards(session, made).await.map(|made| {
                    let _ = cards.try_set(made);
                    p.cards_ready
                }),
                What::File => whole(session).await.map(|text| {
                    let title = session.peek(|nb| nb.class().map(|c| c.title.clone()).unwrap_or_default());
                    browser::download(&p.file_name(&title), text.as_bytes(), "text/plain");
                    p.file_ready
                }),
                What::Link => match whole(session).await {
                    Err(why) => Err(why),
                    Ok(text) if browser::copy(&address(&text)).await => Ok(p.link_ready),
                    Ok(_) => Err(p.not_copied),
                },
            };
            // The screen may be gone by now.
            let _ = (made.try_set(None), told.try_set(Some(done)), working.try_set(false));
        });
    };
    let button = move |what: What, text: &'static str| {
        view! {
            <button
                class="btn"
                aria-disabled=move || working.get().to_string()
                on:click=move |_| run(what)
            >
                {text}
            </button>
        }
    };
    let buttons = view! {
        {button(What::File, p.save_file)} {button(What::Link, p.copy_link)} {button(What::Cards, p.make_cards)}
    };
    let buttons = StoredValue::new_local(Some(buttons));
    view! {
        <main id="main">
            <div class="page-head noprint">
                <div>
                    <h1>{p.title}</h1>
                    <p class="muted">{p.lead}</p>
                </div>
                <a class="btn" href=Route::Teacher(TeacherScreen::Class).href()>{words().nav().class_}</a>
            </div>
            <Inside />
            {move || {
                if any.get() {
                    view! { <div class="row noprint pack-ways">{buttons.try_update_value(Option::take).flatten()}</div> }
                        .into_any()
                } else {
                    view! {
                        <Empty text=p.nobody>
                            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>
                                {words().share().add_students}
                            </a>
                        </Empty>
                    }
                        .into_any()
                }
            }}
            <p class="noprint" role="status">{move || told.get().and_then(Result::ok)}</p>
            <CardsMade made />
            <p class="problem noprint" role="alert">{move || told.get().and_then(Result::err)}</p>
            <Show when=move || !cards.with(Vec::is_empty)>
                <section class="stack">
                    <div class="row noprint">
                        <button class="btn go" on:click=|_| browser::print()>
                            <Icon of=Picture::Print />
                            {p.print_cards}
                        </button>
                        <p class="muted">{p.cards_text}</p>
                    </div>
                    <Cards cards=cards.get() />
                </section>
            </Show>
        </main>
    }
}

/// What is made of the pack.
#[derive(Debug, Clone, Copy)]
enum What {
    File,
    Link,
    Cards,
}

/// How many cards are made, and of how many.
type Made = (usize, usize);

/// How far the cards are. They take a while on a slow device.
#[component]
fn CardsMade(made: RwSignal<Option<Made>>) -> impl IntoView {
    let p = words().pack();
    move || {
        made.get().map(|(n, of)| {
            view! {
                <label class="row noprint">
                    {p.cards_making(&n, &of)}
                    <progress max=of value=n></progress>
                </label>
            }
        })
    }
}

/// What is in a pack, who may have it, and for how long it is good.
#[component]
fn Inside() -> impl IntoView {
    let p = words().pack();
    view! {
        <section class="card stack noprint">
            <h2>{p.inside}</h2>
            <ul class="bullets">
                <li>{p.inside_skills}</li>
                <li>{p.inside_students}</li>
                <li>{p.inside_keys}</li>
                <li>{p.inside_not}</li>
            </ul>
            <p>{p.whoever}</p>
            <p>{p.older}</p>
        </section>
    }
}

/// The address that brings a pack to a device.
fn address(text: &str) -> String {
    join_href(&window().location().href().unwrap_or_default(), text)
}

fn no_keys(why: NoKeys) -> &'static str {
    match why {
        NoKeys::NotSecure => words().collect().not_secure,
        NoKeys::NotKept => words().collect().not_kept,
    }
}

async fn script() -> Result<Scan, &'static str> {
    scan::load().await.ok_or(words().join().not_loaded)
}

/// A pack as the text of a link or a file.
async fn text_of(script: &Scan, pack: &Pack) -> Result<String, &'static str> {
    let packed = script.packed(&class_pack::write(pack)).await.ok_or(words().pack().not_made)?;
    Ok(class_pack::wrap(&packed))
}

fn pack_of(notebook: &Notebook, students: &[StudentId], whole: bool, things: Vec<Change>) -> Pack {
    let second = students.iter().copied().filter(|id| notebook.first_version(*id) == Version::B).collect();
    Pack { class: notebook.class_id(), whole, second, things }
}

/// The pack for the whole class.
async fn whole(session: Session) -> Result<String, &'static str> {
    let students: Vec<StudentId> = session.peek(|nb| nb.students().iter().map(|s| s.id).collect());
    let keys = keys(session, &students).await.map_err(no_keys)?;
    let pack = session.peek(|nb| pack_of(nb, &students, true, nb.packed(&students, &keys)));
    text_of(&script().await?, &pack).await
}

/// A card for each student, with as much of the pack as fits into a code.
async fn make_cards(session: Session, made: RwSignal<Option<Made>>) -> Result<Vec<Card>, &'static str> {
    let students = session.peek(said::students_by_name);
    let count = students.len();
    let ids: Vec<StudentId> = students.iter().map(|(id, _)| *id).collect();
    let keys = keys(session, &ids).await.map_err(no_keys)?;
    let script = script().await?;
    let mut cards = Vec::new();
    for (student, name) in students {
        let _ = made.try_set(Some((cards.len(), count)));
        // The browser paints in between.
        browser::sleep(0).await;
        let own: Vec<_> = keys.iter().filter(|(of, _)| of.is_none_or(|of| of == student)).cloned().collect();
        let all = session.peek(|nb| nb.packed_for(student, &own));
        let skills = skills_in(&all);
        let (mut things, mut step) = (all.clone(), 0);
        let (link, left_out) = loop {
            let fits = skills - skills_in(&things);
            let pack = session.peek(|nb| pack_of(nb, &[student], step == 0, things.clone()));
            let link = address(&text_of(&script, &pack).await?);
            if link.len() <= LONGEST_ON_A_CARD {
                break (link, fits);
            }
            step += 1;
            match with_less(&all, step) {
                Some(less) => things = less,
                None => break (link, fits),
            }
        };
        cards.push(Card { name, link, left_out });
    }
    Ok(cards)
}
