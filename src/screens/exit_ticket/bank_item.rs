//! One question of the bank: what is known about it, each figure with its floor, and what can be
//! done with it.

use leptos::prelude::*;

use super::again::ask;
use super::bank::keep;
use crate::domain::exit_ticket::Question;
use crate::domain::item::{DIFFICULTY_FLOOR, DISCRIMINATION_FLOOR};
use crate::domain::measure::Undefined;
use crate::domain::question_bank::{BankItem, KeyedFigures, OptionUse, QuestionBank};
use crate::domain::rounding::shares;
use crate::screens::{asked, said};
use crate::session::{Saver, use_session};
use crate::ui::focus::focus_on;
use crate::words::{figure_to, percent, tiny_day, words};

/// The card of a question.
#[component]
pub(super) fn ItemCard(
    question: Question,
    bank: Memo<QuestionBank>,
    /// Opens its editor.
    edit: Callback<Option<BankItem>>,
) -> impl IntoView {
    let text = asked::question(&question, true);
    let item = Memo::new(move |_| {
        let found = bank.with(|bank| bank.items.iter().find(|item| item.question == question).cloned());
        found.unwrap_or_else(|| BankItem::of(question.clone()))
    });
    view! {
        <li class="card stack bank-item">
            <div class="row between">
                <h3 dir="auto">{text.clone()}</h3>
                {move || item.with(marks)}
            </div>
            <Known item />
            <Figures item />
            <Acts item text edit />
        </li>
    }
}

/// Whether it is kept, whose it is, and its tags.
fn marks(item: &BankItem) -> impl IntoView + use<> {
    let b = words().bank();
    let mark = |text: String| view! { <span class="pill" dir="auto">{text}</span> };
    let kept = item.kept.then(|| b.kept.to_owned());
    let own = item.of_skill.then(|| b.of_skill.to_owned());
    let all = own.into_iter().chain(kept).chain(item.tags.clone());
    view! { <span class="row">{all.map(mark).collect_view()}</span> }
}

/// The skill, how often it was asked and answered, how many got it right.
#[component]
fn Known(item: Memo<BankItem>) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let skill = move || {
        let skill = item.with(|item| item.skill);
        skill.map(|id| session.ask(|nb| said::skill_line(nb, id))).filter(|line| !line.is_empty())
    };
    let asked_line = move || {
        item.with(|item| {
            let Some(day) = item.last_asked else { return b.never_asked.to_owned() };
            let asked = b.asked(item.asked, &tiny_day(day));
            if item.answered == 0 { asked } else { [asked, b.answered(item.answered)].join(" · ") }
        })
    };
    let right = move || {
        item.with(|item| {
            let keyed = item.keyed.as_ref().filter(|_| item.answered != 0)?;
            Some(match &keyed.difficulty {
                Ok(p) => b.p(p.n, &percent(p.value), &keyed.right),
                Err(_) => b.p_floor(&item.answered, &DIFFICULTY_FLOOR),
            })
        })
    };
    view! {
        <p class="muted sm">
            <span dir="auto">{move || skill().map(|line| line + " · ")}</span>
            {asked_line}
        </p>
        {move || right().map(|text| view! { <p>{text}</p> })}
        {move || {
            let unsure = item.with(|item| item.dont_know);
            (unsure != 0).then(|| view! { <p class="muted sm">{b.dont_know(unsure)}</p> })
        }}
    }
}

/// The options and how well it tells students apart.
#[component]
fn Figures(item: Memo<BankItem>) -> impl IntoView {
    let b = words().bank();
    let options = move || item.with(|item| (item.question.options() != 0).then(|| option_table(item)));
    let apart = move || item.with(|item| item.keyed.as_ref().map(tells_apart));
    view! {
        <Show when=move || item.with(|i| i.answered != 0 && (i.keyed.is_some() || i.question.options() != 0))>
            <details>
                <summary>{b.figures}</summary>
                <div class="stack">{options} {apart}</div>
            </details>
        </Show>
    }
}

fn option_table(item: &BankItem) -> AnyView {
    let b = words().bank();
    if item.options.is_empty() {
        return view! { <p class="muted sm">{b.shares_floor(&DIFFICULTY_FLOOR)}</p> }.into_any();
    }
    // Of one choice the shares add up, "I don't know yet" among them; of several each stands alone.
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut counts: Vec<u32> = item.options.iter().map(|o| count(o.count)).collect();
    counts.push(count(item.dont_know));
    let whole = matches!(item.question, Question::Choices(_));
    let added = shares(&counts, 100);
    let row = |(place, (of, text)): (usize, (&OptionUse, String))| {
        let added = added.get(place).map(|share| percent(f64::from(*share) / 100.0));
        let share = if whole { percent(of.share) } else { added.unwrap_or_default() };
        let look = match of {
            OptionUse { key: true, .. } => b.right,
            OptionUse { beats_key: true, .. } => b.check_key,
            OptionUse { hardly: true, .. } => b.hardly,
            _ => "",
        };
        view! {
            <tr>
                <th scope="row" dir="auto">{text}</th>
                <td>{share} " (" {of.count} ")"</td>
                <td>{look}</td>
            </tr>
        }
    };
    let rows = item.options.iter().zip(asked::options(&item.question)).enumerate().map(row);
    view! {
        <table class="option-table">
            <caption>{b.options}</caption>
            <thead>
                <tr>
                    <th scope="col">{b.option}</th>
                    <th scope="col">{b.share}</th>
                    <th scope="col">{b.look}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn tells_apart(keyed: &KeyedFigures) -> AnyView {
    let b = words().bank();
    let text = match &keyed.discrimination {
        Ok(d) => {
            let rest = d.with_rest.as_ref().ok().map(|r| b.with_rest(&figure_to(r.value, 2)));
            let apart = b.d(&d.in_a_half, &d.lower, &d.upper, &figure_to(d.value, 2));
            return view! {
                <p>{apart}</p>
                {rest.map(|text| view! { <p>{text}</p> })}
                <p class="muted sm">{b.d_rule}</p>
            }
            .into_any();
        }
        Err(Undefined::TooFew { have, .. }) => b.d_floor(have, &DISCRIMINATION_FLOOR),
        Err(_) => b.d_alike.to_owned(),
    };
    view! { <p class="muted sm">{text}</p> }.into_any()
}

/// Ask it, keep it, edit it, put it away.
#[component]
fn Acts(item: Memo<BankItem>, text: String, edit: Callback<Option<BankItem>>) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let text = StoredValue::new(text);
    let named = move |act: &'static str| text.with_value(|text| b.of_question(&act, text));
    let asks = move || if item.with(|item| item.asked == 0) { b.ask_new } else { b.ask };
    let saver = Saver::new(session);
    let again = move |_| {
        let (question, skill) = item.with_untracked(|item| (item.question.clone(), item.skill));
        ask(session, saver, question, skill);
    };
    let kept = move || item.with(|item| item.kept);
    let keep_it = move |_| {
        if !item.with_untracked(|item| item.kept) {
            item.with_untracked(|item| keep(session, item, text.with_value(|text| b.kept_said(text))));
        }
    };
    let put_away = move |_| {
        let away = BankItem { archived: true, ..item.get_untracked() };
        keep(session, &away, text.with_value(|text| b.put_away_said(text)));
        focus_on("bank-count");
    };
    view! {
        <div class="acts">
            <button class="btn small go" aria-label=move || named(asks()) on:click=again>{asks}</button>
            <button
                class="btn small"
                aria-label=move || named(if kept() { b.kept } else { b.keep })
                aria-disabled=move || kept().then_some("true")
                on:click=keep_it
            >
                {move || if kept() { b.kept } else { b.keep }}
            </button>
            <button class="btn small" aria-label=named(b.edit) on:click=move |_| edit.run(Some(item.get_untracked()))>
                {b.edit}
            </button>
            <button class="btn small quiet" aria-label=named(b.put_away) on:click=put_away>{b.put_away}</button>
        </div>
    }
}
