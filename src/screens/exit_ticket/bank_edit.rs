//! A teacher writes a question into the bank, or changes one: its words, its answers, its skill and
//! its tags. What is typed is kept until it is saved or given up.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::edit::fields::{Place, QuestionFields, about_question, select};
use super::edit::question_form::{Fields, QuestionForm};
use crate::browser;
use crate::domain::exit_ticket::draft::Kind;
use crate::domain::id::{QuestionId, SkillId};
use crate::domain::question_bank::{BankDraft, BankItem, BankProblem, LONGEST_TAG, MOST_TAGS};
use crate::screens::{asked, said};
use crate::session::{Saver, Session, use_session};
use crate::ui::focus::{focus_if_lost, focus_on};
use crate::words::words;

/// The name under which it is kept: each question that is changed has its own, and a new one as well.
fn name_of(of: Option<&BankItem>) -> String {
    // Plain values are always written as text.
    of.map_or_else(
        || "question".to_owned(),
        |of| format!("question/{}", serde_json::to_string(&of.question).unwrap_or_default()),
    )
}

/// How long after a letter all that was typed is kept, in milliseconds.
const SOON: i32 = 250;

/// A question as the editor begins with it.
#[derive(Clone)]
pub(super) struct Begun {
    /// The question that is changed; `None` for a new one.
    pub of: Option<BankItem>,
    draft: BankDraft,
}

/// The form of a question, with what was typed into it and not saved.
pub(super) async fn begin(session: Session, of: Option<BankItem>, skill: Option<SkillId>) -> Begun {
    let kept = session.typed(&name_of(of.as_ref())).await;
    let kept = kept.and_then(|text| serde_json::from_str::<BankDraft>(&text).ok());
    let draft = kept.unwrap_or_else(|| of.as_ref().map_or_else(|| BankDraft::new(skill), BankDraft::of));
    Begun { of, draft }
}

/// What is in the fields.
#[derive(Clone, Copy)]
struct Form {
    question: QuestionForm,
    skill: RwSignal<Option<SkillId>>,
    tags: RwSignal<String>,
}

impl Form {
    fn draft(self) -> BankDraft {
        BankDraft { question: self.question.draft(), skill: self.skill.get(), tags: self.tags.get() }
    }
}

/// The editor.
#[component]
pub(super) fn BankEditor(
    begun: Begun,
    /// Whether it stands on the screen.
    open: RwSignal<bool>,
    /// Hears what was saved.
    saved: Callback<BankItem>,
) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let Begun { of, draft } = begun;
    let form = Form {
        question: Fields::here().question(&draft.question),
        skill: RwSignal::new(draft.skill),
        tags: RwSignal::new(draft.tags),
    };
    let kept = keep_while_typing(session, form, name_of(of.as_ref()));
    let skills = skills(session, of.as_ref());
    let of = StoredValue::new(of);
    let read = move || session.peek(|nb| of.with_value(|of| nb.read_question(&form.draft(), of.as_ref())));
    let tried = RwSignal::new(false);
    let problems =
        Memo::new(move |_| if tried.get() { read().err().unwrap_or_default() } else { Vec::new() });
    let reworded = Memo::new(move |_| {
        let now = form.question.draft().parse();
        of.with_value(|of| {
            of.as_ref()
                .is_some_and(|of| (of.asked != 0 || of.of_skill) && now.is_ok_and(|now| now != of.question))
        })
    });
    let giving_up = kept.clone();
    let cancel = move |_| {
        giving_up.set_value(None);
        of.with_value(|of| session.keep_typed(&name_of(of.as_ref()), String::new()));
        open.set(false);
    };
    let saver = Saver::new(session);
    let save = move || match untrack(read) {
        Ok(item) => write(session, saver, of.get_value(), item, kept.clone(), open, saved),
        Err(found) => {
            tried.set(true);
            if let Some(first) = found.first() {
                focus_on(&field(form.question, *first));
            }
        }
    };
    let line = |problem: BankProblem, kind| view! { <span class="sentence">{sentence(problem, kind)}</span> };
    let lines = move || {
        let kind = form.question.kind.get();
        problems.get().into_iter().map(|problem| line(problem, kind)).collect_view()
    };
    view! {
        <form
            class="stack bank-editor"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <QuestionFields question=form.question place=Place::Bank />
            {select(b.skill, "bank-skill".to_owned(), skills, form.skill)}
            <label class="field">
                <span>{b.tags_of}</span>
                <input id="bank-tags" type="text" autocomplete="off" dir="auto" bind:value=form.tags />
            </label>
            <p class="muted sm" role="status">{move || reworded.get().then_some(b.reworded)}</p>
            <p id=form.question.field("problem") class="problem" role="alert">{lines}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=cancel>{words().app().cancel}</button>
            </div>
        </form>
    }
}

/// The skills to choose from. What was asked about a skill, or is its own, is about a skill.
fn skills(session: Session, of: Option<&BankItem>) -> Vec<(Option<SkillId>, String)> {
    let here = of.and_then(|of| of.skill);
    let free = of.is_none_or(|of| of.skill.is_none() || (of.asked == 0 && !of.of_skill));
    let none = free.then(|| (None, words().bank().no_skill.to_owned()));
    session.peek(|nb| {
        let all = nb.skills().into_iter().map(|skill| skill.id);
        let away = here.filter(|id| all.clone().all(|known| known != *id));
        let line = |id| (Some(id), said::skill_line(nb, id));
        none.into_iter().chain(all.chain(away).map(line)).collect()
    })
}

/// Keeps what is typed, so that neither a reload nor Escape loses it; `None` in it once it is saved
/// or given up.
fn keep_while_typing(session: Session, form: Form, name: String) -> ArcStoredValue<Option<BankDraft>> {
    let latest = ArcStoredValue::new(None::<BankDraft>);
    let soon = ArcStoredValue::new(false);
    let keep = move |latest: &ArcStoredValue<Option<BankDraft>>| {
        if let Some(draft) = latest.get_value() {
            // Plain values are always written as text.
            let text = serde_json::to_string(&draft).unwrap_or_default();
            session.keep_typed(&name, text);
        }
    };
    let (typing, keep_soon) = (latest.clone(), keep.clone());
    Effect::new(move |before: Option<BankDraft>| {
        let draft = form.draft();
        if before.is_some_and(|before| before != draft) {
            typing.set_value(Some(draft.clone()));
            if !soon.get_value() {
                soon.set_value(true);
                let (typing, soon, keep) = (typing.clone(), soon.clone(), keep_soon.clone());
                spawn_local(async move {
                    browser::sleep(SOON).await;
                    soon.set_value(false);
                    keep(&typing);
                });
            }
        }
        draft
    });
    let leaving = latest.clone();
    on_cleanup(move || keep(&leaving));
    latest
}

/// Writes the question as one action that can be undone. The form stays until it is kept.
fn write(
    session: Session,
    saver: Saver,
    of: Option<BankItem>,
    item: BankItem,
    kept: ArcStoredValue<Option<BankDraft>>,
    open: RwSignal<bool>,
    saved: Callback<BankItem>,
) {
    let b = words().bank();
    let text = asked::question(&item.question, true);
    let said = if of.is_some() { b.changed_said(&text) } else { b.written_said(&text) };
    let id = QuestionId::from_bits(browser::random_bits());
    let name = name_of(of.as_ref());
    let old = of.map_or_else(|| item.question.clone(), |of| of.question);
    let changes = session.peek(|nb| nb.keep_in_place(&old, &item, id));
    saver.save(changes, said, move || {
        kept.set_value(None);
        session.keep_typed(&name, String::new());
        // The screen may be gone by then.
        let _ = open.try_set(false);
        saved.try_run(item);
        focus_if_lost();
    });
}

fn sentence(problem: BankProblem, kind: Kind) -> String {
    let b = words().bank();
    match problem {
        BankProblem::Question(what) => about_question(what, Some(kind)),
        BankProblem::Known => b.p_known.to_owned(),
        BankProblem::ManyTags => b.p_many_tags(&MOST_TAGS),
        BankProblem::LongTag => b.p_long_tag(&LONGEST_TAG),
    }
}

fn field(question: QuestionForm, problem: BankProblem) -> String {
    match problem {
        BankProblem::Question(what) => question.field_of(what),
        BankProblem::Known => question.first_field(),
        BankProblem::ManyTags | BankProblem::LongTag => "bank-tags".to_owned(),
    }
}
