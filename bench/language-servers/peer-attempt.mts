// A peer that fails on a text leaves a gap in the table; ours that fails ends the section.
import type { LanguageServer } from './servers.mts';

/** What `measure` gives; undefined where there is no peer, or where it failed, which is said. */
export async function withPeer<T>(
  peer: LanguageServer | undefined,
  measure: (peer: LanguageServer) => Promise<T>,
): Promise<T | undefined> {
  if (!peer) return undefined;
  try {
    return await measure(peer);
  } catch (error) {
    console.error(`${peer.name} is left out here: ${error}`);
    return undefined;
  }
}
