//! How a check went: how many are in, on which levels, how that moved, and each question with what
//! was said to it.

use leptos::prelude::*;

use super::live::Shared;
use crate::domain::Notebook;
use crate::domain::exit_ticket::{Question, Results, Tally, Veil, Version, WALL_FLOOR};
use crate::domain::item::{DIFFICULTY_FLOOR, difficulty};
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::{Glyph, shade};
use crate::words::{figure_to, words};

/// How many are in, on which levels, and how that moved.
#[component]
pub(super) fn Distribution(live: Shared) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let class_size = Memo::new(move |_| session.ask(|nb| nb.students().len()));
    let count = move || {
        let of = class_size.get();
        let (came, of, anonymous) = live.part(|r| (r.came, r.expected(of), r.ticket.anonymous));
        if anonymous { l.came(came) } else { l.in_count(came, &of) }
    };
    let levels = Memo::new(move |_| live.part(levels_told));
    let veiled = Memo::new(move |_| live.results.with(|r| veiled(r.as_ref()?)));
    let results = Signal::derive(move || live.results.get());
    view! {
        <section class="card stack">
            <h2 class="big"><span role="status">{count}</span></h2>
            {move || veiled.get().map(|text| view! { <p class="status">{text}</p> })}
            <Show when=move || levels.get()>
                <Bars results />
                <Moved results />
            </Show>
        </section>
    }
}

/// Why nothing of a check without names is shown, or not of all who answered.
pub(super) fn veiled(results: &Results) -> Option<String> {
    let l = words().live();
    match results.veil() {
        Some(Veil::Open) => Some(l.still_open.to_owned()),
        Some(Veil::TooFew) => Some(l.too_few(results.came, &WALL_FLOOR)),
        None => {
            let waiting = results.waiting();
            (waiting > 0).then(|| l.wait_for_more(waiting, &WALL_FLOOR))
        }
    }
}

/// Whether there are bars of the levels: they are asked for, and not hidden because few gave one.
pub(super) fn levels_told(results: &Results) -> bool {
    let told = results.per_level.iter().sum::<usize>() + results.dont_know > 0;
    results.ticket.asks_level() && !results.is_veiled() && (told || !results.ticket.anonymous)
}

/// The questions below the bars of the levels; all when there are none.
pub(super) fn below(results: &Results) -> impl Iterator<Item = &Tally> {
    let told = levels_told(results);
    let above =
        move |t: &Tally| results.ticket.level_asked_in(t.version).map(Question::Level).filter(|_| told);
    results.tallies.iter().filter(move |t| above(t).as_ref() != Some(&t.question))
}

/// "8 of 16 now say I've got it or higher, 3 before …", where the check asks for both levels.
#[component]
pub(super) fn Moved(results: Signal<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let sentence = move || {
        let (shift, scale, none) = results.with(|r| {
            let r = r.as_ref()?;
            let levels = r.ticket.questions.iter().filter(|q| matches!(q, Question::Level(_))).count();
            let none = if r.ticket.anonymous { l.few_shift } else { l.no_shift };
            Some((r.shift, r.ticket.scale, Some(none).filter(|_| levels > 1)))
        })?;
        if shift.paired == 0 {
            return none.map(str::to_owned);
        }
        let reached = session.peek(|nb| nb.scale(scale).map(|s| s.word(s.reached()).to_owned()));
        Some(l.shift(
            shift.reached_after,
            &shift.reached_before,
            &shift.down,
            &shift.paired,
            &shift.same,
            &shift.up,
            &reached.unwrap_or_default(),
        ))
    };
    view! { {move || sentence().map(|text| view! { <p class="status">{text}</p> })} }
}

/// Answers per level, as bars with their number.
#[component]
pub(super) fn Bars(results: Signal<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let rows = Memo::new(move |_| {
        results.with(|r| {
            let r = r.as_ref()?;
            let words = session.peek(|nb| nb.scale(r.ticket.scale).map(|s| s.words.clone()))?;
            Some(level_rows(words, &r.per_level, r.dont_know))
        })
    });
    view! {
        <table class="bars">
            <caption class="unseen">{l.by_level}</caption>
            <tbody>{move || rows.get().map(bars)}</tbody>
        </table>
    }
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    word: String,
    count: usize,
    /// The level and how many there are, for its colour and glyph; 0 is "I don't know yet".
    level: Option<(u8, u8)>,
    right: bool,
}

fn level_rows(words: Vec<String>, counts: &[usize], dont_know: usize) -> Vec<Row> {
    let of = u8::try_from(words.len()).unwrap_or(4);
    let level = |((word, count), level)| Row { word, count, level: Some((level, of)), right: false };
    let mut rows: Vec<Row> = words.into_iter().zip(counts.iter().copied()).zip(1u8..).map(level).collect();
    if dont_know > 0 {
        rows.push(Row { level: Some((0, of)), ..unsure(dont_know) });
    }
    rows
}

fn unsure(count: usize) -> Row {
    Row { word: words().live().dont_know.to_owned(), count, level: None, right: false }
}

/// The bars of a question; none for what is written, and for what too few answered without a name.
pub(super) fn rows_of(nb: &Notebook, results: &Results, tally: &Tally) -> Vec<Row> {
    if tally.too_few {
        return Vec::new();
    }
    if let Question::Level(_) = tally.question {
        let words = nb.scale(results.ticket.scale).map(|s| s.words.clone()).unwrap_or_default();
        return level_rows(words, &tally.counts, tally.dont_know);
    }
    let is_key = |place: u8| match &tally.question {
        Question::Choice(check) => check.key == Some(place),
        Question::Choices(asked) => asked.keys.contains(&place),
        _ => false,
    };
    let counts = tally.counts.iter().copied().zip(0u8..);
    let options = asked::options(&tally.question).into_iter().zip(counts);
    let row = |(word, (count, place))| Row { word, count, level: None, right: is_key(place) };
    let mut rows: Vec<Row> = options.map(row).collect();
    if tally.dont_know > 0 {
        rows.push(unsure(tally.dont_know));
    }
    rows
}

/// Rows of a table of bars.
pub(super) fn bars(rows: Vec<Row>) -> impl IntoView {
    let most = rows.iter().map(|r| r.count).max().unwrap_or(0).max(1);
    let row = move |row: Row| {
        let bar = match row.level {
            _ if row.count == 0 => "bar b-none".to_owned(),
            Some((0, _)) => "bar b0".to_owned(),
            Some((level, of)) => format!("bar b{}", shade(level, of)),
            None if row.right => "bar b-key".to_owned(),
            None => "bar b-option".to_owned(),
        };
        let glyph = row.level.map(|(level, of)| view! { <Glyph level of /> });
        let right = row.right.then(|| {
            view! { <small class="ok"><Icon of=Picture::Tick />{words().live().key}</small> }
        });
        view! {
            <tr>
                <th scope="row"><span class="level-tag">{glyph}<span dir="auto">{row.word}</span> {right}</span></th>
                <td>
                    <span class=bar style=format!("inline-size: {}%", row.count * 100 / most)>
                        {row.count}
                    </span>
                </td>
            </tr>
        }
    };
    rows.into_iter().map(row).collect_view()
}

/// "5 of 8 right. Share of right answers (p): 0.63", the share from the floor on.
pub(super) fn rights(tally: &Tally) -> Option<String> {
    let l = words().live();
    if !tally.question.is_keyed() || tally.answered == 0 {
        return None;
    }
    let right = l.right_of(&tally.answered, &tally.right);
    let counts = u32::try_from(tally.right).ok().zip(u32::try_from(tally.answered).ok());
    let p = counts.filter(|(_, n)| *n as usize >= DIFFICULTY_FLOOR).and_then(|(r, n)| difficulty(r, n).ok());
    Some(p.map_or(right.clone(), |p| format!("{right} · {}", l.p(&figure_to(p.value, 2)))))
}

/// Why nothing stands with a question, where nothing does.
pub(super) fn nothing(tally: &Tally) -> Option<String> {
    let l = words().live();
    (tally.answered == 0)
        .then(|| if tally.too_few { l.question_few(&WALL_FLOOR) } else { l.no_answers.to_owned() })
}

/// Each question with what was said to it; the level that stands above already is left out.
#[component]
pub(super) fn Tallies(live: Shared) -> impl IntoView {
    let shown = Memo::new(move |_| live.part(|r| below(r).cloned().collect::<Vec<Tally>>()));
    let two = move || live.part(|r| !r.ticket.version_b.is_empty());
    let of_version = move |version: Version| {
        let tallies: Vec<Tally> = shown.get().into_iter().filter(|t| t.version == version).collect();
        let head = two().then(|| view! { <h3 class="version">{asked::version(version)}</h3> });
        let cards = tallies.into_iter().map(|tally| view! { <OneTally live tally /> }).collect_view();
        view! { {head} <div class="tallies">{cards}</div> }
    };
    view! {
        <Show when=move || shown.with(|s| !s.is_empty())>
            <section class="by-question stack" aria-labelledby="by-question">
                <h2 id="by-question">{words().live().by_question}</h2>
                {move || of_version(Version::A)}
                {move || two().then(|| of_version(Version::B))}
            </section>
        </Show>
    }
}

#[component]
fn OneTally(live: Shared, tally: Tally) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let alone = live.part(|r| asked::level_alone(&r.ticket.questions));
    let question = asked::question(&tally.question, alone);
    let rows = live.results.with_untracked(|r| {
        r.as_ref().map(|results| session.peek(|nb| rows_of(nb, results, &tally))).unwrap_or_default()
    });
    let rights = rights(&tally).map(|text| view! { <p class="muted sm">{text}</p> });
    let caption = question.clone();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="bars">
                <caption class="unseen">{caption}</caption>
                <tbody>{bars(rows)}</tbody>
            </table>
        }
    });
    let unsure = (tally.dont_know > 0 && table.is_none())
        .then(|| view! { <p class="muted sm">{l.dont_know_count(tally.dont_know)}</p> });
    let empty = nothing(&tally).map(|text| view! { <p class="muted">{text}</p> });
    let answered = (!tally.too_few).then(|| view! { <span class="pill">{l.answers(tally.answered)}</span> });
    // Names are hidden and shown while it stands there.
    let written = move || written(live, &tally);
    view! {
        <article class="card stack">
            <div class="row between">
                <h3 dir="auto">{question}</h3>
                {answered}
            </div>
            {table}
            {rights}
            {unsure}
            {written}
            {empty}
        </article>
    }
}

/// What was written, each beside the name as it may be shown.
fn written(live: Shared, tally: &Tally) -> Option<impl IntoView + use<>> {
    let question = tally.question.clone();
    let mut all = tally.written.clone();
    all.sort_by_key(|(who, _)| who.map(|id| live.names.with(|names| names.place(id))));
    let line = move |(who, text): (Option<crate::domain::id::StudentId>, String)| {
        let name = who.map(|id| view! { <span class="who muted sm" dir="auto">{live.name(id)}</span> });
        let reply = crate::domain::exit_ticket::Reply::Number(text.clone());
        let right = (question.is_right(&reply) == Some(true))
            .then(|| view! { " " <small class="ok"><Icon of=Picture::Tick />{words().live().key}</small> });
        view! { <li>{name} <p dir="auto">{text} {right}</p></li> }
    };
    (!all.is_empty())
        .then(|| view! { <ul class="members texts">{all.into_iter().map(line).collect_view()}</ul> })
}
