// The command line as people run it: the bundle in a process of its own, on good input and bad.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runner = new PlanFolder();
const folder = runner.path;

beforeAll(() => {
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
});
afterAll(() => runner.remove());

const plan = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => runner.plan(args, env);

const written = (name: string, text: string | Uint8Array) => runner.write(name, text);

const small = 'name: Small\nstart: 2026-03-02\ntasks:\n  a: 3d\n  b: { duration: 2d, after: a }\n';
const late = 'name: Late\nstart: 2026-03-02\ntasks:\n  a: { duration: 10d, deadline: 2026-03-06 }\n';
const broken = 'name: Broken\nstart: 2026-03-02\ntasks:\n  a: { duration: 3d, after: nobody }\n';

describe('plan check', () => {
  test('ends with 0 on plans without findings and says so', () => {
    const { status, stdout } = plan(['check', 'samples/ten-lines.plan.yaml']);
    expect([status, stdout]).toEqual([0, '1 plan checked, nothing found\n']);
  });

  test('ends with 1 on findings at or over --fail-on, with 0 under it', () => {
    written('late.plan.yaml', late);
    expect(plan(['check', 'late.plan.yaml']).status).toBe(0);
    expect(plan(['check', 'late.plan.yaml', '--fail-on', 'warning']).status).toBe(1);
    expect(plan(['check', 'late.plan.yaml', '--rule', 'missed-deadline=error']).status).toBe(1);
    expect(plan(['check', written('broken.plan.yaml', broken)]).status).toBe(1);
  });

  test('takes folders and globs, each plan once', () => {
    const names = readdirSync(join(folder, 'samples'), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.plan.yaml'));
    const { stdout } = plan(['check', 'samples', 'samples/*.plan.yaml', '--format', 'json']);
    const { files } = JSON.parse(stdout);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(names.map((name) => `samples/${name}`).sort());
  });

  test('prints zero-based ranges as JSON', () => {
    written('broken.plan.yaml', broken);
    const { files } = JSON.parse(plan(['check', 'broken.plan.yaml', '-f', 'json']).stdout);
    // `  a: { duration: 3d, after: nobody }` is line 3; `nobody` stands at 28 to 34.
    expect(files[0].findings[0]).toMatchObject({
      rule: 'unknown-reference',
      severity: 'error',
      range: { start: { line: 3, character: 28 }, end: { line: 3, character: 34 } },
    });
  });

  test('prints SARIF with one-based columns in UTF-16', () => {
    const name = written('汉.plan.yaml', broken.replace('a:', '甲:'));
    const [run] = JSON.parse(plan(['check', name, '-f', 'sarif']).stdout).runs;
    expect(run.results[0].ruleId).toBe('unknown-reference');
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: '%E6%B1%89.plan.yaml' },
      region: { startLine: 4, startColumn: 29, endLine: 4, endColumn: 35 },
    });
    expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('unknown-reference');
  });

  test('prints annotations and JUnit', () => {
    written('broken.plan.yaml', broken);
    expect(plan(['check', 'broken.plan.yaml', '-f', 'github']).stdout).toMatch(
      /^::error file=broken\.plan\.yaml,line=4,endLine=4,col=29,endColumn=34,title=unknown-reference::No task/,
    );
    const junit = plan(['check', 'broken.plan.yaml', 'samples/ten-lines.plan.yaml', '-f', 'junit']).stdout;
    expect(junit).toContain('<testsuite name="broken.plan.yaml" tests="1" failures="1">');
    expect(junit).toContain('<testsuite name="samples/ten-lines.plan.yaml" tests="1" failures="0">');
  });

  test('speaks Chinese where the environment does', () => {
    const { stdout } = plan(['check', 'samples/ten-lines.plan.yaml'], { LANG: 'zh_CN.UTF-8' });
    expect(stdout).toBe('已检查 1 个计划，没有发现问题\n');
  });

  test('never prints a control character of a stranger', () => {
    const name = written(
      'escape.plan.yaml',
      'name: x\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, after: "\\e[2J\\x07" }\n',
    );
    const { stdout } = plan(['check', name]);
    expect(stdout).toContain('invalid-link');
    expect([...stdout].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  });
});

describe('bad input', () => {
  const cases: Readonly<Record<string, () => { args: string[]; status: number; says: RegExp }>> = {
    'a missing file': () => ({ args: ['check', 'none.plan.yaml'], status: 2, says: /no such file/ }),
    'a folder without plans': () => {
      mkdirSync(join(folder, 'empty'), { recursive: true });
      return { args: ['check', 'empty'], status: 2, says: /no plans/ };
    },
    'a folder where one plan belongs': () => ({ args: ['schedule', 'samples'], status: 2, says: /this is a folder/ }),
    'a binary file': () => ({
      args: [
        'check',
        written(
          'binary.plan.yaml',
          Uint8Array.from({ length: 3000 }, (_, i) => (i * 89) % 256),
        ),
      ],
      status: 2,
      says: /not a text file/,
    }),
    'an empty file': () => ({
      args: ['check', written('nothing.plan.yaml', '')],
      status: 1,
      says: /needs the key “start”/,
    }),
    '5,000 nested brackets': () => ({
      args: ['check', written('deep.plan.yaml', `${small}x: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)],
      status: 1,
      says: /nested more than 100 deep/,
    }),
    'an alias bomb': () => {
      const levels = Array.from(
        { length: 12 },
        (_, i) => `x-${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]\n`,
      );
      return {
        args: ['check', written('bomb.plan.yaml', `${small}x-0: &a0 [x, x]\n${levels.join('')}`)],
        status: 0,
        says: /nothing found/,
      };
    },
    'a file indented with tabs': () => ({
      args: ['check', written('tab.plan.yaml', small.replaceAll('  ', '\t'))],
      status: 1,
      says: /indented with a tab/,
    }),
    'an unknown format': () => ({
      args: ['check', 'samples', '-f', 'xml'],
      status: 2,
      says: /It can be pretty/,
    }),
    'an unknown command': () => ({ args: ['chekc', 'samples'], status: 2, says: /Is it check that you mean/ }),
    'an unknown rule': () => ({ args: ['rules', 'no-such-rule'], status: 2, says: /There is no rule “no-such-rule”/ }),
    'an unknown rule in a flag': () => ({
      args: ['check', 'samples', '--rule', 'nope=off'],
      status: 2,
      says: /There is no rule “nope”/,
    }),
    'a place that can’t be written': () => ({
      args: ['chart', 'samples/ten-lines.plan.yaml', '-o', 'no-such-folder/chart.mmd'],
      status: 2,
      says: /can’t be written/,
    }),
  };

  test.each(Object.entries(cases))('%s: a clear message, and nothing is written', (_name, make) => {
    const { args, status, says } = make();
    const before = listing();
    const ended = plan(args);
    expect(`${ended.stdout}${ended.stderr}`).toMatch(says);
    expect(ended.status).toBe(status);
    expect(listing()).toEqual(before);
  });
});

describe('plan schedule', () => {
  test('prints the documented JSON', () => {
    const document = JSON.parse(plan(['schedule', written('small.plan.yaml', small), '-f', 'json']).stdout);
    // Mon 2nd to Wed 4th, then Thu 5th and Fri 6th; working days of eight hours, 09:00 to 18:00 with an hour's break.
    expect(document).toMatchObject({
      name: 'Small',
      start: '2026-03-02T09:00',
      finish: '2026-03-06T18:00',
      statusDate: null,
      criticalPath: ['a', 'b'],
      tasks: [
        {
          id: 'a',
          parent: null,
          kind: 'task',
          start: '2026-03-02T09:00',
          finish: '2026-03-04T18:00',
          durationMinutes: 1440,
        },
        {
          id: 'b',
          start: '2026-03-05T09:00',
          finish: '2026-03-06T18:00',
          totalSlackMinutes: 0,
          critical: true,
          owner: null,
        },
      ],
    });
  });

  test('prints CSV that no spreadsheet runs', () => {
    const name = written('formula.plan.yaml', small.replace('a: 3d', 'a: { name: "=1+1", duration: 3d }'));
    const [header, first] = plan(['schedule', name, '-f', 'csv']).stdout.split('\r\n');
    expect(header).toMatch(/^id,name,parent,kind,start,finish,/);
    expect(first).toMatch(/^a,'=1\+1,,task,2026-03-02T09:00,/);
  });

  test('prints a table that lines up in Chinese', () => {
    const lines = plan(['schedule', 'samples/windfarm-community.plan.yaml'], { LANG: 'zh_CN.UTF-8' }).stdout.split(
      '\n',
    );
    expect(lines[2]).toMatch(/^任务\s+标识\s+开始\s+完成/);
  });
});

describe('plan chart', () => {
  test('prints Mermaid and Markdown', () => {
    expect(plan(['chart', 'samples/ten-lines.plan.yaml']).stdout).toMatch(/^gantt\n/m);
    expect(plan(['chart', 'samples/ten-lines.plan.yaml', '-f', 'md']).stdout).toMatch(
      /^# Website relaunch\n[\s\S]*```mermaid\n/,
    );
  });

  test('draws every view, as Mermaid where it is one, as Markdown and as a file', () => {
    const plans = 'samples/operations-process.plan.yaml';
    const first = {
      network: 'flowchart TB',
      wbs: 'mindmap',
      milestones: 'timeline',
      risks: 'quadrantChart',
      workload: 'xychart-beta',
      budget: 'xychart-beta',
      finish: 'xychart-beta',
      board: 'kanban',
      money: 'pie showData',
    };
    for (const [view, line] of Object.entries(first)) {
      const { status, stdout } = plan(['chart', plans, '--view', view]);
      expect([view, status, stdout.split('\n')[0]]).toEqual([view, 0, line]);
    }
    for (const view of ['raci', 'resources', 'findings']) {
      expect(plan(['chart', plans, '--view', view]).stdout).toMatch(/^# 充电站区域运营流程: \w/);
      const refused = plan(['chart', plans, '--view', view, '-f', 'mermaid']);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('Mermaid draws none');
    }
    expect(plan(['chart', plans, '--view', 'raci', '-f', 'md']).stdout).toMatch(/\| A\/R \|/);
    writeFileSync(join(folder, 'empty.plan.yaml'), 'name: New\nstart: 2026-03-02\n');
    const empty = ['chart', join(folder, 'empty.plan.yaml'), '--view', 'network'];
    expect(plan(empty).stdout).toContain('There is nothing to show yet');
    expect(plan([...empty, '-f', 'mermaid']).stderr).toContain('There is nothing to show yet');
    expect(plan(['chart', plans, '--view', 'board', '-o', 'board.html']).status).toBe(0);
    const html = readFileSync(join(folder, 'board.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('id="plan-view"');
  });

  test('writes one HTML file that asks for nothing from outside', () => {
    expect(plan(['chart', 'samples/windfarm-community.plan.yaml', '-f', 'html', '-o', 'chart.html']).status).toBe(0);
    const html = readFileSync(join(folder, 'chart.html'), 'utf8');
    expect(html).toContain('青岭风电场社群运营');
    expect(html).toContain("default-src 'none'");
    const elements = html.replaceAll(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
    expect(elements.length).toBeLessThan(2_000);
    expect(elements.match(/<[^>]+\s(?:src|href)=/gi)).toBeNull();
  });
});

test('plan rules lists every rule, and prints the page of one', () => {
  const { rules } = JSON.parse(plan(['rules', '-f', 'json']).stdout);
  const lines = plan(['rules']).stdout.trimEnd().split('\n');
  expect(lines.length).toBe(rules.length);
  const page = readFileSync(join(root, 'docs/rules/missed-deadline.md'), 'utf8').split('\n');
  const { stdout } = plan(['rules', 'missed-deadline']);
  expect(stdout).toMatch(/^# `missed-deadline`\n/);
  expect(stdout.split('\n')).toEqual(page.filter((line) => !line.startsWith('<!--')));
});

test('plan lsp --stdio answers a client, and ends when it is told to', async () => {
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'lsp', '--stdio'], { cwd: folder });
  const ended = new Promise((done) => server.on('exit', done));
  const send = (body: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...body });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let answers = '';
  const answered = (part: string): Promise<void> =>
    new Promise((done) => {
      server.stdout.on('data', (data: Buffer) => {
        answers += data.toString();
        if (answers.includes(part)) done();
      });
    });
  const capabilities = answered('"hoverProvider"');
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await capabilities;
  const shutDown = answered('"id":2');
  send({ method: 'initialized', params: {} });
  send({ id: 2, method: 'shutdown' });
  await shutDown;
  send({ method: 'exit' });
  expect(await ended).toBe(0);
});

function listing(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
