use super::{Config, Trainer, TrainerError};
use crate::engine::{Engine, EngineError, only};
use std::future::Future;

/// A network, how it is trained, and what it has learnt so far: what other programs read of a trainer (see
/// [`files`](crate::files)). Unlike a [`Checkpoint`](super::Checkpoint) it has nothing of the optimizer's memory and does
/// not say how far training has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The network, and how it is trained. Of the optimizer, files have the name alone.
    pub config: Config,
    /// The places of the layers that are not to learn, ascending.
    pub frozen: Vec<usize>,
    /// For each layer its parameters, `[inputs + 1, outputs]` with the biases as the last row; nothing where it has none.
    pub parameters: Vec<Vec<f32>>,
}

impl Snapshot {
    /// Whether all parameters are numbers that a file may have: a run that has gone astray leaves others.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.parameters.iter().flatten().all(|value| value.is_finite())
    }

    /// A trainer of that network, as it was then.
    ///
    /// # Errors
    /// As [`Trainer::new`], and if the parameters do not fit the network or are not all finite.
    pub fn trainer(&self, engine: Box<dyn Engine>) -> Result<Trainer, TrainerError> {
        let mut trainer = Trainer::new(engine, &self.config)?;
        let model = &self.config.model;
        for layer in (0..model.layers().len()).filter(|&layer| model.parameters_of(layer).is_some()) {
            trainer.set_parameters(layer, self.parameters.get(layer).map_or(&[], Vec::as_slice))?;
        }
        for &layer in &self.frozen {
            trainer.set_trainable(layer, false)?;
        }
        Ok(trainer)
    }
}

impl Trainer {
    /// The network as it is now.
    pub fn snapshot(&mut self) -> impl Future<Output = Result<Snapshot, EngineError>> + 'static + use<> {
        let config = Config {
            model: self.network.model.clone(),
            loss: self.loss,
            optimizer: self.optimizer,
            learning_rate: self.learning_rate,
            penalty: self.penalty,
            initializer: self.initializer,
            batch: self.order.batch(),
            shuffle: self.order.shuffles(),
            seed: self.seed,
        };
        let layers = &self.network.layers;
        let frozen = (0..layers.len()).filter(|&layer| !layers[layer].is_trainable).collect();
        let parameters = layers.iter().map(|layer| layer.parameters.map(|parameters| parameters.values));
        // Each for itself: together they may be more than a GPU lets be read at once.
        let readings = parameters.map(|values| Some(self.engine.read(&[(values?, values?.rows)])));
        let readings: Vec<_> = readings.collect();
        async move {
            let mut parameters = Vec::new();
            for reading in readings {
                parameters.push(match reading {
                    Some(reading) => only(reading.await?),
                    None => Vec::new(),
                });
            }
            Ok(Snapshot { config, frozen, parameters })
        }
    }
}
