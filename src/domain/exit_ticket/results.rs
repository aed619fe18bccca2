//! What came in for a ticket: who, on which levels, in which groups, and how each question went.

use std::collections::BTreeMap;

use super::group::{Group, Keyed, Said, suggest};
use super::tally::{Counted, Tally, tallies};
use super::veil::veil_shift;
use super::{Answer, ExitTicket, Moment, Question, Reply, Version};
use crate::domain::day::Day;
use crate::domain::entry::Body;
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::scale::{Level, Scale};

/// What one student handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Who.
    pub student: StudentId,
    /// Which version they answered.
    pub version: Version,
    /// The level before the lesson.
    pub before: Option<Level>,
    /// The level after the lesson; `None` is "I don't know yet" or no reply.
    pub after: Option<Level>,
    /// Whether the level question was answered with "I don't know yet".
    pub unsure: bool,
    /// How many of the keyed questions were right.
    pub keyed: Keyed,
    /// The first text they wrote; may be empty.
    pub sentence: String,
    /// The group the answer suggests, where it suggests one. The level and `keyed` are the reason.
    pub suggested: Option<Group>,
    /// The group they are in: where the teacher put them, else the suggested one.
    pub group: Option<Group>,
    /// The group their answer counts with as evidence: where the teacher put them, else what was right
    /// says alone, because a level that somebody gives themselves is none. `None` where nothing can be right.
    pub shown: Option<Group>,
    /// How many times they handed in; the latest counts.
    pub attempts: usize,
    /// How many days after the ticket's own it came; `None` on the day.
    pub days_late: Option<usize>,
    /// The day it came, by the clock of the device it was given on.
    pub day: Day,
    /// Whether the teacher typed it from paper: then the day is the teacher's word.
    pub paper: bool,
}

/// How the levels moved, over the students who gave both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    /// Students who gave a level before and after.
    pub paired: usize,
    /// Of these, at "I've got it" or higher before.
    pub reached_before: usize,
    /// Of these, at "I've got it" or higher after.
    pub reached_after: usize,
    /// Higher after than before.
    pub up: usize,
    /// The same.
    pub same: usize,
    /// Lower.
    pub down: usize,
}

/// A ticket's results.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The ticket.
    pub ticket: ExitTicket,
    /// Whether it is still open.
    pub open: bool,
    /// What came in, one per student, in roster order; empty for an anonymous ticket.
    pub handed: Vec<Handed>,
    /// How many answers came in, with or without a name.
    pub came: usize,
    /// How many of them the figures rest on: all, but of an anonymous ticket only those that can be
    /// told without giving somebody away.
    pub told: usize,
    /// Students who are here and have not handed in; empty for an anonymous ticket.
    pub missing: Vec<StudentId>,
    /// Students who are away that day and have not handed in; empty for an anonymous ticket.
    pub away: Vec<StudentId>,
    /// Students without an answer whom the teacher put into a group.
    pub placed: Vec<(StudentId, Group)>,
    /// Answers per level after the lesson (before, where only that was asked), lowest first.
    pub per_level: Vec<usize>,
    /// "I don't know yet" to that level question.
    pub dont_know: usize,
    /// How the levels moved.
    pub shift: Shift,
    /// How each question went, version A first. Empty while nothing of an anonymous ticket is shown.
    pub tallies: Vec<Tally>,
}

impl Results {
    /// How many answers can be expected: what came and who is here and missing.
    pub fn expected(&self, class_size: usize) -> usize {
        if self.ticket.anonymous { class_size.max(self.came) } else { self.handed.len() + self.missing.len() }
    }
}

impl Notebook {
    /// A ticket's results as they stand now; `None` for an unknown ticket.
    pub fn results(&self, id: TicketId) -> Option<Results> {
        let ticket = self.ticket(id)?.clone();
        let scale = self.scale(ticket.scale)?;
        let mut results = Results {
            open: self.is_open(id),
            handed: Vec::new(),
            came: 0,
            told: 0,
            missing: Vec::new(),
            away: Vec::new(),
            placed: Vec::new(),
            per_level: vec![0; scale.words.len()],
            dont_know: 0,
            shift: Shift::default(),
            tallies: Vec::new(),
            ticket,
        };
        let ticket = &results.ticket;
        let mut counted: Vec<Counted> = Vec::new();
        if ticket.anonymous {
            let (answers, told) = self.nameless(id);
            results.came = answers.len();
            counted.extend(answers.into_iter().take(if results.open { 0 } else { told }));
        } else {
            let mut answers: BTreeMap<Option<StudentId>, Vec<&Answer>> = BTreeMap::new();
            for (who, answer) in self.all_answers(id) {
                answers.entry(who).or_default().push(answer);
            }
            let placed = self.placed(id);
            let cuts = self.class().map(|c| c.lists.cuts).unwrap_or_default();
            for student in self.students() {
                let own = answers.remove(&Some(student.id)).unwrap_or_default();
                let put = placed.get(&student.id).copied().flatten();
                let Some(&latest) = own.last() else {
                    let away = self.is_away(student.id, ticket.day);
                    let list = if away { &mut results.away } else { &mut results.missing };
                    list.push(student.id);
                    results.placed.extend(put.map(|group| (student.id, group)));
                    continue;
                };
                let read = Read::of(ticket, latest, scale);
                let suggested = suggest(read.said(), read.keyed, scale.reached(), cuts);
                let by_keys = suggest(Said::NotAsked, read.keyed, scale.reached(), cuts);
                results.handed.push(Handed {
                    student: student.id,
                    version: latest.version,
                    before: read.before,
                    after: read.after,
                    unsure: read.unsure,
                    keyed: read.keyed,
                    sentence: read.sentence,
                    suggested,
                    group: put.or(suggested),
                    shown: (read.keyed.of > 0).then(|| put.or(by_keys)).flatten(),
                    attempts: own.len(),
                    days_late: usize::try_from(latest.day.days_since(ticket.day))
                        .ok()
                        .filter(|days| *days > 0),
                    day: latest.day,
                    paper: latest.paper,
                });
                counted.push((Some(student.id), latest));
            }
            results.came = counted.len();
        }
        results.told = counted.len();
        if results.is_veiled() {
            return Some(results);
        }
        results.tallies = tallies(ticket, scale, &counted);
        for version in ticket.versions() {
            let Some(asked) = ticket.level_asked_in(version).map(Question::Level) else { continue };
            let of_level = results.tallies.iter().find(|t| t.version == version && t.question == asked);
            let Some(tally) = of_level else { continue };
            results.per_level.iter_mut().zip(&tally.counts).for_each(|(all, n)| *all += n);
            results.dont_know += tally.dont_know;
        }
        results.shift = shift(ticket, scale, &counted, &results.tallies);
        Some(results)
    }

    /// Where the teacher put students of a ticket.
    fn placed(&self, ticket: TicketId) -> BTreeMap<StudentId, Option<Group>> {
        let mut placed = BTreeMap::new();
        for entry in self.in_time(Slot::Answers(ticket)) {
            if let (Body::Regrouped(moved), Some(student)) = (&entry.body, entry.head.about) {
                placed.insert(student, moved.group);
            }
        }
        placed
    }
}

/// How the levels moved. A version of which one level is not told says nothing about it either.
fn shift(ticket: &ExitTicket, scale: &Scale, counted: &[Counted], tallies: &[Tally]) -> Shift {
    let levels = || tallies.iter().filter(|t| matches!(t.question, Question::Level(_)));
    let told = |version| !levels().any(|t| t.version == version && t.too_few);
    let mut shift = Shift::default();
    for (_, answer) in counted.iter().filter(|(_, answer)| told(answer.version)) {
        let read = Read::of(ticket, answer, scale);
        if let (Some(before), Some(after)) = (read.before, read.after) {
            shift.count(before, after, scale.reached());
        }
    }
    if !ticket.anonymous {
        return shift;
    }
    let asked = |moment| {
        let of_moment = levels().filter(|t| told(t.version) && t.question == Question::Level(moment));
        of_moment.map(|t| t.answered).sum()
    };
    veil_shift(shift, asked(Moment::Before), asked(Moment::After))
}

impl Shift {
    fn count(&mut self, before: Level, after: Level, reached: Level) {
        self.paired += 1;
        self.reached_before += usize::from(before >= reached);
        self.reached_after += usize::from(after >= reached);
        match after.cmp(&before) {
            std::cmp::Ordering::Greater => self.up += 1,
            std::cmp::Ordering::Equal => self.same += 1,
            std::cmp::Ordering::Less => self.down += 1,
        }
    }
}

/// An answer read against its ticket; replies that do not fit their question count as not given.
#[derive(Debug, Default)]
pub(in crate::domain) struct Read {
    /// The moment of the level that says where the student is, of the version they answered.
    asked: Option<Moment>,
    pub before: Option<Level>,
    pub after: Option<Level>,
    pub unsure: bool,
    pub keyed: Keyed,
    pub sentence: String,
}

impl Read {
    pub(in crate::domain) fn of(ticket: &ExitTicket, answer: &Answer, scale: &Scale) -> Read {
        let now = ticket.level_asked_in(answer.version);
        let mut read = Read { asked: now, ..Read::default() };
        for (question, reply) in ticket.questions_of(answer.version).iter().zip(&answer.replies) {
            if let Some(right) = question.is_right(reply) {
                read.keyed.of += 1;
                read.keyed.right += usize::from(right);
            }
            match (question, reply) {
                (Question::Level(moment), reply) => {
                    if let Some(level) = level_of(reply, scale) {
                        let place =
                            if *moment == Moment::Before { &mut read.before } else { &mut read.after };
                        *place = Some(level);
                    } else if *reply == Reply::DontKnow && Some(*moment) == now {
                        read.unsure = true;
                    }
                }
                (Question::Sentence | Question::Text(_), Reply::Sentence(text))
                    if read.sentence.is_empty() =>
                {
                    read.sentence.clone_from(text);
                }
                _ => {}
            }
        }
        read
    }

    /// The level that says where the student is: after the lesson, where that is asked.
    fn level(&self) -> Option<Level> {
        match self.asked? {
            Moment::After => self.after,
            Moment::Before => self.before,
        }
    }

    fn said(&self) -> Said {
        match (self.asked, self.level()) {
            (None, _) => Said::NotAsked,
            (_, Some(level)) => Said::Level(level),
            (_, None) if self.unsure => Said::Unsure,
            _ => Said::Blank,
        }
    }
}

/// The level a reply gives on this scale.
pub(in crate::domain) fn level_of(reply: &Reply, scale: &Scale) -> Option<Level> {
    match reply {
        Reply::Level(score) if score.scale == scale.id && (1..=scale.top().0).contains(&score.level.0) => {
            Some(score.level)
        }
        _ => None,
    }
}
