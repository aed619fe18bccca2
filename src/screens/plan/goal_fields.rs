//! The fields of a goal over weeks, and the sheet on which they are typed.

use leptos::prelude::*;

use crate::domain::id::{LongGoalId, SkillId};
use crate::domain::long_goal::{LongGoalDraft, LongGoalProblem, MOST_STEPS};
use crate::screens::said;
use crate::session::{Typed, use_session};
use crate::ui::day_field::DayField;
use crate::ui::if_then::IfThenFields;
use crate::words::words;

/// The name of the draft of a goal; of a new one without an id.
pub(super) fn draft_of(goal: Option<LongGoalId>) -> String {
    goal.map_or_else(|| "long-goal".to_owned(), |goal| format!("long-goal-{goal}"))
}

/// The name in the document of a field in the form of a goal.
pub(super) fn field_of(goal: Option<LongGoalId>, part: &str) -> String {
    format!("{}-{part}", draft_of(goal))
}

/// The first field of the form.
pub(super) const FIRST: &str = "text";

/// What is typed. Copies are the same sheet.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// The goal that is changed; none for a new one.
    pub(super) goal: Option<LongGoalId>,
    /// What is typed.
    pub(super) typed: Typed<LongGoalDraft>,
    /// What has to be mended.
    pub(super) problems: RwSignal<Vec<LongGoalProblem>>,
}

impl Sheet {
    /// The name of a field in the document; two goals may be written at once.
    pub(super) fn field(self, part: &str) -> String {
        field_of(self.goal, part)
    }

    fn change(self, how: impl FnOnce(&mut LongGoalDraft)) {
        self.problems.set(Vec::new());
        self.typed.edit(how);
    }
}

/// A field of words or of a number.
fn typed_field(
    sheet: Sheet,
    part: &'static str,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut LongGoalDraft) -> &mut String,
) -> impl IntoView {
    let number = hint.is_empty();
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="text"
                id=sheet.field(part)
                placeholder=hint
                inputmode=number.then_some("decimal")
                autocomplete="off"
                prop:value=move || of(&mut sheet.typed.now.get()).clone()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    sheet.change(|typed| *of(typed) = text);
                }
                dir="auto"
            />
        </label>
    }
}

/// What is to be reached, and for which skill.
#[component]
pub(super) fn What(sheet: Sheet) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let option = move |(skill, line): (Option<SkillId>, String)| {
        let is_it = move || sheet.typed.now.with(|typed| typed.skill == skill);
        let value = skill.map(|skill| skill.to_string()).unwrap_or_default();
        view! { <option value=value prop:selected=is_it>{line}</option> }
    };
    let options = move || {
        sheet.typed.found.track();
        let chosen = sheet.typed.now.with_untracked(|typed| typed.skill);
        let all = session.peek(|nb| said::skills_and_none(nb, p.goal_skill_none, chosen));
        all.into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let skill = event_target_value(&event).parse().ok();
        sheet.change(|typed| typed.skill = skill);
    };
    view! {
        {typed_field(sheet, FIRST, p.goal_text, p.goal_text_hint, |d| &mut d.text)}
        {typed_field(sheet, "unit", p.goal_unit, p.goal_unit_hint, |d| &mut d.unit)}
        <label class="field">
            <span>{p.goal_skill}</span>
            <select on:change=choose>{options}</select>
        </label>
    }
}

/// From where to where, by when, in how many steps.
#[component]
pub(super) fn Way(sheet: Sheet) -> impl IntoView {
    let p = words().plan();
    let by = move || sheet.typed.now.with(|typed| typed.by.map(|day| day.to_string()).unwrap_or_default());
    let choose_day = move |text: String| sheet.change(|typed| typed.by = text.parse().ok());
    let choose_steps = move |event| {
        let steps = event_target_value(&event);
        sheet.change(|typed| typed.steps = steps);
    };
    let option = move |steps: u16| {
        let text = steps.to_string();
        let value = text.clone();
        view! {
            <option value=value.clone() prop:selected=move || sheet.typed.now.with(|typed| typed.steps == value)>
                {text}
            </option>
        }
    };
    view! {
        <div class="fields">
            {typed_field(sheet, "from", p.goal_from, "", |d| &mut d.from)}
            {typed_field(sheet, "to", p.goal_to, "", |d| &mut d.to)}
            <DayField
                id=sheet.field("by")
                label=p.goal_by
                day=Signal::derive(by)
                on_type=Callback::new(choose_day)
            />
            <label class="field">
                <span>{p.goal_steps}</span>
                <select id=sheet.field("steps") on:change=choose_steps>
                    {(1..=MOST_STEPS).map(option).collect_view()}
                </select>
            </label>
        </div>
    }
}

/// What the student does when something comes in between.
#[component]
pub(super) fn Plan(sheet: Sheet) -> impl IntoView {
    let g = words().goal();
    let (obstacle, action) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The draft is read a moment after the form stands there.
    Effect::new(move || {
        sheet.typed.now.with(|typed| {
            obstacle.set(typed.obstacle.clone());
            action.set(typed.action.clone());
        });
    });
    let typed = move |()| {
        sheet.change(|typed| {
            typed.obstacle = obstacle.get_untracked();
            typed.action = action.get_untracked();
        });
    };
    view! {
        <fieldset class="stack">
            <legend>
                <strong>{g.plan}</strong>
            </legend>
            <IfThenFields first=g.plan_if then=g.plan_then obstacle action on_type=Callback::new(typed) />
        </fieldset>
    }
}
