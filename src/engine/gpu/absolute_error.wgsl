// The absolute error of a row, and its gradient with respect to the output,
// sign(output - expected) / (outputs rows).

const THRESHOLD = 0.5;

fn row_loss(start: u32) -> f32 {
    var loss = 0.0;
    for (var j = 0u; j < op.outputs; j++) {
        let y = output[start + j];
        let error = y - expected[start + j];
        loss += abs(error) / f32(op.outputs);
        gradient[start + j] = sign(error) / f32(op.outputs * step.rows);
    }
    return loss;
}
