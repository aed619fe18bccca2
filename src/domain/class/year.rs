//! The change of year: a new class goes on from an old one, which stays as it was.
//!
//! What the teacher made goes along: scales, skills, rubrics, questions and sentences kept for comments. Of
//! the students who stay goes along who they are and what helps them. What anybody showed, said or wrote
//! stays with the old class, where it can be read as before.

use std::collections::BTreeSet;

use super::Class;
use crate::domain::day::Day;
use crate::domain::entry::{Body, Change};
use crate::domain::id::{SkillId, StudentId};
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
        let mut skills = self.skills();
        let rubrics = self.rubrics();
        let mut questions = self.kept_questions();
        questions.retain(|question| !question.archived);
        // What a rubric or a question is about is known in the new class as well; what was put away stays so.
        let criteria = rubrics.iter().flat_map(|rubric| &rubric.criteria).filter_map(|row| row.skill);
        let needed: BTreeSet<SkillId> = criteria.chain(questions.iter().filter_map(|q| q.skill)).collect();
        skills.extend(self.put_away_skills().into_iter().filter(|skill| needed.contains(&skill.id)));
        let skills = skills.into_iter();
        all.extend(skills.map(|skill| Change::of_class(Skill { in_focus: false, ..skill.clone() })));
        all.extend(rubrics.into_iter().cloned().map(Change::of_class));
        all.extend(questions.into_iter().cloned().map(Change::of_class));
        all.extend(self.comment_bank().into_iter().cloned().map(Change::of_class));
        all.extend(staying.iter().flat_map(|id| self.comes_along(*id, None)));
        all
    }

    /// What goes along when a student comes from this class to another one: who they are and what helps
    /// them; nothing of a student who is not known here. `joined` is the day they come, unless it is the
    /// new class's first.
    pub fn comes_along(&self, id: StudentId, joined: Option<Day>) -> Vec<Change> {
        let Some(student) = self.student(id) else { return Vec::new() };
        let student = Student { left: false, joined, section: String::new(), ..student.clone() };
        let helps = self.accommodations(id);
        let helps = (!helps.is_empty()).then(|| Change::by_teacher(id, helps));
        [Change::by_teacher(id, student)].into_iter().chain(helps).collect()
    }

    /// Students of another class who were never in this one: those who are still there first, then those
    /// who left it.
    pub fn could_come_from<'a>(&self, other: &'a Notebook) -> Vec<&'a Student> {
        let mut all = other.all_students();
        all.retain(|student| self.student(student.id).is_none() && !self.erased().contains(&student.id));
        all.sort_by_key(|student| student.left);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{EntryKey, Erasure};
    use crate::domain::exit_ticket::Question;
    use crate::domain::id::{BatchId, ClassId, QuestionId, RubricId, RubricVersionId, WriterId};
    use crate::domain::question_bank::BankQuestion;
    use crate::domain::rubric::{Criterion, Rubric, RubricType};
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, MAIN_IDEA, nov, shown, skill};
    use crate::domain::stamp::Stamp;
    use crate::domain::support::Accommodations;

    /// The class that these changes begin.
    fn class_of(class: ClassId, changes: Vec<Change>) -> Notebook {
        let mut new = Notebook::new(class);
        for (n, change) in (1..).zip(changes) {
            let key = EntryKey { writer: WriterId::from_bits(2), n };
            new.apply(change.into_entry(key, Stamp(n), BatchId::from_bits(1), class));
        }
        new
    }

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
        let new = class_of(class, old.next_year("6B", &[ANA, CHLOE]));
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

    #[test]
    fn a_skill_that_was_put_away_comes_along_with_what_is_about_it_and_stays_put_away() {
        let mut book = Book::new();
        let away = [(FRACTIONS, 0), (MAIN_IDEA, 1), (SkillId::from_bits(0xf3), 2)]
            .map(|(id, place)| Change::of_class(Skill { archived: true, ..skill(id, "a skill", place) }));
        book.write(away);
        let question = BankQuestion {
            id: QuestionId::from_bits(1),
            question: Question::Sentence,
            skill: Some(FRACTIONS),
            tags: Vec::new(),
            archived: false,
        };
        let put_away = BankQuestion {
            id: QuestionId::from_bits(2),
            skill: Some(SkillId::from_bits(0xf3)),
            archived: true,
            ..question.clone()
        };
        let criterion =
            Criterion { name: "Idea".into(), weight: 1, skill: Some(MAIN_IDEA), cells: Vec::new() };
        let rubric = Rubric {
            id: RubricId::from_bits(1),
            version: RubricVersionId::from_bits(1),
            title: "Story".into(),
            kind: RubricType::Analytic,
            levels: ["low", "middle", "high"].map(Into::into).to_vec(),
            scale: FOUR,
            becomes: Vec::new(),
            criteria: vec![criterion],
            archived: false,
            day: None,
        };
        book.write([Change::of_class(question), Change::of_class(put_away), Change::of_class(rubric)]);
        let new = class_of(ClassId::from_bits(0xc1a56), book.notebook.next_year("6B", &[]));
        let away: Vec<SkillId> = new.put_away_skills().iter().map(|skill| skill.id).collect();
        assert_eq!(away, [FRACTIONS, MAIN_IDEA], "a skill nothing points to stays with the old class");
        assert_eq!(new.skills(), Vec::<&Skill>::new());
    }

    #[test]
    fn a_student_who_comes_back_brings_what_helps_and_not_what_was_shown() {
        let mut book = Book::new();
        let helps = Accommodations { extra_time: 25, ..Accommodations::default() };
        let gone = Student { left: true, ..Student::named(BEN, "Ben") };
        book.write([shown(CHLOE, FRACTIONS, nov(3), 4), Change::by_teacher(CHLOE, helps.clone())]);
        book.write([Change::by_teacher(BEN, gone)]);
        let old = &book.notebook;
        let mut changes = old.next_year("6B", &[ANA]);
        let new = class_of(ClassId::from_bits(0xc1a56), changes.clone());
        let could: Vec<&str> = new.could_come_from(old).into_iter().map(|s| s.name.as_str()).collect();
        assert_eq!(could, ["Chloé", "Ben"], "who left the old class comes last, and Ana is here");

        changes.extend(old.comes_along(CHLOE, Some(nov(20))));
        let new = class_of(ClassId::from_bits(0xc1a56), changes);
        assert_eq!(new.student(CHLOE).and_then(|s| s.joined), Some(nov(20)));
        assert_eq!(new.accommodations(CHLOE), helps);
        assert_eq!(new.proficiency(CHLOE, FRACTIONS).level, None);
        assert_eq!(new.could_come_from(old).len(), 1);
        assert_eq!(new.comes_along(BEN, None), []);
    }

    #[test]
    fn an_erased_student_does_not_come_along() {
        let mut book = Book::new();
        let before = book.notebook.clone();
        book.write([Change::of_class(Erasure { student: CHLOE })]);
        let changes = book.notebook.next_year("6B", &[ANA, CHLOE]);
        assert!(changes.iter().all(|change| change.about != Some(CHLOE)));
        let could: Vec<_> = book.notebook.could_come_from(&before).into_iter().map(|s| s.id).collect();
        assert_eq!(could, [], "nor out of a class that still has them");
    }

    #[test]
    fn exactly_those_who_stay_are_in_the_new_class() {
        let book = Book::new();
        // The last one is nobody here.
        let ids = [ANA, BEN, CHLOE, StudentId::from_bits(0xd4)];
        for chosen in 0u8..16 {
            let is_meant = |at: &usize| chosen >> at & 1 == 1;
            let staying: Vec<StudentId> = (0..4).filter(is_meant).map(|at| ids[at]).collect();
            let new = class_of(ClassId::from_bits(7), book.notebook.next_year("6B", &staying));
            let there: Vec<StudentId> = new.students().into_iter().map(|s| s.id).collect();
            let meant: Vec<StudentId> = (0..3).filter(is_meant).map(|at| ids[at]).collect();
            assert_eq!(there, meant, "{chosen:04b}");
        }
    }
}
