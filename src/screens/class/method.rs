//! A teacher chooses the rule by which levels are calculated in the class.

use leptos::prelude::*;

use super::settings::amend;
use crate::domain::notebook::Slot;
use crate::domain::proficiency::method::Method;
use crate::screens::frame::HowLink;
use crate::screens::method::{MethodPicker, name};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::term::Term;
use crate::words::words;

/// The rule of the class.
#[component]
pub fn ClassMethod() -> impl IntoView {
    let session = use_session();
    let slots = [Slot::Class, Slot::Scales];
    let now =
        Memo::new(move |_| session.ask_slots(&slots, |nb| nb.class().map(|c| c.method)).unwrap_or_default());
    let scale = Memo::new(move |_| session.ask_slots(&slots, said::scale_words));
    let chosen = RwSignal::new(None::<Method>);
    // Another tab, or an undo, may change it while this screen is open.
    Effect::new(move || chosen.set(Some(now.get())));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(method) = chosen.get_untracked().filter(|method| *method != now.get_untracked()) else {
            return;
        };
        let change = amend(session, |class| class.method = method);
        session.act(change.into_iter().collect(), words().method().said(&name(method)));
    };
    let m = words().method();
    view! {
        <section class="card">
            <form class="stack" on:submit=save>
                <h2><Term of=Term::Proficiency text=m.title /></h2>
                <p class="muted">{m.hint}</p>
                {move || view! { <MethodPicker chosen label=m.label scale=scale.get() /> }}
                <div class="row">
                    <button class="btn" type="submit">{words().app().save}</button>
                    <HowLink text=m.how />
                </div>
            </form>
        </section>
    }
}
