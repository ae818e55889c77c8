//! What a pool promises, natively; in a browser `tests/e2e/cores.spec.js` holds a whole training against one thread's.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chalknet_pool::{MOST_PARTS, Pool};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

/// Loop after loop, each of which needs what the one before has made.
fn count_up(pool: Pool, loops: usize) {
    let mut numbers = [0; 100];
    for turn in 0..loops {
        let len = 100_usize.div_ceil(1 + turn % MOST_PARTS);
        pool.each(numbers.chunks_mut(len), |numbers| {
            numbers.iter_mut().for_each(|number| *number += 1);
        });
        assert_eq!(numbers, [turn + 1; 100]);
    }
}

#[test]
fn each_part_is_done_once_whoever_does_it() {
    for threads in [1, 2, 3, 8] {
        count_up(Pool::new(threads), 20_000);
    }
    count_up(Pool::default(), 100);
}

#[test]
fn helpers_that_have_fallen_asleep_wake_up() {
    let pool = Pool::new(4);
    for _ in 0..20 {
        thread::sleep(Duration::from_millis(5));
        count_up(pool, 3);
    }
}

#[test]
fn all_threads_take_part() {
    let pool = Pool::new(3);
    let names = Mutex::new(HashSet::new());
    pool.each(0..30, |_| {
        thread::sleep(Duration::from_millis(3));
        names.lock().unwrap().insert(thread::current().id());
    });
    assert_eq!(names.lock().unwrap().len(), 3);
}

#[test]
fn a_pool_that_is_asked_by_several_does_it_for_all_of_them() {
    let pool = Pool::new(2);
    thread::scope(|scope| (0..3).for_each(|_| drop(scope.spawn(|| count_up(pool, 3000)))));
}

#[test]
fn a_loop_within_a_loop_is_done() {
    let pool = Pool::new(2);
    let mut rows = [[0; 4]; 4];
    pool.each(&mut rows, |row| pool.each(row, |number| *number += 1));
    assert_eq!(rows, [[1; 4]; 4]);
}

#[test]
fn a_panic_reaches_the_one_who_asked_and_the_pool_goes_on() {
    let pool = Pool::new(3);
    for bad in 0..MOST_PARTS {
        let work = |part| assert_ne!(part, bad);
        assert!(catch_unwind(AssertUnwindSafe(|| pool.each(0..MOST_PARTS, work))).is_err());
        count_up(pool, 10);
    }
}

#[test]
fn more_parts_than_a_loop_can_have_are_refused() {
    let pool = Pool::new(2);
    let too_many = AssertUnwindSafe(|| pool.each(0..=MOST_PARTS, drop));
    assert!(catch_unwind(too_many).is_err());
    count_up(pool, 10);
}
