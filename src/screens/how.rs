//! "How this is calculated": anybody reads which rules Daymark's figures follow. The examples are
//! calculated by the functions of the domain while the page is shown.

use leptos::prelude::*;

use self::figure::{Example, Figure, Question};
use crate::browser;
use crate::device::Device;
use crate::route::Route;
use crate::screens::frame;
use crate::ui::focus::go_to;
use crate::ui::term::Term;
use crate::words::words;

mod come;
mod figure;
mod help;
mod stand;

/// The page.
#[component]
pub fn How(
    /// The device that remembers how it looks.
    device: Device,
) -> impl IntoView {
    let h = words().how();
    let questions: Vec<Question> =
        [stand::questions(), come::questions(), help::questions()].into_iter().flatten().collect();
    let contents = questions.iter().map(|question| {
        let id = question.id;
        view! { <li><button class="btn small" on:click=move |_| go_to(id)>{question.text}</button></li> }
    });
    let contents = contents.collect_view();
    view! {
        <main id="main" class="how stack">
            <div class="page-head">
                <h1>{h.title}</h1>
                <div class="row noprint">
                    <frame::LooksOf device />
                    <Back />
                </div>
            </div>
            <p>{h.lead}</p>
            <nav class="noprint" aria-label=h.contents>
                <ul class="how-contents">{contents}</ul>
            </nav>
            {questions.into_iter().map(section).collect_view()}
        </main>
    }
}

/// To the page before; to the first page where there is none.
#[component]
fn Back() -> impl IntoView {
    let a = words().app();
    if browser::can_go_back() {
        view! { <button class="btn small noprint" on:click=|_| browser::go_back()>{a.back}</button> }
            .into_any()
    } else {
        view! { <a class="btn small noprint" href=Route::Door.href()>{a.to_the_door}</a> }.into_any()
    }
}

fn section(question: Question) -> AnyView {
    view! {
        <section class="stack" aria-labelledby=question.id>
            <h2 id=question.id tabindex="-1">{question.text}</h2>
            <div class="how-figures">{question.figures.into_iter().map(card).collect_view()}</div>
        </section>
    }
    .into_any()
}

/// A card; its id is where other screens can lead to.
fn card(figure: Figure) -> AnyView {
    let body = view! {
        <p>{figure.rule}</p>
        {figure.examples.into_iter().map(example).collect_view()}
        {figure.none.map(|none| view! { <p class="muted sm">{none}</p> })}
    };
    if figure.folded {
        return view! {
            <details id=figure.id class="card">
                <summary><h3>{figure.name}</h3></summary>
                <div class="stack">{body}</div>
            </details>
        }
        .into_any();
    }
    let name = match figure.term {
        Some(of) => view! { <Term of text=figure.name /> }.into_any(),
        None => figure.name.into_any(),
    };
    view! {
        <article id=figure.id class="card stack">
            <h3>{name}</h3>
            {body}
        </article>
    }
    .into_any()
}

/// What is given, and what comes out.
fn example(Example { given, gives }: Example) -> AnyView {
    let one =
        |(label, value): (&'static str, String)| view! { <li>{label} " " <strong>{value}</strong></li> };
    view! {
        <div class="status example">
            <p><span class="muted">{words().how().example} ": "</span> {given}</p>
            <ul>{gives.into_iter().map(one).collect_view()}</ul>
        </div>
    }
    .into_any()
}
