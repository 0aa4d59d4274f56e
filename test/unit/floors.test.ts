// The linter refuses what the house forbids: each floor, asked with an import of everything else.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const core = ['text', 'plan', 'schedule', 'rules'];
const analysis = [...core, 'analysis.ts', 'words'];
const lspTypes = 'vscode-languageserver-types';

/** What each part of the house may import: of its other parts, and of the packages and modules below. As in CONTRIBUTING.md. */
const house: Readonly<Record<string, readonly string[]>> = {
  'server/text': ['yaml'],
  'server/plan': ['text', 'yaml'],
  'server/schedule': ['plan'],
  'server/rules': ['text', 'plan', 'schedule'],
  'server/words': core,
  'server/analysis.ts': core,
  'server/edits': analysis,
  'server/charts': analysis,
  'server/editor': [...analysis, 'edits', lspTypes],
  'server/exchange': [...analysis, 'edits', 'charts', 'yaml'],
  'server/report': [...analysis, 'charts'],
  'server/workspace': analysis,
  'server/protocol.ts': ['charts', 'editor', lspTypes],
};

const floors = [...core, 'words', 'edits', 'charts', 'editor', 'exchange', 'report', 'workspace', 'connection', 'node'];
const files = ['analysis.ts', 'protocol.ts', 'connection.ts', 'main.node.ts', 'main.web.ts', 'cli.ts'];
const nodeModules = ['node:fs', 'path'];
const outside = ['vscode', 'vscode-languageserver', 'vscode-languageserver/node', lspTypes, 'yaml', ...nodeModules];

interface Probe {
  readonly file: string;
  readonly asked: string;
  readonly mayImport: boolean;
}

const probes: Probe[] = Object.entries(house).flatMap(([part, allowed]) => {
  const isFile = part.endsWith('.ts');
  const file = isFile ? part : `${part}/probe.ts`;
  const up = isFile ? './' : '../';
  const own = part.replace('server/', '');
  const parts = [...floors.map((floor) => [floor, `${up}${floor}/x.ts`]), ...files.map((name) => [name, up + name])];
  return [...parts, ...outside.map((name) => [name, name]), ['client', `${up}../client/serve.ts`]]
    .filter(([name]) => name !== own)
    .map(([name = '', asked = '']) => ({ file, asked, mayImport: allowed.includes(name) }));
});

const others: readonly Probe[] = [
  { file: 'client/preview/probe.ts', asked: '../../server/protocol.ts', mayImport: true },
  { file: 'client/preview/probe.ts', asked: '../../server/analysis.ts', mayImport: false },
  { file: 'client/preview/probe.ts', asked: '../../server/charts/gantt.ts', mayImport: false },
  { file: 'client/preview/probe.ts', asked: '../page/messages.ts', mayImport: true },
  { file: 'client/preview/probe.ts', asked: '../page/main.ts', mayImport: false },
  { file: 'client/preview/probe.ts', asked: 'vscode-languageserver', mayImport: false },
  { file: 'server/cli/probe.ts', asked: '../analysis.ts', mayImport: true },
  { file: 'server/cli/probe.ts', asked: '../../client/serve.ts', mayImport: false },
  { file: 'server/cli/probe.ts', asked: 'vscode', mayImport: false },
  { file: 'server/main.node.ts', asked: './node/disk-files.ts', mayImport: true },
  { file: 'server/main.node.ts', asked: '../client/serve.ts', mayImport: false },
  { file: 'server/connection/probe.ts', asked: '../editor/hover.ts', mayImport: true },
  { file: 'server/connection/probe.ts', asked: 'vscode-languageserver', mayImport: true },
  { file: 'server/connection/probe.ts', asked: 'vscode-languageserver/node', mayImport: false },
  { file: 'server/connection/probe.ts', asked: '../node/disk-files.ts', mayImport: false },
  { file: 'server/connection/probe.ts', asked: 'node:fs', mayImport: false },
  { file: 'server/plan/scalars/probe.ts', asked: '../scalar.ts', mayImport: true },
  { file: 'server/plan/scalars/probe.ts', asked: '../../text/node.ts', mayImport: true },
  { file: 'server/plan/scalars/probe.ts', asked: '../../schedule/schedule.ts', mayImport: false },
  { file: 'client/page/probe.ts', asked: '../../server/protocol.ts', mayImport: true },
  { file: 'client/page/probe.ts', asked: '../../server/charts/chart.ts', mayImport: true },
  { file: 'client/page/probe.ts', asked: '../../server/plan/plan.ts', mayImport: false },
  { file: 'client/page/probe.ts', asked: '../preview/panel.ts', mayImport: false },
  { file: 'client/page/probe.ts', asked: 'vscode', mayImport: false },
  { file: 'client/page/editing/probe.ts', asked: '../messages.ts', mayImport: true },
  { file: 'client/page/editing/probe.ts', asked: '../../../server/charts/chart.ts', mayImport: true },
  { file: 'client/page/editing/probe.ts', asked: '../../../server/plan/plan.ts', mayImport: false },
  { file: 'client/page/editing/probe.ts', asked: '../../preview/preview.ts', mayImport: false },
  { file: 'client/page/probe.ts', asked: 'node:fs', mayImport: false },
];

/** The ways of importing that there are; each refused import is tried in all of them. */
const ways: readonly ((module: string, name: string) => string)[] = [
  (module, name) => `import { a as ${name} } from '${module}';`,
  (module, name) => `import type { A as ${name} } from '${module}';`,
  (module, name) => `export { a as ${name} } from '${module}';`,
  (module) => `export * from '${module}';`,
  (module, name) => `export const ${name} = () => import('${module}');`,
];

let folder = '';
/** file:line of every import that the linter refuses. */
const refused = new Set<string>();
/** file → the import of each of its lines. */
const lines = new Map<string, { readonly asked: string; readonly mayImport: boolean; readonly text: string }[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'floors-'));
  for (const file of ['biome.jsonc', 'package.json', '.gitignore']) copyFileSync(file, join(folder, file));
  for (const { file, asked, mayImport } of [...probes, ...others]) {
    const known = lines.get(file) ?? [];
    lines.set(file, known);
    for (const way of ways) {
      const text = way(asked, `a${known.length}`);
      // Types of Node.js are not there for tsconfig.core.json; the linter lets them in.
      if (!(text.startsWith('import type') && nodeModules.includes(asked))) known.push({ asked, mayImport, text });
    }
  }
  for (const [file, imports] of lines) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${imports.map(({ text }) => text).join('\n')}\n`);
  }
  const biome = join(process.cwd(), 'node_modules', '.bin', 'biome');
  const rules = ['style/noRestrictedImports', 'correctness/noNodejsModules'].map((rule) => `--only=${rule}`);
  const { stdout } = spawnSync(biome, ['lint', ...rules, '--max-diagnostics=none', '--reporter=json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const { severity, location } of JSON.parse(stdout).diagnostics)
    if (severity === 'error') refused.add(`${location.path}:${location.start.line}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('imports between the floors', () => {
  test.each([...new Set([...probes, ...others].map(({ file }) => file))])('of %s', (file) => {
    const wrong = (lines.get(file) ?? [])
      .map(({ text, mayImport }, index) => ({ text, mayImport, isRefused: refused.has(`${file}:${index + 1}`) }))
      .filter(({ mayImport, isRefused }) => mayImport === isRefused)
      .map(({ text, isRefused }) => `${isRefused ? 'refused' : 'let in'}: ${text}`);
    expect(wrong).toEqual([]);
  });

  test('cannot hide in the type of another module, which the linter does not see', () => {
    const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'server', 'client'], {
      encoding: 'utf8',
    });
    const hidden = sources
      .split('\n')
      .filter((file) => file.endsWith('.ts') && /(?<!await )\bimport\('[^']+'\)\s*\./.test(readFileSync(file, 'utf8')));
    expect(hidden).toEqual([]);
  });
});
