// Four channels at once, where their number is a multiple of four.

const EACH = 4u;
alias Number = vec4f;
alias Bits = vec4u;

fn of_four(all: vec4f) -> Number {
    return all;
}
