//! The evidence of a cell, the latest first, by the day it was shown; each piece can be corrected
//! or taken back.

use leptos::prelude::*;

use super::cell::Place;
use super::evidence_form::MendEvidence;
use super::rating;
use crate::domain::evidence::{Code, Evidence, Mark};
use crate::domain::id::StudentId;
use crate::domain::{Change, Day, EntryKey, Notebook};
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_on;
use crate::ui::level::Glyph;
use crate::ui::term::Term;
use crate::words::{short_day, words};

/// One piece as it is shown.
#[derive(Clone, PartialEq)]
struct Piece {
    key: EntryKey,
    evidence: Evidence,
    word: String,
    /// The level on the scale in use; `None` for a code or a level nothing maps to it.
    level: Option<u8>,
    of: u8,
    /// Whether the rule looks at it.
    used: bool,
}

impl Piece {
    fn all(nb: &Notebook, place: Place) -> Vec<Piece> {
        let used = nb.proficiency(place.student, place.skill).used;
        let of = nb.class_scale().map_or(4, |s| s.top().0);
        let piece = |(key, evidence): (EntryKey, &Evidence)| Piece {
            key,
            evidence: evidence.clone(),
            word: rating::mark(nb, evidence.mark),
            level: match evidence.mark {
                Mark::Score(score) => nb.level_now(score).map(|l| l.0),
                Mark::Code(_) => None,
            },
            of,
            used: used.contains(&key),
        };
        nb.evidence(place.student, place.skill).into_iter().rev().map(piece).collect()
    }

    /// The piece in a few words: "Getting there, October 5".
    fn name(&self) -> String {
        words().skills().piece(&short_day(self.evidence.shown_on), &self.word)
    }
}

/// How many pieces stand open; older ones are behind "show all".
const OPEN: usize = 6;

/// The evidence of a cell.
#[component]
pub fn Pieces(
    /// Whose, for what.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let pieces = Memo::new(move |_| session.ask_slots(&place.slots(), |nb| Piece::all(nb, place)));
    let all = RwSignal::new(false);
    let mending = RwSignal::new(None::<(EntryKey, Evidence)>);
    let open = RwSignal::new(false);
    let s = words().skills();
    let count = Memo::new(move |_| pieces.with(Vec::len));
    let list = move || {
        let most = if all.get() { usize::MAX } else { OPEN };
        let row = |piece: Piece| view! { <PieceRow place piece mending open /> };
        pieces.get().into_iter().take(most).map(row).collect_view()
    };
    view! {
        <section class="card stack" aria-labelledby="pieces-title">
            <h2 id="pieces-title" tabindex="-1">{move || match count.get() {
                0 => s.evidence_none.to_owned(),
                n => s.evidence(n),
            }}</h2>
            <Show when=move || count.get() != 0 fallback=move || view! { <p class="muted">{s.no_evidence}</p> }>
                <p class="muted sm"><Term of=Term::Evidence /> " · " {s.order_hint}</p>
                <ol class="pieces">{list}</ol>
            </Show>
            <Show when=move || { count.get() > OPEN && !all.get() }>
                <button class="btn small" on:click=move |_| all.set(true)>{s.show_all}</button>
            </Show>
            <Dialog open title=s.mend_title>
                {move || {
                    mending
                        .get()
                        .map(|(key, evidence)| {
                            let on_done = Callback::new(move |()| open.set(false));
                            view! { <MendEvidence place key evidence on_done /> }
                        })
                }}
            </Dialog>
        </section>
    }
}

#[component]
fn PieceRow(
    place: Place,
    piece: Piece,
    mending: RwSignal<Option<(EntryKey, Evidence)>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let s = words().skills();
    let name = piece.name();
    let (key, evidence) = (piece.key, piece.evidence);
    let Evidence { shown_on, entered_at, source, note, .. } = evidence.clone();
    let (gone, label) = (evidence.clone(), name.clone());
    let take_back = move |_| take_back(session, place.student, key, &gone, &label);
    let mend = move |_| {
        mending.set(Some((key, evidence.clone())));
        open.set(true);
    };
    view! {
        <li class:used=piece.used>
            <Glyph level=piece.level.unwrap_or(0) of=piece.of />
            <div class="piece-text">
                <p>
                    <strong>{piece.word}</strong>
                    {piece.used.then(|| view! { <span class="pill">{s.used}</span> })}
                </p>
                <p class="muted sm">{from_where(shown_on, entered_at, said::source(source))}</p>
                {(!note.is_empty()).then(|| view! { <p class="sm">{note}</p> })}
            </div>
            <div class="piece-acts">
                <button class="btn small quiet" aria-label=format!("{}: {name}", s.mend) on:click=mend>
                    {s.mend}
                </button>
                <button class="btn small quiet" aria-label=format!("{}: {name}", s.take_back) on:click=take_back>
                    {s.take_back}
                </button>
            </div>
        </li>
    }
}

/// "October 5 · Work sample · typed on October 7".
fn from_where(shown_on: Day, entered_at: Day, source: &str) -> String {
    let day = short_day(shown_on);
    if entered_at == shown_on {
        format!("{day} · {source}")
    } else {
        format!("{day} · {source} · {}", words().skills().typed_on(&short_day(entered_at)))
    }
}

/// Takes one piece back, with all it took the place of. A piece that came with others, such as those
/// of the demo class, is amended to "not assessed", because an action goes as a whole.
fn take_back(session: Session, student: StudentId, key: EntryKey, evidence: &Evidence, name: &str) {
    let changes = session.peek(|nb| {
        if nb.came_alone(key) {
            return nb.take_back([key]);
        }
        let mended = Evidence { mark: Mark::Code(Code::NotAssessed), ..evidence.clone() };
        vec![Change::by_teacher(student, mended).replacing([key])]
    });
    session.act(changes, words().skills().taken_back(&name));
    focus_on("pieces-title");
}
