//! Codes before the camera: students file past, names tick.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::intake::{self, Came};
use crate::browser;
use crate::domain::hand_in::TakenIn;
use crate::domain::id::TicketId;
use crate::format::hand_in::{BadMessage, Parts, Progress};
use crate::session::{Session, Toast, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::ui::scan::{self, Camera, NoCamera};
use crate::words::words;

/// Milliseconds without a code after which the same one counts as shown again.
const GONE_AFTER: u64 = 2_000;

/// What the camera is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Off,
    Starting,
    On,
    Failed(NoCamera),
}

/// What was read last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Told {
    /// An answer is in, now or before.
    Good(String),
    /// Parts of one are here.
    Part { have: usize, of: usize },
    /// It was not taken in.
    Bad(String),
    /// It belongs to another check.
    Elsewhere(TakenIn),
}

/// The camera and what it read last.
#[component]
pub fn Scan(ticket: TicketId) -> impl IntoView {
    let session = use_session();
    let video = NodeRef::<html::Video>::new();
    let state = RwSignal::new(State::Off);
    let told = RwSignal::new(None::<Told>);
    let camera = StoredValue::new_local(None::<Camera>);
    let reader = Reader { session, ticket, told, held: StoredValue::new(Held::default()) };
    // Who stops and starts again while the browser still asks for leave has two cameras coming: only
    // the one that was asked for last is wanted.
    let asked = StoredValue::new(0_u32);
    let ask = move || asked.try_update_value(|asked| (*asked = asked.wrapping_add(1), *asked).1);
    let start = move || {
        let Some(video) = video.get_untracked() else { return };
        let this = ask();
        state.set(State::Starting);
        spawn_local(async move {
            let on = match scan::load().await {
                Some(script) => script.watch(&video, move |text| reader.read(text)).await,
                None => Err(NoCamera::NotLoaded),
            };
            // Whoever left or stopped in between gets no picture: the camera goes off where it is dropped.
            if this.is_none() || asked.try_get_value() != this {
                return;
            }
            match on {
                Ok(on) => {
                    drop(camera.try_set_value(Some(on)));
                    state.set(State::On);
                }
                Err(why) => state.set(State::Failed(why)),
            }
        });
    };
    let stop = move || {
        ask();
        drop(camera.try_update_value(Option::take));
        let _ = state.try_set(State::Off);
    };
    on_cleanup(move || drop(camera.try_update_value(Option::take)));
    let is_on = move || matches!(state.get(), State::On | State::Starting);
    let c = words().collect();
    let why_not = move || match state.get() {
        State::Failed(NoCamera::Missing) => Some(c.no_camera),
        State::Failed(NoCamera::Denied) => Some(c.camera_denied),
        State::Failed(NoCamera::Busy) => Some(c.camera_busy),
        State::Failed(NoCamera::NotLoaded) => Some(c.camera_not_loaded),
        State::Off | State::Starting | State::On => None,
    };
    view! {
        <section class="card stack scan">
            <div class="row between">
                <h2>{c.codes_title}</h2>
                <button class="btn go" on:click=move |_| if is_on() { stop() } else { start() }>
                    {move || if is_on() { c.stop_camera } else { c.start_camera }}
                </button>
            </div>
            <p class="problem" role="alert">{why_not}</p>
            <p class="muted" hidden=move || state.get() != State::Off>{c.codes_text}</p>
            <video node_ref=video muted playsinline hidden=move || state.get() != State::On aria-label=c.picture></video>
            <div role="status" class="told">{move || told.get().map(|told| view! { <Said told /> })}</div>
        </section>
    }
}

/// What was read last, in words, with what can be done about it.
#[component]
pub(super) fn Said(told: Told) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    match told {
        Told::Good(text) => view! { <p class="good row"><Icon of=Picture::Tick />{text}</p> }.into_any(),
        Told::Part { have, of } => {
            view! { <p class="status">{c.parts(have, &of)} <progress max=of value=have></progress></p> }
                .into_any()
        }
        Told::Bad(text) => view! { <p class="problem">{text}</p> }.into_any(),
        Told::Elsewhere(taken) => {
            let title = session.peek(|nb| intake::title(nb, taken.ticket));
            let said = c.is_in_elsewhere(&intake::is_in(session, &taken), &title);
            let take = move |_| {
                // It may have come in since: by another tap, or by another tab.
                match taken.change.clone() {
                    Some(change) if !session.peek(|nb| nb.came_in(taken.ticket, &change)) => {
                        let (text, ticket) = (said.clone(), taken.ticket);
                        spawn_local(async move {
                            // The banner says why it failed.
                            let Ok(batch) = session.write(vec![change]).await else { return };
                            let undo = intake::undo(session, ticket, batch);
                            session.toast.set(Some(Toast { text, undo }));
                        });
                    }
                    _ => {
                        let text = intake::is_in_already(session, &taken);
                        session.toast.set(Some(Toast { text, undo: None }));
                    }
                }
            };
            view! {
                <div class="problem stack">
                    <p>{c.elsewhere(&title)}</p>
                    <button class="btn small" on:click=take>{c.take_elsewhere}</button>
                </div>
            }
            .into_any()
        }
    }
}

/// What of the next answer is here, and what is being done.
#[derive(Default)]
struct Held {
    parts: Parts,
    /// The code read last, and when it was last seen: a camera sees the same one many times.
    last: String,
    seen: u64,
    /// Whether an answer is being judged or written.
    busy: bool,
}

/// Takes the codes that the camera sees.
#[derive(Clone, Copy)]
struct Reader {
    session: Session,
    ticket: TicketId,
    told: RwSignal<Option<Told>>,
    held: StoredValue<Held>,
}

impl Reader {
    fn read(self, text: String) {
        let taken = self.held.try_update_value(|held| {
            if held.busy {
                return None;
            }
            let now = browser::now_ms();
            let still_there = held.last == text && now.saturating_sub(held.seen) < GONE_AFTER;
            held.seen = now;
            if still_there {
                return None;
            }
            let taken = held.parts.take(&text);
            held.last = text;
            held.busy = matches!(taken, Ok(Progress::Whole(_)));
            Some(taken)
        });
        match taken.flatten() {
            None => {}
            Some(Ok(Progress::Some { have, of })) => self.tell(Told::Part { have, of }),
            Some(Ok(Progress::Whole(message))) => spawn_local(async move {
                let told = self.take(Ok(message)).await;
                self.held.try_update_value(|held| held.busy = false);
                self.tell(told);
            }),
            Some(Err(why)) => spawn_local(async move {
                let told = self.take(Err(why)).await;
                self.tell(told);
            }),
        }
    }

    fn tell(self, told: Told) {
        // The screen may be gone by now.
        let _ = self.told.try_set(Some(told));
    }

    /// Judges a whole message and writes it.
    async fn take(self, message: Result<Vec<u8>, BadMessage>) -> Told {
        let session = self.session;
        match intake::judge(session, self.ticket, message).await {
            Came::Refused(why) => Told::Bad(why),
            Came::Again(taken) => Told::Good(intake::is_in_already(session, &taken)),
            Came::Elsewhere(taken) => Told::Elsewhere(taken),
            Came::In(taken) => {
                let said = intake::is_in(session, &taken);
                match session.write(taken.change.into_iter().collect()).await {
                    Ok(batch) => {
                        let text = said.clone();
                        let undo = intake::undo(session, self.ticket, batch);
                        session.toast.set(Some(Toast { text, undo }));
                        Told::Good(said)
                    }
                    // The banner says why.
                    Err(_) => Told::Bad(words().collect().not_kept.to_owned()),
                }
            }
        }
    }
}
