//! The class map: a teacher sees where every student stands on every skill, and rates what they
//! just saw with a number key.

use leptos::prelude::*;

use super::map_table::{Column, MapTable};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::skill::Subject;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::level::Glyph;
use crate::words::{sort_by_name, words};

/// Which skills the map shows.
#[derive(Clone, Copy)]
struct Filter {
    subject: RwSignal<Option<Subject>>,
    in_focus: RwSignal<bool>,
}

impl Filter {
    fn lets_through(self, column: &Column) -> bool {
        let subject = self.subject.get().is_none_or(|subject| subject == column.subject);
        subject && (!self.in_focus.get() || column.in_focus)
    }
}

/// The class map.
#[component]
pub fn ClassMap() -> impl IntoView {
    let session = use_session();
    let students = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| {
            let mut all: Vec<(StudentId, String)> =
                nb.students().into_iter().map(|s| (s.id, s.name.clone())).collect();
            sort_by_name(&mut all, |(_, name)| name);
            all
        })
    });
    let skills = Memo::new(move |_| session.ask_slots(&[Slot::Skills], Column::all));
    let filter = Filter { subject: RwSignal::new(None), in_focus: RwSignal::new(false) };
    let columns = Memo::new(move |_| {
        let mut columns = skills.get();
        columns.retain(|column| filter.lets_through(column));
        columns
    });
    let nobody = Memo::new(move |_| students.with(Vec::is_empty));
    let nothing = Memo::new(move |_| skills.with(Vec::is_empty));
    let hidden = Memo::new(move |_| columns.with(Vec::is_empty));
    view! {
        <main id="main" class="class-map">
            {move || match (nobody.get(), nothing.get()) {
                (true, _) => {
                    view! {
                        <Head />
                        <NoStudents />
                    }
                        .into_any()
                }
                (_, true) => {
                    view! {
                        <Head />
                        <NoSkills />
                    }
                        .into_any()
                }
                _ => {
                    view! {
                        <Head>
                            <Tools skills filter students columns />
                        </Head>
                        <Legend />
                        <Show when=move || !hidden.get() fallback=move || view! { <NothingShown filter /> }>
                            <MapTable students columns />
                        </Show>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}

#[component]
fn Head(#[prop(optional)] children: Option<Children>) -> impl IntoView {
    let s = words().skills();
    view! {
        <div class="page-head">
            <div class="row">
                <h1>{s.title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.edit}</a>
            </div>
            {children.map(|children| children())}
        </div>
    }
}

#[component]
fn NoStudents() -> impl IntoView {
    let s = words().skills();
    view! {
        <Empty text=s.no_students>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>{s.add_students}</a>
        </Empty>
    }
}

#[component]
fn NoSkills() -> impl IntoView {
    let s = words().skills();
    view! {
        <Empty text=s.no_skills>
            <a class="btn go" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.choose_skills}</a>
        </Empty>
    }
}

#[component]
fn NothingShown(filter: Filter) -> impl IntoView {
    let s = words().skills();
    let show_all = move |_| {
        filter.subject.set(None);
        filter.in_focus.set(false);
        focus_on("map-subject");
    };
    view! {
        <Empty text=s.nothing_shown>
            <button class="btn go" on:click=show_all>{s.show_all}</button>
        </Empty>
    }
}

/// What is shown: the subject, the skills in focus, how much of it there is.
#[component]
fn Tools(
    skills: Memo<Vec<Column>>,
    filter: Filter,
    students: Memo<Vec<(StudentId, String)>>,
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let s = words().skills();
    let used = move || {
        let used = move |subject: &Subject| skills.with(|all| all.iter().any(|c| c.subject == *subject));
        Subject::ALL.into_iter().filter(used).collect::<Vec<_>>()
    };
    let options = move || {
        let option = |subject: Subject| {
            let chosen = filter.subject.get() == Some(subject);
            view! { <option value=value_of(subject) selected=chosen>{said::subject(subject)}</option> }
        };
        used().into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let value = event_target_value(&event);
        filter.subject.set(Subject::ALL.into_iter().find(|subject| value_of(*subject) == value));
    };
    let count = move || {
        let (rows, shown) = (students.with(Vec::len), columns.with(Vec::len));
        format!("{} · {}", s.students(rows), s.skills(shown))
    };
    view! {
        <div class="map-tools row">
            <label class="row">
                <span class="sm">{s.subject}</span>
                <select id="map-subject" class="plain" on:change=choose>
                    <option value="" selected=move || filter.subject.get().is_none()>{s.all_subjects}</option>
                    {options}
                </select>
            </label>
            <label class="check sm">
                <input
                    type="checkbox"
                    prop:checked=filter.in_focus
                    on:change=move |event| filter.in_focus.set(event_target_checked(&event))
                />
                {s.focus_only}
            </label>
            <p class="muted sm" role="status">{count}</p>
        </div>
    }
}

/// The value a subject has in the list of subjects.
fn value_of(subject: Subject) -> String {
    Subject::ALL.iter().position(|s| *s == subject).unwrap_or(0).to_string()
}

/// What the marks mean.
#[component]
fn Legend() -> impl IntoView {
    let session = use_session();
    let levels = Memo::new(move |_| session.ask_slots(&[Slot::Class, Slot::Scales], said::scale_words));
    let s = words().skills();
    let level = |(level, word): (u8, String), of: u8| {
        view! {
            <li class="level-tag">
                <Glyph level of />
                <span>{level} " " {word}</span>
            </li>
        }
    };
    let all = move || {
        let levels = levels.get();
        let of = u8::try_from(levels.len()).unwrap_or(4);
        (1..).zip(levels).map(|pair| level(pair, of)).collect_view()
    };
    view! {
        <ul class="map-legend sm" aria-label=s.legend>
            {all}
            <li class="level-tag">
                <Glyph level=0 of=4 />
                <span>{words().levels().none}</span>
            </li>
            <li class="level-tag">
                <span class="map-own lv2" data-level="2" aria-hidden="true"></span>
                <span>{s.legend_own}</span>
            </li>
            <li class="level-tag">
                <span class="decided-mark" aria-hidden="true"></span>
                <span>{s.legend_decided}</span>
            </li>
        </ul>
        <p class="muted sm map-hint" id="map-hint">{s.keys_hint}</p>
    }
}
