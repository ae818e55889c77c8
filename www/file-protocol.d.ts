/**
 * The messages between the page and the worker that reads or writes the file of one network: a request, and a reply.
 */

import type { RunConfig } from "./protocol";

export type FileFormat = "safetensors" | "onnx";

/** `checkpoint` as the engine writes it. */
export type FileRequest = { write: { config: RunConfig; checkpoint: Uint8Array; format: FileFormat } } | { read: Uint8Array };

/** `damaged` says for the console why a file cannot be read. */
export type FileReply = { file: Uint8Array } | FileNetwork | { misfit: Misfit } | { damaged: string };

/** A network that a run can begin with. */
export interface FileNetwork {
  /** How many images are to be learnt from is not in a file. */
  config: Omit<RunConfig, "trainingImages">;
  /** As the engine reads it. */
  checkpoint: Uint8Array<ArrayBuffer>;
}

/**
 * Why a file's network is none for a run: it takes or gives other numbers than images and kinds of digits; it has layers that
 * are not dense; its layers have activations that do not go together in a run; it is trained in a way that a run does not know.
 */
export type Misfit = "sizes" | "layers" | "activations" | "training";
