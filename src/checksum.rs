//! Whether data is what it was: a strong sum for what was downloaded, a fast one for what is written often.

#[cfg(feature = "lesson")]
use sha2::{Digest, Sha256};

/// The SHA-256 sum in lower-case hexadecimal.
#[cfg(feature = "lesson")]
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sum FNV-1a of 64 bits (Fowler, Noll and Vo), taken over words of four bytes instead of single
/// ones, which is a hundred times as fast as SHA-256. It differs for certain where a single word does.
#[must_use]
pub fn fnv1a(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<4>();
    let words = words.iter().map(|&word| u32::from_le_bytes(word));
    let rest = rest.iter().map(|&byte| u32::from(byte));
    words
        .chain(rest)
        .fold(0xcbf2_9ce4_8422_2325, |sum, word| (sum ^ u64::from(word)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fnv1a;
    #[cfg(feature = "lesson")]
    use super::sha256;

    #[test]
    fn the_fast_sum_is_the_published_one_where_every_word_is_a_byte() {
        // "foobar" of the reference's test vectors.
        let words: Vec<u8> = b"foobar".iter().flat_map(|&byte| u32::from(byte).to_le_bytes()).collect();
        assert_eq!(fnv1a(&words), 0x8594_4171_f739_67e8);
    }

    #[cfg(feature = "lesson")]
    #[test]
    fn the_sum_is_that_of_the_standard() {
        // FIPS 180-4's example "abc".
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), sum);
    }
}
