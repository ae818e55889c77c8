/* The README's pictures: `cargo xtask shots` takes them of the built page, in docs/. */
import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.js";

export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "*.shot.js",
  outputDir: "../../test-results/shots",
  reporter: "list",
  timeout: 180_000,
  projects: (base.projects ?? []).filter(({ name }) => name === "no-webgpu").map((project) => ({ ...project, testIgnore: [] })),
});
