// What the losses share: one workgroup goes over the batch, an invocation to a row at a time, and
// adds up the metrics.

@group(1) @binding(1) var<storage, read> output: array<f32>;          // [batch, outputs]
@group(1) @binding(2) var<storage, read> expected: array<f32>;        // [batch, outputs]
@group(1) @binding(3) var<storage, read_write> gradient: array<f32>;  // [batch, outputs]
@group(1) @binding(4) var<storage, read_write> metrics: array<f32>;   // [steps, 2]

var<workgroup> losses: array<f32, WORKGROUP_X>;
var<workgroup> hits: array<f32, WORKGROUP_X>;

@compute @workgroup_size(WORKGROUP_X)
fn loss(@builtin(local_invocation_index) lane: u32) {
    losses[lane] = 0.0;
    hits[lane] = 0.0;
    for (var row = lane; row < step.rows; row += WORKGROUP_X) {
        let start = row * 4u * op.output_vecs;
        losses[lane] += row_loss(start);
        var best = 0u;
        var right = 0u;
        for (var j = 1u; j < op.outputs; j++) {
            if output[start + j] > output[start + best] {
                best = j;
            }
            if expected[start + j] > expected[start + right] {
                right = j;
            }
        }
        // A single output is right on the target's side of one half.
        let same_side = (output[start] >= THRESHOLD) == (expected[start] >= 0.5);
        if best == right && (op.outputs > 1u || same_side) {
            hits[lane] += 1.0;
        }
    }
    // The last block of four rows may not be full; linear_update relies on the rest being zero.
    let last = (step.rows + 3u) / 4u * 4u;
    for (var i = step.rows * 4u * op.output_vecs + lane; i < last * 4u * op.output_vecs; i += WORKGROUP_X) {
        gradient[i] = 0.0;
    }
    for (var half = WORKGROUP_X / 2u; half > 0u; half /= 2u) {
        workgroupBarrier();
        if lane < half {
            losses[lane] += losses[lane + half];
            hits[lane] += hits[lane + half];
        }
    }
    if lane == 0u {
        metrics[step.slot * METRICS_PITCH] = losses[0] / f32(step.rows);
        metrics[step.slot * METRICS_PITCH + 1u] = hits[0];
    }
}
