//! What a pre/post survey shows a teacher: who moved from where to where, how each question moved,
//! and one figure about the class where there are enough pairs. Nobody is ranked.

use leptos::prelude::*;

use super::arrows::Arrows;
use super::halves::Halves;
use super::questions::Questions;
use crate::domain::Notebook;
use crate::domain::exit_ticket::{ExitTicket, WALL_FLOOR};
use crate::domain::id::{StudentId, SurveyId};
use crate::domain::measure::Undefined;
use crate::domain::survey::{ScoredBy, SurveyReport};
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::screens::said::Names;
use crate::session::use_session;
use crate::ui::term::Term;
use crate::ui::wall;
use crate::words::{figure_to, list, short_day, words};

/// A report that cannot change while it is looked at.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub report: SurveyReport,
    pub title: String,
    /// The names as they may be shown.
    pub names: Names,
    /// Answers to either half.
    pub came: (usize, usize),
}

impl Shown {
    fn of(nb: &Notebook, id: SurveyId, hidden: bool) -> Option<Shown> {
        let report = nb.survey_report(id)?;
        let came = |ticket: &ExitTicket| nb.results(ticket.id).map_or(0, |r| r.came);
        Some(Shown {
            title: asked::title(nb, &report.before),
            names: Names::of_class(nb, hidden),
            came: (came(&report.before), report.after.as_ref().map_or(0, came)),
            report,
        })
    }

    /// These students by name, as one sentence lists them.
    fn list(&self, students: &[StudentId]) -> String {
        list(self.names.in_order(students).into_iter().map(|id| self.names.of(id)))
    }
}

/// The screen.
#[component]
pub fn SurveyScreen(id: SurveyId) -> impl IntoView {
    let session = use_session();
    // It is often looked at with the class while answers still come in.
    let hidden =
        wall::hidden_names(session.peek(|nb| nb.survey(id).is_some_and(|survey| survey.is_open(nb))));
    let shown = Memo::new(move |_| session.ask(|nb| Shown::of(nb, id, hidden.get())));
    let named = Memo::new(move |_| shown.with(|s| s.as_ref().is_some_and(|s| !s.report.before.anonymous)));
    let title = Memo::new(move |_| shown.with(|s| s.as_ref().map(|s| s.title.clone())));
    let s = words().survey();
    move || {
        if title.with(Option::is_none) {
            return view! {
                <main id="main" class="narrow stack">
                    <h1>{s.unknown}</h1>
                    <a class="btn go" href=Route::Teacher(TeacherScreen::Today).href()>{s.to_today}</a>
                </main>
            }
            .into_any();
        }
        let report = move || shown.get().map(|shown| view! { <Report shown /> });
        view! {
            <main id="main" class="survey">
                <div class="page-head">
                    <div>
                        <h1 dir="auto">{move || title.get()}</h1>
                        <p><Term of=Term::PrePost text=s.title /></p>
                    </div>
                    <div class="row noprint">
                        <Show when=move || named.get()>
                            <wall::HideNames label=words().live().hide hidden=hidden />
                        </Show>
                        <button class="btn" on:click=|_| crate::browser::print()>{words().app().print}</button>
                    </div>
                </div>
                {report}
            </main>
        }
        .into_any()
    }
}

#[component]
fn Report(shown: Shown) -> impl IntoView {
    let anonymous = shown.report.before.anonymous;
    let named = (!anonymous).then(|| {
        let shown = shown.clone();
        view! {
            <Arrows shown=shown.clone() />
            <ClassFigure shown=shown.clone() />
            <Questions shown=shown.clone() />
        }
    });
    let halves = shown.report.halves.clone();
    let before = shown.report.before.clone();
    let halves = halves.map(|halves| view! { <Halves halves before /> });
    view! {
        <BothHalves shown />
        {halves}
        {named}
    }
}

/// The two checks, with how many answers came.
#[component]
fn BothHalves(shown: Shown) -> impl IntoView {
    let s = words().survey();
    let half = |ticket: &ExitTicket, came: usize, head: &'static str| {
        let live = Route::Teacher(TeacherScreen::Ticket(ticket.id)).href();
        view! {
            <li>
                <a href=live>{head}</a>
                " "
                <span class="muted sm">{short_day(ticket.day)} " · " {s.answers(came)}</span>
            </li>
        }
    };
    let before = half(&shown.report.before, shown.came.0, s.before);
    let after = shown.report.after.as_ref().map(|after| half(after, shown.came.1, s.after));
    let waiting = after.is_none().then(|| view! { <li class="muted">{s.no_after}</li> });
    view! {
        <ul class="row both-halves">
            {before} {after} {waiting}
        </ul>
    }
}

/// What the scores are made from, in words.
pub(super) fn rule(scored_by: ScoredBy) -> &'static str {
    let s = words().survey();
    match scored_by {
        ScoredBy::Keys => s.by_keys,
        ScoredBy::Steps => s.by_steps,
        ScoredBy::Nothing => s.by_nothing,
    }
}

/// The one figure about the class, with all it leaves out; too few pairs are a sentence.
#[component]
fn ClassFigure(shown: Shown) -> impl IntoView {
    let s = words().survey();
    let report = &shown.report;
    if report.after.is_none() || report.scored_by == ScoredBy::Nothing {
        return ().into_any();
    }
    let pairs = report.pairs.len();
    let figure = match report.change.value {
        Ok(measure) => {
            let value = view! { <strong class="big">{figure_to(measure.value, 2)}</strong> };
            view! { <p>{value} " " {s.from_pairs(measure.n)}</p> }.into_any()
        }
        Err(Undefined::TooFew { have, needed }) if have == pairs => {
            view! { <p class="status">{s.few_pairs(have, &needed)}</p> }.into_any()
        }
        Err(Undefined::TooFew { have, needed }) => {
            view! { <p class="status">{s.few_count(have, &needed)}</p> }.into_any()
        }
        Err(_) => view! { <p class="status">{s.no_figure}</p> }.into_any(),
    };
    let meaning = report.change.value.is_ok().then(|| view! { <p class="muted sm">{s.change_means}</p> });
    let line = |n: usize, text: String| (n > 0).then(|| view! { <li>{text}</li> });
    let left_out = [
        line(report.change.missing, s.missing(report.change.missing)),
        line(report.change.dropped, s.dropped(report.change.dropped)),
        line(report.at_ceiling, s.ceiling(report.at_ceiling)),
    ];
    let effect = report.effect.as_ref().ok().map(|measure| {
        let text = s.effect(&figure_to(measure.value, 2), &measure.n);
        view! {
            <details>
                <summary>{s.effect_title}</summary>
                <p>
                    <Term of=Term::EffectSize />
                    ": "
                    {text}
                </p>
                <p class="muted sm">{s.effect_means}</p>
            </details>
        }
    });
    view! {
        <section class="card stack">
            <h2><Term of=Term::NormalizedChange text=s.class_figure /></h2>
            {figure}
            {meaning}
            <ul class="bullets sm">{left_out}</ul>
            <Unmatched shown=shown.clone() />
            {effect}
        </section>
    }
    .into_any()
}

/// Who has one half only, by name.
#[component]
fn Unmatched(shown: Shown) -> impl IntoView {
    let s = words().survey();
    let line = |students: &[StudentId], text: fn(&str) -> String| {
        (!students.is_empty()).then(|| {
            let text = text(&shown.list(students));
            view! { <p dir="auto">{text}</p> }
        })
    };
    let before = line(&shown.report.only_before, |names| words().survey().only_before(&names));
    let after = line(&shown.report.only_after, |names| words().survey().only_after(&names));
    let apart = line(&shown.report.apart, |names| words().survey().apart(&names));
    let none = (apart.is_none() && before.is_none() && after.is_none() && !shown.report.pairs.is_empty())
        .then(|| view! { <p class="muted sm">{s.all_matched}</p> });
    view! { {before} {after} {apart} {none} }
}

/// The floor below which nothing of a half without names is shown.
pub(super) const FLOOR: usize = WALL_FLOOR;
