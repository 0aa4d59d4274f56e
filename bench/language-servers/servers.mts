// The servers that are measured, one row each: ours and its peer.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundles, serverBundles } from '../../build/bundles.mts';
import { serverFlags } from '../../client/server-flags.ts';

/** How diagnostics come: the server pushes them, or the editor asks with `textDocument/diagnostic`. */
export type Way = 'push' | 'pull';

export interface LanguageServer {
  readonly name: string;
  /** What Node.js runs. */
  readonly script: string;
  /** Of Node.js, with which VS Code starts it. */
  readonly flags: readonly string[];
  readonly languageId: string;
  readonly ways: readonly Way[];
  /** Whether diagnostics name the version of the text that they are about. */
  readonly versioned: boolean;
  /** Time that it waits after each change before it begins, in milliseconds. */
  readonly waits: number;
  /** What it is told when it asks for its settings. */
  readonly settings: (section: string | undefined) => unknown;
}

/** Our own, bundled into a folder from the source as it is, in the way that it is shipped. */
export async function ownServer(folder: string): Promise<LanguageServer> {
  for (const name of serverBundles)
    await build({
      bundle: true,
      minifySyntax: true,
      minifyWhitespace: true,
      logLevel: 'warning',
      ...bundles[name],
      outfile: join(folder, name),
    });
  return {
    name: 'Plan as Code',
    script: join(folder, 'server.js'),
    flags: serverFlags(),
    languageId: 'plan',
    ways: ['push', 'pull'],
    versioned: true,
    waits: 0,
    settings: () => null,
  };
}

/** The YAML server that most editors use, with nothing but our schema; schemas from the network are off. */
export const yamlLanguageServer: LanguageServer = {
  name: 'yaml-language-server',
  script: fileURLToPath(new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url)),
  flags: [],
  languageId: 'yaml',
  ways: ['push'],
  versioned: false,
  waits: 200,
  settings: (section) => (section === 'yaml' ? yamlSettings : null),
};

const yamlSettings = {
  schemas: {
    [new URL('../../schemas/plan.schema.json', import.meta.url).href]: ['*.plan.yaml'],
  },
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
  validate: true,
  hover: true,
  completion: true,
};
