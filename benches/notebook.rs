//! How long the pure half takes: opening a notebook from its pages, one new score, the teacher's
//! lists, writing, and a family link. Built like the release, for size.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let mut criterion = criterion::Criterion::default().configure_from_args();
    host::opening(&mut criterion);
    host::asking(&mut criterion);
    host::writing(&mut criterion);
    host::family_link(&mut criterion);
    criterion.final_summary();
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::hint::black_box;

    use criterion::{BatchSize, Criterion, Throughput};
    use daymark::domain::demo::Demo;
    use daymark::domain::entry::{Body, Change, Entry, EntryKey};
    use daymark::domain::evidence::{Evidence, Mark, Source};
    use daymark::domain::id::{BatchId, ClassId, GoalId, ScaleId, SkillId, StudentId, TicketId, WriterId};
    use daymark::domain::scale::{Level, Scale, Score};
    use daymark::domain::{Day, Notebook, Stamp};
    use daymark::format::family_link;
    use daymark::format::line::Kinds;
    use daymark::format::starter::{Language, demo_words, skills};
    use daymark::storage::memory::Memory;
    use daymark::storage::{Outside, Shelf, page};

    const CLASS: ClassId = ClassId::from_bits(5);
    const SCALE: ScaleId = ScaleId::from_bits(4);
    /// A class-year: 24 students, 180 school days, 7.5 entries each.
    const CLASS_YEAR: usize = 32_400;
    /// Entries in a page, about as many as fill a chunk.
    const IN_A_PAGE: usize = 500;
    const WORDS: [&str; 4] = ["Not yet", "Almost", "I’ve got it", "I can teach it"];

    fn today() -> Day {
        Day::new(2026, 11, 20).unwrap()
    }

    /// The demo class's term, and the terms before it, until there are this many entries.
    fn class_of(size: usize) -> Vec<Entry> {
        let set = skills(Language::En);
        let skills: Vec<_> = (0u16..)
            .zip(set.iter().take(8))
            .map(|(place, skill)| skill.to_skill(SkillId::from_bits(place.into()), place, place < 2))
            .collect();
        let words = demo_words(Language::En).unwrap();
        let mut changes: Vec<Change> = Vec::new();
        let mut term = 0;
        while changes.len() < size {
            let scale = Scale { id: SCALE, words: WORDS.map(String::from).to_vec(), follows: None };
            let today = today().minus(term * 80);
            let demo = Demo { seed: 7, today, skills: &skills, scale, words: &words };
            let news = demo.changes().into_iter().filter(|c| term == 0 || c.body.day().is_some());
            changes.extend(news.map(|change| of_term(change, term)));
            term += 1;
        }
        changes.truncate(size);
        (1..).zip(changes).map(|(n, change)| entry(n, change)).collect()
    }

    /// The same change with goals and tickets of its own.
    fn of_term(mut change: Change, term: u64) -> Change {
        let bits = |id: String| u64::from_str_radix(&id, 16).unwrap().wrapping_add(term);
        let goal = |id: &mut GoalId| *id = GoalId::from_bits(bits(id.to_string()));
        let ticket = |id: &mut TicketId| *id = TicketId::from_bits(bits(id.to_string()));
        match &mut change.body {
            Body::Goal(body) => goal(&mut body.id),
            Body::GoalClosed(body) => goal(&mut body.goal),
            Body::ExitTicket(body) => ticket(&mut body.id),
            Body::TicketClosed(body) => ticket(&mut body.ticket),
            Body::Answer(body) => ticket(&mut body.ticket),
            _ => {}
        }
        change
    }

    fn entry(n: u64, change: Change) -> Entry {
        let key = EntryKey { writer: WriterId::from_bits(1), n };
        change.into_entry(key, Stamp(1_790_000_000_000 + n), BatchId::from_bits(n / 3), CLASS)
    }

    fn pages(entries: &[Entry]) -> Vec<Vec<u8>> {
        entries
            .chunks(IN_A_PAGE)
            .map(|entries| page::write(CLASS, &entries.iter().collect::<Vec<_>>(), &[], Kinds::EVERY))
            .collect()
    }

    fn open(pages: &[Vec<u8>]) -> Notebook {
        let opened = page::read(pages.iter().map(Vec::as_slice), 0, Kinds::EVERY);
        assert!(opened.damage.is_empty());
        let mut notebook = Notebook::new(CLASS);
        notebook.merge(opened.entries);
        notebook
    }

    fn score(student: StudentId, day: Day) -> Change {
        let mark = Mark::Score(Score { scale: SCALE, level: Level(3) });
        let (skill, source, note) = (SkillId::from_bits(0), Source::Observation, String::new());
        Change::by_teacher(student, Evidence { skill, shown_on: day, entered_at: day, mark, source, note })
    }

    /// Runs a future that never waits, as none of the memory shelf's does.
    fn now<T>(future: impl Future<Output = T>) -> T {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match std::pin::pin!(future).poll(&mut context) {
            std::task::Poll::Ready(value) => value,
            std::task::Poll::Pending => unreachable!("the memory shelf waited"),
        }
    }

    pub fn opening(criterion: &mut Criterion) {
        let mut group = criterion.benchmark_group("open a notebook of");
        group.sample_size(20);
        for size in [1_000, 10_000, CLASS_YEAR] {
            let pages = pages(&class_of(size));
            assert_eq!(open(&pages).len(), size);
            group.throughput(Throughput::Elements(size as u64));
            group.bench_function(format!("{size} entries"), |b| b.iter(|| open(black_box(&pages))));
        }
        group.finish();
    }

    pub fn asking(criterion: &mut Criterion) {
        let notebook = open(&pages(&class_of(CLASS_YEAR)));
        let student = notebook.students()[3].id;
        let mut group = criterion.benchmark_group("in a class-year");
        group.bench_function("one new score, and the proficiency it changes", |b| {
            // A copy has no room to grow; the first entry after it makes some and is not counted.
            let new = || {
                let mut copy = notebook.clone();
                copy.apply(entry(1_000_000, score(student, today())));
                (copy, Some(entry(1_000_001, score(student, today()))))
            };
            b.iter_batched_ref(
                new,
                |(notebook, score)| {
                    notebook.merge(score.take());
                    notebook.proficiency(student, SkillId::from_bits(0))
                },
                BatchSize::PerIteration,
            );
        });
        group.bench_function("the three lists of today", |b| b.iter(|| notebook.lists(black_box(today()))));
        group.bench_function("the proficiencies of the whole class map", |b| {
            b.iter(|| {
                let (students, skills) = (notebook.students(), notebook.skills());
                let cells = students.iter().flat_map(|s| skills.iter().map(move |k| (s.id, k.id)));
                cells.filter(|(s, k)| notebook.proficiency(*s, *k).level.is_some()).count()
            });
        });
        group.bench_function("the latest actions", |b| b.iter(|| notebook.actions(black_box(20))));
        group.finish();
    }

    pub fn writing(criterion: &mut Criterion) {
        let mut group = criterion.benchmark_group("write 1,000 entries to memory");
        group.sample_size(20).throughput(Throughput::Elements(1_000));
        let student = StudentId::from_bits(1);
        let outside = Outside { now_ms: 1_790_000_000_000, bits: 1 };
        let write = |shelf: &Shelf, changes| {
            now(shelf.write(CLASS, BatchId::from_bits(1), changes, &[], outside)).unwrap();
        };
        let empty = || Shelf::Memory(Memory::new(Kinds::EVERY));
        let changes = |count| vec![score(student, today()); count];
        group.bench_function("as one action", |b| {
            b.iter_batched(
                || (empty(), changes(1_000)),
                |(shelf, changes)| write(&shelf, changes),
                BatchSize::SmallInput,
            );
        });
        group.bench_function("one by one, folded", |b| {
            b.iter_batched(
                empty,
                |shelf| {
                    for i in 0..1_000 {
                        write(&shelf, changes(1));
                        if i % page::FOLD_AT == 0 {
                            now(shelf.fold(CLASS)).unwrap();
                        }
                    }
                },
                BatchSize::SmallInput,
            );
        });
        group.finish();
    }

    pub fn family_link(criterion: &mut Criterion) {
        let notebook = open(&pages(&class_of(10_000)));
        let student = notebook.students()[3].id;
        let set = skills(Language::En);
        let mut group = criterion.benchmark_group("a family link");
        let report = || notebook.family_report(student, today(), today().plus(28), &WORDS).unwrap();
        group.bench_function("report", |b| b.iter(report));
        let report = report();
        assert_eq!(report.skills.len(), 6);
        group.bench_function("write", |b| b.iter(|| family_link::write(black_box(&report), &set)));
        let link = family_link::write(&report, &set);
        group.bench_function("read", |b| b.iter(|| family_link::read(black_box(&link), &set).unwrap()));
        group.finish();
    }
}
