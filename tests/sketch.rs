//! Strokes become pictures as MNIST's were made.

#![cfg(feature = "lesson")]
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::f32::consts::TAU;

use chalknet::sketch::{Picture, Point, SIDE, SketchError, sketch, split_strokes};
use proptest::prelude::*;

/// The drawing's pen where a test does not care.
const PEN: f32 = 1.0;

fn picture<S: AsRef<[Point]>>(strokes: &[S]) -> Picture {
    sketch(strokes, PEN).expect("the strokes are finite").expect("there is ink")
}

/// How many pixels of full ink the row holds.
fn row(picture: &Picture, row: usize) -> f64 {
    (0..SIDE).map(|column| f64::from(picture[row * SIDE + column]) / 255.0).sum()
}

/// How many pixels of full ink the column holds.
fn column(picture: &Picture, column: usize) -> f64 {
    (0..SIDE).map(|row| f64::from(picture[row * SIDE + column]) / 255.0).sum()
}

/// How many columns and how many rows the ink spans.
fn span(picture: &Picture) -> [usize; 2] {
    [column, row].map(|line| {
        let inked = || (0..SIDE).filter(|&i| line(picture, i) > 0.0);
        inked().max().zip(inked().min()).map_or(0, |(last, first)| last - first + 1)
    })
}

/// `[x, y]`, where pixel `i` covers `i..i + 1`.
fn center_of_mass(picture: &Picture) -> [f64; 2] {
    [column, row].map(|line| {
        let mass: f64 = (0..SIDE).map(|i| line(picture, i)).sum();
        (0..SIDE).map(|i| line(picture, i) * (i as f64 + 0.5)).sum::<f64>() / mass
    })
}

/// The largest difference of any two pixels, of 255.
fn difference(a: &Picture, b: &Picture) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
}

fn touches_border(picture: &Picture) -> bool {
    [column, row].iter().any(|line| line(picture, 0) + line(picture, SIDE - 1) > 0.0)
}

/// Scales the strokes, then moves them.
fn moved(strokes: &[Vec<Point>], scale: f32, by: Point) -> Vec<Vec<Point>> {
    let point = |point: &Point| [0, 1].map(|axis| point[axis] * scale + by[axis]);
    strokes.iter().map(|stroke| stroke.iter().map(point).collect()).collect()
}

fn rectangle(width: f32, height: f32) -> Vec<Vec<Point>> {
    vec![vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height], [0.0, 0.0]]]
}

fn circle(points: u32) -> Vec<Vec<Point>> {
    let angle = |i| TAU * i as f32 / points as f32;
    vec![(0..=points).map(|i| [100.0 * angle(i).cos(), 100.0 * angle(i).sin()]).collect()]
}

/// A few strokes of a few points, 30 to 100 pens large.
fn scribble() -> impl Strategy<Value = Vec<Vec<Point>>> {
    let point = prop::array::uniform2(0.0_f32..100.0);
    prop::collection::vec(prop::collection::vec(point, 1..10), 1..4).prop_filter(
        "smaller than 30 pens",
        |strokes| {
            [0, 1].iter().any(|&axis| {
                let along = || strokes.iter().flatten().map(|point| point[axis]);
                along().fold(0.0, f32::max) - along().fold(100.0, f32::min) > 30.0
            })
        },
    )
}

proptest! {
    // A failure is reported with its smallest drawing; there is nothing to keep on disk.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn place_and_size_do_not_matter(
        strokes in scribble(),
        scale in (-1.0_f32..5.0).prop_map(|power| 10_f32.powf(power)),
        by in prop::array::uniform2(-5.0_f32..5.0),
    ) {
        let elsewhere = moved(&strokes, scale, by.map(|by| by * 100.0 * scale));
        prop_assert!(difference(&picture(&strokes), &picture(&elsewhere)) <= 2);
    }

    #[test]
    fn the_pen_does_not_matter(strokes in scribble(), pen in 0.01_f32..30.0) {
        let drawn = sketch(&strokes, pen).expect("the strokes are finite").expect("there is ink");
        prop_assert_eq!(picture(&strokes), drawn);
    }

    #[test]
    fn order_and_direction_of_the_strokes_do_not_matter(strokes in scribble()) {
        let mut backwards = strokes.clone();
        backwards.reverse();
        backwards.iter_mut().for_each(|stroke| stroke.reverse());
        prop_assert!(difference(&picture(&strokes), &picture(&backwards)) <= 1);
    }

    #[test]
    fn the_longer_side_of_the_ink_is_20_pixels(strokes in scribble()) {
        // A box of 20 that begins within a pixel reaches into 21, and the tip of a round cap may
        // be too little for the last gray.
        let [columns, rows] = span(&picture(&strokes));
        prop_assert!((19..=21).contains(&columns.max(rows)), "{columns} x {rows}");
    }

    #[test]
    fn the_center_of_mass_is_the_middle_of_pixel_14_unless_ink_would_be_lost(strokes in scribble()) {
        let picture = picture(&strokes);
        let centerd = center_of_mass(&picture).iter().all(|place| (place - 14.5).abs() < 0.1);
        prop_assert!(centerd || touches_border(&picture));
    }
}

#[test]
fn a_square_fills_its_box_to_the_pixel() {
    let picture = picture(&rectangle(3.0, 3.0));
    // The box of 20 around 14.5 covers 4.5..24.5.
    for (column, expected) in
        [(3, 0), (4, 128), (5, 255), (6, 230), (7, 0), (14, 0), (21, 0), (24, 128), (25, 0)]
    {
        let pixel = picture[14 * SIDE + column];
        assert!(pixel.abs_diff(expected) <= 1, "column {column}: {pixel}");
    }
}

#[test]
fn the_aspect_ratio_is_kept() {
    // The line's middle runs along the edge of a box of 17.6 x 8.8.
    let flat = picture(&rectangle(80.0, 40.0));
    assert!((row(&flat, 14) - 2.0 * 2.4).abs() < 0.1, "two upright sides");
    assert!((column(&flat, 14) - 2.0 * 2.4).abs() < 0.1, "two level sides");
    let upright_side = column(&flat, 5);
    assert!((upright_side - 11.2).abs() < 0.15, "{upright_side}");
}

#[test]
fn strokes_are_equally_wide_however_large_the_drawing() {
    for size in [1.0, 30.0, 1e6] {
        let one = picture(&moved(&[vec![[0.0, 0.0], [0.0, 2.0]]], size, [7.0, -3.0]));
        for i in 8..20 {
            assert!((row(&one, i) - 2.4).abs() < 0.02, "row {i}, size {size}: {}", row(&one, i));
        }
        assert_eq!(span(&one), [3, 21]);
    }
}

#[test]
fn ink_on_ink_is_no_blacker() {
    let once: Vec<Vec<Point>> = vec![vec![[0.0, 0.0], [30.0, 70.0]]];
    let twice = [once.clone(), once.clone()].concat();
    assert_eq!(picture(&once), picture(&twice));
}

#[test]
fn a_tap_is_a_small_dot_at_the_center() {
    let dot = picture(&[[[312.0, 80.0]]]);
    let ink: f64 = (0..SIDE).map(|i| row(&dot, i)).sum();
    assert!((ink - std::f64::consts::PI * 1.2 * 1.2).abs() < 0.1, "{ink}");
    assert_eq!(span(&dot), [3, 3]);
    assert!(center_of_mass(&dot).iter().all(|place| (place - 14.5).abs() < 0.01));
}

#[test]
fn a_tap_of_an_unsteady_hand_is_a_small_dot_too() {
    let tap: [[Point; 4]; 1] = [[[312.0, 80.0], [313.0, 80.0], [313.0, 81.0], [312.0, 81.0]]];
    let dot = sketch(&tap, 20.0).expect("the strokes are finite").expect("there is ink");
    assert!(span(&dot).iter().all(|&length| length <= 5), "{:?}", span(&dot));
}

#[test]
fn a_lopsided_drawing_loses_no_ink() {
    // A black bar at the left with a long thin tail: its weight in the middle of the picture, the
    // tail would reach beyond the right border.
    let mut strokes: Vec<Vec<Point>> = (0..25).map(|x| vec![[x as f32, 0.0], [x as f32, 100.0]]).collect();
    strokes.push(vec![[0.0, 50.0], [100.0, 50.0]]);
    let flag = picture(&strokes);
    assert_eq!(span(&flag), [20, 21]);
    assert!(touches_border(&flag));
}

#[test]
fn no_ink_gives_no_picture() {
    let nothing: [&[Point]; 0] = [];
    assert_eq!(sketch(&nothing, PEN), Ok(None));
    assert_eq!(sketch::<&[Point]>(&[&[], &[]], PEN), Ok(None));
}

#[test]
fn a_stroke_without_points_leaves_the_others_alone() {
    let line = vec![[0.0, 0.0], [30.0, 70.0]];
    assert_eq!(picture(&[vec![], line.clone(), vec![]]), picture(&[line]));
}

#[test]
fn points_that_are_not_finite_are_refused_by_name() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let error = sketch(&[vec![[0.0, 0.0]], vec![[1.0, 1.0], [2.0, bad]]], PEN);
        assert_eq!(error, Err(SketchError::NotFinite { stroke: 1, point: 1 }));
    }
    let error = SketchError::NotFinite { stroke: 1, point: 2 };
    assert_eq!(error.to_string(), "point 2 of stroke 1 is not finite");
}

#[test]
fn a_pen_without_width_is_refused() {
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        let error = sketch(&[[[0.0, 0.0]]], bad);
        assert!(matches!(error, Err(SketchError::PenWidth(_))), "{bad}: {error:?}");
    }
}

#[test]
fn the_largest_and_the_smallest_numbers_make_the_same_picture() {
    let cross = |far: f32| vec![vec![[-far, -far], [far, far]], vec![[-far, far], [far, -far]]];
    let usual = picture(&cross(100.0));
    assert_eq!(picture(&cross(f32::MAX)), usual);
    let smallest = f32::from_bits(1);
    assert_eq!(sketch(&cross(smallest), smallest), Ok(Some(usual)));
}

#[test]
fn very_many_points_make_the_same_picture_as_enough() {
    let difference = difference(&picture(&circle(500)), &picture(&circle(200_000)));
    assert!(difference <= 1, "{difference}");
}

#[test]
fn flat_coordinates_are_cut_into_strokes() {
    let coordinates = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    let strokes = split_strokes(&coordinates, &[2, 0, 1]);
    assert_eq!(strokes, Ok(vec![&[[0.0, 1.0], [2.0, 3.0]][..], &[], &[[4.0, 5.0]]]));
    assert_eq!(split_strokes(&[], &[]), Ok(vec![]));
}

#[test]
fn lengths_that_do_not_fit_the_coordinates_are_refused() {
    for (coordinates, lengths) in [(4, vec![1]), (4, vec![3]), (3, vec![1]), (2, vec![u32::MAX; 3])] {
        let coordinates = vec![0.0; coordinates];
        let error = split_strokes(&coordinates, &lengths);
        assert!(matches!(error, Err(SketchError::Lengths { .. })), "{lengths:?}: {error:?}");
    }
}
