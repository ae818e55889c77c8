//! Digits as people draw them: the shapes in `digits.json`, each drawn anew by many hands.
//!
//! A shape's strokes are given by a few points, x to the right and y downwards, in a box of height
//! 1. A curve runs smoothly through them; a point that is given twice is a corner.

use chalknet::sketch::Point;
use fastrand::Rng;
use serde::Deserialize;

/// The width and the height of the canvas that is drawn on.
pub const CANVAS: f32 = 400.0;

/// One way to write a digit.
#[derive(Deserialize)]
pub struct Shape {
    pub digit: u8,
    pub style: String,
    pub strokes: Vec<Vec<Point>>,
}

/// What a canvas would see of one drawing.
pub struct Drawing {
    pub digit: u8,
    pub style: String,
    pub strokes: Vec<Vec<Point>>,
    pub pen_width: f32,
}

/// All shapes, those of the same digit one after the other.
pub fn shapes() -> Vec<Shape> {
    serde_json::from_str(include_str!("digits.json")).expect("digits.json holds shapes")
}

/// Draws `shape` as one hand would: `seed` decides on slant, stretch, turn, size (12 % to 95 % of
/// the canvas), place, unsteadiness, speed and pen.
///
/// How far each spreads is a guess at what people do with a mouse or a finger.
pub fn draw(shape: &Shape, seed: u64) -> Drawing {
    let rng = &mut Rng::with_seed(seed);
    let size = between(rng, 0.12, 0.95) * CANVAS;
    let pen_width = between(rng, 0.02, 0.08) * CANVAS;
    // A pointer is asked for its place so many times a second: fast means few points.
    let spacing = between(rng, 0.01, 0.12) * size;
    let tremble = between(rng, 0.0, 0.008) * size;
    let whole_pixels = rng.bool();

    let posture = Posture::of(rng);
    // A stroke is a list of curves from corner to corner, where every hand slows down.
    let strokes: Vec<Vec<Vec<Point>>> = shape
        .strokes
        .iter()
        .map(|stroke| {
            let bent = bend(stroke, 0.03, rng).into_iter();
            let leaning: Vec<Point> = bent.map(|point| posture.apply(point)).collect();
            leaning.chunk_by(|a, b| a != b).map(curve).collect()
        })
        .collect();

    let [low, high] = bounds(strokes.iter().flatten().flatten());
    let scale = size / (high[0] - low[0]).max(high[1] - low[1]);
    let corner = [0, 1].map(|axis| between(rng, 0.0, CANVAS - scale * (high[axis] - low[axis])));
    let mut seen = |point: Point| {
        [0, 1].map(|axis| {
            let placed = (point[axis] - low[axis]) * scale + corner[axis] + tremble * gaussian(rng);
            if whole_pixels { placed.round() } else { placed }
        })
    };
    let strokes = strokes.iter().map(|curves| {
        let points = curves.iter().flat_map(|curve| evenly(curve, spacing / scale));
        points.map(&mut seen).collect()
    });
    let strokes = strokes.collect();
    Drawing { digit: shape.digit, style: shape.style.clone(), strokes, pen_width }
}

/// How a writer leans on every stroke alike.
struct Posture {
    stretch: f32,
    slant: f32,
    turn: f32,
}

impl Posture {
    fn of(rng: &mut Rng) -> Self {
        Self {
            stretch: between(rng, 0.75, 1.3),
            slant: between(rng, -0.15, 0.35),
            turn: between(rng, -0.12, 0.12),
        }
    }

    fn apply(&self, [x, y]: Point) -> Point {
        let (sin, cos) = self.turn.sin_cos();
        let x = self.stretch * x - self.slant * y;
        [x * cos - y * sin, x * sin + y * cos]
    }
}

/// Moves each point a little, `amount` being the standard deviation, but the two of a corner alike.
fn bend(stroke: &[Point], amount: f32, rng: &mut Rng) -> Vec<Point> {
    let mut bent: Vec<Point> = Vec::new();
    for (index, point) in stroke.iter().enumerate() {
        let corner = index > 0 && stroke[index - 1] == *point;
        let moved = match bent.last() {
            Some(&twin) if corner => twin,
            _ => point.map(|coordinate| coordinate + amount * gaussian(rng)),
        };
        bent.push(moved);
    }
    bent
}

/// The smooth curve through `points` as many short lines: a Catmull-Rom spline.
fn curve(points: &[Point]) -> Vec<Point> {
    const PIECES: u8 = 24;
    let last = points.len() - 1;
    // The curve passes each point in the direction from the one before to the one after.
    let tangent = |i: usize, axis: usize| {
        let (before, after) = (i.saturating_sub(1), (i + 1).min(last));
        (points[after][axis] - points[before][axis]) / (after - before) as f32
    };
    let mut curve = vec![points[0]];
    for i in 0..last {
        for piece in 1..=PIECES {
            let t = f32::from(piece) / f32::from(PIECES);
            let (t2, t3) = (t * t, t * t * t);
            curve.push([0, 1].map(|axis| {
                (2.0 * t3 - 3.0 * t2 + 1.0) * points[i][axis]
                    + (t3 - 2.0 * t2 + t) * tangent(i, axis)
                    + (3.0 * t2 - 2.0 * t3) * points[i + 1][axis]
                    + (t3 - t2) * tangent(i + 1, axis)
            }));
        }
    }
    curve
}

/// Points about every `spacing` along `line`, its first and its last point among them.
fn evenly(line: &[Point], spacing: f32) -> Vec<Point> {
    let mut points = vec![line[0]];
    let mut since = 0.0;
    for pair in line.windows(2) {
        since += distance(pair[0], pair[1]);
        if since >= spacing {
            points.push(pair[1]);
            since = 0.0;
        }
    }
    points.extend(line.last());
    points
}

/// The lowest and the highest coordinate along each axis.
fn bounds<'a>(points: impl Iterator<Item = &'a Point>) -> [Point; 2] {
    points.fold([[f32::INFINITY; 2], [f32::NEG_INFINITY; 2]], |[low, high], point| {
        let pick =
            |ends: Point, choose: fn(f32, f32) -> f32| [0, 1].map(|axis| choose(ends[axis], point[axis]));
        [pick(low, f32::min), pick(high, f32::max)]
    })
}

fn distance(a: Point, b: Point) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn mix(from: f32, to: f32, part: f32) -> f32 {
    from + (to - from) * part
}

fn between(rng: &mut Rng, low: f32, high: f32) -> f32 {
    mix(low, high, rng.f32())
}

/// Normally distributed, by the transform of Box and Muller.
fn gaussian(rng: &mut Rng) -> f32 {
    (-2.0 * (1.0 - rng.f32()).ln()).sqrt() * (std::f32::consts::TAU * rng.f32()).cos()
}
