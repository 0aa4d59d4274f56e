// What is inside the package that VS Code installs: all that it needs, nothing else, and small.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Everything that may be in it. */
const wanted = [
  /^(package|language-configuration)\.json$/,
  /^package\.nls(\.[a-z-]+)?\.json$/,
  /^(readme(\.[a-z-]+)?\.md|README\.[a-z-]+\.md|changelog\.md|LICENSE\.txt)$/,
  /^dist\/(extension|extension\.web|language-client|node|server|server\.web|cli)\.js$/,
  /^dist\/page\/(main\.(js|css)|chunk-[A-Z0-9]+\.js)$/,
  /^dist\/export\/export\.(js|css)$/,
  /^dist\/export-view\/view\.(js|css)$/,
  /^schemas\/plan\.schema\.json$/,
  /^(syntaxes|l10n)\/[\w.-]+\.json$/,
  /^samples\/[a-z-]+\.plan\.yaml$/,
  /^docs\/[\w/.-]+\.(md|png|jpg)$/,
  /^client\/images\/[\w-]+\.(svg|png)$/,
  /^client\/images\/walkthrough\/[\w.-]+\.jpg$/,
];

const mebibyte = 1024 * 1024;
let size = 0;
let folder = '';
let files: Readonly<Record<string, Uint8Array>> = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-package-'));
  const vsix = join(folder, 'plan.vsix');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, pack = ''] = scripts.package.split(' && ');
  execFileSync(`${pack} --out ${vsix}`, { shell: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const archive = readFileSync(vsix);
  size = archive.length;
  const prefix = 'extension/';
  files = Object.fromEntries(
    Object.entries(unzipSync(archive))
      .filter(([name]) => name.startsWith(prefix) && !name.endsWith('/'))
      .map(([name, content]) => [name.slice(prefix.length), content]),
  );
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every path that the manifest names, wherever it stands in it. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\.\/|\.(png|svg|js|json)$/.test(value) ? [value.replace(/^\.\//, '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

describe('the package', () => {
  test('is at most 5 MB', () => {
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(5 * mebibyte);
  });

  test('holds nothing that an installed extension does not need', () => {
    expect(Object.keys(files).filter((name) => !wanted.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  test('holds every kind of thing that it needs', () => {
    const names = Object.keys(files);
    expect(wanted.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['node', 'server', 'server.web', 'extension', 'extension.web', 'language-client', 'cli'].map(
          (name) => `dist/${name}.js`,
        ),
        ...['readme.md', 'changelog.md', 'LICENSE.txt', 'package.nls.zh-cn.json', 'schemas/plan.schema.json'],
      ]),
    );
  });

  test('holds every file that its manifest names', () => {
    const { main, browser, bin, icon, contributes } = JSON.parse(strFromU8(files['package.json'] ?? new Uint8Array()));
    const named = pathsIn([main, browser, bin, icon, contributes]);
    expect(named).toContain('dist/extension.js');
    expect(named.filter((path) => !(path in files))).toEqual([]);
  });

  test('has a page whose first chart loads at most 1 MB of script', () => {
    interface Output {
      readonly bytes: number;
      readonly entryPoint?: string;
      readonly imports: readonly { readonly path: string; readonly kind: string }[];
    }
    const { outputs }: { outputs: Record<string, Output> } = JSON.parse(readFileSync('dist/page.meta.json', 'utf8'));
    const loaded = new Set<string>();
    const load = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') load(next);
    };
    const gantt = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.includes('ganttDiagram'));
    load('dist/page/main.js');
    load(gantt ?? 'the Gantt diagram of Mermaid');
    const bytes = [...loaded].map((path) => outputs[path]?.bytes ?? Number.NaN);
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(1_000_000);
  });

  test('holds the program for Node.js once: the server and the command line are doors to it', () => {
    const bytes = ['server', 'cli'].map((name) => files[`dist/${name}.js`]?.length ?? Number.NaN);
    expect(Math.max(...bytes)).toBeLessThan(1_000);
  });

  test('names no folder of the machine that it was made on', () => {
    const traces = Object.entries(files).filter(([, content]) => strFromU8(content, true).includes(process.cwd()));
    expect(traces.map(([name]) => name)).toEqual([]);
  });

  test('runs without node_modules beside it', () => {
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
    const plan = join(folder, 'small.plan.yaml');
    writeFileSync(
      plan,
      'name: Small\nstart: 2026-03-02\ntasks:\n  draft: 3d\n  review: { duration: 2d, after: draft }\n',
    );
    const said = execFileSync(
      process.execPath,
      [join(folder, 'dist', 'cli.js'), 'schedule', plan, '--format', 'json'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    // Monday 2 March and five working days: Friday 6 March.
    expect(JSON.parse(said).finish).toMatch(/^2026-03-06T/);
  });
});
