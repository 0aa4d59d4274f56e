// The grammar: real tokenisation of plans, in block and flow style, right and broken.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import onigurumaModule from 'vscode-oniguruma';
import textMate, { type IGrammar } from 'vscode-textmate';

const root = join(import.meta.dirname, '../..');
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onigurumaModule.loadWASM(wasm);
  const { OnigScanner, OnigString } = onigurumaModule;
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => {
      expect(scope, 'the grammar needs no other').toBe('source.plan');
      const path = join(root, 'syntaxes/plan.tmLanguage.json');
      return textMate.parseRawGrammar(await readFile(path, 'utf8'), path);
    },
  });
  const loaded = await registry.loadGrammar('source.plan');
  if (loaded === null) throw new Error('no grammar');
  grammar = loaded;
});

/** The tokens of a text, white space left out: `text scope`, the innermost scope without its last part. */
function tokens(text: string): readonly string[] {
  let stack = textMate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const part = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)?.replace(/\.plan$/, '') ?? '';
      return part === '' ? [] : [`${part} ${scope}`];
    });
  });
}

const key = (name: string): string[] => [`${name} entity.name.tag.key`, ': punctuation.separator.key-value'];
const id = (name: string): string[] => [`${name} entity.name.type.id`, ': punctuation.separator.key-value'];
const reference = (name: string): string => `${name} variable.other.reference`;
const plain = (text: string): string => `${text} string.unquoted.plain`;
const duration = (amount: string, unit: string): string[] => [
  `${amount} constant.numeric.duration`,
  `${unit} keyword.other.unit`,
];
const [open, close] = ['{ punctuation.definition.mapping.begin', '} punctuation.definition.mapping.end'];
const [from, to] = ['[ punctuation.definition.sequence.begin', '] punctuation.definition.sequence.end'];
const dash = '- punctuation.definition.block.sequence.item';
const comma = ', punctuation.separator';
const comment = (text: string): string[] => ['# punctuation.definition.comment', `${text} comment.line.number-sign`];

describe('values', () => {
  test.each([
    ['start: 2026-03-02', [...key('start'), '2026-03-02 constant.numeric.date']],
    ['start: 2026-03-02 14:00', [...key('start'), '2026-03-02 14:00 constant.numeric.date']],
    [
      'window: 2026-03-02..2026-03-06',
      [
        ...key('window'),
        '2026-03-02 constant.numeric.date',
        '.. keyword.operator.range',
        '2026-03-06 constant.numeric.date',
      ],
    ],
    ['duration: 1w 2d', [...key('duration'), ...duration('1', 'w'), ...duration('2', 'd')]],
    ['duration: 0.5ed', [...key('duration'), ...duration('0.5', 'ed')]],
    ['duration: 3天', [...key('duration'), ...duration('3', '天')]],
    ['progress: 40%', [...key('progress'), '40 constant.numeric', '% keyword.other.unit']],
    ['budget: 1_200_000', [...key('budget'), '1_200_000 constant.numeric']],
    ['budget: 120万', [...key('budget'), '120 constant.numeric', '万 keyword.other.unit']],
    ['rate: 800/d', [...key('rate'), '800 constant.numeric', '/ keyword.operator.rate', 'd keyword.other.unit']],
    ['milestone: true', [...key('milestone'), 'true constant.language.boolean']],
    ['status: on-hold', [...key('status'), 'on-hold constant.language.enum']],
    ['days: mon-fri', [...key('days'), 'mon-fri constant.language.weekday']],
    ['hours: 22:00-06:00', [...key('hours'), '22:00-06:00 constant.numeric.interval']],
    [
      'when: every 2w on last fri 10:00',
      [
        ...key('when'),
        'every keyword.other.cadence',
        ...duration('2', 'w'),
        'on keyword.other.cadence',
        'last keyword.other.cadence',
        'fri constant.language.weekday',
        '10:00 constant.numeric.time',
      ],
    ],
    ['name: 3d printing in 2026', [...key('name'), plain('3d printing in 2026')]],
    ['name: 3d', [...key('name'), plain('3d')]],
    ['name: 上线 #1', [...key('name'), plain('上线'), ...comment('1')]],
    ['name: C#1 and a:b', [...key('name'), plain('C#1 and a:b')]],
    ['design: 10d', [...id('design'), ...duration('10', 'd')]],
    ['阶段一.准备-1: 2周', [...id('阶段一.准备-1'), ...duration('2', '周')]],
    ['mia: Mia Wong', [...id('mia'), plain('Mia Wong')]],
    [
      '2026-04-30: 80',
      ['2026-04-30 constant.numeric.date', ': punctuation.separator.key-value', '80 constant.numeric'],
    ],
    ['owner: 李伟', [...key('owner'), reference('李伟')]],
    [
      '# plan-ignore: high-duration (agreed)',
      [
        '# punctuation.definition.comment',
        'plan-ignore keyword.control.ignore',
        ': comment.line.number-sign',
        'high-duration entity.name.function.rule',
        '(agreed) comment.line.number-sign',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('links', () => {
  const type = (name: string): string => `${name} keyword.other.link-type`;
  const lag = (sign: string, amount: string, unit: string): string[] => [
    `${sign} keyword.operator.lag`,
    ...duration(amount, unit),
  ];
  test.each([
    ['design', [reference('design')]],
    ['design SS', [reference('design'), type('SS')]],
    ['design + 2d', [reference('design'), ...lag('+', '2', 'd')]],
    ['build FF-1d', [reference('build'), type('FF'), ...lag('-', '1', 'd')]],
    ['build-1d', [reference('build-1d')]],
    ['build - 1d', [reference('build'), ...lag('-', '1', 'd')]],
    ['survey + 50%', [reference('survey'), ...lag('+', '50', '%')]],
    ['pour + 50e%', [reference('pour'), ...lag('+', '50', 'e%')]],
    ['platform/launch SF+3ed', [reference('platform/launch'), type('SF'), ...lag('+', '3', 'ed')]],
    ['1.10', [reference('1.10')]],
    ['*same', ['*same variable.other.alias']],
    [
      '"design SS"',
      [
        '" punctuation.definition.string.begin',
        'design SS string.quoted.double',
        '" punctuation.definition.string.end',
      ],
    ],
  ])('%s, in all the places where a link may stand', (link, expected) => {
    expect(tokens(`after: ${link}`)).toEqual([...key('after'), ...expected]);
    expect(tokens(`after:\n- ${link} # why`)).toEqual([...key('after'), dash, ...expected, ...comment('why')]);
    expect(tokens(`  before: # both\n    - ${link}\n\n    - x`)).toEqual([
      ...key('before'),
      ...comment('both'),
      dash,
      ...expected,
      dash,
      reference('x'),
    ]);
    expect(tokens(`before: [${link}, x]`)).toEqual([...key('before'), from, ...expected, comma, reference('x'), to]);
    expect(tokens(`a: { after: ${link}, duration: 3d }`)).toEqual([
      ...id('a'),
      open,
      ...key('after'),
      ...expected,
      comma,
      ...key('duration'),
      ...duration('3', 'd'),
      close,
    ]);
  });
});

test('assignments', () => {
  expect(tokens('assign: [li 50%, crane x2, concrete 40t, chen]')).toEqual([
    ...key('assign'),
    from,
    ...[reference('li'), '50 constant.numeric', '% keyword.other.unit', comma],
    ...[reference('crane'), 'x2 constant.numeric.pieces', comma],
    ...[reference('concrete'), '40 constant.numeric', 't keyword.other.unit', comma],
    reference('chen'),
    to,
  ]);
});

describe('context', () => {
  test('ends with its indentation', () => {
    expect(tokens('a:\n  after:\n    - b\n  duration: 3d\n  inputs:\n  - 3d\n  - two\nc: 4d')).toEqual([
      ...id('a'),
      ...[...key('after'), dash, reference('b')],
      ...[...key('duration'), ...duration('3', 'd')],
      ...[...key('inputs'), dash, plain('3d'), dash, plain('two')],
      ...[...id('c'), ...duration('4', 'd')],
    ]);
  });

  test('an id that is called like a key holds a task', () => {
    expect(tokens('name:\n  duration: 3d\n  after: a\n  name: 3d\nowner: { duration: 2d }')).toEqual([
      ...key('name'),
      ...[...key('duration'), ...duration('3', 'd')],
      ...[...key('after'), reference('a')],
      ...[...key('name'), plain('3d')],
      ...[...key('owner'), open, ...key('duration'), ...duration('2', 'd'), close],
    ]);
  });

  test('a text goes on over lines', () => {
    expect(tokens('description: one\n  2d\nstart: 2026-03-02')).toEqual([
      ...[...key('description'), plain('one'), plain('2d')],
      ...[...key('start'), '2026-03-02 constant.numeric.date'],
    ]);
  });

  test('block scalars hold everything that is indented', () => {
    const bar = '| keyword.control.block-scalar';
    const block = (text: string): string => `${text} string.unquoted.block`;
    expect(tokens('description: | # why\n  after: x\n\n    # no comment\n  - y\nstart: 2026-03-02')).toEqual([
      ...[...key('description'), bar, '# why comment.line.number-sign'],
      ...[block('after: x'), block('# no comment'), block('- y')],
      ...[...key('start'), '2026-03-02 constant.numeric.date'],
    ]);
    expect(tokens('inputs:\n  - >-\n    duration: 3d\n  - two')).toEqual([
      ...[...key('inputs'), dash, '>- keyword.control.block-scalar', block('duration: 3d')],
      ...[dash, plain('two')],
    ]);
  });

  test('flow style goes over lines, with comments', () => {
    expect(tokens('build: { duration: 3d, # short\n  after: [a,\n   b SS], name: x }\nc: 4d')).toEqual([
      ...[...id('build'), open, ...key('duration'), ...duration('3', 'd'), comma, ...comment('short')],
      ...[...key('after'), from, reference('a'), comma, reference('b'), 'SS keyword.other.link-type', to, comma],
      ...[...key('name'), plain('x'), close],
      ...[...id('c'), ...duration('4', 'd')],
    ]);
  });

  test('anchors, aliases, merge keys, tags, documents', () => {
    expect(tokens('---\na: &base { duration: 3d }\nb:\n  <<: *base\nc: !x 3d\n...')).toEqual([
      '--- entity.other.document',
      ...[...id('a'), '&base entity.name.type.anchor', open, ...key('duration'), ...duration('3', 'd'), close],
      ...[...id('b'), '<< keyword.operator.merge', ': punctuation.separator.key-value', '*base variable.other.alias'],
      ...[...id('c'), '!x storage.type.tag', ...duration('3', 'd')],
      '... entity.other.document',
    ]);
  });

  test('quoted keys and texts', () => {
    expect(tokens(`"a b": 'it''s'\n'c': "d \\" e"`)).toEqual([
      ...id('"a b"'),
      "' punctuation.definition.string.begin",
      'it string.quoted.single',
      "'' constant.character.escape",
      's string.quoted.single',
      "' punctuation.definition.string.end",
      ...id("'c'"),
      '" punctuation.definition.string.begin',
      'd string.quoted.double',
      '\\" constant.character.escape',
      'e string.quoted.double',
      '" punctuation.definition.string.end',
    ]);
  });
});

describe('robustness', () => {
  test('every kind of broken text is tokenised, each character once', () => {
    const broken = [
      'a: {',
      'a: [b',
      'a: "x',
      "a: 'x",
      '\ta: b',
      ': : :',
      '- - - a',
      '}]',
      '{[{[',
      'a: | x',
      '&',
      '*',
      '!',
      '<<',
      '%',
      '@x',
    ];
    for (const text of broken) {
      const { tokens: found } = grammar.tokenizeLine(text, textMate.INITIAL);
      expect(found[0]?.startIndex).toBe(0);
      expect(found.at(-1)?.endIndex).toBeGreaterThanOrEqual(text.length);
      for (const [index, token] of found.entries()) expect(token.startIndex).toBe(found[index - 1]?.endIndex ?? 0);
    }
  });

  test.each([
    ['a', 'a'.repeat(200_000)],
    ['spaces', `name: a${' '.repeat(200_000)}b`],
    ['colons', ':'.repeat(200_000)],
    ['keys without a colon', 'a b '.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['links', `after: [${'build SS+5d, '.repeat(15_000)}]`],
    ['durations', `duration: ${'1d '.repeat(50_000)}x`],
    ['words of a cadence', `when: weekly ${'on '.repeat(50_000)}!`],
  ])(
    'a long line of %s is coloured to its end: quadratic patterns would take minutes',
    { timeout: 60_000 },
    (_, line) => {
      const { tokens: found, stoppedEarly } = grammar.tokenizeLine(line, textMate.INITIAL);
      expect(stoppedEarly).toBe(false);
      expect(found.at(-1)?.endIndex).toBeGreaterThanOrEqual(line.length);
    },
  );
});
