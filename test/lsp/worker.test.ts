// The server's bundle for browsers: one classic script in a worker, that asks the editor for files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AbstractMessageReader,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import type { DocumentDiagnosticReport, Hover } from 'vscode-languageserver';
import type { ReadFileAnswer, ReadFileParams } from '../../server/protocol.ts';
import { likeVSCode, ServerBundle } from './editor.ts';

/** What a browser's worker has that a thread of Node.js hasn't: its port is the global object. Node's own is out of reach, as there. */
const browserWorker = `
const { parentPort, workerData } = require('node:worker_threads');
const { runInContext, createContext } = require('node:vm');
const self = {
  addEventListener() {},
  postMessage: (message) => parentPort.postMessage(message),
  setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, console, TextDecoder, TextEncoder, URL, performance, crypto,
};
self.self = self;
createContext(self);
parentPort.on('message', (data) => self.onmessage({ data }));
runInContext(workerData, self);
`;

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', (message: Message) => callback(message));
    return { dispose: () => this.#worker.removeAllListeners('message') };
  }
}

const nothing: Disposable = { dispose: () => undefined };

function writer(worker: Worker): MessageWriter {
  return {
    onError: () => nothing,
    onClose: () => nothing,
    write: async (message) => worker.postMessage(message),
    end: () => undefined,
    dispose: () => undefined,
  };
}

const plan = 'vscode-vfs://github/o/r/a.plan.yaml';
const text =
  'include: team.yaml\nstart: 2026-03-02\ncalendar: china\ncalendars: { china: { country: CN } }\ntasks:\n  设计: { duration: 1d, owner: li }\n';

let bundle: ServerBundle;
let worker: Worker;
let connection: MessageConnection;
let script: string;

beforeAll(async () => {
  bundle = await ServerBundle.make(['server.web.js']);
  script = readFileSync(join(bundle.folder, 'server.web.js'), 'utf8');
  worker = new Worker(browserWorker, { eval: true, workerData: script });
  connection = createMessageConnection(new WorkerReader(worker), writer(worker));
  connection.onRequest<ReadFileAnswer, void>('plan/readFile', ({ uri }: ReadFileParams) =>
    uri === 'vscode-vfs://github/o/r/team.yaml' ? { text: 'team: { li: 李伟 }\n' } : { failure: 'missing' },
  );
  connection.onRequest('workspace/configuration', () => [null]);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: likeVSCode,
    locale: 'zh-cn',
    workspaceFolders: [{ uri: 'vscode-vfs://github/o/r', name: 'r' }],
    initializationOptions: { readFile: true },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: plan, languageId: 'plan', version: 1, text },
  });
});

afterAll(async () => {
  connection.dispose();
  await worker.terminate();
  bundle.drop();
});

describe('in a worker', () => {
  it('is one classic script', () => {
    expect(script).not.toMatch(/^\s*(?:import|export)\b/m);
    // Types in comments of libraries are no imports.
    expect(script).not.toMatch(/(?<!\{)\bimport\s*\(/);
  });

  it('finds what is wrong, with files from the editor and public holidays of its own', async () => {
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: plan },
    });
    expect(report).toMatchObject({ kind: 'full', items: [] });
  });

  it('answers in the reader’s language', async () => {
    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: plan },
      position: { line: 5, character: 3 },
    });
    expect(JSON.stringify(hover.contents)).toContain('负责人：李伟');
  });
});
