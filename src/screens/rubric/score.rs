//! One student's piece of work: the teacher sees what each level looks like beside the student's own
//! marks, which are picked already, so that agreeing is one tap.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::comments::CommentBox;
use super::criterion::{CriterionCard, Own, Picking, Picks, focus_criterion, marks_of, picks_of};
use super::outcome::Outcome;
use crate::browser;
use crate::domain::id::{StudentId, TaskId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricScore, RubricTask, RubricType, Views};
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::StudentsBeside;
use crate::screens::said;
use crate::session::{Session, Toast, use_session};
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
                            <div class="row">
                                <StudentsBeside id=student to=move |student| TeacherScreen::TaskOf(id, student) />
                                <a class="btn small" href=Route::Teacher(TeacherScreen::Task(id)).href()>
                                    {r.whole_class}
                                </a>
                            </div>
                        </div>
                        <Form student name task rubric />
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <h1>{r.no_work}</h1>
                        <a class="btn" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Score {
    session: Session,
    task: TaskId,
    student: StudentId,
    picks: RwSignal<Picks>,
    notes: RwSignal<Vec<String>>,
    comment: RwSignal<String>,
    /// Whether the teacher changed anything that is not saved yet.
    touched: RwSignal<bool>,
}

impl Score {
    /// Fills the form with what is known: the teacher's own score, else the student's marks.
    fn fill(self, views: Views, criteria: usize) {
        let (picks, notes, comment) = match (views.teacher, views.own) {
            (Some(score), _) => (picks_of(&score.marks, criteria), score.notes, score.comment),
            (None, Some(own)) => (preselected(&own, criteria), vec![], String::new()),
            (None, None) => (vec![None; criteria], vec![], String::new()),
        };
        self.picks.set(picks);
        self.notes.set(notes);
        self.comment.set(comment);
    }

    fn score(self) -> RubricScore {
        let mut notes: Vec<String> =
            self.notes.with_untracked(|notes| notes.iter().map(|note| note.trim().to_owned()).collect());
        while notes.last().is_some_and(String::is_empty) {
            notes.pop();
        }
        RubricScore {
            task: self.task,
            day: self.session.today.get_untracked(),
            marks: self.picks.with_untracked(marks_of),
            notes,
            comment: self.comment.get_untracked().trim().to_owned(),
        }
    }

    fn name(self) -> String {
        format!("score/{}", self.task)
    }

    /// Keeps what is not saved yet, so that a reload finds it again.
    fn touch(self) {
        self.touched.set(true);
        let text = serde_json::to_string(&self.score()).unwrap_or_default();
        self.session.keep_draft(self.student, &self.name(), text);
    }
}

/// The student's own marks as the teacher's first picks; what the student did not know is open.
fn preselected(own: &RubricScore, criteria: usize) -> Picks {
    (0..criteria).map(|place| own.marks.get(place).copied().flatten().map(|level| level.0)).collect()
}

#[component]
fn Form(student: StudentId, name: String, task: RubricTask, rubric: Rubric) -> impl IntoView {
    let session = use_session();
    let (id, criteria) = (task.id, rubric.criteria.len());
    let views = Memo::new(move |_| session.ask_slots(&[Slot::Marks(id)], |nb| nb.marks(id, student)));
    let score = Score {
        session,
        task: id,
        student,
        picks: RwSignal::new(vec![None; criteria]),
        notes: RwSignal::new(Vec::new()),
        comment: RwSignal::new(String::new()),
        touched: RwSignal::new(false),
    };
    // What a student hands in, or another tab saves, comes in as long as nothing was typed here.
    Effect::new(move || {
        let views = views.get();
        if !score.touched.get_untracked() {
            score.fill(views, criteria);
        }
    });
    spawn_local(async move {
        let kept = session.draft(student, &score.name()).await;
        if let Some(kept) = kept.and_then(|text| serde_json::from_str::<RubricScore>(&text).ok()) {
            score.touched.set(true);
            score.picks.set(preselected(&kept, criteria));
            score.notes.set(kept.notes);
            score.comment.set(kept.comment);
        }
    });
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
    let task = StoredValue::new((task, name.clone()));
    let save = move |to: Option<StudentId>| {
        let (task, name) = task.get_value();
        let today = session.today.get_untracked();
        let changes = session.peek(|nb| nb.teacher_score(student, &task, score.score(), today));
        spawn_local(async move {
            let Ok(batch) = session.write(changes).await else { return };
            let text = words().rubric().score_said(&name, &task.title);
            session.toast.set(Some(Toast { text, undo: Some(batch) }));
            session.keep_draft(student, &score.name(), String::new());
            // The form may be gone by then.
            let _ = score.touched.try_set(false);
            if let Some(to) = to {
                browser::go(&Route::Teacher(TeacherScreen::TaskOf(task.id, to)).href());
            }
        });
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
        <p class="status" role="status">
            {move || views.with(|v| match (&v.own, &v.teacher) {
                (None, _) => r.not_scored_yet(&name),
                (Some(_), None) => r.own_is_picked.to_owned(),
                (Some(_), Some(_)) => r.both_are_in(&name),
            })}
        </p>
        {move || {
            let own = views.with(|v| v.own.as_ref().map(|own| own.comment.clone()));
            own.filter(|text| !text.is_empty())
                .map(|text| view! { <p class="written" dir="auto">{r.own_sentence(&text)}</p> })
        }}
        <form
            class="stack"
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
    }
}

/// A note beside a criterion; of a single-point rubric, on one side of it.
#[component]
fn Note(
    score: Score,
    at: usize,
    rubric: StoredValue<Rubric>,
    place: usize,
    side: Option<String>,
) -> impl IntoView {
    let r = words().rubric();
    let label = side.map_or_else(|| r.note.to_owned(), |side| r.note_side(&side));
    let criterion = rubric.with_value(|r| r.criteria.get(place).map(|c| c.name.clone()).unwrap_or_default());
    let named = format!("{label}: {criterion}");
    view! {
        <label class="field cell-field">
            <span>{label}</span>
            <textarea
                rows="1"
                dir="auto"
                aria-label=named
                prop:value=move || score.notes.with(|notes| notes.get(at).cloned().unwrap_or_default())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    score.notes.update(|notes| {
                        if notes.len() <= at {
                            notes.resize(at + 1, String::new());
                        }
                        notes[at] = text;
                    });
                    score.touch();
                }
            ></textarea>
        </label>
    }
}
