// The cross-entropy of a row's only logit z, and its gradient with respect to it,
// (sigmoid(z) - expected) / rows, as in cpu/binary_cross_entropy.rs.

const THRESHOLD = 0.0;

fn row_loss(start: u32) -> f32 {
    let z = output[start];
    let t = expected[start];
    gradient[start] = (1.0 / (1.0 + exp(-z)) - t) / f32(step.rows);
    return select(z, 0.0, z < 0.0) - z * t + log(1.0 + exp(-abs(z)));
}
