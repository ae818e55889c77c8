// The activation functions and their derivatives, as in activation.rs.
// ACTIVATION counts in the order of `Activation::ALL`.

fn activate(x: vec4f) -> vec4f {
    switch ACTIVATION {
        case 1u: { return select(x, vec4f(), x < vec4f()); }
        case 2u: { return accurate_tanh(x); }
        case 3u: { return 1.0 / (1.0 + exp(-x)); }
        default: { return x; }
    }
}

// The language's own may be off by much near zero. As in cpu/activation.rs; beyond 10 the result is 1 to the last bit.
fn accurate_tanh(x: vec4f) -> vec4f {
    let square = x * x;
    let near_zero = (((((-5.7049887e-3 * square + 2.0639089e-2) * square - 5.3739716e-2) * square + 1.3331442e-1)
        * square - 3.333328e-1) * square) * x + x;
    let far = sign(x) * (1.0 - 2.0 / (exp(2.0 * min(abs(x), vec4f(10.0))) + 1.0));
    // In this order a NaN comes through.
    return select(near_zero, far, abs(x) >= vec4f(0.625));
}

fn derivative_at_output(y: vec4f) -> vec4f {
    switch ACTIVATION {
        case 1u: { return select(vec4f(), vec4f(1.0), y > vec4f()); }
        case 2u: { return 1.0 - y * y; }
        case 3u: { return y * (1.0 - y); }
        default: { return vec4f(1.0); }
    }
}
