//! Measures, rules and distortions on pictures made by hand, whose answers are known.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::rules::{Best, Comparison, Distortion, Examples, Measure, Rect, Rule, RulesError, majority};
use chalknet::sketch::{Picture, SIDE};
use fastrand::Rng;
use proptest::prelude::*;

/// A picture in which these lines, from the row `top` and the column `left` on, have ink at each `#`.
fn drawn(top: usize, left: usize, lines: &[&str]) -> Picture {
    let mut picture = [0; SIDE * SIDE];
    for (row, line) in lines.iter().enumerate() {
        for (column, mark) in line.bytes().enumerate() {
            picture[(top + row) * SIDE + left + column] = if mark == b'#' { 255 } else { 0 };
        }
    }
    picture
}

/// A block of full ink.
fn block(rect: Rect) -> Picture {
    drawn(rect.y, rect.x, &vec![&"#".repeat(rect.width)[..]; rect.height])
}

/// The block of this side whose middle is the middle of the picture.
fn middle_block(side: usize) -> Picture {
    let from = (SIDE - side) / 2;
    block(Rect { x: from, y: from, width: side, height: side })
}

fn value(measure: Measure, picture: &Picture) -> f64 {
    measure.read(picture).value
}

fn inverted(picture: &Picture) -> Picture {
    picture.map(|value| 255 - value)
}

fn distort(distortion: Distortion, picture: &Picture) -> Picture {
    distortion.apply(picture, &mut Rng::with_seed(1))
}

fn total(picture: &Picture) -> u32 {
    picture.iter().map(|&value| u32::from(value)).sum()
}

fn pictures() -> impl Strategy<Value = Picture> {
    proptest::collection::vec(any::<u8>(), SIDE * SIDE).prop_map(|bytes| bytes.try_into().unwrap())
}

const EMPTY: Picture = [0; SIDE * SIDE];

/// Two holes, one above the other.
const EIGHT: [&str; 7] = [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."];

#[test]
fn ink_is_the_part_of_the_pixels_that_are_inked() {
    let reading = Measure::Ink.read(&drawn(3, 4, &["##", ".#"]));
    assert_eq!(reading.value, 100.0 * 3.0 / 784.0);
    assert_eq!(reading.cells, [3 * SIDE + 4, 3 * SIDE + 5, 4 * SIDE + 5]);
    // What is paler than the middle gray is ground.
    let mut pale = EMPTY;
    (pale[0], pale[1]) = (127, 128);
    assert_eq!(value(Measure::Ink, &pale), 100.0 / 784.0);
    assert_eq!(value(Measure::Ink, &EMPTY), 0.0);
    assert_eq!(value(Measure::Ink, &inverted(&EMPTY)), 100.0);
}

#[test]
fn the_box_reaches_from_the_first_to_the_last_ink() {
    let picture = drawn(5, 7, &["#......", "......#", "..#....", ".......", "...#..."]);
    let rect = Some(Rect { x: 7, y: 5, width: 7, height: 5 });
    for (measure, expected) in [(Measure::Width, 7.0), (Measure::Height, 5.0), (Measure::Aspect, 5.0 / 7.0)] {
        let reading = measure.read(&picture);
        assert_eq!((reading.value, reading.rect), (expected, rect), "{measure:?}");
    }
    for measure in [Measure::Width, Measure::Height, Measure::Aspect] {
        assert_eq!((measure.read(&EMPTY).value, measure.read(&EMPTY).rect), (0.0, None), "{measure:?}");
        // One white pixel in a corner, and the box is the whole picture's on two sides.
        let inverse = measure.read(&inverted(&picture));
        assert_eq!(inverse.rect, Some(Rect { x: 0, y: 0, width: SIDE, height: SIDE }), "{measure:?}");
    }
}

#[test]
fn the_middle_patch_is_six_pixels_wide_and_high() {
    let patch = Rect { x: 11, y: 11, width: 6, height: 6 };
    let reading = Measure::Middle.read(&block(patch));
    assert_eq!((reading.value, reading.rect, reading.cells.len()), (100.0, Some(patch), 36));
    // Only what lies in the patch counts.
    assert_eq!(value(Measure::Middle, &block(Rect { x: 11, y: 0, width: 2, height: SIDE })), 100.0 / 3.0);
    assert_eq!(value(Measure::Middle, &block(Rect { x: 0, y: 0, width: 11, height: SIDE })), 0.0);
    assert_eq!(value(Measure::Middle, &block(Rect { x: 17, y: 0, width: 11, height: SIDE })), 0.0);
}

#[test]
fn the_middle_row_and_column_count_strokes_and_not_pixels() {
    let strokes = drawn(14, 0, &["###.#..##...................#"]);
    let reading = Measure::Row.read(&drawn(14, 0, &["###.#..##..................#"]));
    assert_eq!(reading.value, 4.0);
    assert_eq!(reading.rect, Some(Rect { x: 0, y: 14, width: SIDE, height: 1 }));
    assert_eq!(reading.cells, [0, 1, 2, 4, 7, 8, 27].map(|column| 14 * SIDE + column));
    // The row above is not the middle one.
    assert_eq!(value(Measure::Row, &drawn(13, 0, &["###.#..##"])), 0.0);
    assert_eq!(value(Measure::Column, &strokes), 0.0);
    let eight = drawn(10, 12, &EIGHT);
    assert_eq!((value(Measure::Row, &eight), value(Measure::Column, &eight)), (2.0, 3.0));
    assert_eq!(Measure::Column.read(&eight).rect, Some(Rect { x: 14, y: 0, width: 1, height: SIDE }));
    assert_eq!(value(Measure::Row, &inverted(&EMPTY)), 1.0);
}

#[test]
fn holes_are_regions_that_ink_encloses() {
    let eight = Measure::Holes.read(&drawn(4, 6, &EIGHT));
    assert_eq!((eight.value, eight.cells.len()), (2.0, 12));
    assert_eq!(value(Measure::Holes, &EMPTY), 0.0);
    assert_eq!(value(Measure::Holes, &drawn(2, 2, &["####", "#..#", "#..#", "#.##"])), 0.0, "a gap");
    // Ink holds across corners, and a hole does not leak through them.
    assert_eq!(value(Measure::Holes, &drawn(2, 2, &[".#.", "#.#", ".#."])), 1.0);
    assert_eq!(value(Measure::Holes, &drawn(2, 2, &["####", "#.##", "##.#", "####"])), 2.0);
    // The picture's edge encloses nothing.
    assert_eq!(value(Measure::Holes, &drawn(0, 0, &["..#", "..#", "###"])), 0.0);
    // A ring on light ground: the ground reaches the edge as ink, and what was ink is a hole in it.
    assert_eq!(value(Measure::Holes, &inverted(&drawn(4, 4, &["###", "#.#", "###"]))), 1.0);
    // A hole within an island within a hole.
    let nested = ["#########", "#.......#", "#.#####.#", "#.#...#.#", "#.#####.#", "#.......#", "#########"];
    assert_eq!(value(Measure::Holes, &drawn(9, 9, &nested)), 2.0);
}

#[test]
fn symmetry_is_the_part_of_the_ink_that_lies_on_ink_when_mirrored() {
    assert_eq!(value(Measure::Symmetry, &middle_block(6)), 100.0);
    assert_eq!(value(Measure::Symmetry, &drawn(3, 2, &["##"])), 0.0);
    // The columns 12 and 15 mirror each other, and so do 13 and 14; 11 has 16, which is empty.
    let reading = Measure::Symmetry.read(&drawn(8, 11, &["##..#"]));
    assert_eq!(reading.value, 100.0 * 2.0 / 3.0);
    assert_eq!(reading.cells, [8 * SIDE + 12, 8 * SIDE + 15]);
    assert_eq!(value(Measure::Symmetry, &EMPTY), 100.0);
}

proptest! {
    #[test]
    fn every_measure_of_any_picture_is_a_number_from_pixels_that_are_there(picture in pictures()) {
        for measure in Measure::ALL {
            let reading = measure.read(&picture);
            prop_assert!(reading.value.is_finite() && reading.value >= 0.0, "{:?}", measure);
            prop_assert!(reading.cells.iter().all(|&cell| cell < SIDE * SIDE), "{:?}", measure);
            if let Some(Rect { x, y, width, height }) = reading.rect {
                prop_assert!(x + width <= SIDE && y + height <= SIDE, "{:?}", measure);
            }
        }
    }

    #[test]
    fn a_shift_moves_all_ink_as_far_as_it_says(shift in 0_u8..=8, seed in any::<u64>()) {
        let distortion = Distortion { shift: f32::from(shift), ..Distortion::NONE };
        let moved = distortion.apply(&middle_block(4), &mut Rng::with_seed(seed));
        prop_assert_eq!(total(&moved), total(&middle_block(4)));
        let Some(Rect { x, y, width, height }) = Measure::Width.read(&moved).rect else { panic!("no ink") };
        prop_assert_eq!((width, height), (4, 4));
        // Whole pixels along each axis are at most half a pixel away from the place on the circle.
        let distance = (x as f32 - 12.0).hypot(y as f32 - 12.0);
        prop_assert!((distance - f32::from(shift)).abs() <= 0.5_f32.hypot(0.5), "{}", distance);
    }
}

#[test]
fn no_distortion_leaves_every_byte() {
    let mut picture = EMPTY;
    for (place, value) in picture.iter_mut().enumerate() {
        *value = (place * 7 % 256) as u8;
    }
    assert_eq!(distort(Distortion::NONE, &picture), picture);
}

#[test]
fn pictures_go_in_different_directions_and_the_same_ones_again() {
    let examples = Examples::new(&[middle_block(4); 40].concat(), &[0; 40]).unwrap();
    let distortion = Distortion { shift: 6.0, ..Distortion::NONE };
    let distorted = examples.distorted(&distortion, 7).unwrap();
    assert_eq!(distorted.pictures(), examples.distorted(&distortion, 7).unwrap().pictures());
    assert_ne!(distorted.pictures(), examples.distorted(&distortion, 8).unwrap().pictures());
    let mut places: Vec<_> =
        distorted.pictures().iter().map(|picture| Measure::Width.read(picture).rect).collect();
    places.dedup();
    assert!(places.len() > 20, "{places:?}");
    assert_eq!(distorted.classes(), examples.classes());
    // Further means further in the same direction, whatever else is done.
    let further = Distortion { shift: 12.0, noise: 0.0, stroke: 1, ..Distortion::NONE };
    for (near, far) in distorted.pictures().iter().zip(examples.distorted(&further, 7).unwrap().pictures()) {
        let middle = |picture| {
            let rect = Measure::Width.read(picture).rect.unwrap();
            [rect.x + rect.x + rect.width, rect.y + rect.y + rect.height]
                .map(|twice| twice as f32 / 2.0 - 14.0)
        };
        let ([x, y], [far_x, far_y]) = (middle(near), middle(far));
        // The last pixels may have left the picture.
        assert!(x * far_x + y * far_y > 0.9 * x.hypot(y) * far_x.hypot(far_y), "{x} {y} to {far_x} {far_y}");
    }
}

#[test]
fn size_scales_about_the_middle() {
    let half = Distortion { size: 0.5, ..Distortion::NONE };
    assert_eq!(distort(half, &middle_block(8)), middle_block(4));
    let double = Distortion { size: 2.0, ..Distortion::NONE };
    let large = distort(double, &middle_block(4));
    // Its edge is soft, and in the middle of the edge the ink is half gone.
    assert_eq!(Measure::Width.read(&large).rect, Measure::Width.read(&middle_block(8)).rect);
    assert_eq!(large[14 * SIDE + 14], 255);
    let rows = total(&large) as f32 / total(&middle_block(4)) as f32;
    assert!((rows - 4.0).abs() < 0.05, "four times the ink, and not {rows}");
}

#[test]
fn a_quarter_turn_turns_rows_into_columns() {
    let bar = block(Rect { x: 6, y: 10, width: 16, height: 2 });
    let left = block(Rect { x: 10, y: 6, width: 2, height: 16 });
    let right = block(Rect { x: 16, y: 6, width: 2, height: 16 });
    let quarter = Distortion { rotation: 90.0, ..Distortion::NONE };
    let turned: Vec<_> = (0..20).map(|seed| quarter.apply(&bar, &mut Rng::with_seed(seed))).collect();
    assert!(turned.iter().all(|picture| *picture == left || *picture == right));
    assert!(turned.contains(&left) && turned.contains(&right), "some turn left and some right");
    let half = Distortion { rotation: 180.0, ..Distortion::NONE };
    assert_eq!(distort(half, &bar), block(Rect { x: 6, y: 16, width: 16, height: 2 }));
}

#[test]
fn inversion_makes_light_what_was_dark() {
    let invert = Distortion { invert: true, ..Distortion::NONE };
    let picture = drawn(9, 9, &EIGHT);
    assert_eq!(distort(invert, &picture), inverted(&picture));
    // What comes into the picture from beyond its edge is ground, too.
    let moved = distort(Distortion { shift: 14.0, ..invert }, &EMPTY);
    assert_eq!(moved, inverted(&EMPTY));
}

#[test]
fn noise_hits_as_many_pixels_as_it_says_and_more_covers_less() {
    let noisy = |noise| distort(Distortion { noise, ..Distortion::NONE }, &EMPTY);
    let hit = |picture: &Picture| picture.iter().filter(|&&value| value > 0).count() as f32 / 784.0;
    for noise in [0.1, 0.3, 0.7, 1.0] {
        // One in 256 pixels that are hit becomes black again.
        assert!((hit(&noisy(noise)) - noise).abs() < 0.05, "{noise}: {}", hit(&noisy(noise)));
    }
    let (some, more) = (noisy(0.2), noisy(0.4));
    assert!(some.iter().zip(&more).all(|(some, more)| *some == 0 || some == more));
    let mean = f64::from(total(&noisy(1.0))) / 784.0;
    assert!((mean - 127.5).abs() < 8.0, "{mean}");
}

#[test]
fn strokes_become_wider_and_thinner_by_whole_pixels() {
    let stroke = |stroke| Distortion { stroke, ..Distortion::NONE };
    let dot = drawn(10, 10, &["#"]);
    assert_eq!(distort(stroke(1), &dot), drawn(9, 9, &[".#.", "###", ".#."]));
    assert_eq!(distort(stroke(2), &dot), drawn(8, 8, &["..#..", ".###.", "#####", ".###.", "..#.."]));
    assert_eq!(distort(stroke(-1), &drawn(9, 9, &["###", "###", "###"])), dot);
    assert_eq!(distort(stroke(-1), &dot), EMPTY);
    // At the edge, too, there is only ground beyond.
    assert_eq!(distort(stroke(-1), &inverted(&EMPTY)), middle_block(26));
    assert_eq!(distort(stroke(1), &drawn(0, 0, &["#"])), drawn(0, 0, &["##", "#."]));
}

#[test]
fn distortions_are_made_together_in_their_order() {
    let together = Distortion { size: 0.5, stroke: 1, invert: true, ..Distortion::NONE };
    // A stroke is widened before it is scaled: 6 + 2 pixels become 4, without the corners.
    let wide = distort(Distortion { stroke: 1, ..Distortion::NONE }, &middle_block(6));
    let small = distort(Distortion { size: 0.5, ..Distortion::NONE }, &wide);
    assert_eq!(distort(together, &middle_block(6)), inverted(&small));
    assert_eq!(Measure::Width.read(&small).value, 4.0);
    // Noise comes last, on the light ground.
    let noisy = distort(Distortion { noise: 0.25, ..together }, &middle_block(6));
    let changed = noisy.iter().zip(&inverted(&small)).filter(|(one, other)| one != other).count();
    assert!((150..250).contains(&changed), "{changed}");
}

#[test]
fn a_strength_out_of_range_is_refused_by_name() {
    let examples = Examples::new(&EMPTY, &[0]).unwrap();
    let none = Distortion::NONE;
    for (distortion, name) in [
        (Distortion { shift: 15.0, ..none }, "shift"),
        (Distortion { size: 0.0, ..none }, "size"),
        (Distortion { rotation: -1.0, ..none }, "rotation"),
        (Distortion { noise: f32::NAN, ..none }, "noise"),
        (Distortion { stroke: 5, ..none }, "stroke"),
    ] {
        assert_eq!(examples.distorted(&distortion, 0).unwrap_err(), RulesError::Strength(name));
    }
}

fn rule(measure: Measure, comparison: Comparison, threshold: f64, class: u8) -> Rule {
    Rule { measure, comparison, threshold, class }
}

/// Blocks of these widths, one row high.
fn bars(widths: &[usize], classes: &[u8]) -> Examples {
    let pictures: Vec<_> = widths.iter().map(|&width| block(Rect { x: 0, y: 0, width, height: 1 })).collect();
    Examples::new(&pictures.concat(), classes).unwrap()
}

#[test]
fn a_rule_votes_for_its_class_where_it_holds_and_for_the_other_elsewhere() {
    let wide = rule(Measure::Width, Comparison::Greater, 5.0, 1);
    assert_eq!([4.0, 5.0, 6.0].map(|value| wide.vote(value)), [0, 0, 1]);
    let narrow = rule(Measure::Width, Comparison::Less, 5.0, 1);
    assert_eq!([4.0, 5.0, 6.0].map(|value| narrow.vote(value)), [1, 0, 0]);
    assert_eq!(rule(Measure::Width, Comparison::Less, 5.0, 0).vote(4.0), 0);
}

#[test]
fn the_majority_answers_and_a_tie_is_no_answer() {
    assert_eq!(majority([1]), Some(1));
    assert_eq!(majority([0, 1, 0]), Some(0));
    assert_eq!(majority([1, 1, 0, 1, 0, 1]), Some(1));
    assert_eq!(majority([0, 1]), None);
    assert_eq!(majority([]), None);
    let examples = bars(&[3, 8], &[0, 1]);
    let rules = [
        rule(Measure::Width, Comparison::Greater, 5.0, 1),
        rule(Measure::Ink, Comparison::Greater, 0.5, 1),
        rule(Measure::Height, Comparison::Greater, 2.0, 1),
    ];
    assert_eq!(examples.answers(&rules[..1]).unwrap(), [Some(0), Some(1)]);
    assert_eq!(examples.answers(&rules[..2]).unwrap(), [Some(0), Some(1)]);
    assert_eq!(examples.answers(&rules[1..]).unwrap(), [Some(0), None]);
    assert_eq!(examples.answers(&rules).unwrap(), [Some(0), Some(1)]);
    assert_eq!(examples.answers(&[]).unwrap(), [None, None]);
}

#[test]
fn the_best_threshold_is_the_roundest_place_between_the_classes() {
    let best = |widths: &[usize], classes: &[u8], class| {
        bars(widths, classes).best(&[Measure::Width], class).unwrap().unwrap()
    };
    // Between 4 and 9 there is 7; three gaps, two sides each.
    let found = best(&[9, 4, 2, 11], &[1, 0, 0, 1], 1);
    let wide = rule(Measure::Width, Comparison::Greater, 7.0, 1);
    assert_eq!(found, Best { rule: wide, right: 4, tried: 6 });
    // The same cut, told for the other class.
    let found = best(&[9, 4, 2, 11], &[1, 0, 0, 1], 0);
    assert_eq!(found.rule, rule(Measure::Width, Comparison::Less, 7.0, 0));
    // Between neighbours a half is the roundest.
    assert_eq!(best(&[5, 6], &[0, 1], 1).rule.threshold, 5.5);
    // Equal values cannot be cut: of three fives one is wrong.
    let found = best(&[3, 5, 5, 5, 8], &[0, 0, 1, 1, 1], 1);
    assert_eq!((found.rule.threshold, found.right, found.tried), (4.0, 4, 4));
}

#[test]
fn the_best_measure_is_found_among_all_and_none_where_nothing_differs() {
    let pictures =
        [drawn(9, 9, &EIGHT), drawn(9, 9, &["#####"; 7]), drawn(4, 12, &EIGHT), drawn(4, 12, &["#####"; 7])];
    let examples = Examples::new(&pictures.concat(), &[1, 0, 1, 0]).unwrap();
    let best = examples.best(&Measure::ALL, 1).unwrap().unwrap();
    assert_eq!(best.right, 4);
    // Ink comes first among the measures that tell them apart.
    assert_eq!(best.rule.measure, Measure::Ink);
    let holes = examples.best(&[Measure::Holes], 1).unwrap().unwrap();
    assert_eq!(holes.rule, rule(Measure::Holes, Comparison::Greater, 1.0, 1));
    assert_eq!(examples.best(&[Measure::Width], 1).unwrap(), None, "all are five wide");
    assert_eq!(Examples::new(&[], &[]).unwrap().best(&Measure::ALL, 0).unwrap(), None);
}

proptest! {
    #[test]
    fn no_threshold_beats_the_best_one(
        bars_of in proptest::collection::vec((1_usize..=28, 0_u8..=1), 1..30),
    ) {
        let (widths, classes): (Vec<_>, Vec<_>) = bars_of.into_iter().unzip();
        let examples = bars(&widths, &classes);
        let right = |rule: Rule| {
            let answers = examples.answers(&[rule]).unwrap();
            answers.iter().zip(&classes).filter(|&(answer, class)| *answer == Some(*class)).count()
        };
        // A threshold below or above all values would tell nothing apart.
        let cuts = *widths.iter().min().unwrap()..*widths.iter().max().unwrap();
        let best = examples.best(&[Measure::Width], 1).unwrap();
        prop_assert_eq!(best.is_none(), cuts.is_empty());
        if let Some(best) = best {
            prop_assert_eq!(right(best.rule), best.right, "it is as good as it says");
            for cut in cuts.clone() {
                for comparison in [Comparison::Greater, Comparison::Less] {
                    let other = rule(Measure::Width, comparison, cut as f64 + 0.5, 1);
                    prop_assert!(right(other) <= best.right, "{:?} beats {:?}", other, best);
                }
            }
        }
    }
}

#[test]
fn refuses_what_are_no_examples_and_no_rules() {
    assert_eq!(
        Examples::new(&[0; 784], &[0, 1]).unwrap_err(),
        RulesError::Pictures { bytes: 784, labels: 2 }
    );
    assert_eq!(Examples::new(&[0; 783], &[]).unwrap_err(), RulesError::Pictures { bytes: 783, labels: 0 });
    assert_eq!(Examples::new(&EMPTY, &[2]).unwrap_err(), RulesError::Class(2));
    let examples = Examples::new(&EMPTY, &[1]).unwrap();
    assert_eq!(examples.read(1, Measure::Ink), Err(RulesError::Example(1)));
    let rules =
        |threshold, class| examples.answers(&[rule(Measure::Ink, Comparison::Less, threshold, class)]);
    assert_eq!(rules(f64::NAN, 0), Err(RulesError::Threshold));
    assert_eq!(rules(1.0, 7), Err(RulesError::Class(7)));
    assert_eq!(examples.best(&Measure::ALL, 2), Err(RulesError::Class(2)));
}
