//! Words as examples, and what a network learns from them.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::activation::Activation;
use chalknet::dataset::letters::{EDGE, Letters, LettersError, Writer};
use chalknet::dataset::{Dataset, Inputs, Shape};
use chalknet::engine::cpu::Cpu;
use chalknet::loss::Loss;
use chalknet::model::{Initializer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::trainer::{Config, Trainer};
use pollster::block_on;
use std::collections::HashMap;

const SEED: u64 = 1;

/// The symbols that an input shows, the farthest letter first.
fn symbols_of(input: &[u8], symbols: usize) -> Vec<usize> {
    input
        .chunks(symbols)
        .map(|letter| {
            assert_eq!(letter.iter().filter(|&&value| value == 255).count(), 1);
            assert_eq!(letter.iter().filter(|&&value| value == 0).count(), symbols - 1);
            letter.iter().position(|&value| value == 255).unwrap()
        })
        .collect()
}

/// How often each symbol comes after each pair of symbols.
fn counts(letters: &Letters) -> HashMap<(Vec<usize>, u8), usize> {
    let mut counts = HashMap::new();
    let inputs = letters.inputs();
    for (input, label) in inputs.chunks(2 * letters.symbols()).zip(letters.labels()) {
        *counts.entry((symbols_of(input, letters.symbols()), label)).or_default() += 1;
    }
    counts
}

#[test]
fn the_examples_are_exactly_the_words_n_grams() {
    let letters = Letters::new(" aba\nab\tb  ", 2).unwrap();
    assert_eq!(letters.alphabet(), ['a', 'b']);
    assert_eq!(letters.symbols(), 3);
    let expected = [
        // aba and ab begin with a, b with b.
        ((vec![0, 0], 1), 2),
        ((vec![0, 0], 2), 1),
        // After the a of a beginning comes b, twice.
        ((vec![0, 1], 2), 2),
        // After ab comes a, or the end.
        ((vec![1, 2], 1), 1),
        ((vec![1, 2], EDGE), 1),
        ((vec![2, 1], EDGE), 1),
        ((vec![0, 2], EDGE), 1),
    ];
    assert_eq!(counts(&letters), HashMap::from(expected));
}

#[test]
fn a_beginning_is_the_input_of_what_comes_next() {
    let letters = Letters::new("aba ab", 2).unwrap();
    let input = |beginning: &str| letters.input(beginning).map(|input| symbols_of(&input, 3));
    assert_eq!(input(""), Some(vec![0, 0]));
    assert_eq!(input("b"), Some(vec![0, 2]));
    assert_eq!(input("aab"), Some(vec![1, 2]));
    assert_eq!(input("x"), None);
    // Only the last letters are looked at.
    assert_eq!(input("xab"), Some(vec![1, 2]));
}

#[test]
fn syllables_that_are_taken_apart_have_consonants_and_vowels_for_letters() {
    // 지민 and 민지, in normalization form D.
    let letters =
        Letters::new("\u{110c}\u{1175}\u{1106}\u{1175}\u{11ab} \u{1106}\u{1175}\u{11ab}\u{110c}\u{1175}", 3);
    let letters = letters.unwrap();
    // The final ㄴ is another letter than an initial one would be.
    assert_eq!(letters.alphabet(), ['\u{1106}', '\u{110c}', '\u{1175}', '\u{11ab}']);
    assert_eq!(letters.labels(), [2, 3, 1, 3, 4, EDGE, 1, 3, 4, 2, 3, EDGE]);
}

#[test]
fn refuses_what_is_no_list_of_words() {
    assert_eq!(Letters::new(" \n", 2), Err(LettersError::Empty));
    assert_eq!(Letters::new("a", 0), Err(LettersError::Context));
    let many: String = (0..201).map(|place| char::from_u32(0x4e00 + place).unwrap()).collect();
    assert_eq!(Letters::new(&many, 1), Err(LettersError::TooMany(201)));
    assert!(Letters::new(&many[3..], 1).is_ok());
}

/// A network that has learnt the words.
fn learnt(letters: &Letters, context: usize) -> Trainer {
    let shape = Shape { features: context * letters.symbols(), outputs: letters.symbols() };
    let dataset = Dataset::classes(Inputs::Bytes(letters.inputs()), &letters.labels(), shape).unwrap();
    let config = Config {
        model: Model::dense(&[shape.features, 32, shape.outputs], Activation::Tanh, Activation::Identity)
            .unwrap(),
        loss: Loss::CrossEntropy,
        optimizer: Optimizer::ADAM,
        learning_rate: 0.01,
        penalty: Penalty::NONE,
        initializer: Initializer::GlorotUniform,
        batch: 16,
        shuffle: true,
        seed: SEED,
    };
    let mut trainer = Trainer::new(Box::new(Cpu::default()), &config).unwrap();
    trainer.add_training(&dataset).unwrap();
    block_on(trainer.train(1000)).unwrap();
    trainer
}

fn predict(trainer: &mut Trainer, inputs: Vec<u8>) -> Vec<f32> {
    block_on(trainer.predict(&Inputs::Bytes(inputs)).unwrap()).unwrap()
}

fn written(letters: &Letters, trainer: &mut Trainer, seed: u64) -> Vec<String> {
    let mut writer = Writer::new(letters.clone(), 4, 12, seed);
    loop {
        let inputs = writer.inputs();
        if inputs.is_empty() {
            return writer.words();
        }
        writer.write(&predict(trainer, inputs));
    }
}

#[test]
fn a_list_that_leaves_no_choice_is_learnt_by_heart() {
    let letters = Letters::new("abcd", 2).unwrap();
    let mut trainer = learnt(&letters, 2);
    for (beginning, next) in [("", 1), ("a", 2), ("ab", 3), ("abc", 4), ("abcd", usize::from(EDGE))] {
        let probabilities = predict(&mut trainer, letters.input(beginning).unwrap());
        assert!(probabilities[next] > 0.99, "after {beginning:?}: {probabilities:?}");
    }
    assert_eq!(written(&letters, &mut trainer, SEED), ["abcd"; 4]);
}

#[test]
fn where_there_is_a_choice_the_probabilities_are_the_counts() {
    // After "a": b three times and c once.
    let letters = Letters::new("ab ab ab ac", 1).unwrap();
    let mut trainer = learnt(&letters, 1);
    let probabilities = predict(&mut trainer, letters.input("a").unwrap());
    assert!((probabilities[2] - 0.75).abs() < 0.03, "{probabilities:?}");
    assert!((probabilities[3] - 0.25).abs() < 0.03, "{probabilities:?}");
}

#[test]
fn words_are_made_up_by_the_seed_and_as_likely_as_they_are_said_to_be() {
    let letters = Letters::new("a b", 1).unwrap();
    let mut writer = Writer::new(letters.clone(), 2000, 5, 9);
    let first = writer.inputs();
    assert_eq!(first.len(), 2000 * letters.symbols());
    // Nothing, a or b: never nothing, a in a quarter.
    writer.write(&[0.0, 0.25, 0.75].repeat(2000));
    let open = writer.inputs().len() / letters.symbols();
    assert_eq!(open, 2000);
    let a = writer.words().iter().filter(|word| *word == "a").count();
    assert!((450..550).contains(&a), "{a}");
    // All end.
    writer.write(&[1.0, 0.0, 0.0].repeat(2000));
    assert!(writer.inputs().is_empty());

    let mut other = Writer::new(letters.clone(), 2000, 5, 9);
    other.write(&[0.0, 0.25, 0.75].repeat(2000));
    assert_eq!(writer.words(), other.words());
    let mut long = Writer::new(letters, 1, 5, 9);
    while !long.inputs().is_empty() {
        long.write(&[0.0, 0.5, 0.5]);
    }
    assert_eq!(long.words()[0].len(), 5, "no word is longer than is allowed");
}
