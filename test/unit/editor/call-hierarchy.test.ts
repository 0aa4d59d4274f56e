// Predecessors and successors through the call hierarchy.
import { expect, test } from 'vitest';
import { predecessors, prepareCallHierarchy, successors } from '../../../server/editor/call-hierarchy.ts';
import { plainWording } from '../../../server/words/words.ts';
import { analysedAt, texts } from './analysed.ts';

const wording = plainWording('en');

const plan = `start: 2026-03-02
phases:
  make:
    buffer: 2d
    tasks:
      design: { name: Design it, duration: 5d }
      bu‸ild: { duration: 5d, after: [design, 'design SS + 1d'] }
  show:
    after: make
    tasks:
      talk: { duration: 1d, after: build }
      print: { duration: 1d, before: talk }
`;

function itemAt(text: string) {
  const { analysis, offset } = analysedAt(text);
  const [item] = prepareCallHierarchy(analysis, offset, wording) ?? [];
  return { analysis, item };
}

test('a task is known by its id, wherever that stands', () => {
  const { analysis, item } = itemAt(plan);
  expect(item).toMatchObject({ name: 'build', detail: '2026-03-09 → 2026-03-13', uri: 'file:///w/test.plan.yaml' });
  expect(item && texts(analysis, [item.selectionRange])).toEqual(['build']);
  expect(itemAt(plan.replace('bu‸ild', 'build').replace('after: build', 'after: bu‸ild')).item).toEqual(item);
  expect(
    itemAt(plan.replace('bu‸ild', 'build').replace('duration: 1d, after', 'dura‸tion: 1d, after')).item,
  ).toBeUndefined();
});

test('what it waits for, each once with every place that says so', () => {
  const { analysis, item } = itemAt(plan);
  const calls = item ? predecessors(analysis, item, wording) : [];
  expect(calls.map(({ from }) => from.name)).toEqual(['Design it']);
  expect(texts(analysis, calls[0]?.fromRanges ?? [])).toEqual(['design', "'design SS + 1d'"]);
});

test('what waits for it, before and after; the reserve of its phase goes without saying', () => {
  const { analysis, item } = itemAt(plan);
  expect(item && successors(analysis, item, wording).map(({ to }) => to.name)).toEqual(['talk']);
  const talk = itemAt(plan.replace('bu‸ild', 'build').replace('talk:', 'ta‸lk:'));
  expect(talk.item && predecessors(talk.analysis, talk.item, wording).map(({ from }) => from.name)).toEqual([
    'build',
    'print',
  ]);
});

test('phases have neighbours too', () => {
  const { analysis, item } = itemAt(plan.replace('bu‸ild', 'build').replace('  show:', '  sh‸ow:'));
  expect(item && predecessors(analysis, item, wording).map(({ from }) => from.name)).toEqual(['make']);
});
