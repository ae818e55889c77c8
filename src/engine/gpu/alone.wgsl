// Stands in for together.wgsl where every tile has one invocation: workgroup memory would be cleared for nothing.

fn together(local: vec3u, share: mat4x4f) -> mat4x4f {
    return share;
}
