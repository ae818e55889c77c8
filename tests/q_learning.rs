//! Q-learning in worlds whose best ways and exact values are known.

#![cfg(feature = "lesson")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet::q_learning::{Agent, Cell, DISCOUNT, MOST_STEPS, World, WorldError};

fn learnt(world: &str, seed: u64, episodes: usize) -> Agent {
    let mut agent = Agent::new(world.parse().unwrap(), seed);
    for _ in 0..episodes {
        agent.run_episode();
    }
    agent
}

#[test]
fn a_corridor_has_exactly_the_discounted_values() {
    let agent = learnt("soooog", 1, 5000);
    for cell in 0..5 {
        // To the right: so many steps until the reward of 1. To the left: one back, and then all the way.
        let right = DISCOUNT.powi(4 - cell);
        let left = DISCOUNT * DISCOUNT.powi(4 - (cell - 1).max(0));
        let values = agent.values()[cell as usize];
        assert!((values[1] - right).abs() < 1e-9, "right of {cell}: {}", values[1]);
        assert!((values[3] - left).abs() < 1e-9, "left of {cell}: {}", values[3]);
        assert_eq!(agent.policy(cell as usize), Some(1));
    }
    assert_eq!(agent.route(), Some(vec![0, 1, 2, 3, 4, 5]));
}

#[test]
fn finds_the_shortest_way_round_walls_and_out_of_the_pit() {
    // The straight way leads through the pit.
    let text = "ooowoooo-owooowoo-owowooog-ooooooop-owowowow-soooooop";
    let world: World = text.parse().unwrap();
    let shortest = world.distance(world.start()).unwrap();
    for seed in 1..=10 {
        let agent = learnt(text, seed, 400);
        let route = agent.route().unwrap();
        assert_eq!(route.len() - 1, shortest, "seed {seed}");
        assert_eq!(world.cells()[*route.last().unwrap()], Cell::Goal);
        for (from, to) in route.iter().zip(&route[1..]) {
            assert!((0..4).any(|action| world.step(*from, action).cell == *to));
        }
        let value = agent.value(world.start());
        assert!((value - DISCOUNT.powi(shortest as i32 - 1)).abs() < 1e-6, "seed {seed}: {value}");
    }
}

#[test]
fn fears_the_pit_beside_the_way() {
    let agent = learnt("ppp-sog", 3, 5000);
    for cell in [3, 4] {
        assert!((agent.values()[cell][0] + 1.0).abs() < 1e-9, "up from {cell}: {:?}", agent.values()[cell]);
        assert_eq!(agent.policy(cell), Some(1));
    }
}

#[test]
fn knows_when_there_is_no_way() {
    let world: World = "sow-oow-wwg".parse().unwrap();
    assert_eq!(world.distance(world.start()), None);
    let agent = learnt("sow-oow-wwg", 1, 5);
    assert_eq!(agent.route(), None);
    assert_eq!(agent.policy(0), None);
    assert_eq!(agent.episode_steps(), [MOST_STEPS; 5]);
}

#[test]
fn the_same_seed_walks_the_same_ways() {
    let world = "sooo-oowo-ooog";
    let [one, again, other] = [5, 5, 6].map(|seed| learnt(world, seed, 20));
    assert_eq!(one.episode_steps(), again.episode_steps());
    assert_eq!(one.values(), again.values());
    assert_ne!(one.episode_steps(), other.episode_steps());
    assert_eq!(one.last_path().len() - 1, *one.episode_steps().last().unwrap());
}

#[test]
fn refuses_what_is_no_world() {
    let error = |text: &str| text.parse::<World>().unwrap_err();
    assert_eq!(error(""), WorldError::Shape);
    assert_eq!(error("sog-oo"), WorldError::Shape);
    assert_eq!(error("sxg"), WorldError::Letter('x'));
    assert_eq!(error("oog"), WorldError::Start);
    assert_eq!(error("sos-oog"), WorldError::Start);
    assert_eq!(error("soo"), WorldError::Goal);
    assert_eq!(error("sgg"), WorldError::Goal);
}

#[test]
fn wherever_the_goal_can_be_reached_the_learnt_way_is_a_shortest_one() {
    // The same worlds each time: learning by trial finds the shortest way in nearly all worlds, and always in these.
    for seed in 0..60 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let goal = rng.usize(1..25);
        let mut letter = |cell| match cell {
            0 => 's',
            _ if cell == goal => 'g',
            _ if rng.u8(..) < 64 => 'w',
            _ => 'o',
        };
        let rows: Vec<String> =
            (0..5).map(|row| (0..5).map(|column| letter(5 * row + column)).collect()).collect();
        let text = rows.join("-");
        let world: World = text.parse().unwrap();
        let route = learnt(&text, seed, 5000).route();
        assert_eq!(route.map(|cells| cells.len() - 1), world.distance(0), "{text}, seed {seed}");
    }
}
