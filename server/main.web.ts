// The language server's door in a web worker.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './connection.ts';

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  soon: (callback) => setTimeout(callback, 0),
  later: (callback, milliseconds) => setTimeout(callback, milliseconds),
});
