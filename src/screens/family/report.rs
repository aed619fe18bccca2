//! A family reads what a teacher shared: one child's way, the latest goal, one thing to do at home.
//!
//! Everything here comes from a `FamilyReport`. There is no session and no notebook on this page, only
//! what the family's own device remembers of how it likes to read.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::sentences;
use crate::browser;
use crate::device::Device;
use crate::domain::family::{FamilyReport, FamilySkill};
use crate::format::family_link::{self, BadLink};
use crate::format::starter::{Language, StarterSkill, skills};
use crate::route::{Route, href_from_family};
use crate::screens::frame;
use crate::ui::aloud;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::Glyph;
use crate::words::{self, set_language, short_day, words};

/// The family page: reads the link in the address and shows it, in the family's language.
#[component]
pub fn FamilyPage(
    /// Keeps the language the family chooses and how it likes to read, for the next visit.
    device: Device,
) -> impl IntoView {
    let language = RwSignal::new(words::language());
    let fragment = RwSignal::new(browser::hash());
    browser::listen(&window(), "hashchange", move |_| fragment.set(browser::hash()));
    let set = Memo::new(move |_| skills(language.get()));
    let link = Memo::new(move |_| set.with(|set| family_link::read(&fragment.get(), set)));
    let valid = move || link.get().ok().filter(|report| !report.is_expired(browser::today()));
    Effect::new(move || {
        // The history of a shared device shows titles, so the child's name stays out of it.
        let class = valid().map(|report| format!("{} – ", report.class)).unwrap_or_default();
        document().set_title(&format!("{class}Daymark"));
        let root =
            document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(root) = root {
            root.set_lang(language.get().code());
        }
    });
    // Words are not reactive, so whatever says some asks for the language first.
    let title = move || {
        language.track();
        match valid() {
            Some(report) => view! { <h1>{words().family().learning(&report.child)}</h1> }.into_any(),
            None => view! { <strong>"Daymark"</strong> }.into_any(),
        }
    };
    let body = move || {
        language.track();
        match (valid(), link.get()) {
            (Some(report), _) => view! {
                <FamilyReportView report />
                <Tools />
                <a class="btn quiet small noprint" href=href_from_family(Route::How)>
                    {words().family().how}
                </a>
            }
            .into_any(),
            (None, Ok(report)) => view! { <Expired report /> }.into_any(),
            (None, Err(why)) => view! { <Unreadable why /> }.into_any(),
        }
    };
    view! {
        <header class="family-top">
            {title}
            <div class="row noprint">
                {move || {
                    language.track();
                    view! { <frame::LooksOf device /> }
                }}
                <LanguageChoice language device />
            </div>
        </header>
        <main id="main" class="narrow stack family-page">{body}</main>
    }
}

/// What a family sees, also as the teacher's preview. It stands under an `h1` of its page.
#[component]
pub fn FamilyReportView(
    /// All it can show.
    report: FamilyReport,
) -> impl IntoView {
    let set = skills(words::language());
    let [before, share, after] = sentences::headline(&report);
    let goal = sentences::goal(&report).map(|(label, text)| {
        view! {
            <section class="status family-goal">
                <h3 class="sm">{label}</h3>
                <p>
                    <strong>{text}</strong>
                </p>
            </section>
        }
    });
    let rows = report.skills.iter().map(|skill| skill_row(skill, &report, &set));
    let rows = rows.collect_view();
    let list = (!report.skills.is_empty()).then(|| view! { <ul class="card family-skills">{rows}</ul> });
    view! {
        <article class="family-report stack">
            <h2 class="headline">{before}<strong>{share}</strong>{after}</h2>
            {goal}
            <section class="family-help">
                <h3>{words().family().help}</h3>
                <p>{sentences::help(&set, &report)}</p>
            </section>
            {list}
            <p class="muted sm">{sentences::fine_print(&report)}</p>
        </article>
    }
}

/// One skill: its line, and the way from a level to a level.
fn skill_row(skill: &FamilySkill, report: &FamilyReport, set: &[StarterSkill]) -> impl IntoView + use<> {
    let of = report.levels;
    let from = (skill.from != skill.to).then(|| {
        view! {
            <span class="level-tag muted">
                <Glyph level=skill.from.0 of />
                {sentences::level(report, skill.from)}
            </span>
            <Icon of=Picture::Arrow />
        }
    });
    view! {
        <li>
            <h3>{sentences::statement(set, &skill.statement).to_owned()}</h3>
            <p>
                <span class="unseen">{sentences::way(report, skill)}</span>
                <span class="family-way" aria-hidden="true">
                    {from}
                    <strong class="level-tag">
                        <Glyph level=skill.to.0 of />
                        {sentences::level(report, skill.to)}
                    </strong>
                </span>
            </p>
        </li>
    }
}

/// Print, and read aloud where the browser can.
#[component]
fn Tools() -> impl IntoView {
    let f = words().family();
    let read = browser::can_speak().then(|| {
        view! {
            <button class="btn" on:click=|_| aloud::read("main")>
                <Icon of=Picture::Speak />
                {f.read_aloud}
            </button>
        }
    });
    view! {
        <div class="row noprint">
            {read}
            <button class="btn" on:click=|_| browser::print()>
                <Icon of=Picture::Print />
                {words().app().print}
            </button>
        </div>
    }
}

/// English or Spanish, kept on the family's device. It stays where it is while the page changes
/// its language, so that it keeps the focus.
#[component]
fn LanguageChoice(language: RwSignal<Language>, device: Device) -> impl IntoView {
    let choose = move |event| {
        let Some(chosen) = Language::from_code(&event_target_value(&event)) else { return };
        device.prefer(|p| p.language = Some(chosen.code().to_owned()));
        set_language(chosen);
        language.set(chosen);
    };
    let l = words().looks();
    let option = move |of: Language, name: &'static str| {
        view! { <option value=of.code() lang=of.code() selected=of == language.get_untracked()>{name}</option> }
    };
    let label = move || {
        language.track();
        words().looks().language
    };
    view! {
        <label class="noprint">
            <span class="unseen">{label}</span>
            <select class="plain" on:change=choose>
                {option(Language::En, l.english)}
                {option(Language::Es, l.spanish)}
            </select>
        </label>
    }
}

#[component]
fn Expired(report: FamilyReport) -> impl IntoView {
    let f = words().family();
    let ask = if report.teacher.trim().is_empty() { f.ask.to_owned() } else { f.ask_name(&report.teacher) };
    view! { <Nothing title=f.expired_title text=f.expired_text(&short_day(report.expires)) todo=ask /> }
}

#[component]
fn Unreadable(why: BadLink) -> impl IntoView {
    let f = words().family();
    let (title, text, todo) = match why {
        BadLink::Empty => (f.empty_title, f.empty_text, f.empty_do),
        BadLink::Cut => (f.cut_title, f.cut_text, f.cut_do),
        BadLink::Damaged => (f.damaged_title, f.damaged_text, f.ask),
        BadLink::Newer => (f.newer_title, f.newer_text, f.newer_do),
    };
    let reload = (why == BadLink::Newer).then(|| {
        view! {
            <button class="btn go" on:click=|_| drop(window().location().reload())>{words().app().reload}</button>
        }
    });
    view! {
        <Nothing title text todo />
        {reload}
    }
}

/// Why there is nothing to see, and the one thing to do about it.
#[component]
fn Nothing(title: &'static str, #[prop(into)] text: String, #[prop(into)] todo: String) -> impl IntoView {
    view! {
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="status">
            <strong>{todo}</strong>
        </p>
    }
}
