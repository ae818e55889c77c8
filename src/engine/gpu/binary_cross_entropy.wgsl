// The cross-entropy of a row's only output, a probability, and its gradient with respect to the sum
// before the sigmoid, (output - expected) / rows.

fn row_loss(start: u32) -> f32 {
    let y = output[start];
    let t = expected[start];
    gradient[start] = (y - t) / f32(step.rows);
    // The bounds keep the logarithms finite, as in Keras.
    let probability = clamp(y, 1e-7, 1.0 - 1e-7);
    return -t * log(probability) - (1.0 - t) * log(1.0 - probability);
}
