//! The product of two matrices, `c = a * b`, as fast as one core can.
//!
//! The method is that of Goto and van de Geijn ("Anatomy of high-performance matrix
//! multiplication", 2008): copy ("pack") both factors into the order in which the innermost loop
//! reads them, and keep a small tile of `c` in registers while running along the inner dimension.
//!
//! Four of five pixels of MNIST are zero, and lie together. So where all rows of a tile are zero at
//! a place of the inner dimension, packing leaves that place out.

/// Rows of the tile that stays in registers.
const TILE_ROWS: usize = 6;
/// Columns of the tile: two SIMD registers of four. 6 x 8 sums take 12 of the 16 registers there are.
const TILE_COLS: usize = 8;
/// How much of the inner dimension is packed at once: a panel of `b` then stays in the first-level cache.
const DEPTH: usize = 256;

/// A matrix to be read, with the distance in memory from row to row and from column to column, so
/// that a transposed matrix is the same memory with the two exchanged. One of the two is 1.
#[derive(Clone, Copy)]
pub(super) struct Matrix<'a> {
    values: &'a [f32],
    rows: usize,
    cols: usize,
    row_stride: usize,
    col_stride: usize,
}

impl<'a> Matrix<'a> {
    /// The matrix that lies in memory row by row.
    pub fn new(values: &'a [f32], rows: usize, cols: usize) -> Self {
        Self { values, rows, cols, row_stride: cols, col_stride: 1 }
    }

    /// Rows for columns.
    pub fn transposed(self) -> Self {
        let Self { values, rows, cols, row_stride, col_stride } = self;
        Self { values, rows: cols, cols: rows, row_stride: col_stride, col_stride: row_stride }
    }
}

/// Memory for packed factors, used again in each product instead of asking for it.
#[derive(Default)]
pub(super) struct Panels {
    a: Vec<f32>,
    b: Vec<f32>,
    /// For each panel of `a` the places of the inner dimension that it still has.
    places: Vec<Vec<u32>>,
}

/// `c = a * b`; `c` is `[a.rows, b.cols]`, row by row.
pub(super) fn product(a: Matrix, b: Matrix, c: &mut [f32], panels: &mut Panels) {
    assert_eq!(a.cols, b.rows, "the inner dimensions differ");
    for start in (0..a.cols).step_by(DEPTH) {
        let depth = DEPTH.min(a.cols - start);
        pack::<TILE_ROWS>(a.transposed(), start, depth, &mut panels.a);
        pack::<TILE_COLS>(b, start, depth, &mut panels.b);
        // It never shrinks, so that small and large products can take turns without asking for memory.
        panels.places.resize(panels.places.len().max(a.rows.div_ceil(TILE_ROWS)), Vec::new());
        for (panel, places) in panels.a.chunks_exact_mut(depth * TILE_ROWS).zip(&mut panels.places) {
            leave_out_zeros(panel, places);
        }
        for (b_panel, col) in panels.b.chunks_exact(depth * TILE_COLS).zip((0..b.cols).step_by(TILE_COLS)) {
            let a_panels = panels.a.chunks_exact(depth * TILE_ROWS).zip(&panels.places);
            for ((a_panel, places), row) in a_panels.zip((0..a.rows).step_by(TILE_ROWS)) {
                let tile = multiply_panels(a_panel, places, b_panel);
                let width = TILE_COLS.min(b.cols - col);
                for (sums, row) in tile.iter().zip(row..a.rows) {
                    let out = &mut c[row * b.cols + col..][..width];
                    if start == 0 {
                        out.copy_from_slice(&sums[..width]);
                    } else {
                        out.iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
                    }
                }
            }
        }
    }
}

/// Moves the places of a panel of `a` together that are not all zero, and lists them.
fn leave_out_zeros(panel: &mut [f32], places: &mut Vec<u32>) {
    let panel = panel.as_chunks_mut::<TILE_ROWS>().0;
    places.clear();
    for place in 0..panel.len() {
        if panel[place] != [0.0; TILE_ROWS] {
            panel[places.len()] = panel[place];
            places.push(place as u32);
        }
    }
}

/// The innermost loop: the first of a panel of `a`, `[places, TILE_ROWS]`, times those places of a
/// panel of `b`, `[depth, TILE_COLS]`. The arrays have fixed sizes so that the compiler keeps `sums`
/// in registers.
fn multiply_panels(a: &[f32], places: &[u32], b: &[f32]) -> [[f32; TILE_COLS]; TILE_ROWS] {
    let (a, b) = (a.as_chunks::<TILE_ROWS>().0, b.as_chunks::<TILE_COLS>().0);
    let mut sums = [[0.0; TILE_COLS]; TILE_ROWS];
    for (a, &place) in a.iter().zip(places) {
        let b = &b[place as usize];
        for (sums, a) in sums.iter_mut().zip(a) {
            for (sum, b) in sums.iter_mut().zip(b) {
                *sum += a * b;
            }
        }
    }
    sums
}

/// Rows `start .. start + depth` of a matrix as panels of `WIDTH` columns, each `[depth, WIDTH]`.
/// Columns that the last panel lacks are zero.
fn pack<const WIDTH: usize>(matrix: Matrix, start: usize, depth: usize, panels: &mut Vec<f32>) {
    let len = matrix.cols.div_ceil(WIDTH) * depth * WIDTH;
    panels.resize(len, 0.0);
    for (panel, col) in panels.chunks_exact_mut(depth * WIDTH).zip((0..matrix.cols).step_by(WIDTH)) {
        let panel = panel.as_chunks_mut::<WIDTH>().0;
        let width = WIDTH.min(matrix.cols - col);
        let first = start * matrix.row_stride + col * matrix.col_stride;
        if matrix.col_stride == 1 {
            for (row, packed) in panel.iter_mut().enumerate() {
                packed[..width].copy_from_slice(&matrix.values[first + row * matrix.row_stride..][..width]);
                packed[width..].fill(0.0);
            }
        } else {
            for col in 0..WIDTH {
                if col < width {
                    let column = &matrix.values[first + col * matrix.col_stride..][..depth];
                    panel.iter_mut().zip(column).for_each(|(packed, &value)| packed[col] = value);
                } else {
                    panel.iter_mut().for_each(|packed| packed[col] = 0.0);
                }
            }
        }
    }
}
