//! What a class pack brings to a student's own device, and what it changes there.

use super::{HandInKey, KeyOf};
use crate::domain::class::Class;
use crate::domain::entry::{Body, Change, EntryKey};
use crate::domain::exit_ticket::{ExitTicket, Moment, Version};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::skill::Skill;

/// A key that goes into a pack: whose, and the secret.
pub type PackedKey = (Option<StudentId>, String);

impl Notebook {
    /// All a pack for these students holds: the class, its scale, its skills, its checks that are
    /// saved or open, the students with what helps them, and their keys.
    pub fn packed(&self, students: &[StudentId], keys: &[PackedKey]) -> Vec<Change> {
        let Some(class) = self.class() else { return Vec::new() };
        // The invented class stays on the device it was made on; what leaves it is a class.
        let mut all = vec![Change::of_class(Class { demo: false, ..class.clone() })];
        all.extend(self.class_scale().cloned().map(Change::of_class));
        all.extend(self.skills().into_iter().cloned().map(Change::of_class));
        for ticket in self.ticket_drafts().into_iter().chain(self.tickets()) {
            if ticket.draft || self.is_open(ticket.id) {
                let code = (!ticket.draft).then(|| self.wall_code_for(ticket));
                all.push(Change::of_class(ExitTicket { code, ..ticket.clone() }));
            }
        }
        for student in students.iter().filter_map(|id| self.student(*id)) {
            all.push(Change::by_teacher(student.id, student.clone()));
            let helps = self.accommodations(student.id);
            all.extend((!helps.is_empty()).then(|| Change::by_teacher(student.id, helps)));
            let lock = self.picture_lock(student.id);
            all.extend(lock.map(|lock| Change::by_teacher(student.id, lock.clone())));
        }
        for (student, secret) in keys {
            let of = if student.is_some() { KeyOf::Student } else { KeyOf::Nobody };
            let key = HandInKey { of, secret: secret.clone() };
            all.push(Change { about: *student, ..Change::of_class(key) });
        }
        all
    }

    /// The version of checks with two versions that a student is asked first, as the teacher's device
    /// shares them out.
    pub fn first_version(&self, student: StudentId) -> Version {
        let smaller = self.students().iter().filter(|s| s.id < student).count();
        if smaller.is_multiple_of(2) { Version::A } else { Version::B }
    }

    /// What of a pack is new on this device. With `whole`, skills that the pack does not have any more
    /// are put away.
    pub fn unpacked(&self, pack: Vec<Change>, whole: bool) -> Vec<Change> {
        let skill = |change: &Change| match &change.body {
            Body::Skill(skill) => Some(skill.id),
            _ => None,
        };
        let packed: Vec<SkillId> = pack.iter().filter_map(skill).collect();
        let full = pack.into_iter().map(|change| if whole { change } else { self.filled(change) });
        let gone = self.skills().into_iter().filter(|s| whole && !packed.contains(&s.id));
        let away = gone.map(|s| self.amend_skill(Skill { archived: true, ..s.clone() })).collect::<Vec<_>>();
        full.filter_map(|change| self.amended_by(change)).chain(away).collect()
    }

    /// A skill of a card, which has no room for everything, with what is known of it here.
    fn filled(&self, mut change: Change) -> Change {
        if let Body::Skill(card) = &mut change.body
            && let Some(here) = self.skill(card.id)
        {
            *card = Skill { check: card.check.clone(), statement: card.statement.clone(), ..here.clone() };
        }
        change
    }

    /// The change as an amendment of what stands here for the same thing; `None` when it says nothing
    /// new, or is of a kind that no pack holds.
    fn amended_by(&self, change: Change) -> Option<Change> {
        let about = change.about;
        let slot = match (&change.body, about) {
            (Body::Class(_), _) => Slot::Class,
            (Body::Scale(_), _) => Slot::Scales,
            (Body::Student(_), Some(_)) => Slot::Roster,
            (Body::Skill(_), _) => Slot::Skills,
            (Body::ExitTicket(ticket), _) => Slot::Ticket(ticket.id),
            (Body::Accommodations(_) | Body::PictureLock(_), Some(student)) => Slot::Support(student),
            (Body::HandInKey(key), _) if key.of != KeyOf::Class => Slot::Keys,
            _ => return None,
        };
        if let Body::ExitTicket(new) = &change.body {
            // It was opened by its wall code before, under another id.
            let same = |here: &ExitTicket| here.id != new.id && here.code == new.code;
            if new.code.is_some() && self.tickets().iter().any(|here| same(here)) {
                return None;
            }
        }
        let mut replaces: Vec<EntryKey> = Vec::new();
        for entry in self.slot(slot).filter(|e| e.head.about == about) {
            if entry.body == change.body || is_further(&entry.body, &change.body) {
                return None;
            }
            if is_same_thing(&entry.body, &change.body) {
                replaces.push(entry.head.key);
            }
        }
        Some(change.replacing(replaces))
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

/// Whether a check was opened by its wall code here while the pack still has it as a draft.
fn is_further(here: &Body, new: &Body) -> bool {
    matches!((here, new), (Body::ExitTicket(a), Body::ExitTicket(b)) if !a.draft && b.draft)
}

/// A pack with less in it, for a code on paper: step by step less, until nothing is left to leave out
/// (`None`). What is needed to answer the checks of today stays longest.
pub fn with_less(pack: &[Change], step: usize) -> Option<Vec<Change>> {
    let is_check = |change: &Change| matches!(change.body, Body::ExitTicket(_));
    let mut less: Vec<Change> = pack.iter().filter(|change| !is_check(change)).cloned().collect();
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

/// The part of a pack for one student, whose name was chosen: nothing of the others, and of checks
/// with two versions the one they are asked. `first` is the version they are asked first.
pub fn for_one(pack: Vec<Change>, student: StudentId, first: Version) -> Vec<Change> {
    let own = pack.into_iter().filter(|change| change.about.is_none_or(|about| about == student));
    let asked = own.map(|mut change| {
        if let Body::ExitTicket(ticket) = &mut change.body {
            let is_after = ticket.survey.is_some_and(|part| part.moment == Moment::After);
            let version = if is_after { first.other() } else { first };
            ticket.questions = ticket.questions_of(version).to_vec();
            ticket.version_b.clear();
        }
        change
    });
    asked.collect()
}
