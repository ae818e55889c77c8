//! Points in the plane, about from -1 to 1 in both directions, each with its class or with a value.

use crate::trigonometry::{cos, sin};
use fastrand::Rng;
use std::f32::consts::{PI, TAU};

/// A pattern of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Class 1 where the coordinates have different signs: XOR as a cloud.
    Xor,
    /// Class 1 around the middle, class 0 in a ring about it.
    Circle,
    /// Two half circles, each reaching into the other.
    Moons,
    /// Two arms that wind around each other.
    Spiral,
    /// Two round heaps.
    Blobs,
    /// No classes but values, 0 at one corner and 1 at the opposite one: a slope.
    Slope,
    /// No classes but values: three hills up to 1 and three hollows down to 0, in turn.
    Hills,
}

/// The middles of the hills, with 1, and of the hollows, with -1.
const HILLS: [([f32; 2], f32); 6] = [
    ([-0.65, 0.4], 1.0),
    ([0.0, 0.4], -1.0),
    ([0.65, 0.4], 1.0),
    ([-0.65, -0.4], -1.0),
    ([0.0, -0.4], 1.0),
    ([0.65, -0.4], -1.0),
];

/// How wide a hill is: the standard deviation of its bell.
const HILL_WIDTH: f32 = 0.18;

impl Pattern {
    /// Every pattern, for tests and menus.
    pub const ALL: [Self; 7] =
        [Self::Xor, Self::Circle, Self::Moons, Self::Spiral, Self::Blobs, Self::Slope, Self::Hills];

    /// Whether the targets are values and no classes.
    #[must_use]
    pub fn has_values(self) -> bool {
        matches!(self, Self::Slope | Self::Hills)
    }

    /// The value at a point of a pattern that has values.
    fn value(self, [x1, x2]: [f32; 2]) -> f32 {
        if self == Self::Slope {
            return 0.5 + 0.25 * (x1 + x2);
        }
        let height = |&([m1, m2], sign): &([f32; 2], f32)| {
            let (away1, away2) = (x1 - m1, x2 - m2);
            sign * (-(away1 * away1 + away2 * away2) / (2.0 * HILL_WIDTH * HILL_WIDTH)).exp()
        };
        0.5 + 0.5 * HILLS.iter().map(height).sum::<f32>()
    }

    /// A point of the class `label` without noise.
    fn point(self, label: u8, rng: &mut Rng) -> [f32; 2] {
        let is_one = label == 1;
        let part = rng.f32();
        match self {
            Self::Xor => {
                // A gap along the axes shows that there are four heaps.
                let mut away = || 0.08 + 0.87 * rng.f32();
                let (x, y) = (away(), away());
                let flip = |value: f32, flip: bool| if flip { -value } else { value };
                let below = part < 0.5;
                [flip(x, below), flip(y, below != is_one)]
            }
            Self::Circle => {
                // The root spreads the points of the disc evenly.
                let radius = if is_one { 0.45 * part.sqrt() } else { 0.65 + 0.3 * part };
                let angle = TAU * rng.f32();
                [radius * cos(angle), radius * sin(angle)]
            }
            Self::Moons => {
                let (sin, cos) = (sin(PI * part), cos(PI * part));
                if is_one { [0.6 * cos + 0.3, -0.6 * sin + 0.2] } else { [0.6 * cos - 0.3, 0.6 * sin - 0.2] }
            }
            Self::Spiral => {
                let turn = if is_one { PI } else { 0.0 };
                let angle = 1.75 * TAU * part + turn;
                let radius = 0.05 + 0.9 * part;
                [radius * sin(angle), radius * cos(angle)]
            }
            Self::Blobs => {
                let center = if is_one { 0.45 } else { -0.45 };
                [center + 0.16 * normal(rng), center + 0.16 * normal(rng)]
            }
            // Where such a point is says nothing of its value.
            Self::Slope | Self::Hills => [2.0 * part - 1.0, 2.0 * rng.f32() - 1.0],
        }
    }
}

/// Points with their targets. Classes come in turn, so that any first part of them is balanced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    /// `[points, 2]`.
    pub inputs: Vec<f32>,
    /// `[points]`: the class, 0 or 1, or a value from 0 to 1.
    pub targets: Vec<f32>,
}

/// Draws a pattern. `noise` is the standard deviation of what is added to both coordinates. The
/// same seed draws the same points.
#[must_use]
pub fn planar(pattern: Pattern, points: usize, noise: f32, seed: u64) -> Points {
    let mut rng = Rng::with_seed(seed);
    let mut drawn = Points::default();
    for label in (0..points).map(|point| (point % 2) as u8) {
        let point = pattern.point(label, &mut rng);
        drawn.inputs.extend(point.map(|coordinate| coordinate + noise * normal(&mut rng)));
        drawn.targets.push(if pattern.has_values() { pattern.value(point) } else { f32::from(label) });
    }
    drawn
}

/// A number of the standard normal distribution (Box and Muller, 1958).
fn normal(rng: &mut Rng) -> f32 {
    // 1 - f32() is never 0, whose logarithm is infinite.
    (-2.0 * (1.0 - rng.f32()).ln()).sqrt() * cos(TAU * rng.f32())
}

/// A line of text that is no point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// The line itself.
    pub text: String,
    /// What is wrong with it.
    pub reason: BadLineReason,
}

/// Why a line is no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLineReason {
    /// It does not have three columns.
    Columns,
    /// A coordinate is no finite number.
    Number,
    /// The class is neither 0 nor 1 (nor -1, which means 0).
    Label,
}

/// Reads points from text as it is written by hand or comes out of a spreadsheet: `x, y, class` in
/// each line, between commas, semicolons, tabs or spaces. Columns may stand in quotes, and a comma
/// that does not separate them is a decimal comma. Empty lines and a line of headings at the top are
/// passed over; lines that are no point are named and the others kept.
///
/// `number` reads a number. A browser has a function for it, while the standard library's would be
/// a tenth of the page.
#[must_use]
pub fn parse_points(text: &str, number: impl Fn(&str) -> Option<f32>) -> (Points, Vec<BadLine>) {
    let number = |text: &str| number(text).filter(|value| value.is_finite());
    let mut points = Points::default();
    let mut bad = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Spreadsheets may say in a line of their own what separates the columns.
    let top = usize::from(text.starts_with("sep="));
    for (place, line) in text.lines().enumerate().skip(top) {
        let line_of_tabs = plain(line);
        let columns: Vec<_> =
            line_of_tabs.split('\t').map(str::trim).filter(|column| !column.is_empty()).collect();
        let is_heading = place == top && columns.iter().all(|column| number(column).is_none());
        if columns.is_empty() || is_heading {
            continue;
        }
        match parse_point(&columns, number) {
            Ok((point, label)) => {
                points.inputs.extend(point);
                points.targets.push(label);
            }
            Err(reason) => bad.push(BadLine { line: place + 1, text: line.trim().to_owned(), reason }),
        }
    }
    (points, bad)
}

/// A line with a tab between its columns, without their quotes, and with points for decimal commas.
fn plain(line: &str) -> String {
    let mut is_quoted = false;
    let has_other = line.chars().any(|letter| {
        is_quoted ^= letter == '"';
        !is_quoted && matches!(letter, ';' | '\t')
    });
    is_quoted = false;
    let letters = line.chars().filter_map(|letter| {
        is_quoted ^= letter == '"';
        match letter {
            '"' => None,
            ';' if !is_quoted => Some('\t'),
            ',' | ' ' if !is_quoted && !has_other => Some('\t'),
            ',' => Some('.'),
            _ => Some(letter),
        }
    });
    letters.collect()
}

fn parse_point(
    columns: &[&str],
    number: impl Fn(&str) -> Option<f32>,
) -> Result<([f32; 2], f32), BadLineReason> {
    let &[x, y, label] = columns else { return Err(BadLineReason::Columns) };
    let coordinate = |text| number(text).ok_or(BadLineReason::Number);
    let point = [coordinate(x)?, coordinate(y)?];
    match number(label) {
        Some(1.0) => Ok((point, 1.0)),
        Some(0.0 | -1.0) => Ok((point, 0.0)),
        _ => Err(BadLineReason::Label),
    }
}
