//! As much of [protobuf](https://protobuf.dev/programming-guides/encoding/) as an ONNX file needs: fields, each with its
//! number, one after the other.

/// A message that is being written.
#[derive(Default)]
pub(super) struct Message {
    bytes: Vec<u8>,
}

/// How a field's content is encoded; in the lowest three bits of its tag.
const VARINT: u64 = 0;
const LENGTH_DELIMITED: u64 = 2;

impl Message {
    /// A whole number.
    pub fn number(mut self, field: u64, value: u64) -> Self {
        self.varint(field << 3 | VARINT);
        self.varint(value);
        self
    }

    /// A text.
    pub fn text(self, field: u64, text: &str) -> Self {
        self.bytes(field, text.as_bytes())
    }

    /// A message within this one.
    pub fn message(self, field: u64, message: &Self) -> Self {
        self.bytes(field, &message.bytes)
    }

    /// Any bytes.
    pub fn bytes(mut self, field: u64, bytes: &[u8]) -> Self {
        self.begin(field, bytes.len());
        self.bytes.extend(bytes);
        self
    }

    /// The fields of another message.
    pub fn fields(mut self, message: &Self) -> Self {
        self.bytes.extend(&message.bytes);
        self
    }

    /// A field of so many bytes, which are yet to come.
    pub fn begin(&mut self, field: u64, length: usize) {
        self.varint(field << 3 | LENGTH_DELIMITED);
        self.varint(length as u64);
    }

    /// Seven bits to a byte, the lowest first; the eighth says that there are more.
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Bytes so far.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
