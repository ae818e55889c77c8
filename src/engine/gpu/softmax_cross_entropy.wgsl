// The cross-entropy of the softmax of a row of logits, and its gradient,
// (softmax(logits) - expected) / rows.

// Of a single output, on whose side of which a class is told.
const THRESHOLD = 0.5;

fn row_loss(start: u32) -> f32 {
    var largest = output[start];
    for (var j = 1u; j < op.outputs; j++) {
        largest = max(largest, output[start + j]);
    }
    var sum = 0.0;
    for (var j = 0u; j < op.outputs; j++) {
        sum += exp(output[start + j] - largest);
    }
    let log_sum = largest + log(sum);
    var loss = 0.0;
    for (var j = 0u; j < op.outputs; j++) {
        let logit = output[start + j];
        loss += expected[start + j] * (log_sum - logit);
        gradient[start + j] = (exp(logit - largest) / sum - expected[start + j]) / f32(step.rows);
    }
    return loss;
}
