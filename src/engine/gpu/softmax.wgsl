// probabilities = softmax(logits), row by row. One invocation makes one row.

@group(1) @binding(0) var<storage, read> logits: array<f32>;              // [batch, classes]
@group(1) @binding(1) var<storage, read_write> probabilities: array<f32>; // [batch, classes]

@compute @workgroup_size(WORKGROUP_X)
fn softmax(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= step.rows {
        return;
    }
    let start = id.x * PITCH;
    var largest = logits[start];
    for (var j = 1u; j < CLASSES; j++) {
        largest = max(largest, logits[start + j]);
    }
    var sum = 0.0;
    for (var j = 0u; j < CLASSES; j++) {
        sum += exp(logits[start + j] - largest);
    }
    for (var j = 0u; j < CLASSES; j++) {
        probabilities[start + j] = exp(logits[start + j] - largest) / sum;
    }
}
