/**
 * What outlives a board's elements: whoever comes back from another board finds its run as it was left.
 */

/** @import { Client } from "./types" */

/**
 * @template {{ client: Client }} Services
 * @template {{ services: Services }} Kept
 * @param {new (services: Services) => Kept} Kind
 * @returns {(services: Services) => Kept} the one that is kept; its services are the board's, which come anew every time
 * that it is shown
 */
export function keeping(Kind) {
  /** @type {WeakMap<Client, Kept>} */
  const all = new WeakMap();
  return (services) => {
    const kept = all.get(services.client) ?? new Kind(services);
    kept.services = services;
    all.set(services.client, kept);
    return kept;
  };
}
