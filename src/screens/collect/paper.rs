//! Results typed from paper, fast: one key per student and question, by keyboard alone. The number
//! beside an answer on the slip is the key.

use leptos::prelude::*;

use super::row::{Row, RowView};
use crate::domain::exit_ticket::{ExitTicket, Question, Version};
use crate::domain::hand_in::{KeysOf, keys_of};
use crate::domain::notebook::Slot;
use crate::screens::{asked, said};
use crate::session::use_session;
use crate::words::words;

/// What the whole table is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The check.
    pub ticket: ExitTicket,
    /// The levels of its scale.
    pub levels: u8,
    /// How many lines there are.
    pub rows: usize,
}

/// The table: a line for each student, a field for each question.
#[component]
pub fn Paper(ticket: ExitTicket) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let scale = session.peek(|nb| nb.scale(ticket.scale).cloned());
    let levels = scale.map_or(0, |scale| scale.top().0);
    let two = !ticket.version_b.is_empty();
    let longest = ticket.versions().map(|version| ticket.questions_of(version).len()).max().unwrap_or(0);
    let heads: Vec<_> = (0..longest).map(|place| head(&ticket, place, levels)).collect();
    let lines = session.ask_slots(&[Slot::Roster], |nb| {
        if ticket.anonymous {
            return vec![(None, c.next_sheet.to_owned(), Version::A)];
        }
        let students = said::students_by_name(nb).into_iter();
        students.map(|(id, name)| (Some(id), name, nb.paper_version(&ticket, id))).collect()
    });
    let anonymous = ticket.anonymous;
    let sheet = StoredValue::new(Sheet { ticket, levels, rows: lines.len() });
    let problem = RwSignal::new(String::new());
    let row = |(at, (student, name, version))| {
        let row = Row::new(at, student, name, version, longest);
        view! { <RowView row sheet problem /> }
    };
    let rows: Vec<_> = lines.into_iter().enumerate().map(row).collect();
    view! {
        <section class="card stack paper">
            <h2>{c.paper}</h2>
            <p>{c.paper_text} " " {if anonymous { c.paper_sheet } else { c.paper_line }}</p>
            {two.then(|| view! { <p>{c.paper_versions}</p> })}
            <p class="problem" role="alert">{problem}</p>
            <div class="paper-scroll" tabindex="0" role="region" aria-label=c.paper>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{c.student}</th>
                            {heads}
                            <th scope="col">{c.saved}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The head of a column: what each version asks at this place, and its keys; once where they are the same.
fn head(ticket: &ExitTicket, place: usize, levels: u8) -> impl IntoView + use<> {
    let of = |version| {
        let questions = ticket.questions_of(version);
        let question = questions.get(place)?;
        Some((asked::question(question, asked::level_alone(questions)), keys_said(question, levels)))
    };
    let (a, b) = (of(Version::A), of(Version::B));
    let same = a == b;
    let line = move |(version, (text, keys)): (Version, (String, String))| {
        view! {
            <span class="paper-asked" dir="auto">
                {(!same).then(|| view! { <strong>{asked::version(version)} " · "</strong> })} {text}
            </span>
            <span class="muted sm">{keys}</span>
        }
    };
    let shown = [(Version::A, a), (Version::B, b.filter(|_| !same))].into_iter();
    let lines = shown.filter_map(|(version, of)| Some(line((version, of?)))).collect_view();
    view! {
        <th scope="col">
            <span class="paper-n">{place + 1}</span>
            {lines}
        </th>
    }
}

/// Which keys a question takes: "1 to 4", "1 to 3, several", …
pub(super) fn keys_said(question: &Question, levels: u8) -> String {
    let c = words().collect();
    match keys_of(question, levels) {
        KeysOf::Digit(most) => c.keys_digit(&most),
        KeysOf::Digits(most) => c.keys_digits(&most),
        KeysOf::Text => c.keys_text.to_owned(),
    }
}
