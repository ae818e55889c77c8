/* From the disk, on the graphics card. */
import { testSingleFile } from "./single-file.js";

testSingleFile("webgpu", /WebGPU/);
