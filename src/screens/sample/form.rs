//! The form of a piece of work: its name, the work itself, its skill, and why it is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::list::DRAFT;
use super::picked::{Picked, is_photo, pick};
use crate::browser;
use crate::domain::Actor;
use crate::domain::entry::Change;
use crate::domain::id::{SampleId, StudentId};
use crate::domain::work_sample::{LARGEST_OF_CLASS, LONGEST_TITLE, SampleDraft, SampleProblem, WorkSample};
use crate::format::document::FileBytes;
use crate::screens::said;
use crate::session::{Fault, Session, Toast, use_session};
use crate::ui::focus::{focus_on, go_to};
use crate::ui::icon::Drawing;
use crate::ui::photo::Photo;
use crate::words::words;

/// A camera, and a sheet of paper.
const CAMERA: &str = "M4 8h4l2-3h4l2 3h4v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z";
const SHEET: &str = "M6 3h8l4 4v14H6zM14 3v4h4";

/// The field that has the focus when the form is opened.
const FIRST: &str = "work-name";
/// The field of a photo, and that of any other file.
const PHOTO: &str = "work-photo";
const FILE: &str = "work-file";

/// What is typed and picked. Copies are the same form.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    student: StudentId,
    /// Under which name the draft is kept.
    name: StoredValue<String>,
    draft: RwSignal<SampleDraft>,
    /// The photo or file that is not kept yet.
    picked: RwSignal<Option<Picked>>,
    /// Whether a photo or file is read, or the work is being kept.
    busy: RwSignal<bool>,
    /// Whether a photo is made smaller.
    making: RwSignal<bool>,
    problems: RwSignal<Vec<String>>,
}

impl Form {
    fn change(self, how: impl FnOnce(&mut SampleDraft)) {
        self.draft.update(how);
        self.keep_draft();
    }

    fn keep_draft(self) {
        let picked = self.picked.with_untracked(Option::is_some);
        let text = self.draft.with_untracked(|draft| draft.to_text(picked));
        self.session.keep_draft(self.student, &self.name.get_value(), text);
    }
}

/// Adds a piece of work, or changes the one that is given.
#[component]
pub fn WorkForm(
    /// Whose work it is.
    id: StudentId,
    /// The piece that is changed; none for a new one.
    of: Option<WorkSample>,
    /// Called when it is kept or put away.
    close: Callback<()>,
    /// Is set to whether the form holds what would be lost with it.
    holding: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let s = words().sample();
    let name = of.as_ref().map_or(DRAFT.to_owned(), |of| format!("{DRAFT}/{}", of.id));
    let head = of.as_ref().map_or(s.new_head.to_owned(), |of| s.change_head(&of.title));
    let form = Form {
        session,
        student: id,
        name: StoredValue::new(name),
        draft: RwSignal::new(of.as_ref().map(SampleDraft::of).unwrap_or_default()),
        picked: RwSignal::new(None),
        busy: RwSignal::new(false),
        making: RwSignal::new(false),
        problems: RwSignal::new(Vec::new()),
    };
    Effect::new(move || holding.set(form.busy.get() || form.picked.with(Option::is_some)));
    on_cleanup(move || holding.set(false));
    let name = form.name.get_value();
    spawn_local(async move {
        let mut draft = form.draft.get_untracked();
        let first = Some(draft.clone());
        let text = session.draft(id, &name).await;
        // The form may be closed by then, or something new typed in it.
        if let Some(text) = text
            && form.draft.try_get_untracked() == first
        {
            if draft.take_up(&text) {
                form.problems.set(vec![s.choose_again.to_owned()]);
            }
            form.draft.set(draft);
        }
    });
    request_animation_frame(|| go_to(FIRST));
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            keep(form, of.clone(), close);
        }
    };
    view! {
        <form class="card stack work-form" on:submit=keep>
            <h2>{head}</h2>
            <label class="field">
                <span>{s.name}</span>
                <input
                    id=FIRST
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    prop:value=move || form.draft.with(|d| d.title.clone())
                    on:input=move |event| form.change(|d| d.title = event_target_value(&event))
                />
            </label>
            <Work form />
            <SkillShown form />
            <label class="field">
                <span>{s.why}</span>
                <textarea
                    rows="2"
                    dir="auto"
                    placeholder=s.why_hint
                    prop:value=move || form.draft.with(|d| d.why.clone())
                    on:input=move |event| form.change(|d| d.why = event_target_value(&event))
                ></textarea>
            </label>
            <div role="alert" class="stack">
                {move || {
                    form.problems.get().into_iter().map(|text| view! { <p class="problem">{text}</p> }).collect_view()
                }}
            </div>
            <div class="row">
                <button class="btn go" type="submit" aria-disabled=move || form.busy.get().to_string()>
                    {s.keep}
                </button>
                <button
                    class="btn quiet"
                    type="button"
                    on:click=move |_| {
                        // What is being kept cannot be cancelled any more.
                        if form.making.get_untracked() || !form.busy.get_untracked() {
                            session.keep_draft(id, &form.name.get_value(), String::new());
                            close.run(());
                        }
                    }
                >
                    {words().app().cancel}
                </button>
            </div>
        </form>
    }
}

/// The work itself: a text, a photo or a file.
#[component]
fn Work(form: Form) -> impl IntoView {
    let s = words().sample();
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be chosen again.
        input.set_value("");
        let Some(file) = file.filter(|_| !form.busy.get_untracked()) else { return };
        form.problems.set(Vec::new());
        form.busy.set(true);
        form.making.set(is_photo(&file));
        spawn_local(async move {
            let picked = pick(file).await;
            // The form may be closed by then.
            if form.busy.try_set(false).is_some() {
                return;
            }
            form.making.set(false);
            match picked {
                Ok(picked) => {
                    form.picked.set(Some(picked));
                    form.keep_draft();
                }
                Err(why) => form.problems.set(vec![why]),
            }
        });
    };
    let choose = move |id: &'static str,
                       picture: &'static str,
                       text: &'static str,
                       hint: &'static str,
                       accept: &'static str| {
        view! {
            <label class="choice">
                <Drawing paths=picture class="icon" />
                <span>{text} <small>{hint}</small></span>
                <input id=id type="file" class="unseen" accept=accept on:change=chosen />
            </label>
        }
    };
    let there = move || {
        let told = form.picked.with(|picked| {
            let picked = picked.as_ref()?;
            if !picked.file.is_picture() {
                return Some(view! { <p>{s.file_ready(&picked.file.name)}</p> }.into_any());
            }
            let (media, bytes) = (picked.file.media.clone(), picked.bytes.clone());
            Some(
                view! {
                    <p>{s.photo_ready}</p>
                    <Photo load=Box::pin(async move { Some(bytes) }) media />
                }
                .into_any(),
            )
        });
        let kept = || form.draft.with(|d| d.file.as_ref().map(|file| s.file_there(&file.name)));
        told.or_else(|| kept().map(|text| view! { <p>{text}</p> }.into_any()))
    };
    let nothing =
        Memo::new(move |_| form.picked.with(Option::is_none) && form.draft.with(|d| d.file.is_none()));
    view! {
        <label class="field">
            <span>{s.text}</span>
            <small class="muted">{s.text_hint}</small>
            <textarea
                rows="4"
                dir="auto"
                prop:value=move || form.draft.with(|d| d.text.clone())
                on:input=move |event| form.change(|d| d.text = event_target_value(&event))
            ></textarea>
        </label>
        <div class="pick">
            {choose(PHOTO, CAMERA, s.photo, s.photo_hint, "image/*")} {choose(FILE, SHEET, s.file, s.file_hint, "")}
        </div>
        <div role="status" class="stack">
            {move || form.making.get().then_some(s.making)}
            {there}
        </div>
        <button
            class="btn small"
            type="button"
            hidden=move || nothing.get()
            on:click=move |_| {
                form.picked.set(None);
                form.change(|d| d.file = None);
                // The button hides now, and the next thing to do is to choose another one.
                focus_on(PHOTO);
            }
        >
            {s.without}
        </button>
    }
}

/// The skill that the work shows.
#[component]
fn SkillShown(form: Form) -> impl IntoView {
    let s = words().sample();
    let chosen = form.draft.with_untracked(|d| d.skill);
    let skills = form.session.peek(|nb| said::skills_and_none(nb, s.no_skill, chosen));
    let option = move |(skill, line)| {
        let is = move || form.draft.with(|d| d.skill == skill);
        let value = skill.map(|skill| skill.to_string()).unwrap_or_default();
        view! { <option value=value prop:selected=is>{line}</option> }
    };
    view! {
        <label class="field">
            <span>{s.skill}</span>
            <select on:change=move |event| form.change(|d| d.skill = event_target_value(&event).parse().ok())>
                {skills.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// Keeps what was typed and picked, all of it or nothing.
fn keep(form: Form, of: Option<WorkSample>, close: Callback<()>) {
    let (session, id) = (form.session, form.student);
    let s = words().sample();
    let picked = form.picked.get_untracked();
    let mut draft = form.draft.get_untracked();
    if let Some(picked) = &picked {
        draft.file = Some(picked.file.clone());
    }
    let today = session.today.get_untracked();
    let (sample, day) = of
        .as_ref()
        .map_or_else(|| (SampleId::from_bits(browser::random_bits()), today), |of| (of.id, of.day));
    let sample = match draft.parse(sample, day) {
        Ok(sample) => sample,
        Err(problems) => return form.problems.set(problems.into_iter().map(said_of).collect()),
    };
    let more = picked.as_ref().map_or(0, |picked| u64::from(picked.file.bytes));
    if more > 0 && session.peek(|nb| nb.kept_bytes()) + more > LARGEST_OF_CLASS {
        return form.problems.set(vec![s.no_room.to_owned()]);
    }
    let (change, text) = match of {
        Some(_) => (session.peek(|nb| nb.amend_sample(id, Actor::Student, sample)), s.changed_said),
        None => (Change::by_student(id, sample), s.kept_said),
    };
    let files: Vec<FileBytes> = picked
        .into_iter()
        .map(|picked| FileBytes { student: id, id: picked.file.id, bytes: picked.bytes })
        .collect();
    form.problems.set(Vec::new());
    form.busy.set(true);
    // The screen may be gone when the work is kept.
    let name = form.name.get_value();
    spawn_local(async move {
        match session.write_with(vec![change], &files).await {
            Ok(batch) => {
                session.keep_draft(id, &name, String::new());
                session.toast.set(Some(Toast { text: text.to_owned(), undo: Some(batch) }));
                close.try_run(());
            }
            Err(fault) => {
                let why = match fault {
                    Fault::Full => s.disk_full.to_owned(),
                    other => said::fault(&other),
                };
                let _ = form.problems.try_set(vec![why]);
                let _ = form.busy.try_set(false);
            }
        }
    });
}

fn said_of(problem: SampleProblem) -> String {
    let s = words().sample();
    match problem {
        SampleProblem::NoTitle => s.no_name.to_owned(),
        SampleProblem::Nothing => s.nothing.to_owned(),
        SampleProblem::Long => s.long(&LONGEST_TITLE),
        SampleProblem::LongText => s.long_text.to_owned(),
    }
}
