// The language server's door in Node.js: `--stdio`, or the channel of the process that forked it.
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { diskFiles } from './node/disk-files.ts';
import { raiseHeapLimits } from './node/heap-limits.ts';

raiseHeapLimits();
serve(createConnection(), { files: diskFiles, soon: setImmediate, later: setTimeout });
