//! A teacher shares with families: sees who has had a link, makes one for a child's family after
//! reading what it means and seeing what the family will see, or makes slips for everybody.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::link::{Draft, Made, Preview};
use super::slips::Slips;
use super::terms::{Before, WeeksPicker};
use crate::browser;
use crate::domain::entry::Body;
use crate::domain::family::{EXPIRES_AFTER, FamilyShared};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::{Day, Notebook};
use crate::format::starter::skills;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::words::{self, short_day, sort_by_name, words};

/// When a link was last made for a student's family.
fn last_shared(notebook: &Notebook, student: StudentId) -> Option<FamilyShared> {
    notebook.slot(Slot::Shares(student)).rev().find_map(|entry| match &entry.body {
        Body::FamilyShared(shared) => Some(shared.clone()),
        _ => None,
    })
}

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Row {
    student: StudentId,
    name: String,
    shared: Option<FamilyShared>,
    has_evidence: bool,
}

fn rows(notebook: &Notebook) -> Vec<Row> {
    let skills = notebook.skills();
    let row = |student: &crate::domain::roster::Student| Row {
        student: student.id,
        name: student.name.clone(),
        shared: last_shared(notebook, student.id),
        has_evidence: skills.iter().any(|s| !notebook.evidence(student.id, s.id).is_empty()),
    };
    let mut rows: Vec<Row> = notebook.students().into_iter().map(row).collect();
    sort_by_name(&mut rows, |row| &row.name);
    rows
}

/// All families: who has had a link, the way to each, and slips for everybody.
#[component]
pub fn Share() -> impl IntoView {
    let session = use_session();
    let rows = Memo::new(move |_| session.ask(rows));
    let slips = RwSignal::new(Vec::<Draft>::new());
    let asking = RwSignal::new(false);
    let s = words().share();
    let list = move || {
        let lines = rows.get().into_iter().map(|row| view! { <RowLink row today=session.today.get() /> });
        view! { <ul class="share-list">{lines.collect_view()}</ul> }
    };
    let nobody = view! {
        <Empty text=s.nobody>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>{s.add_students}</a>
        </Empty>
    };
    let nobody = StoredValue::new_local(Some(nobody));
    view! {
        <main id="main">
            <div class="page-head noprint">
                <div>
                    <h1>{s.title}</h1>
                    <p class="muted">{s.lead}</p>
                </div>
                <button class="btn" on:click=move |_| asking.set(true)>
                    <Icon of=Picture::Print />
                    {s.all}
                </button>
            </div>
            {move || match (rows.with(Vec::is_empty), slips.with(Vec::is_empty)) {
                (true, _) => nobody.try_update_value(Option::take).flatten().into_any(),
                (_, false) => view! { <Sheet slips /> }.into_any(),
                _ => list().into_any(),
            }}
            <Dialog open=asking title=s.all>
                <AskForAll asking slips />
            </Dialog>
        </main>
    }
}

/// One child's family in the list.
#[component]
fn RowLink(row: Row, today: Day) -> impl IntoView {
    let s = words().share();
    let state = match &row.shared {
        Some(shared) if today > shared.expires => s.ended(&short_day(shared.day), &short_day(shared.expires)),
        Some(shared) => s.until(&short_day(shared.day), &short_day(shared.expires)),
        None if !row.has_evidence => s.no_evidence.to_owned(),
        None => s.never.to_owned(),
    };
    view! {
        <li>
            <a class="choice" href=Route::Teacher(TeacherScreen::ShareOne(row.student)).href()>
                <Icon of=Picture::Family />
                <span>{row.name} <small>{state}</small></span>
            </a>
        </li>
    }
}

/// What making all links means, and the button that does it.
#[component]
fn AskForAll(asking: RwSignal<bool>, slips: RwSignal<Vec<Draft>>) -> impl IntoView {
    let session = use_session();
    let weeks = RwSignal::new(EXPIRES_AFTER / 7);
    let s = words().share();
    let drafts = Memo::new(move |_| {
        let (set, today) = (skills(words::language()), session.today.get());
        session.ask(|nb| {
            let drafts =
                rows(nb).into_iter().filter_map(|row| Draft::new(nb, row.student, today, weeks.get(), &set));
            drafts.filter(Draft::has_evidence).collect::<Vec<_>>()
        })
    });
    let make = move |_| {
        let drafts = drafts.get_untracked();
        spawn_local(async move {
            if session.write(drafts.iter().map(Draft::noted).collect()).await.is_ok() {
                asking.set(false);
                slips.set(drafts);
            }
        });
    };
    let count = move || drafts.with(Vec::len);
    view! {
        <Show when=move || { count() > 0 } fallback=move || view! { <p>{s.all_none}</p> }>
            <p>{move || s.all_count(count())}</p>
            <Before />
            <WeeksPicker weeks today=session.today on_choice=|()| {} />
        </Show>
        <div class="row">
            <Show when=move || { count() > 0 }>
                <button class="btn go" on:click=make>{move || s.all_make(count())}</button>
            </Show>
            <button class="btn" on:click=move |_| asking.set(false)>{words().app().cancel}</button>
        </div>
    }
}

/// All slips, ready to print.
#[component]
fn Sheet(slips: RwSignal<Vec<Draft>>) -> impl IntoView {
    let s = words().share();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            // It fails only for an element that is gone.
            let _ = heading.focus();
        }
    });
    let drafts = slips.get_untracked();
    view! {
        <section class="stack">
            <div class="noprint stack">
                <h2 node_ref=heading tabindex="-1">{s.all_ready(drafts.len())}</h2>
                <p>{s.all_hand}</p>
                <div class="row">
                    <button class="btn go" on:click=|_| browser::print()>
                        <Icon of=Picture::Print />
                        {words().app().print}
                    </button>
                    <button class="btn" on:click=move |_| slips.set(Vec::new())>{s.all_back}</button>
                </div>
            </div>
            <Slips drafts />
        </section>
    }
}

/// The link for one child's family.
#[component]
pub fn ShareOne(
    /// Whose family.
    student: StudentId,
) -> impl IntoView {
    let session = use_session();
    let weeks = RwSignal::new(EXPIRES_AFTER / 7);
    let made = RwSignal::new(None::<Draft>);
    let set = StoredValue::new(skills(words::language()));
    let draft = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| set.with_value(|set| Draft::new(nb, student, today, weeks.get(), set)))
    });
    let shown = Memo::new(move |_| made.get().or(draft.get()));
    let child = Memo::new(move |_| session.ask(|nb| said::name_of(nb, student)));
    let known = Memo::new(move |_| draft.with(Option::is_some));
    let s = words().share();
    let make = move |_| {
        let Some(draft) = draft.get_untracked() else { return };
        spawn_local(async move {
            if session.write(vec![draft.noted()]).await.is_ok() {
                made.set(Some(draft));
            }
        });
    };
    let title = move || if known.get() { s.for_family(&child.get()) } else { s.unknown.to_owned() };
    view! {
        <main id="main">
            <div class="page-head noprint">
                <h1>{title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Share).href()>{s.back}</a>
            </div>
            <Show when=move || known.get()>
                <div class="share-one">
                    <section class="card stack what-it-means" class:noprint=move || made.with(Option::is_some)>
                        <h2>{s.before}</h2>
                        <Before />
                        <WeeksPicker weeks today=session.today on_choice=move |()| made.set(None) />
                    </section>
                    <Preview shown printed=Signal::derive(move || made.with(Option::is_none)) />
                    {move || match made.get() {
                        Some(draft) => view! { <Made draft /> }.into_any(),
                        None => {
                            view! {
                                <p class="make noprint">
                                    <button class="btn go wide" on:click=make>
                                        <Icon of=Picture::Link />
                                        {s.make}
                                    </button>
                                </p>
                            }
                                .into_any()
                        }
                    }}
                </div>
            </Show>
        </main>
    }
}
