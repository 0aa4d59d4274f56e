// Every message that rules have words for is shown by a fixture, or here by a text that is no fixture's size, or it is listed with the reason.
import { expect, test } from 'vitest';
import type { Analysis } from '../../server/analysis.ts';
import { ruleWords } from '../../server/words/rules.ts';
import { fixtures } from './all-fixtures.ts';
import { analysed } from './fixture.ts';

const plan = 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 1d\n';

/** Texts too long for a fixture, or with findings that run over lines. */
const texts: Readonly<Record<string, string>> = {
  'yaml-syntax.too-deep': `${plan}x-deep: ${'['.repeat(5000)}\n`,
  'yaml-syntax.too-large': `${plan}x-large: [${'x, '.repeat(200_000)}]\n`,
  'yaml-syntax.key-too-long': `${plan}x-key: [${'k'.repeat(1100)}: x]\n`,
  'yaml-syntax.multiline-key': `${plan}x-key: [a\n  b: c]\n`,
  'yaml-syntax.merge-too-large': `${plan}${Array.from(
    { length: 2000 },
    (_, i) => `x-${i + 1}: &x${i + 1} { <<: *x${i}, k${i}: 1 }\n`,
  ).join('')}`.replace('x-1:', 'x-0: &x0 { k: 1 }\nx-1:'),
  'check-invalid.too-long': `${plan}rules:\n  checks:\n    - { id: x, message: x, when: '${'critical || '.repeat(100)}critical' }\n`,
  'check-invalid.too-many': `${plan}rules:\n  checks:\n${Array.from(
    { length: 101 },
    (_, i) => `    - { id: x${i}, message: x, when: critical && !critical }\n`,
  ).join('')}`,
  // Twenty-five tasks, each with a hundred tags, asked a hundred times for ninety things about each tag.
  'check-invalid.too-much': `${plan}${Array.from(
    { length: 25 },
    (_, i) => `  b${i}: { duration: 1d, tags: [${Array.from({ length: 100 }, (__, tag) => `t${tag}`).join(', ')}] }\n`,
  ).join('')}rules:\n  checks:\n${Array.from(
    { length: 100 },
    (_, i) =>
      `    - { id: x${i}, message: x, when: '!tags.all(t, ${Array.from({ length: 30 }, () => 't != ""').join(' && ')})' }\n`,
  ).join('')}`,
};

/** Why a file can't be read, as the workspace says it. */
const failures = ['outside', 'unreadable', 'too-large'] as const;

/** What nothing shows, and why it has words all the same. */
const unseen: Readonly<Record<string, string>> = {
  'deprecated-key.renamed': 'format 1 is the first: it has no older keys',
  'unknown-reference.person': 'one who is named may always be a stakeholder or a resource as well',
  'unknown-reference.skill': 'a skill that nobody has is said by a rule of its own',
  'unknown-reference.decision': 'nothing names a level of decisions yet',
  'unknown-reference.baseline': 'nothing names a baseline yet',
  'yaml-syntax.tab-indent': '“tab” says it, with its mend',
  'yaml-syntax.fullwidth-colon': '“fullwidth-punctuation” says it, with its mend',
  'yaml-syntax.missing-space-after-colon': 'only behind an alias as a key, of which more is wrong than that',
  'yaml-syntax.yaml': 'the parser has no message left that we know of and have no words for',
};

test.each(Object.entries(texts))('%s is shown by a text made for it', (message, text) => {
  expect(messagesOf(analysed(text))).toContain(message);
});

test.each(failures)('a file that is %s', (failure) => {
  const analysis = analysed(`include: people.yaml\n${plan}`, {}, failure);
  expect(messagesOf(analysis)).toEqual([`include-not-found.${failure}`]);
});

test('all other messages are shown by fixtures', () => {
  const shown = new Set(fixtures.flatMap(({ text, files }) => messagesOf(analysed(text, files))));
  const elsewhere = new Set([...Object.keys(texts), ...failures.map((failure) => `include-not-found.${failure}`)]);
  const missing = Object.keys(ruleWords).filter((message) => !shown.has(message) && !elsewhere.has(message));
  expect(missing.sort()).toEqual(Object.keys(unseen).sort());
});

/** The messages of the findings and of their second places. */
function messagesOf({ findings }: Analysis): readonly string[] {
  return findings.flatMap(({ message, related = [], meant }) => [
    message,
    ...related.map((place) => place.message),
    ...(meant === undefined ? [] : ['did-you-mean']),
  ]);
}
