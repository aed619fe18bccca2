//! Results typed from paper, fast: one key per student and question, by keyboard alone. The number
//! beside an answer on the slip is the key.

use leptos::prelude::*;

use super::row::{Row, RowView};
use crate::domain::Day;
use crate::domain::exit_ticket::{ExitTicket, Question, Version};
use crate::domain::hand_in::{KeysOf, keys_of};
use crate::domain::notebook::Slot;
use crate::screens::{asked, said};
use crate::session::{Session, Typed, use_session};
use crate::ui::day_field::DayField;
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
    /// The day on the slips, as it is typed.
    pub day: RwSignal<String>,
}

impl Sheet {
    /// The day on the slips; `None` while it is none, or still to come.
    pub fn day_of(&self, session: Session) -> Option<Day> {
        self.day.get().parse().ok().filter(|day| *day <= session.today.get())
    }
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
    // Slips are typed in later than they were given out, often on another day.
    let usual = ticket.day.min(session.today.get_untracked()).to_string();
    let chosen = Typed::begin(session, format!("paper-day/{}", ticket.id), usual);
    let day = chosen.now;
    let sheet = StoredValue::new(Sheet { ticket, levels, rows: lines.len(), day });
    let problem = RwSignal::new(String::new());
    let no_day = Memo::new(move |_| sheet.with_value(|sheet| sheet.day_of(session).is_none()));
    let choose_day = move |text| {
        chosen.edit(|day| *day = text);
        problem.set(if no_day.get_untracked() { c.no_paper_day.to_owned() } else { String::new() });
    };
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
            <div class="row">
                <DayField
                    label=c.paper_day
                    day
                    on_type=Callback::new(choose_day)
                    described_by="paper-problem"
                    max=Signal::derive(move || session.today.get().to_string())
                    wrong=no_day
                />
            </div>
            <p id="paper-problem" class="problem" role="alert">{problem}</p>
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
