//! The text of a shader as it is compiled in: without comments and indentation, which visitors of a page need not fetch,
//! and as it is written out for a tile of some size.

use std::ops::Range;

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

/// A source in which each line with a name, which stands behind a `$`, is there once for each number, which stands in the
/// name's place; behind it, `+4` makes it four more. So a shader keeps in variables, one for each number, what a loop would
/// keep in an array, which a program that stands in for a GPU has in memory.
pub(super) fn repeated(source: &str, names: &[(&str, Range<usize>)]) -> String {
    names.iter().fold(source.to_owned(), |source, (name, numbers)| {
        let mut text = String::new();
        for line in source.split_inclusive('\n') {
            // The first part has no sign before it.
            let parts: Vec<_> = line.split('$').collect();
            let has_name = parts.iter().skip(1).any(|part| part.starts_with(name));
            for number in if has_name { numbers.clone() } else { 0..1 } {
                for (place, part) in parts.iter().enumerate() {
                    let rest = part.strip_prefix(name).filter(|_| place > 0);
                    text.push_str(if place > 0 && rest.is_none() { "$" } else { "" });
                    text.push_str(&rest.map_or((*part).to_owned(), |rest| filled(rest, number)));
                }
            }
        }
        text
    })
}

/// What comes in the place of a name, and the `rest` behind it.
fn filled(rest: &str, number: usize) -> String {
    match rest.as_bytes() {
        [b'+', digit @ b'0'..=b'9', ..] => {
            format!("{}{}", number + usize::from(digit - b'0'), rest.get(2..).unwrap_or_default())
        }
        _ => format!("{number}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_name_are_there_for_each_number() {
        let source = "a\nb_$x = b_$x+1 + $y;\n";
        let text = repeated(source, &[("x", 0..2), ("y", 3..5)]);
        assert_eq!(text, "a\nb_0 = b_1 + 3;\nb_0 = b_1 + 4;\nb_1 = b_2 + 3;\nb_1 = b_2 + 4;\n");
        assert_eq!(repeated(source, &[("x", 2..2)]), "a\n");
    }

    #[test]
    fn only_comments_and_indentation_are_left_out() {
        let source = b"// Why.\nfn f() { // What.\n    return 1.0 / 2.0;\n}\n";
        let (text, length) = bare::<100>(source);
        assert_eq!(text[..length], *b"\nfn f() { \nreturn 1.0 / 2.0;\n}\n");
    }
}
