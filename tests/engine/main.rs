//! All engines against the same plain reference.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod checkpoints;
mod cores;
mod gradients;
mod limits;
mod ops;
mod pictures;
mod reference;
mod training;

use chalknet::engine::Engine;
use chalknet::engine::gpu::{Context, Gpu};

/// Makes an engine.
type Make = fn() -> Box<dyn Engine>;

/// Makes each function, which takes a maker of engines, a test on each engine.
macro_rules! on_each_engine {
    ($($name:ident),* $(,)?) => {
        mod cpu {
            $(#[test]
            fn $name() {
                super::$name(|| Box::new(chalknet::engine::cpu::Cpu::default()));
            })*
        }

        mod small {
            $(#[test]
            fn $name() {
                super::$name(|| Box::new(chalknet::engine::small::Small::default()));
            })*
        }

        mod gpu {
            $(#[test]
            fn $name() {
                if crate::gpu().is_some() {
                    super::$name(|| Box::new(crate::gpu().expect("it was there a moment ago")));
                }
            })*
        }
    };
}
use on_each_engine;

/// The machine's GPU. Without one the test is skipped, unless `CHALKNET_REQUIRE_GPU` is set.
fn gpu() -> Option<Gpu> {
    match pollster::block_on(Context::open()) {
        Ok(context) => Some(Gpu::new(&context)),
        Err(error) if std::env::var_os("CHALKNET_REQUIRE_GPU").is_some() => panic!("{error}"),
        Err(error) => {
            eprintln!("SKIPPED: {error}");
            None
        }
    }
}

/// Numbers from -1 to 1.
fn random(rng: &mut fastrand::Rng, len: usize) -> Vec<f32> {
    (0..len).map(|_| 2.0 * rng.f32() - 1.0).collect()
}

fn assert_close(what: &str, found: &[f32], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}: length");
    for (place, (&found, &expected)) in found.iter().zip(expected).enumerate() {
        let error = (f64::from(found) - expected).abs();
        let allowed = tolerance * (1.0 + expected.abs());
        assert!(error <= allowed, "{what}[{place}] is {found}, should be {expected} (off by {error:e})");
    }
}
