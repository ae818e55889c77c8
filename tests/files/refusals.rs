//! Each way in which a file can be wrong, and what is said of it.

use crate::networks::pictures;
use crate::round_trips::{file, parts};
use chalknet::trainer::Snapshot;

fn refusal(file: &[u8]) -> String {
    Snapshot::from_safetensors(file).unwrap_err().to_string()
}

#[test]
fn a_header_that_does_not_fit_is_refused_with_what_is_wrong() {
    let bytes = pictures().to_safetensors().unwrap();
    let (header, data) = parts(&bytes);
    let no_file = "this is no safetensors file, or its header is damaged";
    let of = |name: &str, problem: &str| format!("the file's tensor {name} {problem}");
    let configuration = |problem: &str| format!("the file's configuration cannot be used: {problem}");
    let no_network = "the file's metadata must say in \"chalknet\" what network it is of";
    let layout = "the file's tensors must follow each other, and fill the file";
    let place = "has data_offsets that do not fit it";
    let entry = "must have a dtype, a shape and data_offsets, and nothing else";
    let cases: &[(&str, &str, String)] = &[
        ("{\"__meta", "[\"__meta", no_file.into()),
        ("\"layers.0.bias\"", "\"layers.0.kernel\"", no_file.into()),
        ("{\"chalknet\":", "{\"pt\":2,\"chalknet\":", no_file.into()),
        ("\"__metadata__\"", "\"metadata\"", no_network.into()),
        ("{\"chalknet\":", "{\"other\":", no_network.into()),
        ("\"layers.4.bias\"", "\"layers.5.bias\"", of("layers.4.bias", "is missing")),
        (",\"layers.0.bias\"", ",\"x\":1,\"layers.0.bias\"", of("x", "belongs to no layer")),
        ("\"F32\"", "\"F16\"", of("layers.0.kernel", "must have the dtype F32")),
        ("\"shape\":[2]", "\"shape\":[3]", of("layers.0.bias", "must have the shape [2]")),
        ("\"shape\":[2]", "\"shape\":[2,1]", of("layers.0.bias", "must have the shape [2]")),
        ("\"shape\":[2]", "\"shape\":[2.0]", of("layers.0.bias", "must have the shape [2]")),
        ("\"shape\":[2]", "\"shape\":[-2]", of("layers.0.bias", "must have the shape [2]")),
        (
            "[2, 2, 1, 2]",
            "[18446744073709551615, 2, 1, 2]",
            of("layers.0.kernel", "must have the shape [2, 2, 1, 2]"),
        ),
        ("[0,32]", "[0,33]", of("layers.0.kernel", place)),
        ("[0,32]", "[32,0]", of("layers.0.kernel", place)),
        ("[0,32]", "[18446744073709551615,31]", of("layers.0.kernel", place)),
        ("[0,32]", "[18446744073709551584,18446744073709551616]", of("layers.0.kernel", place)),
        ("[0,32]", "[1000000,1000032]", of("layers.0.kernel", place)),
        ("[0,32]", "[0,16,32]", of("layers.0.kernel", place)),
        // Where the next one is.
        ("[0,32]", "[8,40]", layout.into()),
        ("\"dtype\":\"F32\"", "\"strides\":[1],\"dtype\":\"F32\"", of("layers.0.kernel", entry)),
        ("\"dtype\":", "\"type\":", of("layers.0.kernel", entry)),
        (
            "\\\"kernel\\\":2",
            "\\\"kernel\\\":0",
            configuration("layer 0 must have a kernel of 1 to 255, over 16777216 numbers at most"),
        ),
        ("\\\"kernel\\\":2", "\\\"kernel\\\":2.5", configuration("layer 0: kernel must be a whole number")),
        ("\\\"units\\\":3", "\\\"units\\\":4", of("layers.3.kernel", "must have the shape [4, 4]")),
        (
            "\\\"units\\\":3",
            "\\\"units\\\":16777216",
            configuration("the network and its batches would take 3154119232 bytes, more than 1073741824"),
        ),
        (
            "\\\"units\\\":3",
            "\\\"units\\\":18446744073709551615",
            configuration("layer 3 must make 1 to 16777216 numbers"),
        ),
        ("\\\"units\\\":3,", "", configuration("layer 3: units is missing")),
        ("max-pool", "average-pool", configuration("layer 1: there is no type average-pool")),
        (
            "\\\"relu\\\"",
            "\\\"gelu\\\"",
            configuration("layer 0: activation must be one of identity, relu, tanh, sigmoid"),
        ),
        ("\\\"rate\\\":0.25", "\\\"rate\\\":1", configuration("layer 2 must have a rate from 0 to below 1")),
        (
            "\\\"rate\\\":0.25",
            "\\\"rate\\\":0.25,\\\"trainable\\\":false",
            configuration("layer 2: there is no field trainable"),
        ),
        ("\\\"seed\\\":7", "\\\"sead\\\":7", configuration("there is no field sead")),
        ("\\\"seed\\\":7", "\\\"seed\\\":-7", configuration("seed must be a whole number")),
        (
            "\\\"learningRate\\\":0.01",
            "\\\"learningRate\\\":1e99",
            configuration("the learning rate must be finite and not negative"),
        ),
        (
            "\\\"identity\\\"",
            "\\\"relu\\\"",
            configuration("with the cross-entropy the last layer has no activation"),
        ),
        (
            "\\\"batchSize\\\":4",
            "\\\"batchSize\\\":0",
            configuration("a batch must have 1 to 16777216 examples"),
        ),
        ("[4, 3, 1]", "[4, 3]", configuration("input must be [height, width, channels] or [numbers]")),
        (
            "[4, 3, 1]",
            "[4294967296, 4294967296, 1]",
            configuration("a network must have 1 to 16777216 inputs"),
        ),
        ("{\\\"input\\\"", "[\\\"input\\\"", configuration("it is no JSON object")),
    ];
    for (from, to, sentence) in cases {
        assert!(header.contains(from), "{from}");
        let changed = header.replacen(from, to, 1);
        assert_eq!(refusal(&file(changed.as_bytes(), data)), *sentence, "{from} -> {to}");
    }
}

#[test]
fn a_file_that_is_cut_or_has_more_behind_it_is_refused() {
    let bytes = pictures().to_safetensors().unwrap();
    for length in 0..bytes.len() {
        refusal(&bytes[..length]);
    }
    refusal(&[&bytes[..], &[0; 4]].concat());
    let (header, data) = parts(&bytes);
    for length in [0, header.len() as u64 - 1, 1 << 32, u64::MAX - 7, u64::MAX] {
        refusal(&[&length.to_le_bytes(), header.as_bytes(), data].concat());
    }
    let long = format!("{header}{}", " ".repeat(1 << 20));
    assert_eq!(
        refusal(&file(long.as_bytes(), data)),
        "this is no safetensors file, or its header is damaged"
    );
}

#[test]
fn numbers_that_are_not_finite_are_refused() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let mut snapshot = pictures();
        snapshot.parameters[4][7] = bad;
        let sentence = "the file's tensor layers.4.bias has numbers that are not finite";
        assert_eq!(refusal(&snapshot.to_safetensors().unwrap()), sentence);
    }
}
