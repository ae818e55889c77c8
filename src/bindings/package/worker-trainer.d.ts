import type { Abortable, EngineOptions, Inputs, Targets, TestMetrics, Trainer, TrainerOptions } from "./index.js";

/** What a trainer tells of itself. */
export type TrainerState = Pick<
  Trainer,
  "backend" | "adapter" | "tuning" | "input" | "parameterCount" | "step" | "epoch" | "stepsPerEpoch" | "learningRate" | "trainingRows" | "testRows"
>;

/** What of a trainer is there in a worker as well, with answers that are waited for. */
type Promised<Name extends keyof Trainer> = {
  [N in Name]: Trainer[N] extends (...values: infer Values) => infer Result ? (...values: Values) => Promise<Awaited<Result>> : never;
};

/**
 * A `Trainer` in a worker of its own, so that a page trains and goes on answering. What it is given is copied. Everything
 * rejects as it would there, and with the code `worker-gone` when the worker could not be started or has been freed. When its
 * core is lost, no other `WorkerTrainer` is.
 */
export interface WorkerTrainer
  extends Promised<
    | "activations"
    | "addTestData"
    | "addTrainingData"
    | "biases"
    | "checkpoint"
    | "expectTrainingRows"
    | "gradients"
    | "predict"
    | "restore"
    | "setParameters"
    | "setTrainable"
    | "toOnnx"
    | "toSafetensors"
    | "train"
    | "weights"
  > {
  evaluate(first: number, rows: number, options?: Abortable): Promise<TestMetrics>;
  evaluate(inputs: Inputs, targets: Targets, options?: Abortable): Promise<TestMetrics>;
  setLearningRate(learningRate: number): Promise<void>;
  state(): Promise<TrainerState>;
  /** Ends the worker, and whatever it is about. */
  free(): void;
  /** As `free`, where the language has `using`. */
  [Symbol.dispose](): void;
}

export const WorkerTrainer: {
  create(options: TrainerOptions): Promise<WorkerTrainer>;
  fromSafetensors(file: Uint8Array | Uint8ClampedArray, options?: EngineOptions): Promise<WorkerTrainer>;
};
