//! The perceptron, its rule on all sixteen tables, and the map of its weights.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::perceptron::{
    Learner, PerceptronError, ROWS, Region, Table, Verdict, Weights, number, weight_map,
};
use proptest::prelude::*;

/// More samples than any run below needs.
const MANY: u64 = 10_000_000;

fn table(text: &str) -> Table {
    text.parse().unwrap()
}

fn weights(w1: f64, w2: f64, b: f64) -> Weights {
    Weights::new(w1, w2, b).unwrap()
}

fn tables() -> impl Strategy<Value = Table> {
    any::<[bool; 4]>().prop_map(Table)
}

/// Any weights that the page lets one set.
fn any_weights() -> impl Strategy<Value = Weights> {
    let weight = || -10_000_i64..=10_000;
    (weight(), weight(), weight()).prop_map(|(w1, w2, b)| Weights { w1, w2, b })
}

/// Any learning rate that the page lets one set, and smaller ones, with which the way is long.
fn rates() -> impl Strategy<Value = f64> {
    prop_oneof![10..=2000_i64, 1..=20_i64].prop_map(number)
}

fn is_xor_or_its_opposite(table: Table) -> bool {
    ["0110", "1001"].contains(&&table.to_string()[..])
}

#[test]
fn gates_have_their_truth_tables() {
    // Rows 00, 01, 10, 11.
    assert_eq!(weights(1.0, 1.0, -1.5).outputs(), table("0001"), "AND");
    assert_eq!(weights(1.0, 1.0, -0.5).outputs(), table("0111"), "OR");
    assert_eq!(weights(-1.0, -1.0, 1.5).outputs(), table("1110"), "NAND");
}

#[test]
fn a_sum_of_exactly_zero_fires() {
    // In binary numbers 0.1 + 0.2 - 0.3 is not zero.
    assert_eq!(weights(0.1, 0.2, -0.3).sum(3), 0);
    assert_eq!(weights(0.1, 0.2, -0.3).outputs(), table("0001"));
    assert_eq!(weights(0.1, 0.2, -0.301).outputs(), table("0000"));
    assert_eq!(weights(0.0, 0.0, 0.0).outputs(), table("1111"));
}

#[test]
fn the_two_lines_of_opposite_sign_fire_on_opposite_sides() {
    let one = weights(1.0, -1.0, 1.0);
    let other = weights(-1.0, 1.0, -1.0);
    for row in 0..4 {
        assert_eq!(one.sum(row), -other.sum(row));
    }
    assert_eq!(one.outputs(), table("1111"));
    // (0, 1) lies on the line, and zero fires from either side.
    assert_eq!(other.outputs(), table("0100"));
}

#[test]
fn fourteen_of_the_sixteen_tables_are_separable() {
    let impossible: Vec<_> = Table::all().filter(|table| !table.is_separable()).collect();
    assert_eq!(impossible, [table("0110"), table("1001")]);
    assert_eq!(Table::all().count(), 16);
}

#[test]
fn refuses_what_is_no_perceptron() {
    for text in ["", "011", "01100", "0120", "xor!"] {
        assert_eq!(text.parse::<Table>(), Err(PerceptronError::Table(text.into())));
    }
    for value in [f64::INFINITY, 1000.001, 0.0005, 1.0 / 3.0] {
        assert_eq!(Weights::new(0.0, value, 0.0), Err(PerceptronError::Weight(value)));
    }
    assert!(Weights::new(f64::NAN, 0.0, 0.0).is_err());
    for rate in [0.0, -0.1, 0.0005, 1001.0, f64::INFINITY] {
        let learner = Learner::new(table("0001"), weights(0.0, 0.0, 0.0), rate, 0);
        assert_eq!(learner.err(), Some(PerceptronError::Rate(rate)));
    }
    for reach in [0.0, -1.0, f64::INFINITY] {
        assert_eq!(weight_map(weights(0.0, 0.0, 0.0), reach), Err(PerceptronError::Reach(reach)));
    }
}

#[test]
fn learns_or_from_nothing_as_by_hand() {
    let mut learner = Learner::new(table("0111"), weights(0.0, 0.0, 0.0), 1.0, 0).unwrap();
    // (0, 0) fires at a sum of zero and should not: b becomes -1. Then (0, 1) should fire and does not.
    let steps: Vec<_> = (0..4).map(|_| learner.step()).collect();
    assert_eq!(steps.iter().map(|step| step.row).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(steps.iter().map(|step| step.error).collect::<Vec<_>>(), [-1, 1, 0, 0]);
    assert_eq!(learner.weights(), weights(0.0, 1.0, 0.0));
    assert_eq!(learner.updates(), 2);
    assert_eq!(learner.verdict(), Verdict::Open);
    learner.run(MANY);
    assert_eq!(learner.verdict(), Verdict::Converged);
    assert_eq!(learner.weights(), weights(1.0, 1.0, -1.0));
    assert_eq!(learner.updates(), 5);
}

#[test]
fn the_same_seed_deals_the_same_order_and_start() {
    let order = |seed| Learner::new(table("0110"), weights(0.0, 0.0, 0.0), 1.0, seed).unwrap().order();
    assert_eq!(order(0), ROWS.map(|[x1, x2]| (2 * x1 + x2) as usize));
    assert_eq!(order(5), order(5));
    assert!((1..10).any(|seed| order(seed) != order(0)));
    assert_eq!(Weights::random(7), Weights::random(7));
    assert_ne!(Weights::random(7), Weights::random(8));
}

proptest! {
    #[test]
    fn every_table_is_learnt_or_found_to_cycle(start in any_weights(), rate in rates(), seed in any::<u32>()) {
        for table in Table::all() {
            let mut learner = Learner::new(table, start, rate, seed.into()).unwrap();
            learner.run(MANY);
            match learner.verdict() {
                Verdict::Converged => {
                    prop_assert!(!is_xor_or_its_opposite(table));
                    prop_assert_eq!(learner.weights().outputs(), table);
                }
                Verdict::Cycles { first, again } => {
                    prop_assert!(is_xor_or_its_opposite(table));
                    prop_assert!(first < again);
                    // What is said to return does: the same updates bring it back once more.
                    let mut round = Learner::new(table, learner.weights(), rate, seed.into()).unwrap();
                    while round.updates() < again - first {
                        prop_assert_ne!(round.weights().outputs(), table);
                        round.step();
                    }
                    while !round.samples().is_multiple_of(4) {
                        prop_assert_eq!(round.step().error, 0);
                    }
                    prop_assert_eq!(round.weights(), learner.weights());
                }
                Verdict::Open => prop_assert!(false, "no verdict on {} after {} samples", table, MANY),
            }
        }
    }

    #[test]
    fn a_step_follows_the_rule(table in tables(), start in any_weights(), rate in rates(), seed in any::<u32>()) {
        let mut learner = Learner::new(table, start, rate, seed.into()).unwrap();
        let order = learner.order();
        let mut updates = 0;
        for sample in 0..40 {
            let before = learner.weights();
            let step = learner.step();
            prop_assert_eq!(step.row, order[sample % 4]);
            prop_assert_eq!(step.before, before);
            prop_assert_eq!(step.after, learner.weights());
            let [x1, x2] = ROWS[step.row].map(|x| x as f64);
            let [w1, w2, b] = before.numbers();
            let output = f64::from(u8::from(before.sum(step.row) >= 0));
            let target = f64::from(u8::from(table.0[step.row]));
            let expected = [x1, x2, 1.0].map(|x| rate * (target - output) * x);
            let changes = [step.after.numbers()[0] - w1, step.after.numbers()[1] - w2, step.after.numbers()[2] - b];
            for (change, expected) in changes.iter().zip(expected) {
                prop_assert!((change - expected).abs() < 1e-9);
            }
            updates += u64::from(output != target);
            prop_assert_eq!(learner.updates(), updates);
        }
    }

    #[test]
    fn going_far_at_once_is_going_step_by_step(
        table in tables(), start in any_weights(), rate in 500_i64..=2000, seed in any::<u32>(), samples in 0_u64..3000,
    ) {
        let rate = number(rate);
        let mut far = Learner::new(table, start, rate, seed.into()).unwrap();
        let mut near = far.clone();
        far.advance(samples);
        for _ in 0..samples {
            near.step();
        }
        prop_assert_eq!(far.weights(), near.weights());
        prop_assert_eq!(far.samples(), near.samples());
        prop_assert_eq!(far.updates(), near.updates());
        prop_assert_eq!(far.last(), near.last());
        prop_assert_eq!(far.verdict(), near.verdict());
    }

    #[test]
    fn a_table_is_read_as_it_is_written(table in tables()) {
        prop_assert_eq!(table.to_string().parse::<Table>().unwrap(), table);
    }

    #[test]
    fn the_map_tells_what_every_weight_gives(bias in -3000_i64..=3000, w1 in -3999_i64..=3999, w2 in -3999_i64..=3999) {
        let reach = 4.0;
        let point = Weights { w1, w2, b: bias };
        let regions = weight_map(point, reach).unwrap();
        let area: f64 = regions.iter().map(area).sum();
        prop_assert!((area - 4.0 * reach * reach).abs() < 1e-9);
        let [x, y, _] = point.numbers();
        let around: Vec<_> = regions.iter().filter(|region| contains(region, [x, y])).collect();
        prop_assert!(around.iter().any(|region| region.outputs == point.outputs()) || on_a_border(point));
        for region in &regions {
            prop_assert!(contains(region, region.center()));
        }
    }
}

#[test]
fn no_bias_gives_xor_a_place_on_the_map() {
    let best = |table: Table| {
        let maps = (-40..=40).map(|tenth| weight_map(Weights { w1: 0, w2: 0, b: 100 * tenth }, 4.0).unwrap());
        maps.flatten().map(|region| region.outputs.agreement(table)).max()
    };
    for table in Table::all() {
        assert_eq!(best(table), Some(if is_xor_or_its_opposite(table) { 3 } else { 4 }), "{table}");
    }
}

/// By the shoelace formula.
fn area(region: &Region) -> f64 {
    let corners = &region.corners;
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|([x, y], [next_x, next_y])| x * next_y - next_x * y).sum::<f64>().abs()
        / 2.0
}

/// The corners go round counter-clockwise.
fn contains(region: &Region, [x, y]: [f64; 2]) -> bool {
    let next = region.corners.iter().cycle().skip(1);
    region
        .corners
        .iter()
        .zip(next)
        .all(|([x0, y0], [x1, y1])| (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= -1e-9)
}

/// Some row's sum is zero there, which fires, and a border has no room of its own on the map.
fn on_a_border(point: Weights) -> bool {
    (0..4).any(|row| point.sum(row) == 0)
}
