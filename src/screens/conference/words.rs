//! The cards, and what is offered for them, in words.

use crate::domain::Notebook;
use crate::domain::conference::{Card, Offer};
use crate::screens::said;
use crate::words::words;

/// What stands at the head of a card.
pub fn head(card: Card) -> &'static str {
    let c = words().conference();
    match card {
        Card::Proud => c.proud,
        Card::Grew => c.grew,
        Card::Stuck => c.stuck,
        Card::Next => c.next,
        Card::Help => c.help,
    }
}

/// How a sentence for a card may begin.
pub fn hint(card: Card) -> &'static str {
    let c = words().conference();
    match card {
        Card::Proud => c.proud_hint,
        Card::Grew => c.grew_hint,
        Card::Stuck => c.stuck_hint,
        Card::Next => c.next_hint,
        Card::Help => c.help_hint,
    }
}

/// What is offered, as the line that it becomes on the card.
pub fn offer(notebook: &Notebook, of: Offer) -> String {
    let c = words().conference();
    let skill = |skill| said::skill_line(notebook, skill);
    let level = |level| said::level_word(notebook, level);
    let line = match of {
        Offer::Reached(goal) => c.reached(&goal),
        Offer::NotYet { goal, why } if why.is_empty() => c.not_yet(&goal),
        Offer::NotYet { goal, why } => c.not_yet_why(&goal, &why),
        Offer::Work { title, why } if why.is_empty() => c.work(&title),
        Offer::Work { title, why } => c.work_why(&title, &why),
        Offer::Grew { skill: of, from, to } => c.rose(&level(from), &skill(of), &level(to)),
        Offer::Stands { skill: of, level: at } => c.stands(&level(at), &skill(of)),
        Offer::Goal(text) | Offer::HelpsToo(text) => text,
        Offer::Plan(plan) => words().goal().plan_said(&plan.action, &plan.obstacle),
        Offer::Helps(help) => said::profile::help(help).to_owned(),
    };
    // One line, so that it can be found on the card again.
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
