//! Writing what a teacher saw of a student on a skill; the class map and the cell write this way.

use leptos::prelude::*;

use super::super::said;
use crate::domain::evidence::{Evidence, Mark, Source};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::scale::{Level, Score};
use crate::domain::{Change, Day, Notebook};
use crate::session::{InTurn, Said, Saver, Session, Toast};
use crate::words::words;

/// Writes a level the teacher sees right now. Another one on the same day corrects it, so that a
/// slip of the finger does not count for two.
pub fn rate_now(turn: InTurn, today: Day, student: StudentId, skill: SkillId, level: Level) {
    turn.write_saying(move |nb| {
        let (change, evidence) = quick(nb, student, skill, level, today)?;
        let said: Said = Box::new(move |nb: &Notebook| written(nb, student, &evidence));
        Some((vec![change], said))
    });
}

fn quick(
    nb: &Notebook,
    student: StudentId,
    skill: SkillId,
    level: Level,
    today: Day,
) -> Option<(Change, Evidence)> {
    let mark = Mark::Score(score(nb, level)?);
    let source = Source::Observation;
    let evidence = Evidence { skill, shown_on: today, entered_at: today, mark, source, note: String::new() };
    let same = |e: &Evidence| Evidence { mark, ..e.clone() } == evidence;
    let before = nb.evidence(student, skill).last().filter(|(_, e)| same(e)).map(|(key, _)| *key);
    Some((Change::by_teacher(student, evidence.clone()).replacing(before), evidence))
}

/// A level on the class's scale, if the scale has it.
pub fn score(nb: &Notebook, level: Level) -> Option<Score> {
    let scale = nb.class_scale()?;
    (1..=scale.top().0).contains(&level.0).then_some(Score { scale: scale.id, level })
}

/// Writes evidence and says what it came to: a level shown is not yet the level that holds. `done` runs once
/// it is kept.
pub fn write(
    (session, saver): (Session, Saver),
    student: StudentId,
    change: Change,
    evidence: Evidence,
    done: impl FnOnce() + 'static,
) {
    saver.save_then(vec![change], move |batch| {
        let text = session.peek(|nb| written(nb, student, &evidence));
        session.toast.set(Some(Toast { text, undo: Some(batch) }));
        done();
    });
}

fn written(nb: &Notebook, student: StudentId, evidence: &Evidence) -> String {
    let s = words().skills();
    let (name, line) = (said::name_of(nb, student), said::skill_line(nb, evidence.skill));
    let noted = s.noted(&name, &line, &mark(nb, evidence.mark));
    let shown = match evidence.mark {
        Mark::Score(score) => nb.level_now(score),
        Mark::Code(_) => None,
    };
    match nb.proficiency(student, evidence.skill).level {
        Some(level) if Some(level) != shown => {
            format!("{noted} {}", s.level_now(&said::level_word(nb, level)))
        }
        _ => noted,
    }
}

/// The word for what evidence shows: a level in the class's words, or why there is none.
pub fn mark(nb: &Notebook, mark: Mark) -> String {
    match mark {
        Mark::Code(code) => said::code(code).to_owned(),
        Mark::Score(score) => match nb.level_now(score) {
            Some(level) => on_its_own_version(nb, score, &said::level_word(nb, level)),
            None => nb.scale(score.scale).map(|s| s.word(score.level).to_owned()).unwrap_or_default(),
        },
    }
}

/// A level as it was said when it was given, with what it counts as today where that is another
/// word: editing the levels rewrites nothing.
fn on_its_own_version(nb: &Notebook, score: Score, today: &str) -> String {
    match nb.scale(score.scale).map(|scale| scale.word(score.level)) {
        Some(then) if then != today => words().skills().counts_as(&today, &then),
        _ => today.to_owned(),
    }
}
