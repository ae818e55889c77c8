/* The Python that `cargo xtask test` has set up, and which libraries it has. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

export const python = process.env.PYTHON ?? join(import.meta.dirname, "../../target/python/bin/python");

/** Its requirements leave PyTorch out: the registry has it with CUDA only, which is gigabytes. Where it has been installed, it takes part. */
export const hasPyTorch = execFileSync(python, ["-c", "import importlib.util; print(importlib.util.find_spec('torch') is not None)"], { encoding: "utf8" }).trim() === "True";
if (!hasPyTorch) console.log("PyTorch is not installed: code, lines and notebooks for it are not run.");
