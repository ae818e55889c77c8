//! Which [`Tuning`] suits a GPU: found by trying.

use super::{Config, Trainer, TrainerError};
use crate::activation::Activation;
use crate::dataset::{Dataset, Inputs, Shape};
use crate::engine::EngineError;
use crate::engine::gpu::{Context, Gpu, Tuning};
use crate::loss::Loss;
use crate::model::{Initializer, Model};
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;

/// Beside this, the way to the GPU and back is short.
const MEASURED_MS: f64 = 20.0;

/// Steps that are measured at once, at most.
const MOST_STEPS: usize = 256;

/// The fastest counts, since all that disturbs only slows down.
const ROUNDS: usize = 3;

/// By how much a way must be faster to be preferred to an earlier one.
const WORTH_IT: f64 = 1.05;

/// No further way is tried after so long: somebody is waiting.
const BUDGET_MS: f64 = 3000.0;

/// Layers and batch of the network that is tried: that of the course.
const SIZES: [usize; 4] = [784, 512, 512, 10];
const BATCH: usize = 64;

/// The tuning with which a GPU does most steps; `now` is a clock, in milliseconds. What is a program on the CPU has a few
/// threads to keep busy, for which the plainest is made, and would take long to compile the others.
///
/// # Errors
/// If the GPU fails.
pub async fn fastest_tuning(context: &Context, now: impl Fn() -> f64) -> Result<Tuning, TrainerError> {
    if context.is_software() {
        return Ok(Tuning::default());
    }
    fastest(|tuning| trial(context, tuning), now).await
}

/// Opens each tuning in turn and has it do steps.
async fn fastest<Steps: AsyncFnMut(usize) -> Result<(), TrainerError>>(
    open: impl Fn(Tuning) -> Result<Steps, TrainerError>,
    now: impl Fn() -> f64,
) -> Result<Tuning, TrainerError> {
    let deadline = now() + BUDGET_MS;
    let (mut best, mut best_rate) = (Tuning::default(), 0.0);
    for tuning in Tuning::ALL {
        if now() > deadline {
            break;
        }
        let rate = steps_per_ms(open(tuning)?, &now).await?;
        if rate > WORTH_IT * best_rate {
            (best, best_rate) = (tuning, rate);
        }
    }
    Ok(best)
}

async fn steps_per_ms(
    mut train: impl AsyncFnMut(usize) -> Result<(), TrainerError>,
    now: impl Fn() -> f64,
) -> Result<f64, TrainerError> {
    // The shaders are compiled for the first step.
    train(1).await?;
    let (mut best, mut steps, mut rounds) = (0.0_f64, 1, 0);
    while rounds < ROUNDS {
        let start = now();
        train(steps).await?;
        let ms = now() - start;
        if ms < MEASURED_MS && steps < MOST_STEPS {
            steps *= 2;
        } else {
            best = best.max(steps as f64 / ms);
            rounds += 1;
        }
    }
    Ok(best)
}

/// A network that does so many steps on one batch.
#[expect(clippy::expect_used, reason = "the sizes are constants within all bounds")]
fn trial(
    context: &Context,
    tuning: Tuning,
) -> Result<impl AsyncFnMut(usize) -> Result<(), TrainerError> + use<>, TrainerError> {
    let model = Model::dense(&SIZES, Activation::Relu, Activation::Identity);
    let config = Config {
        model: model.expect("a network of three layers"),
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::Sgd,
        learning_rate: 0.01,
        penalty: Penalty::NONE,
        initializer: Initializer::GlorotUniform,
        batch: BATCH,
        shuffle: false,
        seed: 0,
    };
    let mut trainer = Trainer::new(Box::new(Gpu::new(&context.tuned(tuning))), &config)?;
    let shape = Shape { features: SIZES[0], outputs: SIZES[3] };
    let images = Dataset::classes(Inputs::Bytes(vec![0; BATCH * shape.features]), &[0_i64; BATCH], shape);
    trainer.add_training(&images.map_err(|error| EngineError::OutOfMemory(error.to_string()))?)?;
    Ok(async move |steps| {
        trainer.train(steps).await?;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pollster::block_on;
    use std::cell::{Cell, RefCell};

    /// A GPU that takes so long for a step, beside 1 ms for the way there and back.
    struct Card<F> {
        step_ms: F,
        compile_ms: f64,
        time: Cell<f64>,
        tried: RefCell<Vec<&'static str>>,
    }

    impl<F: Fn(Tuning) -> f64> Card<F> {
        fn new(compile_ms: f64, step_ms: F) -> Self {
            Self { step_ms, compile_ms, time: Cell::new(0.0), tried: RefCell::default() }
        }

        fn pass(&self, ms: f64) {
            self.time.set(self.time.get() + ms);
        }

        fn fastest(&self) -> Option<&'static str> {
            let open = |tuning: Tuning| {
                self.tried.borrow_mut().push(tuning.name);
                self.pass(self.compile_ms);
                Ok(async move |steps| {
                    self.pass(1.0 + steps as f64 * (self.step_ms)(tuning));
                    Ok(())
                })
            };
            block_on(fastest(open, || self.time.get())).ok().map(|tuning| tuning.name)
        }
    }

    #[test]
    fn each_way_is_taken_where_it_is_the_fastest() {
        for wanted in Tuning::ALL {
            let card = Card::new(0.0, |tuning| if tuning == wanted { 0.1 } else { 0.2 });
            assert_eq!(card.fastest(), Some(wanted.name));
        }
    }

    #[test]
    fn what_is_hardly_faster_is_not_preferred_to_what_is_plainer() {
        let card = Card::new(0.0, |tuning| if tuning.name == "4x4" { 0.99 } else { 1.0 });
        assert_eq!(card.fastest(), Some("8x8"));
    }

    #[test]
    fn a_gpu_that_takes_long_to_compile_is_not_kept_waiting_for_all_of_them() {
        let card = Card::new(2000.0, |tuning| if tuning.name == "8x8-shared" { 0.1 } else { 0.2 });
        assert_eq!(card.fastest(), Some("8x8-shared"));
        assert_eq!(*card.tried.borrow(), ["8x8", "8x8-shared"]);
    }

    #[test]
    fn a_gpu_that_fails_is_reported() {
        let lost = || TrainerError::from(EngineError::DeviceLost("gone".into()));
        let open = |_| Ok(async move |_| Err(lost()));
        assert_eq!(block_on(fastest(open, || 0.0)), Err(lost()));
    }
}
