//! Changing a skill: it is amended as a whole, so every change names what is current.

use crate::domain::id::SkillId;
use crate::domain::skill::Skill;
use crate::domain::{Change, Notebook};
use crate::screens::said;
use crate::session::Session;
use crate::words::words;

/// The change that alters one thing of a skill.
pub fn alter(nb: &Notebook, id: SkillId, how: impl FnOnce(&mut Skill)) -> Option<Change> {
    let mut skill = nb.skill(id)?.clone();
    how(&mut skill);
    Some(nb.amend_skill(skill))
}

/// Brings a skill that was put away back, behind the others.
pub fn bring_back(session: Session, id: SkillId) {
    let made = session.peek(|nb| {
        let place = last_place(nb);
        let said = words().skills().back_said(&said::skill_line(nb, id));
        Some((alter(nb, id, |skill| (skill.archived, skill.place) = (false, place))?, said))
    });
    if let Some((change, said)) = made {
        session.act(vec![change], said);
    }
}

/// The place behind the last skill.
pub fn last_place(nb: &Notebook) -> u16 {
    nb.skills().iter().map(|s| s.place.saturating_add(1)).max().unwrap_or(0)
}

/// The changes that move a skill one place up or down: every skill whose place changes.
pub fn move_by(nb: &Notebook, id: SkillId, down: bool) -> Vec<Change> {
    let mut order: Vec<SkillId> = nb.skills().iter().map(|s| s.id).collect();
    let Some(at) = order.iter().position(|s| *s == id) else { return Vec::new() };
    let to = if down { at + 1 } else { at.wrapping_sub(1) };
    if to >= order.len() {
        return Vec::new();
    }
    order.swap(at, to);
    let place = |(i, id): (usize, &SkillId)| {
        let place = u16::try_from(i).unwrap_or(u16::MAX);
        let moved = nb.skill(*id).is_some_and(|s| s.place != place);
        moved.then(|| alter(nb, *id, |s| s.place = place)).flatten()
    };
    order.iter().enumerate().filter_map(place).collect()
}
