use super::kernels::Kernel;
use super::layout_entry;
use super::tuning::Tuning;
use crate::engine::EngineError;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// An open GPU with the shaders that were compiled for it. Both take long to get, so the engines
/// of one run after another share it. Copying it copies no GPU.
#[derive(Clone)]
pub struct Context {
    pub(super) device: wgpu::Device,
    pub(super) queue: wgpu::Queue,
    pub(super) step_layout: wgpu::BindGroupLayout,
    /// The first thing that went wrong; nothing can be trusted after it.
    pub(super) trouble: Trouble,
    /// How engines on it cut up their products.
    pub(super) tuning: Tuning,
    /// Bytes of a buffer at most.
    pub(super) largest_buffer: u64,
    /// Workgroups at most in each direction of a dispatch.
    pub(super) most_workgroups: u32,
    adapter_name: Rc<str>,
    is_software: bool,
    /// Pipelines by their shader's source; they are too few to be worth a hash.
    pipelines: Rc<RefCell<Vec<(String, wgpu::ComputePipeline)>>>,
}

/// Shared with callbacks that may come from any thread.
type Trouble = Arc<Mutex<Option<EngineError>>>;

impl Context {
    /// Opens the machine's best GPU.
    ///
    /// # Errors
    /// [`EngineError::NoAdapter`] if there is none or it refuses.
    pub async fn open() -> Result<Self, EngineError> {
        let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
        let options = wgpu::RequestAdapterOptions {
            power_preference: wgpu::PowerPreference::HighPerformance,
            ..Default::default()
        };
        // What wgpu has to say of it are the names of backends, at a kilobyte of each page.
        let none = |_| EngineError::NoAdapter("none was found".into());
        let adapter = instance.request_adapter(&options).await.map_err(none)?;
        let limits = adapter.limits();
        let descriptor = wgpu::DeviceDescriptor {
            required_limits: wgpu::Limits {
                max_buffer_size: limits.max_buffer_size,
                max_storage_buffer_binding_size: limits.max_storage_buffer_binding_size,
                ..Default::default()
            },
            ..Default::default()
        };
        let refused = |error: wgpu::RequestDeviceError| EngineError::NoAdapter(error.to_string());
        let (device, queue) = adapter.request_device(&descriptor).await.map_err(refused)?;

        let trouble = Trouble::default();
        let seen = trouble.clone();
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            let out_of_memory = matches!(error, wgpu::Error::OutOfMemory { .. });
            let kind = if out_of_memory { EngineError::OutOfMemory } else { EngineError::Device };
            report(&seen, kind(error.to_string()));
        }));
        let seen = trouble.clone();
        device.set_device_lost_callback(move |reason, message| {
            report(&seen, EngineError::DeviceLost(format!("{message} ({reason:?})")));
        });
        let step_layout = device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
            label: Some("step"),
            entries: &[layout_entry(0, wgpu::BufferBindingType::Uniform, true)],
        });
        let (limits, info) = (device.limits(), adapter.get_info());
        Ok(Self {
            largest_buffer: limits.max_storage_buffer_binding_size.min(limits.max_buffer_size),
            most_workgroups: limits.max_compute_workgroups_per_dimension,
            device,
            queue,
            step_layout,
            trouble,
            tuning: Tuning::default(),
            is_software: info.device_type == wgpu::DeviceType::Cpu,
            adapter_name: info.name.into(),
            pipelines: Rc::default(),
        })
    }

    /// The adapter's name, as far as the platform tells it.
    #[must_use]
    pub fn adapter_name(&self) -> &str {
        &self.adapter_name
    }

    /// Whether it is a program on the CPU, as far as the platform tells it.
    #[must_use]
    pub fn is_software(&self) -> bool {
        self.is_software
    }

    /// The same GPU, for engines that cut up their products like this.
    #[must_use]
    pub fn tuned(&self, tuning: Tuning) -> Self {
        Self { tuning, ..self.clone() }
    }

    /// The same GPU as one that allows no larger buffers.
    #[must_use]
    pub fn with_largest_buffer(&self, bytes: u64) -> Self {
        Self { largest_buffer: bytes, ..self.clone() }
    }

    /// How many pipelines have been made for it, all of which are kept.
    #[must_use]
    pub fn pipelines(&self) -> usize {
        self.pipelines.borrow().len()
    }

    /// Whether nothing has gone wrong so far, as far as is known.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        lock(&self.trouble).is_none()
    }

    /// Gives the GPU back. Everything that is asked of its engines afterwards fails as if it had been lost.
    pub fn destroy(&self) {
        self.device.destroy();
    }

    pub(super) fn pipeline(&self, kernel: &Kernel, buffers: &wgpu::BindGroupLayout) -> wgpu::ComputePipeline {
        if let Some((_, pipeline)) =
            self.pipelines.borrow().iter().find(|(source, _)| *source == kernel.source)
        {
            return pipeline.clone();
        }
        let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: Some(kernel.name),
            source: wgpu::ShaderSource::Wgsl(kernel.source.as_str().into()),
        });
        let layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
            label: Some(kernel.name),
            bind_group_layouts: &[Some(&self.step_layout), Some(buffers)],
            immediate_size: 0,
        });
        let pipeline = self.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
            label: Some(kernel.name),
            layout: Some(&layout),
            module: &module,
            entry_point: None,
            compilation_options: Default::default(),
            cache: None,
        });
        self.pipelines.borrow_mut().push((kernel.source.clone(), pipeline.clone()));
        pipeline
    }
}

/// Keeps the first error, but that the device is gone explains all others.
fn report(trouble: &Trouble, error: EngineError) {
    let mut first = lock(trouble);
    if first.is_none() || matches!(error, EngineError::DeviceLost(_)) {
        *first = Some(error);
    }
}

/// The lock's content is a plain value, which a panic elsewhere cannot leave half written.
pub(super) fn lock(trouble: &Trouble) -> MutexGuard<'_, Option<EngineError>> {
    trouble.lock().unwrap_or_else(PoisonError::into_inner)
}
