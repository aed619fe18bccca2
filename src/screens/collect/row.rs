//! One line of the table for results from paper: a student, the version on the slip and the fields of
//! the questions. A student's line is kept when the focus leaves it; a sheet without a name only when
//! somebody says that it is whole, because the rest of half a sheet would be one more answer.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::intake;
use super::paper::Sheet;
use super::paper_field::{Field, field_id};
use crate::domain::entry::{Change, EntryKey};
use crate::domain::exit_ticket::{Answer, Reply, Version};
use crate::domain::hand_in::{PaperLine, as_typed, on_paper};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Slot;
use crate::session::{Session, Toast, use_session};
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// A line of the table. Copies are the same line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Its place in the table.
    pub at: usize,
    /// Whose; `None` for sheets without a name.
    student: Option<StudentId>,
    /// What it is called.
    pub name: StoredValue<String>,
    /// The version on the slip.
    pub version: RwSignal<Version>,
    /// What stands in its fields: as many as the longer version has questions.
    pub fields: StoredValue<Vec<RwSignal<String>>>,
    /// Sheets without a name that could not be kept, while the next one was typed already.
    waiting: StoredValue<Vec<Typed>>,
    /// Whether it is being written, so that nothing is written twice.
    under_way: RwSignal<bool>,
    /// The answer of the notebook that stood in its fields last: only what was seen here is taken back by
    /// emptying them, and not what another tab typed, or what is not shown yet.
    seen: StoredValue<Option<EntryKey>>,
}

/// What was typed into a line and is not kept yet, so that a reload finds it again.
type Typed = (Version, Vec<String>);

impl Row {
    /// The line at this place.
    pub fn new(
        at: usize,
        student: Option<StudentId>,
        name: String,
        version: Version,
        questions: usize,
    ) -> Row {
        let fields = (0..questions).map(|_| RwSignal::new(String::new())).collect();
        Row {
            at,
            student,
            name: StoredValue::new(name),
            version: RwSignal::new(version),
            fields: StoredValue::new(fields),
            waiting: StoredValue::default(),
            under_way: RwSignal::new(false),
            seen: StoredValue::new(None),
        }
    }

    /// How many questions the slip has.
    pub fn questions(self, sheet: StoredValue<Sheet>) -> usize {
        sheet.with_value(|sheet| sheet.ticket.questions_of(self.version.get_untracked()).len())
    }

    fn texts(self) -> Vec<String> {
        let text = |field: &RwSignal<String>| field.get_untracked().trim().to_owned();
        self.fields.with_value(|fields| fields.iter().map(text).collect())
    }

    fn show_answer(self, answer: &Answer) {
        self.show(answer.version, &answer.replies.iter().map(as_typed).collect::<Vec<_>>());
    }

    fn show(self, version: Version, texts: &[String]) {
        self.version.set(version);
        self.fields.with_value(|fields| {
            for (place, field) in fields.iter().enumerate() {
                field.set(texts.get(place).cloned().unwrap_or_default());
            }
        });
    }

    /// Begins the next sheet without a name: one that could not be kept stands there again.
    fn begin_next(self) {
        let waiting = self.waiting.try_update_value(Vec::pop).flatten();
        let (version, texts) = waiting.unwrap_or_else(|| (self.version.get_untracked(), Vec::new()));
        self.show(version, &texts);
    }

    /// Shows a sheet without a name that could not be kept, at once or after the one that is typed now.
    fn show_again(self, (version, texts): Typed) {
        if self.texts().iter().all(String::is_empty) {
            self.show(version, &texts);
        } else {
            self.waiting.update_value(|waiting| waiting.push((version, texts)));
        }
    }

    /// The replies that were typed; `None` when something in them means nothing.
    fn read(self, sheet: StoredValue<Sheet>) -> Option<Vec<Reply>> {
        let texts = self.texts();
        sheet.with_value(|sheet| {
            let asked = sheet.ticket.questions_of(self.version.get_untracked()).iter();
            let read =
                |(asked, typed): (_, &String)| on_paper(asked, typed, sheet.ticket.scale, sheet.levels);
            asked.zip(&texts).map(read).collect()
        })
    }

    /// Whether it holds something else than what stands in the notebook.
    fn differs(self, sheet: StoredValue<Sheet>, stands: &PaperLine) -> bool {
        match stands {
            PaperLine::Typed(_, answer) => {
                answer.version != self.version.get_untracked()
                    || self.read(sheet).as_ref() != Some(&answer.replies)
            }
            PaperLine::Empty => self.texts().iter().any(|text| !text.is_empty()),
            PaperLine::HandedIn => false,
        }
    }

    /// Remembers what stands in its fields, if that is what stands in the notebook.
    fn look(self, sheet: StoredValue<Sheet>, stands: &PaperLine) {
        if let PaperLine::Typed(key, _) = stands
            && !self.differs(sheet, stands)
        {
            self.seen.set_value(Some(*key));
        }
    }

    /// How it stands in the notebook; whoever asked is run again when that changes.
    fn stands(self, session: Session, ticket: TicketId) -> PaperLine {
        let slots = [Slot::Answers(ticket), Slot::Ticket(ticket)];
        let of = |id| session.ask_slots(&slots, |nb| nb.paper_line(ticket, id));
        self.student.map_or(PaperLine::Empty, of)
    }

    /// The draft of a line. A sheet without a name is nobody's.
    fn draft(self, ticket: TicketId) -> (StudentId, String) {
        (self.student.unwrap_or(StudentId::from_bits(0)), format!("paper-{ticket}"))
    }

    /// Keeps what is typed, also while something in it is wrong; forgets it when the notebook says the same.
    pub fn keep_draft(self, session: Session, sheet: StoredValue<Sheet>) {
        let ticket = sheet.with_value(|sheet| sheet.ticket.id);
        let (student, name) = self.draft(ticket);
        let typed: Typed = (self.version.get_untracked(), self.texts());
        let mut all = self.waiting.get_value();
        if self.differs(sheet, &self.stands(session, ticket)) {
            all.push(typed);
        }
        // Plain values are always written as text.
        let text = serde_json::to_string(&all).unwrap_or_default();
        session.keep_draft(student, &name, if all.is_empty() { String::new() } else { text });
    }
}

/// A line, with its fields.
#[component]
pub fn RowView(
    row: Row,
    sheet: StoredValue<Sheet>,
    /// What is wrong with what was typed last.
    problem: RwSignal<String>,
) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let (ticket, two) = sheet.with_value(|sheet| (sheet.ticket.id, !sheet.ticket.version_b.is_empty()));
    let named = row.student.is_some();
    let stands = Memo::new(move |_| row.stands(session, ticket));
    let is_in = Memo::new(move |_| {
        let has = |id| session.ask_slots(&[Slot::Answers(ticket)], |nb| nb.answer(ticket, id).is_some());
        row.student.is_some_and(has)
    });
    let shut = Memo::new(move |_| stands.with(|stands| *stands == PaperLine::HandedIn));
    // The fields follow the notebook, also when something is taken back, but never over what is just typed.
    Effect::new(move |was: Option<PaperLine>| {
        let now = stands.get();
        if was != Some(now.clone()) && !row.differs(sheet, was.as_ref().unwrap_or(&PaperLine::Empty)) {
            match &now {
                PaperLine::Typed(_, answer) => row.show_answer(answer),
                PaperLine::Empty | PaperLine::HandedIn => row.show(row.version.get_untracked(), &[]),
            }
        }
        row.look(sheet, &now);
        now
    });
    spawn_local(async move {
        let (student, name) = row.draft(ticket);
        let kept = session.draft(student, &name).await;
        let mut kept =
            kept.and_then(|text| serde_json::from_str::<Vec<Typed>>(&text).ok()).unwrap_or_default();
        // The screen may be gone by then, or something new typed on it. An emptied line stands as it was: only
        // whoever empties it takes the answer back.
        if let Some((version, texts)) = kept.pop()
            && texts.iter().any(|text| !text.is_empty())
            && shut.try_get_untracked() == Some(false)
            && !row.differs(sheet, &stands.get_untracked())
        {
            row.show(version, &texts);
            row.waiting.set_value(kept);
        }
    });
    let left = move |event: leptos::ev::FocusEvent| {
        let line: Option<web_sys::Element> = event.current_target().and_then(|line| line.dyn_into().ok());
        let to: Option<web_sys::Node> = event.related_target().and_then(|to| to.dyn_into().ok());
        let stays = line.is_some_and(|line| line.contains(to.as_ref()));
        // A field that goes away with the screen loses the focus when all of it is gone.
        if named && !stays && !row.under_way.is_disposed() {
            keep(session, sheet, row, problem);
        }
    };
    if named {
        on_cleanup(move || keep(session, sheet, row, problem));
    }
    let save = (!named).then(|| {
        let save = move |_| keep_sheet(session, sheet, row, problem);
        view! { <button class="btn small" on:click=save>{words().app().save}</button> }
    });
    let count = row.fields.with_value(Vec::len);
    let cells: Vec<_> =
        (0..count).map(|question| view! { <Field question row sheet problem shut /> }).collect();
    view! {
        <tr on:focusout=left>
            <th scope="row">
                <span dir="auto">{row.name.get_value()}</span>
                {two.then(|| view! { <VersionOf row sheet shut /> })}
            </th>
            {cells}
            <td class="ok">
                {save}
                {move || is_in.get().then(|| view! { <span class="row"><Icon of=Picture::Tick />{c.came_in}</span> })}
            </td>
        </tr>
    }
}

/// Which version lies before the teacher: slips are handed out by hand.
#[component]
fn VersionOf(row: Row, sheet: StoredValue<Sheet>, shut: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let option = move |version: Version, letter: &'static str| {
        view! { <option value=letter prop:selected=move || row.version.get() == version>{letter}</option> }
    };
    let choose = move |event| {
        row.version.set(if event_target_value(&event) == "B" { Version::B } else { Version::A });
        row.keep_draft(session, sheet);
    };
    view! {
        <select
            class="plain"
            aria-label=words().collect().version_of(&row.name.get_value())
            disabled=shut
            on:change=choose
        >
            {option(Version::A, "A")}
            {option(Version::B, "B")}
        </select>
    }
}

/// The line before or after one that can be typed into.
pub fn next_open(sheet: StoredValue<Sheet>, at: usize, up: bool) -> Option<usize> {
    let is_open = |place: &usize| {
        document()
            .get_element_by_id(&field_id(*place, 0))
            .is_some_and(|field| !field.has_attribute("disabled"))
    };
    let count = sheet.with_value(|sheet| sheet.rows);
    if up { (0..at).rev().find(is_open) } else { (at + 1..count).find(is_open) }
}

/// On to the next question, or to the next line; the last line is kept at once, a sheet without a name
/// when Enter says that it is whole.
pub fn go_on(
    session: Session,
    sheet: StoredValue<Sheet>,
    row: Row,
    problem: RwSignal<String>,
    question: usize,
    by_enter: bool,
) {
    if question + 1 < row.questions(sheet) {
        focus_on(&field_id(row.at, question + 1));
    } else if let Some(next) = next_open(sheet, row.at, false) {
        focus_on(&field_id(next, 0));
    } else if row.student.is_some() {
        keep(session, sheet, row, problem);
    } else if by_enter {
        keep_sheet(session, sheet, row, problem);
    }
}

/// Keeps a sheet without a name; the next one begins.
fn keep_sheet(session: Session, sheet: StoredValue<Sheet>, row: Row, problem: RwSignal<String>) {
    keep(session, sheet, row, problem);
    focus_on(&field_id(row.at, 0));
}

/// Writes what was typed, unless it is kept already or something in it means nothing. A line that was
/// emptied takes back what was typed in it.
fn keep(session: Session, sheet: StoredValue<Sheet>, row: Row, problem: RwSignal<String>) {
    let stands = row.stands(session, sheet.with_value(|sheet| sheet.ticket.id));
    if row.under_way.get_untracked() || !row.differs(sheet, &stands) {
        return;
    }
    let c = words().collect();
    let name = row.name.get_value();
    let Some(replies) = row.read(sheet) else {
        problem.set(c.not_kept_yet(&name));
        return;
    };
    let typed: Typed = (row.version.get_untracked(), row.texts());
    // A slip that was handed in blank has nothing to be emptied.
    let something = |before: &Answer| before.replies.iter().any(|reply| *reply != Reply::Blank);
    let emptied = typed.1.iter().all(String::is_empty)
        && matches!(&stands, PaperLine::Typed(_, before) if something(before));
    let day = match &stands {
        PaperLine::Typed(key, before) if emptied && row.seen.get_value() != Some(*key) => {
            // Another tab typed it meanwhile: it stands here now.
            row.show_answer(before);
            row.look(sheet, &stands);
            row.keep_draft(session, sheet);
            return;
        }
        PaperLine::Typed(_, before) => Some(before.day),
        PaperLine::Empty | PaperLine::HandedIn => untrack(|| sheet.with_value(|sheet| sheet.day_of(session))),
    };
    let Some(day) = day else {
        problem.set(c.no_paper_day.to_owned());
        return;
    };
    let (ticket, skill) = sheet.with_value(|sheet| (sheet.ticket.id, sheet.ticket.skill));
    let answer = Answer { version: typed.0, paper: true, ..Answer::new(ticket, skill, day, replies) };
    let changes = match (row.student, &stands) {
        (None, _) => vec![Change::by_nobody(answer)],
        (Some(_), PaperLine::Typed(key, _)) if emptied => session.peek(|nb| nb.take_back([*key])),
        (Some(student), _) => vec![stands.keep(student, answer)],
    };
    let (student, draft) = row.draft(ticket);
    if row.student.is_none() {
        row.begin_next();
    } else {
        row.under_way.set(true);
    }
    spawn_local(async move {
        let written = session.write(changes).await;
        // The screen may be gone by then.
        let gone = row.under_way.try_set(false).is_some();
        match written {
            Ok(batch) => {
                let undo = intake::undo(session, ticket, batch);
                let is_in = |student| session.peek(|nb| nb.answer(ticket, student).is_some());
                let text = match row.student {
                    None => c.is_in_nameless.to_owned(),
                    Some(student) if is_in(student) => c.is_in(&name),
                    Some(_) => c.is_out(&name),
                };
                session.toast.set(Some(Toast { text, undo }));
                if gone {
                    session.keep_draft(student, &draft, String::new());
                } else {
                    row.look(sheet, &row.stands(session, ticket));
                    row.keep_draft(session, sheet);
                }
            }
            // The banner says why; what was typed stands there to be kept again.
            Err(_) if row.student.is_none() && !gone => {
                row.show_again(typed);
                row.keep_draft(session, sheet);
            }
            Err(_) => {}
        }
    });
}
