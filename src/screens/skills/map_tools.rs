//! What the class map shows and in which order.

use std::sync::Arc;

use leptos::prelude::*;

use super::map_table::Column;
use crate::domain::Day;
use crate::domain::class_map::{RowFilter, RowOrder};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::skill::Subject;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::words::{sort_by_name, words};

/// What a teacher chose to see.
#[derive(Clone, Copy)]
pub struct Filter {
    subject: RwSignal<Option<Subject>>,
    in_focus: RwSignal<bool>,
    order: RwSignal<RowOrder>,
    who: RwSignal<RowFilter>,
    /// The part of the class whose rows are shown; all of it when there is none.
    pub section: RwSignal<Option<Arc<str>>>,
    /// The day to compare with.
    pub then: RwSignal<Option<Day>>,
}

impl Filter {
    /// Everything, by name.
    pub fn new() -> Filter {
        Filter {
            subject: RwSignal::new(None),
            in_focus: RwSignal::new(false),
            order: RwSignal::new(RowOrder::default()),
            who: RwSignal::new(RowFilter::default()),
            section: RwSignal::new(None),
            then: RwSignal::new(None),
        }
    }

    /// Whether a column is shown.
    pub fn lets_through(self, column: &Column) -> bool {
        let subject = self.subject.get().is_none_or(|subject| subject == column.subject);
        subject && (!self.in_focus.get() || column.in_focus)
    }

    /// The order of the rows, and which are shown.
    pub fn rows(self) -> (RowOrder, RowFilter) {
        (self.order.get(), self.who.get())
    }

    /// Leaves nothing out any more.
    pub fn show_all(self) {
        self.subject.set(None);
        self.in_focus.set(false);
        self.who.set(RowFilter::default());
        self.section.set(None);
    }
}

/// A list to choose one of a few values from.
fn choice<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    id: &'static str,
    now: RwSignal<T>,
    all: Vec<(T, impl Into<String>)>,
) -> impl IntoView {
    let values: Vec<T> = all.iter().map(|(value, _)| value.clone()).collect();
    let option = move |(i, (value, text)): (usize, (T, _))| {
        let text: String = Into::into(text);
        view! { <option value=i.to_string() prop:selected=move || now.with(|now| *now == value)>{text}</option> }
    };
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(value) = at.and_then(|i| values.get(i)) {
            now.set(value.clone());
        }
    };
    view! {
        <label class="row">
            <span class="sm">{label}</span>
            <select id=id class="plain" on:change=choose>
                {all.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}

/// What is shown: subject, skills in focus, order, who, the day to compare with, how much there is.
#[component]
pub fn Tools(
    /// All skills.
    skills: Memo<Vec<Column>>,
    /// What was chosen.
    filter: Filter,
    /// The rows shown.
    rows: Memo<Vec<(StudentId, String)>>,
    /// The columns shown.
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let s = words().skills();
    let subjects = move || {
        let used = |subject: &Subject| skills.with(|all| all.iter().any(|c| c.subject == *subject));
        let used = Subject::ALL.into_iter().filter(used).map(|one| (Some(one), said::subject(one)));
        std::iter::once((None, s.all_subjects)).chain(used).collect::<Vec<_>>()
    };
    let orders = vec![
        (RowOrder::Name, s.sort_name),
        (RowOrder::Level, s.sort_level),
        (RowOrder::Growth, s.sort_growth),
        (RowOrder::LastEvidence, s.sort_evidence),
    ];
    let who = vec![
        (RowFilter::Everybody, s.who_all),
        (RowFilter::ViewDiffers, s.who_differs),
        (RowFilter::NoLevel, s.who_no_level),
    ];
    let count = move || {
        let (rows, shown) = (rows.with(Vec::len), columns.with(Vec::len));
        format!("{} · {}", s.students(rows), s.skills(shown))
    };
    view! {
        <div class="map-tools row">
            {move || choice(s.subject, "map-subject", filter.subject, subjects())}
            <label class="check sm">
                <input
                    type="checkbox"
                    prop:checked=filter.in_focus
                    on:change=move |event| filter.in_focus.set(event_target_checked(&event))
                />
                {s.focus_only}
            </label>
            {choice(s.sort, "map-sort", filter.order, orders)}
            {choice(s.who, "map-who", filter.who, who)}
            <Sections section=filter.section />
            <Compare then=filter.then />
            <p class="muted sm" role="status">{count}</p>
        </div>
    }
}

/// The part of the class that is shown, where the class has parts.
#[component]
fn Sections(section: RwSignal<Option<Arc<str>>>) -> impl IntoView {
    let session = use_session();
    let known = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| {
            nb.sections().into_iter().map(Arc::from).collect::<Vec<Arc<str>>>()
        })
    });
    let s = words().section();
    let options = move || {
        let mut known = known.get();
        sort_by_name(&mut known, |section| section);
        let known = known.into_iter().map(|section| (Some(section.clone()), section.to_string()));
        std::iter::once((None, s.all.to_owned())).chain(known).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || !known.with(Vec::is_empty)>
            {move || choice(s.section, "map-section", section, options())}
        </Show>
    }
}

/// The day to compare with.
#[component]
fn Compare(then: RwSignal<Option<Day>>) -> impl IntoView {
    let session = use_session();
    let s = words().skills();
    let stop = move |_| {
        then.set(None);
        focus_on("map-then");
    };
    view! {
        <div class="row">
            <label class="row">
                <span class="sm">{s.compare}</span>
                <input
                    id="map-then"
                    class="plain"
                    type="date"
                    max=move || session.today.get().to_string()
                    prop:value=move || then.get().map(|day| day.to_string()).unwrap_or_default()
                    on:change=move |event| then.set(event_target_value(&event).parse().ok())
                />
            </label>
            <Show when=move || then.get().is_some()>
                <button class="btn small" on:click=stop>{s.stop_compare}</button>
            </Show>
        </div>
    }
}
