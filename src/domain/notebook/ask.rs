//! Questions every feature asks of a notebook.

use std::collections::{BTreeMap, BTreeSet};

use super::{Actor, BatchId, Body, Entry, EntryKey, Notebook, Slot, Stamp, order};
use crate::domain::class::Class;
use crate::domain::entry::{Change, Withdrawal};
use crate::domain::id::{ScaleId, SkillId, StudentId};
use crate::domain::roster::Student;
use crate::domain::scale::{Level, Scale, Score, level_on};
use crate::domain::skill::Skill;

/// One action of a person: what can be undone as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The action.
    pub batch: BatchId,
    /// The latest stamp in it, for the order.
    pub stamp: Stamp,
    /// Who acted.
    pub by: Actor,
    /// The student it is about, when it is about one only.
    pub about: Option<StudentId>,
    /// Whether none of it is about a student.
    pub about_nobody: bool,
    /// The kind of its first entry.
    pub kind: String,
    /// How many entries it has.
    pub entries: usize,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

impl Notebook {
    /// The current entries of a slot, in the order of the day they speak of.
    pub fn slot(&self, slot: Slot) -> impl DoubleEndedIterator<Item = &Entry> {
        let places = self.slots.get(&slot).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&p| Some(&self.at(p)?.entry))
    }

    /// The current entries of a slot in the order in which they were made, whatever day they speak
    /// of.
    pub(in crate::domain) fn in_time(&self, slot: Slot) -> Vec<&Entry> {
        let mut all: Vec<&Entry> = self.slot(slot).collect();
        all.sort_by(|a, b| order(a, b));
        all
    }

    /// All entries with such a body, in the order in which they were made, also those that were taken
    /// back or replaced since.
    pub(in crate::domain) fn ever(&self, is_it: impl Fn(&Body) -> bool) -> Vec<&Entry> {
        let all = self.held.iter().flatten().map(|held| &held.entry);
        let mut all: Vec<&Entry> = all.filter(|entry| is_it(&entry.body)).collect();
        all.sort_by(|a, b| order(a, b));
        all
    }

    /// Every entry, in the order of identity; for a backup and for comparing notebooks.
    pub fn entries(&self) -> Vec<&Entry> {
        let mut all: Vec<&Entry> = self.held.iter().flatten().map(|h| &h.entry).collect();
        all.sort_by(|a, b| a.head.key.cmp(&b.head.key).then_with(|| order(a, b)));
        all
    }

    /// Everything ever written about a student that was not taken back, also what was amended since, in the
    /// order of writing.
    pub(in crate::domain) fn written_about(&self, student: StudentId) -> impl Iterator<Item = &Entry> {
        let about = |held: &&super::Held| !held.withdrawn && held.entry.head.about == Some(student);
        let mut all: Vec<&Entry> = self.held.iter().flatten().filter(about).map(|h| &h.entry).collect();
        all.sort_by(|a, b| order(a, b));
        all.into_iter()
    }

    /// Whether this very entry is here.
    pub fn holds(&self, entry: &Entry) -> bool {
        self.same_identity(entry.head.key).any(|held| held.entry == *entry)
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.held.iter().flatten().count()
    }

    /// Whether there are no entries at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The slots that hold something, with the identities in their order: equal for two notebooks
    /// that show the same.
    pub fn shown(&self) -> BTreeMap<Slot, Vec<EntryKey>> {
        let keys = |slot: &Slot| self.slot(*slot).map(|e| e.head.key).collect::<Vec<_>>();
        self.slots.keys().map(|slot| (*slot, keys(slot))).filter(|(_, keys)| !keys.is_empty()).collect()
    }

    /// Identities that two different entries claim; both are kept.
    pub fn doubles(&self) -> Vec<EntryKey> {
        let mut keys: Vec<_> =
            self.held.iter().flatten().filter(|h| h.twin.is_some()).map(|h| h.entry.head.key).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// The class's settings, once there are any.
    pub fn class(&self) -> Option<&Class> {
        self.slot(Slot::Class).rev().find_map(|e| match &e.body {
            Body::Class(class) => Some(class),
            _ => None,
        })
    }

    /// The scale version with this id.
    pub fn scale(&self, id: ScaleId) -> Option<&Scale> {
        self.slot(Slot::Scales).find_map(|e| match &e.body {
            Body::Scale(scale) if scale.id == id => Some(scale),
            _ => None,
        })
    }

    /// The scale new ratings are given on.
    pub fn class_scale(&self) -> Option<&Scale> {
        self.scale(self.class()?.scale)
    }

    /// A score's level on the scale in use, if the versions between them map it.
    pub fn level_now(&self, score: Score) -> Option<Level> {
        self.level_onto(self.class_scale(), score)
    }

    /// A score's level on a scale that was looked up before, for who reads many scores.
    pub(in crate::domain) fn level_onto(&self, scale: Option<&Scale>, score: Score) -> Option<Level> {
        level_on(score, scale?, |id| self.scale(id))
    }

    /// All students by name, with those who left. Screens sort again by the language's own rules.
    pub fn all_students(&self) -> Vec<&Student> {
        let mut all = self.newest(Slot::Roster, |body| match body {
            Body::Student(student) => Some((student.id.bits(), student)),
            _ => None,
        });
        all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        all
    }

    /// The students in the class now.
    pub fn students(&self) -> Vec<&Student> {
        self.all_students().into_iter().filter(|s| !s.left).collect()
    }

    /// The student with this id, also after they left.
    pub fn student(&self, id: StudentId) -> Option<&Student> {
        self.slot(Slot::Roster).rev().find_map(|e| match &e.body {
            Body::Student(student) if student.id == id => Some(student),
            _ => None,
        })
    }

    /// All skills not put away, in the class's order.
    pub fn skills(&self) -> Vec<&Skill> {
        self.skills_in_order(false)
    }

    /// The skills that were put away, in the class's order.
    pub fn put_away_skills(&self) -> Vec<&Skill> {
        self.skills_in_order(true)
    }

    fn skills_in_order(&self, archived: bool) -> Vec<&Skill> {
        let mut all = self.newest(Slot::Skills, |body| match body {
            Body::Skill(skill) => Some((skill.id.bits(), skill)),
            _ => None,
        });
        all.retain(|s| s.archived == archived);
        all.sort_by(|a, b| (a.place, &a.statement, a.id).cmp(&(b.place, &b.statement, b.id)));
        all
    }

    /// The skills students assess themselves on today, at most three; the first skill when the
    /// teacher chose none.
    pub fn focus_skills(&self) -> Vec<&Skill> {
        let skills = self.skills();
        let focus: Vec<&Skill> = skills.iter().copied().filter(|s| s.in_focus).take(3).collect();
        if focus.is_empty() { skills.into_iter().take(1).collect() } else { focus }
    }

    /// The skill with this id, also when it was put away.
    pub fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.slot(Slot::Skills).rev().find_map(|e| match &e.body {
            Body::Skill(skill) if skill.id == id => Some(skill),
            _ => None,
        })
    }

    /// The identities a change of this thing has to replace: what is current now.
    pub fn heads_of(&self, slot: Slot, is_it: impl Fn(&Body) -> bool) -> Vec<EntryKey> {
        self.slot(slot).filter(|e| is_it(&e.body)).map(|e| e.head.key).collect()
    }

    /// The latest actions first, those that only take back or bring back left out.
    pub fn actions(&self, most: usize) -> Vec<Action> {
        let mut actions: Vec<Action> = Vec::new();
        for (&batch, places) in &self.by_batch {
            let held: Vec<_> = places.iter().filter_map(|&p| self.at(p)).collect();
            let acts = |e: &Entry| !matches!(e.body, Body::Withdrawal(_) | Body::Erasure(_));
            let Some(first) = held.iter().filter(|h| acts(&h.entry)).min_by(|a, b| order(&a.entry, &b.entry))
            else {
                continue;
            };
            let about = first.entry.head.about;
            actions.push(Action {
                batch,
                stamp: held.iter().map(|h| h.entry.head.stamp).max().unwrap_or_default(),
                by: first.entry.head.by,
                about: about.filter(|_| held.iter().all(|h| h.entry.head.about == about)),
                about_nobody: held.iter().all(|h| h.entry.head.about.is_none()),
                kind: first.entry.body.kind().to_owned(),
                entries: held.len(),
                withdrawn: first.withdrawn,
            });
        }
        actions.sort_by_key(|a| std::cmp::Reverse((a.stamp, a.batch)));
        actions.truncate(most);
        actions
    }

    /// The actions that wrote an entry and all that it took the place of, each with how many entries
    /// it has: what has to be withdrawn so that nothing of it stays.
    pub fn actions_behind(&self, key: EntryKey) -> Vec<(BatchId, usize)> {
        let mut actions = Vec::new();
        let (mut seen, mut todo) = (BTreeSet::new(), vec![key]);
        while let Some(key) = todo.pop().filter(|key| seen.insert(*key)) {
            for held in self.same_identity(key) {
                let batch = held.entry.head.batch;
                actions.push((batch, self.by_batch.get(&batch).map_or(0, Vec::len)));
                todo.extend(&held.entry.head.replaces);
            }
        }
        actions
    }

    /// Whether an entry, and each that it took the place of, came alone: taking it back takes nothing else along.
    pub fn came_alone(&self, key: EntryKey) -> bool {
        self.actions_behind(key).iter().all(|(_, entries)| *entries == 1)
    }

    /// The changes that take entries back, with all that they took the place of. An action goes as a whole: see
    /// [`Notebook::came_alone`].
    pub fn take_back(&self, keys: impl IntoIterator<Item = EntryKey>) -> Vec<Change> {
        let behind = keys.into_iter().flat_map(|key| self.actions_behind(key));
        let batches: BTreeSet<BatchId> = behind.map(|(batch, _)| batch).collect();
        batches.into_iter().map(|batch| Change::of_class(Withdrawal { batch })).collect()
    }

    /// The actions to withdraw so that this one changes sides: itself while it holds, else all the
    /// withdrawals that took it back (two devices may both have done so).
    pub fn to_undo(&self, batch: BatchId) -> BTreeSet<BatchId> {
        let by = self.withdrawals.get(&batch).into_iter().flatten().filter_map(|&w| self.at(w));
        let by: BTreeSet<BatchId> = by.filter(|w| !w.withdrawn).map(|w| w.entry.head.batch).collect();
        if by.is_empty() { BTreeSet::from([batch]) } else { by }
    }

    /// The latest version of each thing in a slot, the latest first: two devices may have changed it
    /// apart, and then the later version holds. `pick` tells the bits of its id.
    pub(in crate::domain) fn newest<'a, T>(
        &'a self,
        slot: Slot,
        pick: impl Fn(&'a Body) -> Option<(u64, &'a T)>,
    ) -> Vec<&'a T> {
        let mut seen = BTreeSet::new();
        let found = self.slot(slot).rev().filter_map(|entry| pick(&entry.body));
        found.filter(|(id, _)| seen.insert(*id)).map(|(_, it)| it).collect()
    }
}
