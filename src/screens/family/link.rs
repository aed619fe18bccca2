//! A link for one family: from the notebook to the address, its preview, and what can be done with it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::report::FamilyReportView;
use super::slips::Slips;
use crate::browser;
use crate::domain::entry::Change;
use crate::domain::family::{FamilyReport, FamilyShared};
use crate::domain::id::StudentId;
use crate::domain::{Day, Notebook};
use crate::format::family_link::{self, LONGEST_LINK};
use crate::format::starter::{Language, StarterSkill};
use crate::route::family_href;
use crate::screens::said;
use crate::ui::icon::{Icon, Picture};
use crate::words::{self, in_language, words};

/// A link as it would be made now.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Whose family it is for.
    pub student: StudentId,
    /// All that travels in it.
    pub report: FamilyReport,
    /// The whole address.
    pub address: String,
    /// Skills left out so that the printed code stays coarse.
    pub left_out: usize,
}

impl Draft {
    /// The link for a student's family; `None` for an unknown student. `set` is the starter set.
    pub fn new(
        notebook: &Notebook,
        student: StudentId,
        today: Day,
        weeks: u64,
        set: &[StarterSkill],
    ) -> Option<Draft> {
        let shipped = shipped_words(notebook);
        let whole = notebook.family_report(student, today, today.plus(7 * weeks), &shipped)?;
        let app = window().location().href().unwrap_or_default();
        let skills = whole.skills.len();
        let room = LONGEST_LINK.saturating_sub(family_href(&app, "").len());
        let report = family_link::fitting(whole, set, room);
        let address = family_href(&app, &family_link::write(&report, set));
        Some(Draft { student, left_out: skills - report.skills.len(), report, address })
    }

    /// Whether there is anything to see for the family yet.
    pub fn has_evidence(&self) -> bool {
        !self.report.skills.is_empty()
    }

    /// The note that it was made. The link itself is not kept.
    pub fn noted(&self) -> Change {
        let shared = FamilyShared { day: self.report.as_of, expires: self.report.expires };
        Change::by_teacher(self.student, shared)
    }
}

/// The level words that need not travel: the class's own when they are the shipped ones of any
/// language, because the page has those in every language.
fn shipped_words(notebook: &Notebook) -> [&'static str; 4] {
    let shipped = Language::ALL.map(|language| in_language(language, said::shipped_levels));
    let class = said::scale_words(notebook);
    shipped.into_iter().find(|words| class == *words).unwrap_or_default()
}

/// The page as the family will see it, in each of its languages.
#[component]
pub fn Preview(
    /// The link, made or not.
    #[prop(into)]
    shown: Signal<Option<Draft>>,
    /// Whether it stands on paper too.
    printed: Signal<bool>,
) -> impl IntoView {
    let s = words().share();
    let language = RwSignal::new(words::language());
    let l = words().looks();
    let tab = move |of: Language, name: &'static str| {
        view! {
            <button
                class="btn small"
                lang=of.code()
                aria-pressed=move || (language.get() == of).to_string()
                on:click=move |_| language.set(of)
            >
                {name}
            </button>
        }
    };
    let page = move || {
        let language = language.get();
        let draft = shown.get()?;
        let note =
            (draft.left_out > 0).then(|| view! { <p class="problem">{s.left_out(draft.left_out)}</p> });
        let page = in_language(language, || {
            let title = words().family().learning(&draft.report.child);
            view! {
                <p>
                    <strong>{title}</strong>
                </p>
                <FamilyReportView report=draft.report />
            }
            .into_any()
        });
        Some(view! { {note} <div class="as-family stack" lang=language.code()>{page}</div> })
    };
    view! {
        <section class="preview stack" class:noprint=move || !printed.get()>
            <div class="row between noprint">
                <h2>{s.preview}</h2>
                <div class="row">{tab(Language::En, l.english)} {tab(Language::Es, l.spanish)}</div>
            </div>
            {page}
        </section>
    }
}

/// The link, to copy, to open, to print.
#[component]
pub fn Made(
    /// The link.
    draft: Draft,
) -> impl IntoView {
    let s = words().share();
    let node = NodeRef::<html::Input>::new();
    let copied = RwSignal::new(None::<bool>);
    let select = move || {
        if let Some(input) = node.get_untracked() {
            // It fails only for an element that is gone.
            let _ = input.focus();
            input.select();
        }
    };
    Effect::new(move || {
        if node.get().is_some() {
            select();
        }
    });
    let address = StoredValue::new(draft.address.clone());
    let copy = move |_| {
        spawn_local(async move {
            let done = browser::copy(&address.get_value()).await;
            if !done {
                select();
            }
            copied.set(Some(done));
        });
    };
    let told = move || match copied.get() {
        None => "",
        Some(true) => s.copied,
        Some(false) => s.copy_by_hand,
    };
    let length = draft.address.chars().count();
    let long = (length > LONGEST_LINK).then(|| view! { <p class="problem">{s.too_long}</p> });
    view! {
        <section class="card stack make">
            <div class="stack noprint">
                <h2>{s.ready}</h2>
                <p id="link-kept">{s.kept}</p>
                <label class="field">
                    <span>{s.link}</span>
                    <input
                        node_ref=node
                        readonly
                        aria-describedby="link-kept"
                        value=draft.address.clone()
                    />
                </label>
                {long}
                <div class="row">
                    <button class="btn go" on:click=copy>
                        <Icon of=Picture::Link />
                        {s.copy}
                    </button>
                    <a class="btn" href=draft.address.clone() target="_blank">{s.open}</a>
                    <button class="btn" on:click=|_| browser::print()>
                        <Icon of=Picture::Print />
                        {s.print_slip}
                    </button>
                    <span class="muted sm">{s.length(&length)}</span>
                </div>
                <p role="status">{told}</p>
            </div>
            <Slips drafts=vec![draft] />
        </section>
    }
}
