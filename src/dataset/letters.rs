//! Words as examples: the letters before a place, and the letter that stands there.

use fastrand::Rng;
use std::fmt;

/// The symbol for what stands before a word and after it.
pub const EDGE: u8 = 0;

/// More symbols than these have no number of one byte, and no word list needs them.
const MOST_LETTERS: usize = 200;

/// Nobody looks at more letters at once.
const MOST_CONTEXT: usize = 100;

/// Bytes of all inputs at most.
const MOST_BYTES: u64 = 1 << 28;

/// Why a text is no list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LettersError {
    /// There is no word.
    Empty,
    /// There are too many different letters.
    TooMany(usize),
    /// No letter is to be looked at, or too many.
    Context,
    /// There are too many words.
    Size,
}

impl fmt::Display for LettersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "there is no word to learn from"),
            Self::TooMany(letters) => {
                write!(f, "the words have {letters} different letters, more than {MOST_LETTERS}")
            }
            Self::Context => write!(f, "1 to {MOST_CONTEXT} letters can be looked at"),
            Self::Size => write!(f, "the words are too many"),
        }
    }
}

impl std::error::Error for LettersError {}

/// A list of words with its letters numbered.
///
/// A letter is a Unicode scalar value. Hangul that has been taken apart (normalization form D) thereby has its
/// initial consonants, vowels and final consonants for letters, which keeps them few and lets new syllables arise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters {
    /// In the order of Unicode; letter `n` has the number `n + 1`, since 0 is [`EDGE`].
    alphabet: Vec<char>,
    words: Vec<Vec<u8>>,
    /// How many letters before a place are looked at.
    context: usize,
}

impl Letters {
    /// Reads words, which stand between white space.
    ///
    /// # Errors
    /// If there are no words, or too many letters, or nothing is to be looked at.
    pub fn new(text: &str, context: usize) -> Result<Self, LettersError> {
        if !(1..=MOST_CONTEXT).contains(&context) {
            return Err(LettersError::Context);
        }
        let mut alphabet: Vec<char> = Vec::new();
        for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
            // The few letters need no sorting of the whole text, which would be a hundredth of the package.
            if let Err(place) = alphabet.binary_search(&letter) {
                alphabet.insert(place, letter);
            }
        }
        match alphabet.len() {
            0 => return Err(LettersError::Empty),
            1..=MOST_LETTERS => {}
            letters => return Err(LettersError::TooMany(letters)),
        }
        let mut letters = Self { alphabet, words: Vec::new(), context };
        let symbols = |word: &str| word.chars().filter_map(|letter| letters.symbol(letter)).collect();
        // As many rows at most: a letter takes a byte or more, and the end of a word another.
        if (text.len() as u64 + 1) * (context * letters.symbols()) as u64 > MOST_BYTES {
            return Err(LettersError::Size);
        }
        letters.words = text.split_whitespace().map(symbols).collect();
        Ok(letters)
    }

    /// The different letters in the order of Unicode.
    #[must_use]
    pub fn alphabet(&self) -> &[char] {
        &self.alphabet
    }

    /// How many symbols there are: the letters, and the edge of a word.
    #[must_use]
    pub fn symbols(&self) -> usize {
        self.alphabet.len() + 1
    }

    /// A row for every letter of every word and for every end: the letters before it, one-hot with 255 for 1,
    /// `[rows, context * symbols]`.
    #[must_use]
    pub fn inputs(&self) -> Vec<u8> {
        let mut inputs = Vec::new();
        for word in &self.words {
            for place in 0..=word.len() {
                self.write_context(&word[..place], &mut inputs);
            }
        }
        inputs
    }

    /// The symbol that comes, for every row of the inputs.
    #[must_use]
    pub fn labels(&self) -> Vec<u8> {
        self.words.iter().flat_map(|word| word.iter().copied().chain([EDGE])).collect()
    }

    /// The input for what comes after `beginning`, `[context * symbols]`; none where a letter is looked at that no
    /// word has.
    #[must_use]
    pub fn input(&self, beginning: &str) -> Option<Vec<u8>> {
        let last = beginning.chars().rev().take(self.context);
        let mut symbols: Vec<u8> = last.map(|letter| self.symbol(letter)).collect::<Option<_>>()?;
        symbols.reverse();
        let mut input = Vec::new();
        self.write_context(&symbols, &mut input);
        Some(input)
    }

    /// The letter's number; none where no word has it.
    fn symbol(&self, letter: char) -> Option<u8> {
        self.alphabet.binary_search(&letter).ok().map(|place| place as u8 + 1)
    }

    /// One-hot for each of the last letters before a place.
    fn write_context(&self, before: &[u8], inputs: &mut Vec<u8>) {
        for back in (1..=self.context).rev() {
            let symbol = before.len().checked_sub(back).map_or(EDGE, |place| before[place]);
            let one = inputs.len() + usize::from(symbol);
            inputs.resize(inputs.len() + self.symbols(), 0);
            inputs[one] = 255;
        }
    }
}

/// Makes words up, letter by letter, from what a network says of the next one.
#[derive(Clone, Debug)]
pub struct Writer {
    letters: Letters,
    words: Vec<Vec<u8>>,
    /// The words that are not at their end.
    open: Vec<usize>,
    most_letters: usize,
    rng: Rng,
}

impl Writer {
    /// So many words, none longer than `most_letters`. The seed decides which.
    #[must_use]
    pub fn new(letters: Letters, words: usize, most_letters: usize, seed: u64) -> Self {
        let rng = Rng::with_seed(seed);
        Self { letters, words: vec![Vec::new(); words], open: (0..words).collect(), most_letters, rng }
    }

    /// The inputs of the words that go on, `[open words, context * symbols]`; empty when all are written.
    #[must_use]
    pub fn inputs(&self) -> Vec<u8> {
        let mut inputs = Vec::new();
        for &word in &self.open {
            self.letters.write_context(&self.words[word], &mut inputs);
        }
        inputs
    }

    /// Goes on with every open word: a letter with its probability, `[open words, symbols]`.
    pub fn write(&mut self, probabilities: &[f32]) {
        let symbols = self.letters.symbols();
        let rows = probabilities.chunks_exact(symbols);
        let mut still_open = Vec::new();
        for (&word, row) in self.open.iter().zip(rows) {
            let symbol = draw(row, self.rng.f32());
            let letters = &mut self.words[word];
            if symbol == EDGE {
                continue;
            }
            letters.push(symbol);
            if letters.len() < self.most_letters {
                still_open.push(word);
            }
        }
        self.open = still_open;
    }

    /// The words as they are.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let letter = |&symbol: &u8| self.letters.alphabet[usize::from(symbol) - 1];
        self.words.iter().map(|word| word.iter().map(letter).collect()).collect()
    }
}

/// The symbol at which the probabilities, added up, pass `part` of their sum.
fn draw(probabilities: &[f32], part: f32) -> u8 {
    let mut left = part * probabilities.iter().sum::<f32>();
    let place = probabilities.iter().position(|probability| {
        left -= probability;
        left < 0.0
    });
    // Where rounding leaves a rest, or nothing is a number, the word ends.
    place.map_or(EDGE, |place| place as u8)
}
