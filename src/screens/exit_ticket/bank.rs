//! The question bank: a teacher finds a question that was asked before, reads what all answers say
//! about it, and asks it again.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bank_edit::{BankEditor, Begun, begin};
use super::bank_item::ItemCard;
use crate::browser;
use crate::domain::exit_ticket::Question;
use crate::domain::id::{QuestionId, SkillId};
use crate::domain::item::{RELIABILITY_FLOOR, RELIABILITY_ITEMS};
use crate::domain::question_bank::{BankItem, QuestionBank, SkillPool};
use crate::route::{Route, TeacherScreen};
use crate::screens::{asked, said};
use crate::session::{Session, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::words::{figure_to, words};

/// Questions shown before "show more".
const SHORT: usize = 12;

/// What the teacher chose to see.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    words: RwSignal<String>,
    /// `None` for all; within it `None` for questions without a skill.
    skill: RwSignal<Option<Option<SkillId>>>,
    tag: RwSignal<Option<String>>,
}

impl Wanted {
    fn fits(self, item: &BankItem) -> bool {
        let mut text = asked::question(&item.question, true);
        for more in asked::options(&item.question).iter().chain(&item.tags) {
            text.push(' ');
            text.push_str(more);
        }
        let text = text.to_lowercase();
        let words = self.words.get().to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
            && self.skill.get().is_none_or(|skill| item.skill == skill)
            && self.tag.get().is_none_or(|tag| item.tags.contains(&tag))
    }

    /// Everything.
    fn all() -> Wanted {
        Wanted { words: RwSignal::new(String::new()), skill: RwSignal::new(None), tag: RwSignal::new(None) }
    }

    /// Sees to it that this question is among what is shown.
    fn show(self, item: &BankItem) {
        if !untrack(|| self.fits(item)) {
            self.clear();
        }
    }

    fn clear(self) {
        self.words.set(String::new());
        self.skill.set(None);
        self.tag.set(None);
    }
}

/// The screen.
#[component]
pub fn Questions() -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let bank = Memo::new(move |_| session.ask(|nb| nb.question_bank()));
    let none = Memo::new(move |_| bank.with(|bank| bank.items.is_empty()));
    let wanted = Wanted::all();
    let begun = RwSignal::new(None::<Begun>);
    let open = RwSignal::new(false);
    let edit = Callback::new(move |of: Option<BankItem>| {
        let skill = wanted.skill.get_untracked().flatten();
        spawn_local(async move {
            let form = begin(session, of, skill).await;
            // The screen may be gone by then.
            if begun.try_set(Some(form)).is_none() {
                open.set(true);
            }
        });
    });
    let saved = Callback::new(move |item: BankItem| wanted.show(&item));
    let title = Signal::derive(move || {
        let new = begun.with(|begun| begun.as_ref().is_none_or(|begun| begun.of.is_none()));
        if new { b.new } else { b.edit_title }.to_owned()
    });
    view! {
        <main id="main" class="checks stack">
            <div class="page-head">
                <h1>{b.title}</h1>
                <div class="row">
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Checks).href()>
                        {words().ticket().all_checks}
                    </a>
                    <button class="btn go" on:click=move |_| edit.run(None)>{b.new}</button>
                </div>
            </div>
            <Show
                when=move || !none.get()
                fallback=move || {
                    view! {
                        <Empty text=b.none>
                            <button class="btn go" on:click=move |_| edit.run(None)>{b.new}</button>
                        </Empty>
                    }
                }
            >
                <p class="muted">{b.lead}</p>
                <Bank bank wanted edit />
            </Show>
            <Dialog open title>
                {move || begun.get().map(|begun| view! { <BankEditor begun open saved /> })}
            </Dialog>
        </main>
    }
}

#[component]
fn Bank(
    bank: Memo<QuestionBank>,
    wanted: Wanted,
    /// Opens the editor of a question.
    edit: Callback<Option<BankItem>>,
) -> impl IntoView {
    let b = words().bank();
    let whole = RwSignal::new(false);
    let found = Memo::new(move |_| {
        bank.with(|bank| {
            let shown = bank.items.iter().filter(|item| !item.archived && wanted.fits(item));
            shown.map(|item| item.question.clone()).collect::<Vec<Question>>()
        })
    });
    let short = move || {
        let most = if whole.get() { usize::MAX } else { SHORT };
        found.with(|found| found.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let more = move || found.with(Vec::len).saturating_sub(if whole.get() { usize::MAX } else { SHORT });
    view! {
        <Tools bank wanted />
        <h2 id="bank-count" tabindex="-1" class="sm">
            <span role="status">{move || b.shown(found.with(Vec::len))}</span>
        </h2>
        <Show when=move || found.with(Vec::is_empty)>
            <Empty text=b.nothing_found>
                <button class="btn" on:click=move |_| wanted.clear()>{b.show_all}</button>
            </Empty>
        </Show>
        <ul class="bank-list">
            <For each=short key=Question::clone let:question>
                <ItemCard question bank edit />
            </For>
        </ul>
        <Show when=move || more() != 0>
            <button class="btn" on:click=move |_| whole.set(true)>{move || b.older(more())}</button>
        </Show>
        <Pools bank />
        <PutAway bank />
    }
}

#[component]
fn Tools(bank: Memo<QuestionBank>, wanted: Wanted) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let skills = Memo::new(move |_| {
        let mut skills: Vec<Option<SkillId>> = Vec::new();
        bank.with(|bank| {
            for item in bank.items.iter().filter(|item| !item.archived) {
                if !skills.contains(&item.skill) {
                    skills.push(item.skill);
                }
            }
        });
        let line = |id: Option<SkillId>| match id {
            Some(id) => (Some(id), session.ask(|nb| said::skill_line(nb, id))),
            None => (None, b.no_skill.to_owned()),
        };
        skills.into_iter().map(line).collect::<Vec<_>>()
    });
    let tags = Memo::new(move |_| {
        let mut tags: Vec<String> =
            bank.with(|bank| bank.items.iter().flat_map(|item| item.tags.clone()).collect());
        tags.sort();
        tags.dedup();
        tags
    });
    let choose_skill = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let skill = place.and_then(|place| skills.with_untracked(|all| all.get(place).map(|(id, _)| *id)));
        wanted.skill.set(skill);
    };
    let choose_tag = move |event| {
        wanted.tag.set(Some(event_target_value(&event)).filter(|tag| !tag.is_empty()));
    };
    let skill = move |(place, (id, line)): (usize, (Option<SkillId>, String))| {
        view! {
            <option value=place.to_string() prop:selected=move || wanted.skill.get() == Some(id)>
                {line}
            </option>
        }
    };
    let tag = move |tag: String| {
        let value = tag.clone();
        let here = Some(tag.clone());
        view! { <option value=value prop:selected=move || wanted.tag.get() == here>{tag}</option> }
    };
    view! {
        <div class="tools" role="search">
            <label class="field">
                <span>{b.find}</span>
                <input type="search" autocomplete="off" bind:value=wanted.words />
            </label>
            <label class="field">
                <span>{b.skill}</span>
                <select on:change=choose_skill>
                    <option value="" prop:selected=move || wanted.skill.get().is_none()>{b.all_skills}</option>
                    {move || skills.get().into_iter().enumerate().map(skill).collect_view()}
                </select>
            </label>
            <label class="field" hidden=move || tags.with(Vec::is_empty)>
                <span>{b.tag}</span>
                <select on:change=choose_tag>
                    <option value="" prop:selected=move || wanted.tag.get().is_none()>{b.all_tags}</option>
                    {move || tags.get().into_iter().map(tag).collect_view()}
                </select>
            </label>
        </div>
    }
}

/// How well the questions of each skill hold together.
#[component]
fn Pools(bank: Memo<QuestionBank>) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let row = move |pool: SkillPool| {
        let line = session.peek(|nb| said::skill_line(nb, pool.skill));
        let floor = pool.questions < RELIABILITY_ITEMS || pool.students < RELIABILITY_FLOOR;
        let text = match pool.kr20 {
            Ok(kr20) => b.kr20(&pool.used, &pool.students, &figure_to(kr20.value, 2)),
            Err(_) if floor => {
                b.kr20_floor(&pool.students, &RELIABILITY_ITEMS, &RELIABILITY_FLOOR, &pool.used)
            }
            Err(_) => b.kr20_alike.to_owned(),
        };
        view! {
            <li>
                <strong dir="auto">{line}</strong>
                <span class="muted sm block">{text}</span>
            </li>
        }
    };
    let pools = move || {
        let answered =
            bank.with(|bank| bank.pools.iter().filter(|p| p.questions != 0).cloned().collect::<Vec<_>>());
        answered.into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || bank.with(|bank| bank.pools.iter().any(|p| p.questions != 0))>
            <details class="card pools">
                <summary>{b.pools}</summary>
                <div class="stack">
                    <p class="muted sm">{b.kr20_rule}</p>
                    <ul class="stack">{pools}</ul>
                </div>
            </details>
        </Show>
    }
}

/// The questions that were put away.
#[component]
fn PutAway(bank: Memo<QuestionBank>) -> impl IntoView {
    let session = use_session();
    let b = words().bank();
    let away = Memo::new(move |_| {
        bank.with(|bank| bank.items.iter().filter(|item| item.archived).cloned().collect::<Vec<_>>())
    });
    let row = move |item: BankItem| {
        let text = asked::question(&item.question, true);
        let label = b.of_question(&b.bring_back, &text);
        let said = b.back_said(&text);
        let back = move |_| {
            keep(session, &BankItem { archived: false, ..item.clone() }, said.clone());
            crate::ui::focus::focus_on("bank-count");
        };
        view! {
            <li class="row between">
                <span dir="auto">{text}</span>
                <button class="btn small" aria-label=label on:click=back>{b.bring_back}</button>
            </li>
        }
    };
    view! {
        <Show when=move || away.with(|away| !away.is_empty())>
            <details class="card">
                <summary>{move || b.away(away.with(Vec::len))}</summary>
                <ul class="stack">{move || away.get().into_iter().map(row).collect_view()}</ul>
            </details>
        </Show>
    }
}

/// Keeps what is said about a question, and tells.
pub(super) fn keep(session: Session, item: &BankItem, said: String) {
    let id = QuestionId::from_bits(browser::random_bits());
    let changes = session.peek(|nb| nb.keep_question(item, id));
    session.act(changes, said);
}
