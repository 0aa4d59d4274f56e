// `plan convert` as people run it: there and back, what it says, what it refuses.
import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { link, project } from '../unit/exchange/mspdi-text.ts';
import { PlanFolder } from './run-plan.ts';

const runner = new PlanFolder();
const folder = runner.path;
afterAll(() => runner.remove());

const plan = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => runner.plan(args, env);

const written = (name: string, text: string | Uint8Array) => runner.write(name, text);

const read = (name: string) => runner.read(name);

const small = 'name: Small\nstart: 2026-03-02\ntasks:\n  a: 3d\n  b: { duration: 2d, after: a, tags: [x] }\n';
const house = project([
  { Name: 'Dig', Duration: 'PT16H0M0S', Start: '2026-03-02T08:00:00', Finish: '2026-03-03T17:00:00', LevelingDelay: 1 },
  { Name: 'Pour', Start: '2026-03-04T08:00:00', Finish: '2026-03-04T17:00:00', PredecessorLink: link(1) },
]);

describe('plan convert', () => {
  test('makes a plan of MS Project XML, says what it checked and lost, on the terminal and in the plan', () => {
    written('house.xml', house);
    const { status, stdout, stderr } = plan(['convert', 'house.xml', 'house.plan.yaml']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      [
        'written: house.plan.yaml',
        'all 2 tasks start and finish as the file says',
        'Not carried over as it was:',
        '- the delay that levelling added is left out: Dig',
        '',
      ].join('\n'),
    );
    expect(read('house.plan.yaml')).toBe(
      [
        '# Converted from house.xml (MS Project XML).',
        '# Not carried over as it was:',
        '# - the delay that levelling added is left out: Dig',
        'name: Test',
        'start: 2026-03-02',
        '',
        'calendars:',
        '  standard: { hours: [08:00-12:00, 13:00-17:00] }',
        '',
        'tasks:',
        '  dig: { name: Dig, duration: 2d }',
        '  pour: { name: Pour, duration: 1d, after: dig }',
        '',
      ].join('\n'),
    );
    expect(plan(['check', 'house.plan.yaml']).status).toBe(0);
  });

  test('names the tasks that stand elsewhere than the file says', () => {
    written(
      'late.xml',
      house.replace('2026-03-04T08:00:00', '2026-03-05T08:00:00').replace('2026-03-04T17:00:00', '2026-03-05T17:00:00'),
    );
    expect(plan(['convert', 'late.xml', 'late.plan.yaml']).stderr).toContain(
      '1 of 2 tasks start or finish at another time than the file says:\n- Pour: 2026-03-04 08:00 to 2026-03-04 17:00, in the file 2026-03-05 08:00 to 2026-03-05 17:00\n',
    );
  });

  test('makes MS Project XML of a plan, and the plan of that', () => {
    written('small.plan.yaml', small);
    const { status, stderr } = plan(['convert', 'small.plan.yaml', 'small.xml']);
    expect(status).toBe(0);
    expect(stderr).toBe(
      'written: small.xml\nNot carried over as it was:\n- the key “tags” of these tasks has no place there: b\n',
    );
    expect(plan(['convert', 'small.xml', 'again.plan.yaml']).status).toBe(0);
    expect(read('again.plan.yaml')).toBe(
      `# Converted from small.xml (MS Project XML).\n${small.replace(', tags: [x]', '').replace('\ntasks', '\n\ntasks')}`,
    );
  });

  test('speaks Chinese where the environment does', () => {
    written('cn.xml', house);
    const { stderr } = plan(['convert', 'cn.xml', 'cn.plan.yaml'], { LANG: 'zh_CN.UTF-8' });
    expect(stderr).toContain(
      '已写入：cn.plan.yaml\n全部 2 个任务的开始与完成和原文件一致\n未能原样保留：\n- 资源调配加入的延迟未保留：Dig\n',
    );
    expect(read('cn.plan.yaml')).toContain('# 由 cn.xml（MS Project XML）转换。\n');
  });

  test('overwrites only when told to', () => {
    written('kept.plan.yaml', small);
    written('new.xml', house);
    const refused = plan(['convert', 'new.xml', 'kept.plan.yaml']);
    expect([refused.status, read('kept.plan.yaml')]).toEqual([2, small]);
    expect(refused.stderr).toContain('--force');
    expect(plan(['convert', 'new.xml', 'kept.plan.yaml', '--force']).status).toBe(0);
    expect(read('kept.plan.yaml')).toContain('pour:');
  });

  test('prints nothing that a terminal would act on, and writes no line that a name made', () => {
    const hostile = house
      .replaceAll('Dig', 'D&#27;[2J&#10;tasks: {}&#x2028;x: 1')
      .replace('2026-03-03T17:00:00', '2026-03-04T17:00:00');
    written('hostile\nname: x.xml', hostile);
    const { stderr } = plan(['convert', 'hostile\nname: x.xml', 'hostile.plan.yaml']);
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}|\u2028/u);
    expect(stderr.split('\n').filter((line) => /^(?:tasks|x|name):/.test(line))).toEqual([]);
    const lines = read('hostile.plan.yaml').split('\n');
    expect(lines.filter((line) => /^(?:tasks|x|name):/.test(line))).toEqual(['name: Test', 'tasks:']);
  });

  test('reads UTF-16', () => {
    const bytes = Buffer.from(`\uFEFF${house.replace('UTF-8', 'UTF-16').replace('Dig', '挖')}`, 'utf16le');
    written('wide.xml', bytes);
    expect(plan(['convert', 'wide.xml', 'wide.plan.yaml']).status).toBe(0);
    expect(read('wide.plan.yaml')).toContain('  挖: 2d\n');
  });
});

describe('bad input ends with 2, says why and writes nothing', () => {
  const cases: readonly (readonly [
    what: string,
    file: string,
    content: string | Uint8Array | undefined,
    says: RegExp,
  ])[] = [
    ['a missing file', 'none.xml', undefined, /no such file/],
    ['an empty file', 'empty.xml', '', /empty\.xml: the file is empty/],
    ['no XML', 'text.xml', 'hello', /text\.xml: this is not XML \(line 1\)/],
    ['another kind of XML', 'page.xml', '<html/>', /holds “html”, wanted is “Project”/],
    ['a document type', 'bomb.xml', '<!DOCTYPE x><Project/>', /<!DOCTYPE>/],
    ['binary', 'binary.xml', new Uint8Array([0, 1, 2, 255, 254]), /not a text file/],
    ['an old encoding', 'latin.xml', new Uint8Array([0x3c, 0x61, 0xe9, 0x3e]), /not a text file/],
    ['an ending that nobody knows', 'plan.mpp', 'x', /can’t be read\. What can be read: .*\*\.xml/],
  ];
  test.each(cases)('%s', (_, file, content, says) => {
    if (content !== undefined) written(file, content);
    const { status, stdout, stderr } = plan(['convert', file, 'out.plan.yaml']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'out.plan.yaml'))).toBe(false);
  });

  test('50 MB', () => {
    truncateSync(join(folder, written('huge.xml', '<')), 50 * 1024 * 1024);
    const { status, stderr } = plan(['convert', 'huge.xml', 'out.plan.yaml']);
    expect([status, stderr]).toEqual([2, 'huge.xml: the file is too large for a plan\n']);
  });

  test('two plans, and a target of a kind that is not written', () => {
    written('one.plan.yaml', small);
    expect(plan(['convert', 'one.plan.yaml', 'two.plan.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Both files are plans'),
    });
    expect(plan(['convert', 'one.plan.yaml', 'two.docx'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('can’t be written'),
    });
  });
});

describe('every format that is written', () => {
  const begins: Readonly<Record<string, RegExp>> = {
    'out.xml': /^<\?xml [^>]*\?>\n<Project xmlns="http:\/\/schemas\.microsoft\.com\/project">/,
    'out.mmd': /^gantt\n/m,
    'out.csv': /^\uFEFFid,name,parent,/,
    'out.json': /^\{\n {2}"name": "Small",/,
    'out.ics': /^BEGIN:VCALENDAR\r\n/,
    'out.tjp': /^project plan "Small" 2026-03-02 /,
  };
  test.each(Object.keys(begins))('%s', (name) => {
    written('small.plan.yaml', small);
    expect(plan(['convert', 'small.plan.yaml', name])).toMatchObject({ status: 0, stdout: '' });
    expect(read(name)).toMatch(begins[name] ?? /^$/);
  });

  test('what is read and written comes back with its dates, by way of other programs too', () => {
    written('one.plan.yaml', small);
    const way = ['one.plan.yaml', 'two.xml', 'three.csv', 'four.json', 'five.plan.yaml'];
    way.slice(1).forEach((target, index) => {
      expect(plan(['convert', way[index] ?? '', target]).status).toBe(0);
    });
    const dates = (name: string) =>
      JSON.parse(plan(['schedule', name, '-f', 'json']).stdout).tasks.map(
        ({ id, start, finish }: Record<string, string>) => [id, start, finish],
      );
    expect(dates('five.plan.yaml')).toEqual(dates('one.plan.yaml'));
  });

  test('a plan as JSON brings the files that it names', () => {
    written('common.yaml', 'calendars: { four: { days: mon-thu } }\n');
    written('part.plan.yaml', 'start: 2026-03-02\ntasks: { x: 5d }\n');
    written(
      'whole.json',
      '{"include":"common.yaml","start":"2026-03-02","calendar":"four","subplans":{"part":"part.plan.yaml"},"tasks":{"a":{"duration":"5d","after":"part/x"}}}',
    );
    const { status } = plan(['convert', 'whole.json', 'whole.csv']);
    expect([status, read('whole.csv').match(/2026-..-../g)]).toEqual([0, ['2026-03-09', '2026-03-16']]);
  });

  test('ends with 1 where something in the new plan can’t be read', () => {
    written('no-unit.json', '{"start":"2026-03-02","tasks":{"a":{"duration":2},"b":"1d"}}');
    expect(plan(['convert', 'no-unit.json', 'no-unit.plan.yaml']).status).toBe(1);
    expect(plan(['convert', 'no-unit.json', 'no-unit.xml']).status).toBe(1);
  });
});
