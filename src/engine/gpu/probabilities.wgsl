// probabilities = softmax(logits), row by row, or the sigmoid of single logits. One invocation makes one row.

@group(1) @binding(1) var<storage, read> logits: array<f32>;              // [batch, classes]
@group(1) @binding(2) var<storage, read_write> probabilities: array<f32>; // [batch, classes]

@compute @workgroup_size(WORKGROUP_X)
fn probabilities_(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= step.rows {
        return;
    }
    let start = id.x * 4u * op.output_vecs;
    if op.outputs == 1u {
        probabilities[start] = 1.0 / (1.0 + exp(-logits[start]));
        return;
    }
    var largest = logits[start];
    for (var j = 1u; j < op.outputs; j++) {
        largest = max(largest, logits[start + j]);
    }
    var sum = 0.0;
    for (var j = 0u; j < op.outputs; j++) {
        sum += exp(logits[start + j] - largest);
    }
    for (var j = 0u; j < op.outputs; j++) {
        probabilities[start + j] = exp(logits[start + j] - largest) / sum;
    }
}
