use super::*;
use crate::domain::exit_ticket::{
    Answer, Choices, Moment, NumberAsked, PictureSet, Pictures, StepWords, Steps, Template, Version,
};
use crate::domain::id::TicketId;
use crate::domain::measure::Undefined;
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, MAIN_IDEA, nov};
use crate::domain::skill::Check;

fn number(question: &str, key: &str) -> Question {
    let key = (!key.is_empty()).then(|| key.to_owned());
    Question::Number(NumberAsked { question: question.into(), key, unit: String::new() })
}

fn choice(options: &[&str], key: Option<u8>) -> Question {
    let choices = options.iter().map(ToString::to_string).collect();
    Question::Choice(Check { question: "Which?".into(), choices, key })
}

fn ticket(id: u64, day: u32, questions: Vec<Question>) -> ExitTicket {
    let book = Book::new();
    let skill = book.notebook.skill(FRACTIONS).unwrap();
    let made = ExitTicket::new(TicketId::from_bits(id), Template::Blank, skill, nov(day), FOUR);
    ExitTicket { questions, ..made }
}

fn learner(n: usize) -> StudentId {
    StudentId::from_bits(0x1000 + n as u64)
}

/// A class of so many students beside Ana, Ben and Chloé.
fn class_of(students: usize) -> Book {
    let mut book = Book::new();
    let join = |n| {
        let id = learner(n);
        Change::by_teacher(id, Student::named(id, format!("S{n}")))
    };
    book.write((0..students).map(join));
    book
}

fn answered(book: &mut Book, ticket: &ExitTicket, student: StudentId, replies: Vec<Reply>) {
    let answer = Answer::new(ticket.id, ticket.skill, ticket.day, replies);
    book.one(Change::by_student(student, answer));
}

fn find<'a>(bank: &'a QuestionBank, question: &Question) -> &'a BankItem {
    bank.items.iter().find(|item| item.question == *question).unwrap()
}

#[test]
fn the_figures_of_the_bank_are_those_of_the_formulas() {
    // The formulas are held to published cases elsewhere; here the bank hands them the right numbers.
    let rows = [[1, 1, 1, 1, 1], [1, 1, 1, 1, 0], [1, 1, 1, 0, 0], [1, 1, 0, 0, 0], [1, 0, 0, 0, 0]];
    let questions: Vec<Question> = (0..5).map(|q| number(&format!("q{q}"), "1")).collect();
    let asked = ticket(1, 2, questions.clone());
    let mut book = class_of(30);
    book.one(Change::of_class(asked.clone()));
    for n in 0..30 {
        let reply = |right: &u8| Reply::Number(if *right == 1 { "1" } else { "2" }.into());
        answered(&mut book, &asked, learner(n), rows[n % 5].iter().map(reply).collect());
    }
    let bank = book.notebook.question_bank();
    let as_numbers: Vec<Vec<f64>> = (0..30).map(|n| rows[n % 5].map(f64::from).to_vec()).collect();
    let pool = bank.pools.iter().find(|p| p.skill == FRACTIONS).unwrap();
    assert_eq!(pool.kr20, crate::domain::item::kr20(&as_numbers));
    for (q, question) in questions.iter().enumerate() {
        let right = rows.iter().filter(|row| row[q] == 1).count() * 6;
        let p = crate::domain::item::difficulty(u32::try_from(right).unwrap(), 30);
        assert_eq!(find(&bank, question).keyed.as_ref().unwrap().difficulty, p);
    }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

#[test]
fn only_what_a_teacher_wrote_is_worth_keeping() {
    let own = Phrase::Own("Why?".into());
    let steps = |question| Question::Steps(Steps { question, words: StepWords::Confidence });
    let pictures = |question| Question::Pictures(Pictures { question, set: PictureSet::Plant });
    let kept = [
        number("?", ""),
        choice(&["a", "b"], None),
        Question::Text(own.clone()),
        steps(own.clone()),
        pictures(own),
    ];
    let left = [
        Question::Level(Moment::After),
        Question::Sentence,
        Question::Text(Phrase::MuddiestPoint),
        steps(Phrase::HowSure),
        pictures(Phrase::HowSure),
    ];
    assert!(kept.iter().all(Question::is_own) && !left.iter().any(Question::is_own));
    let mut book = Book::new();
    book.one(Change::of_class(ticket(1, 3, kept.iter().chain(&left).cloned().collect())));
    let bank = book.notebook.question_bank();
    // The skills of the sample have one question of their own, and it is the same one.
    assert_eq!(bank.items.len(), kept.len() + 1);
}

#[test]
fn a_reworded_question_is_a_new_one_and_keeps_nothing_of_the_old_one() {
    let (old, new) = (number("How many?", "3"), number("How many are there?", "3"));
    let mut book = Book::new();
    for (id, day, question) in [(1, 2, &old), (2, 3, &old), (3, 4, &new)] {
        let ticket = ticket(id, day, vec![question.clone()]);
        book.one(Change::of_class(ticket.clone()));
        answered(&mut book, &ticket, ANA, vec![Reply::Number("3".into())]);
    }
    let bank = book.notebook.question_bank();
    let (was, is) = (find(&bank, &old), find(&bank, &new));
    assert_eq!((was.asked, was.answered, was.last_asked), (2, 1, Some(nov(3))));
    assert_eq!((is.asked, is.answered, is.skill), (1, 1, Some(FRACTIONS)));
    assert_eq!(bank.items[0].question, new, "the latest asked comes first");
}

#[test]
fn a_students_first_answer_counts_and_a_blank_is_none() {
    let question = number("How many?", "3");
    let (first, second) = (ticket(1, 2, vec![question.clone()]), ticket(2, 3, vec![question.clone()]));
    let mut book = Book::new();
    book.write([Change::of_class(second.clone()), Change::of_class(first.clone())]);
    // The later check was answered first; the order of the days counts, then that of the answers.
    answered(&mut book, &second, ANA, vec![Reply::Number("3".into())]);
    answered(&mut book, &first, ANA, vec![Reply::Number("4".into())]);
    answered(&mut book, &first, ANA, vec![Reply::Number("3".into())]);
    answered(&mut book, &first, BEN, vec![Reply::Blank]);
    answered(&mut book, &second, BEN, vec![Reply::Number("3".into())]);
    answered(&mut book, &second, CHLOE, vec![Reply::DontKnow]);
    let bank = book.notebook.question_bank();
    let item = find(&bank, &question);
    assert_eq!((item.answered, item.dont_know, item.keyed.as_ref().unwrap().right), (3, 1, 1));
    let floor = Undefined::TooFew { have: 3, needed: 5 };
    assert_eq!(item.keyed.as_ref().unwrap().difficulty, Err(floor));
}

#[test]
fn answers_without_a_name_are_left_out() {
    let question = number("How many?", "3");
    let asked = ExitTicket { anonymous: true, ..ticket(1, 2, vec![question.clone()]) };
    let mut book = Book::new();
    book.one(Change::of_class(asked.clone()));
    let answer = Answer::new(asked.id, asked.skill, asked.day, vec![Reply::Number("3".into())]);
    book.write((0..9).map(|_| Change::by_nobody(answer.clone())));
    let bank = book.notebook.question_bank();
    let item = find(&bank, &question);
    assert_eq!((item.asked, item.answered, item.options.len()), (1, 0, 0));
}

#[test]
fn options_say_what_hardly_anybody_chose_and_what_beats_the_key() {
    let question = choice(&["a", "b", "c", "d"], Some(0));
    let asked = ticket(1, 2, vec![question.clone()]);
    let mut book = class_of(25);
    book.one(Change::of_class(asked.clone()));
    assert_eq!(find(&book.notebook.question_bank(), &question).options, []);
    // 8 say a, 12 say b, 1 says c, nobody says d, 4 do not know.
    let replies = [
        vec![Reply::Choice(0); 8],
        vec![Reply::Choice(1); 12],
        vec![Reply::Choice(2)],
        vec![Reply::DontKnow; 4],
    ];
    for (n, reply) in replies.concat().into_iter().enumerate() {
        answered(&mut book, &asked, learner(n), vec![reply]);
    }
    let bank = book.notebook.question_bank();
    let item = find(&bank, &question);
    let flags: Vec<_> = item.options.iter().map(|o| (o.count, o.key, o.hardly, o.beats_key)).collect();
    assert_eq!(
        flags,
        [(8, true, false, false), (12, false, false, true), (1, false, true, false), (0, false, true, false)]
    );
    assert!(close(item.options[1].share, 0.48), "of all 25 who answered");
    let keyed = item.keyed.as_ref().unwrap();
    assert!(close(keyed.difficulty.unwrap().value, 0.32) && keyed.difficulty.unwrap().n == 25);
    // Without other questions on the skill nothing can be told apart.
    assert_eq!(keyed.discrimination, Err(Undefined::TooFew { have: 0, needed: 20 }));
}

#[test]
fn of_several_right_answers_the_least_chosen_is_what_a_wrong_one_beats() {
    let choices = ["a", "b", "c", "d"].map(String::from).to_vec();
    let question = Question::Choices(Choices { question: "?".into(), choices, keys: vec![0, 1] });
    let asked = ticket(1, 2, vec![question.clone()]);
    let mut book = class_of(20);
    book.one(Change::of_class(asked.clone()));
    for n in 0..20 {
        let chosen = if n < 5 {
            vec![0, 1]
        } else if n < 11 {
            vec![0, 2]
        } else {
            vec![0]
        };
        answered(&mut book, &asked, learner(n), vec![Reply::Choices(chosen)]);
    }
    let bank = book.notebook.question_bank();
    let flags: Vec<_> =
        find(&bank, &question).options.iter().map(|o| (o.count, o.hardly, o.beats_key)).collect();
    assert_eq!(flags, [(20, false, false), (5, false, false), (6, false, true), (0, true, false)]);
    let steps = Question::Steps(Steps { question: Phrase::Own("?".into()), words: StepWords::Confidence });
    let firsts: BTreeMap<StudentId, Reply> = (0..5).map(|n| (learner(n), Reply::Step(4))).collect();
    let firsts = firsts.iter().map(|(id, reply)| (*id, reply)).collect();
    let used = figures::options(&steps, &firsts);
    assert!(used.iter().all(|o| !o.hardly && !o.beats_key), "a step of a scale is no wrong answer");
    assert_eq!(used.iter().map(|o| o.count).collect::<Vec<_>>(), [0, 0, 0, 5]);
}

/// Twenty students: the first ten get both other questions right, the others one of two.
fn twenty(right: impl Fn(usize) -> bool) -> (Book, Question) {
    let questions = [number("a", "1"), number("b", "1"), number("c", "1")];
    let asked = ticket(1, 2, questions.to_vec());
    let mut book = class_of(20);
    book.one(Change::of_class(asked.clone()));
    for n in 0..20 {
        let reply = |right: bool| Reply::Number(if right { "1" } else { "2" }.into());
        answered(&mut book, &asked, learner(n), vec![reply(right(n)), reply(n < 10), reply(true)]);
    }
    (book, questions[0].clone())
}

#[test]
fn discrimination_compares_the_halves_by_the_other_questions() {
    let figures = |right: &dyn Fn(usize) -> bool| {
        let (book, question) = twenty(right);
        find(&book.notebook.question_bank(), &question).keyed.clone().unwrap().discrimination
    };
    // 9 of the upper ten, 3 of the lower ten: (9 - 3) / 10.
    let d = figures(&|n| !(9..=16).contains(&n)).unwrap();
    assert_eq!((d.upper, d.lower, d.in_a_half), (9, 3, 10));
    assert!(close(d.value, 0.6));
    // Phi of the table 9, 1 / 3, 7.
    let phi = (9.0 * 7.0 - 1.0 * 3.0) / (12.0f64 * 8.0 * 10.0 * 10.0).sqrt();
    assert!(close(d.with_rest.unwrap().value, phi));
    let d = figures(&|n| n >= 10).unwrap();
    assert!(close(d.value, -1.0) && close(d.with_rest.unwrap().value, -1.0));
    let d = figures(&|_| true).unwrap();
    assert!(close(d.value, 0.0));
    assert_eq!(d.with_rest, Err(Undefined::NoVariance));
    // The third question is right for all: for the second one nothing else differs but the first.
    let (book, _) = twenty(|_| true);
    let bank = book.notebook.question_bank();
    let second = find(&bank, &number("b", "1")).keyed.clone().unwrap();
    assert_eq!(second.discrimination, Err(Undefined::NoVariance));
}

#[test]
fn a_set_of_questions_holds_together_from_thirty_students_and_five_questions_on() {
    let build = |students: usize, questions: usize| {
        let asked: Vec<Question> = (0..questions).map(|q| number(&format!("q{q}"), "1")).collect();
        let asked = ticket(1, 2, asked);
        let mut book = class_of(students);
        book.one(Change::of_class(asked.clone()));
        for n in 0..students {
            let reply = |q: usize| Reply::Number(if n % (questions + 1) > q { "1" } else { "2" }.into());
            answered(&mut book, &asked, learner(n), (0..questions).map(reply).collect());
        }
        let bank = book.notebook.question_bank();
        bank.pools.iter().find(|p| p.skill == FRACTIONS).unwrap().clone()
    };
    let pool = build(29, 5);
    assert_eq!((pool.questions, pool.students), (5, 29));
    assert_eq!(pool.kr20, Err(Undefined::TooFew { have: 29, needed: 30 }));
    let pool = build(30, 4);
    assert_eq!(pool.kr20, Err(Undefined::TooFew { have: 4, needed: 5 }));
    // 30 students on a perfect staircase of 5 questions: totals 0 to 5, five students each.
    // p = 5/6, 4/6, 3/6, 2/6, 1/6; sum of pq = 35/36; variance of the totals = 35/12.
    let pool = build(30, 5);
    assert_eq!((pool.used, pool.students), (5, 30));
    assert!(close(pool.kr20.unwrap().value, 5.0 / 4.0 * (1.0 - (35.0 / 36.0) / (35.0 / 12.0))));
}

#[test]
fn a_question_few_answered_is_left_out_of_the_set_rather_than_the_students() {
    let many: Vec<Question> = (0..5).map(|q| number(&format!("q{q}"), "1")).collect();
    let (all, few) = (ticket(1, 2, many), ticket(2, 3, vec![number("rare", "1")]));
    let mut book = class_of(30);
    book.write([Change::of_class(all.clone()), Change::of_class(few.clone())]);
    for n in 0..30 {
        let reply = |q: usize| Reply::Number(if n % 6 > q { "1" } else { "2" }.into());
        answered(&mut book, &all, learner(n), (0..5).map(reply).collect());
    }
    answered(&mut book, &few, learner(3), vec![Reply::Number("1".into())]);
    let bank = book.notebook.question_bank();
    let pool = bank.pools.iter().find(|p| p.skill == FRACTIONS).unwrap();
    assert_eq!((pool.questions, pool.used, pool.students), (6, 5, 30));
    assert!(pool.kr20.is_ok());
}

#[test]
fn what_is_kept_can_be_tagged_put_away_and_is_offered_for_its_skill() {
    let question = number("How many?", "3");
    let mut book = Book::new();
    let id = QuestionId::from_bits(1);
    let item =
        BankItem { skill: Some(MAIN_IDEA), tags: vec!["warm-up".into()], ..BankItem::of(question.clone()) };
    let changes = book.notebook.keep_question(&item, id);
    book.write(changes);
    let bank = book.notebook.question_bank();
    let kept = find(&bank, &question).clone();
    assert!(kept.kept && !kept.archived && kept.tags == ["warm-up"] && kept.asked == 0);
    assert!(book.notebook.questions_for(MAIN_IDEA).contains(&question));
    assert_eq!(book.notebook.questions_for(FRACTIONS), [choice_of_the_sample()]);

    let away = BankItem { archived: true, tags: vec!["b".into()], ..kept };
    let changes = book.notebook.keep_question(&away, QuestionId::from_bits(2));
    let (_, batch) = book.write(changes);
    assert_eq!(book.notebook.kept_questions().len(), 1, "it is amended, not kept twice");
    let bank = book.notebook.question_bank();
    assert!(find(&bank, &question).archived && find(&bank, &question).tags == ["b"]);
    assert!(!book.notebook.questions_for(MAIN_IDEA).contains(&question));
    book.undo(batch);
    assert!(!find(&book.notebook.question_bank(), &question).archived);
}

fn choice_of_the_sample() -> Question {
    Question::Choice(Check { question: "?".into(), choices: vec!["a".into(), "b".into()], key: Some(1) })
}

#[test]
fn the_versions_of_a_check_are_asked_and_counted_each_for_itself() {
    let (one, other) = (number("a", "1"), number("b", "1"));
    let asked = ExitTicket { version_b: vec![other.clone()], ..ticket(1, 2, vec![one.clone()]) };
    let mut book = Book::new();
    book.one(Change::of_class(asked.clone()));
    let b = Answer {
        version: Version::B,
        ..Answer::new(asked.id, asked.skill, asked.day, vec![Reply::Number("1".into())])
    };
    book.one(Change::by_student(ANA, b));
    let bank = book.notebook.question_bank();
    assert_eq!((find(&bank, &one).asked, find(&bank, &one).answered), (1, 0));
    assert_eq!((find(&bank, &other).asked, find(&bank, &other).answered), (1, 1));
}

#[test]
fn drafts_are_not_asked_yet() {
    let question = number("a", "1");
    let mut book = Book::new();
    book.one(Change::of_class(ExitTicket { draft: true, ..ticket(1, 2, vec![question.clone()]) }));
    assert!(book.notebook.question_bank().items.iter().all(|item| item.question != question));
}

#[test]
fn tags_are_read_from_one_line() {
    let read = |line: &str| read_tags(line).unwrap();
    assert_eq!(read(" a, b  c ;a,, "), ["a", "b c"]);
    assert_eq!(read(&["x"; 30].join(",")), ["x"]);
    assert_eq!(read(" , "), [""; 0]);
    assert_eq!(read(&"é".repeat(LONGEST_TAG))[0].chars().count(), LONGEST_TAG);
    let many = |n: usize| (0..n).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
    assert_eq!(read(&many(MOST_TAGS)).len(), MOST_TAGS);
    assert_eq!(read_tags(&many(MOST_TAGS + 1)), Err(BankProblem::ManyTags), "none is left out silently");
    assert_eq!(read_tags(&"é".repeat(LONGEST_TAG + 1)), Err(BankProblem::LongTag));
}

/// The form with a question in words.
fn typed(text: &str) -> BankDraft {
    let mut draft = BankDraft::new(Some(MAIN_IDEA));
    (draft.question.text, draft.question.options) = (text.into(), vec!["a".into(), "b".into()]);
    draft.tags = "warm-up".into();
    draft
}

#[test]
fn a_question_is_written_reworded_and_put_away_in_the_bank() {
    let mut book = Book::new();
    assert!(BankDraft::new(None).is_empty() && !typed("Which?").is_empty());
    let new = book.notebook.read_question(&typed(" Which  one? "), None).unwrap();
    let changes = book.notebook.keep_question(&new, QuestionId::from_bits(1));
    let (_, written) = book.write(changes);
    let kept = find(&book.notebook.question_bank(), &new.question).clone();
    assert_eq!((kept.skill, kept.kept, kept.asked), (Some(MAIN_IDEA), true, 0));
    assert_eq!(BankDraft::of(&kept), BankDraft { question: BankDraft::of(&new).question, ..typed("") });

    let other = BankDraft { tags: "a, b".into(), skill: None, ..typed("Which of the two?") };
    let other = book.notebook.read_question(&other, Some(&kept)).unwrap();
    let changes = book.notebook.keep_in_place(&kept.question, &other, QuestionId::from_bits(2));
    let (_, reworded) = book.write(changes);
    assert_eq!(book.notebook.kept_questions().len(), 1, "the old words are gone: nobody was asked in them");
    let item = find(&book.notebook.question_bank(), &other.question).clone();
    assert_eq!((item.skill, item.tags.as_slice()), (None, ["a".to_owned(), "b".to_owned()].as_slice()));

    book.undo(reworded);
    assert!(find(&book.notebook.question_bank(), &kept.question).kept);
    book.undo(written);
    assert_eq!(book.notebook.kept_questions().len(), 0);
}

#[test]
fn what_was_written_to_be_asked_comes_first_and_the_latest_of_it_at_the_top() {
    let mut book = Book::new();
    let (one, two) = (number("asked 1", "1"), number("asked 2", "1"));
    book.one(Change::of_class(ticket(1, 3, vec![one.clone(), two.clone()])));
    for (id, text) in [(1, "first"), (2, "second")] {
        let item = book.notebook.read_question(&typed(text), None).unwrap();
        let changes = book.notebook.keep_question(&item, QuestionId::from_bits(id));
        book.write(changes);
    }
    let text = |item: &BankItem| BankDraft::of(item).question.text;
    let all: Vec<String> = book.notebook.question_bank().items.iter().map(text).collect();
    assert_eq!(all, ["second", "first", "asked 1", "asked 2", "?"]);
}

#[test]
fn what_was_asked_in_the_old_words_stays_with_its_answers() {
    let old = number("How many?", "3");
    let asked = ticket(1, 2, vec![old.clone()]);
    let mut book = Book::new();
    book.one(Change::of_class(asked.clone()));
    answered(&mut book, &asked, ANA, vec![Reply::Number("3".into())]);
    let item = find(&book.notebook.question_bank(), &old).clone();
    let new = book.notebook.read_question(&typed("Which?"), Some(&item)).unwrap();
    let changes = book.notebook.keep_in_place(&old, &new, QuestionId::from_bits(1));
    book.write(changes);
    let bank = book.notebook.question_bank();
    assert_eq!((find(&bank, &old).answered, find(&bank, &old).kept), (1, false));
    assert_eq!((find(&bank, &new.question).answered, find(&bank, &new.question).kept), (0, true));
}

#[test]
fn the_bank_says_everything_that_has_to_be_mended() {
    use crate::domain::exit_ticket::draft::QuestionProblem;
    let mut book = Book::new();
    let problems = |book: &Book, draft: &BankDraft, of: Option<&BankItem>| {
        book.notebook.read_question(draft, of).err().unwrap_or_default()
    };
    let mut empty = BankDraft::new(None);
    empty.tags = "x".repeat(LONGEST_TAG + 1);
    assert_eq!(
        problems(&book, &empty, None),
        [
            BankProblem::Question(QuestionProblem::Empty),
            BankProblem::Question(QuestionProblem::FewChoices),
            BankProblem::LongTag
        ]
    );
    let kept = book.notebook.read_question(&typed("Which?"), None).unwrap();
    let changes = book.notebook.keep_question(&kept, QuestionId::from_bits(1));
    book.write(changes);
    assert_eq!(problems(&book, &typed("Which?"), None), [BankProblem::Known]);
    assert_eq!(problems(&book, &typed("Which?"), Some(&kept)), [], "it is the one that is changed");
    let away = BankItem { archived: true, ..kept };
    let changes = book.notebook.keep_question(&away, QuestionId::from_bits(2));
    book.write(changes);
    assert_eq!(problems(&book, &typed("Which?"), None), [], "written again it comes back");
    let again = book.notebook.read_question(&typed("Which?"), None).unwrap();
    let changes = book.notebook.keep_question(&again, QuestionId::from_bits(3));
    book.write(changes);
    assert!(!find(&book.notebook.question_bank(), &again.question).archived);
    assert_eq!(book.notebook.kept_questions().len(), 1);
}
