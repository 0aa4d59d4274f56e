// Texts that are meant to hurt: no exception, no hang, and every range where it should be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../../server/text/node.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { everythingOf, nodesOf } from './shape.ts';

/** Opens a text, looks at all of it, and checks that places are right. What hangs is stopped by the time that a test has. */
function survives(text: string): Tree {
  const tree = openTree(text);
  const { syntax, comments } = tree;
  for (const node of nodesOf(tree.root)) {
    const span = tree.spanOf(node);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    if (node.kind === 'map') tree.pairsOf(node);
    if (node.kind === 'scalar') expect(text.startsWith(node.source, span.start)).toBe(true);
  }
  for (const { span, related } of syntax)
    for (const each of related ? [span, related] : [span]) {
      expect(each.start).toBeLessThan(each.end);
      expect(each.end).toBeLessThanOrEqual(text.length);
    }
  for (const { span } of comments) expect(text[span.start]).toBe('#');
  expect(tree.length).toBe(text.length);
  return tree;
}

function codes(tree: Tree): string[] {
  return tree.syntax.map(({ code }) => code);
}

function child(tree: Tree, key: string): Node | undefined {
  return tree.root?.kind === 'map' ? tree.pair(tree.root, key)?.value : undefined;
}

describe('nesting', () => {
  test('5,000 brackets in one entry leave the others', () => {
    const tree = survives(`a: ${'['.repeat(5_000)}${']'.repeat(5_000)}\nb: 1\n`);
    expect(codes(tree)).toEqual(['too-deep']);
    expect(child(tree, 'b')).toMatchObject({ text: '1' });
  });

  const texts: readonly (readonly [string, string])[] = [
    ['open brackets', '['.repeat(100_000)],
    ['open braces', `a: ${'{ x: '.repeat(100_000)}`],
    ['brackets', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['dashes', '- '.repeat(100_000)],
    ['dashes and a key after them', `${'- '.repeat(100_000)}x\na: 1\n`],
    ['question marks', `a:\n  ${'? '.repeat(100_000)}`],
    ['indentation', Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}k:\n`).join('')],
  ];
  for (const [name, text] of texts)
    test(name, () => {
      expect(codes(survives(text)).length).toBeGreaterThan(0);
    });

  test('ninety levels are fine', () => {
    const text = Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}k:\n`).join('');
    expect(codes(survives(text))).toEqual([]);
  });
});

describe('size', () => {
  test('an entry of more than half a million characters is not parsed, its siblings are', () => {
    const tree = survives(`a: [${'x, '.repeat(170_000)}]\nb: 1\n`);
    expect(codes(tree)).toEqual(['too-large']);
    expect(child(tree, 'b')).toMatchObject({ text: '1' });
  });

  test('100 MB on one line', () => {
    expect(codes(survives(`a: "${'x'.repeat(100_000_000)}"\nb: 1\n`))).toEqual(['too-large']);
  });

  test('100 MB without a break, a key or a blank', () => {
    survives('x'.repeat(100_000_000));
  });

  test('a million line breaks, a million colons, half a million quotes', () => {
    survives('\n'.repeat(1_000_000));
    survives(`a${':'.repeat(900_000)}\n`);
    survives(`a: ${'"'.repeat(500_000)}\n`);
    survives('"\n'.repeat(20_000));
    survives("a: '\n".repeat(5_000));
    survives('a: {\n'.repeat(5_000));
    survives('  a: [\n'.repeat(5_000));
  });

  test('20,000 lines that are no keys', () => {
    survives('half typed\n'.repeat(20_000));
  });
});

describe('references', () => {
  test('5,000 merge keys in one map', () => {
    const tree = survives(`a: &a { x: 1 }\nb:\n${'  <<: *a\n'.repeat(5_000)}`);
    const b = child(tree, 'b');
    expect(b?.kind === 'map' && tree.pairsOf(b)).toHaveLength(1);
  });

  test('5,000 maps that merge one', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `  t${i}: { <<: *a, y: 2 }\n`).join('');
    const tree = survives(`a: &a { x: 1 }\nb:\n${lines}`);
    expect(codes(tree)).toEqual([]);
  });

  test('a chain in which each merges the one before: bounded, and reported', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `t${i}: &t${i} { <<: *t${i - 1}, k${i}: 1 }\n`).join('');
    const tree = survives(`t-1: &t-1 { x: 1 }\n${lines}`);
    expect(codes(tree)).toContain('merge-too-large');
  });

  test('laughs', () => {
    const text = Array.from(
      { length: 30 },
      (_, i) =>
        `l${i}: &l${i} [${Array(9)
          .fill(`*l${i - 1}`)
          .join(', ')}]\n`,
    ).join('');
    survives(`l-1: &l-1 [lol]\n${text}`);
  });
});

describe('characters', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['NUL', 'a\0: \0\n\0b: "\0"\n'],
    ['lone surrogates', '\ud83d: \ude00\nb: "\ud83d"\n# \udc00\n'],
    ['byte-order marks everywhere', '\uFEFFa: \uFEFF1\n\uFEFFb: 2\n  \uFEFFc: 3\n\uFEFF\n'],
    ['line separators', 'a: x\u2028b: y\u0085c: z\u2029\n'],
    ['tabs', '\ta:\t1\n\t\tb:\t2\nc:\n\t- 1\n\t-\t2\n'],
    ['backspaces and bells', 'a: \u0007\u0008\u001b[31m\nb: 1\n'],
    ['right to left', 'a: \u202eevil\u202c\nשלום: عالم\n'],
    ['object members', '__proto__: { __proto__: 1 }\nconstructor: { prototype: x }\n<<: { __proto__: 2 }\n'],
    ['carriage returns', 'a: 1\r\rb:\r  c: |\r    x\r\r  d: "y\r    z"\r'],
    ['HTML and directives', 'a: <script>alert(1)</script>\n%%{init: {}}%%\nb: "%%{"\n'],
  ];
  for (const [name, text] of texts)
    test(name, () => {
      const tree = survives(text);
      const middle = tree.positionAt(text.length >> 1);
      const edited = tree.edit([{ range: { start: middle, end: middle }, text: 'é\n' }]);
      expect(everythingOf(edited)).toEqual(everythingOf(openTree(edited.text())));
    });

  test('a binary file', () => {
    const bytes = Array.from({ length: 50_000 }, (_, i) => String.fromCharCode((i * 7919 + (i >> 3)) % 256));
    survives(bytes.join(''));
  });
});

const suite = join(import.meta.dirname, '../../../../shared/data/yaml-test-suite');

describe.skipIf(!existsSync(suite))('the YAML test suite (skipped where ../shared/data is absent)', () => {
  const names = existsSync(suite) ? readdirSync(suite).filter((name) => name.endsWith('.yaml')) : [];

  test('is there', () => {
    expect(names.length).toBeGreaterThanOrEqual(400);
  });

  test('every input is survived, and edited as if it were fresh', () => {
    for (const name of names) {
      const text = readFileSync(join(suite, name), 'utf8');
      const tree = survives(text);
      for (let line = 0; line < tree.lineCount; line += 3) {
        const start = { line, character: 0 };
        const edited = tree.edit([{ range: { start, end: start }, text: 'x' }]);
        expect(everythingOf(edited), name).toEqual(everythingOf(openTree(edited.text())));
      }
    }
  });
});
