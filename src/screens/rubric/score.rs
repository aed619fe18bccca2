//! One student's piece of work: the teacher sees what each level looks like beside the student's own
//! marks, which are picked already, so that agreeing is one tap.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::comments::CommentBox;
use super::criterion::{CriterionCard, Own, Picking, focus_criterion};
use super::missing::Missing;
use super::outcome::Outcome;
use super::scoring::{Note, Scoring};
use super::sheet::ScoredSheet;
use crate::browser;
use crate::domain::Notebook;
use crate::domain::id::{StudentId, TaskId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricTask, RubricType};
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::StudentsBeside;
use crate::screens::said;
use crate::screens::typed::FoundDraft;
use crate::session::{InTurn, Toast, use_session};
use crate::ui::focus::focus_on;
use crate::words::words;

/// The screen.
#[component]
pub fn TaskOf(id: TaskId, student: StudentId) -> impl IntoView {
    let session = use_session();
    let sheet = session.peek(|nb| {
        let task = nb.task(id)?.clone();
        let rubric = nb.rubric_version(task.version)?.clone();
        Some((nb.student(student)?.name.clone(), task, rubric))
    });
    let r = words().rubric();
    view! {
        <main id="main" class="rubric-score stack">
            {match sheet {
                Some((name, task, rubric)) => {
                    view! {
                        <div class="page-head">
                            <h1 dir="auto">{r.work_of(&name, &task.title)}</h1>
                            <div class="row noprint">
                                <StudentsBeside id=student to=move |student| TeacherScreen::TaskOf(id, student) />
                                <a class="btn small" href=Route::Teacher(TeacherScreen::Task(id)).href()>
                                    {r.whole_class}
                                </a>
                                <button class="btn small" on:click=move |_| browser::print()>
                                    {words().app().print}
                                </button>
                            </div>
                        </div>
                        <Form student name task rubric />
                    }
                        .into_any()
                }
                None => view! { <Missing said=r.no_work /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Form(student: StudentId, name: String, task: RubricTask, rubric: Rubric) -> impl IntoView {
    let session = use_session();
    let (id, criteria) = (task.id, rubric.criteria.len());
    let (paper_name, day) = (name.clone(), task.day);
    let views = Memo::new(move |_| session.ask_slots(&[Slot::Marks(id)], |nb| nb.marks(id, student)));
    let score = Scoring::new(session, id, student, criteria);
    // What a student hands in, or another tab saves, comes in where nothing was changed here.
    Effect::new(move || score.take_in(views.get()));
    spawn_local(score.find_draft());
    let picked = Callback::new(move |(place, by_key): (usize, bool)| {
        score.touch();
        if by_key {
            match place + 1 < criteria {
                true => score.picks.with_untracked(|picks| focus_criterion(picks, place + 1)),
                false => focus_on("save-score"),
            }
        }
    });
    let r = words().rubric();
    let picking = Some(Picking { picks: score.picks, none: r.no_mark, picked });
    let marks = Signal::derive(move || {
        views.with(|v| v.own.as_ref().map(|own| own.marks.clone()).unwrap_or_default())
    });
    let own = Own { marks, says: r.legend_own };
    let next = session.peek(|nb| said::neighbours(nb, student).1);
    let single = rubric.kind == RubricType::SinglePoint;
    let ends = (rubric.levels.first().cloned(), rubric.levels.last().cloned());
    let rubric = StoredValue::new(rubric);
    let said = StoredValue::new(r.score_said(&name, &task.title));
    let turn = InTurn::new(session);
    let save = move |to: Option<StudentId>| {
        let today = session.today.get_untracked();
        let given = score.score();
        let go = move || {
            if let Some(to) = to {
                browser::go(&Route::Teacher(TeacherScreen::TaskOf(id, to)).href());
            }
        };
        let changes =
            move |nb: &Notebook| Some(nb.teacher_score(student, nb.task(id)?, given.clone(), today));
        if session.peek(|nb| changes(nb).is_none_or(|changes| changes.is_empty())) {
            score.saved();
            session.toast.set(Some(Toast { text: words().rubric().nothing_new.to_owned(), undo: None }));
            go();
            return;
        }
        let said = said.get_value();
        let make = move |nb: &Notebook| Some((changes(nb).filter(|changes| !changes.is_empty())?, said));
        turn.write_then(make, move || {
            score.saved();
            go();
        });
    };
    let status = move || {
        let finished = session.ask_slots(&[Slot::Tasks], |nb| nb.task(id).is_some_and(|task| task.closed));
        let said = rubric.with_value(|r| views.with(|v| v.teacher.as_ref().map(|score| r.said_of(score))));
        match (said, views.with(|v| v.own.is_some())) {
            (Some(_), _) if finished => r.finished_seen(&name),
            (Some(have), _) if have < criteria => r.score_is_open(&have, &name, &criteria),
            (_, false) => r.not_scored_yet(&name),
            (None, true) => r.own_is_picked.to_owned(),
            (Some(_), true) => r.both_are_in(&name),
        }
    };
    let cards = (0..criteria).map(|place| {
        let notes = if single {
            let (below, beyond) = ends.clone();
            vec![(2 * place, below), (2 * place + 1, beyond)]
        } else {
            vec![(place, None)]
        };
        let notes =
            notes.into_iter().map(|(at, side)| view! { <Note score at rubric place side /> }).collect_view();
        view! {
            <CriterionCard rubric place to_students=false picking own>
                <div class="notes">{notes}</div>
            </CriterionCard>
        }
    });
    view! {
        <div class="noprint">
            <FoundDraft
                found=score.found
                on_discard=Callback::new(move |()| score.discard(views.get_untracked()))
            />
        </div>
        <p class="status noprint" role="status">{status}</p>
        {move || {
            let own = views.with(|v| v.own.as_ref().map(|own| own.comment.clone()));
            own.filter(|text| !text.is_empty())
                .map(|text| view! { <p class="written noprint" dir="auto">{r.own_sentence(&text)}</p> })
        }}
        <form
            class="stack noprint"
            on:submit=move |event| {
                event.prevent_default();
                save(None);
            }
        >
            {cards.collect_view()}
            <CommentBox comment=score.comment typed=Callback::new(move |()| score.touch()) />
            <Outcome rubric picks=score.picks />
            <div class="row save-bar">
                <button id="save-score" class="btn go" type="submit">{words().app().save}</button>
                {next.map(|(to, name)| {
                    view! {
                        <button class="btn" type="button" on:click=move |_| save(Some(to))>
                            {r.save_and_next(&name)}
                        </button>
                    }
                })}
            </div>
        </form>
        <ScoredSheet rubric views name=paper_name day />
    }
}
