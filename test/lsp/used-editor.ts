// One server and one editor for a file of tests: started before them with documents open, stopped behind them, with nothing in the log.
import { afterAll, beforeAll, expect } from 'vitest';
import { Editor, ServerBundle } from './editor.ts';

/** In this folder a setting is off. */
export const quietFolder = 'file:///quiet/';

/** The editor, once the tests run. `documents`: texts by URI. */
export function usedEditor(
  options: Parameters<typeof Editor.start>[1],
  documents: Readonly<Record<string, string>>,
): () => Editor {
  let bundle: ServerBundle | undefined;
  let editor: Editor | undefined;
  beforeAll(async () => {
    bundle = await ServerBundle.make();
    editor = await Editor.start(bundle, options);
    for (const [uri, text] of Object.entries(documents)) await editor.open(uri, text);
  });
  afterAll(async () => {
    await editor?.stop();
    bundle?.drop();
    expect(editor?.log).toEqual([]);
  });
  return () => {
    if (editor === undefined) throw new Error('the editor has not been started');
    return editor;
  };
}
