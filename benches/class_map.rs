//! The class map under load: one new score in a full class, with the memory it asks for, and a whole
//! school, printed as a table with its growth.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let mut criterion = criterion::Criterion::default().configure_from_args();
    host::one_change(&mut criterion);
    criterion.final_summary();
    // `cargo test` and a filter for one bench leave the table out.
    if std::env::args().any(|argument| argument == "--bench") && std::env::args().count() == 2 {
        host::whole_school();
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::alloc::{GlobalAlloc, Layout, System};
    use std::hint::black_box;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use criterion::measurement::{Measurement, WallTime};
    use criterion::{BatchSize, Criterion};
    use daymark::domain::class::Class;
    use daymark::domain::class_map::{RowFilter, RowOrder};
    use daymark::domain::entry::{Change, Entry, EntryKey};
    use daymark::domain::evidence::{Evidence, Mark, Source};
    use daymark::domain::id::{BatchId, ClassId, ScaleId, SkillId, StudentId, WriterId};
    use daymark::domain::notebook::Slot;
    use daymark::domain::roster::Student;
    use daymark::domain::scale::{Level, Scale, Score};
    use daymark::domain::skill::{Skill, Subject};
    use daymark::domain::{Day, Notebook, Stamp};

    /// Counts what is asked of the system's allocator.
    struct Counting;

    static ASKED: AtomicUsize = AtomicUsize::new(0);

    // SAFETY: every call is handed on unchanged to the system's allocator.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            ASKED.fetch_add(1, Ordering::Relaxed);
            // SAFETY: as above.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
            // SAFETY: as above.
            unsafe { System.dealloc(at, layout) }
        }
    }

    #[global_allocator]
    static ALLOCATOR: Counting = Counting;

    const CLASS: ClassId = ClassId::from_bits(5);
    const SCALE: ScaleId = ScaleId::from_bits(4);
    const STUDENTS: u64 = 36;
    const SKILLS: u64 = 40;
    const PIECES: u64 = 30;

    fn start() -> Day {
        Day::new(2026, 9, 1).unwrap()
    }

    fn student(n: u64) -> StudentId {
        StudentId::from_bits(0xa000 + n)
    }

    fn skill(n: u64) -> SkillId {
        SkillId::from_bits(0xf000 + n)
    }

    /// The level of a piece: any of four, but the same in every run.
    fn level(n: u64) -> Level {
        Level(u8::try_from(n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 62).unwrap() + 1)
    }

    fn shown(who: u64, on: u64, piece: u64) -> Change {
        let day = start().plus(piece * 6 + who % 5);
        let mark = Mark::Score(Score { scale: SCALE, level: level(who * 7919 + on * 131 + piece) });
        let (source, note) = (Source::Observation, String::new());
        let evidence = Evidence { skill: skill(on), shown_on: day, entered_at: day, mark, source, note };
        Change::by_teacher(student(who), evidence)
    }

    fn entry(n: u64, change: Change) -> Entry {
        let key = EntryKey { writer: WriterId::from_bits(1), n };
        change.into_entry(key, Stamp(1_790_000_000_000 + n), BatchId::from_bits(n), CLASS)
    }

    /// So many students on forty skills with thirty pieces of evidence each, by the day shown.
    fn entries(students: u64) -> Vec<Entry> {
        let words = ["Not yet", "Almost", "Got it", "Can teach it"].map(String::from).to_vec();
        let class = Class::named("5B", "", SCALE);
        let mut changes =
            vec![Change::of_class(Scale { id: SCALE, words, follows: None }), Change::of_class(class)];
        let named = |n| Student::named(student(n), format!("Student {n}"));
        changes.extend((0..students).map(|n| Change::by_teacher(student(n), named(n))));
        changes.extend((0..SKILLS).map(|n| {
            let place = u16::try_from(n).unwrap();
            Change::of_class(Skill::named(skill(n), Subject::Math, format!("I can do {n}"), place))
        }));
        for piece in 0..PIECES {
            for who in 0..students {
                changes.extend((0..SKILLS).map(|on| shown(who, on, piece)));
            }
        }
        (1..).zip(changes).map(|(n, change)| entry(n, change)).collect()
    }

    fn notebook(entries: impl IntoIterator<Item = Entry>) -> Notebook {
        let mut notebook = Notebook::new(CLASS);
        notebook.merge(entries);
        notebook
    }

    /// What the map does after a score: the slots that changed, the one cell, the class below it.
    fn change(notebook: &mut Notebook, (who, on, score): (u64, u64, Entry)) -> f64 {
        let touched = notebook.apply(score);
        assert_eq!(touched.into_iter().collect::<Vec<_>>(), [Slot::Cell(student(who), skill(on))]);
        black_box(notebook.proficiency(student(who), skill(on)));
        notebook.roll_up(skill(on), Day::LAST).mean.unwrap().value
    }

    /// A score of another student on another skill each time, so that no cell grows much.
    fn new_score(n: u64) -> (u64, u64, Entry) {
        let (who, on) = (n % STUDENTS, n / STUDENTS % SKILLS);
        (who, on, entry(10_000_000 + n, shown(who, on, n % PIECES)))
    }

    pub fn one_change(criterion: &mut Criterion) {
        let mut full = notebook(entries(STUDENTS));
        let mut n = 0;
        let mut next = move || {
            n += 1;
            new_score(n)
        };
        // The first one makes room for more and is not counted.
        change(&mut full, next());
        let score = next();
        let before = ASKED.load(Ordering::Relaxed);
        change(&mut full, score);
        let asked = ASKED.load(Ordering::Relaxed) - before;
        println!("one new score, its cell and its class: {asked} allocations");

        let mut group = criterion.benchmark_group("36 students x 40 skills x 30 pieces");
        group.bench_function("one new score, its cell and its class", |b| {
            b.iter_batched(&mut next, |score| change(&mut full, score), BatchSize::SmallInput);
        });
        let all: Vec<StudentId> = (0..STUDENTS).map(student).collect();
        let skills: Vec<SkillId> = (0..SKILLS).map(skill).collect();
        group.sample_size(10);
        group.bench_function("rows in order of growth", |b| {
            b.iter(|| full.map_rows(&all, &skills, None, (RowOrder::Growth, RowFilter::Everybody)));
        });
        group.finish();
    }

    fn milliseconds<T>(work: impl FnOnce() -> T) -> (f64, T) {
        let started = WallTime.start();
        let done = work();
        (WallTime.end(started).as_secs_f64() * 1000.0, done)
    }

    /// A school of up to 1,000 students: the fold and the whole map, each against the size before.
    pub fn whole_school() {
        println!("\n| students | entries | fold ms | x | whole map ms | x | one change µs |");
        println!("|--:|--:|--:|--:|--:|--:|--:|");
        let mut before: Option<(f64, f64)> = None;
        for students in [125, 250, 500, 1_000] {
            let entries = entries(students);
            let count = entries.len();
            let (fold, mut school) = milliseconds(|| notebook(entries));
            let (map, reached) = milliseconds(|| {
                let cells = (0..students).flat_map(|who| (0..SKILLS).map(move |on| (who, on)));
                cells
                    .filter(|(who, on)| school.proficiency(student(*who), skill(*on)).level.is_some())
                    .count()
            });
            assert_eq!(reached as u64, students * SKILLS);
            change(&mut school, new_score(1));
            let (one, _) = milliseconds(|| change(&mut school, new_score(2)));
            let times = |now: f64, then: Option<f64>| {
                then.map_or("–".to_owned(), |then| format!("{:.1}", now / then))
            };
            println!(
                "| {students} | {count} | {fold:.0} | {} | {map:.0} | {} | {:.0} |",
                times(fold, before.map(|b| b.0)),
                times(map, before.map(|b| b.1)),
                one * 1000.0
            );
            before = Some((fold, map));
        }
    }
}
