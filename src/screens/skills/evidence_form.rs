//! The form of a piece of evidence: what level was shown, on which day, where, and what was seen.
//! It adds a new piece or mends one that is there.

use leptos::prelude::*;

use super::cell::Place;
use super::rating::{score, write};
use crate::domain::evidence::{Code, Evidence, Mark, Source};
use crate::domain::scale::Level;
use crate::domain::{Change, Day, EntryKey};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::day_field::DayField;
use crate::ui::level::LevelPicker;
use crate::words::words;

/// Where evidence a teacher types can come from.
const SOURCES: [Source; 3] = [Source::Observation, Source::WorkSample, Source::Conference];
const CODES: [Code; 4] = [Code::Absent, Code::Excused, Code::NotAssessed, Code::NotEnoughEvidence];

/// What is typed.
#[derive(Clone, Copy)]
struct Draft {
    level: RwSignal<Option<u8>>,
    day: RwSignal<String>,
    source: RwSignal<Source>,
    note: RwSignal<String>,
    problem: RwSignal<Option<Problem>>,
}

/// What has to be mended.
#[derive(Clone, Copy, PartialEq)]
enum Problem {
    NoLevel,
    NoDay,
    FutureDay,
}

impl Draft {
    fn blank(today: Day) -> Draft {
        Draft {
            level: RwSignal::new(None),
            day: RwSignal::new(today.to_string()),
            source: RwSignal::new(Source::Observation),
            note: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }

    fn day(self, today: Day) -> Result<Day, Problem> {
        let day: Day = self.day.get_untracked().parse().map_err(|_| Problem::NoDay)?;
        if day > today { Err(Problem::FutureDay) } else { Ok(day) }
    }
}

/// Adds a piece of evidence.
#[component]
pub fn AddEvidence(
    /// Whose, for what.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let draft = Draft::blank(session.today.get_untracked());
    let saver = Saver::new(session);
    let save = Callback::new(move |evidence: Evidence| {
        let change = Change::by_teacher(place.student, evidence.clone());
        // What could not be kept stays in the form.
        write((session, saver), place.student, change, evidence, move || {
            if draft.level.try_set(None).is_none() {
                draft.note.set(String::new());
                draft.day.set(session.today.get_untracked().to_string());
            }
        });
    });
    let s = words().skills();
    view! {
        <section class="card stack" aria-labelledby="rate-title">
            <h2 id="rate-title">{s.rate}</h2>
            <EvidenceForm place draft name="rate" save_label=s.add on_save=save />
        </section>
    }
}

/// Mends a piece of evidence that is there.
#[component]
pub fn MendEvidence(
    /// Whose, for what.
    place: Place,
    /// Which entry.
    key: EntryKey,
    /// What it says now.
    evidence: Evidence,
    /// Called when it was mended, or left as it is.
    on_done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let level = session.peek(|nb| match evidence.mark {
        Mark::Score(score) => nb.level_now(score),
        Mark::Code(_) => None,
    });
    let draft = Draft::blank(evidence.shown_on);
    draft.level.set(level.map(|l| l.0));
    draft.source.set(evidence.source);
    draft.note.set(evidence.note.clone());
    let entered_at = evidence.entered_at;
    let saver = Saver::new(session);
    let save = Callback::new(move |mended: Evidence| {
        let mended = Evidence { entered_at, ..mended };
        let change = Change::by_teacher(place.student, mended.clone()).replacing([key]);
        write((session, saver), place.student, change, mended, move || {
            on_done.try_run(());
        });
    });
    view! { <EvidenceForm place draft name="mend" save_label=words().app().save on_save=save on_cancel=on_done /> }
}

#[component]
fn EvidenceForm(
    place: Place,
    draft: Draft,
    name: &'static str,
    save_label: &'static str,
    on_save: Callback<Evidence>,
    #[prop(optional)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let session = use_session();
    let scale = session.peek(said::scale_words);
    let s = words().skills();
    let save = move |mark: Option<Mark>| {
        let today = session.today.get_untracked();
        let made = draft.day(today).and_then(|shown_on| {
            let (source, note) = (draft.source.get_untracked(), draft.note.get_untracked());
            let mark = mark.ok_or(Problem::NoLevel)?;
            let note = note.trim().to_owned();
            Ok(Evidence { skill: place.skill, shown_on, entered_at: today, mark, source, note })
        });
        draft.problem.set(made.as_ref().err().copied());
        if let Ok(evidence) = made {
            on_save.run(evidence);
        }
    };
    let picked = move || {
        let level = draft.level.get_untracked().map(Level)?;
        session.peek(|nb| score(nb, level)).map(Mark::Score)
    };
    let texts = session.peek(|nb| nb.skill(place.skill).map(|s| s.levels.clone()).unwrap_or_default());
    let looks_like = move || texts.get(usize::from(draft.level.get()?).checked_sub(1)?).cloned();
    let codes = CODES.map(|code| {
        view! {
            <button class="btn small quiet" type="button" on:click=move |_| save(Some(Mark::Code(code)))>
                {said::code(code)}
            </button>
        }
    });
    view! {
        <form
            class="stack evidence-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save(picked());
            }
        >
            <LevelPicker
                name=format!("{name}-level")
                legend=s.level_shown
                words=scale
                picked=draft.level
                on_pick=Callback::new(move |(level, _)| {
                    draft.level.set(Some(level));
                    draft.problem.set(None);
                })
            />
            <p class="muted sm level-text" role="status">{looks_like}</p>
            <Details draft name />
            <p id=format!("{name}-problem") class="problem" role="alert">
                {move || draft.problem.get().map(problem)}
            </p>
            <div class="row">
                <button class="btn go" type="submit">{save_label}</button>
                {on_cancel.map(|cancel| {
                    view! {
                        <button class="btn" type="button" on:click=move |_| cancel.run(())>
                            {words().app().cancel}
                        </button>
                    }
                })}
            </div>
            <div role="group" aria-label=s.no_level class="codes">
                <span class="muted sm">{s.no_level}</span>
                {codes}
            </div>
        </form>
    }
}

/// The day, the source and the note.
#[component]
fn Details(draft: Draft, name: &'static str) -> impl IntoView {
    let session = use_session();
    let s = words().skills();
    // A piece that came from an exit ticket keeps its source unless the teacher changes it.
    let start = draft.source.get_untracked();
    let sources: Vec<Source> =
        SOURCES.into_iter().chain(Some(start).filter(|source| !SOURCES.contains(source))).collect();
    let choices = sources.clone();
    let options = sources.into_iter().enumerate().map(|(i, source)| {
        view! {
            <option value=i.to_string() selected=move || draft.source.get() == source>
                {said::source(source)}
            </option>
        }
    });
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(source) = at.and_then(|i| choices.get(i)) {
            draft.source.set(*source);
        }
    };
    let wrong_day = move || matches!(draft.problem.get(), Some(Problem::NoDay | Problem::FutureDay));
    view! {
        <div class="evidence-details">
            <DayField
                label=s.shown_on
                day=draft.day
                on_type=Callback::new(move |text| draft.day.set(text))
                described_by=format!("{name}-problem")
                max=Signal::derive(move || session.today.get().to_string())
                wrong=Signal::derive(wrong_day)
            />
            <label class="field">
                <span>{s.source}</span>
                <select on:change=choose>{options.collect_view()}</select>
            </label>
            <label class="field wide-field">
                <span>{s.note}</span>
                <input type="text" maxlength="200" bind:value=draft.note autocomplete="off" />
            </label>
        </div>
    }
}

fn problem(of: Problem) -> &'static str {
    let s = words().skills();
    match of {
        Problem::NoLevel => s.need_level,
        Problem::NoDay => s.need_day,
        Problem::FutureDay => s.future_day,
    }
}
