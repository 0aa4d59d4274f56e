// The bundles that the extension and the command line are made of: one row each.
import { resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { onlyDiagrams } from './only-diagrams.mts';

/** Folder that every bundle is written to. */
export const outputFolder = 'dist';

/** The VS Code of `engines.vscode` runs Node.js 22. */
const extensionHost = 'node22';
const browsers = 'es2023';

const node: BuildOptions = { platform: 'node', target: extensionHost, format: 'cjs' };
const worker: BuildOptions = { platform: 'browser', target: browsers, format: 'iife', minifyIdentifiers: true };
/** The library's build for Node.js asks the environment at every token whether to log it, which takes a sixth of the time of reading a text; that for browsers is the same without. */
const yaml = { yaml: resolve('node_modules/yaml/browser/index.js') };
/** What the views are drawn with, by the names of Mermaid's modules. */
const viewDiagrams = [
  ...['flowDiagram', 'dagre', 'mindmap-definition', 'timeline-definition', 'quadrantDiagram', 'xychartDiagram'],
  ...['kanban-definition', 'pieDiagram', 'pie', 'sizeCapture'],
];

const inBrowsers: BuildOptions = {
  platform: 'browser',
  target: browsers,
  minifyIdentifiers: true,
  loader: { '.svg': 'dataurl' },
};

/** Node.js loads the language client from a bundle beside, when a plan is seen: activation is quick without it. */
const languageClientApart: Plugin = {
  name: 'language client apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/language-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.js', external: true } : undefined,
    ),
};

/** What the server and the command line have in common, which is nearly all, is in one bundle; each evaluates what it needs of it. */
const program = 'node.js';
const parts = {
  serve: 'server/main.node.ts',
  commandLine: 'server/cli.ts',
};

/** A file to start Node.js with: it starts a part of the program beside it. */
function door(part: keyof typeof parts): BuildOptions {
  return { ...node, stdin: { contents: `require('./${program}').${part}();` }, external: [`./${program}`] };
}

/** What the server in Node.js is made of: where it stands, these do. */
export const serverBundles = ['server.js', program];

/** Name of a bundle → how esbuild makes it. Stack traces keep their names in the extension and in the program; of all else the size counts. */
export const bundles: Readonly<Record<string, BuildOptions>> = {
  'extension.js': {
    ...node,
    entryPoints: ['client/extension.ts'],
    external: ['vscode'],
    plugins: [languageClientApart],
    // As `require`: VS Code gives the module `vscode` to what is loaded that way.
    supported: { 'dynamic-import': false },
  },
  // Nearly all of it is a library's.
  'language-client.js': {
    ...node,
    entryPoints: ['client/language-client.ts'],
    external: ['vscode'],
    minifyIdentifiers: true,
  },
  'extension.web.js': { ...worker, format: 'cjs', entryPoints: ['client/extension.web.ts'], external: ['vscode'] },
  [program]: {
    ...node,
    stdin: {
      contents: Object.entries(parts)
        .map(([part, path]) => `exports.${part} = () => require('./${path}');`)
        .join('\n'),
      resolveDir: '.',
    },
    alias: yaml,
    // A library of ours makes a `require` of its own from the address of its module, which a CommonJS bundle has by another name.
    define: { 'import.meta.url': '__filename' },
  },
  'server.js': door('serve'),
  'cli.js': { ...door('commandLine'), banner: { js: '#!/usr/bin/env node' } },
  'server.web.js': { ...worker, entryPoints: ['server/main.web.ts'] },
  'page/': {
    ...inBrowsers,
    plugins: [onlyDiagrams(['ganttDiagram', ...viewDiagrams])],
    entryPoints: { main: 'client/page/main.ts' },
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
  },
  // The page as one file: what `plan chart --format html` puts into its charts.
  'export/': {
    ...inBrowsers,
    plugins: [onlyDiagrams(['ganttDiagram'])],
    entryPoints: { export: 'client/page/main.ts' },
    format: 'iife',
  },
  // The same for a view that is no Gantt chart.
  'export-view/': {
    ...inBrowsers,
    plugins: [onlyDiagrams(viewDiagrams)],
    entryPoints: { view: 'client/page/views/exported-view.ts' },
    format: 'iife',
  },
};
