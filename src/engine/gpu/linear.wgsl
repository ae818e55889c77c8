// output = activation(input * weight + bias). One invocation makes a tile of 8 x 8 outputs.
//
// Four rows of four numbers are loaded as the COLUMNS of a mat4x4f, which is their transpose. Since
// (A B)^T = B^T A^T, the product of row-major blocks A and B is then the WGSL product b * a, and
// its columns are the rows of the result.

@group(1) @binding(0) var<storage, read> input: array<vec4f>;         // [batch, inputs]
@group(1) @binding(1) var<storage, read> parameters: array<vec4f>;    // [inputs + 1, outputs]
@group(1) @binding(2) var<storage, read_write> output: array<vec4f>;  // [batch, outputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn linear(@builtin(global_invocation_id) id: vec3u) {
    let row = 8u * id.y;
    let col = 2u * id.x; // in vectors of four
    if row >= step.rows || col >= OUTPUT_VECS {
        return;
    }
    // sums_rc: rows row + 4 r, columns 4 (col + c) of the tile.
    var sums_00 = mat4x4f();
    var sums_01 = mat4x4f();
    var sums_10 = mat4x4f();
    var sums_11 = mat4x4f();
    // Where the inputs are no multiple of 4, the last block also reads the biases' row and zeros
    // below; the input's columns there are zero.
    for (var k = 0u; k < INPUT_VECS; k++) {
        let a_0 = input_block(row, k);
        let a_1 = input_block(row + 4u, k);
        let b_0 = weight_block(4u * k, col);
        let b_1 = weight_block(4u * k, col + 1u);
        sums_00 += b_0 * a_0;
        sums_01 += b_1 * a_0;
        sums_10 += b_0 * a_1;
        sums_11 += b_1 * a_1;
    }
    store(row, col, sums_00);
    store(row, col + 1u, sums_01);
    store(row + 4u, col, sums_10);
    store(row + 4u, col + 1u, sums_11);
}

fn input_block(row: u32, col: u32) -> mat4x4f {
    let i = row * INPUT_VECS + col;
    return mat4x4f(input[i], input[i + INPUT_VECS], input[i + 2u * INPUT_VECS], input[i + 3u * INPUT_VECS]);
}

fn weight_block(row: u32, col: u32) -> mat4x4f {
    let i = row * OUTPUT_VECS + col;
    return mat4x4f(
        parameters[i],
        parameters[i + OUTPUT_VECS],
        parameters[i + 2u * OUTPUT_VECS],
        parameters[i + 3u * OUTPUT_VECS],
    );
}

fn store(row: u32, col: u32, sums: mat4x4f) {
    let bias = parameters[INPUTS * OUTPUT_VECS + col];
    // Columns beyond the last unit stay zero; sigmoid(0), say, is not.
    let is_unit = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(OUTPUTS);
    for (var r = 0u; r < 4u; r++) {
        output[(row + r) * OUTPUT_VECS + col] = select(vec4f(), activate(sums[r] + bias), is_unit);
    }
}
