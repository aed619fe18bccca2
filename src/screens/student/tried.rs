//! What a teacher tries with one student: written down with the rule by which it will be said to have
//! worked, and ended by that rule.

use leptos::prelude::*;

use super::kept::{KeptField, Part, Written, kept};
use super::page::name;
use super::tried_end::EndDialog;
use crate::browser;
use crate::domain::id::{InterventionId, SkillId, StudentId};
use crate::domain::intervention::Outcome;
use crate::domain::intervention::record::{
    Intervention, InterventionDraft, InterventionProblem, InterventionStory, LONGEST, MOST_WEEKS,
};
use crate::domain::note::too_many;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::{Saver, Typed, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::{focus_if_lost_on, focus_on};
use crate::words::{short_day, words};

/// "worked", "did not work", "nobody can tell".
pub fn outcome(of: Outcome) -> &'static str {
    let l = words().log();
    match of {
        Outcome::Worked => l.worked,
        Outcome::DidNot => l.did_not,
        Outcome::Unclear => l.unclear,
    }
}

/// The forms and which of them is open.
#[derive(Clone, Copy)]
struct Forms {
    /// What is changed; `None` for something new.
    changing: RwSignal<Option<Intervention>>,
    open: RwSignal<bool>,
    ending: RwSignal<Option<InterventionStory>>,
    end_open: RwSignal<bool>,
}

/// What is and was tried with a student.
#[component]
pub fn Tried(id: StudentId) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        session.ask_slots(&[Slot::Log(id), Slot::Skills], |nb| {
            let line = |story: InterventionStory| {
                let skill = story.tried.skill.map(|skill| said::skill_line(nb, skill)).unwrap_or_default();
                (story, skill)
            };
            nb.interventions(id).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let forms = Forms {
        changing: RwSignal::new(None),
        open: RwSignal::new(false),
        ending: RwSignal::new(None),
        end_open: RwSignal::new(false),
    };
    let name = name(session, id);
    let l = words().log();
    let begin = move |_| {
        forms.changing.set(None);
        forms.open.set(true);
    };
    let title = Signal::derive(move || match forms.changing.get() {
        Some(tried) => l.change_of(&tried.tactic),
        None => l.try_title(&name.get()),
    });
    view! {
        <section class="card stack only-teacher" aria-labelledby="tried-title">
            <h2 id="tried-title" tabindex="-1">{l.tried}</h2>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="muted">{move || l.no_tried(&name.get())}</p>
            </Show>
            <ul class="log">
                <For each=move || all.get() key=|line| format!("{line:?}") let((story, skill))>
                    <OneTried story skill forms />
                </For>
            </ul>
            <button class="btn small noprint" on:click=begin>{l.try_}</button>
            <Dialog open=forms.open title>
                {move || {
                    let on_done = Callback::new(move |()| {
                        forms.open.set(false);
                        focus_if_lost_on("tried-title".to_owned());
                    });
                    let of = forms.changing.get();
                    view! { <WriteTried id of on_done /> }
                }}
            </Dialog>
            <EndDialog id ending=forms.ending open=forms.end_open />
        </section>
    }
}

#[component]
fn OneTried(story: InterventionStory, skill: String, forms: Forms) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let InterventionStory { tried, ended } = story.clone();
    let last = tried.last_day();
    let state = move || match &ended {
        Some(end) => l.ended_on(&short_day(end.day), &outcome(end.outcome)),
        None if last < session.today.get() => l.over.to_owned(),
        None => l.under_way.to_owned(),
    };
    let seen = story.ended.as_ref().map(|end| end.seen.clone()).filter(|seen| !seen.is_empty());
    let running = story.ended.is_none();
    let end = {
        let story = story.clone();
        move |_| {
            forms.ending.set(Some(story.clone()));
            forms.end_open.set(true);
        }
    };
    let changing = tried.clone();
    let change = move |_| {
        forms.changing.set(Some(changing.clone()));
        forms.open.set(true);
    };
    let span = l.span(&short_day(tried.start), &short_day(last));
    let times = l.times_a_week(usize::from(tried.times_a_week));
    view! {
        <li>
            <p>
                <strong dir="auto">{tried.tactic.clone()}</strong> " " <span class="pill">{state}</span>
            </p>
            <p class="muted sm">
                {span} " · " {times} {(!skill.is_empty()).then(|| view! { " · " <span dir="auto">{skill}</span> })}
            </p>
            <p class="sm" dir="auto">{l.rule_is(&tried.rule)}</p>
            {seen.map(|seen| view! { <p class="said-text" dir="auto">{seen}</p> })}
            <p class="row noprint">
                <button class="btn small" class:quiet=!running aria-label=l.end_of(&tried.tactic) on:click=end>
                    {l.end}
                </button>
                {running
                    .then(|| {
                        view! {
                            <button
                                class="btn small quiet"
                                aria-label=l.change_of(&tried.tactic)
                                on:click=change
                            >
                                {l.change}
                            </button>
                        }
                    })}
            </p>
        </li>
    }
}

/// What is wrong in words, and the field to mend.
fn problem(of: InterventionProblem) -> (&'static str, String) {
    let l = words().log();
    match of {
        InterventionProblem::NoTactic => ("tried-tactic", l.need_tactic.to_owned()),
        InterventionProblem::NoRule => ("tried-rule", l.need_rule.to_owned()),
        InterventionProblem::Long => ("tried-tactic", l.try_long(&LONGEST)),
        InterventionProblem::BadWeeks => ("tried-weeks", l.bad_weeks(&MOST_WEEKS)),
        InterventionProblem::BadTimes => ("tried-times", l.bad_times.to_owned()),
    }
}

impl Written for InterventionDraft {
    fn is_blank(&self) -> bool {
        self.tactic.trim().is_empty() && self.rule.trim().is_empty()
    }
}

#[component]
fn WriteTried(id: StudentId, of: Option<Intervention>, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let name = of.as_ref().map_or_else(|| "new".to_owned(), |of| of.id.to_string());
    let first = InterventionDraft {
        tactic: of.as_ref().map(|of| of.tactic.clone()).unwrap_or_default(),
        skill: of.as_ref().and_then(|of| of.skill),
        weeks: of.as_ref().map_or(4, |of| of.weeks).to_string(),
        times_a_week: of.as_ref().map_or(3, |of| of.times_a_week).to_string(),
        rule: of.as_ref().map(|of| of.rule.clone()).unwrap_or_default(),
    };
    let kept = kept(session, id, &format!("tried/{name}"), first);
    let problems = RwSignal::new(Vec::<InterventionProblem>::new());
    let of = StoredValue::new(of);
    let saver = Saver::new(session);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = kept.now.get_untracked();
        let (it, start, said) = of.with_value(|of| match of {
            Some(of) => (of.id, of.start, l.try_changed_said),
            None => {
                let id = InterventionId::from_bits(browser::random_bits());
                (id, session.today.get_untracked(), l.try_said)
            }
        });
        match draft.parse(it, start) {
            Err(found) => {
                if let Some(first) = found.first() {
                    let long_rule =
                        *first == InterventionProblem::Long && too_many(&draft.tactic, LONGEST) == 0;
                    focus_on(if long_rule { "tried-rule" } else { problem(*first).0 });
                }
                problems.set(found);
            }
            Ok(it) => {
                problems.set(Vec::new());
                let forget = kept.once_written();
                saver.save(
                    vec![session.peek(|nb| nb.amend_intervention(id, it))],
                    said.to_owned(),
                    move || {
                        forget();
                        on_done.try_run(());
                    },
                );
            }
        }
    };
    // Escape keeps what was typed; this gives it up.
    let cancel = move |_| {
        kept.forget();
        on_done.run(());
    };
    let wrong = move || {
        let all = problems.get();
        let line = |of| view! { <p class="problem">{problem(of).1}</p> };
        all.into_iter().map(line).collect_view()
    };
    view! {
        <form class="stack" novalidate on:submit=save>
            <KeptField id="tried-tactic" label=l.tactic kept part=|draft| &mut draft.tactic most=LONGEST />
            <SkillOf kept />
            <div class="row">
                <NumberOf id="tried-weeks" label=l.weeks kept part=|draft| &mut draft.weeks most=MOST_WEEKS />
                <NumberOf id="tried-times" label=l.times kept part=|draft| &mut draft.times_a_week most=7 />
            </div>
            <KeptField id="tried-rule" label=l.rule kept part=|draft| &mut draft.rule most=LONGEST />
            <div class="stack" role="alert">{wrong}</div>
            <div class="row">
                <button class="btn go" type="submit">
                    {if of.with_value(Option::is_some) { l.save } else { l.try_start }}
                </button>
                <button class="btn" type="button" on:click=cancel>{l.cancel}</button>
            </div>
        </form>
    }
}

#[component]
fn NumberOf(
    id: &'static str,
    label: &'static str,
    kept: Typed<InterventionDraft>,
    part: Part<InterventionDraft>,
    most: u8,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                id=id
                type="number"
                min="1"
                max=most.to_string()
                prop:value=move || std::mem::take(part(&mut kept.now.get()))
                on:input=move |event| kept.edit(|draft| *part(draft) = event_target_value(&event))
            />
        </label>
    }
}

#[component]
fn SkillOf(kept: Typed<InterventionDraft>) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let skills: Vec<(SkillId, String)> =
        session.peek(|nb| nb.skills().into_iter().map(|s| (s.id, s.statement.clone())).collect());
    let skill = move || kept.now.with(|draft| draft.skill);
    let choose = move |event| {
        let skill = event_target_value(&event).parse().ok();
        kept.edit(|draft| draft.skill = skill);
    };
    let option = move |(id, statement): (SkillId, String)| {
        view! { <option value=id.to_string() prop:selected=move || skill() == Some(id)>{statement}</option> }
    };
    view! {
        <label class="field">
            <span>{l.skill}</span>
            <select on:change=choose>
                <option value="" prop:selected=move || skill().is_none()>{l.skill_none}</option>
                {skills.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
