//! Pen strokes to the 28x28 picture that a network trained on MNIST expects.
//!
//! A picture is drawn from the strokes themselves and not from what a canvas shows of them: some
//! browsers blur what is read back from a canvas, and the same strokes give the same bytes
//! everywhere.
//!
//! The images of MNIST were made by scaling the ink into a box of 20x20 pixels, with its aspect
//! ratio kept, and moving its center of mass to the center of 28x28 (LeCun, Cortes, Burges:
//! "The MNIST database of handwritten digits"). Lengths here are pixels of that picture, and
//! pixel `i` covers `i..i + 1`.

use std::fmt;

/// A point of a stroke: x to the right and y downwards, in any unit.
pub type Point = [f32; 2];

/// The width and the height of a picture.
pub const SIDE: usize = 28;

/// A picture row by row: `[SIDE, SIDE]`, 0 is paper and 255 is ink.
pub type Picture = [u8; SIDE * SIDE];

/// The longer side of the box that the ink is scaled to fit.
const BOX: f64 = 20.0;

/// The width of every stroke in the picture, whatever the pen that drew it.
///
/// A pen that is scaled along with the drawing would give a digit that was drawn small strokes many
/// times as wide as the same digit drawn large. MNIST knows no such spread: its writers had one kind
/// of pen and wrote about equally large. Its strokes, measured as the ink over half the length of
/// its edge, are 2.5 pixels wide in the median, and 2.1 to 2.9 in half of all images. Strokes of this
/// width measure the same, and drawn digits get as much ink as MNIST's (13.0 % of the picture
/// against 13.1 %).
const STROKE_WIDTH: f64 = 2.4;

/// Where the center of mass goes, along x and along y: the middle of pixel 14.
///
/// MNIST's images were moved by whole pixels, and their centers of mass fill the pixel (14, 14)
/// evenly: the mean over all images is (14.51, 14.50). The middle of that pixel is therefore the
/// most typical place. Moving by parts of a pixel lets the picture change smoothly while one draws.
const CENTER: f64 = 14.5;

/// Why strokes cannot be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SketchError {
    /// A coordinate is infinite or not a number.
    NotFinite {
        /// Which stroke, from 0.
        stroke: usize,
        /// Which of its points, from 0.
        point: usize,
    },
    /// The pen's width is not a positive, finite number.
    PenWidth(f32),
    /// The lengths of the strokes do not add up to the coordinates that came with them.
    Lengths {
        /// How many coordinates there are.
        coordinates: usize,
        /// How many points the lengths ask for.
        points: u64,
    },
}

impl fmt::Display for SketchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { stroke, point } => {
                write!(f, "point {point} of stroke {stroke} is not finite")
            }
            Self::PenWidth(_) => write!(f, "the pen's width must be positive and finite"),
            Self::Lengths { coordinates, points } => {
                write!(f, "{points} points need twice as many coordinates, but there are {coordinates}")
            }
        }
    }
}

impl std::error::Error for SketchError {}

/// Cuts `coordinates` (x0, y0, x1, y1, ...) into strokes of as many points as `lengths` says.
///
/// # Errors
/// [`SketchError::Lengths`] if the lengths do not use up the coordinates exactly.
pub fn split_strokes<'a>(coordinates: &'a [f32], lengths: &[u32]) -> Result<Vec<&'a [Point]>, SketchError> {
    let (mut rest, odd) = coordinates.as_chunks::<2>();
    let points = lengths.iter().map(|&length| u64::from(length)).sum();
    if !odd.is_empty() || rest.len() as u64 != points {
        return Err(SketchError::Lengths { coordinates: coordinates.len(), points });
    }
    let strokes = lengths.iter().map(|&length| {
        let stroke;
        (stroke, rest) = rest.split_at(length as usize);
        stroke
    });
    Ok(strokes.collect())
}

/// Draws `strokes` as a picture of MNIST's making, or `None` if they have no point at all.
///
/// Each stroke is a line through its points with round joins and caps; a stroke of one point is a
/// dot. Only the shape matters: neither place, size nor pen changes the picture. `pen_width`, in
/// the unit of the points, only tells a tap of an unsteady hand from a small drawing: a mark no
/// longer than the pen is wide stays a dot instead of being blown up.
///
/// The ink never leaves the picture: the center of mass of a very lopsided drawing stays off the
/// center by as much as that takes.
///
/// # Errors
/// [`SketchError::NotFinite`] and [`SketchError::PenWidth`] if a number is not a length.
pub fn sketch<S: AsRef<[Point]>>(strokes: &[S], pen_width: f32) -> Result<Option<Picture>, SketchError> {
    if !(pen_width.is_finite() && pen_width > 0.0) {
        return Err(SketchError::PenWidth(pen_width));
    }
    let Some(bounds) = Bounds::of(strokes)? else {
        return Ok(None);
    };
    let in_box = Placement::in_box(&bounds, f64::from(pen_width));
    // The center of mass is that of the ink as drawn, in which crossings count once. No formula
    // over the strokes knows it, so the drawing is rendered once to find it and once to use it.
    let mass = center_of_mass(&coverage(strokes, &in_box));
    let placed = in_box.moved_to_center(&bounds, mass);
    Ok(Some(coverage(strokes, &placed).map(|part| (part * 255.0).round() as u8)))
}

/// The box around all points, in the unit of the drawing and in `f64`, where the difference of any
/// two `f32` is finite.
struct Bounds {
    low: [f64; 2],
    high: [f64; 2],
}

impl Bounds {
    /// `None` if there is no point.
    fn of<S: AsRef<[Point]>>(strokes: &[S]) -> Result<Option<Self>, SketchError> {
        let mut bounds = Self { low: [f64::INFINITY; 2], high: [f64::NEG_INFINITY; 2] };
        for (stroke, points) in strokes.iter().enumerate() {
            for (point, coordinates) in points.as_ref().iter().enumerate() {
                for (axis, &coordinate) in coordinates.iter().enumerate() {
                    if !coordinate.is_finite() {
                        return Err(SketchError::NotFinite { stroke, point });
                    }
                    bounds.low[axis] = bounds.low[axis].min(coordinate.into());
                    bounds.high[axis] = bounds.high[axis].max(coordinate.into());
                }
            }
        }
        let any = bounds.low[0] <= bounds.high[0];
        Ok(any.then_some(bounds))
    }

    fn middle(&self, axis: usize) -> f64 {
        f64::midpoint(self.low[axis], self.high[axis])
    }

    fn length(&self, axis: usize) -> f64 {
        self.high[axis] - self.low[axis]
    }
}

/// How the drawing lies in the picture: `middle` of the drawing goes to `target`, scaled.
struct Placement {
    scale: f64,
    middle: [f64; 2],
    target: [f64; 2],
}

impl Placement {
    /// The drawing's box in the middle of the picture, as large as MNIST has it.
    fn in_box(bounds: &Bounds, pen_width: f64) -> Self {
        // The points run along the middle of the ink, which reaches half a stroke beyond them.
        let longer = bounds.length(0).max(bounds.length(1)).max(pen_width);
        Self {
            scale: (BOX - STROKE_WIDTH) / longer,
            middle: [0, 1].map(|axis| bounds.middle(axis)),
            target: [SIDE as f64 / 2.0; 2],
        }
    }

    /// Moves `mass`, a place in the picture, to the center, as far as the ink stays inside.
    fn moved_to_center(self, bounds: &Bounds, mass: [f64; 2]) -> Self {
        let target = [0, 1].map(|axis| {
            let ink = bounds.length(axis) * self.scale + STROKE_WIDTH;
            let room = (SIDE as f64 - ink) / 2.0;
            let target = self.target[axis] + CENTER - mass[axis];
            // `clamp` could panic with these numbers in its message, and the code to write them would be a
            // twentieth of what the page downloads.
            target.max(SIDE as f64 / 2.0 - room).min(SIDE as f64 / 2.0 + room)
        });
        Self { target, ..self }
    }

    fn place(&self, point: &Point) -> [f64; 2] {
        [0, 1].map(|axis| (f64::from(point[axis]) - self.middle[axis]) * self.scale + self.target[axis])
    }
}

/// The part of each pixel that is inked, 0 to 1: `[SIDE, SIDE]`.
///
/// The covered area, as in MNIST: the edge of an upright stroke is one gray pixel wide there.
fn coverage<S: AsRef<[Point]>>(strokes: &[S], placement: &Placement) -> [f64; SIDE * SIDE] {
    // An area is found by cutting each pixel into this many rows and columns of cells. A cell whose
    // middle is half a cell inside the stroke's edge is full, one half a cell outside is empty, and
    // the covered part runs evenly between.
    const CELLS: usize = 4;
    const FINE: usize = SIDE * CELLS;
    const REACH: f64 = STROKE_WIDTH / 2.0 * CELLS as f64 + 0.5;

    // The nearest piece of any stroke decides, so that ink on ink is no blacker.
    let mut nearest = vec![f64::INFINITY; FINE * FINE];
    let mut line = |from: [f64; 2], to: [f64; 2]| {
        // Drawings may have very many points: a piece looks at the cells it can reach only.
        // (A cast to usize takes what is below zero to zero.)
        let [columns, rows] = [0, 1].map(|axis| {
            let first = (from[axis].min(to[axis]) - REACH).floor() as usize;
            let end = (from[axis].max(to[axis]) + REACH).ceil() as usize;
            first..end.min(FINE)
        });
        for row in rows {
            for column in columns.clone() {
                let middle = [column as f64 + 0.5, row as f64 + 0.5];
                let cell = &mut nearest[row * FINE + column];
                *cell = cell.min(squared_distance(middle, from, to));
            }
        }
    };
    let place = |point| placement.place(point).map(|coordinate| coordinate * CELLS as f64);
    for stroke in strokes {
        let points = stroke.as_ref();
        // The line from the first point to itself is the dot of a stroke that has no other.
        let starts = points.first().into_iter().chain(points);
        for (from, to) in starts.zip(points) {
            line(place(from), place(to));
        }
    }

    let mut pixels = [0.0; SIDE * SIDE];
    for (cell, squared) in nearest.iter().enumerate() {
        let [column, row] = [cell % FINE / CELLS, cell / FINE / CELLS];
        let inked = (REACH - squared.sqrt()).clamp(0.0, 1.0);
        pixels[row * SIDE + column] += inked / (CELLS * CELLS) as f64;
    }
    pixels
}

/// The square of the distance from `point` to the line from `from` to `to`.
fn squared_distance(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let out = [point[0] - from[0], point[1] - from[1]];
    let length_squared = along[0] * along[0] + along[1] * along[1];
    // Where the nearest point lies between the ends; a line without length has but one.
    let part = if length_squared > 0.0 {
        ((out[0] * along[0] + out[1] * along[1]) / length_squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let [dx, dy] = [out[0] - part * along[0], out[1] - part * along[1]];
    dx * dx + dy * dy
}

/// The mean place of the ink, `[x, y]`. There must be some.
fn center_of_mass(coverage: &[f64; SIDE * SIDE]) -> [f64; 2] {
    let mut moment = [0.0; 2];
    let mut mass = 0.0;
    for (pixel, part) in coverage.iter().enumerate() {
        moment[0] += part * ((pixel % SIDE) as f64 + 0.5);
        moment[1] += part * ((pixel / SIDE) as f64 + 0.5);
        mass += part;
    }
    moment.map(|moment| moment / mass)
}
