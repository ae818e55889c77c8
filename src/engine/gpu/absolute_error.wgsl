// The absolute error of a row, and its gradient with respect to the sums before the activation,
// sign(output - expected) activation'(output) / (outputs rows).

fn row_loss(start: u32) -> f32 {
    var loss = 0.0;
    for (var j = 0u; j < OUTPUTS; j++) {
        let y = output[start + j];
        let error = y - expected[start + j];
        loss += abs(error) / f32(OUTPUTS);
        gradient[start + j] = sign(error) * derivative_at_output(vec4f(y)).x / f32(OUTPUTS * step.rows);
    }
    return loss;
}
