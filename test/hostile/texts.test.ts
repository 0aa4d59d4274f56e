// Texts made to hurt, given to the server process: it answers for each, in the right places, and says what is wrong.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patience, Survivor } from './survival.ts';

let survivor: Survivor;
beforeAll(async () => {
  survivor = await Survivor.start();
});
afterAll(() => survivor.stop());

/** A text, and the code of a finding that it must have; none where it may be fine. */
type Hostile = readonly [name: string, text: () => string, code?: string];

const plan = 'name: Website\nstart: 2026-03-02\ntasks:\n  design: 10d\n  build: { duration: 15d, after: design }\n';

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

const large: readonly Hostile[] = [
  ['100 MB on one line', () => `${plan}notes: "${'x'.repeat(100_000_000)}"\n`, 'yaml-syntax'],
  ['a million line breaks', () => `${plan}${'\n'.repeat(1_000_000)}`],
  [
    'an entry over half a megabyte, its siblings whole',
    () => `${plan}  long: [${'x, '.repeat(200_000)}]\n`,
    'yaml-syntax',
  ],
  ['200,000 tags on one line', () => `${plan}  x: { name: &word hi, tags: [${'y,'.repeat(200_000)} *word] }\n`],
  [
    '100,000 links to a task on one line',
    () => `${plan}  a: 1d\n  x: { duration: 1d, after: [${'a,'.repeat(100_000)}] }\n`,
  ],
  ['50,000 links to nothing', () => `${plan}  x:\n    after:\n${'      - y\n'.repeat(50_000)}`, 'unknown-reference'],
  ['half a million quotes', () => `${plan}notes: ${'"'.repeat(500_000)}\n`, 'yaml-syntax'],
  ['thousands of syntax errors on one line', () => `${plan}  x: { name: ${'@ [ '.repeat(60_000)}\n`, 'yaml-syntax'],
  [
    'thousands of unknown aliases on one line',
    () => `${plan}  x: { after: [${'*x, '.repeat(50_000)}] }\n`,
    'yaml-syntax',
  ],
  [
    'thousands of unknown keys in one task',
    () => `${plan}  x: { ${times(5_000, (i) => `nmae${i}: 1, `)} }\n`,
    'schema',
  ],
  ['thousands of lines with a quote open', () => `${plan}${'  x: "y\n'.repeat(8_000)}`, 'yaml-syntax'],
  ['thousands of lines with a bracket open', () => `${plan}${'  x: [y\n'.repeat(8_000)}`, 'yaml-syntax'],
  ['thousands of lines that are no keys', () => `${plan}${'half typed\n'.repeat(20_000)}`, 'yaml-syntax'],
  ['thousands of lines that begin with a tab', () => `tasks:\n${'\ta: 1\n'.repeat(10_000)}`, 'yaml-syntax'],
  ['the same id thousands of times', () => `tasks:\n${'  a: { duration: 1d }\n'.repeat(10_000)}`, 'duplicate-id'],
];

const deep: readonly Hostile[] = [
  ['100,000 open brackets', () => `${plan}  x: ${'['.repeat(100_000)}\n`, 'yaml-syntax'],
  ['100,000 brackets', () => `${plan}  x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, 'yaml-syntax'],
  ['100,000 braces', () => `tasks: ${'{ tasks: '.repeat(100_000)}`, 'yaml-syntax'],
  ['100,000 dashes', () => '- '.repeat(100_000), 'yaml-syntax'],
  ['100,000 question marks', () => `tasks:\n  ${'? '.repeat(100_000)}`, 'yaml-syntax'],
  ['1,500 levels of tasks', () => times(1_500, (i) => `${' '.repeat(i)}tasks:\n`), 'yaml-syntax'],
  ['tasks in tasks in tasks', () => times(45, (i) => `${' '.repeat(2 * i)}tasks:\n${' '.repeat(2 * i + 1)}t${i}:\n`)],
];

const references: readonly Hostile[] = [
  [
    'aliases of aliases',
    () => `a0: &a0 [x]\n${times(40, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`)}tasks: *a40\n`,
  ],
  [
    'maps that merge maps',
    () =>
      `a0: &a0 { duration: 1d }\n${times(40, (i) => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}], k${i}: 1 }\n`)}tasks: { x: *a40 }\n`,
  ],
  ['5,000 merge keys in one task', () => `x: &x { duration: 1d }\ntasks:\n  a:\n${'    <<: *x\n'.repeat(5_000)}`],
  [
    '5,000 tasks that merge one',
    () => `defaults: &x { duration: 1d }\ntasks:\n${times(5_000, (i) => `  t${i}: { <<: *x }\n`)}`,
  ],
  [
    'a chain of merges',
    () => `t0: &t0 { x: 1 }\n${times(2_000, (i) => `t${i + 1}: &t${i + 1} { <<: *t${i}, k${i}: 1 }\n`)}`,
  ],
  ['a map that merges itself', () => 'tasks: &t\n  a: { <<: *t }\n', 'yaml-syntax'],
  ['an alias inside its anchor', () => 'tasks: &t\n  a: *t\n'],
  [
    'a loop of 5,000 links',
    () => `tasks:\n${times(5_000, (i) => `  t${i}: { duration: 1d, after: t${(i + 1) % 5_000} }\n`)}`,
    'dependency-cycle',
  ],
];

const characters: readonly Hostile[] = [
  ['nothing', () => ''],
  ['one line break', () => '\n'],
  ['a byte-order mark alone', () => '\uFEFF'],
  ['byte-order marks everywhere', () => `\uFEFF${plan}\uFEFF  x: \uFEFF1d\n  \uFEFFy: 2\n\uFEFF\n`],
  ['NUL', () => `${plan}  a\0: \0\n\0b: "\0"\n`, 'yaml-syntax'],
  ['lone surrogates', () => `${plan}  \ud83d: \ude00\n  b: "\ud83d"\n# \udc00\n`, 'yaml-syntax'],
  ['carriage returns alone', () => plan.replaceAll('\n', '\r')],
  ['all line breaks mixed', () => plan.replace('\n', '\r\n').replace('\n  ', '\r  ')],
  ['line separators', () => `${plan}  x\u2028y: z\u0085w\u2029\n`],
  ['tabs everywhere', () => plan.replaceAll(' ', '\t'), 'yaml-syntax'],
  ['right to left', () => `${plan}  \u202eevil\u202c: 1d\n  שלום: { name: عالم }\n`],
  ['terminal control', () => `${plan}  x: { name: "\u001b[31m\u0007" }\n`, 'yaml-syntax'],
  ['thousands of combining marks', () => `${plan}  a${'\u0301'.repeat(20_000)}: 1d\n`],
  [
    'HTML in names',
    () => `${plan}  x: { name: '<img src=x onerror=alert(1)><script>alert(1)</script>', duration: 1d }\n`,
  ],
  [
    'Mermaid directives in names',
    () => `${plan}  x: { name: "%%{init: {'securityLevel': 'loose'}}%% click x call y()", duration: 1d }\n`,
  ],
  [
    'links and commands in names',
    () => `${plan}  x: { name: "[a](command:workbench.action.quit) javascript:alert(1)", duration: 1d }\n`,
  ],
];

const objects: readonly Hostile[] = [
  [
    'keys of every object',
    () =>
      '__proto__: 1\nconstructor: 2\ntasks:\n  __proto__: { duration: 1d }\n  constructor: { after: __proto__, duration: 1d }\n  toString: { after: [constructor, hasOwnProperty] }\n',
  ],
  [
    'merged keys of every object',
    () => 'x: &x { __proto__: { duration: 9d }, constructor: 1 }\ntasks: { a: { <<: *x }, __proto__: { <<: *x } }\n',
  ],
  [
    'rules, people and calendars of that name',
    () =>
      'rules: { __proto__: off, constructor: { severity: error } }\nteam: { __proto__: x, valueOf: { rate: 1 } }\ncalendars: { __proto__: { country: __proto__ } }\ncalendar: __proto__\ntasks: { a: { owner: __proto__ } }\n',
  ],
];

const all: readonly (readonly [name: string, texts: readonly Hostile[]])[] = [
  ['size', large],
  ['nesting', deep],
  ['references', references],
  ['characters', characters],
  ['object members', objects],
];

describe.each(all)('%s', (_, texts) => {
  for (const [name, make, code] of texts)
    test(name, { timeout: patience }, async () => {
      const findings = await survivor.survives(make());
      if (code !== undefined) expect(findings.map((finding) => finding.code)).toContain(code);
    });
});

describe('a merge that went wrong', () => {
  const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
  const markers = (texts: readonly { code?: unknown }[]) => texts.filter(({ code }) => code === 'yaml-syntax').length;

  test('has at most three findings', async () => {
    const findings = await survivor.survives(`${plan}${conflict('  a: 1d\n', '  a: 2d\n')}`);
    expect(markers(findings)).toBeGreaterThan(0);
    expect(markers(findings)).toBeLessThanOrEqual(3);
  });

  test('has no more where a hundred places conflict', async () => {
    const findings = await survivor.survives(`${plan}${times(100, (i) => conflict(`  a${i}: 1d\n`, `  a${i}: 2d\n`))}`);
    expect(markers(findings)).toBeLessThanOrEqual(3);
  });

  test('in a sample has no more', async () => {
    const sample = readFileSync('samples/software-release.plan.yaml', 'utf8');
    const at = sample.indexOf('\n', sample.length >> 1) + 1;
    const end = sample.indexOf('\n', at + 300) + 1;
    const piece = sample.slice(at, end);
    const findings = await survivor.survives(sample.slice(0, at) + conflict(piece, piece) + sample.slice(end));
    expect(markers(findings)).toBeLessThanOrEqual(3);
  });
});

test('an entry over half a megabyte leaves the others as they are', async () => {
  const uri = await survivor.open(`${plan}  long: [${'x, '.repeat(200_000)}]\n`);
  const hover = await survivor.editor.at<unknown>('textDocument/hover', uri, 'de‸sign:');
  expect(JSON.stringify(hover)).toContain('design');
  await survivor.editor.close(uri);
});
