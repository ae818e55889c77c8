// What the convolutions forward and back have in common. Each kernel's own file says which weights they multiply by, and
// what their sums begin with.
//
// One invocation makes a strip of places beside each other, for some vectors of four filters, all in registers. What is
// under one column of the kernel is under the next one, too, a place further: so a column of pixels is loaded
// once for each row of the kernel, and the weights once for all places. Lines with a $ are repeated (source.rs).

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn convolve(@builtin(global_invocation_id) id: vec3u) {
    let col = VECS * id.x;
    let strips = (op.across + PLACES - 1u) / PLACES; // in a row of places
    let line = id.y / strips;
    let height = op.places / op.across;
    let example = line / height;
    if 4u * col >= op.outputs || example >= step.rows {
        return;
    }
    let y = line - example * height;
    let x = PLACES * (id.y - line * strips);
    let first_$vec = first(col + $vecu);
    var sums_$place_$vec = first_$vec;
    for (var k = 0u; 4u * k < op.kernel * op.channels; k++) {
        let four = numbers_under(example, y, k);
        var column_$place = column(four, x + $placeu - op.before);
        for (var tap = 0u; tap < op.kernel; tap++) {
            let weights_$vec = weights(four, tap, col + $vecu);
            sums_$place_$vec += weights_$vec * column_$place;
            let column_$end = column(four, x + $endu - op.before + tap);
            column_$place = column_$place+1;
        }
    }
    let i = example * op.made + (y * op.across + x) * op.outputs;
    store(x + $placeu, i + $placeu * op.outputs, 4u * (col + $vecu), activate(sums_$place_$vec));
}
