//! Q-learning (Watkins, "Learning from Delayed Rewards", 1989) in a grid world with walls, a pit and a goal.
//!
//! Nobody tells the agent a right answer. It walks, is rewarded at the goal and punished in the pit, and keeps
//! for every cell and action how much reward is still to be expected: `q`.

mod world;

pub use world::{ACTIONS, Cell, World, WorldError};

use fastrand::Rng;

/// A reward that is one step further away is worth this much of itself.
pub const DISCOUNT: f64 = 0.9;

/// How far a value moves towards what a step has shown.
pub const LEARNING_RATE: f64 = 0.5;

/// The part of the steps that go anywhere instead of where it seems best.
pub const EXPLORATION: f64 = 0.2;

/// An episode that has found no end by then is given up.
pub const MOST_STEPS: usize = 300;

/// An agent in its world, and what it has learnt.
#[derive(Clone, Debug)]
pub struct Agent {
    world: World,
    /// `[cells, actions]`: the discounted reward to be expected from an action.
    values: Vec<[f64; ACTIONS]>,
    rng: Rng,
    episode_steps: Vec<usize>,
    last_path: Vec<usize>,
}

impl Agent {
    /// An agent that knows nothing. The seed decides where it explores.
    #[must_use]
    pub fn new(world: World, seed: u64) -> Self {
        let values = vec![[0.0; ACTIONS]; world.cells().len()];
        let rng = Rng::with_seed(seed);
        Self { world, values, rng, episode_steps: Vec::new(), last_path: Vec::new() }
    }

    /// Walks once from the start to an end, and learns from every step:
    /// `q(s, a) += rate (reward + discount max q(s', .) - q(s, a))`, where nothing follows an end.
    pub fn run_episode(&mut self) {
        let mut cell = self.world.start();
        self.last_path = vec![cell];
        for _ in 0..MOST_STEPS {
            let action = self.choose(cell);
            let step = self.world.step(cell, action);
            let future = if step.is_end { 0.0 } else { DISCOUNT * self.value(step.cell) };
            let value = &mut self.values[cell][action];
            *value += LEARNING_RATE * (step.reward + future - *value);
            cell = step.cell;
            self.last_path.push(cell);
            if step.is_end {
                break;
            }
        }
        self.episode_steps.push(self.last_path.len() - 1);
    }

    /// Any action now and then, otherwise one of the best.
    fn choose(&mut self, cell: usize) -> usize {
        if self.rng.f64() < EXPLORATION {
            return self.rng.usize(..ACTIONS);
        }
        let best = self.best_actions(cell);
        best[self.rng.usize(..best.len())]
    }

    /// The actions of the highest value; at least one.
    fn best_actions(&self, cell: usize) -> Vec<usize> {
        let highest = self.value(cell);
        (0..ACTIONS).filter(|&action| self.values[cell][action] >= highest).collect()
    }

    /// The world.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    /// `[cells, actions]`: the discounted reward to be expected from an action.
    #[must_use]
    pub fn values(&self) -> &[[f64; ACTIONS]] {
        &self.values
    }

    /// The discounted reward to be expected from a cell, if all goes on as well as is known.
    #[must_use]
    pub fn value(&self, cell: usize) -> f64 {
        self.values[cell].iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }

    /// The best action of a cell; none where nothing has been learnt yet.
    #[must_use]
    pub fn policy(&self, cell: usize) -> Option<usize> {
        let best = self.best_actions(cell);
        (best.len() < ACTIONS).then(|| best[0])
    }

    /// The cells that the policy goes through from the start to the goal, both included; none where it does
    /// not get there.
    #[must_use]
    pub fn route(&self) -> Option<Vec<usize>> {
        let mut route = vec![self.world.start()];
        while route.len() <= self.world.cells().len() {
            let cell = *route.last()?;
            let step = self.world.step(cell, self.policy(cell)?);
            route.push(step.cell);
            if step.is_end {
                return (self.world.cells()[step.cell] == Cell::Goal).then_some(route);
            }
        }
        None
    }

    /// How many steps each episode took, the first one first.
    #[must_use]
    pub fn episode_steps(&self) -> &[usize] {
        &self.episode_steps
    }

    /// The cells of the last episode, in the order in which it went through them; empty before the first.
    #[must_use]
    pub fn last_path(&self) -> &[usize] {
        &self.last_path
    }
}
