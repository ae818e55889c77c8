// Stands in for each_of_four.wgsl where the channels are no multiple of four.

const EACH = 1u;
alias Number = f32;
alias Bits = u32;

fn of_four(all: vec4f) -> Number {
    return all.x;
}
