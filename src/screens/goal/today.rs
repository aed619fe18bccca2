//! A student's Today: close yesterday's goal, say where I am, set today's goal. Four taps.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choose::ChooseGoal;
use super::close::CloseGoal;
use crate::domain::entry::{Body, Change, EntryKey};
use crate::domain::goal::GoalStory;
use crate::domain::id::{SkillId, StudentId, TaskId, TicketId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::Stage;
use crate::domain::scale::{Level, Score};
use crate::domain::self_assessment::SelfAssessment;
use crate::domain::{Day, Notebook};
use crate::route::{Route, StudentScreen};
use crate::screens::{asked, frame, said};
use crate::session::use_session;
use crate::ui::aloud::Say;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_if_lost_on;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::LevelPicker;
use crate::words::words;

/// Where the focus goes when the goal was set, and when it is to be changed.
const GOAL: &str = "goal";

/// The screen.
#[component]
pub fn StudentToday(id: StudentId) -> impl IntoView {
    let session = use_session();
    let today = session.today;
    let before = Memo::new(move |_| session.ask(|nb| last_goal_before(nb, id, today.get())));
    let goal = Memo::new(move |_| session.ask(|nb| nb.goal_of(id, today.get())));
    let ticket = Memo::new(move |_| {
        session.passing.with(|passing| {
            session.ask(|nb| {
                let waiting = nb.waiting_ticket(id, &passing.answered)?;
                Some((waiting.id, waiting.survey.is_some(), asked::title(nb, waiting)))
            })
        })
    });
    let own_device = Memo::new(move |_| session.ask_slots(&[Slot::Keys], Notebook::is_students_device));
    let tasks = Memo::new(move |_| session.ask(|nb| open_tasks(nb, id)));
    let lines =
        Memo::new(move |_| session.ask(|nb| nb.focus_skills().iter().map(|s| s.id).collect::<Vec<_>>()));
    let more = move || tasks.with(Vec::len).saturating_sub(WORKS);
    let bars = move |from: usize, most: usize| {
        let shown = tasks.get().into_iter().skip(from).take(most);
        shown.map(|task| view! { <RubricBar id task /> }).collect_view()
    };
    let due = Memo::new(move |_| {
        session.ask_slots(&[Slot::Plan(id), Slot::Class], |nb| nb.profile_is_due(id, today.get()))
    });
    let changing = RwSignal::new(false);
    let g = words().goal();
    view! {
        <frame::Student id screen=StudentScreen::Today>
            <main id="main">
                {move || {
                    ticket.get().map(|(ticket, survey, title)| view! { <TicketBar id ticket survey title /> })
                }}
                <Show when=move || own_device.get()>
                    <p class="wall-link">
                        <a class="btn" href=Route::Student(id, StudentScreen::WallCode).href()>
                            {g.wall_code}
                        </a>
                    </p>
                </Show>
                <div class="rubric-bars">{move || bars(0, WORKS)}</div>
                <details hidden=move || more() == 0>
                    <summary>{move || words().my_rubric().more(more())}</summary>
                    <div class="rubric-bars">{move || bars(WORKS, usize::MAX)}</div>
                </details>
                <div class="two today">
                    <section class="card stack" aria-labelledby="where">
                        <Say />
                        <h1 id="where">{g.where_am_i}</h1>
                        {move || {
                            before
                                .get()
                                .map(|story| {
                                    let asks = g.yesterday(&story.goal.text);
                                    view! { <CloseGoal id story asks /> }
                                })
                        }}
                        {move || {
                            let lines = lines.get();
                            if lines.is_empty() {
                                view! { <Empty text=g.focus_none /> }.into_any()
                            } else {
                                lines.into_iter().map(|skill| view! { <Line id skill /> }).collect_view().into_any()
                            }
                        }}
                    </section>
                    <section class="card stack" aria-labelledby=GOAL>
                        <Say />
                        <h2 id=GOAL tabindex="-1">{g.my_goal}</h2>
                        {move || match goal.get() {
                            Some(story) if !changing.get() => view! { <GoalSet id story changing /> }.into_any(),
                            story => {
                                let replaces = story.map(|s| s.goal.id);
                                let done = move || {
                                    // The screen may be gone by then.
                                    if changing.try_set(false).is_none() {
                                        focus_if_lost_on(GOAL.to_owned());
                                    }
                                };
                                view! { <ChooseGoal id replaces lines done /> }.into_any()
                            }
                        }}
                    </section>
                </div>
                <p class="wall-link" hidden=move || !due.get()>
                    <a class="btn" href=Route::Student(id, StudentScreen::Plan).href()>
                        {g.profile_due}
                    </a>
                </p>
                <frame::LockSetting id />
            </main>
        </frame::Student>
    }
}

/// The latest goal before today, unless it was closed on an earlier day.
fn last_goal_before(notebook: &Notebook, student: StudentId, today: Day) -> Option<GoalStory> {
    let mut goals = notebook.goals(student);
    goals.retain(|s| s.goal.day < today);
    goals.pop().filter(|s| s.closed.as_ref().is_none_or(|c| c.day == today))
}

/// The open exit ticket or survey: a full-width bar.
#[component]
fn TicketBar(id: StudentId, ticket: TicketId, survey: bool, title: String) -> impl IntoView {
    let g = words().goal();
    let r = words().respond();
    let kind = if survey { r.survey } else { r.title };
    view! {
        <div class="heard">
            <Say />
            <a class="ticket-bar" href=Route::Student(id, StudentScreen::Ticket(ticket)).href()>
                <Icon of=Picture::Ticket />
                <span dir="auto">{g.ticket_waits(&kind, &title)}</span>
                <span class="pill">{g.ticket_go}</span>
            </a>
        </div>
    }
}

/// A piece of work with a rubric: which, what it is called, what there is to do, and whether that waits.
type OpenTask = (TaskId, String, &'static str, bool);

/// How many pieces of work stand there at once.
const WORKS: usize = 3;

/// The open pieces of work that are scored with a rubric: those that wait for the student first.
fn open_tasks(notebook: &Notebook, student: StudentId) -> Vec<OpenTask> {
    let m = words().my_rubric();
    let (mut all, mut waiting) = (Vec::new(), 0);
    for task in notebook.tasks().into_iter().filter(|task| !task.closed) {
        let views = notebook.marks(task.id, student);
        let stage = notebook.rubric_version(task.version).map(|rubric| views.stage(task, rubric));
        let what = match stage {
            Some(Stage::Both) => m.bar_both,
            Some(Stage::Waiting) => m.bar_waiting,
            _ => m.bar_read,
        };
        let waits = views.own.is_none();
        let at = if waits { waiting } else { all.len() };
        waiting += usize::from(waits);
        all.insert(at, (task.id, task.title.clone(), what, waits));
    }
    all
}

/// A piece of work whose rubric can be read: a full-width bar until the student has scored it.
#[component]
fn RubricBar(id: StudentId, task: OpenTask) -> impl IntoView {
    let (task, title, what, waits) = task;
    let done = !waits;
    view! {
        <a
            class="rubric-bar"
            class:choice=waits
            class:btn=done
            class:small=done
            href=Route::Student(id, StudentScreen::Rubric(task)).href()
        >
            <Icon of=Picture::Pencil />
            <span dir="auto">{words().my_rubric().bar(&title)}</span>
            <span class="pill">{what}</span>
        </a>
    }
}

/// One "I can" line to assess oneself on. What is picked is kept at once; picking again today
/// takes the place of it.
#[component]
fn Line(id: StudentId, skill: SkillId) -> impl IntoView {
    let session = use_session();
    let cell = Slot::Cell(id, skill);
    let statement = session.peek(|nb| said::skill_line(nb, skill));
    let scale = session.peek(said::scale_words);
    let kept = Memo::new(move |_| {
        session
            .ask_slots(&[cell], |nb| said_today(nb, id, skill, session.today.get()).map(|(level, _)| level.0))
    });
    // What was tapped stands there at once; what is kept follows. It belongs to its day: a page that is left
    // open overnight asks again.
    let tapped = RwSignal::new(None::<(Day, u8)>);
    let picked = Signal::derive(move || {
        let now = tapped.get().filter(|(day, _)| *day == session.today.get());
        now.map(|(_, level)| level).or(kept.get())
    });
    let last = Memo::new(move |_| {
        session.ask_slots(&[cell], |nb| {
            let earlier = nb.self_levels(id, skill).into_iter().rev().find(|s| s.day < session.today.get());
            earlier.map(|s| said::level_word(nb, s.level))
        })
    });
    let pick = move |(level, _): (u8, bool)| {
        if picked.get_untracked() == Some(level) {
            return;
        }
        let day = session.today.get_untracked();
        tapped.set(Some((day, level)));
        let (scale, replaces) = session
            .peek(|nb| (nb.class_scale().map(|s| s.id), said_today(nb, id, skill, day).map(|(_, key)| key)));
        let score = scale.map(|scale| Score { scale, level: Level(level) });
        let change = Change::by_student(id, SelfAssessment { skill, day, score });
        spawn_local(async move {
            // What could not be kept is not marked any more, and can be tapped again.
            if session.write(vec![change.replacing(replaces)]).await.is_err() {
                let _ = tapped.try_set(None);
            }
        });
    };
    let g = words().goal();
    let note = move || match (last.get(), kept.get().is_some()) {
        (Some(word), true) => format!("{} · {} ✓", g.last_time(&word), g.saved),
        (Some(word), false) => g.last_time(&word),
        (None, true) => format!("{} ✓", g.saved),
        (None, false) => g.first_time.to_owned(),
    };
    view! {
        <div class="line stack">
            <Say />
            <h2 class="statement">{statement}</h2>
            <LevelPicker
                name=format!("level-{skill}")
                legend=g.how
                words=scale
                picked
                on_pick=Callback::new(pick)
            />
            <p class="muted sm">{note}</p>
        </div>
    }
}

/// What a student said about themselves today, with the entry that says it.
pub(super) fn said_today(
    notebook: &Notebook,
    student: StudentId,
    skill: SkillId,
    today: Day,
) -> Option<(Level, EntryKey)> {
    notebook.slot(Slot::Cell(student, skill)).rev().find_map(|e| match &e.body {
        Body::SelfAssessment(s) if s.day == today => Some((notebook.level_now(s.score?)?, e.head.key)),
        _ => None,
    })
}

/// The goal that was set today.
#[component]
fn GoalSet(id: StudentId, story: GoalStory, changing: RwSignal<bool>) -> impl IntoView {
    let g = words().goal();
    let open = story.closed.is_none();
    let how = g.working_said(&said::working(story.goal.working));
    let text = story.goal.text.clone();
    let plan = story.goal.if_then.clone().map(|plan| g.plan_said(&plan.action, &plan.obstacle));
    let change = move |_| {
        changing.set(true);
        // What was tapped is gone.
        focus_if_lost_on(GOAL.to_owned());
    };
    view! {
        <div class="stack goal-set">
            <p class="muted">{g.i_set}</p>
            <Say />
            <p class="goal-text" dir="auto">"“" {text} "”"</p>
            <p>{how}</p>
            {plan.map(|plan| view! { <p dir="auto">{plan}</p> })}
            <CloseGoal id story asks=g.close_today.to_owned() />
            {open
                .then(|| {
                    view! {
                        <button class="btn quiet" on:click=change>
                            {g.change}
                        </button>
                    }
                })}
        </div>
    }
}
