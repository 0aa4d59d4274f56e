// Completion of paths: which files are offered where, and that what is written is a path in the quotes that are there.
import { describe, expect, it } from 'vitest';
import { pathCompletion, pathPlace } from '../../../server/editor/path-completion.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { analysedAt } from './analysed.ts';

const files = [
  '../shared/all.yaml',
  'lib/团队.yaml',
  'team.yaml',
  'b.plan.yaml',
  'sub/c.plan.yml',
  'we, all #1.yaml',
].map((path) => ({
  path,
  isPlan: /\.plan\.ya?ml$/.test(path),
}));

function offered(withCursor: string): { labels: readonly string[]; text: (label: string) => string } | undefined {
  const { analysis, offset } = analysedAt(withCursor);
  const place = pathPlace(analysis, offset);
  if (!place) return undefined;
  const { items } = pathCompletion(analysis, place, files);
  return {
    labels: items.map(({ label }) => label),
    text: (label) => {
      const edit = items.find((item) => item.label === label)?.textEdit;
      if (!edit || !('range' in edit)) throw new Error(`${label} is not offered`);
      const { tree } = analysis;
      const span = { start: tree.offsetAt(edit.range.start), end: tree.offsetAt(edit.range.end) };
      return applyEdits(tree.text(), [{ span, text: edit.newText }]);
    },
  };
}

const shared = ['team.yaml', 'we, all #1.yaml', 'lib/团队.yaml', '../shared/all.yaml'];
const plans = ['b.plan.yaml', 'sub/c.plan.yml'];

describe('paths are offered', () => {
  it.each([
    ['for include', 'include: ‸', shared],
    ['in a list of includes', 'include:\n  - ‸\n', shared],
    ['in brackets, but for what is there', 'include: [team.yaml, ‸]', shared.slice(1)],
    ['for a half-typed path, that one too', 'include: te‸am.yaml', shared],
    ['for subplans', 'subplans:\n  b: ‸\n', plans],
    ['for subplans in braces', 'subplans: { b: s‸ }', plans],
    ['for a baseline', 'baselines:\n  v1: { date: 2026-03-01, file: ‸ }\n', shared],
    ['in quotes', 'include: "‸"', shared],
    ['behind an open quote', 'include: "li‸\nstart: 2026-03-02\n', shared],
  ])('%s', (_, text, labels) => {
    expect(offered(text)?.labels).toEqual(labels);
  });

  it.each(['name: ‸', 'tasks:\n  a: { after: ‸ }', 'inc‸', 'subplans:\n  ‸', '# include: ‸'])(
    'but not in %j',
    (text) => {
      expect(offered(text)).toBeUndefined();
    },
  );
});

describe('what is written', () => {
  it.each([
    ['include: ‸', 'team.yaml', 'include: team.yaml'],
    ['include: lib/o‸ld.yaml # ours\r\n', 'lib/团队.yaml', 'include: lib/团队.yaml # ours\r\n'],
    ['include: [a.yaml, "x/‸y.yaml"]', '../shared/all.yaml', 'include: [a.yaml, "../shared/all.yaml"]'],
    ["subplans: { b: '‸' }", 'b.plan.yaml', "subplans: { b: 'b.plan.yaml' }"],
    ['subplans:\n  b: ‸\n  c: x.plan.yaml\n', 'sub/c.plan.yml', 'subplans:\n  b: sub/c.plan.yml\n  c: x.plan.yaml\n'],
    ['include: [‸]', 'we, all #1.yaml', 'include: ["we, all #1.yaml"]'],
    ['include: we, ‸all #1.yaml', 'team.yaml', 'include: team.yaml #1.yaml'],
  ])('%j with %j', (before, label, after) => {
    expect(offered(before)?.text(label)).toBe(after);
    expect(openTree(after).syntax).toEqual([]);
  });
});
