//! A school year of a teacher with two classes of 36: opening a class, its Today, its class map and the page of
//! one student, each beside the same class after its first week.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let mut criterion = criterion::Criterion::default().configure_from_args();
    host::year(&mut criterion);
    criterion.final_summary();
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::hint::black_box;

    use criterion::Criterion;
    use daymark::domain::attendance::{Attendance, Presence};
    use daymark::domain::class::Class;
    use daymark::domain::class_map::{RowFilter, RowOrder};
    use daymark::domain::conference::Conferring;
    use daymark::domain::entry::{Change, Entry, EntryKey};
    use daymark::domain::evidence::{Evidence, Mark, Source};
    use daymark::domain::feedback::Feedback;
    use daymark::domain::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
    use daymark::domain::id::{
        BatchId, ClassId, ConferringId, GoalId, NoteId, ScaleId, SkillId, StudentId, WriterId,
    };
    use daymark::domain::note::Note;
    use daymark::domain::notebook::Slot;
    use daymark::domain::roster::Student;
    use daymark::domain::scale::{Level, Scale, Score};
    use daymark::domain::self_assessment::SelfAssessment;
    use daymark::domain::skill::{Skill, Subject};
    use daymark::domain::{Day, Notebook, Stamp};
    use daymark::format::line::Kinds;
    use daymark::storage::page;

    const SCALE: ScaleId = ScaleId::from_bits(4);
    const STUDENTS: u64 = 36;
    const SKILLS: u64 = 12;
    const WEEKS: u64 = 36;
    /// Entries in a page, about as many as fill a chunk.
    const IN_A_PAGE: usize = 500;

    fn first_day() -> Day {
        Day::new(2026, 9, 7).unwrap()
    }

    fn student(n: u64) -> StudentId {
        StudentId::from_bits(0xa000 + n)
    }

    fn skill(n: u64) -> SkillId {
        SkillId::from_bits(0xf000 + n % SKILLS)
    }

    /// A level: any of four, but the same in every run.
    fn level(n: u64) -> Level {
        Level(u8::try_from(n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 62).unwrap() + 1)
    }

    /// What one student and their teacher write on a school day: where I am, a goal, how it went, and two
    /// pieces of evidence.
    fn of_a_day(who: u64, day: Day, n: u64) -> [Change; 5] {
        let id = GoalId::from_bits(who << 32 | n);
        let score = Score { scale: SCALE, level: level(who * 7919 + n) };
        let text = "Draw both fractions on one line and say which is larger".to_owned();
        let goal = Goal {
            id,
            text,
            skill: Some(skill(n)),
            self_level: Some(score.level),
            day,
            working: Working::Alone,
            origin: Origin::Own,
            if_then: None,
        };
        let result =
            [GoalResult::Met, GoalResult::Almost, GoalResult::NotYet][usize::from(score.level.0 % 3)];
        let closed = GoalClosed { goal: id, day, result, why: String::new() };
        let piece = |skill, source| {
            let (mark, note) = (Mark::Score(score), String::new());
            Evidence { skill, shown_on: day, entered_at: day, mark, source, note }
        };
        [
            Change::by_student(student(who), SelfAssessment { skill: skill(n), day, score: Some(score) }),
            Change::by_student(student(who), goal),
            Change::by_student(student(who), closed),
            Change::by_teacher(student(who), piece(skill(n), Source::Observation)),
            Change::by_teacher(student(who), piece(skill(n + who), Source::WorkSample)),
        ]
    }

    /// What comes once a week: feedback, a note, a talk, the evidence of a larger piece of work, and a word on
    /// who was here.
    fn of_a_week(who: u64, day: Day, week: u64) -> [Change; 5] {
        let id = who << 32 | week;
        let text = "You compared both strips before you decided. Try it with a number line next.".to_owned();
        let note = Note { id: NoteId::from_bits(id), day, written: day, text: text.clone(), removed: false };
        let [about, said, next] = ["Fractions", "Strips help", "A number line"].map(String::from);
        let talk = Conferring {
            id: ConferringId::from_bits(id),
            day,
            about,
            said,
            next,
            held: true,
            removed: false,
        };
        let mark = Mark::Score(Score { scale: SCALE, level: level(id) });
        let (skill, source) = (skill(week), Source::WorkSample);
        let piece = Evidence { skill, shown_on: day, entered_at: day, mark, source, note: String::new() };
        [
            Change::by_teacher(student(who), Feedback { text, skill: Some(skill), day }),
            Change::by_teacher(student(who), note),
            Change::by_teacher(student(who), talk),
            Change::by_teacher(student(who), piece),
            Change::by_teacher(student(who), Attendance { day, presence: Presence::Here }),
        ]
    }

    /// A class after so many weeks, as pages of its storage.
    fn pages(class: ClassId, weeks: u64) -> (Vec<Vec<u8>>, usize) {
        let words = ["Not yet", "Almost", "Got it", "Can teach it"].map(String::from).to_vec();
        let mut changes = vec![
            Change::of_class(Scale { id: SCALE, words, follows: None }),
            Change::of_class(Class::named("5B", "Ms R", SCALE)),
        ];
        let named = |n| Student::named(student(n), format!("Student {n}"));
        changes.extend((0..STUDENTS).map(|n| Change::by_teacher(student(n), named(n))));
        changes.extend((0..SKILLS).map(|n| {
            let skill =
                Skill::named(skill(n), Subject::Math, format!("I can do {n}"), u16::try_from(n).unwrap());
            Change::of_class(Skill { in_focus: n < 2, ..skill })
        }));
        for week in 0..weeks {
            for weekday in 0..5 {
                let day = first_day().plus(week * 7 + weekday);
                changes.extend((0..STUDENTS).flat_map(|who| of_a_day(who, day, week * 5 + weekday)));
            }
            let day = first_day().plus(week * 7 + 4);
            changes.extend((0..STUDENTS).flat_map(|who| of_a_week(who, day, week)));
        }
        let entry = |(n, change): (u64, Change)| -> Entry {
            let key = EntryKey { writer: WriterId::from_bits(1), n };
            change.into_entry(key, Stamp(1_790_000_000_000 + n), BatchId::from_bits(n / 3), class)
        };
        let entries: Vec<Entry> = (1..).zip(changes).map(entry).collect();
        let page = |some: &[Entry]| page::write(class, &some.iter().collect::<Vec<_>>(), &[], Kinds::EVERY);
        (entries.chunks(IN_A_PAGE).map(page).collect(), entries.len())
    }

    fn open(class: ClassId, pages: &[Vec<u8>]) -> Notebook {
        let opened = page::read(pages.iter().map(Vec::as_slice), 0, Kinds::EVERY);
        assert!(opened.damage.is_empty());
        let mut notebook = Notebook::new(class);
        notebook.merge(opened.entries);
        notebook
    }

    /// All that the page of a student asks for.
    fn student_page(notebook: &Notebook, id: StudentId) -> usize {
        let levels = notebook.skills().into_iter().map(|skill| {
            black_box(notebook.sweet_spot(id, skill.id));
            usize::from(notebook.proficiency(id, skill.id).level.is_some())
        });
        let levels: usize = levels.sum();
        black_box((notebook.strengths(id), notebook.views(id, None)));
        let log = notebook.notes(id).len() + notebook.conferring(id).len() + notebook.interventions(id).len();
        levels + notebook.goals(id).len() + notebook.slot(Slot::Feedback(id)).count() + log
    }

    pub fn year(criterion: &mut Criterion) {
        let (one, other) = (ClassId::from_bits(5), ClassId::from_bits(6));
        let kept = [(one, pages(one, WEEKS)), (other, pages(other, WEEKS))];
        let total: usize = kept.iter().map(|(_, (_, entries))| entries).sum();
        println!("two classes of {STUDENTS} after {WEEKS} weeks: {total} entries");
        let mut group = criterion.benchmark_group("two classes of 36");
        group.sample_size(10);
        group.bench_function("a year: open one class", |b| b.iter(|| open(one, black_box(&kept[0].1.0))));
        group.bench_function("a year: look through both, as before erasing", |b| {
            b.iter(|| kept.iter().map(|(class, (pages, _))| open(*class, pages).len()).sum::<usize>());
        });
        for (when, weeks) in [("a week", 1), ("a year", WEEKS)] {
            let notebook = open(one, &pages(one, weeks).0);
            let today = first_day().plus((weeks - 1) * 7 + 4);
            let all: Vec<StudentId> = (0..STUDENTS).map(student).collect();
            let skills: Vec<SkillId> = (0..SKILLS).map(skill).collect();
            group.bench_function(format!("{when}: the lists of Today"), |b| {
                b.iter(|| notebook.lists(black_box(today)));
            });
            group.bench_function(format!("{when}: who was talked with longest ago"), |b| {
                b.iter(|| notebook.talked_longest_ago(black_box(today)));
            });
            group.bench_function(format!("{when}: the class map, by growth"), |b| {
                b.iter(|| notebook.map_rows(&all, &skills, None, (RowOrder::Growth, RowFilter::Everybody)));
            });
            group.bench_function(format!("{when}: all levels of the class map"), |b| {
                let cells = || all.iter().flat_map(|id| skills.iter().map(move |skill| (*id, *skill)));
                b.iter(|| cells().filter(|(id, on)| notebook.proficiency(*id, *on).level.is_some()).count());
            });
            group.bench_function(format!("{when}: the page of one student"), |b| {
                b.iter(|| student_page(&notebook, black_box(student(7))));
            });
        }
        group.finish();
    }
}
