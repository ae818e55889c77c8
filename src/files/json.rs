//! As much of JSON as a header needs (RFC 8259).

/// Lists and objects within each other at most.
const MAX_DEPTH: usize = 8;

/// Fields of an object at most: with what layers there may be, a header has no more than half as many.
const MAX_FIELDS: usize = 1 << 10;

/// A value. A number stays as it is written, for it is whole or not by what it stands for.
#[derive(Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Flag(bool),
    Number(&'a str),
    Text(String),
    List(Vec<Json<'a>>),
    Object(Fields<'a>),
}

/// The fields of an object, each with another name.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Fields<'a>(pub Vec<(String, Json<'a>)>);

impl<'a> Fields<'a> {
    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.place(name).map(|place| &self.0[place].1)
    }

    pub fn remove(&mut self, name: &str) -> Option<Json<'a>> {
        self.place(name).map(|place| self.0.swap_remove(place).1)
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(other, _)| other == name)
    }
}

impl<'a> Json<'a> {
    /// Nothing where the text is not JSON, or an object has a name twice.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut reader = Reader { rest: text };
        let value = reader.value(MAX_DEPTH)?;
        reader.skip_space();
        reader.rest.is_empty().then_some(value)
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }

    pub fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    pub fn number(&self) -> Option<f32> {
        if let Self::Number(text) = self { text.parse().ok() } else { None }
    }

    /// A whole number that is not negative.
    pub fn whole(&self) -> Option<u64> {
        if let Self::Number(text) = self { text.parse().ok() } else { None }
    }

    /// The same where it stands for a size.
    pub fn size(&self) -> Option<usize> {
        self.whole()?.try_into().ok()
    }
}

/// A text as it is written in JSON, between quotation marks. It must have no control characters.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What is left to read.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Whether this comes next, behind white space; then it is passed.
    fn passes(&mut self, text: &str) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        self.skip_space();
        match self.rest.bytes().next()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'"' => self.text().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ if self.passes("true") => Some(Json::Flag(true)),
            _ if self.passes("false") => Some(Json::Flag(false)),
            _ => self.passes("null").then_some(Json::Null),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut fields = Fields::default();
        self.sequence('{', '}', |reader| {
            let name = reader.text()?;
            let value = if reader.passes(":") { reader.value(depth)? } else { return None };
            let is_new = fields.0.len() < MAX_FIELDS && fields.get(&name).is_none();
            fields.0.push((name, value));
            is_new.then_some(())
        })?;
        Some(Json::Object(fields))
    }

    fn list(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut values = Vec::new();
        self.sequence('[', ']', |reader| {
            values.push(reader.value(depth)?);
            Some(())
        })?;
        Some(Json::List(values))
    }

    /// What stands between two brackets with commas in between.
    fn sequence(
        &mut self,
        open: char,
        close: char,
        mut item: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let (open, close) = (open.to_string(), close.to_string());
        if !self.passes(&open) {
            return None;
        }
        if self.passes(&close) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.passes(&close) {
                return Some(());
            }
            if !self.passes(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let end = self.rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        // Rust takes more for a number than JSON does: here a leading zero, and a point without digits.
        let digits = number.strip_prefix('-').unwrap_or(number).as_bytes();
        let is_number = match digits {
            [b'0', b'0'..=b'9', ..] | [] => false,
            [first, .., last] => first.is_ascii_digit() && last.is_ascii_digit(),
            [only] => only.is_ascii_digit(),
        };
        let has_fraction = !digits.windows(2).any(|pair| matches!(pair, [b'.', b'e' | b'E']));
        (is_number && has_fraction && number.parse::<f32>().is_ok()).then_some(Json::Number(number))
    }

    fn text(&mut self) -> Option<String> {
        if !self.passes("\"") {
            return None;
        }
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ')?;
            let (plain, rest) = self.rest.split_at(end);
            text.push_str(plain);
            let mut chars = rest.chars();
            let mark = chars.next()?;
            self.rest = chars.as_str();
            match mark {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let mark = chars.next()?;
        self.rest = chars.as_str();
        Some(match mark {
            '"' | '\\' | '/' => mark,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                // The first half of a character beyond 16 bits.
                self.rest = self.rest.strip_prefix("\\u")?;
                let second = self.unit().filter(|unit| (0xdc00..0xe000).contains(unit))?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_plain)
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, quoted};

    #[test]
    fn what_it_reads_is_what_serde_reads() {
        let texts = [
            r#"{}"#,
            r#"[]"#,
            r#"{"a":[1,-2.5e3,0,0.1],"b":{"c":"d"},"e":true,"f":false,"g":null}"#,
            " { \"a\" :\t[ 1 ,\n2 ] } \r",
            r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀""#,
            r#""\ud83d""#,
            r#""\ude00\ud83d""#,
            r#""\u+123""#,
            "\"a\nb\"",
            r#"{"a":1,}"#,
            r#"[1,]"#,
            r#"[1 2]"#,
            r#"{"a" 1}"#,
            r#"{a:1}"#,
            r#"01"#,
            r#"-"#,
            r#"-0"#,
            r#"+1"#,
            r#"1."#,
            r#".5"#,
            r#"1.e5"#,
            r#"1e"#,
            r#"1e+5"#,
            r#"1-2"#,
            r#"tru"#,
            r#"true false"#,
            r#""#,
            r#"""#,
        ];
        for text in texts {
            let theirs: Result<serde_json::Value, _> = serde_json::from_str(text);
            assert_eq!(Json::parse(text).map(|value| like_serde(&value)), theirs.ok(), "{text}");
        }
    }

    fn like_serde(value: &Json) -> serde_json::Value {
        match value {
            Json::Null => serde_json::Value::Null,
            Json::Flag(flag) => (*flag).into(),
            Json::Number(text) => serde_json::from_str(text).unwrap_or_default(),
            Json::Text(text) => text.clone().into(),
            Json::List(values) => values.iter().map(like_serde).collect(),
            Json::Object(fields) => {
                fields.0.iter().map(|(name, value)| (name.clone(), like_serde(value))).collect()
            }
        }
    }

    #[test]
    fn a_name_that_comes_twice_and_what_has_no_end_are_refused() {
        assert_eq!(Json::parse(r#"{"a":1,"a":2}"#), None);
        let many: Vec<_> = (0..1 << 16).map(|name| format!("\"{name}\":0")).collect();
        assert_eq!(Json::parse(&format!("{{{}}}", many.join(","))), None);
        assert_eq!(Json::parse(&"[".repeat(1_000_000)), None);
        assert_eq!(Json::parse(&format!("{}1{}", "[".repeat(9), "]".repeat(9))), None);
    }

    #[test]
    fn a_quoted_text_is_read_as_it_was() {
        let text = r#"{"a":"b\\c"}"#;
        assert_eq!(Json::parse(&quoted(text)), Some(Json::Text(text.into())));
    }
}
