//! A board as students see it, while it is typed and on paper for the wall.

use leptos::prelude::*;

use super::form::Form;
use crate::domain::choice_board::lines;
use crate::screens::said;
use crate::words::words;

/// The board.
#[component]
pub fn Seen(form: Form) -> impl IntoView {
    let (b, p) = (words().board(), words().plan());
    let title = Memo::new(move |_| form.read(|draft| draft.title.trim().to_owned()));
    let ways = Memo::new(move |_| form.read(|draft| lines(&draft.ways)));
    let rates = Memo::new(move |_| form.read(|draft| lines(&draft.rates)));
    let skill = Memo::new(move |_| {
        let skill = form.read(|draft| draft.skill);
        skill.map(|skill| form.session.peek(|nb| said::skill_line(nb, skill))).unwrap_or_default()
    });
    let blank = Memo::new(move |_| title.with(String::is_empty) && ways.with(Vec::is_empty));
    let boxes = |all: Vec<String>| {
        let one = |text: String| view! { <li dir="auto">{text}</li> };
        view! { <ul class="board-ways">{all.into_iter().map(one).collect_view()}</ul> }
    };
    view! {
        <section class="stack" aria-labelledby="as-seen">
            <h2 id="as-seen" class="noprint">{b.as_seen}</h2>
            <div class="result-sheet stack">
                <Show when=move || blank.get()>
                    <p class="muted">{b.blank}</p>
                </Show>
                <Show when=move || !title.with(String::is_empty)>
                    <h3 class="board-title" dir="auto">{title}</h3>
                </Show>
                <Show when=move || !skill.with(String::is_empty)>
                    <p dir="auto">{skill}</p>
                </Show>
                <Show when=move || !ways.with(Vec::is_empty)>
                    <h4>{p.board_way}</h4>
                    {move || boxes(ways.get())}
                </Show>
                <Show when=move || !rates.with(Vec::is_empty)>
                    <h4>{p.board_rate}</h4>
                    {move || boxes(rates.get())}
                </Show>
            </div>
        </section>
    }
}
