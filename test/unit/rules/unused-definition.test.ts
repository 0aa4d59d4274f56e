// What is offered for a definition that nothing uses.
import { expect, test } from 'vitest';
import { analysed } from '../../rules/fixture.ts';

test('takes out somebody whom nothing names, but nobody with a skill that work asks for', () => {
  const { findings } = analysed(
    'start: 2026-03-02\nteam:\n  mia: { skills: [weld] }\n  ben: { skills: [paint] }\n  joe: { skills: [cook] }\ntasks:\n  a: { duration: 1d, skills: weld, owner: ben }\n',
  );
  const unused = findings.filter(({ message }) => message === 'unused-definition.person');
  expect(unused.map(({ args, fixes }) => [args.id, fixes?.map(({ kind }) => kind) ?? []])).toEqual([
    ['mia', []],
    ['joe', ['remove-entry']],
  ]);
});
