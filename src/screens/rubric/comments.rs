//! The comment on a piece of work, with sentences kept for use in many comments.

use leptos::prelude::*;

use crate::browser;
use crate::domain::exit_ticket::LONGEST_SENTENCE;
use crate::domain::id::CommentId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::BankComment;
use crate::session::{InTurn, use_session};
use crate::ui::focus::focus_on;
use crate::words::words;

/// The comment and the bank.
#[component]
pub fn CommentBox(
    /// The comment.
    comment: RwSignal<String>,
    /// Called after it changed.
    typed: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let bank = Memo::new(move |_| {
        session.ask_slots(&[Slot::Rubrics], |nb| nb.comment_bank().into_iter().cloned().collect::<Vec<_>>())
    });
    let r = words().rubric();
    let problem = RwSignal::new(None::<String>);
    let keep = move |_| {
        let text = comment.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
        let known = bank.with_untracked(|bank| bank.iter().any(|kept| kept.text == text));
        let letters = text.chars().count();
        let refused = match (letters, known) {
            (0, _) => Some(r.sentence_empty.to_owned()),
            (_, true) => Some(r.sentence_known.to_owned()),
            (n, _) if n > LONGEST_SENTENCE => Some(r.sentence_long(&LONGEST_SENTENCE, &n)),
            _ => None,
        };
        if refused.is_some() {
            problem.set(refused);
            focus_on("rubric-comment");
            return;
        }
        let kept = BankComment { id: CommentId::from_bits(browser::random_bits()), text, archived: false };
        turn.write(move |nb| {
            // A second tap while the first one is being written keeps nothing more.
            if nb.comment_bank().iter().any(|known| known.text == kept.text) {
                return None;
            }
            let said = words().rubric().sentence_kept(&kept.text);
            Some((vec![nb.amend_comment(kept)], said))
        });
    };
    let row = move |kept: BankComment| {
        let (text, put, insert) = (kept.text.clone(), kept.clone(), kept.text.clone());
        let away = move |_| {
            let put = put.clone();
            turn.write(move |nb| {
                let said = words().rubric().sentence_away(&put.text);
                Some((vec![nb.amend_comment(BankComment { archived: true, ..put })], said))
            });
            focus_on("bank-title");
        };
        let add = move |_| {
            comment.update(|comment| {
                if !comment.is_empty() && !comment.ends_with(char::is_whitespace) {
                    comment.push(' ');
                }
                comment.push_str(&insert);
            });
            typed.run(());
            focus_on("rubric-comment");
        };
        let label = format!("{}: {text}", r.put_away);
        view! {
            <li class="row">
                <button class="choice bank-sentence" type="button" on:click=add>
                    <span dir="auto">{text}</span>
                </button>
                <button class="btn small quiet" type="button" aria-label=label on:click=away>{r.put_away}</button>
            </li>
        }
    };
    view! {
        <div class="card stack">
            <label class="field">
                <span>{r.comment}</span>
                <textarea
                    id="rubric-comment"
                    rows="3"
                    dir="auto"
                    prop:value=move || comment.get()
                    on:input=move |event| {
                        comment.set(event_target_value(&event));
                        problem.set(None);
                        typed.run(());
                    }
                ></textarea>
            </label>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <button class="btn small" type="button" on:click=keep>{r.keep_sentence}</button>
            <details>
                <summary id="bank-title">{move || r.bank(bank.with(Vec::len))}</summary>
                <p class="muted sm">{r.bank_hint}</p>
                <ul class="stack">
                    <For each=move || bank.get() key=|kept| (kept.id, kept.text.clone()) children=row />
                </ul>
            </details>
        </div>
    }
}
