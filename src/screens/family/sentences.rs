//! A family report in sentences. Kind in every case: a level that
//! did not rise yet is somewhere to work on, never a fault.

use crate::domain::family::{FamilyReport, FamilySkill, SkillWords};
use crate::domain::scale::Level;
use crate::format::starter::StarterSkill;
use crate::words::{short_day, words};

/// The headline, split so that its middle can stand out: before, middle, after.
pub fn headline(report: &FamilyReport) -> [String; 3] {
    let f = words().family();
    let (up, all) = (report.moved_up(), report.skills.len());
    let day = short_day(report.since);
    let whole = |text: String| [text, String::new(), String::new()];
    match (up, all) {
        (_, 0) => whole(f.starting(&report.child)),
        (0, _) => whole(f.working(all, &report.child, &day)),
        (1, 1) => whole(f.moved_one(&report.child, &day)),
        _ => {
            let share = if up == all { f.share_all(&all) } else { f.share(&all, &up) };
            // The mark stands where the share will, and in nobody's name.
            let text = f.moved(&report.child, &day, &'\0');
            match text.split_once('\0') {
                Some((before, after)) => [before.to_owned(), share, after.to_owned()],
                None => whole(text),
            }
        }
    }
}

/// A skill's line in the page's language.
pub fn statement<'a>(set: &'a [StarterSkill], of: &'a SkillWords) -> &'a str {
    match of {
        SkillWords::Own(text) => text,
        SkillWords::Starter(key) => set.iter().find(|s| s.key == *key).map_or(key, |s| &s.statement),
    }
}

/// The one thing to do at home.
pub fn help(set: &[StarterSkill], report: &FamilyReport) -> String {
    let own = match &report.help {
        Some(SkillWords::Own(text)) => Some(text.clone()),
        Some(SkillWords::Starter(key)) => set.iter().find(|s| s.key == *key).map(|s| s.home.clone()),
        None => None,
    };
    own.filter(|text| !text.is_empty()).unwrap_or_else(|| words().family().help_any(&report.child))
}

/// The word for a level: the class's own, else the shipped one in the page's language.
pub fn level(report: &FamilyReport, level: Level) -> String {
    let l = words().levels();
    let shipped = [l.starting, l.getting_there, l.got_it, l.can_teach];
    let place = usize::from(level.0).checked_sub(1);
    let word = if report.words.is_empty() && usize::from(report.levels) == shipped.len() {
        place.and_then(|place| shipped.get(place)).map(|word| (*word).to_owned())
    } else {
        place.and_then(|place| report.words.get(place).cloned())
    };
    word.unwrap_or_else(|| words().family().level_n(&level.0, &report.levels))
}

/// "From … to …", or where it stands when it is where it was.
pub fn way(report: &FamilyReport, skill: &FamilySkill) -> String {
    let (from, to) = (level(report, skill.from), level(report, skill.to));
    if skill.from == skill.to { words().family().now(&to) } else { words().family().from_to(&from, &to) }
}

/// "Latest goal, in …’s own words" and the goal.
pub fn goal(report: &FamilyReport) -> Option<(String, String)> {
    let f = words().family();
    let (day, text) = report.goal.as_ref()?;
    Some((f.goal(&report.child, &short_day(*day)), f.goal_text(text)))
}

/// Who shared it and when, who can read it, when it ends.
pub fn fine_print(report: &FamilyReport) -> String {
    let f = words().family();
    let day = short_day(report.as_of);
    let shared =
        if report.teacher.trim().is_empty() { f.shared(&day) } else { f.shared_by(&day, &report.teacher) };
    format!("{shared} {} {}", f.whoever, f.until(&short_day(report.expires)))
}
