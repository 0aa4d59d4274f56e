// Every refactoring at every place of the samples where it is offered: the dates stay, no error comes, no comment goes, the line ends are kept.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../../server/analysis.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import type { RefactoringName } from '../../../server/edits/refactoring.ts';
import { refactorings } from '../../../server/edits/refactorings.ts';
import type { CountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { loadPublishedHolidays } from '../../../server/schedule/published-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Span } from '../../../server/text/tree.ts';
import { dates } from './refactored.ts';

const folder = new URL('../../../samples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.plan.yaml'));
let holidays: CountryHolidays;

beforeAll(async () => {
  holidays = await loadPublishedHolidays('en');
});

function opened(text: string): Analysis {
  return analyse({
    uri: 'file:///sample.plan.yaml',
    version: 1,
    tree: openTree(text),
    files: (path) =>
      path === 'baselines/v1.yaml' || path === 'baselines/v2.yaml'
        ? { path, text: 'tasks: {}\n' }
        : { path, text: undefined, failure: 'missing' },
    holidays,
    settings: { rules: {} },
    nowMinute: Date.UTC(2026, 2, 2, 12) / 60_000,
  });
}

/** The beginning of the text, each task, each link, and each task with the one beside it. */
function places({ tree, plan }: Analysis): readonly Span[] {
  return plan.tasks
    .filter(({ synthetic }) => synthetic === undefined)
    .flatMap((task): Span[] => {
      const { start } = tree.spanOf(task.key);
      const next = plan.tasks.find(
        ({ parent, index, synthetic }) => parent === task.parent && index > task.index && synthetic === undefined,
      );
      const links = (task.record.after?.value ?? []).map(({ node }) => tree.spanOf(node).start);
      const cursors = [start, ...links].map((at) => ({ start: at, end: at }));
      return next === undefined ? cursors : [...cursors, { start, end: tree.spanOf(next.node).end }];
    })
    .concat({ start: 0, end: 0 });
}

function errors({ findings }: Analysis): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** What adds time moves what follows. */
const moving: ReadonlySet<RefactoringName> = new Set([
  'buffer-behind',
  'buffer-before',
  'buffer-of-phase',
  'level-plan',
]);

/** Every so many places are tried, so that the whole stays short; each place is, of the small one. */
const step = (name: string): number => (name === 'ten-lines.plan.yaml' ? 1 : 37);

describe.each(['\n', '\r\n'])('with the line break %j', (eol) => {
  test.each(files)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\n', eol);
    const before = opened(text);
    const known = dates(before);
    const names = new Map(before.plan.tasks.map((task) => [`${task.id} 0`, task.name]));
    const offered = new Set<string>();
    for (const [index, span] of places(before).entries()) {
      if (index % step(name) !== (eol === '\n' ? 0 : 1) % step(name)) continue;
      for (const proposal of refactorings(before, span)) {
        if (proposal.refused !== undefined) continue;
        offered.add(proposal.name);
        const where = `${proposal.name} at ${JSON.stringify(before.tree.positionAt(span.start))}`;
        const made = applyEdits(text, proposal.edits);
        const after = opened(made);
        expect(errors(after).length, where).toBeLessThanOrEqual(errors(before).length);
        expect(after.tree.comments.map((each) => each.text).sort(), where).toEqual(
          before.tree.comments.map((each) => each.text).sort(),
        );
        if (eol === '\r\n') expect(made.replaceAll('\r\n', ''), where).not.toMatch(/[\r\n]/);
        if (moving.has(proposal.name)) continue;
        const now = dates(after);
        for (const [task, was] of known) {
          const isSplit = proposal.name === 'split-task' && names.get(task) === proposal.args.task;
          if (now.has(task) && !isSplit) expect(`${task} ${now.get(task)}`, where).toBe(`${task} ${was}`);
        }
      }
    }
    expect(offered.size).toBeGreaterThanOrEqual(5);
  });
});
