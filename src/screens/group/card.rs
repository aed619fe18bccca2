//! One group as a card: what it is called, who is in it, what it will do. It prints as it stands.

use leptos::prelude::*;

use super::change::{set_ended, to_group};
use crate::domain::id::GroupId;
use crate::domain::student_group::StudentGroup;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::said::{self, Named};
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::words::{short_day, sort_by_name, words};

/// What stands on a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The group.
    pub group: StudentGroup,
    skill: String,
    members: Vec<Named>,
    due: bool,
    begun: bool,
}

impl Card {
    /// All groups; those to be looked at again come first, then the latest.
    pub fn all(nb: &Notebook, today: Day) -> Vec<Card> {
        let card = |group: &StudentGroup| {
            let mut members: Vec<Named> =
                nb.members(group.id).into_iter().map(|id| (id, said::name_of(nb, id))).collect();
            sort_by_name(&mut members, |(_, name)| name);
            Card {
                group: group.clone(),
                skill: group.skill.map(|skill| said::skill_line(nb, skill)).unwrap_or_default(),
                members,
                due: group.is_due(today),
                begun: group.from <= today,
            }
        };
        let mut cards: Vec<Card> = nb.student_groups().into_iter().map(card).collect();
        cards.sort_by_key(|card| !card.due);
        cards
    }

    /// Since when, and when to look again.
    fn days(&self) -> String {
        let g = words().group();
        let from = short_day(self.group.from);
        let from = if self.begun { g.since(&from) } else { g.starts(&from) };
        let again = self.group.until.map(|day| g.look_again(&short_day(day)));
        std::iter::once(from).chain(again).collect::<Vec<_>>().join(" · ")
    }
}

/// The card.
#[component]
pub fn GroupCard(id: GroupId, cards: Memo<Vec<Card>>) -> impl IntoView {
    let session = use_session();
    let g = words().group();
    let card = Memo::new(move |_| cards.with(|all| all.iter().find(|card| card.group.id == id).cloned()));
    let part =
        move |read: fn(&Card) -> String| move || card.with(|c| c.as_ref().map(read).unwrap_or_default());
    let title = part(|c| c.group.title.clone());
    let members = move || card.with(|c| c.as_ref().map(|c| c.members.clone()).unwrap_or_default());
    let is = move |read: fn(&Card) -> bool| move || card.with(|c| c.as_ref().is_some_and(read));
    let end = move |_| {
        set_ended(session, id, true);
        focus_on("groups-title");
    };
    let member = |(student, name): Named| {
        let href = Route::Teacher(TeacherScreen::Student(student)).href();
        view! {
            <li>
                <a href=href dir="auto">{name}</a>
            </li>
        }
    };
    view! {
        <article class="card team stack" aria-labelledby=format!("group-{id}")>
            <div class="row between">
                <h2 id=format!("group-{id}") dir="auto">{title}</h2>
                <Show when=is(|c| c.due)>
                    <span class="pill noprint">{g.due}</span>
                </Show>
            </div>
            <Show when=is(|c| !c.skill.is_empty())>
                <p dir="auto">{part(|c| c.skill.clone())}</p>
            </Show>
            <p class="muted sm">{part(Card::days)}</p>
            <Show when=is(|c| c.members.is_empty())>
                <p class="muted">{g.nobody}</p>
            </Show>
            <ul class="card-names">
                <For each=members key=Clone::clone children=member />
            </ul>
            <Show when=is(|c| !c.group.plan.is_empty())>
                <p class="as-typed" dir="auto">{part(|c| c.group.plan.clone())}</p>
            </Show>
            <div class="row noprint">
                <a class="btn small" href=to_group(id) aria-label=move || g.change_of(&title())>{g.change}</a>
                <button class="btn small quiet" aria-label=move || g.end_of(&title()) on:click=end>{g.end}</button>
            </div>
        </article>
    }
}
