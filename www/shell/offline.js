/**
 * The page without a network: has the site kept for later visits, and says when a new version of it has come.
 */

/** @import { Client, Notices } from "./types" */

/**
 * @param {Client} client
 * @param {Notices} notices
 */
export async function keepOffline(client, notices) {
  try {
    const { serviceWorker } = navigator;
    // Browsers give it to secure pages only; the page itself works without.
    if (!serviceWorker) return;
    // The visitor's own data go first.
    await untilDataAreHere(client);
    const registration = await serviceWorker.register("service-worker.js", { updateViaCache: "none" });
    const offer = () => {
      if (registration.waiting && serviceWorker.controller) offerUpdate(notices, registration.waiting);
    };
    offer();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
    addEventListener("online", () => void registration.update().catch(tell));
  } catch (error) {
    tell(error);
  }
}

/** @param {Client} client @returns {Promise<void>} */
function untilDataAreHere(client) {
  if (client.latest("data")?.data.complete) return Promise.resolve();
  return new Promise((resolve) => {
    const end = client.on("data", ({ data }) => {
      if (!data.complete) return;
      end();
      resolve();
    });
  });
}

/**
 * The new version waits: taking it reloads the page, which ends a run, so the reader decides when.
 * @param {Notices} notices
 * @param {ServiceWorker} waiting
 */
function offerUpdate(notices, waiting) {
  const take = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  };
  notices.offer({ id: "update", text: "offline.update", action: { label: "offline.take", run: take } });
}

/** Without it the site is merely not kept. @param {unknown} error */
function tell(error) {
  console.info(`The site is not kept for use without a network: ${error}`);
}
