//! What checks ask, in the words of the language in use, shared by the screens that write, answer,
//! read and print them.

use crate::domain::Notebook;
use crate::domain::exit_ticket::{
    ExitTicket, Moment, Phrase, PictureSet, Question, StepWords, Template, Version,
};
use crate::screens::said;
use crate::words::words;

/// "Got it?", "3-2-1", …
pub fn template(of: Template) -> &'static str {
    let a = words().asked();
    match of {
        Template::GotIt => a.got_it,
        Template::ThreeTwoOne => a.three_two_one,
        Template::MuddiestPoint => a.muddiest_point,
        Template::Confidence => a.confidence,
        Template::OneQuestion => a.one_question,
        Template::Blank => a.blank,
    }
}

/// What a check is called: its own title, else the skill's line. Only a check without a skill that
/// can be read is called by its template.
pub fn title(notebook: &Notebook, ticket: &ExitTicket) -> String {
    if !ticket.title.is_empty() {
        return ticket.title.clone();
    }
    let line = said::skill_line(notebook, ticket.skill);
    if line.is_empty() { template(ticket.template).to_owned() } else { line }
}

/// "Before", "After".
pub fn moment(of: Moment) -> &'static str {
    let a = words().asked();
    match of {
        Moment::Before => a.before,
        Moment::After => a.after,
    }
}

/// "Version A", "Version B".
pub fn version(of: Version) -> &'static str {
    let a = words().asked();
    match of {
        Version::A => a.version_a,
        Version::B => a.version_b,
    }
}

/// The words of a question's wording.
pub fn phrase(of: &Phrase) -> String {
    let a = words().asked();
    match of {
        Phrase::ThreeLearned => a.three_learned.to_owned(),
        Phrase::TwoInteresting => a.two_interesting.to_owned(),
        Phrase::OneQuestion => a.one_more.to_owned(),
        Phrase::MuddiestPoint => a.muddiest.to_owned(),
        Phrase::HowSure => a.how_sure.to_owned(),
        Phrase::Own(text) => text.clone(),
    }
}

/// What a question asks. `alone` is a level question that has no other moment beside it.
pub fn question(of: &Question, alone: bool) -> String {
    let a = words().asked();
    match of {
        Question::Level(_) if alone => a.level_pre.to_owned(),
        Question::Level(Moment::Before) => a.level_before.to_owned(),
        Question::Level(Moment::After) => a.level_after.to_owned(),
        Question::Sentence => a.sentence.to_owned(),
        Question::Choice(check) => check.question.clone(),
        Question::Choices(asked) => asked.question.clone(),
        Question::Number(asked) => asked.question.clone(),
        Question::Text(text) => phrase(text),
        Question::Steps(steps) => phrase(&steps.question),
        Question::Pictures(pictures) => phrase(&pictures.question),
    }
}

/// Whether only one of the two level questions is asked.
pub fn level_alone(questions: &[Question]) -> bool {
    questions.iter().filter(|q| matches!(q, Question::Level(_))).count() == 1
}

/// The words of a scale's steps, the least first.
pub fn steps(of: &StepWords) -> Vec<String> {
    let a = words().asked();
    let all: &[&str] = match of {
        StepWords::Confidence => &[a.sure_1, a.sure_2, a.sure_3, a.sure_4],
        StepWords::Agreement => &[a.true_1, a.true_2, a.true_3, a.true_4],
        StepWords::Frequency => &[a.often_1, a.often_2, a.often_3, a.often_4, a.often_5],
        StepWords::Own(words) => return words.clone(),
    };
    all.iter().map(ToString::to_string).collect()
}

/// What the pictures of a scale show, the least first.
pub fn pictures(of: PictureSet) -> Vec<String> {
    let a = words().asked();
    let all: &[&str] = match of {
        PictureSet::Plant => &[a.seed, a.sprout, a.plant, a.flower],
        PictureSet::Weather => &[a.cloud, a.cloud_sun, a.sun],
    };
    all.iter().map(ToString::to_string).collect()
}

/// The options or steps of a question in words, in their order; empty for levels and for what is
/// written.
pub fn options(of: &Question) -> Vec<String> {
    match of {
        Question::Choice(check) => check.choices.clone(),
        Question::Choices(asked) => asked.choices.clone(),
        Question::Steps(asked) => steps(&asked.words),
        Question::Pictures(asked) => pictures(asked.set),
        Question::Level(_) | Question::Sentence | Question::Text(_) | Question::Number(_) => Vec::new(),
    }
}
