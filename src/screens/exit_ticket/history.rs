//! A teacher looks over all checks: what is open, what is still being written, what was asked
//! before and what it showed; and asks it again.

use leptos::prelude::*;

use super::again::{duplicate, use_again};
use crate::domain::exit_ticket::{ExitTicket, Group, Results, Veil, WALL_FLOOR};
use crate::domain::id::{SkillId, SurveyId, TicketId};
use crate::domain::notebook::Slot;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::{asked, said};
use crate::session::{Saver, use_session};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::words::{percent, tiny_day, words};

/// Earlier checks shown before "show older".
const SHORT: usize = 15;

/// A check in a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Line {
    id: TicketId,
    title: String,
    /// Template, skill where the title does not say it, and whether names are kept.
    about: String,
    skill: SkillId,
    day: Day,
}

/// A pre/post survey in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    id: SurveyId,
    before: Line,
    after: Option<Line>,
}

/// Every list of the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lists {
    open: Vec<Line>,
    drafts: Vec<Line>,
    pairs: Vec<Pair>,
    earlier: Vec<Line>,
}

impl Lists {
    fn of(nb: &Notebook) -> Lists {
        let drafts = nb.ticket_drafts().into_iter().map(|t| line(nb, t)).collect();
        let mut lists = Lists { drafts, ..Lists::default() };
        for survey in nb.surveys() {
            let (before, after) = (line(nb, survey.before), survey.after.map(|t| line(nb, t)));
            lists.pairs.push(Pair { id: survey.id, before, after });
        }
        let in_pair = |id: TicketId| {
            let is_half =
                |pair: &Pair| pair.before.id == id || pair.after.as_ref().is_some_and(|l| l.id == id);
            lists.pairs.iter().any(is_half)
        };
        for ticket in nb.tickets() {
            if nb.is_open(ticket.id) {
                lists.open.push(line(nb, ticket));
            } else if !in_pair(ticket.id) {
                lists.earlier.push(line(nb, ticket));
            }
        }
        lists
    }

    fn is_empty(&self) -> bool {
        self.open.is_empty() && self.drafts.is_empty() && self.pairs.is_empty() && self.earlier.is_empty()
    }

    /// Only what has these words and is about this skill.
    fn found(mut self, wanted: &str, skill: Option<SkillId>) -> Lists {
        let wanted = wanted.trim().to_lowercase();
        let fits = |line: &Line| {
            let text = format!("{} {}", line.title, line.about).to_lowercase();
            skill.is_none_or(|skill| line.skill == skill)
                && wanted.split_whitespace().all(|word| text.contains(word))
        };
        self.open.retain(fits);
        self.drafts.retain(fits);
        self.earlier.retain(fits);
        self.pairs.retain(|pair| fits(&pair.before));
        self
    }
}

fn line(nb: &Notebook, ticket: &ExitTicket) -> Line {
    let title = asked::title(nb, ticket);
    let skill = said::skill_line(nb, ticket.skill);
    let template = asked::template(ticket.template).to_owned();
    let half = ticket.survey.map(|part| asked::moment(part.moment).to_owned());
    let skill = (!skill.is_empty() && skill != title).then_some(skill);
    let names = ticket.anonymous.then(|| words().checks().no_names.to_owned());
    let about: Vec<String> = [Some(template), half, skill, names].into_iter().flatten().collect();
    Line { id: ticket.id, title, about: about.join(" · "), skill: ticket.skill, day: ticket.day }
}

/// The screen.
#[component]
pub fn Checks() -> impl IntoView {
    let session = use_session();
    let c = words().checks();
    let all = Memo::new(move |_| session.ask(Lists::of));
    let none = Memo::new(move |_| all.with(Lists::is_empty));
    let to = |screen| Route::Teacher(screen).href();
    view! {
        <main id="main" class="checks stack">
            <div class="page-head">
                <h1>{c.title}</h1>
                <div class="row">
                    <a class="btn" href=to(TeacherScreen::Questions)>{c.bank}</a>
                    <a class="btn" href=to(TeacherScreen::Rubrics)>{c.rubrics}</a>
                    <Show when=move || !none.get()>
                        <a class="btn go" href=to(TeacherScreen::NewTicket)>
                            <Icon of=Picture::Ticket />
                            {c.new}
                        </a>
                    </Show>
                </div>
            </div>
            <Show
                when=move || !none.get()
                fallback=move || {
                    view! {
                        <Empty text=c.none>
                            <a class="btn go" href=to(TeacherScreen::NewTicket)>{c.new}</a>
                        </Empty>
                    }
                }
            >
                <All all />
            </Show>
        </main>
    }
}

/// The lists, and how to find something in them.
#[component]
fn All(all: Memo<Lists>) -> impl IntoView {
    let c = words().checks();
    let typed = RwSignal::new(String::new());
    let skill = RwSignal::new(None::<SkillId>);
    let whole = RwSignal::new(false);
    let found = Memo::new(move |_| all.get().found(&typed.get(), skill.get()));
    let list = move |of: fn(&Lists) -> &Vec<Line>| Signal::derive(move || found.with(|f| of(f).clone()));
    let earlier = Signal::derive(move || {
        let shown = if whole.get() { usize::MAX } else { SHORT };
        found.with(|f| f.earlier.iter().take(shown).cloned().collect::<Vec<_>>())
    });
    let older =
        Signal::derive(move || found.with(|f| f.earlier.len()).saturating_sub(earlier.with(Vec::len)));
    view! {
        <Tools all typed skill />
        <p role="status" class="nothing-found">
            {move || found.with(Lists::is_empty).then_some(c.nothing_found)}
        </p>
        <Section head=c.open_now lines=list(|f| &f.open) draft=false />
        <Section head=c.drafts lines=list(|f| &f.drafts) draft=true />
        <Pairs pairs=Signal::derive(move || found.with(|f| f.pairs.clone())) />
        <Section head=c.earlier lines=earlier older draft=false />
        <Show when=move || older.get() != 0>
            <button class="btn" on:click=move |_| whole.set(true)>{move || c.older(older.get())}</button>
        </Show>
    }
}

#[component]
fn Tools(all: Memo<Lists>, typed: RwSignal<String>, skill: RwSignal<Option<SkillId>>) -> impl IntoView {
    let session = use_session();
    let c = words().checks();
    let skills = move || {
        let mut skills: Vec<SkillId> = Vec::new();
        all.with(|all| {
            let pairs = all.pairs.iter().map(|p| p.before.skill);
            let lines = [&all.open, &all.drafts, &all.earlier].into_iter().flatten().map(|l| l.skill);
            for skill in lines.chain(pairs) {
                if !skills.contains(&skill) {
                    skills.push(skill);
                }
            }
        });
        let option = move |id: SkillId| {
            let line = session.peek(|nb| said::skill_line(nb, id));
            view! { <option value=id.to_string() prop:selected=move || skill.get() == Some(id)>{line}</option> }
        };
        skills.into_iter().map(option).collect_view()
    };
    view! {
        <div class="tools" role="search">
            <label class="field">
                <span>{c.find}</span>
                <input type="search" autocomplete="off" bind:value=typed />
            </label>
            <label class="field">
                <span>{c.skill}</span>
                <select on:change=move |event| skill.set(event_target_value(&event).parse().ok())>
                    <option value="">{c.all_skills}</option>
                    {skills}
                </select>
            </label>
        </div>
    }
}

/// A list of checks under its heading; nothing when there are none.
#[component]
fn Section(
    head: &'static str,
    #[prop(into)] lines: Signal<Vec<Line>>,
    /// How many more there are than are shown.
    #[prop(optional, into)]
    older: Signal<usize>,
    draft: bool,
) -> impl IntoView {
    view! {
        <Show when=move || lines.with(|l| !l.is_empty())>
            <section class="card stack">
                <h2>{head} " " <span class="count">{move || lines.with(Vec::len) + older.get()}</span></h2>
                <ul class="check-list">
                    <For each=move || lines.get() key=|line| line.clone() let:line>
                        <CheckLine line draft />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn CheckLine(line: Line, draft: bool) -> impl IntoView {
    let session = use_session();
    let saver = Saver::new(session);
    let c = words().checks();
    let id = line.id;
    let to = Route::Teacher(if draft { TeacherScreen::EditTicket(id) } else { TeacherScreen::Ticket(id) });
    let title = line.title.clone();
    let named = move |act: &'static str| c.of_title(&act, &title);
    let result = (!draft).then(|| view! { <span class="block"><Showed id /></span> });
    let again = if draft {
        view! { <a class="btn small" href=to.href() aria-label=named(c.go_on)>{c.go_on}</a> }.into_any()
    } else {
        let press = move |_| use_again(session, saver, id);
        view! { <button class="btn small" aria-label=named(c.use_again) on:click=press>{c.use_again}</button> }
            .into_any()
    };
    view! {
        <li class="check-line">
            <div>
                <a href=to.href() dir="auto">{line.title.clone()}</a>
                <span class="muted sm block">{tiny_day(line.day)} " · " <span dir="auto">{line.about}</span></span>
                {result}
            </div>
            <div class="acts">
                {again}
                <button class="btn small" aria-label=named(c.duplicate) on:click=move |_| duplicate(session, saver, id)>
                    {c.duplicate}
                </button>
            </div>
        </li>
    }
}

/// What a check showed, in a few words.
#[component]
fn Showed(id: TicketId) -> impl IntoView {
    let session = use_session();
    let slots = [Slot::Answers(id), Slot::Ticket(id), Slot::Roster, Slot::Class];
    Memo::new(move |_| {
        session.ask_slots(&slots, |nb| nb.results(id).map(|r| showed(nb, &r)).unwrap_or_default())
    })
}

fn showed(nb: &Notebook, results: &Results) -> String {
    let c = words().checks();
    if results.came == 0 {
        return c.nobody.to_owned();
    }
    if results.veil() == Some(Veil::TooFew) {
        return c.veiled(&WALL_FLOOR);
    }
    let mut said = vec![c.came(results.came)];
    let shift = results.shift;
    if shift.paired != 0 {
        let scale = nb.scale(results.ticket.scale);
        let word = scale.map(|s| s.word(s.reached()).to_owned()).unwrap_or_default();
        said.push(c.reached(&shift.reached_after, &shift.reached_before, &shift.paired, &word));
    }
    let group = |of: Group| results.handed.iter().filter(|h| h.group == Some(of)).count();
    let [not_yet, almost, got_it] = Group::ALL.map(group);
    if not_yet + almost + got_it != 0 {
        said.push(c.groups(&got_it, &almost, &not_yet));
    } else if let Some(share) = share_right(results) {
        said.push(c.right(&percent(share)));
    }
    said.join(" · ")
}

/// The share of right replies over all questions with a right answer.
fn share_right(results: &Results) -> Option<f64> {
    let keyed = results.tallies.iter().filter(|tally| tally.question.is_keyed());
    let (right, of) = keyed.fold((0, 0), |(right, of), t| (right + t.right, of + t.answered));
    let small = |n: usize| u32::try_from(n).ok().map(f64::from);
    (of > 0).then_some(small(right)? / small(of)?)
}

/// Pre/post surveys, each with its report and its halves.
#[component]
fn Pairs(#[prop(into)] pairs: Signal<Vec<Pair>>) -> impl IntoView {
    let session = use_session();
    let c = words().checks();
    let half = |line: &Line, moment: &'static str| {
        let to = Route::Teacher(TeacherScreen::Ticket(line.id));
        let label = c.of_title(&moment, &line.title);
        view! { <a class="btn small" href=to.href() aria-label=label>{moment}</a> }
    };
    let row = move |pair: Pair| {
        let a = words().asked();
        let days = match &pair.after {
            Some(after) => c.halves(&tiny_day(after.day), &tiny_day(pair.before.day)),
            None => c.half_open(&tiny_day(pair.before.day)),
        };
        let id = pair.before.id;
        let saver = Saver::new(session);
        let label = c.of_title(&c.duplicate, &pair.before.title);
        view! {
            <li class="check-line">
                <div>
                    <a href=Route::Teacher(TeacherScreen::Survey(pair.id)).href() dir="auto">
                        {pair.before.title.clone()}
                    </a>
                    <span class="muted sm block">{days}</span>
                </div>
                <div class="acts">
                    {half(&pair.before, a.before)} {pair.after.as_ref().map(|after| half(after, a.after))}
                    <button class="btn small" aria-label=label on:click=move |_| duplicate(session, saver, id)>
                        {c.duplicate}
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || pairs.with(|p| !p.is_empty())>
            <section class="card stack">
                <h2>{c.surveys} " " <span class="count">{move || pairs.with(Vec::len)}</span></h2>
                <ul class="check-list">{move || pairs.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
