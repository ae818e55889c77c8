//! What is handed over from JavaScript, checked: nothing there keeps a caller from passing a string
//! for a number, and what wasm-bindgen makes of such a value without a word is another argument or an
//! access out of bounds.
//!
//! None of it is inlined, which would be a twentieth of the package.

use super::error::{bad_data, bad_options, js_error};
use crate::engine::zeros;
use js_sys::{
    BigInt64Array, BigUint64Array, Float32Array, Float64Array, Reflect, Symbol, Uint8Array, Uint32Array,
};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Said to be a number.
    #[wasm_bindgen(typescript_type = "number")]
    pub type Number;
    /// Said to be true or false.
    #[wasm_bindgen(typescript_type = "boolean")]
    pub type Flag;
    /// Said to be a string.
    #[wasm_bindgen(typescript_type = "string")]
    pub type Text;
    /// Said to be bytes.
    #[wasm_bindgen(typescript_type = "Uint8Array | Uint8ClampedArray")]
    pub type Bytes;
    /// Said to be numbers.
    #[wasm_bindgen(typescript_type = "Float32Array | Float64Array")]
    pub type Floats;
    /// Said to be whole numbers.
    #[wasm_bindgen(typescript_type = "Uint32Array")]
    pub type Words;

    /// Said to be a typed array.
    type View;
    /// Throws where the memory behind it is gone: transferred, or cut off by a resize.
    #[wasm_bindgen(method, catch)]
    fn keys(this: &View) -> Result<JsValue, JsValue>;
}

/// A number, finite or not.
#[inline(never)]
pub(super) fn number(value: &JsValue, name: &str) -> Result<f64, JsValue> {
    value.as_f64().ok_or_else(|| bad_options(&format!("{name} must be a number")))
}

/// A whole number from 0 to `most`.
#[inline(never)]
pub(super) fn whole(value: &JsValue, name: &str, most: u32) -> Result<u32, JsValue> {
    let number = number(value, name)?;
    if number.fract() != 0.0 || !(0.0..=f64::from(most)).contains(&number) {
        return Err(bad_options(&format!("{name} must be whole and from 0 to {most}")));
    }
    Ok(number as u32)
}

#[inline(never)]
pub(super) fn seed(value: &JsValue) -> Result<u64, JsValue> {
    whole(value, "seed", u32::MAX).map(u64::from)
}

#[inline(never)]
pub(super) fn flag(value: &JsValue, name: &str) -> Result<bool, JsValue> {
    value.as_bool().ok_or_else(|| bad_options(&format!("{name} must be true or false")))
}

#[inline(never)]
pub(super) fn text(value: &JsValue, name: &str) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| bad_options(&format!("{name} must be a string")))
}

/// A field of an object; undefined where it has none.
#[inline(never)]
pub(super) fn field(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    let none = |_| bad_options(&format!("an object with {name} is missing"));
    Reflect::get(object, &name.into()).map_err(none)
}

#[inline(never)]
pub(super) fn bytes(value: &JsValue, name: &str) -> Result<Vec<u8>, JsValue> {
    match Array::of(value) {
        Some(Array::Bytes(array)) => copied(array.length(), |to| array.copy_to(to)),
        _ => Err(bad_data(&format!("{name} must be a Uint8Array"))),
    }
}

#[inline(never)]
pub(super) fn floats(value: &JsValue, name: &str) -> Result<Vec<f32>, JsValue> {
    match Array::of(value) {
        Some(Array::Floats(array)) => copied(array.length(), |to| array.copy_to(to)),
        _ => Err(bad_data(&format!("{name} must be a Float32Array"))),
    }
}

#[inline(never)]
pub(super) fn words(value: &JsValue, name: &str) -> Result<Vec<u32>, JsValue> {
    let array = value.dyn_ref::<Uint32Array>().filter(|array| has_memory(array));
    let array = array.ok_or_else(|| bad_data(&format!("{name} must be a Uint32Array")))?;
    copied(array.length(), |to| array.copy_to(to))
}

/// A typed array, by what its numbers may stand for. Each is seen as an array of a type that its numbers
/// fit: they are converted when they are copied.
pub(super) enum Array<'a> {
    Bytes(&'a Uint8Array),
    Floats(&'a Float32Array),
    Whole(&'a Float64Array),
    LongWhole(&'a BigInt64Array),
    LongUnsigned(&'a BigUint64Array),
}

impl<'a> Array<'a> {
    /// By its tag, which arrays from another frame have too. Nothing where its memory is gone: to copy that would throw in
    /// the middle of a call.
    #[inline(never)]
    pub fn of(value: &'a JsValue) -> Option<Self> {
        let tag = Reflect::get(value, &Symbol::to_string_tag()).ok()?.as_string()?;
        match &tag[..] {
            _ if !has_memory(value) => None,
            "Uint8Array" | "Uint8ClampedArray" => Some(Self::Bytes(value.unchecked_ref())),
            "Float32Array" | "Float64Array" => Some(Self::Floats(value.unchecked_ref())),
            "Int8Array" | "Int16Array" | "Uint16Array" | "Int32Array" | "Uint32Array" => {
                Some(Self::Whole(value.unchecked_ref()))
            }
            "BigInt64Array" => Some(Self::LongWhole(value.unchecked_ref())),
            "BigUint64Array" => Some(Self::LongUnsigned(value.unchecked_ref())),
            _ => None,
        }
    }
}

fn has_memory(view: &JsValue) -> bool {
    view.unchecked_ref::<View>().keys().is_ok()
}

/// A copy of an array, or that there is no room for it.
pub(super) fn copied<T: Copy + Default>(length: u32, copy: impl FnOnce(&mut [T])) -> Result<Vec<T>, JsValue> {
    let mut values = zeros(length as usize).map_err(|error| js_error(&error.into()))?;
    copy(&mut values);
    Ok(values)
}
