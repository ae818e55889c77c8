//! What can be measured of a picture, and where in it the measure looks.

use crate::sketch::{Picture, SIDE};

/// A pixel from this value on is ink.
pub const INK: u8 = 128;

/// The row and the column that are crossed: the first ones behind the middle of the picture.
const MIDDLE: usize = SIDE / 2;

/// The patch in the middle is so many pixels wide and high.
const PATCH: usize = 6;

/// A measure of a picture. None of them adapts to the picture: a place is always the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many of the picture's pixels are ink, in percent.
    Ink,
    /// How many columns the box around the ink spans; 0 without ink.
    Width,
    /// How many rows it spans; 0 without ink.
    Height,
    /// The box's height divided by its width; 0 without ink.
    Aspect,
    /// How many of the 6x6 pixels in the middle of the picture are ink, in percent.
    Middle,
    /// Through how many strokes the middle row goes: runs of ink.
    Row,
    /// Through how many strokes the middle column goes.
    Column,
    /// How many regions without ink are enclosed by ink. Ink holds together across corners, what it
    /// encloses does not (the usual pair of 8- and 4-connectedness: Rosenfeld, "Connectivity in Digital
    /// Pictures", 1970).
    Holes,
    /// How much of the ink lies on ink when the picture is mirrored left to right, in percent; 100 without
    /// ink.
    Symmetry,
}

/// A rectangle of whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// The first column.
    pub x: usize,
    /// The first row.
    pub y: usize,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

/// What a measure gives, and what in the picture it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// In the measure's unit.
    pub value: f64,
    /// Where it looks; none where it looks at everything, or found no ink to put a box around.
    pub rect: Option<Rect>,
    /// The pixels that count, each as `row * SIDE + column`.
    pub cells: Vec<usize>,
}

impl Measure {
    /// Every measure, for tests and menus.
    pub const ALL: [Self; 9] = [
        Self::Ink,
        Self::Width,
        Self::Height,
        Self::Aspect,
        Self::Middle,
        Self::Row,
        Self::Column,
        Self::Holes,
        Self::Symmetry,
    ];

    /// Measures a picture.
    #[must_use]
    pub fn read(self, picture: &Picture) -> Reading {
        match self {
            Self::Ink => {
                let cells = ink_where(picture, &|_| true);
                Reading { value: percent(cells.len(), picture.len()), rect: None, cells }
            }
            Self::Width => around(picture, |rect| rect.width as f64),
            Self::Height => around(picture, |rect| rect.height as f64),
            Self::Aspect => around(picture, |rect| rect.height as f64 / rect.width as f64),
            Self::Middle => {
                let from = MIDDLE - PATCH / 2;
                let patch = from..from + PATCH;
                let in_patch = |cell| patch.contains(&(cell % SIDE)) && patch.contains(&(cell / SIDE));
                let cells = ink_where(picture, &in_patch);
                let rect = Rect { x: from, y: from, width: PATCH, height: PATCH };
                Reading { value: percent(cells.len(), PATCH * PATCH), rect: Some(rect), cells }
            }
            Self::Row => {
                let rect = Rect { x: 0, y: MIDDLE, width: SIDE, height: 1 };
                strokes(picture, rect, |place| MIDDLE * SIDE + place)
            }
            Self::Column => {
                let rect = Rect { x: MIDDLE, y: 0, width: 1, height: SIDE };
                strokes(picture, rect, |place| place * SIDE + MIDDLE)
            }
            Self::Holes => {
                let holes = holes(picture);
                Reading { value: holes.len() as f64, rect: None, cells: holes.concat() }
            }
            Self::Symmetry => {
                let ink = inked(picture).count();
                let cells = ink_where(picture, &|cell| is_ink(picture, mirrored(cell)));
                let rect = Rect { x: 0, y: 0, width: SIDE / 2, height: SIDE };
                let value = if ink == 0 { 100.0 } else { percent(cells.len(), ink) };
                Reading { value, rect: Some(rect), cells }
            }
        }
    }
}

fn is_ink(picture: &Picture, cell: usize) -> bool {
    picture[cell] >= INK
}

fn inked(picture: &Picture) -> impl Iterator<Item = usize> {
    (0..picture.len()).filter(|&cell| is_ink(picture, cell))
}

/// A `dyn` predicate, so that the page downloads one copy of this for all measures.
fn ink_where(picture: &Picture, holds: &dyn Fn(usize) -> bool) -> Vec<usize> {
    inked(picture).filter(|&cell| holds(cell)).collect()
}

fn mirrored(cell: usize) -> usize {
    let (row, column) = (cell / SIDE, cell % SIDE);
    row * SIDE + (SIDE - 1 - column)
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// A measure of the box around the ink.
fn around(picture: &Picture, value: impl Fn(Rect) -> f64) -> Reading {
    let rect = box_of(picture);
    Reading { value: rect.map_or(0.0, value), rect, cells: Vec::new() }
}

fn box_of(picture: &Picture) -> Option<Rect> {
    let mut corners: Option<[usize; 4]> = None;
    for cell in inked(picture) {
        let (row, column) = (cell / SIDE, cell % SIDE);
        let [left, right, top, _] = corners.unwrap_or([column, column, row, row]);
        // Cells come row by row.
        corners = Some([left.min(column), right.max(column), top, row]);
    }
    corners.map(|[left, right, top, bottom]| Rect {
        x: left,
        y: top,
        width: right - left + 1,
        height: bottom - top + 1,
    })
}

/// Counts runs of ink along a line of pixels.
fn strokes(picture: &Picture, rect: Rect, cell_at: impl Fn(usize) -> usize) -> Reading {
    let mut runs = 0;
    let mut cells = Vec::new();
    let mut was_ink = false;
    for cell in (0..SIDE).map(cell_at) {
        let ink = is_ink(picture, cell);
        if ink {
            cells.push(cell);
            runs += usize::from(!was_ink);
        }
        was_ink = ink;
    }
    Reading { value: runs as f64, rect: Some(rect), cells }
}

/// The regions without ink that do not reach the picture's edge, each as its pixels.
fn holes(picture: &Picture) -> Vec<Vec<usize>> {
    let mut seen = picture.map(|value| value >= INK);
    let mut found = Vec::new();
    for start in 0..picture.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut region = vec![start];
        let mut is_enclosed = true;
        let mut next = 0;
        while next < region.len() {
            let cell = region[next];
            next += 1;
            let (row, column) = (cell / SIDE, cell % SIDE);
            if row == 0 || column == 0 || row == SIDE - 1 || column == SIDE - 1 {
                is_enclosed = false;
            }
            let neighbours = [
                (row > 0).then(|| cell - SIDE),
                (column > 0).then(|| cell - 1),
                (column < SIDE - 1).then_some(cell + 1),
                (row < SIDE - 1).then_some(cell + SIDE),
            ];
            for neighbour in neighbours.into_iter().flatten() {
                if !seen[neighbour] {
                    seen[neighbour] = true;
                    region.push(neighbour);
                }
            }
        }
        if is_enclosed {
            found.push(region);
        }
    }
    found
}
