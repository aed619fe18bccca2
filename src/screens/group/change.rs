//! What is done with a whole group: made, ended, begun again.

use leptos::prelude::*;

use crate::browser;
use crate::domain::id::{GroupId, StudentId};
use crate::domain::student_group::StudentGroup;
use crate::route::{Route, TeacherScreen};
use crate::session::{Saver, Session};
use crate::words::words;

/// A fresh group's identity.
pub fn fresh_group() -> GroupId {
    GroupId::from_bits(browser::random_bits())
}

/// Where all groups stand.
pub fn to_list() -> String {
    Route::Teacher(TeacherScreen::Groups).href()
}

/// Where one group stands.
pub fn to_group(id: GroupId) -> String {
    Route::Teacher(TeacherScreen::Group(id)).href()
}

/// Makes a group with these students in it, and goes there once it is kept.
pub fn make(session: Session, saver: Saver, group: StudentGroup, members: &[StudentId]) {
    let said = words().group().made_said(&group.title);
    let (id, today) = (group.id, session.today.get_untracked());
    let changes = session.peek(|nb| nb.make_group(group, members, today));
    saver.save(changes, said, move || browser::go(&to_group(id)));
}

/// Ends a group, or begins it again; who is in it stays.
pub fn set_ended(session: Session, id: GroupId, ended: bool) {
    let g = words().group();
    let change = session.peek(|nb| {
        let group = nb.student_group(id)?.clone();
        let said = if ended { g.ended_said(&group.title) } else { g.again_said(&group.title) };
        Some((nb.amend_group(StudentGroup { ended, ..group }), said))
    });
    if let Some((change, said)) = change {
        session.act(vec![change], said);
    }
}
