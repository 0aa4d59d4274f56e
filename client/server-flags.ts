// The flags of Node.js with which the server's process is started.
import { availableParallelism } from 'node:os';

/** What Node.js starts where nothing is said, on any machine. */
const usualThreads = 4;

/**
 * Threads that compile and collect garbage leave a core to the one that answers: with more of them than cores, who types waits for them.
 * (Electron, where it stands in for Node.js, keeps a number of its own.)
 */
export function serverFlags(cores = availableParallelism()): string[] {
  return [`--v8-pool-size=${Math.max(1, Math.min(usualThreads, cores - 1))}`];
}
