//! A network and how it is trained, as the options that `Trainer.create` takes in JavaScript, with a list of layers.

use super::json::{Fields, Json};
use crate::activation::Activation;
use crate::loss::Loss;
use crate::model::{Initializer, Input, Layer, Model};
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;
use crate::picture::Padding;
use crate::trainer::Config;

/// As JSON, with the layers that are not to learn.
pub(super) fn write(config: &Config, frozen: &[usize]) -> String {
    let Config { model, loss, optimizer, learning_rate, penalty, initializer, batch, shuffle, seed } = config;
    let input = model.input().sizes();
    let layer = |(place, layer): (usize, &Layer)| write_layer(*layer, frozen.contains(&place));
    let layers: Vec<_> = model.layers().iter().enumerate().map(layer).collect();
    let (loss, optimizer, initializer) = (loss.name(), optimizer.name(), initializer.name());
    let (layers, Penalty { l1, l2 }) = (layers.join(","), penalty);
    format!(
        "{{\"input\":{input:?},\"layers\":[{layers}],\"loss\":\"{loss}\",\"optimizer\":\"{optimizer}\",\
         \"learningRate\":{learning_rate},\"l1\":{l1},\"l2\":{l2},\"initializer\":\"{initializer}\",\
         \"batchSize\":{batch},\"shuffle\":{shuffle},\"seed\":{seed}}}"
    )
}

fn write_layer(layer: Layer, is_frozen: bool) -> String {
    let activation = layer.activation().name();
    let end = if is_frozen { ",\"trainable\":false}" } else { "}" };
    match layer {
        Layer::Dense { units, .. } => {
            format!("{{\"type\":\"dense\",\"units\":{units},\"activation\":\"{activation}\"{end}")
        }
        Layer::Conv2d { filters, kernel, padding, .. } => format!(
            "{{\"type\":\"conv2d\",\"filters\":{filters},\"kernel\":{kernel},\"padding\":\"{}\",\
             \"activation\":\"{activation}\"{end}",
            padding.name()
        ),
        Layer::MaxPool { size } => format!("{{\"type\":\"max-pool\",\"size\":{size}{end}"),
        Layer::Dropout { rate } => format!("{{\"type\":\"dropout\",\"rate\":{rate}{end}"),
    }
}

/// Reads what [`write`] wrote, or somebody else: only `input` and `layers` must be there, and what is left out is as
/// `Trainer.create` has it.
///
/// # Errors
/// What is wrong, in a sentence.
pub(super) fn read(text: &str) -> Result<(Config, Vec<usize>), String> {
    let Some(Json::Object(fields)) = Json::parse(text) else { return Err("it is no JSON object".into()) };
    let mut options = Unread(fields);
    let (model, frozen) = model(&mut options)?;
    let optimizer = options.choice("optimizer", &Optimizer::ALL, Optimizer::name, Optimizer::ADAM)?;
    let config = Config {
        model,
        loss: options.choice("loss", &Loss::ALL, Loss::name, Loss::CrossEntropy)?,
        optimizer,
        learning_rate: options
            .get("learningRate", "a number", Json::number)?
            .unwrap_or(optimizer.default_learning_rate()),
        penalty: Penalty {
            l1: options.get("l1", "a number", Json::number)?.unwrap_or(0.0),
            l2: options.get("l2", "a number", Json::number)?.unwrap_or(0.0),
        },
        initializer: options.choice(
            "initializer",
            &Initializer::ALL,
            Initializer::name,
            Initializer::GlorotUniform,
        )?,
        batch: options.get("batchSize", WHOLE, Json::size)?.unwrap_or(32),
        shuffle: options.get("shuffle", FLAG, Json::flag)?.unwrap_or(true),
        seed: options.get("seed", WHOLE, Json::whole)?.unwrap_or(0),
    };
    options.end()?;
    config.check().map_err(|error| error.to_string())?;
    Ok((config, frozen))
}

const WHOLE: &str = "a whole number";
const FLAG: &str = "true or false";
const INPUT: &str = "[height, width, channels] or [numbers]";

fn model(options: &mut Unread) -> Result<(Model, Vec<usize>), String> {
    let sizes = |value: &Json| match value {
        Json::List(sizes) => sizes.iter().map(Json::size).collect::<Option<Vec<_>>>(),
        number => Some(vec![number.size()?]),
    };
    let input = options.needed("input", INPUT, |value| Input::of_sizes(&sizes(value)?))?;
    let Some(Json::List(layers)) = options.0.remove("layers") else {
        return Err("layers must be a list".into());
    };
    let mut frozen = Vec::new();
    let mut list = Vec::new();
    for (place, layer) in layers.into_iter().enumerate() {
        let Json::Object(fields) = layer else { return Err(format!("layer {place} is no object")) };
        let (layer, is_trainable) =
            read_layer(Unread(fields)).map_err(|error| format!("layer {place}: {error}"))?;
        list.push(layer);
        if !is_trainable {
            frozen.push(place);
        }
    }
    Ok((Model::new(input, &list).map_err(|error| error.to_string())?, frozen))
}

/// A layer, and whether it is to learn.
fn read_layer(mut fields: Unread) -> Result<(Layer, bool), String> {
    let activation = |fields: &mut Unread| {
        fields.choice("activation", &Activation::ALL, Activation::name, Activation::Identity)
    };
    let kind = fields.needed("type", "a text", |value| value.text().map(str::to_string))?;
    let layer = match &kind[..] {
        "dense" => Layer::Dense {
            units: fields.needed("units", WHOLE, Json::size)?,
            activation: activation(&mut fields)?,
        },
        "conv2d" => Layer::Conv2d {
            filters: fields.needed("filters", WHOLE, Json::size)?,
            kernel: fields.needed("kernel", WHOLE, Json::size)?,
            padding: fields.choice("padding", &Padding::ALL, Padding::name, Padding::Valid)?,
            activation: activation(&mut fields)?,
        },
        "max-pool" => Layer::MaxPool { size: fields.needed("size", WHOLE, Json::size)? },
        "dropout" => Layer::Dropout { rate: fields.needed("rate", "a number", Json::number)? },
        _ => return Err(format!("there is no type {kind}")),
    };
    let can_learn = matches!(layer, Layer::Dense { .. } | Layer::Conv2d { .. });
    let is_trainable = !can_learn || fields.get("trainable", FLAG, Json::flag)?.unwrap_or(true);
    fields.end()?;
    Ok((layer, is_trainable))
}

/// The fields of an object that have not been read yet.
struct Unread<'a>(Fields<'a>);

impl<'a> Unread<'a> {
    /// One that may be left out.
    fn get<T>(
        &mut self,
        name: &str,
        what: &str,
        read: impl Fn(&Json<'a>) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let Some(value) = self.0.remove(name) else { return Ok(None) };
        read(&value).map(Some).ok_or_else(|| format!("{name} must be {what}"))
    }

    /// One that must be there.
    fn needed<T>(
        &mut self,
        name: &str,
        what: &str,
        read: impl Fn(&Json<'a>) -> Option<T>,
    ) -> Result<T, String> {
        self.get(name, what, read)?.ok_or_else(|| format!("{name} is missing"))
    }

    /// One of several names.
    fn choice<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        name_of: fn(T) -> &'static str,
        otherwise: T,
    ) -> Result<T, String> {
        let names: Vec<_> = all.iter().map(|value| name_of(*value)).collect();
        let place = |value: &Json<'a>| names.iter().position(|name| Some(*name) == value.text());
        let what = format!("one of {}", names.join(", "));
        Ok(self.get(name, &what, place)?.map_or(otherwise, |place| all[place]))
    }

    /// That nothing is left, so that a misspelt name is not silently left out.
    fn end(self) -> Result<(), String> {
        self.0.0.first().map_or(Ok(()), |(name, _)| Err(format!("there is no field {name}")))
    }
}
