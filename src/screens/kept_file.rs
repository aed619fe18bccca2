//! What a student kept with a piece of work, as the student and the teacher see it: a photo or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::id::StudentId;
use crate::domain::work_sample::KeptFile;
use crate::session::{Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::ui::photo::Photo;
use crate::words::words;

/// A photo, larger when it is tapped, or the button that hands out a file. The title says what it is.
pub fn kept_file(id: StudentId, file: KeptFile, title: String) -> AnyView {
    let session = use_session();
    let s = words().sample();
    let (of, media) = (file.id, file.media.clone());
    let photo = move |alt: String| {
        let media = media.clone();
        view! { <Photo load=Box::pin(session.file(id, of)) media alt /> }
    };
    if file.is_picture() {
        let large = RwSignal::new(false);
        let (again, alt) = (photo.clone(), title.clone());
        let button = format!("photo-{of}");
        let back = button.clone();
        Effect::new(move |was: Option<bool>| {
            let large = large.get();
            if was == Some(true) && !large {
                focus_on(&back);
            }
            large
        });
        return view! {
            <button id=button class="photo-button" aria-label=s.larger(&title) on:click=move |_| large.set(true)>
                {photo(String::new())}
            </button>
            <Dialog open=large title>
                {again(alt.clone())}
                <button class="btn" on:click=move |_| large.set(false)>{words().app().close}</button>
            </Dialog>
        }
        .into_any();
    }
    let name = file.name.clone();
    let save = move |_| {
        let name = file.name.clone();
        spawn_local(async move {
            if let Some(bytes) = session.file(id, of).await {
                // As bytes of no kind, so that no browser opens as a page what a student brought.
                browser::download(&name, &bytes, "application/octet-stream");
            } else {
                let text = words().sample().file_not_here.to_owned();
                session.toast.set(Some(Toast { text, undo: None }));
            }
        });
    };
    view! {
        <button class="btn small noprint" on:click=save>
            <Icon of=Picture::Saved />
            {s.save_file(&name)}
        </button>
        <p class="paper-only" dir="auto">{name}</p>
    }
    .into_any()
}
