// The activation functions and their derivatives, as in activation.rs.
// ACTIVATION counts in the order of `Activation::ALL`.

fn activate(x: vec4f) -> vec4f {
    switch ACTIVATION {
        case 1u: { return select(x, vec4f(), x < vec4f()); }
        // Beyond 10 the result is 1 to the last bit, while an implementation by way of e^2x may overflow.
        case 2u: { return tanh(clamp(x, vec4f(-10.0), vec4f(10.0))); }
        case 3u: { return 1.0 / (1.0 + exp(-x)); }
        default: { return x; }
    }
}

fn derivative_at_output(y: vec4f) -> vec4f {
    switch ACTIVATION {
        case 1u: { return select(vec4f(), vec4f(1.0), y > vec4f()); }
        case 2u: { return 1.0 - y * y; }
        case 3u: { return y * (1.0 - y); }
        default: { return vec4f(1.0); }
    }
}
