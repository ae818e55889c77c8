//! The text of a shader as it is compiled in: without comments and indentation, which visitors of a page need not fetch.

/// The source of a shader in a file beside this one.
macro_rules! shader {
    ($file:literal) => {{
        const SOURCE: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::engine::gpu::source::bare::<{ SOURCE.len() }>(SOURCE).1;
        const BARE: [u8; LENGTH] = $crate::engine::gpu::source::bare(SOURCE).0;
        match std::str::from_utf8(&BARE) {
            Ok(text) => text,
            Err(_) => panic!("a shader must be UTF-8"),
        }
    }};
}
pub(super) use shader;

/// The source without comments and indentation, and its length. Lines stay where they are, as the compiler's messages
/// count them.
pub(super) const fn bare<const N: usize>(source: &[u8]) -> ([u8; N], usize) {
    let mut text = [0; N];
    let mut length = 0;
    let mut is_comment = false;
    let mut is_line_start = true;
    let mut place = 0;
    while place < source.len() {
        let byte = source[place];
        if byte == b'\n' {
            is_comment = false;
            is_line_start = true;
        } else if byte != b' ' {
            is_line_start = false;
        }
        is_comment |= byte == b'/' && place + 1 < source.len() && source[place + 1] == b'/';
        if !is_comment && (byte != b' ' || !is_line_start) {
            text[length] = byte;
            length += 1;
        }
        place += 1;
    }
    (text, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_and_indentation_are_left_out() {
        let source = b"// Why.\nfn f() { // What.\n    return 1.0 / 2.0;\n}\n";
        let (text, length) = bare::<100>(source);
        assert_eq!(text[..length], *b"\nfn f() { \nreturn 1.0 / 2.0;\n}\n");
    }
}
