//! The two halves of an if-then plan, as they are typed.

use leptos::prelude::*;

/// "If … gets in the way, then I will …".
#[component]
pub fn IfThenFields(
    /// The words before the first field.
    first: &'static str,
    /// The words before the second field.
    then: &'static str,
    /// What may come in between.
    obstacle: RwSignal<String>,
    /// What is done then.
    action: RwSignal<String>,
    /// Called when something was typed.
    on_type: Callback<()>,
) -> impl IntoView {
    let half = move |label: &'static str, half: RwSignal<String>| {
        let typed = move |event| {
            half.set(event_target_value(&event));
            on_type.run(());
        };
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="text" maxlength="200" prop:value=move || half.get() on:input=typed dir="auto" />
            </label>
        }
    };
    view! {
        {half(first, obstacle)}
        {half(then, action)}
    }
}
