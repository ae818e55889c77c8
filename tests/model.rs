//! What a network may be made of, and how its weights begin.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use chalknet::activation::Activation;
use chalknet::model::{Initializer, Input, Layer, MAX_UNITS, Model, ModelError, Problem};
use chalknet::picture::{Padding, Picture};

const RELU: Activation = Activation::Relu;
const ANSWER: Layer = Layer::Dense { units: 10, activation: Activation::Identity };

fn conv2d(filters: usize, kernel: usize, padding: Padding) -> Layer {
    Layer::Conv2d { filters, kernel, padding, activation: RELU }
}

fn picture(height: usize, width: usize, channels: usize) -> Input {
    Input::Picture(Picture { height, width, channels })
}

#[test]
fn layers_follow_each_other_as_in_keras() {
    let layers = [
        conv2d(8, 3, Padding::Same),
        Layer::MaxPool { size: 2 },
        conv2d(16, 5, Padding::Valid),
        Layer::MaxPool { size: 3 },
        Layer::Dropout { rate: 0.25 },
        Layer::Dense { units: 32, activation: RELU },
        ANSWER,
    ];
    let model = Model::new(picture(28, 27, 1), &layers).expect("they follow each other");
    // Keras's summary: (28, 27, 8), (14, 13, 8), (10, 9, 16), (3, 3, 16), the same, 32, 10.
    let made: Vec<_> = (0..layers.len()).map(|layer| model.outputs_of(layer)).collect();
    assert_eq!(made, [28 * 27 * 8, 14 * 13 * 8, 10 * 9 * 16, 3 * 3 * 16, 3 * 3 * 16, 32, 10]);
    assert_eq!(model.parameters(), 80 + 3216 + 4640 + 330);
}

#[test]
fn an_even_kernel_has_one_more_row_of_zeros_below_than_above() {
    let model = Model::new(picture(4, 4, 1), &[conv2d(1, 4, Padding::Same)]).expect("it fits");
    let convolution = model.convolution(0).expect("it is one");
    assert_eq!((convolution.before, convolution.output.height), (1, 4));
}

#[test]
fn weights_are_drawn_within_the_limits_of_keras() {
    let model = Model::new(picture(28, 28, 3), &[conv2d(64, 5, Padding::Same), ANSWER]).expect("they follow");
    for (initializer, limit) in [
        (Initializer::GlorotUniform, (6.0 / (25.0 * 3.0 + 25.0 * 64.0_f32)).sqrt()),
        (Initializer::HeUniform, (6.0 / (25.0 * 3.0_f32)).sqrt()),
    ] {
        let weights = &model.initial_weights(initializer, 1).expect("there is room")[0];
        assert_eq!(weights.len(), 25 * 3 * 64);
        let largest = weights.iter().fold(0.0, |largest: f32, w| largest.max(w.abs()));
        assert!(largest <= limit && largest > 0.99 * limit, "{largest} of {limit}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_place_and_the_reason() {
    let vector = Input::Numbers(784);
    let at = |place, problem| Err(ModelError::Layer { place, problem });
    let of = |input, layers: &[Layer]| Model::new(input, layers).map(|_| ());
    assert_eq!(of(vector, &[]), Err(ModelError::NoLayers));
    assert_eq!(of(Input::Numbers(0), &[ANSWER]), Err(ModelError::Input));
    assert_eq!(of(picture(usize::MAX, usize::MAX, 3), &[ANSWER]), Err(ModelError::Input));
    assert_eq!(of(vector, &[ANSWER; 257]), Err(ModelError::TooManyLayers));
    assert_eq!(of(vector, &[ANSWER, Layer::Dropout { rate: 0.5 }]), Err(ModelError::NoUnits));
    assert_eq!(of(vector, &[conv2d(8, 3, Padding::Same), ANSWER]), at(0, Problem::NoPicture));
    assert_eq!(of(picture(9, 9, 1), &[ANSWER, Layer::MaxPool { size: 2 }]), at(1, Problem::NoPicture));
    for kernel in [0, 256, usize::MAX] {
        assert_eq!(of(picture(9, 9, 1), &[conv2d(8, kernel, Padding::Same)]), at(0, Problem::Kernel));
    }
    assert_eq!(of(picture(200, 200, 300), &[conv2d(1, 250, Padding::Same)]), at(0, Problem::Kernel));
    assert_eq!(of(picture(9, 3, 1), &[conv2d(8, 4, Padding::Valid)]), at(0, Problem::LargerThanPicture));
    assert_eq!(
        of(picture(9, 3, 1), &[Layer::MaxPool { size: 4 }, ANSWER]),
        at(0, Problem::LargerThanPicture)
    );
    assert_eq!(of(picture(9, 3, 1), &[Layer::MaxPool { size: 0 }, ANSWER]), at(0, Problem::Size));
    for units in [0, MAX_UNITS + 1] {
        assert_eq!(of(vector, &[Layer::Dense { units, activation: RELU }]), at(0, Problem::Units));
        assert_eq!(of(picture(9, 9, 1), &[conv2d(units, 3, Padding::Same)]), at(0, Problem::Units));
    }
    for rate in [-0.1, 1.0, f32::NAN, f32::INFINITY] {
        assert_eq!(of(vector, &[Layer::Dropout { rate }, ANSWER]), at(0, Problem::Rate));
    }
}
