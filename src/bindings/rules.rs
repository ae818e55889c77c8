use super::arguments::{self, Bytes, Number, Words, bytes, field, whole, words};
use super::error::{bad_data, bad_options};
use super::object;
use crate::rules::{Best, Comparison, Distortion, Examples, Measure, Rule, RulesError};
use js_sys::{Array, Uint16Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("rules.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Up to any number of rules.
    #[wasm_bindgen(typescript_type = "Rule[]")]
    pub type JsRules;
    /// What is done to pictures.
    #[wasm_bindgen(typescript_type = "Distortion")]
    pub type JsDistortion;
    /// The name of a measure.
    #[wasm_bindgen(typescript_type = "RulesMeasure")]
    pub type JsMeasure;
}

const MEASURES: [(&str, Measure); Measure::ALL.len()] = [
    ("ink", Measure::Ink),
    ("width", Measure::Width),
    ("height", Measure::Height),
    ("aspect", Measure::Aspect),
    ("middle", Measure::Middle),
    ("row", Measure::Row),
    ("column", Measure::Column),
    ("holes", Measure::Holes),
    ("symmetry", Measure::Symmetry),
];

const COMPARISONS: [(&str, Comparison); 2] = [(">", Comparison::Greater), ("<", Comparison::Less)];

/// Pictures of 28x28 bytes, each of class 0 or 1, to try rules on.
///
/// All its methods throw `bad-options` for a rule, a measure or a distortion that there is not.
#[wasm_bindgen]
pub struct RulesExamples {
    examples: Examples,
}

#[wasm_bindgen]
impl RulesExamples {
    /// Takes pictures, one after the other, and a class for each. Throws `bad-data` when they do not fit.
    #[wasm_bindgen(constructor)]
    pub fn new(pixels: &Bytes, classes: &Bytes) -> Result<RulesExamples, JsValue> {
        let (pixels, classes) = (bytes(pixels, "pixels")?, bytes(classes, "classes")?);
        let examples = Examples::new(&pixels, &classes).map_err(|error| bad_data(&error))?;
        Ok(Self { examples })
    }

    /// The same examples as new data; the same seed distorts them the same way.
    pub fn distorted(&self, distortion: &JsDistortion, seed: &Number) -> Result<RulesExamples, JsValue> {
        let distortion = read_distortion(distortion)?;
        let examples = self.examples.distorted(&distortion, arguments::seed(seed)?).map_err(refused)?;
        Ok(Self { examples })
    }

    /// How many there are.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.examples.classes().len()
    }

    /// A copy of these pictures, one after the other; those that there are not are left out.
    pub fn pixels(&self, indices: &Words) -> Result<Vec<u8>, JsValue> {
        let indices = words(indices, "indices")?;
        let pictures = indices.iter().filter_map(|&index| self.examples.pictures().get(index as usize));
        Ok(pictures.flatten().copied().collect())
    }

    /// A copy of the classes.
    #[wasm_bindgen(getter)]
    pub fn classes(&self) -> Vec<u8> {
        self.examples.classes().to_vec()
    }

    /// What the rules answer for every picture: 0, 1, or 2 where there is no majority.
    pub fn answers(&self, rules: &JsRules) -> Result<Vec<u8>, JsValue> {
        let rules = rules.dyn_ref::<Array>().ok_or_else(|| bad_options(&"rules must be an array"))?;
        let rules: Vec<_> = rules.iter().map(|rule| read_rule(&rule)).collect::<Result<_, _>>()?;
        let answers = self.examples.answers(&rules).map_err(refused)?;
        Ok(answers.into_iter().map(|answer| answer.unwrap_or(2)).collect())
    }

    /// A measure of every picture.
    pub fn values(&self, measure: &JsMeasure) -> Result<Vec<f64>, JsValue> {
        Ok(self.examples.values(read_measure(measure)?).to_vec())
    }

    /// A measure of one picture.
    #[wasm_bindgen(unchecked_return_type = "RulesReading")]
    pub fn reading(&self, index: &Number, measure: &JsMeasure) -> Result<JsValue, JsValue> {
        let index = whole(index, "index", u32::MAX)? as usize;
        let reading = self.examples.read(index, read_measure(measure)?).map_err(refused)?;
        let rect = reading.rect.map_or(JsValue::NULL, |rect| {
            let sides = [rect.x, rect.y, rect.width, rect.height];
            sides.iter().map(|&side| JsValue::from(side as f64)).collect::<Array>().into()
        });
        let cells: Vec<_> = reading.cells.iter().map(|&cell| cell as u16).collect();
        Ok(object(&[
            ("value", reading.value.into()),
            ("rect", rect),
            ("cells", Uint16Array::from(&cells[..]).into()),
        ]))
    }

    /// The best single rule with a vote for `class`, of one measure, or of all without one; null where
    /// nothing tells any two pictures apart.
    #[wasm_bindgen(unchecked_return_type = "BestRule | null")]
    pub fn best(&self, measure: Option<JsMeasure>, class: &Number) -> Result<JsValue, JsValue> {
        let measures = match measure {
            Some(measure) => vec![read_measure(&measure)?],
            None => Measure::ALL.to_vec(),
        };
        let class = whole(class, "class", 255)? as u8;
        let best = self.examples.best(&measures, class).map_err(refused)?;
        Ok(best.map_or(JsValue::NULL, |best| best_object(&best)))
    }
}

fn best_object(best: &Best) -> JsValue {
    let Rule { measure, comparison, threshold, class } = best.rule;
    let rule = object(&[
        ("measure", name_of(&MEASURES, measure).into()),
        ("comparison", name_of(&COMPARISONS, comparison).into()),
        ("threshold", threshold.into()),
        ("class", class.into()),
    ]);
    object(&[("rule", rule), ("right", (best.right as f64).into()), ("tried", (best.tried as f64).into())])
}

fn read_rule(rule: &JsValue) -> Result<Rule, JsValue> {
    Ok(Rule {
        measure: read_measure(&field(rule, "measure")?)?,
        comparison: one_of(&COMPARISONS, &field(rule, "comparison")?, "comparison")?,
        threshold: number(rule, "threshold")?,
        class: integer(rule, "class")?.try_into().unwrap_or(u8::MAX),
    })
}

fn read_distortion(distortion: &JsValue) -> Result<Distortion, JsValue> {
    Ok(Distortion {
        shift: number(distortion, "shift")? as f32,
        size: number(distortion, "size")? as f32 / 100.0,
        rotation: number(distortion, "rotation")? as f32,
        invert: field(distortion, "invert")?.is_truthy(),
        noise: number(distortion, "noise")? as f32 / 100.0,
        stroke: integer(distortion, "stroke")?,
    })
}

fn read_measure(name: &JsValue) -> Result<Measure, JsValue> {
    one_of(&MEASURES, name, "measure")
}

fn one_of<T: Copy>(choices: &[(&str, T)], name: &JsValue, what: &str) -> Result<T, JsValue> {
    let name = name.as_string().unwrap_or_default();
    let found = choices.iter().find(|(choice, _)| *choice == name);
    found.map(|(_, choice)| *choice).ok_or_else(|| bad_options(&format!("there is no such {what}")))
}

fn name_of<T: Copy + PartialEq>(choices: &[(&'static str, T)], choice: T) -> &'static str {
    choices.iter().find(|(_, other)| *other == choice).map_or("", |(name, _)| name)
}

/// What is missing or no number becomes NaN, which is refused with the rest.
fn number(object: &JsValue, name: &str) -> Result<f64, JsValue> {
    Ok(field(object, name)?.as_f64().unwrap_or(f64::NAN))
}

fn integer(object: &JsValue, name: &str) -> Result<i32, JsValue> {
    let number = number(object, name)?;
    let is_whole = number.fract() == 0.0;
    is_whole.then_some(number as i32).ok_or_else(|| bad_options(&"a number is not whole"))
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn refused(error: RulesError) -> JsValue {
    bad_options(&error)
}
