use super::arguments::{Bytes, bytes};
use crate::checksum;
use wasm_bindgen::prelude::*;

/// The SHA-256 sum in lower-case hexadecimal. Unlike the browser's own it is there in insecure
/// contexts too.
#[wasm_bindgen]
pub fn sha256(data: &Bytes) -> Result<String, JsValue> {
    Ok(checksum::sha256(&bytes(data, "data")?))
}
