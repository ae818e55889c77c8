use super::arguments::{self, Floats, Number, Text, floats, text, whole};
use super::error::bad_options;
use crate::dataset::letters;
use wasm_bindgen::prelude::*;

/// Words to be made up at once, and letters in one.
const MOST_WORDS: u32 = 1000;

/// Words as examples: the letters before a place, one-hot, and which one stands there. Hangul is to be taken apart
/// first, in normalization form D.
#[wasm_bindgen]
pub struct Letters {
    letters: letters::Letters,
}

#[wasm_bindgen]
impl Letters {
    /// Reads words between white space; `context` letters before a place are looked at. Throws `bad-options` for
    /// what is no list of words.
    #[wasm_bindgen(constructor)]
    pub fn new(words: &Text, context: &Number) -> Result<Letters, JsValue> {
        let context = whole(context, "context", u32::MAX)? as usize;
        let letters = letters::Letters::new(&text(words, "words")?, context);
        Ok(Self { letters: letters.map_err(|error| bad_options(&error))? })
    }

    /// The different letters; letter `n` is symbol `n + 1`, and 0 is the edge of a word.
    #[wasm_bindgen(getter)]
    pub fn alphabet(&self) -> String {
        self.letters.alphabet().iter().collect()
    }

    /// The inputs, `[rows, context * symbols]`, with 255 for 1.
    #[wasm_bindgen(getter)]
    pub fn inputs(&self) -> Vec<u8> {
        self.letters.inputs()
    }

    /// Which symbol comes, `[rows]`.
    #[wasm_bindgen(getter)]
    pub fn labels(&self) -> Vec<u8> {
        self.letters.labels()
    }

    /// The input for what comes after a beginning; undefined where a letter is looked at that no word has.
    pub fn input(&self, beginning: &Text) -> Result<Option<Vec<u8>>, JsValue> {
        Ok(self.letters.input(&text(beginning, "beginning")?))
    }

    /// Makes so many words up, none longer than `mostLetters`; the seed decides which.
    pub fn writer(
        &self,
        words: &Number,
        #[wasm_bindgen(js_name = mostLetters)] most_letters: &Number,
        seed: &Number,
    ) -> Result<WordWriter, JsValue> {
        let words = whole(words, "words", MOST_WORDS)? as usize;
        let most_letters = whole(most_letters, "mostLetters", MOST_WORDS)? as usize;
        let seed = arguments::seed(seed)?;
        Ok(WordWriter { writer: letters::Writer::new(self.letters.clone(), words, most_letters, seed) })
    }
}

/// Words in the making. While there are inputs, they are to be given to a network, and its answers to `write`.
#[wasm_bindgen]
pub struct WordWriter {
    writer: letters::Writer,
}

#[wasm_bindgen]
impl WordWriter {
    /// The inputs of the words that go on, `[open words, context * symbols]`; empty when all are written.
    #[wasm_bindgen(getter)]
    pub fn inputs(&self) -> Vec<u8> {
        self.writer.inputs()
    }

    /// Goes on with every open word by the probabilities of its next symbol, `[open words, symbols]`.
    pub fn write(&mut self, probabilities: &Floats) -> Result<(), JsValue> {
        self.writer.write(&floats(probabilities, "probabilities")?);
        Ok(())
    }

    /// The words as they are.
    #[wasm_bindgen(getter)]
    pub fn words(&self) -> Vec<String> {
        self.writer.words()
    }
}
