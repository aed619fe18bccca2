//! Levels over time, drawn by ECharts for the teacher: the one place that names `charming`.
//!
//! A chart is a figure with a sentence, a name, a pattern beside the colour, and the same numbers
//! as a table (the children). The bundle is loaded when the first chart is shown.

use charming::Chart;
use charming::component::{Aria, Axis, Decal, DecalItem, Grid};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisPointer, AxisTick, AxisType, Color, ItemStyle, LineStyle, SplitLine,
    Symbol, Tooltip, Trigger,
};
use charming::series::{Line, Scatter};
use js_sys::{Object, Reflect};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::JsValue;

use self::binding::{Drawn, Watch};
use crate::words::words;

mod binding;

/// One mark of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Its place on the time axis.
    pub at: usize,
    /// Its height: a level, or a figure between levels.
    pub value: f64,
    /// What it says when it is pointed at.
    pub text: String,
}

/// What a chart shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// The days of the time axis in words, every day from the first to the last.
    pub days: Vec<String>,
    /// The levels in words, lowest first.
    pub levels: Vec<String>,
    /// The line, in the order of time.
    pub line: Vec<Dot>,
    /// Single marks, filled.
    pub discs: Vec<Dot>,
    /// A student's own marks, hollow.
    pub rings: Vec<Dot>,
}

/// How far the bundle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Loading,
    Ready,
    Failed,
}

/// A chart with its sentence; the children are its legend and its table.
#[component]
pub fn ChartFigure(
    /// What it shows.
    drawing: Signal<Drawing>,
    /// What it shows, in one plain sentence.
    sentence: Signal<String>,
    /// What it is called.
    name: Signal<String>,
    /// Legend and table.
    children: Children,
) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let figure = NodeRef::<html::Figure>::new();
    let state = RwSignal::new(State::Loading);
    let drawn = StoredValue::new_local(None::<Drawn>);
    let looks = RwSignal::new(0_u32);
    let tries = RwSignal::new(0);
    Effect::new(move || {
        let Some(host) = host.get() else { return };
        let again = tries.get();
        state.set(State::Loading);
        spawn_local(async move {
            let made = Drawn::load(&host, again).await;
            // The screen may be gone by now; then the chart goes with its last holder, here.
            let kept = made.is_some_and(|made| drawn.try_set_value(Some(made)).is_none());
            state.try_set(if kept { State::Ready } else { State::Failed });
        });
    });
    let watch = StoredValue::new_local(Watch::looks(move || {
        looks.try_update(|n| *n = n.wrapping_add(1));
    }));
    Effect::new(move || {
        looks.track();
        let now = drawing.get();
        if state.get() == State::Ready {
            drawn.with_value(|drawn| {
                if let Some(drawn) = drawn {
                    drawn.show(&option(&now, &Colours::read(drawn)));
                }
            });
        }
    });
    on_cleanup(move || {
        drop(watch.try_update_value(Option::take));
        drop(drawn.try_update_value(Option::take));
    });
    // The button goes with the click, so the focus moves to what it was about.
    let again = move |_| {
        if let Some(figure) = figure.get_untracked() {
            // It fails only for an element that is gone.
            let _ = figure.focus();
        }
        tries.update(|n| *n += 1);
    };
    let c = words().chart();
    view! {
        <figure class="chart-figure stack" aria-label=name tabindex="-1" node_ref=figure>
            <div
                class="chart"
                class:waiting=move || state.get() != State::Ready
                class:failed=move || state.get() == State::Failed
            >
                <div class="chart-drawing" node_ref=host role="img" aria-label=sentence></div>
                {move || match state.get() {
                    State::Ready => None,
                    State::Loading => Some(view! { <p class="muted" role="status">{c.loading}</p> }.into_any()),
                    State::Failed => {
                        Some(
                            view! {
                                <div class="stack" role="alert">
                                    <p>{c.failed}</p>
                                    <button class="btn small" on:click=again>
                                        {c.again}
                                    </button>
                                </div>
                            }
                                .into_any(),
                        )
                    }
                }}
            </div>
            <figcaption>{sentence}</figcaption>
            {children()}
        </figure>
    }
}

/// The colours and letters of the page, as they are right now.
struct Colours {
    line: String,
    own: String,
    ink: String,
    soft: String,
    grid: String,
    card: String,
    font: String,
}

impl Colours {
    fn read(drawn: &Drawn) -> Colours {
        Colours {
            line: drawn.colour("--act"),
            own: drawn.colour("--ink-2"),
            ink: drawn.colour("--ink"),
            soft: drawn.colour("--ink-2"),
            grid: drawn.colour("--line"),
            card: drawn.colour("--card"),
            font: drawn.font(),
        }
    }
}

/// The chart as an option of ECharts.
fn option(drawing: &Drawing, colours: &Colours) -> JsValue {
    let to = serde_wasm_bindgen::Serializer::json_compatible();
    // Texts, numbers and lists: nothing of it can fail to become a value of JavaScript.
    let option = chart(drawing, colours).serialize(&to).unwrap_or(JsValue::NULL);
    // What charming 0.6 has no words for.
    set(&option, &["tooltip"], "renderMode", &"richText".into());
    set(&option, &["tooltip"], "confine", &JsValue::TRUE);
    set(&option, &["tooltip", "textStyle"], "color", &colours.ink.as_str().into());
    set(&option, &["textStyle"], "fontFamily", &colours.font.as_str().into());
    // The element has its own name; ECharts would write an English one over it.
    set(&option, &["aria", "label"], "enabled", &JsValue::FALSE);
    set(&option, &["yAxis", "1", "axisLabel"], "width", &LABEL_WIDTH.into());
    set(&option, &["yAxis", "1", "axisLabel"], "overflow", &"break".into());
    set(&option, &["xAxis", "axisLabel"], "hideOverlap", &JsValue::TRUE);
    option
}

/// The room for a level's word beside the axis, in pixels.
const LABEL_WIDTH: i32 = 92;
const LETTERS: f64 = 14.0;

/// Sets a property deep inside an option; missing objects on the way are made.
fn set(option: &JsValue, path: &[&str], key: &str, value: &JsValue) {
    let mut at = option.clone();
    for step in path {
        let found = Reflect::get(&at, &(*step).into()).unwrap_or(JsValue::UNDEFINED);
        let next = if found.is_object() { found } else { Object::new().into() };
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&at, &(*step).into(), &next);
        at = next;
    }
    let _ = Reflect::set(&at, &key.into(), value);
}

fn chart(drawing: &Drawing, c: &Colours) -> Chart {
    let colour = |text: &str| Color::Value(text.to_owned());
    let label = || AxisLabel::new().color(colour(&c.soft)).font_size(LETTERS);
    let none = || (AxisTick::new().show(false), SplitLine::new().show(false));
    #[expect(clippy::cast_precision_loss, reason = "3 to 6 levels")]
    let top = drawing.levels.len() as f64;
    let days = Axis::new()
        .type_(AxisType::Category)
        .data(drawing.days.clone())
        .axis_label(label())
        .axis_line(AxisLine::new().show(false))
        .axis_tick(none().0);
    // The heights stand on an axis of figures; the words on one of names, whose bands are the levels.
    let heights = Axis::new()
        .type_(AxisType::Value)
        .min(0.5)
        .max(top + 0.5)
        .interval(1.0)
        .axis_label(AxisLabel::new().show(false))
        .axis_tick(none().0)
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(colour(&c.grid))));
    let names = Axis::new()
        .type_(AxisType::Category)
        .position("left")
        .data(drawing.levels.clone())
        .axis_label(label().color(colour(&c.ink)).interval(0.0))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(none().0)
        .split_line(none().1);
    let pattern = DecalItem::new()
        .color(colour(&c.soft))
        .dash_array_x(CompositeValue::from(vec![1, 0]))
        .dash_array_y(CompositeValue::from(vec![1, 7]))
        .rotation(std::f64::consts::FRAC_PI_4);
    let tooltip = Tooltip::new()
        .trigger(Trigger::Item)
        .formatter("{b}")
        .background_color(colour(&c.card))
        .border_color(colour(&c.grid))
        .axis_pointer(AxisPointer::new().show(false));
    Chart::new()
        .animation(false)
        .aria(Aria::new().enabled(true).decal(Decal::new().show(true).decals(vec![pattern])))
        .grid(Grid::new().left(8).right(20).top(12).bottom(8).contain_label(true))
        .tooltip(tooltip)
        .x_axis(days)
        .y_axis(heights)
        .y_axis(names)
        .series(line(drawing, c))
        .series(discs(drawing, c))
        .series(rings(drawing, c))
}

fn points(dots: &[Dot]) -> Vec<DataPointItem> {
    let place = |at: usize| f64::from(u32::try_from(at).unwrap_or(u32::MAX));
    dots.iter().map(|dot| DataPointItem::new(vec![place(dot.at), dot.value]).name(&*dot.text)).collect()
}

fn line(drawing: &Drawing, c: &Colours) -> Line {
    let colour = Color::Value(c.line.clone());
    Line::new()
        .symbol(Symbol::Circle)
        .symbol_size(7.0)
        .show_symbol(drawing.discs.is_empty())
        .line_style(LineStyle::new().color(colour.clone()).width(3.0))
        .item_style(ItemStyle::new().color(colour.clone()))
        .area_style(AreaStyle::new().color(colour).opacity(0.16))
        // Under the single marks, or the area would be what is pointed at.
        .z(1)
        .data(points(&drawing.line))
}

fn discs(drawing: &Drawing, c: &Colours) -> Scatter {
    Scatter::new()
        .symbol(Symbol::Circle)
        .symbol_size(9.0)
        .item_style(ItemStyle::new().color(Color::Value(c.line.clone())).opacity(1))
        .data(points(&drawing.discs))
}

fn rings(drawing: &Drawing, c: &Colours) -> Scatter {
    let ring = ItemStyle::new()
        .color(Color::Value("transparent".to_owned()))
        .border_color(Color::Value(c.own.clone()))
        .border_width(2.5)
        .opacity(1);
    Scatter::new().symbol(Symbol::Circle).symbol_size(15.0).item_style(ring).data(points(&drawing.rings))
}
