//! The change of year: a new class goes on from an old one, which stays as it was.
//!
//! What the teacher made goes along: scales, skills, rubrics, questions and sentences kept for comments. Of
//! the students who stay goes along who they are and what helps them. What anybody showed, said or wrote
//! stays with the old class, where it can be read as before.

use super::Class;
use crate::domain::entry::{Body, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::roster::Student;
use crate::domain::skill::Skill;

impl Notebook {
    /// All a new class begins with that goes on from this one, with the students who stay.
    pub fn next_year(&self, title: &str, staying: &[StudentId]) -> Vec<Change> {
        let Some(class) = self.class() else { return Vec::new() };
        let class = Class {
            title: title.to_owned(),
            demo: false,
            terms: Vec::new(),
            archived: false,
            follows: Some(self.class_id()),
            ..class.clone()
        };
        let scales = self.slot(Slot::Scales).filter_map(|entry| match &entry.body {
            Body::Scale(scale) => Some(Change::of_class(scale.clone())),
            _ => None,
        });
        let mut all = vec![Change::of_class(class)];
        all.extend(scales);
        // What students assess themselves on is chosen anew.
        let skills = self.skills().into_iter();
        all.extend(skills.map(|skill| Change::of_class(Skill { in_focus: false, ..skill.clone() })));
        all.extend(self.rubrics().into_iter().cloned().map(Change::of_class));
        let questions = self.kept_questions().into_iter().filter(|question| !question.archived);
        all.extend(questions.cloned().map(Change::of_class));
        all.extend(self.comment_bank().into_iter().cloned().map(Change::of_class));
        for student in staying.iter().filter_map(|id| self.student(*id)) {
            let id = student.id;
            let student = Student { left: false, joined: None, section: String::new(), ..student.clone() };
            all.push(Change::by_teacher(id, student));
            let helps = self.accommodations(id);
            all.extend((!helps.is_empty()).then(|| Change::by_teacher(id, helps)));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::EntryKey;
    use crate::domain::id::{BatchId, ClassId, WriterId};
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, FRACTIONS, nov, shown};
    use crate::domain::stamp::Stamp;
    use crate::domain::support::Accommodations;

    #[test]
    fn the_new_class_begins_with_what_was_made_and_without_what_was_shown() {
        let mut book = Book::new();
        let helps = Accommodations { extra_time: 50, ..Accommodations::default() };
        let gone = Student { left: true, ..Student::named(CHLOE, "Chloé") };
        book.write([
            shown(ANA, FRACTIONS, nov(3), 4),
            Change::by_teacher(ANA, helps.clone()),
            Change::by_teacher(CHLOE, gone),
        ]);
        let old = &book.notebook;
        let class = ClassId::from_bits(0xc1a56);
        let mut new = Notebook::new(class);
        for (n, change) in (1..).zip(old.next_year("6B", &[ANA, CHLOE])) {
            let key = EntryKey { writer: WriterId::from_bits(2), n };
            new.apply(change.into_entry(key, Stamp(n), BatchId::from_bits(1), class));
        }
        let began = new.class().unwrap();
        assert_eq!((began.title.as_str(), began.follows), ("6B", Some(old.class_id())));
        assert_eq!(new.class_scale(), old.class_scale());
        let ids = |nb: &Notebook| nb.skills().iter().map(|s| s.id).collect::<Vec<_>>();
        assert_eq!(ids(&new), ids(old));
        let names: Vec<&str> = new.students().into_iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Ana", "Chloé"], "who stays is in the class, also who had left it");
        assert_eq!(new.accommodations(ANA), helps);
        assert_eq!(new.student(BEN), None);
        assert!(old.proficiency(ANA, FRACTIONS).level.is_some());
        assert_eq!(new.proficiency(ANA, FRACTIONS).level, None);
    }
}
