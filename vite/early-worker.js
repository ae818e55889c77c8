/**
 * Has what the worker's script imports fetched with the page, which otherwise would be asked for only when that script has
 * come, and which no list of what the page has fetched would name (www/public/requirements.js reads it).
 */

/** @import { Plugin, UserConfig } from "vite" */

const NAME = "common";

/**
 * What the worker has for a board comes when the board asks for it, in a file that is called after the board; what it begins
 * with is one file. That is not the script itself, which WebKit would run a second time for whatever imports it.
 * @type {UserConfig["worker"]}
 */
export const moduleWorker = {
  format: "es",
  rolldownOptions: {
    output: {
      codeSplitting: { groups: [{ name: NAME, tags: ["$initial"], test: (id) => !/[\\/]worker[\\/]main\.js$/.test(id) }] },
      chunkFileNames: ({ facadeModuleId }) => `assets/${/(\w+)[\\/]worker[\\/]index\.js$/.exec(facadeModuleId ?? "")?.[1] ?? "[name]"}.worker-[hash].js`,
    },
  },
};

/** @returns {Plugin} */
export function earlyWorker() {
  return {
    name: "early-worker",
    apply: "build",
    transformIndexHtml: {
      // After the bundler has named the file.
      order: "post",
      handler(_, { bundle = {} }) {
        const names = Object.keys(bundle).filter((name) => name.includes(`/${NAME}.worker-`));
        return names.map((name) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: "", fetchpriority: "low", href: `./${name}` }, injectTo: /** @type {const} */ ("head") }));
      },
    },
  };
}
