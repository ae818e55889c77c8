//! Points in the plane, drawn and read.

#![cfg(feature = "lesson")]

use chalknet::dataset::planar::{BadLine, BadLineReason, Pattern, Points, planar};

fn parse_points(text: &str) -> (Points, Vec<BadLine>) {
    chalknet::dataset::planar::parse_points(text, |text| text.parse().ok())
}

#[test]
fn the_same_seed_draws_the_same_points_and_another_seed_others() {
    for pattern in Pattern::ALL {
        let points = planar(pattern, 100, 0.1, 5);
        assert_eq!(points, planar(pattern, 100, 0.1, 5));
        assert_ne!(points, planar(pattern, 100, 0.1, 6));
    }
}

#[test]
fn both_classes_are_there_alike_and_no_point_is_far_away() {
    for pattern in Pattern::ALL {
        let points = planar(pattern, 501, 0.0, 1);
        if !pattern.has_values() {
            assert_eq!(points.targets.iter().filter(|&&label| label == 1.0).count(), 250);
        }
        assert_eq!(points.inputs.len(), 2 * 501);
        assert!(points.inputs.iter().all(|coordinate| coordinate.abs() <= 1.2), "{pattern:?}");
    }
}

#[test]
fn without_noise_xor_and_circle_are_what_their_names_say() {
    let points = planar(Pattern::Xor, 500, 0.0, 1);
    for (point, label) in points.inputs.chunks(2).zip(&points.targets) {
        assert_eq!(point[0] * point[1] < 0.0, *label == 1.0);
    }
    let points = planar(Pattern::Circle, 500, 0.0, 1);
    for (point, label) in points.inputs.chunks(2).zip(&points.targets) {
        assert_eq!(point[0].hypot(point[1]) < 0.55, *label == 1.0);
    }
}

#[test]
fn values_are_those_of_the_slope_and_of_the_hills() {
    let points = planar(Pattern::Slope, 500, 0.0, 1);
    for (point, value) in points.inputs.chunks(2).zip(&points.targets) {
        assert!((value - (point[0] + point[1] + 2.0) / 4.0).abs() < 1e-6);
    }
    let points = planar(Pattern::Hills, 5000, 0.0, 1);
    let mean_near = |x1: f32, x2: f32| {
        let near = points.inputs.chunks(2).zip(&points.targets);
        let near = near.filter(|(point, _)| (point[0] - x1).hypot(point[1] - x2) < 0.08);
        let values: Vec<f32> = near.map(|(_, value)| *value).collect();
        values.iter().sum::<f32>() / values.len() as f32
    };
    assert!(mean_near(-0.65, 0.4) > 0.9 && mean_near(0.0, -0.4) > 0.9);
    assert!(mean_near(0.0, 0.4) < 0.1 && mean_near(0.65, -0.4) < 0.1);
    assert!((mean_near(0.0, 0.0) - 0.5).abs() < 0.1);
    assert!(points.targets.iter().all(|value| (0.0..=1.0).contains(value)));
}

#[test]
fn noise_moves_points_by_its_standard_deviation() {
    let moved: Vec<f32> = (0..4000).map(|seed| planar(Pattern::Moons, 1, 0.2, seed).inputs[0]).collect();
    let unmoved: Vec<f32> = (0..4000).map(|seed| planar(Pattern::Moons, 1, 0.0, seed).inputs[0]).collect();
    let squares: f32 = moved.iter().zip(&unmoved).map(|(moved, unmoved)| (moved - unmoved).powi(2)).sum();
    let deviation = (squares / 4000.0).sqrt();
    assert!((deviation - 0.2).abs() < 0.01, "{deviation}");
}

#[test]
fn lines_may_be_separated_in_any_usual_way() {
    let (points, bad) = parse_points("x,y,class\n0.5, -1,1\n\n2;3;0\n-1\t0.25\t-1\n1e-2 4 1.0\r\n");
    assert!(bad.is_empty(), "{bad:?}");
    assert_eq!(points.inputs, [0.5, -1.0, 2.0, 3.0, -1.0, 0.25, 0.01, 4.0]);
    assert_eq!(points.targets, [1.0, 0.0, 0.0, 1.0]);
}

#[test]
fn points_come_as_spreadsheets_export_them() {
    let exports = [
        "\u{feff}x;y;class\r\n0,5;-1,25;1\r\n-2;1e-1;0\r\n;;\r\n",
        "sep=;\r\n\"x\";\"y\";\"class\"\r\n\"0,5\";\"-1,25\";\"1\"\r\n\"-2\";\"0,1\";\"0\"\r\n",
        "\"x, first\",\"y\",\"class\"\n\"0,5\",\"-1,25\",1\n-2,\"0,1\",0\n,,\n",
        "x\ty\tclass\r\n0,5\t-1,25\t1\r\n-2\t0,1\t0\r\n",
        "0.5; -1.25 ; 1\n-2; 0.1; 0",
    ];
    for text in exports {
        let (points, bad) = parse_points(text);
        assert!(bad.is_empty(), "{text:?}: {bad:?}");
        assert_eq!(points.inputs, [0.5, -1.25, -2.0, 0.1], "{text:?}");
        assert_eq!(points.targets, [1.0, 0.0], "{text:?}");
    }
    // A point and a comma in one number are thousands, or a slip of the pen: nobody knows which.
    let (points, bad) = parse_points("1.000,5;2;1\n\"1;2;0\nsep=;");
    assert!(points.targets.is_empty());
    assert_eq!(
        bad.iter().map(|bad| bad.reason).collect::<Vec<_>>(),
        [BadLineReason::Number, BadLineReason::Columns, BadLineReason::Columns]
    );
}

#[test]
fn bad_lines_are_named_and_good_ones_kept() {
    let (points, bad) = parse_points("1,2,0\n1,2\nx,2,1\n1,inf,1\n3,4,2\n5,6,1");
    assert_eq!(points.targets, [0.0, 1.0]);
    let reasons: Vec<_> = bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(
        reasons,
        [
            (2, BadLineReason::Columns),
            (3, BadLineReason::Number),
            (4, BadLineReason::Number),
            (5, BadLineReason::Label)
        ]
    );
    assert_eq!(bad[1].text, "x,2,1");
}
