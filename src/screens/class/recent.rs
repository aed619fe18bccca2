//! A teacher sees what was done lately, by whom and about whom, and takes it back or brings it back.

use leptos::prelude::*;

use crate::domain::Notebook;
use crate::domain::entry::Actor;
use crate::domain::id::BatchId;
use crate::domain::notebook::Action;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_if_lost;
use crate::words::words;

/// How many actions are listed at first, and how many more at each tap.
const STEP: usize = 50;

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    batch: BatchId,
    text: String,
    withdrawn: bool,
    way_back: WayBack,
}

/// Whether an action can be taken back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum WayBack {
    /// It can.
    Undo,
    /// It made the class.
    First,
    /// It went out of this device.
    Sent,
}

/// The latest actions, at most so many, and whether there are more.
fn lines(notebook: &Notebook, most: usize) -> (Vec<Line>, bool) {
    let mut actions = notebook.actions(usize::MAX);
    let first = actions.last().map(|action| action.batch);
    // What comes without a name stays without one: its place between other actions could tell whose it
    // is, and so could taking it back.
    actions.retain(|action| action.kind != "answer" || !action.about_nobody);
    let more = actions.len() > most;
    actions.truncate(most);
    let line = |action: Action| {
        let way_back = match action.kind.as_str() {
            _ if Some(action.batch) == first => WayBack::First,
            "family_shared" | "hand_in_key" => WayBack::Sent,
            _ => WayBack::Undo,
        };
        let text = sentence(notebook, &action, way_back);
        Line { batch: action.batch, text, withdrawn: action.withdrawn, way_back }
    };
    (actions.into_iter().map(line).collect(), more)
}

/// Who did what, about whom, in how many entries.
fn sentence(notebook: &Notebook, action: &Action, way_back: WayBack) -> String {
    let r = words().recent();
    let name = action.about.map(|id| said::name_of(notebook, id)).filter(|name| !name.is_empty());
    let what = match (action.kind.as_str(), way_back) {
        ("class", WayBack::First) | ("scale", WayBack::First) => r.class_made,
        (kind, _) => said_kind(kind),
    };
    let (who, about) = match action.by {
        Actor::Teacher => (r.teacher.to_owned(), name),
        Actor::Student => (name.unwrap_or_else(|| r.student.to_owned()), None),
    };
    let entries = (action.entries > 1).then(|| r.entries(action.entries));
    let details: Vec<String> = about.into_iter().chain(entries).collect();
    if details.is_empty() { r.line(&what, &who) } else { r.line_details(&details.join(", "), &what, &who) }
}

/// What an entry of a kind does, as the rest of a sentence.
fn said_kind(kind: &str) -> &'static str {
    let r = words().recent();
    match kind {
        "class" => r.class,
        "scale" => r.scale,
        "student" => r.roster,
        "skill" => r.skill,
        "evidence" => r.evidence,
        "level_override" => r.level_override,
        "self_assessment" => r.self_assessment,
        "goal" => r.goal,
        "goal_closed" => r.goal_closed,
        "feedback" => r.feedback,
        "exit_ticket" => r.exit_ticket,
        "ticket_closed" => r.ticket_closed,
        "answer" => r.answer,
        "ticket_again" => r.ticket_again,
        "regrouped" => r.regrouped,
        "follow_up" => r.follow_up,
        "bank_question" => r.bank_question,
        "rubric" => r.rubric,
        "rubric_task" => r.rubric_task,
        "rubric_score" => r.rubric_score,
        "bank_comment" => r.bank_comment,
        "lesson_observation" => r.lesson_observation,
        "accommodations" => r.accommodations,
        "picture_lock" => r.picture_lock,
        "hand_in_key" => r.hand_in_key,
        "profile" => r.profile,
        "choice_board" => r.choice_board,
        "choice_made" => r.choice_made,
        "long_goal" => r.long_goal,
        "goal_progress" => r.goal_progress,
        "work_sample" => r.work_sample,
        "conference_cards" => r.conference_cards,
        "conferring" => r.conferring,
        "note" => r.note,
        "student_group" => r.student_group,
        "group_member" => r.group_member,
        "intervention" => r.intervention,
        "intervention_ended" => r.intervention_ended,
        "attendance" => r.attendance,
        "family_shared" => r.family_shared,
        _ => r.unknown,
    }
}

/// The latest actions, each with its undo.
#[component]
pub fn Recent() -> impl IntoView {
    let session = use_session();
    let most = RwSignal::new(STEP);
    let found = Memo::new(move |_| session.ask(|nb| lines(nb, most.get())));
    let all = Memo::new(move |_| found.with(|(lines, _)| lines.clone()));
    let more = Memo::new(move |_| found.with(|(_, more)| *more));
    let show_more = move |_| {
        most.update(|most| *most += STEP);
        // The last ones bring no button any more.
        focus_if_lost();
    };
    let r = words().recent();
    view! {
        <main id="main" class="narrow stack">
            <div class="row between">
                <h1>{r.title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Class).href()>{r.back}</a>
            </div>
            <Show when=move || !all.with(Vec::is_empty) fallback=move || view! { <Empty text=r.none /> }>
                <p class="muted">{move || r.lead(&all.with(Vec::len))}</p>
                <ol class="recent">
                    <For
                        each=move || all.get()
                        key=|line| line.batch
                        children=move |line| view! { <OneAction batch=line.batch all /> }
                    />
                </ol>
                <Show when=move || more.get()>
                    <button class="btn" on:click=show_more>{r.more}</button>
                </Show>
            </Show>
        </main>
    }
}

/// One action. It stays in place while it changes sides, so that the button keeps the focus.
#[component]
fn OneAction(batch: BatchId, all: Memo<Vec<Line>>) -> impl IntoView {
    let session = use_session();
    let r = words().recent();
    let line = Memo::new(move |_| all.with(|all| all.iter().find(|line| line.batch == batch).cloned()));
    let text = move || line.get().map(|line| line.text);
    let withdrawn = Memo::new(move |_| line.get().is_some_and(|line| line.withdrawn));
    let way_back = line.get_untracked().map_or(WayBack::First, |line| line.way_back);
    let undo = match way_back {
        WayBack::Undo => view! {
            <button class="btn small" on:click=move |_| session.undo(batch)>
                {move || if withdrawn.get() { r.bring_back } else { r.undo }}
                <span class="unseen">": " {text}</span>
            </button>
        }
        .into_any(),
        WayBack::First => view! { <span class="muted sm">{r.first}</span> }.into_any(),
        WayBack::Sent => view! { <span class="muted sm">{r.sent}</span> }.into_any(),
    };
    view! {
        <li class="row between" class:withdrawn=move || withdrawn.get()>
            <p class="row">
                <span class="what">{text}</span>
                <Show when=move || withdrawn.get()>
                    <span class="pill">{r.withdrawn}</span>
                </Show>
            </p>
            {undo}
        </li>
    }
}
