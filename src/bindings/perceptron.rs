use super::arguments::{self, Number, Text, field, text, whole};
use super::error::bad_options;
use super::object;
use crate::perceptron::{Learner, PerceptronError, SampleStep, Table, Verdict, Weights, number, weight_map};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("perceptron.d.ts");

#[wasm_bindgen]
extern "C" {
    /// `w1`, `w2` and `b`.
    #[wasm_bindgen(typescript_type = "PerceptronWeights")]
    pub type PerceptronWeights;
}

/// What a perceptron gives for each row of a truth table, which is told as its targets: `"0110"` is XOR.
/// Throws `bad-options`, as all functions here do, when the table or a number is not allowed.
#[wasm_bindgen(js_name = perceptronAnswer, unchecked_return_type = "PerceptronAnswer")]
pub fn answer(table: &Text, weights: &PerceptronWeights) -> Result<JsValue, JsValue> {
    Ok(answer_object(read_table(table)?, read_weights(weights)?))
}

/// Learns the table from `start` by the perceptron rule: `shown` samples, and then `more`, or fewer where the
/// verdict comes before. Every pass shows the rows in the order that the seed deals; seed 0 leaves them in
/// the table's.
#[wasm_bindgen(js_name = perceptronLearn, unchecked_return_type = "PerceptronProgress")]
pub fn learn(
    table: &Text,
    start: &PerceptronWeights,
    rate: &Number,
    seed: &Number,
    shown: &Number,
    more: &Number,
) -> Result<JsValue, JsValue> {
    let table = read_table(table)?;
    let (rate, seed) = (arguments::number(rate, "rate")?, arguments::seed(seed)?);
    let mut learner = Learner::new(table, read_weights(start)?, rate, seed).map_err(refused)?;
    learner.advance(whole(shown, "shown", u32::MAX)?.into());
    learner.run(whole(more, "more", u32::MAX)?.into());
    Ok(progress_object(table, &learner))
}

/// Every `(w1, w2)` from `-reach` to `reach` with the bias of `weights`, cut into regions of equal outputs.
#[wasm_bindgen(js_name = perceptronMap, unchecked_return_type = "PerceptronRegion[]")]
pub fn map(table: &Text, weights: &PerceptronWeights, reach: &Number) -> Result<JsValue, JsValue> {
    let table = read_table(table)?;
    let regions = weight_map(read_weights(weights)?, arguments::number(reach, "reach")?).map_err(refused)?;
    let regions = regions.iter().map(|region| {
        object(&[
            ("score", count(region.outputs.agreement(table) as u64)),
            ("corners", numbers(region.corners.iter().flatten().copied())),
            ("center", numbers(region.center().into_iter())),
        ])
    });
    Ok(regions.collect::<Array>().into())
}

/// Weights to begin with, decided by the seed.
#[wasm_bindgen(js_name = perceptronStart, unchecked_return_type = "PerceptronWeights")]
pub fn start(seed: &Number) -> Result<JsValue, JsValue> {
    Ok(weights_object(Weights::random(arguments::seed(seed)?)))
}

fn progress_object(table: Table, learner: &Learner) -> JsValue {
    let (verdict, cycle) = match learner.verdict() {
        Verdict::Open => ("open", JsValue::NULL),
        Verdict::Converged => ("converged", JsValue::NULL),
        Verdict::Cycles { first, again } => {
            ("cycles", object(&[("first", count(first)), ("again", count(again))]))
        }
    };
    object(&[
        ("weights", weights_object(learner.weights())),
        ("answer", answer_object(table, learner.weights())),
        ("samples", count(learner.samples())),
        ("updates", count(learner.updates())),
        ("step", learner.last().map_or(JsValue::NULL, step_object)),
        ("next", count(learner.next_row() as u64)),
        ("verdict", verdict.into()),
        ("cycle", cycle),
    ])
}

fn answer_object(table: Table, weights: Weights) -> JsValue {
    let outputs = weights.outputs();
    object(&[
        ("sums", numbers((0..4).map(|row| number(weights.sum(row))))),
        ("outputs", numbers(outputs.0.iter().map(|&fires| f64::from(u8::from(fires))))),
        ("score", count(outputs.agreement(table) as u64)),
        ("separable", table.is_separable().into()),
    ])
}

fn step_object(step: SampleStep) -> JsValue {
    object(&[
        ("row", count(step.row as u64)),
        ("error", (step.error as f64).into()),
        ("before", weights_object(step.before)),
        ("after", weights_object(step.after)),
    ])
}

fn weights_object(weights: Weights) -> JsValue {
    let [w1, w2, b] = weights.numbers();
    object(&[("w1", w1.into()), ("w2", w2.into()), ("b", b.into())])
}

fn numbers(values: impl Iterator<Item = f64>) -> JsValue {
    values.map(JsValue::from).collect::<Array>().into()
}

/// As a plain number: `u64` itself would become a `BigInt`.
fn count(value: u64) -> JsValue {
    (value as f64).into()
}

fn read_table(table: &Text) -> Result<Table, JsValue> {
    text(table, "table")?.parse().map_err(refused)
}

fn read_weights(weights: &PerceptronWeights) -> Result<Weights, JsValue> {
    // What is missing or no number becomes NaN, which is refused with the rest.
    let read = |name| Ok::<_, JsValue>(field(weights, name)?.as_f64().unwrap_or(f64::NAN));
    Weights::new(read("w1")?, read("w2")?, read("b")?).map_err(refused)
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn refused(error: PerceptronError) -> JsValue {
    bad_options(&error)
}
