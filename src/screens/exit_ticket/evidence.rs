//! A teacher takes a check's answers as evidence: sees per group the level it counts as, and
//! confirms once. What students say about themselves never counts.

use leptos::prelude::*;

use super::live::Shared;
use crate::domain::exit_ticket::{Counts, Cuts, Group, Question, usual_counts};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::scale::{Level, Scale};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::focus::focus_on;
use crate::words::{list, percent, words};

/// What can be taken now, and what was taken already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Offer {
    /// Whether anything on the check is right or wrong.
    keyed: bool,
    /// How many of each group can be taken, in the order of [`Group::ALL`].
    groups: [usize; 3],
    /// Students of whom it was taken already.
    taken: Vec<StudentId>,
}

impl Offer {
    fn count(&self) -> usize {
        self.groups.iter().sum()
    }
}

/// The id of what opens "Use as evidence".
const SUMMARY: &str = "use-as-evidence";

/// "Use as evidence".
#[component]
pub(super) fn TakeAsEvidence(live: Shared) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let offer = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| {
            let Some(ticket) = nb.ticket(live.id) else { return Offer::default() };
            let offered = nb.evidence_offered(live.id, today);
            let of = |group| offered.iter().filter(|o| o.group == group).count();
            Offer {
                keyed: ticket.asks(Question::is_keyed),
                groups: Group::ALL.map(of),
                taken: nb.evidence_taken(live.id),
            }
        })
    });
    let what = Memo::new(move |_| offer.with(|o| (o.keyed, o.count() > 0)));
    view! {
        <LeftOver live />
        <details class="group">
            <summary id=SUMMARY class="row between">
                <strong>{l.use_as_evidence}</strong>
                <Show when=move || offer.with(|o| !o.taken.is_empty())>
                    <span class="pill">{move || l.students(offer.with(|o| o.taken.len()))}</span>
                </Show>
            </summary>
            {move || match what.get() {
                (false, _) => view! { <p class="muted">{l.nothing_keyed}</p> }.into_any(),
                (true, false) => view! { <p class="muted">{l.evidence_later}</p> }.into_any(),
                (true, true) => view! { <Choose live offer /> }.into_any(),
            }}
        </details>
    }
}

/// Evidence of answers that are not there any more: whose it is, and one button that takes it back too.
#[component]
fn LeftOver(live: Shared) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let students = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| nb.evidence_left_over(live.id, today))
    });
    let text = move || {
        let all = students.get();
        let names = live.names.with(|n| list(n.in_order(&all).into_iter().map(|id| n.of(id))));
        l.evidence_left_over(all.len(), &names)
    };
    let saver = Saver::new(session);
    let take_back = move |_| {
        let (all, today) = (students.get_untracked(), session.today.get_untracked());
        let changes = session.peek(|nb| nb.take_evidence_back(live.id, &all, today));
        // The line goes, and the focus must not go with it.
        focus_on(SUMMARY);
        saver.save(changes, l.evidence_back_said(all.len()), || ());
    };
    view! {
        <Show when=move || !students.with(Vec::is_empty)>
            <div class="status stack">
                <p dir="auto">{text}</p>
                <button class="btn small" on:click=take_back>{l.evidence_back}</button>
            </div>
        </Show>
    }
}

/// How much has to be right for a group.
fn shares(group: Group, cuts: Cuts) -> String {
    let l = words().live();
    let [from, to] = [cuts.almost, cuts.got_it].map(|cut| percent(f64::from(cut) / 100.0));
    match group {
        Group::NotYet => l.evidence_to(&from),
        Group::Almost => {
            l.evidence_between(&from, &percent(f64::from(cuts.got_it.saturating_sub(1)) / 100.0))
        }
        Group::GotIt => l.evidence_from(&to),
    }
}

/// The level each group counts as, and the one button.
#[component]
fn Choose(live: Shared, offer: Memo<Offer>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let Some(scale) = session.peek(|nb| nb.class_scale().cloned()) else { return ().into_any() };
    let counts: RwSignal<Counts> = RwSignal::new(usual_counts(&scale));
    let scale = StoredValue::new(scale);
    let saver = Saver::new(session);
    let take = move |_| {
        let today = session.today.get_untracked();
        let changes = session.peek(|nb| nb.take_as_evidence(live.id, counts.get_untracked(), today));
        if !changes.is_empty() {
            let said = l.evidence_said(changes.len());
            saver.save(changes, said, || ());
        }
    };
    let cuts = Memo::new(move |_| {
        session.ask_slots(&[Slot::Class], |nb| nb.class().map(|c| c.lists.cuts).unwrap_or_default())
    });
    let row = move |(place, group): (usize, Group)| {
        let many = move || l.students(offer.with(|o| o.groups[place]));
        let share = move || shares(group, cuts.get());
        view! {
            <label class="counts">
                <span>
                    <strong>{said::group(group)}</strong>
                    " "
                    <small class="muted">{share} " · " {many}</small>
                </span>
                <CountsAs scale=scale.get_value() counts place />
            </label>
        }
    };
    view! {
        <div class="stack">
            <p class="sm">{l.evidence_how}</p>
            {Group::ALL.into_iter().enumerate().map(row).collect_view()}
            <Show when=move || offer.with(|o| !o.taken.is_empty())>
                <p class="status sm">{move || l.evidence_taken(offer.with(|o| o.taken.len()))}</p>
            </Show>
            <button class="btn" on:click=take>{l.use_as_evidence}</button>
        </div>
    }
    .into_any()
}

#[component]
fn CountsAs(scale: Scale, counts: RwSignal<Counts>, place: usize) -> impl IntoView {
    let option = move |level: Option<Level>, word: String| {
        let value = level.map(|l| l.0).unwrap_or_default().to_string();
        view! {
            <option value=value prop:selected=move || counts.with(|c| c[place] == level)>
                {word}
            </option>
        }
    };
    let levels = scale.levels().map(|level| option(Some(level), scale.word(level).to_owned()));
    let levels = levels.collect_view();
    let choose = move |event: leptos::ev::Event| {
        let level = event_target_value(&event).parse::<u8>().ok().filter(|l| *l > 0).map(Level);
        counts.update(|c| c[place] = level);
    };
    view! {
        <select class="plain" on:change=choose>
            {levels}
            {option(None, words().live().not_counted.to_owned())}
        </select>
    }
}
