//! Choosing today's goal: three suggestions with their reason, or own words; alone, with a partner
//! or with the teacher.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::plan::{PLAN, Plan};
use super::today::said_today;
use crate::browser;
use crate::domain::entry::{Body, Change};
use crate::domain::goal::{Goal, IfThen, LONGEST_GOAL, Origin, Suggestion, Working};
use crate::domain::id::{GoalId, SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::domain::scale::Level;
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::aloud::Say;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// What is chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Chosen {
    Nothing,
    Offer(Suggestion),
    Own,
}

/// The name of the draft of a goal in own words.
const DRAFT: &str = "goal";

/// Chooses and sets today's goal.
#[component]
pub fn ChooseGoal(
    /// Whose goal it is.
    id: StudentId,
    /// The goal whose place the new one takes, if today's goal is changed.
    replaces: Option<GoalId>,
    /// The lines students assess themselves on today.
    lines: Memo<Vec<SkillId>>,
    /// Called when the goal is set.
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(Chosen::Nothing);
    let own = RwSignal::new(String::new());
    let working = RwSignal::new(Working::Alone);
    // A goal that is changed keeps the plan it had.
    let before = session.peek(|nb| nb.goal_of(id, session.today.get_untracked()));
    let before = before.and_then(|story| story.goal.if_then).unwrap_or_default();
    let (obstacle, action) = (RwSignal::new(before.obstacle), RwSignal::new(before.action));
    let half = RwSignal::new(false);
    // Drawn once: a goal that is set twice stands once.
    let new = GoalId::from_bits(browser::random_bits());
    let saver = Saver::new(session);
    spawn_local(async move {
        // The screen may be gone by then, or something new typed on it.
        if let Some(text) = session.draft(id, DRAFT).await
            && own.try_with_untracked(String::is_empty) == Some(true)
        {
            own.set(text);
            if chosen.get_untracked() == Chosen::Nothing {
                chosen.set(Chosen::Own);
            }
        }
        if let Some((first, then)) =
            session.draft(id, PLAN).await.as_deref().and_then(|text| text.split_once('\n'))
        {
            // The screen may be gone by then.
            drop(obstacle.try_set(first.to_owned()));
            drop(action.try_set(then.to_owned()));
        }
    });
    let levels = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| {
            let of = |skill: &SkillId| Some((*skill, said_today(nb, id, *skill, today)?.0));
            lines.get().iter().filter_map(of).collect::<Vec<(SkillId, Level)>>()
        })
    });
    let offers =
        Memo::new(move |_| session.ask(|nb| nb.suggest_goals(id, &levels.get(), session.today.get())));
    // A suggestion that does not stand there any more, because another level was said, is none.
    let offered = move || match chosen.get() {
        Chosen::Offer(offer) if offers.with(|all| all.contains(&offer)) => Some(offer),
        _ => None,
    };
    let text = move || match chosen.get() {
        Chosen::Nothing => String::new(),
        Chosen::Offer(_) => offered().map(|offer| offer.text).unwrap_or_default(),
        Chosen::Own => own.get().trim().to_owned(),
    };
    let set = move |_| {
        let text = untrack(text);
        if text.is_empty() {
            return;
        }
        let plan = IfThen {
            obstacle: obstacle.get_untracked().trim().to_owned(),
            action: action.get_untracked().trim().to_owned(),
        };
        half.set(plan.obstacle.is_empty() != plan.action.is_empty());
        if half.get_untracked() {
            return;
        }
        let (skill, self_level, origin) = match untrack(offered) {
            Some(offer) => (offer.skill, offer.self_level, offer.origin),
            None => {
                let lowest = levels.get_untracked().into_iter().min_by_key(|(_, level)| *level);
                (lowest.map(|l| l.0), lowest.map(|l| l.1), Origin::Own)
            }
        };
        let day = session.today.get_untracked();
        let working = working.get_untracked();
        let goal = Goal {
            id: replaces.unwrap_or(new),
            text,
            skill,
            self_level,
            day,
            working,
            origin,
            if_then: (!plan.obstacle.is_empty()).then_some(plan),
        };
        let old = session.peek(|nb| {
            let same = |body: &Body| matches!(body, Body::Goal(g) if Some(g.id) == replaces);
            nb.heads_of(Slot::Goals(id), same)
        });
        let change = Change::by_student(id, goal).replacing(old);
        saver.save(vec![change], words().goal().set_said.to_owned(), move || {
            session.keep_draft(id, DRAFT, String::new());
            session.keep_draft(id, PLAN, String::new());
            done();
        });
    };
    view! {
        <div class="stack">
            <Offers offers chosen />
            <OwnWords id chosen own />
            <WorkingPicker working />
            <Plan id obstacle action half />
            <button class="btn go wide" on:click=set aria-disabled=move || text().is_empty().to_string()>
                {words().goal().set}
            </button>
        </div>
    }
}

/// The suggestions, each with its reason.
#[component]
fn Offers(offers: Memo<Vec<Suggestion>>, chosen: RwSignal<Chosen>) -> impl IntoView {
    let session = use_session();
    let g = words().goal();
    let offer = move |offer: Suggestion| {
        let reason = match (offer.origin, offer.self_level) {
            (Origin::Feedback, _) => g.from_feedback.to_owned(),
            (_, Some(level)) => g.from_step(&session.peek(|nb| said::level_word(nb, level))),
            _ => String::new(),
        };
        let picture = if offer.origin == Origin::Feedback { Picture::Feedback } else { Picture::Arrow };
        let mine = Chosen::Offer(offer.clone());
        let is_mine = mine.clone();
        view! {
            <Say />
            <button
                class="choice"
                aria-pressed=move || (chosen.get() == is_mine).to_string()
                on:click=move |_| chosen.set(mine.clone())
            >
                <Icon of=picture />
                <span dir="auto">{offer.text} <small>{reason}</small></span>
            </button>
        }
    };
    move || {
        let offers = offers.get();
        if offers.is_empty() {
            return view! { <p class="empty">{g.pick_first}</p> }.into_any();
        }
        view! { <div class="choices">{offers.into_iter().map(offer).collect_view()}</div> }.into_any()
    }
}

/// A goal in the student's own words.
#[component]
fn OwnWords(id: StudentId, chosen: RwSignal<Chosen>, own: RwSignal<String>) -> impl IntoView {
    let session = use_session();
    let g = words().goal();
    let is_own = Memo::new(move |_| chosen.get() == Chosen::Own);
    let typed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        own.set(text.clone());
        session.keep_draft(id, DRAFT, text);
    };
    view! {
        <div class="heard">
            <Say />
            <button
                class="choice"
                aria-pressed=move || is_own.get().to_string()
                on:click=move |_| chosen.set(Chosen::Own)
            >
                <Icon of=Picture::Pencil />
                <span>{g.own}</span>
            </button>
        </div>
        <Show when=move || is_own.get()>
            <label class="field">
                <span>{g.own_label}</span>
                <textarea
                    rows="2"
                    maxlength=LONGEST_GOAL.to_string()
                    placeholder=g.own_hint
                    prop:value=move || own.get()
                    on:input=typed
                    dir="auto"
                ></textarea>
            </label>
        </Show>
    }
}

/// Alone, with a partner, with the teacher.
#[component]
fn WorkingPicker(working: RwSignal<Working>) -> impl IntoView {
    let g = words().goal();
    let option = move |of: Working, picture: Picture| {
        view! {
            <label class="choice compact">
                <input
                    type="radio"
                    name="working"
                    class="unseen"
                    prop:checked=move || working.get() == of
                    on:change=move |_| working.set(of)
                />
                <Icon of=picture />
                <span>{said::working(of)}</span>
            </label>
        }
    };
    view! {
        <Say />
        <fieldset class="working">
            <legend class="muted sm">{g.i_will_work}</legend>
            <div class="row">
                {option(Working::Alone, Picture::Alone)} {option(Working::Partner, Picture::Partner)}
                {option(Working::Teacher, Picture::Teacher)}
            </div>
        </fieldset>
    }
}
