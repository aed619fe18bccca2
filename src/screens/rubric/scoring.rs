//! What stands in the form of one student's score: what is picked and written, what of it is not
//! saved yet, and what another tab or the student changes meanwhile.

use leptos::prelude::*;

use super::criterion::{Picks, marks_of};
use crate::domain::id::{StudentId, TaskId};
use crate::domain::rubric::{Rubric, RubricScore, Views};
use crate::session::Session;
use crate::words::words;

/// What stands in the form.
#[derive(Clone, Copy)]
pub struct Scoring {
    session: Session,
    task: TaskId,
    student: StudentId,
    criteria: usize,
    /// What is picked.
    pub picks: RwSignal<Picks>,
    notes: RwSignal<Vec<String>>,
    /// The comment.
    pub comment: RwSignal<String>,
    /// Whether the teacher changed anything that is not saved yet.
    touched: RwSignal<bool>,
    /// Whether what stands there was changed earlier and never saved.
    pub found: RwSignal<bool>,
    /// What is kept, as far as this form has taken it in.
    began: StoredValue<RubricScore>,
}

impl Scoring {
    /// An empty form for this student's work.
    pub fn new(session: Session, task: TaskId, student: StudentId, criteria: usize) -> Scoring {
        Scoring {
            session,
            task,
            student,
            criteria,
            picks: RwSignal::new(vec![None; criteria]),
            notes: RwSignal::new(Vec::new()),
            comment: RwSignal::new(String::new()),
            touched: RwSignal::new(false),
            found: RwSignal::new(false),
            began: StoredValue::new(RubricScore::blank(task, session.today.get_untracked())),
        }
    }

    /// Takes in what is kept: the teacher's own score, else the student's marks as first picks. What
    /// was changed here and is not saved yet stays.
    pub fn take_in(self, views: Views) {
        let blank = RubricScore::blank(self.task, self.session.today.get_untracked());
        let picked = views.own.map(|own| RubricScore { marks: own.marks, ..blank.clone() });
        let now = views.teacher.or(picked).unwrap_or(blank);
        if self.touched.get_untracked() {
            let mine = self.score();
            let merged = mine.onto(&self.began.get_value(), &now);
            let places = (0..self.criteria).filter(|i| merged.marks.get(*i) != mine.marks.get(*i));
            self.picks.update(|picks| {
                for place in places {
                    picks[place] = merged.marks[place].map(|level| level.0);
                }
            });
            // What is being typed keeps its spaces and its place of the cursor.
            if merged.notes != mine.notes {
                self.notes.set(merged.notes);
            }
            if merged.comment != mine.comment {
                self.comment.set(merged.comment);
            }
        } else {
            self.picks.set(self.picks_of(&now));
            self.notes.set(now.notes.clone());
            self.comment.set(now.comment.clone());
        }
        self.began.set_value(now);
    }

    /// What has no level is still open, so that nothing looks decided that nobody decided.
    fn picks_of(self, score: &RubricScore) -> Picks {
        (0..self.criteria).map(|i| score.marks.get(i).copied().flatten().map(|level| level.0)).collect()
    }

    /// What was typed before a reload and is not saved yet.
    pub async fn find_draft(self) {
        let kept = self.session.draft(self.student, &self.name()).await;
        let kept = kept.and_then(|text| serde_json::from_str::<(RubricScore, RubricScore)>(&text).ok());
        // The form may be gone by then, or something new picked or typed in it.
        if let Some((began, mine)) = kept
            && self.touched.try_get_untracked() == Some(false)
        {
            // What was saved since then, as in the grid, stays.
            let merged = mine.onto(&began, &self.began.get_value());
            self.touched.set(true);
            self.found.set(true);
            self.picks.set(self.picks_of(&merged));
            self.notes.set(merged.notes);
            self.comment.set(merged.comment);
        }
    }

    /// Gives up what is not saved.
    pub fn discard(self, views: Views) {
        self.saved();
        self.take_in(views);
    }

    /// The score as it stands in the form.
    pub fn score(self) -> RubricScore {
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
    pub fn touch(self) {
        self.touched.set(true);
        // With what it was begun on, so that only what was changed comes back.
        let both = (self.began.get_value(), self.score());
        let text = serde_json::to_string(&both).unwrap_or_default();
        self.session.keep_draft(self.student, &self.name(), text);
    }

    /// All that stands here is kept.
    pub fn saved(self) {
        self.session.keep_draft(self.student, &self.name(), String::new());
        // The form may be gone by then.
        let _ = self.touched.try_set(false);
        let _ = self.found.try_set(false);
    }
}

/// A note beside a criterion; of a single-point rubric, on one side of it.
#[component]
pub fn Note(
    score: Scoring,
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
