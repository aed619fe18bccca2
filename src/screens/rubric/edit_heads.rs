//! The heads of the table in which a rubric is typed: a level with its word, a criterion with its
//! name, its weight and its skill; each can be moved and removed.

use leptos::prelude::*;

use super::edit_table::Form;
use crate::domain::id::SkillId;
use crate::domain::rubric::{MOST_WEIGHT, RubricType};
use crate::domain::scale::Level;
use crate::ui::level::Glyph;
use crate::ui::move_button::MoveButton;
use crate::words::words;

/// The head of a level's column.
#[component]
pub fn LevelHead(form: Form, key: u32) -> impl IntoView {
    let r = words().rubric();
    let at = Memo::new(move |_| form.draft.with(|d| (d.level_at(key).unwrap_or(0), d.levels.len())));
    let maps = Memo::new(move |_| form.draft.with(|d| form.scale.with_value(|scale| d.maps_levels(scale))));
    let fewer = Memo::new(move |_| form.draft.with(|d| d.takes_levels().1));
    let single = Memo::new(move |_| form.draft.with(|d| d.kind == RubricType::SinglePoint));
    let word =
        move || form.draft.with(|d| d.levels.get(at.get().0).map(|l| l.word.clone()).unwrap_or_default());
    let number = move || at.get().0 + 1;
    let number_of = move |name: &str| format!("{name}-level-{key}");
    let remove = move |()| {
        form.rebuild(|d| d.remove_level(key), vec!["bring-back".to_owned(), "add-level".to_owned()])
    };
    let shift = move |up: bool| {
        let names = if up { ["up", "down"] } else { ["down", "up"] };
        form.rebuild(|d| d.move_level(key, up), names.map(number_of).to_vec());
    };
    view! {
        <th scope="col">
            <div class="row head-row">
                {move || {
                    let (at, of) = at.get();
                    let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
                    view! { <Glyph level=small(at + 1) of=small(of) /> }
                }}
                <input
                    id=format!("level-{key}")
                    class="plain"
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    aria-label=move || r.level_word(&number())
                    prop:value=word
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        form.edit(|d| {
                            if let Some(at) = d.level_at(key) {
                                d.levels[at].word = text;
                            }
                        });
                    }
                />
            </div>
            <Show when=move || maps.get()>
                <CountsAs form key />
            </Show>
            <div class="row head-row" class:noshow=move || single.get()>
                <MoveButton
                    id=number_of("down")
                    sign="←"
                    label=Signal::derive(move || r.level_down(&word()))
                    disabled=Signal::derive(move || at.get().0 == 0)
                    on_press=Callback::new(move |()| shift(false))
                />
                <MoveButton
                    id=number_of("up")
                    sign="→"
                    label=Signal::derive(move || r.level_up(&word()))
                    disabled=Signal::derive(move || at.get().0 + 1 == at.get().1)
                    on_press=Callback::new(move |()| shift(true))
                />
                <MoveButton
                    id=number_of("away")
                    sign="×"
                    label=Signal::derive(move || r.level_away(&word()))
                    disabled=Signal::derive(move || !fewer.get())
                    on_press=Callback::new(remove)
                />
            </div>
        </th>
    }
}

/// What a level counts as on the class's scale, where their numbers differ.
#[component]
fn CountsAs(form: Form, key: u32) -> impl IntoView {
    let r = words().rubric();
    let chosen = Memo::new(move |_| {
        form.draft.with(|d| d.level_at(key).and_then(|at| d.levels[at].becomes).map_or(0, |l| l.0))
    });
    let option = move |(value, word): (u8, String)| {
        view! { <option value=value.to_string() prop:selected=move || chosen.get() == value>{word}</option> }
    };
    let levels = form.scale.with_value(|scale| scale.words.clone());
    let all: Vec<(u8, String)> =
        std::iter::once((0, r.counts_as_none.to_owned())).chain((1..).zip(levels)).collect();
    view! {
        <label class="field cell-field">
            <span>{r.counts_as}</span>
            <select on:change=move |event| {
                let level = event_target_value(&event).parse::<u8>().ok().filter(|l| *l > 0).map(Level);
                form.edit(|d| {
                    if let Some(at) = d.level_at(key) {
                        d.levels[at].becomes = level;
                    }
                });
            }>{all.into_iter().map(option).collect_view()}</select>
        </label>
    }
}

/// The head of a criterion's row.
#[component]
pub fn CriterionHead(form: Form, key: u32, kind: Memo<RubricType>) -> impl IntoView {
    let r = words().rubric();
    let at = Memo::new(move |_| {
        form.draft.with(|d| (d.criteria.iter().position(|c| c.key == key).unwrap_or(0), d.criteria.len()))
    });
    let name = move || form.draft.with(|d| d.criterion(key).map(|c| c.name.clone()).unwrap_or_default());
    let called = move || {
        let name = name();
        if name.trim().is_empty() { r.criterion_number(&(at.get().0 + 1)) } else { name }
    };
    let id_of = move |what: &str| format!("{what}-criterion-{key}");
    let shift = move |down: bool| {
        let names = if down { ["down", "up"] } else { ["up", "down"] };
        form.rebuild(|d| d.move_criterion(key, down), names.map(id_of).to_vec());
    };
    let remove = move |()| {
        form.rebuild(|d| d.remove_criterion(key), vec!["bring-back".to_owned(), "add-criterion".to_owned()])
    };
    let many = move || kind.get() != RubricType::Holistic;
    view! {
        <th scope="row">
            <textarea
                id=format!("criterion-{key}")
                class="plain"
                rows="2"
                dir="auto"
                aria-label=move || r.criterion_name(&(at.get().0 + 1))
                prop:value=name
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|d| {
                        if let Some(criterion) = d.criterion_mut(key) {
                            criterion.name = text;
                        }
                    });
                }
            ></textarea>
            <Show when=many>
                <Weight form key />
            </Show>
            <Show when=move || kind.get() != RubricType::Observation>
                <SkillOf form key />
            </Show>
            <div class="row head-row" class:noshow=move || !many()>
                <MoveButton
                    id=id_of("up")
                    sign="↑"
                    label=Signal::derive(move || r.criterion_up(&called()))
                    disabled=Signal::derive(move || at.get().0 == 0)
                    on_press=Callback::new(move |()| shift(false))
                />
                <MoveButton
                    id=id_of("down")
                    sign="↓"
                    label=Signal::derive(move || r.criterion_down(&called()))
                    disabled=Signal::derive(move || at.get().0 + 1 == at.get().1)
                    on_press=Callback::new(move |()| shift(true))
                />
                <MoveButton
                    id=id_of("away")
                    sign="×"
                    label=Signal::derive(move || r.criterion_away(&called()))
                    disabled=Signal::derive(move || at.get().1 == 1)
                    on_press=Callback::new(remove)
                />
            </div>
        </th>
    }
}

/// How much a criterion counts.
#[component]
fn Weight(form: Form, key: u32) -> impl IntoView {
    let r = words().rubric();
    let weight = Memo::new(move |_| form.draft.with(|d| d.criterion(key).map_or(1, |c| c.weight)));
    let option = move |value: u8| {
        view! { <option value=value.to_string() prop:selected=move || weight.get() == value>{r.times(&value)}</option> }
    };
    view! {
        <label class="field cell-field">
            <span>{r.weight}</span>
            <select on:change=move |event| {
                let weight = event_target_value(&event).parse().unwrap_or(1);
                form.edit(|d| {
                    if let Some(criterion) = d.criterion_mut(key) {
                        criterion.weight = weight;
                    }
                });
            }>{(1..=MOST_WEIGHT).map(option).collect_view()}</select>
        </label>
    }
}

/// The skill a criterion shows.
#[component]
fn SkillOf(form: Form, key: u32) -> impl IntoView {
    let r = words().rubric();
    let skill = Memo::new(move |_| form.draft.with(|d| d.criterion(key).and_then(|c| c.skill)));
    let option = move |(id, line): (Option<SkillId>, String)| {
        let value = id.map(|id| id.to_string()).unwrap_or_default();
        view! { <option value=value prop:selected=move || skill.get() == id>{line}</option> }
    };
    let skills = form.skills.get_value().into_iter().map(|(id, line)| (Some(id), line));
    let all = std::iter::once((None, r.no_skill.to_owned())).chain(skills);
    view! {
        <label class="field cell-field">
            <span>{r.skill}</span>
            <select on:change=move |event| {
                let skill = event_target_value(&event).parse().ok();
                form.edit(|d| {
                    if let Some(criterion) = d.criterion_mut(key) {
                        criterion.skill = skill;
                    }
                });
            }>{all.map(option).collect_view()}</select>
        </label>
    }
}
