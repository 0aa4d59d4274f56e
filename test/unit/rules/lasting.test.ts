// What the slower rules said stays while somebody types elsewhere in a large plan, and goes with its own text.
import { expect, test } from 'vitest';
import { type Analysis, analyse, analyseInstantly } from '../../../server/analysis.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';

const tasks = Array.from({ length: 320 }, (_, index) => `  t${index}: { duration: 1d, owner: ann }\n`).join('');
const plan = `start: 2026-03-02
rules:
  checks:
    - { id: short-names, for: task, when: id == "t300", message: Too short }
team: { ann: Ann, mia: Mia }
tasks:
${tasks}  design: { duration: 10d, owner: mia }
  build: { duration: 10d, owner: mia }
`;

function settled(): Analysis {
  const nothing = { files: () => undefined, holidays: noCountryHolidays, settings: { rules: {} }, nowMinute: 0 };
  return analyse({ uri: 'file:///a.plan.yaml', version: 1, tree: openTree(plan), ...nothing });
}

/** The instant analysis after `piece` of the text is replaced. */
function typed(before: Analysis, piece: string, by: string): Analysis {
  const start = plan.indexOf(piece);
  const range = { start: before.tree.positionAt(start), end: before.tree.positionAt(start + piece.length) };
  const steps = analyseInstantly(
    { ...before.snapshot, version: 2, tree: before.tree.edit([{ range, text: by }]) },
    before,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const rulesOf = ({ findings }: Analysis) => new Set(findings.map(({ rule }) => rule));

test('it stays where its text stands, own checks too', () => {
  const before = settled();
  expect(rulesOf(before)).toContain('overallocated');
  expect(rulesOf(before)).toContain('short-names');
  const after = typed(before, 't10: { duration: 1d', 't10: { duration: 2d');
  expect(after.settled).toBe(false);
  expect(rulesOf(after)).toContain('overallocated');
  expect(rulesOf(after)).toContain('short-names');
});

test('it goes with its text', () => {
  const after = typed(settled(), '  t300: { duration: 1d, owner: ann }\n', '');
  expect(rulesOf(after)).not.toContain('short-names');
});

test('findings stay sorted by place', () => {
  const { findings, tree } = typed(settled(), 't10: { duration: 1d', 't10: { duration: 1x');
  const starts = findings.map(({ place }) => ('node' in place ? tree.spanOf(place.node).start : place.span.start));
  expect(rulesOf({ ...settled(), findings })).toContain('invalid-duration');
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});
