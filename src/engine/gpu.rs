//! The engine on the GPU, through WebGPU in a browser and Vulkan, Metal or Direct3D 12 elsewhere.
//!
//! Examples stay on the GPU from the moment they are added; a step sends only the rows of its batch.
//! All steps of one call of [`Engine::run`] go to the GPU in one submission.
//!
//! A step is few and large dispatches: what follows a product (bias and activation, the activation's derivative,
//! the optimizer's update) is done to its sums while they are in registers. The three products share
//! gpu/product.wgsl, which [`Tuning`] cuts up as suits the adapter.

mod context;
mod kernels;
mod source;
mod tuning;

pub use context::Context;
pub use tuning::Tuning;

use super::{
    Engine, EngineError, Format, MAX_STEPS, Op, Program, Reading, Step, Table, Tensor, Values, product,
    reserve,
};
use context::lock;
use futures_channel::oneshot;
use kernels::{Binding, Extent, Kernel, Operand, kernel};
use wgpu::BufferUsages;

/// The GPU engine.
pub struct Gpu {
    context: Context,
    tensors: Vec<wgpu::Buffer>,
    tables: Vec<GpuTable>,
    programs: Vec<Compiled>,
    /// The rows of the examples in the batches of a submission.
    order: wgpu::Buffer,
    /// A [`StepUniform`] for each step of a submission, [`STEP_STRIDE`] bytes apart.
    steps: wgpu::Buffer,
    step_group: wgpu::BindGroup,
    /// Stand-ins for slots that an optimizer does not have.
    no_slots: [wgpu::Buffer; 2],
    /// Counts the buffers that were replaced by larger ones. Programs made before must be bound anew.
    generation: u64,
}

/// What a [`Table`] names. Rows of inputs are padded to a multiple of four numbers.
struct GpuTable {
    inputs: wgpu::Buffer,
    targets: wgpu::Buffer,
    rows: usize,
    capacity: usize,
}

/// Operations with their pipelines and buffers.
struct Compiled {
    ops: Vec<Op>,
    dispatches: Vec<Dispatch>,
    generation: u64,
}

struct Dispatch {
    pipeline: wgpu::ComputePipeline,
    buffers: wgpu::BindGroup,
    workgroup: [u32; 2],
    grid: [Extent; 2],
}

/// `Step` in common.wgsl.
#[repr(C)]
#[derive(Clone, Copy, bytemuck::Pod, bytemuck::Zeroable)]
struct StepUniform {
    first: u32,
    rows: u32,
    rate: f32,
    slot: u32,
    seed: u32,
    /// A uniform takes a multiple of 16 bytes.
    unused: [u32; 3],
}

/// The smallest distance that every adapter allows between the uniforms of two steps.
const STEP_STRIDE: usize = 256;

/// Rows and columns of a tensor's memory are multiples of the largest tile's.
const LARGEST_TILE: usize = 8;

/// Bytes that are moved apart at once, unless a single row has more.
const BLOCK: usize = 1 << 20;

/// Numbers from one row of a tensor to the next.
fn pitch(cols: usize) -> usize {
    cols.next_multiple_of(LARGEST_TILE)
}

impl Gpu {
    /// An engine on an open GPU, which several may share.
    #[must_use]
    pub fn new(context: &Context) -> Self {
        let device = &context.device;
        let buffer = |size, usage| make_buffer(device, size, usage);
        let steps = buffer(MAX_STEPS * STEP_STRIDE, BufferUsages::UNIFORM);
        let step_group = device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some("step"),
            layout: &context.step_layout,
            entries: &[wgpu::BindGroupEntry {
                binding: 0,
                resource: wgpu::BindingResource::Buffer(wgpu::BufferBinding {
                    buffer: &steps,
                    offset: 0,
                    size: wgpu::BufferSize::new(size_of::<StepUniform>() as u64),
                }),
            }],
        });
        Self {
            tensors: Vec::new(),
            tables: Vec::new(),
            programs: Vec::new(),
            order: buffer(4 * 1024, BufferUsages::STORAGE),
            steps,
            step_group,
            no_slots: [16, 16].map(|size| buffer(size, BufferUsages::STORAGE)),
            generation: 0,
            context: context.clone(),
        }
    }

    /// The GPU that it works on.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    fn storage(&self, size: usize) -> Result<wgpu::Buffer, EngineError> {
        let largest = self.context.largest_buffer;
        if size as u64 > largest {
            return Err(EngineError::OutOfMemory(format!(
                "{size} bytes in one piece; the GPU allows {largest}"
            )));
        }
        Ok(make_buffer(&self.context.device, size, BufferUsages::STORAGE))
    }

    /// Makes operations ready. What one kernel does of them together becomes one dispatch.
    fn dispatches(&self, mut ops: &[Op]) -> Result<Vec<Dispatch>, EngineError> {
        let mut dispatches = Vec::new();
        while !ops.is_empty() {
            let (kernel, done) = kernel(ops, self.context.tuning);
            dispatches.push(self.dispatch(&kernel)?);
            ops = &ops[done..];
        }
        Ok(dispatches)
    }

    fn dispatch(&self, kernel: &Kernel) -> Result<Dispatch, EngineError> {
        let most = self.context.most_workgroups;
        for (extent, size) in kernel.grid.iter().zip(kernel.workgroup) {
            let workgroups = extent.most().div_ceil(size as usize);
            if workgroups as u64 > u64::from(most) {
                let detail = format!(
                    "a batch or a layer takes {workgroups} workgroups at once; the GPU allows {most}"
                );
                return Err(EngineError::OutOfMemory(detail));
            }
        }
        let mut layout_entries = vec![layout_entry(0, wgpu::BufferBindingType::Uniform, false)];
        layout_entries.extend((1..).zip(&kernel.bindings).map(|(place, binding)| {
            let read_only = matches!(binding, Binding::Read(_));
            layout_entry(place, wgpu::BufferBindingType::Storage { read_only }, false)
        }));
        let layout = self.context.device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
            label: Some(kernel.name),
            entries: &layout_entries,
        });
        let pipeline = self.context.pipeline(kernel, &layout);
        let bytes = bytemuck::bytes_of(&kernel.numbers);
        let numbers = make_buffer(&self.context.device, bytes.len(), BufferUsages::UNIFORM);
        self.context.queue.write_buffer(&numbers, 0, bytes);
        let mut entries = vec![wgpu::BindGroupEntry { binding: 0, resource: numbers.as_entire_binding() }];
        entries.extend((1..).zip(&kernel.bindings).map(
            |(binding, &(Binding::Read(operand) | Binding::Write(operand)))| wgpu::BindGroupEntry {
                binding,
                resource: self.buffer(operand).as_entire_binding(),
            },
        ));
        let buffers = self.context.device.create_bind_group(&wgpu::BindGroupDescriptor {
            label: Some(kernel.name),
            layout: &layout,
            entries: &entries,
        });
        Ok(Dispatch { pipeline, buffers, workgroup: kernel.workgroup, grid: kernel.grid })
    }

    fn buffer(&self, operand: Operand) -> &wgpu::Buffer {
        match operand {
            Operand::Tensor(tensor) => &self.tensors[tensor.id],
            Operand::TableInputs(table) => &self.tables[table.id].inputs,
            Operand::TableTargets(table) => &self.tables[table.id].targets,
            Operand::Order => &self.order,
            Operand::NoSlot(slot) => &self.no_slots[slot],
        }
    }

    /// Gives a table room for `rows` examples.
    #[inline(never)]
    fn grow(&mut self, table: Table, rows: usize) -> Result<(), EngineError> {
        let new_inputs = self.storage(product([rows, input_stride(table)])?)?;
        let new_targets = self.storage(product([rows, target_stride(table)])?)?;
        let mut encoder = self.context.device.create_command_encoder(&Default::default());
        let examples = &mut self.tables[table.id];
        encoder.copy_buffer_to_buffer(&examples.inputs, 0, &new_inputs, 0, examples.inputs.size());
        encoder.copy_buffer_to_buffer(&examples.targets, 0, &new_targets, 0, examples.targets.size());
        self.context.queue.submit([encoder.finish()]);
        for (buffer, new) in [(&mut examples.inputs, new_inputs), (&mut examples.targets, new_targets)] {
            std::mem::replace(buffer, new).destroy();
        }
        examples.capacity = rows;
        self.generation += 1;
        Ok(())
    }
}

impl Engine for Gpu {
    fn adapter(&self) -> Option<&str> {
        Some(self.context.adapter_name())
    }

    fn tuning(&self) -> Option<&'static str> {
        Some(self.context.tuning.name)
    }

    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        // In whole tiles, counted first, for a size may be too large to be rounded up.
        let tiles = [rows, cols].map(|size| size.div_ceil(LARGEST_TILE));
        let bytes = product([tiles[0], tiles[1], LARGEST_TILE * LARGEST_TILE * size_of::<f32>()])?;
        self.tensors.push(self.storage(bytes)?);
        Ok(Tensor { id: self.tensors.len() - 1, rows, cols })
    }

    fn table(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError> {
        let table = Table { id: self.tables.len(), features, outputs, format };
        self.tables.push(GpuTable {
            inputs: self.storage(product([rows, input_stride(table)])?)?,
            targets: self.storage(product([rows, target_stride(table)])?)?,
            rows: 0,
            capacity: rows,
        });
        Ok(table)
    }

    fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        let new_rows = targets.len() / table.outputs;
        let GpuTable { rows, capacity, .. } = self.tables[table.id];
        if rows + new_rows > capacity {
            // Twice as many, so that it seldom grows, but no more than these where that is too much.
            let least = rows + new_rows;
            self.grow(table, least.max(capacity.saturating_mul(2))).or_else(|_| self.grow(table, least))?;
        }
        let examples = &mut self.tables[table.id];
        let offset = (rows * input_stride(table)) as u64;
        let (bytes, size) = match (table.format, inputs) {
            (Format::Bytes, Values::Bytes(bytes)) => (bytes, 1),
            (Format::Floats, Values::Floats(floats)) => (bytemuck::cast_slice(floats), size_of::<f32>()),
            _ => panic!("the examples do not have the table's format"),
        };
        let widths = [table.features * size, table.features.next_multiple_of(4) * size];
        write_rows(&self.context.queue, &examples.inputs, offset, bytes, widths);
        let offset = (rows * target_stride(table)) as u64;
        self.context.queue.write_buffer(&examples.targets, offset, bytemuck::cast_slice(targets));
        examples.rows += new_rows;
        Ok(())
    }

    fn write(&mut self, tensor: Tensor, values: &[f32]) {
        let widths = [tensor.cols, pitch(tensor.cols)].map(|cols| cols * size_of::<f32>());
        write_rows(&self.context.queue, &self.tensors[tensor.id], 0, bytemuck::cast_slice(values), widths);
    }

    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading {
        let sizes: Vec<_> =
            tensors.iter().map(|&(tensor, rows)| rows * pitch(tensor.cols) * size_of::<f32>()).collect();
        let size = sizes.iter().map(|&size| size as u64).sum();
        let largest = self.context.largest_buffer;
        if size > largest {
            let detail = format!("{size} bytes to be read at once; the GPU allows {largest}");
            return Box::pin(std::future::ready(Err(EngineError::OutOfMemory(detail))));
        }
        let staging = self.context.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("staging"),
            size,
            usage: BufferUsages::MAP_READ | BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let mut encoder = self.context.device.create_command_encoder(&Default::default());
        let mut offset = 0;
        for ((tensor, _), size) in tensors.iter().zip(&sizes) {
            encoder.copy_buffer_to_buffer(&self.tensors[tensor.id], 0, &staging, offset, *size as u64);
            offset += *size as u64;
        }
        self.context.queue.submit([encoder.finish()]);
        let (sender, mapped) = oneshot::channel();
        staging.map_async(wgpu::MapMode::Read, .., move |result| {
            // Nobody waits any more if the reading was dropped.
            let _ = sender.send(result);
        });

        let device = self.context.device.clone();
        let trouble = self.context.trouble.clone();
        let cols: Vec<_> = tensors.iter().map(|(tensor, _)| tensor.cols).collect();
        Box::pin(async move {
            // Native devices call back only when they are asked; browsers ignore this and call back by themselves.
            let polled = device.poll(wgpu::PollType::wait_indefinitely());
            let mapped = mapped.await;
            if let Some(trouble) = lock(&trouble).clone() {
                return Err(trouble);
            }
            let lost = |detail: &dyn std::fmt::Display| EngineError::DeviceLost(detail.to_string());
            polled.map_err(|error| lost(&error))?;
            mapped.map_err(|error| lost(&error))?.map_err(|error| lost(&error))?;
            let bytes = staging.get_mapped_range(..).map_err(|error| lost(&error))?;
            let mut rest = &bytes[..];
            let mut values = Vec::new();
            for (cols, size) in cols.into_iter().zip(sizes) {
                let (tensor, others) = rest.split_at(size);
                let row_bytes = pitch(cols) * size_of::<f32>();
                let rows = tensor
                    .chunks_exact(row_bytes)
                    .flat_map(|row| row[..cols * size_of::<f32>()].as_chunks().0);
                let mut copy = Vec::new();
                reserve(&mut copy, size / size_of::<f32>())?;
                copy.extend(rows.copied().map(f32::from_le_bytes));
                values.push(copy);
                rest = others;
            }
            drop(bytes);
            staging.destroy();
            Ok(values)
        })
    }

    fn program(&mut self, ops: &[Op]) -> Result<Program, EngineError> {
        let dispatches = self.dispatches(ops)?;
        self.programs.push(Compiled { ops: ops.to_vec(), dispatches, generation: self.generation });
        Ok(Program { id: self.programs.len() - 1 })
    }

    fn run(&mut self, program: Program, order: &[u32], steps: &[Step]) -> Result<(), EngineError> {
        assert!(steps.len() <= MAX_STEPS, "more steps than metrics have room for");
        let order_bytes: &[u8] = bytemuck::cast_slice(order);
        if order_bytes.len() as u64 > self.order.size() {
            let larger = self.storage(order_bytes.len().next_power_of_two());
            let larger = larger.or_else(|_| self.storage(order_bytes.len()))?;
            std::mem::replace(&mut self.order, larger).destroy();
            self.generation += 1;
        }
        if self.programs[program.id].generation != self.generation {
            let dispatches = self.dispatches(&self.programs[program.id].ops)?;
            let program = &mut self.programs[program.id];
            program.dispatches = dispatches;
            program.generation = self.generation;
        }
        self.context.queue.write_buffer(&self.order, 0, order_bytes);
        let mut uniforms = vec![0; steps.len() * STEP_STRIDE];
        for ((slot, step), bytes) in (0..).zip(steps).zip(uniforms.chunks_exact_mut(STEP_STRIDE)) {
            let uniform = StepUniform {
                first: step.first as u32,
                rows: step.rows as u32,
                rate: step.rate,
                slot,
                seed: step.seed,
                unused: [0; 3],
            };
            bytes[..size_of::<StepUniform>()].copy_from_slice(bytemuck::bytes_of(&uniform));
        }
        self.context.queue.write_buffer(&self.steps, 0, &uniforms);

        let mut encoder = self.context.device.create_command_encoder(&Default::default());
        let mut pass = encoder.begin_compute_pass(&Default::default());
        for (slot, step) in steps.iter().enumerate() {
            let offset = (slot * STEP_STRIDE) as u32;
            pass.set_bind_group(0, &self.step_group, &[offset]);
            for Dispatch { pipeline, buffers, workgroup, grid } in &self.programs[program.id].dispatches {
                pass.set_pipeline(pipeline);
                pass.set_bind_group(1, buffers, &[]);
                let [x, y] = [0, 1].map(|axis| grid[axis].invocations(step.rows).div_ceil(workgroup[axis]));
                pass.dispatch_workgroups(x, y, 1);
            }
        }
        drop(pass);
        self.context.queue.submit([encoder.finish()]);
        Ok(())
    }
}

/// In a browser a buffer lives on until garbage is collected, and the data set of one run after
/// another would fill the GPU's memory.
impl Drop for Gpu {
    fn drop(&mut self) {
        let tables = self.tables.iter().flat_map(|examples| [&examples.inputs, &examples.targets]);
        for buffer in
            self.tensors.iter().chain(tables).chain([&self.order, &self.steps]).chain(&self.no_slots)
        {
            buffer.destroy();
        }
    }
}

impl Extent {
    fn invocations(self, rows: usize) -> u32 {
        match self {
            Self::Fixed(count) => count as u32,
            Self::Rows { each, of_row, .. } => (rows * of_row).div_ceil(each) as u32,
        }
    }

    /// For the largest batch.
    fn most(self) -> usize {
        match self {
            Self::Fixed(count) => count,
            Self::Rows { each, of_row, most } => (most * of_row).div_ceil(each),
        }
    }
}

/// Bytes from one input of a table to the next.
fn input_stride(table: Table) -> usize {
    let size = match table.format {
        Format::Bytes => 1,
        Format::Floats => size_of::<f32>(),
    };
    table.features.div_ceil(4).saturating_mul(4 * size)
}

/// Bytes from one target of a table to the next.
fn target_stride(table: Table) -> usize {
    table.outputs.saturating_mul(size_of::<f32>())
}

/// Writes rows of so many bytes as rows of `pitch` bytes, with zeros between. Where they have to be moved apart, it does so
/// block by block, for there may be no room for all of them once more.
fn write_rows(
    queue: &wgpu::Queue,
    buffer: &wgpu::Buffer,
    mut offset: u64,
    bytes: &[u8],
    [width, pitch]: [usize; 2],
) {
    if width == pitch {
        queue.write_buffer(buffer, offset, bytes);
        return;
    }
    let rows = (BLOCK / pitch).max(1).min(bytes.len() / width);
    let mut padded = vec![0; rows * pitch];
    for block in bytes.chunks(rows.max(1) * width) {
        for (padded, row) in padded.chunks_exact_mut(pitch).zip(block.chunks_exact(width)) {
            padded[..width].copy_from_slice(row);
        }
        let moved = &padded[..block.len() / width * pitch];
        queue.write_buffer(buffer, offset, moved);
        offset += moved.len() as u64;
    }
}

fn make_buffer(device: &wgpu::Device, size: usize, usage: BufferUsages) -> wgpu::Buffer {
    device.create_buffer(&wgpu::BufferDescriptor {
        label: None,
        // A binding may not be empty, and copies go by four bytes.
        size: size.next_multiple_of(4).max(16) as u64,
        usage: usage | BufferUsages::COPY_DST | BufferUsages::COPY_SRC,
        mapped_at_creation: false,
    })
}

fn layout_entry(
    binding: u32,
    ty: wgpu::BufferBindingType,
    has_dynamic_offset: bool,
) -> wgpu::BindGroupLayoutEntry {
    wgpu::BindGroupLayoutEntry {
        binding,
        visibility: wgpu::ShaderStages::COMPUTE,
        ty: wgpu::BindingType::Buffer { ty, has_dynamic_offset, min_binding_size: None },
        count: None,
    }
}
