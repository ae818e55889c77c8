//! The order of the examples when they come late or not at all.

use chalknet::order::{Order, Place};

/// The rows of the next batch.
fn deal(order: &mut Order) -> Vec<u32> {
    let mut batch = Vec::new();
    order.deal(&mut batch);
    batch
}

#[test]
fn waits_for_expected_examples() {
    let mut order = Order::new(4, true, 1);
    order.expect(8);
    order.add_block(4);
    assert_eq!(deal(&mut order).len(), 4);
    assert!(deal(&mut order).is_empty());
    order.add_block(4);
    assert_eq!(deal(&mut order).len(), 4);
}

#[test]
fn goes_on_with_the_next_epoch_when_the_last_block_never_comes() {
    let mut order = Order::new(4, true, 1);
    order.expect(8);
    order.add_block(4);
    deal(&mut order);
    assert!(deal(&mut order).is_empty());
    order.expect(4);
    let mut batch = deal(&mut order);
    batch.sort_unstable();
    assert_eq!(batch, [0, 1, 2, 3]);
    assert_eq!(*order.place(), Place { epoch: 2, row: 0, blocks: vec![] });
}

#[test]
fn counts_the_examples_that_are_there_whatever_is_expected() {
    for expected in [0, 2, 6] {
        let mut order = Order::new(6, false, 1);
        order.expect(expected);
        order.add_block(6);
        for _ in 0..2 {
            assert_eq!(deal(&mut order), [0, 1, 2, 3, 4, 5]);
            order.expect(expected);
        }
    }
}

#[test]
fn goes_on_from_a_place_beyond_the_examples_once_no_more_are_expected() {
    let mut order = Order::new(4, false, 1);
    order.go_to(Place { epoch: 3, row: 6, blocks: vec![8] });
    order.add_block(5);
    assert!(deal(&mut order).is_empty());
    order.expect(5);
    assert_eq!(deal(&mut order), [0, 1, 2, 3]);
    assert_eq!(*order.place(), Place { epoch: 4, row: 4, blocks: vec![5] });
}

#[test]
fn goes_through_every_example_once_an_epoch_whenever_more_arrive() {
    let mut order = Order::new(4, true, 1);
    order.add_block(10);
    (0..4).for_each(|_| drop(deal(&mut order)));
    order.add_block(7);
    // The rest of the second epoch has the ten that were there when it began.
    assert_eq!(deal(&mut order).len() + deal(&mut order).len(), 6);
    let mut third: Vec<_> = (0..5).flat_map(|_| deal(&mut order)).collect();
    third.sort_unstable();
    assert_eq!(third, (0..17).collect::<Vec<_>>());
}
