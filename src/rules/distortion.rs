//! New data: pictures that were moved, scaled, turned, written with another pen, on another ground or badly
//! recorded.

use super::RulesError;
use crate::sketch::{Picture, SIDE};
use crate::trigonometry::{cos, sin};
use fastrand::Rng;
use std::f32::consts::TAU;

/// What is done to every picture, in this order: stroke, then size, rotation and shift at once, then
/// inversion, then noise.
///
/// Where a picture may go either way (the direction of the shift and of the turn), each goes its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distortion {
    /// How far a picture moves, in pixels, 0 to 14. Along each axis it moves by whole pixels.
    pub shift: f32,
    /// How many times as large it becomes, 0.25 to 4, from its middle.
    pub size: f32,
    /// How far it turns about its middle, in degrees, 0 to 180.
    pub rotation: f32,
    /// Dark ink on light ground instead of light on dark.
    pub invert: bool,
    /// The part of the pixels, 0 to 1, that become any gray at all.
    pub noise: f32,
    /// By how many pixels strokes become wider on each side, -4 to 4; below zero thinner.
    pub stroke: i32,
}

impl Distortion {
    /// Leaves pictures as they are.
    pub const NONE: Self =
        Self { shift: 0.0, size: 1.0, rotation: 0.0, invert: false, noise: 0.0, stroke: 0 };

    /// Whether every strength is in its range.
    ///
    /// # Errors
    /// [`RulesError::Strength`] with the name of the first that is not.
    pub fn check(&self) -> Result<(), RulesError> {
        let is_in_range = [
            ("shift", (0.0..=14.0).contains(&self.shift)),
            ("size", (0.25..=4.0).contains(&self.size)),
            ("rotation", (0.0..=180.0).contains(&self.rotation)),
            ("noise", (0.0..=1.0).contains(&self.noise)),
            ("stroke", (-4..=4).contains(&self.stroke)),
        ];
        match is_in_range.iter().find(|(_, holds)| !holds) {
            Some((name, _)) => Err(RulesError::Strength(name)),
            None => Ok(()),
        }
    }

    /// Distorts a picture. What is random follows from `rng` in a way that does not hang on the strengths: a
    /// picture that is shifted further goes on in the same direction, and more noise covers what less covered.
    #[must_use]
    pub fn apply(&self, picture: &Picture, rng: &mut Rng) -> Picture {
        let direction = TAU * rng.f32();
        let turn = if rng.bool() { self.rotation } else { -self.rotation };
        let mut result = weigh(picture, self.stroke);
        if (self.shift, self.size, self.rotation) != (0.0, 1.0, 0.0) {
            let by = [cos(direction), sin(direction)].map(|part| (self.shift * part).round());
            result = place(&result, by, self.size, turn.to_radians());
        }
        if self.invert {
            result = result.map(|value| 255 - value);
        }
        for value in &mut result {
            let (chance, gray) = (rng.f32(), rng.u8(..));
            if chance < self.noise {
                *value = gray;
            }
        }
        result
    }
}

/// Makes strokes wider, or below zero thinner, by whole pixels: the gray dilation and erosion by a pixel and
/// its four neighbours (Serra, "Image Analysis and Mathematical Morphology", 1982). Beyond the edge is ground.
fn weigh(picture: &Picture, stroke: i32) -> Picture {
    let strongest = if stroke > 0 { u8::max } else { u8::min };
    let mut result = *picture;
    for _ in 0..stroke.unsigned_abs() {
        let before = result;
        for (cell, value) in result.iter_mut().enumerate() {
            let (row, column) = ((cell / SIDE) as i32, (cell % SIDE) as i32);
            let neighbours = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)];
            for (row, column) in neighbours {
                *value = strongest(*value, pixel(&before, row, column));
            }
        }
    }
    result
}

/// Scales and turns a picture about its middle, clockwise as seen, and moves it. Every pixel takes what lies
/// at its middle's place in the old picture, evenly between the four nearest pixels there.
fn place(picture: &Picture, by: [f32; 2], size: f32, turn: f32) -> Picture {
    // The middle of the picture as a place in which pixel `i` has its own middle at `i`.
    const CENTER: f32 = (SIDE as f32 - 1.0) / 2.0;
    let (sin, cos) = (sin(turn), cos(turn));
    std::array::from_fn(|cell| {
        let x = (cell % SIDE) as f32 - CENTER - by[0];
        let y = (cell / SIDE) as f32 - CENTER - by[1];
        let from = [(cos * x + sin * y) / size, (cos * y - sin * x) / size];
        between(picture, from.map(|place| place + CENTER))
    })
}

fn between(picture: &Picture, [x, y]: [f32; 2]) -> u8 {
    let (left, top) = (x.floor(), y.floor());
    let (right_part, bottom_part) = (x - left, y - top);
    let at = |row: f32, column: f32| f32::from(pixel(picture, row as i32, column as i32));
    let row = |row: f32| (1.0 - right_part) * at(row, left) + right_part * at(row, left + 1.0);
    ((1.0 - bottom_part) * row(top) + bottom_part * row(top + 1.0)).round() as u8
}

/// A pixel, and the ground beyond the edge.
fn pixel(picture: &Picture, row: i32, column: i32) -> u8 {
    let inside = 0..SIDE as i32;
    if inside.contains(&row) && inside.contains(&column) {
        picture[row as usize * SIDE + column as usize]
    } else {
        0
    }
}
