//! The form of a goal over weeks. Every letter is kept as a draft.

use leptos::prelude::*;

use super::goal::count_words;
use super::goal_fields::{FIRST, Plan, Sheet, Way, What, draft_of};
use crate::browser;
use crate::domain::entry::Actor;
use crate::domain::id::{LongGoalId, StudentId};
use crate::domain::long_goal::{
    LONGEST, LongGoal, LongGoalDraft, LongGoalProblem, LongGoalStory, MOST_STEPS,
};
use crate::session::{Saver, Typed, use_session};
use crate::ui::focus::focus_on;
use crate::words::{list, words};

/// How long a new goal takes when nobody says otherwise.
const DAYS: u64 = 42;
/// How many steps it has then.
const STEPS: &str = "4";

/// The form.
#[component]
pub(super) fn GoalForm(
    /// Whose goal it is.
    id: StudentId,
    /// The goal that is changed; without one it is a new one.
    #[prop(optional, into)]
    goal: Option<LongGoal>,
    /// Called when it is kept or put away.
    on_done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let today = session.today.get_untracked();
    let fresh =
        LongGoalDraft { by: Some(today.plus(DAYS)), steps: STEPS.to_owned(), ..LongGoalDraft::default() };
    let of = goal.as_ref().map(|goal| goal.id);
    let typed = Typed::about(session, id, draft_of(of), goal.as_ref().map_or(fresh, LongGoalDraft::of));
    let start = goal.as_ref().map_or(today, |goal| goal.start);
    let new = goal.is_none();
    let sheet = Sheet { goal: of, typed, problems: RwSignal::new(Vec::new()) };
    // Drawn once: a goal that is set twice stands once.
    let fresh = LongGoalId::from_bits(browser::random_bits());
    let saver = Saver::new(session);
    let read = move || typed.now.with(|typed| typed.parse(of.unwrap_or(fresh), start));
    let p = words().plan();
    let put_away = move |_| {
        typed.forget();
        on_done.run(());
    };
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let goal = match untrack(read) {
            Ok(goal) => goal,
            Err(problems) => {
                focus_on(&sheet.field(problems.first().map_or(FIRST, |problem| field(*problem))));
                return sheet.problems.set(problems);
            }
        };
        let change = session.peek(|nb| nb.amend_long_goal(id, Actor::Student, goal));
        let said = if new { p.goal_set_said } else { p.goal_changed_said };
        let forget = typed.once_written();
        saver.save(vec![change], said.to_owned(), move || {
            forget();
            on_done.try_run(());
        });
    };
    let preview = move || {
        let goal = read().ok()?;
        let all = LongGoalStory { goal, counted: Vec::new() }.milestones().ok()?;
        Some(p.goal_preview(&list(all.into_iter().map(|milestone| count_words(milestone.value)))))
    };
    let told = move || sheet.problems.get().into_iter().map(|problem| view! { <p>{sentence(problem)}</p> });
    view! {
        <form class="stack questions" on:submit=keep>
            <What sheet />
            <Way sheet />
            <Plan sheet />
            <p class="muted" role="status">{preview}</p>
            <div class="problem" role="alert">{move || told().collect_view()}</div>
            <div class="row">
                <button class="btn go" type="submit">{if new { p.goal_set } else { words().app().save }}</button>
                <button class="btn quiet" type="button" on:click=put_away>{words().app().cancel}</button>
            </div>
        </form>
    }
}

/// The field in which something is mended.
fn field(problem: LongGoalProblem) -> &'static str {
    match problem {
        LongGoalProblem::NoText | LongGoalProblem::Long | LongGoalProblem::HalfPlan => FIRST,
        LongGoalProblem::BadFrom => "from",
        LongGoalProblem::BadTo | LongGoalProblem::NoWay => "to",
        LongGoalProblem::BadDay => "by",
        LongGoalProblem::BadSteps => "steps",
    }
}

/// What is to be mended, in a sentence.
fn sentence(problem: LongGoalProblem) -> String {
    let p = words().plan();
    match problem {
        LongGoalProblem::NoText => p.problem_no_text.to_owned(),
        LongGoalProblem::Long => p.problem_long(&LONGEST),
        LongGoalProblem::BadFrom => p.problem_from.to_owned(),
        LongGoalProblem::BadTo => p.problem_to.to_owned(),
        LongGoalProblem::NoWay => p.problem_no_way.to_owned(),
        LongGoalProblem::BadDay => p.problem_day.to_owned(),
        LongGoalProblem::BadSteps => p.problem_steps(&MOST_STEPS),
        LongGoalProblem::HalfPlan => words().goal().half_plan.to_owned(),
    }
}
