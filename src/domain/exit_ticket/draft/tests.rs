use super::*;
use crate::domain::exit_ticket::{
    LONGEST_QUESTION, MOST_CHOICES, Moment, NumberAsked, Phrase, PictureSet, Pictures, StepWords, Steps,
    Template,
};
use crate::domain::id::TicketId;
use crate::domain::sample::{FOUR, FRACTIONS, nov, skill};
use crate::domain::skill::Check;

fn ticket(questions: Vec<Question>) -> ExitTicket {
    let skill = skill(FRACTIONS, "fractions", 0);
    let made = ExitTicket::new(TicketId::from_bits(1), Template::Blank, &skill, nov(3), FOUR);
    ExitTicket { questions, draft: true, ..made }
}

/// One question of every kind and every wording.
fn every_question() -> Vec<Question> {
    let own = |text: &str| Phrase::Own(text.into());
    let texts = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (question, choices) = ("Which?".to_owned(), texts(&["a", "b", "c"]));
    let several =
        super::super::Choices { question: question.clone(), choices: choices.clone(), keys: vec![0, 2] };
    let number = NumberAsked { question: "How many?".into(), key: Some("1/2".into()), unit: "cm".into() };
    let steps = |question, words| Question::Steps(Steps { question, words });
    vec![
        Question::Level(Moment::Before),
        Question::Level(Moment::After),
        Question::Choice(Check { question: question.clone(), choices: choices.clone(), key: Some(2) }),
        Question::Choice(Check { question, choices, key: None }),
        Question::Choices(several),
        Question::Sentence,
        Question::Text(Phrase::ThreeLearned),
        Question::Text(own("Why?")),
        Question::Number(number),
        steps(Phrase::HowSure, StepWords::Confidence),
        steps(own("It helps"), StepWords::Agreement),
        steps(own("I ask"), StepWords::Frequency),
        steps(own("How far?"), StepWords::Own(texts(&["near", "far"]))),
        Question::Pictures(Pictures { question: own("Today?"), set: PictureSet::Weather }),
    ]
}

/// What came of a change of the form of an empty question of a kind.
fn problems(kind: Kind, change: impl FnOnce(&mut QuestionDraft)) -> Vec<QuestionProblem> {
    let mut draft = QuestionDraft { text: "What?".into(), ..QuestionDraft::new(kind) };
    change(&mut draft);
    draft.parse().err().unwrap_or_default()
}

fn options(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

#[test]
fn what_was_not_changed_stays_word_for_word() {
    for question in every_question() {
        let draft = QuestionDraft::of(&question);
        assert_eq!(draft.sketch(), question);
        assert_eq!(draft.parse(), Ok(question));
    }
    let mut asked = every_question();
    asked.truncate(MOST_QUESTIONS);
    let from = ExitTicket {
        version_b: vec![Question::Sentence],
        title: "Halves".into(),
        minutes: Some(4),
        survey: Some(SurveyPart { survey: SurveyId::from_bits(5), moment: Moment::After }),
        ..ticket(asked.split_off(1))
    };
    assert_eq!(CheckDraft::of(&from).parse(&from), Ok(from.clone()));
    assert_eq!(CheckDraft::of(&from).sketch(&from), from);
}

#[test]
fn what_is_not_complete_is_kept_as_it_was_typed() {
    let mut draft = QuestionDraft::new(Kind::Choice);
    (draft.text, draft.options, draft.keys) = (" Wh ".into(), options(&["a", "", " b"]), vec![2]);
    assert_eq!(QuestionDraft::of(&draft.sketch()), draft);
    let from = ticket(vec![]);
    let typed = CheckDraft { title: " x ".into(), questions: vec![draft], ..CheckDraft::of(&from) };
    assert_eq!(CheckDraft::of(&typed.sketch(&from)), typed);
}

#[test]
fn a_change_of_the_kind_and_back_loses_nothing() {
    let mut draft = QuestionDraft::of(&every_question()[4]);
    let before = draft.clone();
    for kind in Kind::ALL {
        draft.kind = kind;
        assert_eq!(Kind::of(&draft.sketch()), kind);
    }
    draft.kind = before.kind;
    assert_eq!(draft, before);
}

#[test]
fn blank_answers_are_left_out_and_the_keys_follow_the_others() {
    let mut draft = QuestionDraft { text: " Which\n one? ".into(), ..QuestionDraft::new(Kind::Choices) };
    (draft.options, draft.keys) = (options(&["", " a ", "", "b", "c"]), vec![1, 4]);
    let Ok(Question::Choices(asked)) = draft.parse() else { panic!("not kept") };
    assert_eq!(
        (asked.question.as_str(), asked.choices, asked.keys),
        ("Which one?", options(&["a", "b", "c"]), vec![0, 2])
    );
}

#[test]
fn every_question_is_asked_in_words() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Level) {
        assert!(problems(kind, |d| d.text = " \t".into()).contains(&QuestionProblem::Empty), "{kind:?}");
        let long = |d: &mut QuestionDraft| d.text = "é".repeat(LONGEST_QUESTION + 1);
        assert!(problems(kind, long).contains(&QuestionProblem::Long), "{kind:?}");
        for wording in Wording::of(kind).iter().filter(|w| **w != Wording::Own) {
            let said = |d: &mut QuestionDraft| (d.wording, d.text) = (*wording, String::new());
            assert_eq!(problems(kind, said), [], "{kind:?} {wording:?}");
        }
    }
    assert_eq!(problems(Kind::Level, |d| d.text.clear()), []);
    // A wording that another kind had does not stand for words this kind needs.
    let left_over =
        |d: &mut QuestionDraft| (d.wording, d.number, d.text) = (Wording::HowSure, "1".into(), String::new());
    assert_eq!(problems(Kind::Number, left_over), [QuestionProblem::Empty]);
}

#[test]
fn answers_are_two_or_more_short_and_different() {
    for kind in [Kind::Choice, Kind::Choices, Kind::Steps] {
        let with = |texts: Vec<String>| problems(kind, |d| (d.scaling, d.options) = (Scaling::Own, texts));
        let numbered = |count: usize| (0..count).map(|n| n.to_string()).collect::<Vec<_>>();
        let most = if kind == Kind::Steps { 7 } else { MOST_CHOICES };
        assert_eq!(with(options(&["a", " "])), [QuestionProblem::FewChoices], "{kind:?}");
        assert_eq!(with(options(&["a", "b", "a "])), [QuestionProblem::SameChoice], "{kind:?}");
        assert_eq!(with(vec!["a".into(), "é".repeat(LONGEST_QUESTION + 1)]), [QuestionProblem::LongChoice]);
        assert_eq!(with(numbered(most)), [], "{kind:?}");
        assert_eq!(with(numbered(most + 1)), [QuestionProblem::ManyChoices], "{kind:?}");
    }
}

#[test]
fn a_key_is_an_answer_or_a_number() {
    let empty = |d: &mut QuestionDraft| (d.options, d.keys) = (options(&["a", "b", ""]), vec![2]);
    assert_eq!(problems(Kind::Choice, empty), [QuestionProblem::EmptyKey]);
    for (key, expected) in [("", vec![]), ("1/2", vec![]), ("half", vec![QuestionProblem::NotANumber])] {
        assert_eq!(problems(Kind::Number, |d| d.number = key.into()), expected, "{key}");
    }
    assert_eq!(
        problems(Kind::Number, |d| d.unit = "m".repeat(LONGEST_UNIT + 1)),
        [QuestionProblem::LongUnit]
    );
}

#[test]
fn a_check_says_everything_that_has_to_be_mended_and_where() {
    let from = ticket(vec![]);
    let check = |change: &dyn Fn(&mut CheckDraft)| {
        let mut draft =
            CheckDraft { questions: vec![QuestionDraft::new(Kind::Level)], ..CheckDraft::of(&from) };
        change(&mut draft);
        draft.parse(&from).err().unwrap_or_default()
    };
    let level = QuestionDraft::new(Kind::Level);
    let empty = QuestionDraft::new(Kind::Text);
    let survey = Some(SurveyId::from_bits(5));
    let before = QuestionDraft { moment: Moment::Before, ..level.clone() };
    assert_eq!(check(&|_| ()), []);
    assert_eq!(check(&|d| d.questions.clear()), [CheckProblem::NoQuestions(Version::A)]);
    assert_eq!(check(&|d| d.title = "x".repeat(LONGEST_TITLE + 1)), [CheckProblem::LongTitle]);
    for (minutes, expected) in
        [(" 5 ", vec![]), ("0", vec![CheckProblem::Minutes]), ("soon", vec![CheckProblem::Minutes])]
    {
        assert_eq!(check(&|d| d.minutes = minutes.into()), expected, "{minutes}");
    }
    let many = vec![QuestionDraft { wording: Wording::Sentence, ..empty.clone() }; MOST_QUESTIONS + 1];
    assert_eq!(check(&|d| d.version_b.clone_from(&many)), [CheckProblem::ManyQuestions(Version::B)]);
    let wrong = CheckProblem::Question(Version::B, 1, QuestionProblem::Empty);
    assert_eq!(check(&|d| d.version_b = vec![level.clone(), empty.clone()]), [wrong]);
    let twice = |d: &mut CheckDraft| d.questions = vec![level.clone(), level.clone()];
    assert_eq!(check(&twice), [CheckProblem::SameLevel(Version::A, 1)]);
    let two = |d: &mut CheckDraft| d.questions = vec![before.clone(), level.clone()];
    assert_eq!(check(&two), []);
    let pair = |d: &mut CheckDraft| (d.questions, d.pair) = (vec![before.clone(), level.clone()], survey);
    assert_eq!(check(&pair), [CheckProblem::SameLevel(Version::A, 1)], "a half asks about its moment only");
}

#[test]
fn the_settings_of_a_check_go_together_but_for_versions_without_names() {
    let level = || vec![QuestionDraft::new(Kind::Level)];
    let from = ticket(vec![Question::Level(Moment::After)]);
    for (anonymous, pair, b) in (0..8).map(|n| (n & 1 == 1, n & 2 == 2, n & 4 == 4)) {
        let draft = CheckDraft {
            anonymous,
            pair: pair.then(|| SurveyId::from_bits(5)),
            version_b: if b { level() } else { Vec::new() },
            ..CheckDraft::of(&from)
        };
        let expected = if anonymous && b { vec![CheckProblem::VersionsWithoutNames] } else { Vec::new() };
        let got = draft.parse(&from);
        assert_eq!(got.clone().err().unwrap_or_default(), expected, "{anonymous} {pair} {b}");
        if let Ok(ticket) = got {
            assert_eq!((ticket.anonymous, ticket.survey.is_some()), (anonymous, pair));
        }
        // What cannot be opened is kept all the same.
        assert_eq!(CheckDraft::of(&draft.sketch(&from)), draft);
    }
}

#[test]
fn minutes_are_a_whole_number_that_a_lesson_has() {
    for (typed, expected) in [
        ("", Ok(None)),
        (" 1 ", Ok(Some(1))),
        ("120", Ok(Some(MOST_MINUTES))),
        ("0", Err(CheckProblem::Minutes)),
        ("121", Err(CheckProblem::Minutes)),
        ("9999", Err(CheckProblem::Minutes)),
        ("-3", Err(CheckProblem::Minutes)),
        ("2.5", Err(CheckProblem::Minutes)),
        ("🦊", Err(CheckProblem::Minutes)),
    ] {
        assert_eq!(read_minutes(typed), expected, "{typed}");
    }
}

#[test]
fn two_hundred_questions_and_five_thousand_letters_are_kept_and_said() {
    let from = ticket(vec![]);
    let long = "🦊<script>".repeat(500);
    let question = QuestionDraft { text: long.clone(), ..QuestionDraft::new(Kind::Text) };
    let draft = CheckDraft { questions: vec![question; 200], title: long, ..CheckDraft::of(&from) };
    let problems = draft.parse(&from).unwrap_err();
    assert_eq!(problems[..2], [CheckProblem::LongTitle, CheckProblem::ManyQuestions(Version::A)]);
    assert_eq!(problems.len(), 202);
    assert_eq!(CheckDraft::of(&draft.sketch(&from)), draft);
}

#[test]
fn a_half_of_a_pair_asks_about_its_moment() {
    let survey = SurveyId::from_bits(5);
    let from = ticket(vec![Question::Level(Moment::After)]);
    let draft = CheckDraft { pair: Some(survey), ..CheckDraft::of(&from) };
    let parsed = draft.parse(&from).unwrap();
    assert_eq!(parsed.questions, [Question::Level(Moment::Before)]);
    assert_eq!(parsed.survey, Some(SurveyPart { survey, moment: Moment::Before }));
    let alone = CheckDraft { pair: None, ..CheckDraft::of(&parsed) };
    assert_eq!(alone.parse(&parsed).unwrap().survey, None);
}

#[test]
fn a_draft_goes_on_paper_as_it_would_be_opened_once_it_is_whole() {
    let survey = Some(SurveyPart { survey: SurveyId::from_bits(1), moment: Moment::Before });
    let draft = ExitTicket { survey, ..ticket(vec![Question::Level(Moment::After), Question::Sentence]) };
    let asked = draft.on_paper().unwrap().questions;
    assert_eq!(asked, [Question::Level(Moment::Before), Question::Sentence]);
    assert_eq!(ticket(vec![]).on_paper(), None, "nothing is asked yet");
    let opened = ExitTicket { draft: false, ..draft };
    assert_eq!(opened.on_paper(), Some(opened.clone()), "what students were asked stays");
}
