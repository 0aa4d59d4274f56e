// Files that plans include, opened as plans themselves so that they are completed and checked: what makes a plan is not asked of them.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../server/analysis.ts';
import { analysed } from '../editor/analysed.ts';

const part =
  'team:\n  li: { name: Li, skills: [law], calendar: site }\ncalendars:\n  site: { days: mon-sat }\n  night: { extends: site }\n';
const codes = (text: string) => analysed(text).findings.map(({ message }) => message);

describe('a file that only gives people, equipment, calendars and rules', () => {
  it.each([part, 'include: []\n', 'x-note: ours\nrules: { high-duration: off }\n', 'resources: { crane: Crane }\n'])(
    'needs no start, and its definitions are there for others: %j',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it('is checked all the same', () => {
    expect(codes(part.replace('extends: site', 'extends: sight').replace('name: Li', 'nmae: Li'))).toEqual([
      'schema.unknown-key',
      'unknown-reference.calendar',
    ]);
  });

  it.each([`${part}tasks: { a: 1d }\n`, `name: A plan\n${part}`, 'x-note: ours\n', ''])(
    'is no plan: that needs a start: %j',
    (text) => {
      expect(codes(text)).toContain('schema.missing-start');
    },
  );

  it('becomes a plan while it is typed, and back', () => {
    const first = analysed(part);
    const end = first.tree.positionAt(part.length);
    const more = first.tree.edit([{ range: { start: end, end }, text: 'tasks: { a: 1d }\n' }]);
    const second = analyse({ ...first.snapshot, version: 2, tree: more }, first);
    expect(second.findings.map(({ message }) => message)).toContain('schema.missing-start');
    const less = more.edit([{ range: { start: end, end: more.positionAt(more.length) }, text: '' }]);
    expect(analyse({ ...first.snapshot, version: 3, tree: less }, second).findings).toEqual([]);
  });
});
