//! How the products are cut up. Which way suits an adapter is found by trying.

/// How the products are cut up among a GPU's invocations; see gpu/product.wgsl.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tuning {
    /// By which it is chosen and remembered.
    pub name: &'static str,
    /// Blocks of 4 x 4 numbers along a side of the tile that an invocation makes: 1 or 2.
    pub blocks: usize,
    /// How many invocations a product should have at least. Where there are fewer tiles, several
    /// invocations share each.
    pub invocations: usize,
}

/// Invocations that share a tile at most, so that a workgroup has no more than 128.
const MAX_SPLIT: usize = 16;

impl Tuning {
    /// What is to be tried on an adapter. The first is what suits a program on the CPU, which has nothing to keep busy
    /// but a few threads; the small tiles are for GPUs with few registers for an invocation.
    pub const ALL: [Self; 6] = [
        Self { name: "8x8", blocks: 2, invocations: 1 },
        Self { name: "8x8-shared", blocks: 2, invocations: 1 << 13 },
        Self { name: "8x8-widely-shared", blocks: 2, invocations: 1 << 15 },
        Self { name: "4x4", blocks: 1, invocations: 1 },
        Self { name: "4x4-shared", blocks: 1, invocations: 1 << 14 },
        Self { name: "4x4-widely-shared", blocks: 1, invocations: 1 << 16 },
    ];

    /// How many invocations share a tile of a product of so many tiles and so many blocks to a sum.
    pub(super) fn split(self, tiles: usize, depth: usize) -> usize {
        let wanted = self.invocations.div_ceil(tiles).next_power_of_two();
        wanted.min(MAX_SPLIT).min(depth.next_power_of_two())
    }
}

impl Default for Tuning {
    fn default() -> Self {
        Self::ALL[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_shared_where_there_are_few_and_its_sums_are_long() {
        let [alone, shared, ..] = Tuning::ALL;
        assert_eq!(alone.split(1, 784), 1);
        assert_eq!(shared.split(8192, 784), 1);
        assert_eq!(shared.split(1024, 784), 8);
        assert_eq!(shared.split(1, 784), MAX_SPLIT);
        assert_eq!(shared.split(1, 3), 4);
    }
}
