// Every command on what is no plan, or only part of one: it says what can't be read and where, ends with the documented code, and never prints an empty table.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { chart } from '../../server/cli/chart.ts';
import { check } from '../../server/cli/check.ts';
import { convert } from '../../server/cli/convert.ts';
import { diff } from '../../server/cli/diff.ts';
import { fmt } from '../../server/cli/fmt.ts';
import { level } from '../../server/cli/level.ts';
import { schedule } from '../../server/cli/schedule.ts';
import { simulate } from '../../server/cli/simulate.ts';
import type { ExitCode, Terminal } from '../../server/cli/terminal.ts';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const good = 'name: Good\nstart: 2026-03-02\ntasks:\n  dig: 3d\n  fill: { duration: 1d, after: dig }\n';
const reporting = { failOn: 'error', fix: false, rules: {} } as const;

type Run = (file: string, terminal: Terminal) => Promise<ExitCode>;

/** Commands that print what they make of one plan. */
const ofOne: Readonly<Record<string, Run>> = {
  schedule: (file, terminal) => schedule(file, { format: 'table' }, terminal),
  'schedule --level': (file, terminal) => schedule(file, { format: 'table', level: true }, terminal),
  'schedule -f json': (file, terminal) => schedule(file, { format: 'json' }, terminal),
  'schedule -f csv': (file, terminal) => schedule(file, { format: 'csv' }, terminal),
  level: (file, terminal) => level(file, { format: 'table', edits: false, write: false }, terminal),
  'level -f json': (file, terminal) => level(file, { format: 'json', edits: false, write: false }, terminal),
  'level --edits': (file, terminal) => level(file, { format: 'table', edits: true, write: false }, terminal),
  simulate: (file, terminal) => simulate(file, { format: 'table', runs: 10, seed: 1 }, terminal),
  'simulate -f json': (file, terminal) => simulate(file, { format: 'json', runs: 10, seed: 1 }, terminal),
  chart: (file, terminal) => chart(file, { view: 'gantt' }, terminal),
  'chart -f md': (file, terminal) => chart(file, { view: 'gantt', format: 'md' }, terminal),
  'chart --view network': (file, terminal) => chart(file, { view: 'network' }, terminal),
  'chart --view findings': (file, terminal) => chart(file, { view: 'findings' }, terminal),
  'diff FILE good': (file, terminal) => diff(file, 'good.plan.yaml', { format: 'table' }, terminal),
  'diff good FILE': (file, terminal) => diff('good.plan.yaml', file, { format: 'json' }, terminal),
  'check --report schedule-health': (file, terminal) =>
    check([file], { ...reporting, format: 'pretty', report: 'schedule-health' }, terminal),
};
const writing: Readonly<Record<string, Run>> = {
  'level --write': (file, terminal) => level(file, { format: 'table', edits: false, write: true }, terminal),
  convert: (file, terminal) => convert(file, 'out.csv', { force: true }, terminal),
};
const checking: Readonly<Record<string, Run>> = {
  check: (file, terminal) => check([file], { ...reporting, format: 'pretty' }, terminal),
  'check --fix': (file, terminal) => check([file], { ...reporting, format: 'pretty', fix: true }, terminal),
};
const formatting: Readonly<Record<string, Run>> = {
  fmt: (file, terminal) => fmt([file], { check: false, sortKeys: false }, terminal),
  'fmt --check --sort-keys': (file, terminal) => fmt([file], { check: true, sortKeys: true }, terminal),
};

/** Texts in which no task can be read, and where the first thing stands that can't. */
const unreadable: Readonly<Record<string, readonly [text: string, place: string]>> = {
  'empty.plan.yaml': ['', '1:1'],
  'broken.plan.yaml': ['name: x\nstart: 2026-03-02\ntasks: {{ a: [\n', '3:8'],
  'compose.plan.yaml': ['services:\n  web:\n    image: nginx\n', '1:1'],
  'list.plan.yaml': ['- one\n- two\n', '1:1'],
  '空的.plan.yaml': ['# 还没有内容\n', '1:1'],
};
/** A plan whose last task can't be read. */
const half = 'name: Half\nstart: 2026-03-02\ntasks:\n  dig: 3d\n  fill: { duration: 3 parsecs, after: dig }\n';

beforeEach(() => {
  folder.write('good.plan.yaml', good);
  folder.write('中文 计划.plan.yaml', good);
  folder.write('half.plan.yaml', half);
  for (const [name, [text]] of Object.entries(unreadable)) folder.write(name, text);
  writeFileSync(
    join(folder.path, 'binary.plan.yaml'),
    Uint8Array.from({ length: 3000 }, (_, i) => (i * 89) % 256),
  );
  mkdirSync(join(folder.path, 'folder.plan.yaml'), { recursive: true });
});

async function ran(run: Run, file: string, locale: Terminal['locale'] = 'en') {
  let [out, error] = ['', ''];
  const code = await run(file, {
    locale,
    colour: false,
    folder: folder.path,
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error };
}

const files = () =>
  readdirSync(folder.path)
    .filter((name) => name !== 'folder.plan.yaml' && name !== 'out.csv')
    .map((name) => [name, readFileSync(join(folder.path, name)).toString('base64')]);

describe.each(Object.entries({ ...ofOne, ...writing }))('plan %s', (name, run) => {
  test.each(Object.entries(unreadable))('%s: what can’t be read is said, nothing else', async (file, [, place]) => {
    const before = files();
    const { code, out, error } = await ran(run, file);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(`${file}: no task can be read`);
    expect(error).toContain(`${file}:${place}\n`);
    expect(files()).toEqual(before);
    expect((await ran(run, file, 'zh-cn')).error).toContain('读不出任何任务');
  });

  test('part of a plan: the rest is printed, and what is missing in it is said', async () => {
    const { code, out, error } = await ran(run, 'half.plan.yaml');
    expect(code).toBe(1);
    expect(error).toContain('half.plan.yaml: one thing in the text can’t be read');
    expect(error).toContain('half.plan.yaml:5:');
    if (name in ofOne) expect(out).not.toBe('');
  });

  test('a plan in a file with a Chinese name and a blank is read', async () => {
    const { code, out } = await ran(run, '中文 计划.plan.yaml');
    expect(code).toBe(0);
    if (name in ofOne) expect(out).not.toBe('');
  });
});

describe.each(Object.entries(checking))('plan %s', (_, run) => {
  test.each(Object.entries(unreadable))('%s: the findings are the output', async (file, [, place]) => {
    const { code, out } = await ran(run, file);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:${place}\n`);
  });
});

describe.each(Object.entries(formatting))('plan %s', (_, run) => {
  test('what is broken is named and stays', async () => {
    const before = files();
    const { code, out, error } = await ran(run, 'broken.plan.yaml');
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('broken.plan.yaml:3: this can’t be read');
    expect(files()).toEqual(before);
  });

  test.each(['empty.plan.yaml', 'compose.plan.yaml', 'list.plan.yaml'])('%s is text in order', async (file) => {
    expect(await ran(run, file)).toMatchObject({ code: 0, out: '' });
  });
});

describe.each(Object.entries({ ...ofOne, ...writing, ...checking, ...formatting }))('plan %s', (_, run) => {
  test.each([
    ['nowhere.plan.yaml', /nowhere\.plan\.yaml: there is no such file/],
    ['没有.plan.yaml', /没有\.plan\.yaml: there is no such file/],
    ['folder.plan.yaml', /folder\.plan\.yaml: (?:this is a folder|no plans)/],
    ['binary.plan.yaml', /binary\.plan\.yaml: this is not a text file/],
  ])('%s: why it can’t be read', async (file, why) => {
    const before = files();
    const { code, out, error } = await ran(run, file);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(why);
    expect(files()).toEqual(before);
  });
});

test('a plan without tasks is no error: it says so instead of an empty table', async () => {
  folder.write('new.plan.yaml', 'name: New\nstart: 2026-03-02\n');
  for (const name of ['schedule', 'level', 'simulate']) {
    const { code, out, error } = await ran(ofOne[name] ?? (() => Promise.reject(name)), 'new.plan.yaml');
    expect([code, error.includes('has no tasks yet')]).toEqual([0, true]);
    expect(out.replace(/^Nobody and nothing.*\n/m, '').trim()).toBe('');
  }
});

test('of very much that can’t be read the first ten are shown, and all are counted', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => `  t${index}: 3 parsecs\n`);
  folder.write('many.plan.yaml', `name: Many\nstart: 2026-03-02\ntasks:\n  a: 1d\n${lines.join('')}`);
  const { code, error } = await ran(ofOne.schedule ?? (() => Promise.reject('schedule')), 'many.plan.yaml');
  expect(code).toBe(1);
  expect(error).toContain('30 things in the text can’t be read');
  expect(error.match(/^error /gm)).toHaveLength(10);
  expect(error).toContain('And 20 more: “plan check many.plan.yaml” lists them all.');
});
