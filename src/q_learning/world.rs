use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;

/// Up, right, down, left, in this order.
pub const ACTIONS: usize = 4;

/// No world has more rows or columns.
const MOST_SIDE: usize = 32;

/// What a place of the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Free to walk on.
    Floor,
    /// Who walks against it stays where they were.
    Wall,
    /// The end, with a reward of -1.
    Pit,
    /// The end, with a reward of 1.
    Goal,
    /// Where every episode begins; otherwise like the floor.
    Start,
}

/// Why a text is no world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorldError {
    /// The rows are not all of one length, or too many, or too long.
    Shape,
    /// A letter that stands for no cell.
    Letter(char),
    /// There is not exactly one start.
    Start,
    /// There is not exactly one goal.
    Goal,
}

impl fmt::Display for WorldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => {
                write!(f, "a world has rows of the same length, with at most {MOST_SIDE} rows and columns")
            }
            Self::Letter(letter) => write!(f, "a cell is one of o, w, p, g and s, and not {letter:?}"),
            Self::Start => write!(f, "a world has exactly one start"),
            Self::Goal => write!(f, "a world has exactly one goal"),
        }
    }
}

impl std::error::Error for WorldError {}

/// What a step led to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transition {
    /// Where one stands now.
    pub cell: usize,
    /// 1 in the goal, -1 in the pit, 0 elsewhere.
    pub reward: f64,
    /// Whether the episode ends there.
    pub is_end: bool,
}

/// A grid world; its cells are numbered row by row from the upper left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    cells: Vec<Cell>, // [rows, columns]
    columns: usize,
    start: usize,
}

impl World {
    /// `[rows, columns]`.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Cells in a row.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Where every episode begins.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// What an action leads to. Against a wall or the edge one stays where one was.
    #[must_use]
    pub fn step(&self, cell: usize, action: usize) -> Transition {
        let (row, column) = (cell / self.columns, cell % self.columns);
        let aim = match action {
            0 if row > 0 => cell - self.columns,
            1 if column + 1 < self.columns => cell + 1,
            2 if cell + self.columns < self.cells.len() => cell + self.columns,
            3 if column > 0 => cell - 1,
            _ => cell,
        };
        let cell = if self.cells[aim] == Cell::Wall { cell } else { aim };
        let reward = match self.cells[cell] {
            Cell::Goal => 1.0,
            Cell::Pit => -1.0,
            Cell::Floor | Cell::Wall | Cell::Start => 0.0,
        };
        Transition { cell, reward, is_end: reward != 0.0 }
    }

    /// Steps of the shortest way from a cell to the goal that keeps out of the pit, by breadth-first search;
    /// none where there is no way.
    #[must_use]
    pub fn distance(&self, from: usize) -> Option<usize> {
        let mut distances = vec![None; self.cells.len()];
        distances[from] = Some(0);
        let mut waiting = VecDeque::from([from]);
        while let Some(cell) = waiting.pop_front() {
            let distance: Option<usize> = distances[cell];
            if self.cells[cell] == Cell::Goal {
                return distance;
            }
            for action in 0..ACTIONS {
                let next = self.step(cell, action).cell;
                if distances[next].is_none() && self.cells[next] != Cell::Pit {
                    distances[next] = distance.map(|steps| steps + 1);
                    waiting.push_back(next);
                }
            }
        }
        None
    }
}

impl FromStr for World {
    type Err = WorldError;

    /// Reads rows between hyphens: `o` is the floor, `w` a wall, `p` the pit, `g` the goal, `s` the start.
    fn from_str(text: &str) -> Result<Self, WorldError> {
        let rows: Vec<&str> = text.split('-').collect();
        let columns = rows[0].len();
        let is_whole = rows.iter().all(|row| row.len() == columns);
        if !is_whole || columns == 0 || columns > MOST_SIDE || rows.len() > MOST_SIDE {
            return Err(WorldError::Shape);
        }
        let cells = rows.concat().chars().map(cell_of).collect::<Result<Vec<_>, _>>()?;
        only(&cells, Cell::Goal).ok_or(WorldError::Goal)?;
        let start = only(&cells, Cell::Start).ok_or(WorldError::Start)?;
        Ok(Self { cells, columns, start })
    }
}

fn cell_of(letter: char) -> Result<Cell, WorldError> {
    match letter {
        'o' => Ok(Cell::Floor),
        'w' => Ok(Cell::Wall),
        'p' => Ok(Cell::Pit),
        'g' => Ok(Cell::Goal),
        's' => Ok(Cell::Start),
        _ => Err(WorldError::Letter(letter)),
    }
}

/// Where the one cell of that kind is; none where there are several, or none at all.
fn only(cells: &[Cell], kind: Cell) -> Option<usize> {
    let mut places = cells.iter().enumerate().filter(|&(_, &cell)| cell == kind).map(|(place, _)| place);
    let place = places.next()?;
    places.next().is_none().then_some(place)
}
