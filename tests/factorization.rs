//! Matrix factorization on tables that are known to be products.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::factorization::{Factorization, FactorizationError, Settings};

const SETTINGS: Settings = Settings { columns: 5, factors: 1, penalty: 0.0, seed: 1 };

fn fitted(ratings: &[Option<f64>], settings: Settings, epochs: usize) -> Factorization {
    let mut factorization = Factorization::new(ratings, settings).unwrap();
    for _ in 0..epochs {
        factorization.run_epoch();
    }
    factorization
}

/// The product of `[rows, factors]` and `[columns, factors]`.
fn product(people: &[&[f64]], things: &[&[f64]]) -> Vec<f64> {
    let dot = |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(p, q)| p * q).sum();
    people.iter().flat_map(|person| things.iter().map(move |thing| dot(person, thing))).collect()
}

/// The table with holes in it.
fn with_holes(table: &[f64], holes: &[usize]) -> Vec<Option<f64>> {
    table.iter().enumerate().map(|(cell, &value)| (!holes.contains(&cell)).then_some(value)).collect()
}

fn assert_recovered(factorization: &Factorization, table: &[f64], tolerance: f64) {
    for (cell, (found, expected)) in factorization.table().iter().zip(table).enumerate() {
        assert!((found - expected).abs() < tolerance, "cell {cell}: {found} for {expected}");
    }
}

#[test]
fn fills_the_holes_of_a_table_of_rank_one() {
    let table = product(&[&[1.0], &[2.0], &[0.5], &[1.5]], &[&[2.0], &[1.0], &[2.5], &[0.5], &[1.5]]);
    let ratings = with_holes(&table, &[0, 3, 7, 11, 14, 18]);
    for seed in 1..=5 {
        let factorization = fitted(&ratings, Settings { seed, ..SETTINGS }, 2000);
        assert!(factorization.loss() < 1e-12, "{}", factorization.loss());
        assert_recovered(&factorization, &table, 1e-5);
    }
}

#[test]
fn fills_the_holes_of_a_table_of_rank_two() {
    // Some like it hot and some like it sweet; every row and column keeps more cells than there are factors.
    let people: &[&[f64]] = &[&[2.0, 0.4], &[1.6, 0.9], &[0.5, 1.9], &[0.9, 1.5], &[1.4, 1.4], &[2.1, 1.0]];
    let things: &[&[f64]] = &[&[2.2, 0.4], &[2.0, 0.1], &[0.3, 2.0], &[0.5, 2.3], &[1.2, 1.3]];
    let table = product(people, things);
    let ratings = with_holes(&table, &[1, 8, 12, 19, 20, 26]);
    for seed in 1..=5 {
        let factorization = fitted(&ratings, Settings { factors: 2, seed, ..SETTINGS }, 20_000);
        assert!(factorization.loss() < 1e-10, "{}", factorization.loss());
        assert_recovered(&factorization, &table, 1e-3);
    }
}

#[test]
fn one_step_is_as_by_hand() {
    let rating = [Some(3.0)];
    let settings = Settings { columns: 1, factors: 1, penalty: 0.1, seed: 4 };
    let before = Factorization::new(&rating, settings).unwrap();
    let (p, q) = (before.people()[0], before.things()[0]);
    let after = fitted(&rating, settings, 1);
    let error = 3.0 - p * q;
    assert!((before.loss() - error * error).abs() < 1e-12);
    assert!((after.people()[0] - (p + 0.03 * (error * q - 0.1 * p))).abs() < 1e-12);
    assert!((after.things()[0] - (q + 0.03 * (error * p - 0.1 * q))).abs() < 1e-12);
}

#[test]
fn a_penalty_keeps_the_factors_small() {
    let table = product(&[&[2.0], &[1.0]], &[&[2.0], &[1.0], &[2.5], &[0.5], &[1.5]]);
    let ratings = with_holes(&table, &[]);
    let size = |penalty| -> f64 {
        let fitted = fitted(&ratings, Settings { penalty, ..SETTINGS }, 1000);
        fitted.people().iter().chain(fitted.things()).map(|value| value * value).sum()
    };
    assert!(size(0.5) < 0.9 * size(0.0));
}

#[test]
fn the_same_seed_gives_the_same_table() {
    let ratings = with_holes(&[5.0, 1.0, 2.0, 4.0, 3.0, 1.0, 5.0, 4.0, 2.0, 3.0], &[2, 6]);
    let table = |seed| fitted(&ratings, Settings { factors: 2, seed, ..SETTINGS }, 50).table();
    assert_eq!(table(3), table(3));
    assert_ne!(table(3), table(4));
}

#[test]
fn without_any_rating_nothing_moves() {
    let before = Factorization::new(&[None; 10], SETTINGS).unwrap();
    let after = fitted(&[None; 10], SETTINGS, 10);
    assert_eq!(before.table(), after.table());
    assert_eq!(after.loss(), 0.0);
}

#[test]
fn refuses_what_is_no_table() {
    let error = |ratings: &[Option<f64>], settings| Factorization::new(ratings, settings).err();
    let shape = Some(FactorizationError::Shape);
    assert_eq!(error(&[], SETTINGS), shape);
    assert_eq!(error(&[None; 7], SETTINGS), shape);
    assert_eq!(error(&[None; 10], Settings { columns: 0, ..SETTINGS }), shape);
    assert_eq!(error(&[None; 10], Settings { factors: 0, ..SETTINGS }), shape);
    assert_eq!(error(&[None; 10], Settings { factors: 6, ..SETTINGS }), shape);
    let infinite = [Some(f64::INFINITY), None, None, None, None];
    assert_eq!(error(&infinite, SETTINGS), Some(FactorizationError::Rating(f64::INFINITY)));
    assert!(error(&[Some(f64::NAN), None, None, None, None], SETTINGS).is_some());
    let penalty = Settings { penalty: -0.1, ..SETTINGS };
    assert_eq!(error(&[None; 10], penalty), Some(FactorizationError::Penalty(-0.1)));
}
