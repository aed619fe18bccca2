//! "Undefined" is a value: a measure is a figure with its count, or the reason why there is none.

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Undefined {
    /// There is nothing to calculate from.
    #[error("nothing to calculate from")]
    Empty,
    /// There is something, but too little: it takes `needed`, there are `have`.
    #[error("too few values: {have} of {needed}")]
    TooFew {
        /// How many there are.
        have: usize,
        /// How many it takes.
        needed: usize,
    },
    /// The values stand on scale versions that nothing maps to each other.
    #[error("levels of different scales")]
    MixedScales,
}

/// A figure and how many values it was made from. The value is unrounded and finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The figure.
    pub value: f64,
    /// How many values it was made from.
    pub n: usize,
}
