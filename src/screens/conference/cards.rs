//! A student writes the five cards of their conference and leads it from them.

use leptos::prelude::*;

use super::field::{CardField, Texts};
use super::paper::{Paper, earlier};
use super::stage::Stage;
use super::words::head;
use crate::browser;
use crate::domain::Day;
use crate::domain::conference::{Card, CardsProblem, ConferenceCards, LONGEST_CARD};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, StudentScreen};
use crate::screens::frame;
use crate::session::{Saver, Toast, Typed, use_session};
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::{short_day, words};

/// The name of the draft.
const DRAFT: &str = "conference";
/// The button that shows the cards, which has the focus again after them.
const LEAD: &str = "lead";

/// The screen.
#[component]
pub fn MyConference(id: StudentId) -> impl IntoView {
    let session = use_session();
    let sets = Memo::new(move |_| {
        session.ask_slots(&[Slot::Conference(id)], |nb| {
            nb.conference_cards(id).into_iter().cloned().collect::<Vec<ConferenceCards>>()
        })
    });
    let first = sets.with_untracked(|sets| sets.first().map(typed).unwrap_or_default());
    let form = Typed::about(session, id, DRAFT.to_owned(), first);
    let texts = form.now;
    let problem = RwSignal::new(None::<String>);
    let write = Callback::new(move |(place, text): (usize, String)| {
        problem.set(None);
        form.edit(|texts| {
            if let Some(card) = texts.get_mut(place) {
                *card = text;
            }
        });
    });
    let shown = RwSignal::new(false);
    Effect::new(move |was: Option<bool>| {
        let shown = shown.get();
        if was == Some(true) && !shown {
            focus_on(LEAD);
        }
        shown
    });
    let field = move |(place, card): (usize, Card)| view! { <CardField id place card texts write /> };
    let c = words().conference();
    view! {
        <frame::Student id screen=StudentScreen::Conference>
            <main id="main" class="stack">
                <div class="page-head">
                    <h1>{c.title}</h1>
                    <div class="row">
                        <button id=LEAD class="btn go" on:click=move |_| shown.set(true)>{c.lead}</button>
                        <button class="btn" on:click=move |_| browser::print()>
                            <Icon of=Picture::Print />
                            {words().app().print}
                        </button>
                    </div>
                </div>
                <p class="noprint">{c.intro}</p>
                <div class="works noprint">{Card::ALL.into_iter().enumerate().map(field).collect_view()}</div>
                <Keep id sets form problem />
                <p class="row noprint">
                    <a class="btn small" href=Route::Student(id, StudentScreen::Samples).href()>{c.see_work}</a>
                    <a class="btn small" href=Route::Student(id, StudentScreen::Journey).href()>{c.see_journey}</a>
                </p>
                <div class="noprint">
                    {move || earlier(sets.get().into_iter().filter(|set| is_earlier(set, session.today.get())).collect())}
                </div>
                <Paper id texts />
                <Stage open=shown texts />
            </main>
        </frame::Student>
    }
}

/// The cards as they would be typed.
fn typed(cards: &ConferenceCards) -> Texts {
    Card::ALL.map(|card| cards.card(card).to_owned())
}

fn is_earlier(cards: &ConferenceCards, today: Day) -> bool {
    cards.day < today
}

/// Keeps the cards, and says whether they are kept.
#[component]
fn Keep(
    id: StudentId,
    sets: Memo<Vec<ConferenceCards>>,
    form: Typed<Texts>,
    problem: RwSignal<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let saver = Saver::new(session);
    let texts = form.now;
    let c = words().conference();
    let latest = Memo::new(move |_| sets.with(|sets| sets.first().cloned()));
    // What stands there when it is no more than the latest cards has not changed.
    let changed = Memo::new(move |_| {
        let kept = latest.with(|latest| latest.as_ref().map(typed).unwrap_or_default());
        texts.with(|texts| texts.iter().zip(&kept).any(|(now, kept)| now.trim() != kept))
    });
    // Undo takes back what is kept and leaves the texts, which are typed and not kept again.
    Effect::new(move |was: Option<()>| {
        latest.track();
        if was.is_some() && changed.get_untracked() {
            form.keep();
        }
    });
    let state = move || match (latest.get(), changed.get()) {
        (Some(cards), false) => c.kept_on(&short_day(cards.day)),
        (Some(cards), true) => c.changed(&short_day(cards.day)),
        (None, _) => c.not_kept.to_owned(),
    };
    let keep = move |_| {
        let today = session.today.get_untracked();
        let cards = match texts.with_untracked(|texts| ConferenceCards::parse(today, texts)) {
            Ok(cards) => cards,
            Err(CardsProblem::Nothing) => return problem.set(Some(c.nothing.to_owned())),
            Err(CardsProblem::Long(card)) => {
                return problem.set(Some(c.long(&head(card), &LONGEST_CARD)));
            }
        };
        let change = session.peek(|nb| nb.amend_cards(id, cards));
        saver.save(vec![change], c.kept_said.to_owned(), form.once_written());
    };
    // Another conference begins with empty cards; those of an earlier day stay. What is not kept yet has to
    // be kept first.
    let old = move || latest.get().filter(|cards| is_earlier(cards, session.today.get()));
    let fresh = move |_| {
        let Some(cards) = old() else { return };
        form.edit(|texts| *texts = Texts::default());
        focus_on("card-0");
        session.toast.set(Some(Toast { text: c.fresh_said(&short_day(cards.day)), undo: None }));
    };
    view! {
        <p class="problem" role="alert">{move || problem.get()}</p>
        <div class="row noprint">
            <button class="btn go" on:click=keep>{c.keep}</button>
            <button class="btn" hidden=move || old().is_none() || changed.get() || texts.with(|t| t.iter().all(String::is_empty)) on:click=fresh>
                {c.fresh}
            </button>
            <p class="muted sm" role="status">{state}</p>
        </div>
    }
}
