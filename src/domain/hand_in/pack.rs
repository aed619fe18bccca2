//! What a class pack brings to a student's own device, and what it changes there.

use std::collections::BTreeSet;

use super::{HandInKey, KeyOf};
use crate::domain::class::Class;
use crate::domain::day::Day;
use crate::domain::entry::{Actor, Body, Change, EntryKey};
use crate::domain::exit_ticket::{COMES_ROUND_AFTER, ExitTicket, TicketClosed, Version};
use crate::domain::id::{ScaleId, SkillId, StudentId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::skill::Skill;
use crate::domain::stamp::Stamp;

/// A key that goes into a pack: whose, and the secret.
pub type PackedKey = (Option<StudentId>, String);

impl Notebook {
    /// All a pack for the class holds: the class, its scale, its skills, its checks that are saved or
    /// open with the scales they stand on, these students' names, and their keys. Whoever has it can read it, so what helps a
    /// student is not in it.
    pub fn packed(&self, students: &[StudentId], keys: &[PackedKey]) -> Vec<Change> {
        self.pack(students, keys, |ticket| self.is_open(ticket))
    }

    /// The same for one student: also what helps them and their lock as they are now, so that their
    /// device follows when one is taken away, and the checks that only they may still answer.
    pub fn packed_for(&self, student: StudentId, keys: &[PackedKey]) -> Vec<Change> {
        let open = |ticket| self.is_open(ticket) || self.can_answer(ticket, student);
        let mut all = self.pack(&[student], keys, open);
        all.push(Change::by_teacher(student, self.accommodations(student)));
        let lock = self.picture_lock(student).cloned().unwrap_or_default();
        all.push(Change::by_teacher(student, lock));
        all
    }

    fn pack(
        &self,
        students: &[StudentId],
        keys: &[PackedKey],
        open: impl Fn(TicketId) -> bool,
    ) -> Vec<Change> {
        let Some(class) = self.class() else { return Vec::new() };
        // The invented class stays on the device it was made on; what leaves it is a class.
        let mut all = vec![Change::of_class(Class { demo: false, ..class.clone() })];
        let tickets = self.ticket_drafts().into_iter().chain(self.tickets());
        let tickets: Vec<&ExitTicket> = tickets.filter(|ticket| ticket.draft || open(ticket.id)).collect();
        // A check that is open keeps the scale it was opened on.
        let in_use: BTreeSet<ScaleId> = tickets.iter().map(|ticket| ticket.scale).collect();
        let older = in_use.into_iter().filter(|id| *id != class.scale);
        let scales = std::iter::once(class.scale).chain(older).filter_map(|id| self.scale(id));
        all.extend(scales.cloned().map(Change::of_class));
        all.extend(self.skills().into_iter().cloned().map(Change::of_class));
        for ticket in tickets {
            let code = (!ticket.draft).then(|| self.wall_code_for(ticket));
            all.push(Change::of_class(ExitTicket { code, ..ticket.clone() }));
        }
        let named = students.iter().filter_map(|id| self.student(*id));
        all.extend(named.map(|student| Change::by_teacher(student.id, student.clone())));
        for (student, secret) in keys {
            let key = match student {
                Some(_) => HandInKey::new(KeyOf::Student, secret.clone()),
                None => HandInKey { as_of: self.seen(), ..HandInKey::new(KeyOf::Nobody, secret.clone()) },
            };
            all.push(Change { about: *student, ..Change::of_class(key) });
        }
        all
    }

    /// The version of checks with two versions that a student is asked first, which their id says
    /// ([`Version::first_of`]), whoever comes to the class or leaves it. A student's own device was told.
    pub fn first_version(&self, student: StudentId) -> Version {
        let told = self.slot(Slot::Keys).rev().find_map(|entry| match &entry.body {
            Body::HandInKey(key) if entry.head.about == Some(student) => Some(key.first),
            _ => None,
        });
        told.unwrap_or_else(|| Version::first_of(student))
    }

    /// What of a pack is new on this device. With `whole`, skills that the pack does not have any more
    /// are put away, and checks that it does not have any more are closed. A pack that is older than
    /// what is here adds what is missing and takes nothing back.
    pub fn unpacked(&self, pack: Vec<Change>, whole: bool, today: Day) -> Vec<Change> {
        let skill = |change: &Change| match &change.body {
            Body::Skill(skill) => Some(skill.id),
            _ => None,
        };
        let packed: Vec<SkillId> = pack.iter().filter_map(skill).collect();
        let (here, made) = (self.as_of(), pack.iter().map(|change| as_of(&change.body)).max());
        let made = made.unwrap_or_default();
        let (older, whole) = (made < here, whole && made >= here);
        let mut all = Vec::new();
        if whole {
            let gone = self.skills().into_iter().filter(|s| !packed.contains(&s.id));
            all.extend(gone.map(|s| self.amend_skill(Skill { archived: true, ..s.clone() })));
            let over = self.over(&pack, made).into_iter();
            all.extend(over.map(|ticket| {
                // Who had begun to answer again had not handed that in.
                let again = self.heads_of(Slot::Answers(ticket), |body| matches!(body, Body::TicketAgain(_)));
                Change::of_class(TicketClosed { ticket, day: today }).replacing(again)
            }));
        }
        let full = pack.into_iter().map(|change| if whole { change } else { self.filled(change) });
        let new = full.filter_map(|change| self.amended_by(change, today));
        let adds = |change: &Change| {
            change.replaces.is_empty() && !matches!(change.body, Body::ExitTicket(_) | Body::Class(_))
        };
        all.extend(new.filter(|change| !older || adds(change)));
        all
    }

    /// How new the whole pack was that this device has.
    fn as_of(&self) -> Stamp {
        self.slot(Slot::Keys).map(|entry| as_of(&entry.body)).max().unwrap_or_default()
    }

    /// The open checks that a whole pack, made at `made`, does not have any more.
    fn over(&self, pack: &[Change], made: Stamp) -> Vec<TicketId> {
        let packed = |here: &ExitTicket| {
            pack.iter().any(|change| match &change.body {
                Body::ExitTicket(new) => new.id == here.id || new.code.is_some() && new.code == here.code,
                _ => false,
            })
        };
        let gone = self.slot(Slot::Tickets).filter_map(|entry| match &entry.body {
            Body::ExitTicket(here) if !here.draft && self.is_open(here.id) && !packed(here) => {
                // What the code on the wall opened may be newer than the pack.
                let by_code = entry.head.by == Actor::Student && entry.head.stamp >= made;
                (!by_code).then_some(here.id)
            }
            _ => None,
        });
        gone.collect()
    }

    /// A thing of a card, which has no room for everything, with what is known of it here.
    fn filled(&self, mut change: Change) -> Change {
        match &mut change.body {
            Body::Skill(card) => {
                if let Some(here) = self.skill(card.id) {
                    // What is on a card is in use, also when it was put away here before.
                    *card = Skill {
                        check: card.check.clone(),
                        statement: card.statement.clone(),
                        in_focus: card.in_focus,
                        archived: false,
                        ..here.clone()
                    };
                }
            }
            // It does not say what was put away and closed.
            Body::HandInKey(key) if key.of == KeyOf::Nobody => key.as_of = self.as_of(),
            _ => {}
        }
        change
    }

    /// The change as an amendment of what stands here for the same thing; `None` when it says nothing
    /// new, or is of a kind that no pack holds.
    fn amended_by(&self, change: Change, today: Day) -> Option<Change> {
        let about = change.about;
        let slot = match (&change.body, about) {
            (Body::ExitTicket(new), _) => return self.opened_by_pack(new.clone(), today),
            (Body::Accommodations(new), Some(student)) if *new == self.accommodations(student) => {
                return None;
            }
            (Body::PictureLock(new), Some(student))
                if self.picture_lock(student).map_or(!new.is_set(), |here| here == new) =>
            {
                return None;
            }
            (Body::Class(_), _) => Slot::Class,
            (Body::Scale(_), _) => Slot::Scales,
            (Body::Student(_), Some(_)) => Slot::Roster,
            (Body::Skill(_), _) => Slot::Skills,
            (Body::Accommodations(_) | Body::PictureLock(_), Some(student)) => Slot::Support(student),
            (Body::HandInKey(key), _) if key.of != KeyOf::Class => Slot::Keys,
            _ => return None,
        };
        let mut replaces: Vec<EntryKey> = Vec::new();
        for entry in self.slot(slot).filter(|e| e.head.about == about) {
            if entry.body == change.body {
                return None;
            }
            if is_same_thing(&entry.body, &change.body) {
                replaces.push(entry.head.key);
            }
        }
        Some(change.replacing(replaces))
    }

    /// A check of a pack in the place of what is known of it here: its end, and answers to other
    /// questions than it asks, which nobody could take in any more.
    fn opened_by_pack(&self, mut new: ExitTicket, today: Day) -> Option<Change> {
        // The code on the wall may have opened it before, under another id, on the day of this device.
        let opened = |here: &&ExitTicket| {
            let days = here.day.days_since(new.day).abs().min(here.day.days_since(today).abs());
            new.code.is_some() && here.code == new.code && days <= COMES_ROUND_AFTER
        };
        let here = self.ticket(new.id).or_else(|| self.tickets().into_iter().find(opened));
        let Some(here) = here else { return Some(Change::of_class(new)) };
        if here.id != new.id {
            (new.id, new.day) = (here.id, here.day);
        }
        // The code on the wall opened what was still a draft when the pack was made.
        let further = !here.draft && new.draft;
        if further || *here == new && (new.draft || self.is_open(new.id)) {
            return None;
        }
        let asks = |version| {
            here.scale_asked_in(version) == new.scale_asked_in(version)
                && here.questions_of(version) == new.questions_of(version)
        };
        let is_of_others = |body: &Body| matches!(body, Body::Answer(answer) if !asks(answer.version));
        let mut replaces = self.heads_of(Slot::Ticket(new.id), |_| true);
        replaces.extend(self.heads_of(Slot::Answers(new.id), is_of_others));
        Some(Change::of_class(new).replacing(replaces))
    }
}

fn as_of(body: &Body) -> Stamp {
    match body {
        Body::HandInKey(key) => key.as_of,
        _ => Stamp::default(),
    }
}

/// Whether two entries of one slot, about the same student or none, speak of the same thing.
fn is_same_thing(here: &Body, new: &Body) -> bool {
    match (here, new) {
        (Body::Scale(a), Body::Scale(b)) => a.id == b.id,
        (Body::Skill(a), Body::Skill(b)) => a.id == b.id,
        (Body::HandInKey(a), Body::HandInKey(b)) => a.of == b.of,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// A pack with less in it, for a code on paper: step by step less, until nothing is left to leave out
/// (`None`). What is needed to answer the checks of today stays longest.
pub fn with_less(pack: &[Change], step: usize) -> Option<Vec<Change>> {
    let class_scale = pack.iter().find_map(|change| match &change.body {
        Body::Class(class) => Some(class.scale),
        _ => None,
    });
    let stays = |change: &&Change| match &change.body {
        Body::ExitTicket(_) => false,
        Body::Scale(scale) => Some(scale.id) == class_scale,
        _ => true,
    };
    let mut less: Vec<Change> = pack.iter().filter(stays).cloned().collect();
    for change in &mut less {
        if let Body::Skill(skill) = &mut change.body {
            skill.home.clear();
            skill.levels.clear();
            skill.standards.clear();
            skill.starter = None;
            if step > 2 || step > 1 && !skill.in_focus {
                skill.next_steps.clear();
            }
        }
    }
    // From here on one skill less each time, those in focus last.
    for _ in 3..step {
        let skill = |change: &Change, focus| matches!(&change.body, Body::Skill(s) if s.in_focus == focus);
        let last = |focus| less.iter().rposition(|change| skill(change, focus));
        let out = last(false).or_else(|| last(true)).filter(|_| skills_in(&less) > 1)?;
        less.remove(out);
    }
    (step > 0).then_some(less)
}

/// How many skills a pack has.
pub fn skills_in(pack: &[Change]) -> usize {
    pack.iter().filter(|change| matches!(change.body, Body::Skill(_))).count()
}

/// The part of a pack for one student, whose name was chosen: nothing of the others. `first` is the
/// version of checks with two versions that they are asked first.
pub fn for_one(pack: Vec<Change>, student: StudentId, first: Version) -> Vec<Change> {
    let own = pack.into_iter().filter(|change| change.about.is_none_or(|about| about == student));
    let told = own.map(|mut change| {
        if let Body::HandInKey(key) = &mut change.body
            && key.of == KeyOf::Student
        {
            key.first = first;
        }
        change
    });
    told.collect()
}

#[cfg(test)]
mod tests;
