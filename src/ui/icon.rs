//! Pictures of the interface: own SVG, never emoji, always beside a word.

use leptos::prelude::*;

/// The pictures there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// One person.
    Alone,
    /// Two people.
    Partner,
    /// A person at a board.
    Teacher,
    /// A pencil.
    Pencil,
    /// A tick.
    Tick,
    /// An arrow to what comes next.
    Arrow,
    /// A slip of paper: an exit ticket.
    Ticket,
    /// A padlock.
    Lock,
    /// A speech bubble: feedback.
    Feedback,
    /// A disk: saved.
    Saved,
    /// A triangle with a mark: look here.
    Warning,
    /// A house: the first screen.
    Home,
    /// A printer.
    Print,
    /// A loudspeaker: read aloud.
    Speak,
    /// A link of a chain.
    Link,
    /// A family.
    Family,
}

impl Picture {
    fn paths(self) -> &'static str {
        match self {
            Picture::Alone => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-7 7-7s7 3 7 7",
            Picture::Partner => {
                "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM17 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 20c0-4 3-6 6-6s6 2 6 6M16 14c3 0 5 2 5 5"
            }
            Picture::Teacher => {
                "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20c0-5 2-8 5-8 2 0 3 1 4 2l4-3M14 4h7v10h-5"
            }
            Picture::Pencil => "M4 20l1-4L16 5l3 3L8 19z",
            Picture::Tick => "M4 12.5l5 5L20 6.5",
            Picture::Arrow => "M4 12h15M13 6l6 6-6 6",
            Picture::Ticket => "M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM9 8h6M9 12h6",
            Picture::Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
            Picture::Feedback => "M4 5h16v11H11l-4 4v-4H4z",
            Picture::Saved => "M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6",
            Picture::Warning => "M12 4L2.5 20h19zM12 10v5M12 17.5v.5",
            Picture::Home => "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
            Picture::Print => "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
            Picture::Speak => "M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6",
            Picture::Link => "M9 15l6-6M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2",
            Picture::Family => {
                "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM17 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 15a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2 20c0-5 2-8 5-8M22 20c0-5-2-8-5-8M8 21c0-2.500 1.500-4 4-4s4 1.500 4 4"
            }
        }
    }
}

/// A picture; the word beside it carries the meaning.
#[component]
pub fn Icon(
    /// Which one.
    of: Picture,
) -> impl IntoView {
    view! { <Drawing paths=of.paths() class="icon" /> }
}

/// Lines on a field of 24 by 24, in the colour of the text.
#[component]
pub fn Drawing(
    /// The lines, as an SVG path.
    paths: &'static str,
    /// How large it is.
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path
                d=paths
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}
