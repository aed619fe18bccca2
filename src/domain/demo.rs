//! The demo class: 24 invented students with one term of believable evidence.
//!
//! It is made by a seeded generator, so that the same seed and day give the same class. Students
//! learn at their own rate, see themselves a little too high or too low, and miss a day now and
//! then; nothing is copied from real children.

use serde::Deserialize;

use super::attendance::{Attendance, Presence};
use super::class::Class;
use super::day::Day;
use super::entry::Change;
use super::evidence::{Evidence, Mark, Source};
use super::exit_ticket::{Answer, ExitTicket, Moment, Question, Reply, Template, TicketClosed};
use super::feedback::Feedback;
use super::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
use super::id::{GoalId, StudentId, TicketId};
use super::roster::Student;
use super::scale::{Level, Scale, Score};
use super::self_assessment::SelfAssessment;
use super::skill::Skill;

mod classroom;
mod people;

pub use classroom::DemoRubric;
pub use people::DemoPeople;

/// Sentences of the demo class, in the language it is made in.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoWords {
    /// The class's title.
    pub class_name: String,
    /// The teacher's name.
    pub teacher: String,
    /// Why a goal did not happen yet.
    pub why_not_yet: Vec<String>,
    /// Feedback from the teacher.
    pub feedback: Vec<String>,
    /// Sentences on exit tickets.
    pub sentences: Vec<String>,
    /// What the teacher saw.
    pub observations: Vec<String>,
    /// A rubric and a piece of work.
    pub rubric: DemoRubric,
    /// What is known of the people.
    pub people: DemoPeople,
}

/// Invented names of many origins.
const NAMES: [&str; 24] = [
    "Amara Okafor",
    "Benício Souza",
    "Chloé Martin",
    "Đức Nguyễn",
    "Elif Yılmaz",
    "Finn O’Brien",
    "Guadalupe Reyes",
    "Hana Suzuki",
    "Isaac Cohen",
    "Jasleen Kaur",
    "Kofi Mensah",
    "Leila Haddad",
    "Mateo García",
    "Nadia Petrova",
    "Oluwaseun Bello",
    "Priya Raman",
    "Quentin Dubois",
    "Rosa Hernández",
    "Samir Aziz",
    "Tala Begay",
    "Uri Levi",
    "Vera Kowalczyk",
    "Wei Zhang",
    "Yara Santos",
];

/// Weeks of school the demo class looks back on.
const WEEKS: u64 = 10;

/// A small seeded generator (SplitMix64, public domain constants by Sebastiano Vigna).
struct Dice(u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, 1.
    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.bits() >> 32).unwrap_or(0)) / 4_294_967_296.0
    }

    /// True in this share of cases.
    fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// About -1 to 1, most often near 0.
    fn wobble(&mut self) -> f64 {
        self.share() + self.share() - 1.0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let len = u64::try_from(from.len()).ok().filter(|len| *len > 0)?;
        from.get(usize::try_from(self.bits() % len).unwrap_or(0))
    }
}

/// A student as the generator sees them.
struct Learner {
    id: StudentId,
    /// Where they start, in levels.
    start: f64,
    /// What they gain over the term, in levels.
    gain: f64,
    /// How far above (or below) themselves they see themselves.
    bias: f64,
}

/// What the demo class is made from.
pub struct Demo<'a> {
    /// The same seed gives the same class.
    pub seed: u64,
    /// The day the class is looked at; the term ends the school day before.
    pub today: Day,
    /// The skills the class works on, with their identities.
    pub skills: &'a [Skill],
    /// The scale, with the words of the language it is made in.
    pub scale: Scale,
    /// Sentences in that language.
    pub words: &'a DemoWords,
}

impl Demo<'_> {
    /// The class as changes: the days in order, then what the class did together, then
    /// what is known of its people.
    pub fn changes(&self) -> Vec<Change> {
        let mut dice = Dice(self.seed);
        let mut out = vec![
            Change::of_class(self.scale.clone()),
            Change::of_class(Class {
                demo: true,
                ..Class::named(self.words.class_name.clone(), self.words.teacher.clone(), self.scale.id)
            }),
        ];
        out.extend(self.skills.iter().cloned().map(Change::of_class));
        let learners: Vec<Learner> = NAMES.iter().map(|name| self.enrol(name, &mut dice, &mut out)).collect();
        let days = self.school_days();
        for (i, &day) in days.iter().enumerate() {
            self.school_day(day, i, &days, &learners, &mut dice, &mut out);
        }
        self.survey(&days, &learners, &mut dice, &mut out);
        self.rubric(&days, &learners, &mut dice, &mut out);
        self.people(&days, &learners, &mut out);
        out
    }

    /// Mondays to Fridays of the term up to the day before `today`, without one week of holidays.
    fn school_days(&self) -> Vec<Day> {
        let first = self.today.minus(WEEKS * 7 + 7);
        let all = (0..).map(|i| first.plus(i)).take_while(|day| *day < self.today);
        let holiday = |day: &Day| (35..42).contains(&day.days_since(first));
        all.filter(|day| !day.is_weekend() && !holiday(day)).collect()
    }

    fn enrol(&self, name: &str, dice: &mut Dice, out: &mut Vec<Change>) -> Learner {
        let id = StudentId::from_bits(dice.bits());
        out.push(Change::by_teacher(id, Student::named(id, name)));
        let start = 1.2 + 1.4 * dice.share();
        Learner { id, start, gain: 0.4 + 1.5 * dice.share(), bias: 0.7 * dice.wobble() }
    }

    /// The level a learner shows on a skill after a share of the term.
    fn level(&self, learner: &Learner, skill: usize, term: f64, more: f64) -> Level {
        // Skills later in the list are a little harder, differently for each learner.
        let spread = (learner.start * 7.0).fract() - 0.5;
        #[expect(clippy::cast_precision_loss, reason = "a handful of skills")]
        let harder = 0.12 * skill as f64 * (0.5 + spread);
        let at = (learner.start + learner.gain * term - harder + more).round();
        let top = f64::from(self.scale.top().0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1 to 6")]
        Level(at.clamp(1.0, top) as u8)
    }

    fn score(&self, level: Level) -> Score {
        Score { scale: self.scale.id, level }
    }

    fn school_day(
        &self,
        day: Day,
        i: usize,
        days: &[Day],
        learners: &[Learner],
        dice: &mut Dice,
        out: &mut Vec<Change>,
    ) {
        #[expect(clippy::cast_precision_loss, reason = "a term has about 50 days")]
        let term = i as f64 / days.len() as f64;
        let last_days = days.len() - i;
        let ticket_day = i % 3 == 1;
        let skill = i / 6 % self.skills.len().max(1);
        // Every other ticket comes back to the first skill, so that on it there are tries enough for the
        // sweet spot to say something.
        let asked = if i % 6 == 4 { 0 } else { skill };
        let ticket = ticket_day.then(|| self.ticket(day, asked, dice)).flatten();
        if let Some(ticket) = &ticket {
            out.push(Change::of_class(ticket.clone()));
        }
        for (place, learner) in learners.iter().enumerate() {
            // One student has been away in body or mind for the last days, so that the list
            // "not heard from" has somebody to show.
            let silent = place == 18 && last_days <= 4;
            if dice.chance(0.03) && last_days > 1 {
                let presence = if dice.chance(0.3) { Presence::Excused } else { Presence::Absent };
                out.push(Change::by_teacher(learner.id, Attendance { day, presence }));
                continue;
            }
            if !silent && (dice.chance(0.6) || last_days <= 2) {
                self.goal(learner, place, day, skill, term, last_days, dice, out);
            }
            self.evidence(learner, place, day, i, term, dice, out);
            if let Some(ticket) = ticket.as_ref().filter(|_| !silent && dice.chance(0.93)) {
                self.answer(learner, ticket, asked, term, dice, out);
            }
        }
        if let Some(ticket) = ticket {
            out.push(Change::of_class(TicketClosed { ticket: ticket.id, day }));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the generator, called once")]
    fn goal(
        &self,
        learner: &Learner,
        place: usize,
        day: Day,
        skill: usize,
        term: f64,
        last_days: usize,
        dice: &mut Dice,
        out: &mut Vec<Change>,
    ) {
        let Some(line) = self.skills.get(skill) else { return };
        let level = self.level(learner, skill, term, learner.bias + 0.4 * dice.wobble());
        let said = SelfAssessment { skill: line.id, day, score: Some(self.score(level)) };
        out.push(Change::by_student(learner.id, said));
        let step =
            if level >= self.scale.reached() { line.next_steps.last() } else { line.next_steps.first() };
        let Some(text) = step.cloned() else { return };
        let working =
            *dice.pick(&[Working::Alone, Working::Partner, Working::Teacher]).unwrap_or(&Working::Alone);
        let id = GoalId::from_bits(dice.bits());
        let origin = Origin::NextStep;
        let goal = Goal {
            id,
            text,
            skill: Some(line.id),
            self_level: Some(level),
            day,
            working,
            origin,
            if_then: None,
        };
        out.push(Change::by_student(learner.id, goal));
        // The last day's goals are still open: they are what the student is asked about first.
        if last_days == 1 {
            return;
        }
        let stuck = place == 6 && last_days <= 8;
        let result = match dice.share() {
            _ if stuck => GoalResult::NotYet,
            x if x < 0.55 => GoalResult::Met,
            x if x < 0.85 => GoalResult::Almost,
            _ => GoalResult::NotYet,
        };
        let why = dice.pick(&self.words.why_not_yet).cloned().unwrap_or_default();
        let why = if result == GoalResult::NotYet { why } else { String::new() };
        out.push(Change::by_student(learner.id, GoalClosed { goal: id, day, result, why }));
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the generator, called once")]
    fn evidence(
        &self,
        learner: &Learner,
        place: usize,
        day: Day,
        i: usize,
        term: f64,
        dice: &mut Dice,
        out: &mut Vec<Change>,
    ) {
        for (s, skill) in self.skills.iter().enumerate() {
            // Each skill comes round about every eight school days, spread over the class.
            if !(i + s * 3 + place).is_multiple_of(8) {
                continue;
            }
            // One student is at home in the first skill: "ready to stretch" has somebody to show.
            let more = if place == 9 && s == 0 { 3.0 } else { 0.5 * dice.wobble() };
            let mark = Mark::Score(self.score(self.level(learner, s, term, more)));
            let source = if dice.chance(0.6) { Source::WorkSample } else { Source::Observation };
            let note = dice.pick(&self.words.observations).filter(|_| source == Source::Observation);
            let note = note.cloned().unwrap_or_default();
            let entered_at = if dice.chance(0.2) { day.plus(1) } else { day };
            let evidence = Evidence { skill: skill.id, shown_on: day, entered_at, mark, source, note };
            out.push(Change::by_teacher(learner.id, evidence));
            if dice.chance(0.2)
                && let Some(text) = dice.pick(&self.words.feedback)
            {
                out.push(Change::by_teacher(
                    learner.id,
                    Feedback { text: text.clone(), skill: Some(skill.id), day },
                ));
            }
        }
    }

    fn ticket(&self, day: Day, skill: usize, dice: &mut Dice) -> Option<ExitTicket> {
        let id = TicketId::from_bits(dice.bits());
        Some(ExitTicket::new(id, Template::GotIt, self.skills.get(skill)?, day, self.scale.id))
    }

    fn answer(
        &self,
        learner: &Learner,
        ticket: &ExitTicket,
        skill: usize,
        term: f64,
        dice: &mut Dice,
        out: &mut Vec<Change>,
    ) {
        let before = self.level(learner, skill, term, learner.bias - 0.5);
        let after = self.level(learner, skill, term, learner.bias + 0.4 + 0.5 * dice.wobble());
        let replies = ticket.questions.iter().map(|question| match question {
            Question::Level(Moment::Before) => Reply::Level(self.score(before)),
            Question::Level(Moment::After) if dice.chance(0.04) => Reply::DontKnow,
            Question::Level(Moment::After) => Reply::Level(self.score(after)),
            Question::Choice(check) => {
                let key = check.key.unwrap_or(0);
                let right = dice.chance(0.35 + 0.16 * f64::from(after.0));
                let count = u8::try_from(check.choices.len()).unwrap_or(1).max(1);
                Reply::Choice(if right { key } else { (key + 1) % count })
            }
            Question::Sentence if dice.chance(0.35) => {
                dice.pick(&self.words.sentences).map_or(Reply::Blank, |s| Reply::Sentence(s.clone()))
            }
            // The demo's tickets ask nothing else.
            _ => Reply::Blank,
        });
        let replies = replies.collect();
        let answer = Answer::new(ticket.id, ticket.skill, ticket.day, replies);
        out.push(Change::by_student(learner.id, answer));
    }
}

#[cfg(test)]
mod tests;
