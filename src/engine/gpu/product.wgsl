// What the three products of a dense layer have in common. Each kernel's own file says how large its
// product is (size), where the blocks of its factors come from (left, right), and what becomes of a block
// of sums (finish).
//
// A block is 4 x 4 numbers, in rows 4 row .. and columns 4 col .. of its matrix. Four rows of four numbers are
// loaded as the COLUMNS of a mat4x4f, which is their transpose. Since (A B)^T = B^T A^T, the product of
// row-major blocks A and B is then the WGSL product b * a, and its columns are the rows of the result.
//
// One invocation makes a tile of BLOCKS x BLOCKS blocks (1 or 2), all in registers: the larger tile loads
// half as much for each multiplication. Where that leaves too few invocations to keep a GPU busy, SPLIT
// of them share a tile: each sums up every SPLITth pair of blocks, and their sums are added up in the
// end (together). gpu/tuning.rs finds what suits the adapter.

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y, SPLIT)
fn product(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
    let row = BLOCKS * id.y; // in blocks
    let col = BLOCKS * id.x; // in blocks
    let size = size();
    let is_inside = row < size.x && col < size.y;
    // sums_rc: the block r, c of the tile.
    var sums_00 = mat4x4f();
    var sums_01 = mat4x4f();
    var sums_10 = mat4x4f();
    var sums_11 = mat4x4f();
    for (var k = local.z; is_inside && k < size.z; k += SPLIT) {
        let a_0 = left(row, k);
        let b_0 = right(k, col);
        sums_00 += b_0 * a_0;
        if BLOCKS == 2u {
            let a_1 = left(row + 1u, k);
            let b_1 = right(k, col + 1u);
            sums_01 += b_1 * a_0;
            sums_10 += b_0 * a_1;
            sums_11 += b_1 * a_1;
        }
    }
    sums_00 = together(local, sums_00);
    if BLOCKS == 2u {
        sums_01 = together(local, sums_01);
        sums_10 = together(local, sums_10);
        sums_11 = together(local, sums_11);
    }
    if !is_inside || local.z > 0u {
        return;
    }
    finish(row, col, sums_00);
    if BLOCKS == 2u {
        finish(row, col + 1u, sums_01);
        finish(row + 1u, col, sums_10);
        finish(row + 1u, col + 1u, sums_11);
    }
}
