use super::linear::add_scaled;
use super::linear_update::dot;
use super::{Columns, Lanes, at, stride};
use crate::activation::Activation;
use crate::engine::cpu::activation::activate;
use crate::engine::cpu::update::{Rule, update};
use crate::picture::Convolution;

/// [`linear`](super::linear::linear) at each place of a picture.
pub(super) fn conv2d(
    convolution: Convolution,
    input: Columns,      // [batch, height * width * channels] of its input
    parameters: Columns, // [kernel * kernel * channels + 1, filters]
    activation: Activation,
    output: &mut [Lanes], // [batch, height * width * filters] of its output
) {
    let filters = convolution.output.channels;
    for (unit, output) in output.chunks_exact_mut(input.stride).enumerate().take(convolution.output.numbers())
    {
        let output = &mut output[..input.lanes];
        let parameter = |row| at(parameters.values, parameters.stride, row, unit % filters);
        output.fill([parameter(convolution.inputs()); 4]);
        for_each_weight(convolution, unit / filters, &mut |k, number| {
            add_scaled(output, parameter(k), input.get(number));
        });
        activate(activation, output.as_flattened_mut());
    }
}

/// What comes back to each pixel from all places of the kernel.
pub(super) fn conv2d_backward_input(
    convolution: Convolution,
    gradient: Columns,            // [batch, height * width * filters] of its output
    parameters: Columns,          // [kernel * kernel * channels + 1, filters]
    input_gradient: &mut [Lanes], // [batch, height * width * channels] of its input
) {
    let filters = convolution.output.channels;
    input_gradient.fill([0.0; 4]);
    for unit in 0..convolution.output.numbers() {
        for_each_weight(convolution, unit / filters, &mut |k, number| {
            let weight = at(parameters.values, parameters.stride, k, unit % filters);
            let input_gradient = &mut input_gradient[number * gradient.stride..][..gradient.lanes];
            add_scaled(input_gradient, weight, gradient.get(unit));
        });
    }
}

/// Updates weights and biases by the gradients of all places of the kernel, added up.
pub(super) fn conv2d_update(
    convolution: Convolution,
    input: Columns,            // [batch, height * width * channels] of its input
    gradient: Columns,         // [batch, height * width * filters] of its output
    learnt: [&mut [Lanes]; 3], // the parameters and their slots, each [kernel * kernel * channels + 1, filters]
    rule: Rule,
    scratch: &mut Vec<Lanes>,
) {
    let (inputs, filters) = (convolution.inputs(), convolution.output.channels);
    let stride = stride(inputs + 1);
    scratch.clear();
    scratch.resize(stride * filters, [0.0; 4]);
    for unit in 0..convolution.output.numbers() {
        let sums = scratch[unit % filters * stride..][..stride].as_flattened_mut();
        let gradient = gradient.get(unit);
        for_each_weight(convolution, unit / filters, &mut |k, number| {
            sums[k] += dot(input.get(number), gradient);
        });
        sums[inputs] += gradient.as_flattened().iter().sum::<f32>();
    }
    for (sums, parameters) in scratch.chunks_exact_mut(stride).zip(learnt[0].chunks_exact(stride)) {
        let weights = sums.as_flattened_mut().iter_mut().zip(parameters.as_flattened()).take(inputs);
        weights.for_each(|(sum, weight)| *sum += rule.penalty.gradient(*weight));
    }
    update(rule, scratch.as_flattened(), learnt.map(|values| values.as_flattened_mut()));
}

/// Goes through a filter's weights at one place of the kernel: each weight, and the number of the picture under
/// it. Weights that lie outside of the picture are left out. There once for all, as small as the pictures are here.
fn for_each_weight(convolution: Convolution, place: usize, each: &mut dyn FnMut(usize, usize)) {
    let Convolution { input, output, kernel, before } = convolution;
    let (top, left) = (place / output.width, place % output.width);
    for tap in 0..kernel * kernel {
        let (y, x) = (top + tap / kernel, left + tap % kernel);
        // Counted from the zeros before the picture on.
        if (before..before + input.height).contains(&y) && (before..before + input.width).contains(&x) {
            let pixel = (y - before) * input.width + x - before;
            for channel in 0..input.channels {
                each(tap * input.channels + channel, pixel * input.channels + channel);
            }
        }
    }
}
