//! Where training stands, kept and gone on from, whatever is done in between.

use crate::training::{Examples, config, dense, pictures};
use crate::{Make, on_each_engine};
use chalknet::activation::Activation;
use chalknet::engine::small::Small;
use chalknet::model::Model;
use chalknet::optimizer::Optimizer;
use chalknet::trainer::{Checkpoint, CheckpointError, Config, StepMetrics, Trainer, TrainerError};
use fastrand::Rng;
use pollster::block_on;
use proptest::prelude::*;

/// Examples that there are in all.
const ROWS: usize = 60;

fn shuffled() -> Config {
    Config { shuffle: true, ..config() }
}

fn checkpoint(trainer: &mut Trainer) -> Checkpoint {
    let bytes = block_on(trainer.checkpoint()).unwrap().to_bytes().unwrap();
    Checkpoint::from_bytes(&bytes).unwrap()
}

fn train(trainer: &mut Trainer, steps: usize) -> Vec<StepMetrics> {
    block_on(trainer.train(steps)).unwrap()
}

fn a_restored_trainer_waits_for_its_examples(make: Make) {
    let examples = Examples::new(33, &config().model);
    // In the first epoch and in a later one.
    for steps in [2, 8] {
        let mut whole = Trainer::new(make(), &shuffled()).unwrap();
        for (start, end) in [(0, 10), (10, 33)] {
            whole.add_training(&examples.part(start, end)).unwrap();
        }
        train(&mut whole, steps);
        let kept = checkpoint(&mut whole);

        let mut resumed = Trainer::new(make(), &shuffled()).unwrap();
        resumed.restore(&kept).unwrap();
        assert_eq!(train(&mut resumed, 1), []);
        resumed.add_training(&examples.part(0, 20)).unwrap();
        let mut found = train(&mut resumed, 12);
        resumed.add_training(&examples.part(20, 33)).unwrap();
        let missing = 12 - found.len();
        found.extend(train(&mut resumed, missing));
        assert_eq!(found, train(&mut whole, 12));
    }
}

fn an_expectation_takes_no_examples_away_that_are_there(make: Make) {
    let mut trainer = Trainer::new(make(), &shuffled()).unwrap();
    trainer.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    let mut other = Trainer::new(make(), &shuffled()).unwrap();
    other.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    // In the first epoch and in later ones, at its beginning and within.
    for steps in [2, 7, 9, 12] {
        trainer.expect_training_rows(0);
        let found = train(&mut trainer, steps);
        assert_eq!(found.len(), steps);
        assert_eq!(found, train(&mut other, steps));
    }
}

fn examples_added_in_a_later_epoch_come_in_the_next_one(make: Make) {
    let examples = Examples::new(ROWS, &config().model);
    let mut whole = Trainer::new(make(), &shuffled()).unwrap();
    whole.add_training(&examples.part(0, 33)).unwrap();
    train(&mut whole, 8);
    whole.add_training(&examples.part(33, ROWS)).unwrap();
    train(&mut whole, 1);
    let kept = checkpoint(&mut whole);
    let mut resumed = Trainer::new(make(), &shuffled()).unwrap();
    resumed.add_training(&examples.dataset()).unwrap();
    resumed.restore(&kept).unwrap();
    assert_eq!(train(&mut resumed, 30), train(&mut whole, 30));
}

fn a_run_that_broke_goes_on_from_a_checkpoint_as_if_it_had_not(make: Make) {
    for model in [
        Model::dense(&[5, 9, 7, 3], Activation::Relu, Activation::Identity).unwrap(),
        pictures(Activation::Relu),
    ] {
        for optimizer in [Optimizer::Sgd, Optimizer::ADAM] {
            let config = Config { model: model.clone(), optimizer, ..shuffled() };
            let mut trainer = Trainer::new(make(), &config).unwrap();
            trainer.add_training(&Examples::new(33, &config.model).dataset()).unwrap();
            train(&mut trainer, 8);
            let kept = checkpoint(&mut trainer);
            let expected = train(&mut trainer, 9);
            trainer.set_learning_rate(1e38).unwrap();
            let broken = train(&mut trainer, 20);
            assert!(broken.iter().any(|metrics| !metrics.loss.is_finite()), "{optimizer:?}: {broken:?}");
            trainer.restore(&kept).unwrap();
            trainer.set_learning_rate(config.learning_rate).unwrap();
            assert_eq!(train(&mut trainer, 9), expected, "{optimizer:?}, {:?}", config.model);
        }
    }
}

on_each_engine!(
    a_restored_trainer_waits_for_its_examples,
    an_expectation_takes_no_examples_away_that_are_there,
    examples_added_in_a_later_epoch_come_in_the_next_one,
    a_checkpoint_of_any_layers_goes_on_with_the_same_curve,
    a_run_that_broke_goes_on_from_a_checkpoint_as_if_it_had_not,
);

/// What is done with a trainer.
#[derive(Clone, Copy, Debug)]
enum Call {
    Add(usize),
    Expect(usize),
    Train(usize),
    SetLearningRate(f32),
    Restore,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        (1..20_usize).prop_map(Call::Add),
        (0..2 * ROWS).prop_map(Call::Expect),
        (0..12_usize).prop_map(Call::Train),
        (0.0..0.1_f32).prop_map(Call::SetLearningRate),
        Just(Call::Restore),
    ]
}

/// Does it, and tells the steps that came of it.
fn make_call(
    trainer: &mut Trainer,
    call: Call,
    examples: &Examples,
    kept: Option<&Checkpoint>,
) -> Vec<StepMetrics> {
    match call {
        Call::Add(rows) => {
            let start = trainer.order().arrived();
            let end = ROWS.min(start + rows);
            if end > start {
                trainer.add_training(&examples.part(start, end)).unwrap();
            }
        }
        Call::Expect(rows) => trainer.expect_training_rows(rows),
        Call::Train(steps) => return train(trainer, steps),
        Call::SetLearningRate(rate) => trainer.set_learning_rate(rate).unwrap(),
        Call::Restore => kept.into_iter().for_each(|kept| trainer.restore(kept).unwrap()),
    }
    Vec::new()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Three trainers go on from a checkpoint: the one that it is of, one that is given all examples at
    /// once, and one that has gone astray before.
    #[test]
    fn whatever_was_done_before_a_checkpoint_gives_the_same_curve(
        before in prop::collection::vec(call(), 0..12),
        astray in prop::collection::vec(call(), 0..6),
        after in prop::collection::vec(call(), 1..12),
    ) {
        let examples = Examples::new(ROWS, &config().model);
        let make = || Trainer::new(Box::new(Small::default()), &shuffled()).unwrap();
        let mut whole = make();
        let mut expected = None;
        let mut rate = whole.learning_rate();
        for &call in &before {
            make_call(&mut whole, call, &examples, None);
            match call {
                Call::Expect(rows) => expected = Some(rows),
                Call::SetLearningRate(new) => rate = new,
                _ => {}
            }
        }
        let kept = checkpoint(&mut whole);
        let arrived = whole.order().arrived();

        let mut others = [make(), make()];
        for (other, is_astray) in others.iter_mut().zip([false, true]) {
            if arrived > 0 {
                other.add_training(&examples.part(0, arrived)).unwrap();
            }
            for &call in astray.iter().filter(|call| is_astray && !matches!(call, Call::Add(_))) {
                make_call(other, call, &examples, None);
            }
            if let Some(rows) = expected {
                other.expect_training_rows(rows);
            }
            other.set_learning_rate(rate).unwrap();
        }
        // Nobody who has said how many there will be can take it back.
        let takes_part = [true, expected.is_some() || !astray.iter().any(|call| matches!(call, Call::Expect(_)))];
        for other in &mut others {
            other.restore(&kept).unwrap();
        }
        for &call in &after {
            let found = make_call(&mut whole, call, &examples, Some(&kept));
            for (other, _) in others.iter_mut().zip(takes_part).filter(|(_, takes_part)| *takes_part) {
                prop_assert_eq!(&make_call(other, call, &examples, Some(&kept)), &found);
                prop_assert_eq!(other.order().epochs(), whole.order().epochs());
            }
        }
    }
}

#[test]
fn a_checkpoint_that_was_changed_anywhere_is_refused() {
    let config = Config { model: pictures(Activation::Tanh), ..shuffled() };
    let mut trainer = Trainer::new(Box::new(Small::default()), &config).unwrap();
    trainer.add_training(&Examples::new(33, &config.model).dataset()).unwrap();
    train(&mut trainer, 8);
    let bytes = block_on(trainer.checkpoint()).unwrap().to_bytes().unwrap();
    let mut rng = Rng::with_seed(1);
    for mutation in 0..10_000 {
        let mut changed = bytes.clone();
        let place = rng.usize(..bytes.len());
        let length = rng.usize(1..=16.min(bytes.len() - place));
        match mutation % 6 {
            0 => changed[place] ^= 1 << rng.u8(..8),
            1 => changed[place] = rng.u8(..),
            2 => changed[place..place + length].fill(rng.choice([0, 0xff]).unwrap()),
            3 => changed.truncate(place),
            4 => changed.splice(place..place, bytes[place..place + length].iter().copied()).for_each(drop),
            _ => changed.copy_within(place..place + length, rng.usize(..=bytes.len() - length)),
        }
        if changed != bytes {
            assert!(Checkpoint::from_bytes(&changed).is_err(), "mutation {mutation} at {place} of {length}");
        }
    }
}

#[test]
fn a_checkpoint_of_another_network_optimizer_or_of_no_numbers_is_refused() {
    let make = |config: Config| Trainer::new(Box::new(Small::default()), &config).unwrap();
    let momentum = Config { optimizer: Optimizer::MOMENTUM, ..config() };
    let kept = checkpoint(&mut make(momentum.clone()));
    assert_eq!(kept.origin().to_string(), "5-9 tanh-7 tanh-3 identity, momentum");
    assert_eq!(kept.step(), 0);
    let relu = Model::dense(&[5, 9, 7, 3], Activation::Relu, Activation::Identity).unwrap();
    for other in [
        // With as many numbers in each tensor.
        Config { optimizer: Optimizer::RMSPROP, ..config() },
        Config { model: dense(&[5, 9, 7, 2]), ..momentum.clone() },
        Config { model: relu, ..momentum.clone() },
    ] {
        let mut trainer = make(other);
        let before = checkpoint(&mut trainer);
        let error = trainer.restore(&kept).unwrap_err();
        assert!(matches!(error, TrainerError::Checkpoint(CheckpointError::Other { .. })), "{error}");
        assert_eq!(checkpoint(&mut trainer), before);
    }
    // [9, 3] has as many parameters as [4, 6].
    let kept = checkpoint(&mut make(Config { model: dense(&[9, 3]), ..config() }));
    assert!(make(Config { model: dense(&[4, 6]), ..config() }).restore(&kept).is_err());

    let mut trainer = make(Config { optimizer: Optimizer::Sgd, learning_rate: 1e38, ..config() });
    trainer.add_training(&Examples::new(33, &config().model).dataset()).unwrap();
    train(&mut trainer, 20);
    let kept = checkpoint(&mut trainer);
    let error = make(Config { optimizer: Optimizer::Sgd, ..config() }).restore(&kept).unwrap_err();
    assert_eq!(error, TrainerError::Checkpoint(CheckpointError::NotFinite));
}

fn a_checkpoint_of_any_layers_goes_on_with_the_same_curve(make: Make) {
    let config = Config { model: pictures(Activation::Tanh), ..shuffled() };
    let examples = Examples::new(33, &config.model);
    let start = || {
        let mut trainer = Trainer::new(make(), &config).unwrap();
        trainer.add_training(&examples.dataset()).unwrap();
        trainer
    };
    let (mut whole, mut resumed) = (start(), start());
    train(&mut whole, 8);
    let kept = checkpoint(&mut whole);
    let layers =
        "7x6x2-5 of 3x3 same tanh-dropout 25%-3 of 2x2 valid tanh-pool 2-4 tanh-dropout 50%-3 identity";
    assert_eq!(kept.origin().to_string(), format!("{layers}, adam"));
    train(&mut resumed, 3);
    resumed.restore(&kept).unwrap();
    assert_eq!(train(&mut resumed, 9), train(&mut whole, 9));
}

#[test]
fn a_checkpoint_of_an_older_format_says_so() {
    let error = Checkpoint::from_bytes(b"chalknt1 and whatever").unwrap_err();
    assert_eq!(error, CheckpointError::Version('1'));
}
