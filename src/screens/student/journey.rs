//! "My journey": a student sees their way per skill, the goals they closed, their work, what helped them and
//! what the teacher wrote.

use leptos::prelude::*;

use self::both::BothViewed;
use self::helped::Helped;
use self::work::Work;
use super::parts::{RECENT, Said, feedback, feedback_list, stones};
use crate::domain::goal::{Goal, GoalClosed, GoalStory, Origin, Working};
use crate::domain::id::{GoalId, SkillId, StudentId};
use crate::domain::long_goal::LongGoalStory;
use crate::domain::scale::Level;
use crate::domain::{Day, Notebook};
use crate::route::{Route, StudentScreen};
use crate::screens::{frame, said};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::level::LevelTag;
use crate::ui::spark::{Mark, Spark};
use crate::words::{short_day, tiny_day, words};

mod both;
mod helped;
mod work;

/// A student's way on one skill.
#[derive(Debug, Clone, PartialEq)]
struct Way {
    skill: String,
    words: Vec<String>,
    own: Option<u8>,
    shown: Option<u8>,
    points: Vec<(Day, Level, bool)>,
    /// How the two views stand to each other, when there are both.
    seen: Option<String>,
}

/// The screen.
#[component]
pub fn Journey(id: StudentId) -> impl IntoView {
    let session = use_session();
    // A rubric's evidence says how the teacher sees the work: it waits until the student has said so first.
    let ways = Memo::new(move |_| session.ask(|nb| ways(nb.told_to(id).as_ref().unwrap_or(nb), id)));
    let goals = Memo::new(move |_| session.ask(|nb| stones_of(nb, id)));
    let feedback = Memo::new(move |_| session.ask(|nb| feedback(nb, id, RECENT)));
    let j = words().journey();
    view! {
        <frame::Student id screen=StudentScreen::Journey>
            <main id="main" class="journey stack">
                <h1>{j.title}</h1>
                <frame::Whose id />
                <p class="row noprint">
                    <a class="btn" href=Route::Student(id, StudentScreen::Samples).href()>{j.to_work}</a>
                    <a class="btn" href=Route::Student(id, StudentScreen::Conference).href()>{j.to_conference}</a>
                </p>
                <section class="stack" aria-labelledby="levels-head">
                    <h2 id="levels-head">{j.levels}</h2>
                    <p class="muted sm">{j.legend_shown} " · " {j.legend_own}</p>
                    {move || {
                        let ways = ways.get();
                        if ways.is_empty() {
                            return view! {
                                <Empty text=j.no_levels>
                                    <a class="btn go" href=Route::Student(id, StudentScreen::Today).href()>
                                        {j.set_goal}
                                    </a>
                                </Empty>
                            }
                                .into_any();
                        }
                        view! { <ul class="ways">{ways.into_iter().map(one_way).collect_view()}</ul> }.into_any()
                    }}
                    <frame::HowLink text=j.how class="btn quiet small noprint" />
                </section>
                <div class="two">
                    <section class="card stack" aria-labelledby="goals-head">
                        <h2 id="goals-head">{j.goals}</h2>
                        {move || goal_path(goals.get())}
                    </section>
                    <section class="card stack" aria-labelledby="feedback-head">
                        <h2 id="feedback-head">{j.feedback}</h2>
                        {move || written(feedback.get())}
                    </section>
                </div>
                <div class="two">
                    <Work id />
                    <Helped id />
                </div>
                <BothViewed id />
            </main>
        </frame::Student>
    }
}

/// The goals of single days, and those over weeks once they have ended, the earliest first.
fn stones_of(notebook: &Notebook, student: StudentId) -> Vec<GoalStory> {
    let mut all = notebook.goals(student);
    all.extend(notebook.long_goals(student).into_iter().filter_map(ended));
    all.sort_by_key(|story| story.closed.as_ref().map_or(story.goal.day, |closed| closed.day));
    all
}

/// A goal over weeks as a stone like any other.
fn ended(story: LongGoalStory) -> Option<GoalStory> {
    let long = story.goal;
    let goal = GoalId::from_bits(long.id.bits());
    let end = long.ended?;
    let (day, result, why) = (end.day, end.result, String::new());
    Some(GoalStory {
        goal: Goal {
            id: goal,
            text: long.text,
            skill: long.skill,
            self_level: None,
            day,
            working: Working::default(),
            origin: Origin::Own,
            if_then: None,
        },
        closed: Some(GoalClosed { goal, day, result, why }),
    })
}

fn ways(notebook: &Notebook, student: StudentId) -> Vec<Way> {
    let scale = said::scale_words(notebook);
    let skills = notebook.skills();
    let way = skills.into_iter().filter_map(|skill| {
        let shown = notebook.levels_shown(student, skill.id).0;
        let own = notebook.self_levels(student, skill.id);
        let mut points: Vec<(Day, Level, bool)> =
            shown.iter().map(|(day, level, _)| (*day, *level, false)).collect();
        points.extend(own.iter().map(|s| (s.day, s.level, true)));
        points.sort_by_key(|(day, ..)| *day);
        (!points.is_empty()).then(|| Way {
            skill: skill.statement.clone(),
            words: scale.clone(),
            own: own.last().map(|s| s.level.0),
            shown: notebook.proficiency(student, skill.id).level.map(|l| l.0),
            points,
            seen: seen(notebook, student, skill.id),
        })
    });
    way.collect()
}

/// How the student and the teacher saw it on the latest day on which both had a view.
fn seen(notebook: &Notebook, student: StudentId, skill: SkillId) -> Option<String> {
    let views = notebook.views(student, Some(skill));
    let latest = views.last()?;
    let (j, day, steps) = (words().journey(), short_day(latest.day), latest.steps_from_held());
    let apart = usize::from(steps.unsigned_abs());
    Some(match steps {
        0 => j.saw_same(&day),
        1.. => j.saw_higher(apart, &day),
        _ => j.saw_lower(apart, &day),
    })
}

fn one_way(way: Way) -> impl IntoView {
    let j = words().journey();
    let of = u8::try_from(way.words.len()).unwrap_or(4);
    let word = |level: Option<u8>| {
        let word = level.and_then(|l| way.words.get(usize::from(l).checked_sub(1)?).cloned());
        word.unwrap_or_else(|| j.nothing.to_owned())
    };
    let label = j.level_line(&word(way.own), &word(way.shown), &way.skill);
    let first = way.points.first().map(|(day, ..)| *day);
    let last = way.points.last().map(|(day, ..)| *day);
    let span = first.zip(last).map_or(1, |(first, last)| last.days_since(first).max(1));
    let at = |day: Day| {
        #[expect(clippy::cast_precision_loss, reason = "days of one school year")]
        let share = first.map_or(0, |first| day.days_since(first)) as f64 / span as f64;
        share
    };
    let marks =
        way.points.iter().map(|(day, level, own)| Mark { at: at(*day), level: level.0, own: *own }).collect();
    let rows = way.points.iter().rev().map(|(day, level, own)| {
        let word = way.words.get(usize::from(level.0) - 1).cloned();
        let (mine, theirs) = if *own { (word, None) } else { (None, word) };
        view! { <tr><th scope="row">{short_day(*day)}</th><td>{mine}</td><td>{theirs}</td></tr> }
    });
    let rows = rows.collect_view();
    view! {
        <li class="card stack">
            <h3>{way.skill}</h3>
            <Spark marks of label />
            <p class="row between sm muted" aria-hidden="true">
                <span>{first.map(tiny_day)}</span>
                <span>{last.map(tiny_day)}</span>
            </p>
            <dl class="pair">
                <dt>{j.teacher}</dt>
                <dd><LevelTag level=way.shown words=way.words.clone() none=j.nothing /></dd>
                <dt>{j.me}</dt>
                <dd><LevelTag level=way.own words=way.words.clone() none=j.nothing hollow=true /></dd>
            </dl>
            {way.seen.map(|seen| view! { <p>{seen}</p> })}
            <details>
                <summary>{j.as_table}</summary>
                <table class="plain">
                    <thead>
                        <tr><th scope="col">{j.day}</th><th scope="col">{j.me}</th><th scope="col">{j.teacher}</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </li>
    }
}

/// The latest goals first, the others one tap away.
fn goal_path(goals: Vec<GoalStory>) -> AnyView {
    let j = words().journey();
    if goals.is_empty() {
        return view! { <Empty text=j.no_goals /> }.into_any();
    }
    let mut recent: Vec<GoalStory> = goals.into_iter().rev().collect();
    let earlier = recent.split_off(recent.len().min(RECENT));
    let more = (!earlier.is_empty()).then(|| {
        view! {
            <details>
                <summary>{j.earlier(earlier.len())}</summary>
                {stones(earlier)}
            </details>
        }
    });
    view! {
        {stones(recent)}
        {more}
    }
    .into_any()
}

fn written(feedback: Vec<Said>) -> AnyView {
    if feedback.is_empty() {
        return view! { <Empty text=words().journey().no_feedback /> }.into_any();
    }
    feedback_list(feedback).into_any()
}
