// Colours of tags, offered anew when settings change: no message of LSP asks an editor to look at colours again.
import { type Disposable, DocumentColorRequest } from 'vscode-languageserver';
import type { House } from './house.ts';

/** Offers them, and takes the earlier offer back; nothing to do where they were announced for good. */
export function colourOffers({ connection, client }: House): () => Promise<void> {
  let offered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return async () => {
    if (!client.takesColoursLater) return;
    const before = offered.catch(() => undefined);
    offered = before.then((earlier) => {
      earlier?.dispose();
      return connection.client.register(DocumentColorRequest.type, { documentSelector: null });
    });
    await offered;
  };
}
