use super::{PerceptronError, ROWS, Table, Weights, number};

/// A part of the plane of `(w1, w2)` in which the outputs are the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Which rows fire in it.
    pub outputs: Table,
    /// Corners `(w1, w2)` of the region, which is convex.
    pub corners: Vec<[f64; 2]>,
}

impl Region {
    /// The mean of the corners, which lies inside.
    #[must_use]
    pub fn center(&self) -> [f64; 2] {
        [0, 1].map(|axis| {
            self.corners.iter().map(|corner| corner[axis]).sum::<f64>() / self.corners.len() as f64
        })
    }
}

/// All `(w1, w2)` between `-reach` and `reach`, cut into regions of equal outputs for the bias of `weights`.
///
/// A row's sum is zero on a line of that plane, so the lines of the four rows are the only borders.
///
/// # Errors
/// [`PerceptronError::Reach`] if `reach` is not positive and finite.
pub fn weight_map(weights: Weights, reach: f64) -> Result<Vec<Region>, PerceptronError> {
    if !(reach.is_finite() && reach > 0.0) {
        return Err(PerceptronError::Reach(reach));
    }
    let bias = number(weights.b);
    let square = vec![[-reach, -reach], [reach, -reach], [reach, reach], [-reach, reach]];
    let mut regions = vec![Region { outputs: Table([false; 4]), corners: square }];
    for (row, inputs) in ROWS.iter().enumerate() {
        let [x1, x2] = inputs.map(|x| x as f64);
        regions = regions
            .into_iter()
            .flat_map(|region| {
                let side = |sign: f64| {
                    clip(&region.corners, |[w1, w2]| sign * (w1 * x1 + w2 * x2 + bias), sign > 0.0)
                };
                let mut fires = region.outputs;
                fires.0[row] = true;
                [
                    Region { outputs: fires, corners: side(1.0) },
                    Region { outputs: region.outputs, corners: side(-1.0) },
                ]
            })
            .filter(|region| region.corners.len() > 2)
            .collect();
    }
    Ok(regions)
}

/// The part of a convex polygon where `height` is positive (Sutherland and Hodgman, 1974). A polygon on which
/// it is zero everywhere is kept whole where `keeps_zero`, for at zero a row fires.
fn clip(corners: &[[f64; 2]], height: impl Fn([f64; 2]) -> f64, keeps_zero: bool) -> Vec<[f64; 2]> {
    let heights: Vec<f64> = corners.iter().map(|&corner| height(corner)).collect();
    if heights.iter().all(|&height| height == 0.0) {
        return if keeps_zero { corners.to_vec() } else { Vec::new() };
    }
    // Without a corner on the inner side there is at most an edge.
    if heights.iter().all(|&height| height <= 0.0) {
        return Vec::new();
    }
    let mut kept = Vec::new();
    for (index, (&from, &high)) in corners.iter().zip(&heights).enumerate() {
        let next = (index + 1) % corners.len();
        let (to, low) = (corners[next], heights[next]);
        if high >= 0.0 {
            kept.push(from);
        }
        if high * low < 0.0 {
            let part = high / (high - low);
            kept.push([0, 1].map(|axis| from[axis] + part * (to[axis] - from[axis])));
        }
    }
    kept
}
