// The optimizers, as in optimizer.rs. OPTIMIZER counts in the order of `Optimizer::ALL`; the slots
// that an optimizer does not have are not touched.

@group(1) @binding(1) var<storage, read_write> parameters: array<vec4f>; // [inputs + 1, outputs]
@group(1) @binding(2) var<storage, read_write> first: array<vec4f>;      // [inputs + 1, outputs]
@group(1) @binding(3) var<storage, read_write> second: array<vec4f>;     // [inputs + 1, outputs]

fn update(i: u32, gradient: vec4f) {
    switch OPTIMIZER {
        case 1u: {
            let velocity = op.first_kept * first[i] - step.rate * gradient;
            first[i] = velocity;
            parameters[i] += velocity;
        }
        case 2u: {
            let square = op.first_kept * first[i] + (1.0 - op.first_kept) * gradient * gradient;
            first[i] = square;
            parameters[i] -= step.rate * gradient / sqrt(square + op.epsilon);
        }
        case 3u: {
            let mean = op.first_kept * first[i] + (1.0 - op.first_kept) * gradient;
            let square = op.second_kept * second[i] + (1.0 - op.second_kept) * gradient * gradient;
            first[i] = mean;
            second[i] = square;
            parameters[i] -= step.rate * mean / (sqrt(square) + op.epsilon);
        }
        default: {
            parameters[i] -= step.rate * gradient;
        }
    }
}
