use super::arguments::{self, Number, Text, text, whole};
use super::error::bad_options;
use super::object;
use crate::q_learning::{Agent, World, WorldError};
use js_sys::{Float32Array, Int8Array, Uint16Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("q_learning.d.ts");

/// Long after nothing changes any more.
const MOST_EPISODES: u32 = 100_000;

/// Lets an agent learn its way through a world in so many episodes. The world's rows stand between hyphens: `o` is
/// the floor, `w` a wall, `p` the pit, `g` the goal, `s` the start. Throws `bad-options` for what is no world.
#[wasm_bindgen(js_name = qLearn, unchecked_return_type = "QLearningProgress")]
pub fn q_learn(world: &Text, seed: &Number, episodes: &Number) -> Result<JsValue, JsValue> {
    let world: World = text(world, "world")?.parse().map_err(|error: WorldError| bad_options(&error))?;
    let mut agent = Agent::new(world, arguments::seed(seed)?);
    for _ in 0..whole(episodes, "episodes", MOST_EPISODES)? {
        agent.run_episode();
    }
    let steps: Vec<f32> = agent.episode_steps().iter().map(|&steps| steps as f32).collect();
    let values: Vec<f32> = agent.values().iter().flatten().map(|&value| value as f32).collect();
    let cells = 0..agent.values().len();
    let policy: Vec<i8> = cells.map(|cell| agent.policy(cell).map_or(-1, |action| action as i8)).collect();
    let world = agent.world();
    let shortest = world.distance(world.start());
    Ok(object(&[
        ("episodeSteps", Float32Array::from(&steps[..]).into()),
        ("values", Float32Array::from(&values[..]).into()),
        ("policy", Int8Array::from(&policy[..]).into()),
        ("lastPath", places(agent.last_path())),
        ("route", places(&agent.route().unwrap_or_default())),
        ("shortest", shortest.map_or(JsValue::NULL, |steps| (steps as f64).into())),
    ]))
}

fn places(cells: &[usize]) -> JsValue {
    let cells: Vec<u16> = cells.iter().map(|&cell| cell as u16).collect();
    Uint16Array::from(&cells[..]).into()
}
