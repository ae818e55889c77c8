/* From the disk, on the CPU. */
import { testSingleFile } from "./single-file.js";

testSingleFile("cpu", /CPU/);
