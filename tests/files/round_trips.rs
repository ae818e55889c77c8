use crate::networks::{pictures, snapshot};
use chalknet::dataset::Inputs;
use chalknet::engine::small::Small;
use chalknet::trainer::Snapshot;
use pollster::block_on;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_of_any_network_is_read_back(snapshot in snapshot()) {
        let bytes = snapshot.to_safetensors().unwrap();
        let read = Snapshot::from_safetensors(&bytes).unwrap();
        prop_assert_eq!(&read, &snapshot);
        prop_assert_eq!(read.to_safetensors().unwrap(), bytes);
    }

    #[test]
    fn a_trainer_made_of_a_file_is_the_one_that_was_written(snapshot in snapshot()) {
        let mut trainer = snapshot.trainer(Box::new(Small::default())).unwrap();
        prop_assert_eq!(&block_on(trainer.snapshot()).unwrap(), &snapshot);
        let read = Snapshot::from_safetensors(&snapshot.to_safetensors().unwrap()).unwrap();
        let mut same = read.trainer(Box::new(Small::default())).unwrap();
        let inputs = Inputs::Floats(vec![0.5; 2 * snapshot.config.model.inputs()]);
        let answer = |trainer: &mut chalknet::trainer::Trainer| {
            let values = block_on(trainer.predict(&inputs).unwrap()).unwrap();
            values.into_iter().map(f32::to_bits).collect::<Vec<_>>()
        };
        prop_assert_eq!(answer(&mut same), answer(&mut trainer));
    }
}

/// A file's header, and what is behind it.
pub fn parts(file: &[u8]) -> (&str, &[u8]) {
    let (length, rest) = file.split_first_chunk().unwrap();
    let (header, data) = rest.split_at(u64::from_le_bytes(*length) as usize);
    (str::from_utf8(header).unwrap(), data)
}

/// And put together again.
pub fn file(header: &[u8], data: &[u8]) -> Vec<u8> {
    [&(header.len() as u64).to_le_bytes(), header, data].concat()
}

#[test]
fn the_configuration_is_what_javascript_takes_as_options() {
    let bytes = pictures().to_safetensors().unwrap();
    let (header, data) = parts(&bytes);
    assert_eq!(header.len() % 8, 0);
    let header: serde_json::Value = serde_json::from_str(header).unwrap();
    let options: serde_json::Value =
        serde_json::from_str(header["__metadata__"]["chalknet"].as_str().unwrap()).unwrap();
    let expected = serde_json::json!({
        "input": [4, 3, 1],
        "layers": [
            { "type": "conv2d", "filters": 2, "kernel": 2, "padding": "same", "activation": "relu" },
            { "type": "max-pool", "size": 2 },
            { "type": "dropout", "rate": 0.25 },
            { "type": "dense", "units": 3, "activation": "tanh", "trainable": false },
            { "type": "dense", "units": 2, "activation": "identity" },
        ],
        "loss": "cross-entropy",
        "optimizer": "adam",
        "learningRate": 0.01,
        "l1": 0,
        "l2": 0,
        "initializer": "he-uniform",
        "batchSize": 4,
        "shuffle": true,
        "seed": 7,
    });
    assert_eq!(options, expected);
    let kernel = &header["layers.0.kernel"];
    assert_eq!(
        *kernel,
        serde_json::json!({ "dtype": "F32", "shape": [2, 2, 1, 2], "data_offsets": [0, 32] })
    );
    assert_eq!(header["layers.4.bias"]["data_offsets"], serde_json::json!([data.len() - 8, data.len()]));
}

#[test]
fn a_file_of_another_program_needs_no_more_than_the_layers() {
    let bytes = pictures().to_safetensors().unwrap();
    let (header, data) = parts(&bytes);
    let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(header).unwrap();
    let layers = r#"{"input": [4, 3, 1], "layers": [
        {"type": "conv2d", "filters": 2, "kernel": 2, "padding": "same", "activation": "relu"}, {"type": "max-pool", "size": 2},
        {"type": "dropout", "rate": 0.25}, {"type": "dense", "units": 3, "activation": "tanh"}, {"type": "dense", "units": 2}]}"#;
    fields["__metadata__"] =
        serde_json::json!({ "format": "pt", "chalknet": layers, "author": "\u{e9}\n\u{1f600}" });
    // In another order, spread out and behind spaces.
    let header = format!("  {}\n   ", serde_json::to_string_pretty(&fields).unwrap());
    let read = Snapshot::from_safetensors(&file(header.as_bytes(), data)).unwrap();
    assert_eq!(read.parameters, pictures().parameters);
    assert_eq!(read.config.model, pictures().config.model);
    let config = &read.config;
    assert_eq!((config.batch, config.learning_rate, config.shuffle, config.seed), (32, 0.001, true, 0));
    assert!(read.frozen.is_empty());
}

#[test]
fn tensors_are_read_where_the_file_has_them() {
    let snapshot = pictures();
    let bytes = snapshot.to_safetensors().unwrap();
    let (header, data) = parts(&bytes);
    // The last two, 6 and 2 numbers, change places.
    let (first, last) = data.split_at(data.len() - 32);
    let moved = [first, &last[24..], &last[..24]].concat();
    let [kernel, middle, bias, end] = [32, 8, 24, 0].map(|before| data.len() - before);
    let header = header
        .replace(&format!("[{kernel},{}]", data.len() - 8), "[K]")
        .replace(&format!("[{},{end}]", data.len() - 8), &format!("[{kernel},{bias}]"))
        .replace("[K]", &format!("[{bias},{end}]"));
    assert_eq!(middle, data.len() - 8);
    assert_eq!(Snapshot::from_safetensors(&file(header.as_bytes(), &moved)).unwrap(), snapshot);
}
