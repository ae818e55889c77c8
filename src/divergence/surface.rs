//! The loss of every model `f(x; w, b) = w x + b`.

use super::{Divergence, DivergenceError, FROM, TO};

/// The loss over a square of weights.
#[derive(Clone, Debug, PartialEq)]
pub struct LossSurface {
    /// `[side, side]`: the loss at the middle of each cell, the largest `b` first, `w` growing along a row.
    pub values: Vec<f32>,
    /// `(w, b)` of the lowest cell's middle; of equally low ones the first.
    pub lowest: [f32; 2],
}

/// The loss of `w x + b` at the places `x` (`[places]`) where the target is `g` (`[places]`), for `w` and `b`
/// from `-reach` to `reach` in a grid of `side` times `side` cells: `(TO - FROM) / n sum_i div(w x_i + b, g_i)`.
///
/// # Errors
/// If `x` and `g` do not match, or there is no such grid.
pub fn loss_surface(
    divergence: Divergence,
    x: &[f32],
    g: &[f32],
    reach: f32,
    side: usize,
) -> Result<LossSurface, DivergenceError> {
    if x.len() != g.len() || x.is_empty() {
        return Err(DivergenceError::Lengths { f: x.len(), g: g.len() });
    }
    if side == 0 || !(reach > 0.0 && reach.is_finite()) {
        return Err(DivergenceError::Map);
    }
    let middle = |cell: usize| ((2 * cell + 1) as f32 / side as f32 - 1.0) * reach;
    let mut values = Vec::with_capacity(side * side);
    for row in 0..side {
        let b = -middle(row);
        for column in 0..side {
            let w = middle(column);
            let pairs = x.iter().zip(g).map(|(&x, &g)| (w * x + b, g));
            values.push((divergence.mean(pairs, x.len()) * f64::from(TO - FROM)) as f32);
        }
    }
    let mut lowest = 0;
    for (cell, value) in values.iter().enumerate() {
        if *value < values[lowest] {
            lowest = cell;
        }
    }
    Ok(LossSurface { lowest: [middle(lowest % side), -middle(lowest / side)], values })
}
