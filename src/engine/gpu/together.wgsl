// Adds up the sums of the SPLIT invocations that share a tile; the first of them gets the result.

const TILES = WORKGROUP_X * WORKGROUP_Y; // in a workgroup

var<workgroup> shares: array<mat4x4f, TILES * SPLIT>;

fn together(local: vec3u, share: mat4x4f) -> mat4x4f {
    let tile = local.y * WORKGROUP_X + local.x;
    shares[local.z * TILES + tile] = share;
    workgroupBarrier();
    var sums = share;
    if local.z == 0u {
        for (var other = 1u; other < SPLIT; other++) {
            sums += shares[other * TILES + tile];
        }
    }
    // The next block of the tile is shared in the same place.
    workgroupBarrier();
    return sums;
}
