// `npm run docs`: the table of features in both READMEs: a row for each capability that the language server announces, and for what the manifest contributes.
import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection, type InitializeResult, type ServerCapabilities } from 'vscode-languageserver/node';
import { serve } from '../server/connection.ts';
import { clientFeatures, type FeatureWords, serverFeatures } from './feature-words.mts';

const root = new URL('../', import.meta.url);
const begin = '<!-- generated from what the language server announces by npm run docs -->';
const end = '<!-- end of the table of features -->';

const readmes = { 'README.md': 'en', 'README.zh-cn.md': 'zh-cn' } as const;
const heads = { en: ['you do', 'you get', 'LSP'], 'zh-cn': ['操作', '得到', 'LSP'] } as const;

/** Capabilities that are about the connection, and no feature. */
const plumbing = new Set(['positionEncoding', 'textDocumentSync', 'workspace']);

/** What the server announces to an editor that can do everything: asked of a server inside this process. */
export async function announced(): Promise<ServerCapabilities> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  serve(createConnection(toServer, toClient), { soon: setImmediate, later: () => undefined });
  const editor = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  editor.listen();
  try {
    const capabilities = {
      textDocument: { diagnostic: {}, rename: { prepareSupport: true } },
      workspace: { workspaceFolders: true },
    };
    const answer = await editor.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
    });
    return answer.capabilities;
  } finally {
    editor.dispose();
  }
}

/** The features among the capabilities. */
export function featureNames(capabilities: ServerCapabilities): readonly string[] {
  const names = Object.entries(capabilities).flatMap(([name, value]) =>
    plumbing.has(name) || value === false ? [] : [name],
  );
  const actions = capabilities.codeActionProvider;
  const kinds = typeof actions === 'object' ? (actions.codeActionKinds ?? []) : [];
  return kinds.some((kind) => kind.startsWith('refactor')) ? [...names, 'codeActionProvider:refactor'] : names;
}

/** The table in one language. */
function table(capabilities: ServerCapabilities, language: 'en' | 'zh-cn'): string {
  const names = new Set(featureNames(capabilities));
  const row = (words: FeatureWords, name: string): string => `| ${words[language].join(' | ')} | ${name} |`;
  const unknown = [...names].filter((name) => !Object.hasOwn(serverFeatures, name));
  if (unknown.length > 0) throw new Error(`build/feature-words.mts has no words for ${unknown.join(', ')}`);
  const rows = [
    ...Object.entries(serverFeatures).flatMap(([name, words]) => (names.has(name) ? [row(words, `\`${name}\``)] : [])),
    ...Object.values(clientFeatures).map((words) => row(words, '')),
  ];
  return `${begin}\n| ${heads[language].join(' | ')} |\n| --- | --- | --- |\n${rows.join('\n')}\n${end}`;
}

/** Path → text of every README, as it should be. */
export async function featureTables(): Promise<ReadonlyMap<string, string>> {
  const capabilities = await announced();
  return new Map(
    Object.entries(readmes).map(([path, language]) => {
      const text = readFileSync(new URL(path, root), 'utf8');
      const [from, to] = [text.indexOf(begin), text.indexOf(end)];
      if (from < 0 || to < from) throw new Error(`${path} has no place for the table of features`);
      return [path, text.slice(0, from) + table(capabilities, language) + text.slice(to + end.length)];
    }),
  );
}

if (import.meta.main) for (const [path, text] of await featureTables()) writeFileSync(new URL(path, root), text);
