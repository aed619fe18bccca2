//! Results typed from paper, fast: one key per student and question, by keyboard alone.

use leptos::prelude::*;

use super::row::{Row, RowView, Sheet};
use crate::domain::exit_ticket::{ExitTicket, Question};
use crate::domain::hand_in::{KeysOf, keys_of};
use crate::domain::notebook::Slot;
use crate::screens::{asked, said};
use crate::session::use_session;
use crate::words::words;

/// The table: a line for each student, a field for each question.
#[component]
pub fn Paper(ticket: ExitTicket) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let scale = session.peek(|nb| nb.scale(ticket.scale).cloned());
    let levels = scale.map_or(0, |scale| scale.top().0);
    let alone = asked::level_alone(&ticket.questions);
    let heads: Vec<_> = ticket
        .questions
        .iter()
        .zip(1..)
        .map(|(question, n)| {
            view! {
                <th scope="col">
                    <span class="paper-n">{n}</span>
                    <span class="paper-asked" dir="auto">{asked::question(question, alone)}</span>
                    <span class="muted sm">{keys_said(question, levels)}</span>
                </th>
            }
        })
        .collect();
    let rows = session.ask_slots(&[Slot::Roster], |nb| {
        if ticket.anonymous {
            return vec![Row::nameless(&ticket)];
        }
        let students = said::students_by_name(nb).into_iter();
        students.map(|(id, name)| Row::of(id, name, nb.version_for(&ticket, id), &ticket)).collect()
    });
    let two = !ticket.version_b.is_empty();
    let sheet = StoredValue::new(Sheet { ticket, levels, rows: rows.clone() });
    let problem = RwSignal::new(String::new());
    let lines: Vec<_> =
        rows.into_iter().enumerate().map(|(at, row)| view! { <RowView at row sheet problem /> }).collect();
    view! {
        <section class="card stack paper">
            <h2>{c.paper}</h2>
            <p>{c.paper_text}</p>
            {two.then(|| view! { <p class="muted">{c.paper_versions}</p> })}
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
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}

/// Which keys a question takes: "1 to 4", "a to c", …
pub(super) fn keys_said(question: &Question, levels: u8) -> String {
    let c = words().collect();
    let letter = |of: u8| char::from(b'a' + of.saturating_sub(1).min(25));
    match keys_of(question, levels) {
        KeysOf::Digit(most) => c.keys_digit(&most),
        KeysOf::Letter(of) => c.keys_letter(&letter(of)),
        KeysOf::Letters(of) => c.keys_letters(&letter(of)),
        KeysOf::Text => c.keys_text.to_owned(),
    }
}
