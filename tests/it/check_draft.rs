//! The form of a check: whatever is typed is kept, and what can be opened is what its form says again.

use daymark::domain::exit_ticket::draft::{CheckDraft, Kind, QuestionDraft, Scaling, Wording};
use daymark::domain::exit_ticket::{ExitTicket, Moment, PictureSet, Template};
use daymark::domain::id::{ScaleId, SkillId, TicketId};
use daymark::domain::skill::{Skill, Subject};
use proptest::prelude::*;

use daymark::domain::Day;

fn blank() -> ExitTicket {
    let skill = Skill::named(SkillId::from_bits(1), Subject::Math, String::new(), 0);
    let made = ExitTicket::new(
        TicketId::from_bits(1),
        Template::Blank,
        &skill,
        Day::new(2026, 11, 3).unwrap(),
        ScaleId::from_bits(4),
    );
    ExitTicket { draft: true, ..made }
}

/// Any form of a question, complete or not.
fn any_question() -> impl Strategy<Value = QuestionDraft> {
    let text =
        || prop_oneof![Just(String::new()), Just("1/2".into()), Just("a".into()), ".{0,12}", " {0,3}b {0,2}"];
    let wording = prop::sample::select(
        Wording::of(Kind::Text).iter().chain(Wording::of(Kind::Steps)).collect::<Vec<_>>(),
    );
    let chosen = (
        prop::sample::select(Kind::ALL.to_vec()),
        prop::sample::select(vec![Moment::Before, Moment::After]),
        wording.prop_map(|wording| *wording),
        prop::sample::select(Scaling::ALL.to_vec()),
        prop::sample::select(vec![PictureSet::Plant, PictureSet::Weather]),
    );
    let typed = (
        text(),
        prop::collection::vec(text(), 2..10),
        prop::collection::btree_set(0..10usize, 0..4),
        text(),
        text(),
    );
    (chosen, typed).prop_map(
        |((kind, moment, wording, scaling, pictures), (text, options, keys, number, unit))| {
            let keys = keys.into_iter().filter(|key| *key < options.len()).collect();
            QuestionDraft { kind, moment, wording, text, options, keys, number, unit, scaling, pictures }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn what_can_be_opened_is_what_its_form_says_again(typed in prop::collection::vec(any_question(), 0..4), title in ".{0,20}") {
        let from = blank();
        let draft = CheckDraft { questions: typed.clone(), title, ..CheckDraft::of(&from) };
        // What is kept while typing is read back letter by letter.
        let kept = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<CheckDraft>(&kept).unwrap(), draft.clone());
        let sketch = draft.sketch(&from);
        prop_assert_eq!(CheckDraft::of(&sketch).sketch(&from), sketch);
        if let Ok(opened) = draft.parse(&from) {
            prop_assert_eq!(CheckDraft::of(&opened).parse(&opened), Ok(opened.clone()));
            for question in &opened.questions {
                prop_assert!(question.options() == 0 || question.options() >= 2);
            }
        }
    }
}
