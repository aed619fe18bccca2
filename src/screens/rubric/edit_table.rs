//! The table in which a rubric is typed: a row per criterion, a column per level. On a phone the
//! cells stand below each other.

use leptos::prelude::*;

use super::edit_heads::{CriterionHead, LevelHead};
use crate::domain::id::{RubricId, SkillId};
use crate::domain::rubric::{
    LONGEST_DESCRIPTION, LONGEST_TITLE, LONGEST_WORD, Removed, RubricCell, RubricDraft, RubricProblem,
    RubricType,
};
use crate::domain::scale::Scale;
use crate::session::{Saver, Session, Typed};
use crate::ui::focus::focus_on;
use crate::ui::move_button::keep_focus;
use crate::words::words;

/// What is typed, and what it is checked against.
#[derive(Clone, Copy)]
pub struct Form {
    pub session: Session,
    /// What is typed, and where it is kept.
    pub typed: Typed<RubricDraft>,
    /// The draft in it.
    pub draft: RwSignal<RubricDraft>,
    /// What writes it.
    pub saver: Saver,
    /// The class's levels.
    pub scale: StoredValue<Scale>,
    /// The class's skills.
    pub skills: StoredValue<Vec<(SkillId, String)>>,
    /// What has to be mended.
    pub problems: RwSignal<Vec<RubricProblem>>,
}

impl Form {
    /// The form of a rubric.
    pub fn new(session: Session, id: RubricId, draft: RubricDraft, scale: Scale) -> Form {
        // A skill that was put away stays where it is linked.
        let linked = |id: &SkillId| draft.criteria.iter().any(|c| c.skill == Some(*id));
        let skills = session.peek(|nb| {
            let away = nb.put_away_skills().into_iter().filter(|s| linked(&s.id));
            nb.skills().into_iter().chain(away).map(|s| (s.id, s.statement.clone())).collect()
        });
        let typed = Typed::begin(session, format!("rubric/{id}"), draft);
        Form {
            session,
            typed,
            draft: typed.now,
            saver: Saver::new(session),
            scale: StoredValue::new(scale),
            skills: StoredValue::new(skills),
            problems: RwSignal::new(Vec::new()),
        }
    }

    /// Changes what is typed and keeps it.
    pub fn edit(self, how: impl FnOnce(&mut RubricDraft)) {
        self.typed.edit(how);
        // What was wrong may be mended now; saving looks again.
        self.problems.set(Vec::new());
    }

    /// Changes the rows or columns, and leaves the focus on the first of these elements that can
    /// have it.
    pub fn rebuild(self, how: impl FnOnce(&mut RubricDraft), focus: Vec<String>) {
        self.edit(how);
        keep_focus(focus);
    }
}

/// The element a problem stands at.
pub fn field_of(form: Form, problem: &RubricProblem) -> String {
    form.draft.with_untracked(|d| {
        let level = |at: usize| d.levels.get(at).map_or(0, |l| l.key);
        let criterion = |at: usize| d.criteria.get(at).map_or(0, |c| c.key);
        match *problem {
            RubricProblem::NoTitle | RubricProblem::LongTitle => "rubric-title".to_owned(),
            RubricProblem::NoWord(at) | RubricProblem::LongWord(at) | RubricProblem::SameWord(at) => {
                format!("level-{}", level(at))
            }
            RubricProblem::NoCriteria => "add-criterion".to_owned(),
            RubricProblem::NoName(at) | RubricProblem::LongName(at) => format!("criterion-{}", criterion(at)),
            RubricProblem::LongCell(at, of) => format!("cell-{}-{}", criterion(at), level(of)),
        }
    })
}

/// A problem in words.
pub fn problem(form: Form, problem: &RubricProblem) -> String {
    let r = words().rubric();
    form.draft.with_untracked(|d| {
        let name = |at: usize| match d.criteria.get(at) {
            Some(c) if !c.name.trim().is_empty() => c.name.chars().take(LONGEST_TITLE).collect(),
            _ => r.criterion_number(&(at + 1)),
        };
        let word = |at: usize| d.levels.get(at).map(|l| l.word.clone()).unwrap_or_default();
        match *problem {
            RubricProblem::NoTitle => r.need_title.to_owned(),
            RubricProblem::LongTitle => r.long_title(&LONGEST_TITLE),
            RubricProblem::NoWord(at) => r.need_word(&(at + 1)),
            RubricProblem::LongWord(at) => r.long_word(&LONGEST_WORD, &(at + 1)),
            RubricProblem::SameWord(at) => r.same_word(&word(at)),
            RubricProblem::NoCriteria => r.need_criterion.to_owned(),
            RubricProblem::NoName(at) => r.need_name(&(at + 1)),
            RubricProblem::LongName(at) => r.long_name(&LONGEST_TITLE, &(at + 1)),
            RubricProblem::LongCell(at, of) => r.long_cell(&name(at), &word(of), &LONGEST_DESCRIPTION),
        }
    })
}

/// The table.
#[component]
pub fn EditTable(form: Form) -> impl IntoView {
    let kind = Memo::new(move |_| form.draft.with(|d| d.kind));
    let levels = Memo::new(move |_| form.draft.with(|d| d.levels.iter().map(|l| l.key).collect::<Vec<_>>()));
    let criteria = Memo::new(move |_| {
        let most = if kind.get() == RubricType::Holistic { 1 } else { usize::MAX };
        form.draft.with(|d| d.criteria.iter().take(most).map(|c| c.key).collect::<Vec<_>>())
    });
    let more = Memo::new(move |_| form.draft.with(|d| (d.takes_criterion(), d.takes_levels().0)));
    let r = words().rubric();
    let left_out = Memo::new(move |_| form.draft.with(RubricDraft::leaves_out));
    // What was removed last, by its name.
    let removed = Memo::new(move |_| {
        form.draft.with(|d| {
            let (name, else_) = match d.last_removed()? {
                Removed::Level(level) => (&level.word, r.pick_level),
                Removed::Criterion(criterion) => (&criterion.name, r.criterion),
            };
            let name = if name.trim().is_empty() { else_ } else { name };
            Some(format!("{}: {name}", r.bring_back))
        })
    });
    let bring_back = move |_| {
        let mut key = None;
        form.edit(|d| key = d.bring_back());
        let key = key.unwrap_or_default();
        request_animation_frame(move || {
            focus_on(&format!("criterion-{key}"));
            focus_on(&format!("level-{key}"));
        });
    };
    let observed = move || kind.get() == RubricType::Observation;
    let add_criterion = move |_| {
        let mut key = 0;
        form.edit(|d| key = d.add_criterion());
        request_animation_frame(move || focus_on(&format!("criterion-{key}")));
    };
    let add_level = move |_| {
        let mut key = 0;
        form.edit(|d| key = form.scale.with_value(|scale| d.add_level(scale)));
        request_animation_frame(move || focus_on(&format!("level-{key}")));
    };
    view! {
        <div class="rubric-region">
            <table class="rubric-form">
                <thead>
                    <tr>
                        <th scope="col">{move || if observed() { r.look_for } else { r.criterion }}</th>
                        <For each=move || levels.get() key=|key| *key let:key>
                            <LevelHead form key />
                        </For>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || criteria.get() key=|key| *key let:key>
                        <tr>
                            <CriterionHead form key kind />
                            <For each=move || levels.get() key=|level| *level let:level>
                                <Cell form criterion=key level kind />
                            </For>
                        </tr>
                    </For>
                </tbody>
            </table>
        </div>
        <Show when=move || left_out.get()>
            <p class="status">{r.leaves_out}</p>
        </Show>
        <div class="row">
            <Show when=move || more.get().0>
                <button id="add-criterion" class="btn small" type="button" on:click=add_criterion>
                    {move || if observed() { r.add_look_for } else { r.add_criterion }}
                </button>
            </Show>
            <Show when=move || more.get().1>
                <button id="add-level" class="btn small" type="button" on:click=add_level>{r.add_level}</button>
            </Show>
            <Show when=move || removed.with(Option::is_some)>
                <button id="bring-back" class="btn small" type="button" dir="auto" on:click=bring_back>
                    {move || removed.get()}
                </button>
            </Show>
        </div>
    }
}

/// One level of one criterion, in the teacher's words and in a student's.
#[component]
fn Cell(form: Form, criterion: u32, level: u32, kind: Memo<RubricType>) -> impl IntoView {
    let r = words().rubric();
    // Of a single-point rubric only the middle is described.
    let described = Memo::new(move |_| {
        kind.get() != RubricType::SinglePoint || form.draft.with(|d| d.level_at(level) == Some(1))
    });
    let word = move || {
        form.draft.with(|d| d.level_at(level).map(|at| d.levels[at].word.clone()).unwrap_or_default())
    };
    view! {
        <td>
            <span class="cell-level muted sm">{word}</span>
            <Show when=move || described.get() fallback=move || view! { <p class="muted sm">{r.notes_go_here}</p> }>
                <CellText
                    form
                    criterion
                    level
                    label=r.what
                    text=|c| &mut c.description
                    id=format!("cell-{criterion}-{level}")
                />
                <Show when=move || kind.get() != RubricType::Observation>
                    <CellText form criterion level label=r.in_students_words text=|c| &mut c.student id=String::new() />
                    <CellText form criterion level label=r.example_label text=|c| &mut c.example id=String::new() />
                </Show>
            </Show>
        </td>
    }
}

/// One text of a cell.
#[component]
fn CellText(
    form: Form,
    criterion: u32,
    level: u32,
    label: &'static str,
    text: fn(&mut RubricCell) -> &mut String,
    id: String,
) -> impl IntoView {
    let value = move || {
        let mut cell = form.draft.with(|d| d.cell(criterion, level).cloned()).unwrap_or_default();
        std::mem::take(text(&mut cell))
    };
    // What stands before it in the table, for those who do not see it.
    let named = move || {
        form.draft.with(|d| {
            let word = d.level_at(level).map(|at| d.levels[at].word.clone()).unwrap_or_default();
            let at = d.criteria.iter().position(|c| c.key == criterion).map_or(1, |at| at + 1);
            words().rubric().cell_label(&label, &at, &word)
        })
    };
    view! {
        <label class="field cell-field">
            <span>{label}</span>
            <textarea
                id=(!id.is_empty()).then_some(id)
                rows="2"
                dir="auto"
                aria-label=named
                prop:value=value
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    form.edit(|d| {
                        if let Some(cell) = d.cell_mut(criterion, level) {
                            *text(cell) = typed;
                        }
                    });
                }
            ></textarea>
        </label>
    }
}
