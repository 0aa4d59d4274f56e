// Tags have colours of their own: equal words equal ones, and picking another leaves the word alone.
import { expect, it } from 'vitest';
import { tagColours, tagPresentations } from '../../../server/editor/tag-colours.ts';
import { tagColour } from '../../../server/plan/tag-colour.ts';
import { completed } from '../../../server/text/steps.ts';
import { analysed, texts } from './analysed.ts';

const plan = `tasks:
  a: { duration: 1d, tags: [legal, 外部, "two words"] }
  b:
    duration: 1d
    tags: legal
  c: { tags: [], duration: 1d }
phases:
  p:
    tags:
      - 外部
    tasks: { d: { duration: 1d, tags:  } }
`;

it('shows one beside each tag, of tasks and phases, in either style', () => {
  const analysis = analysed(plan);
  const found = completed(tagColours(analysis));
  const tags = texts(
    analysis,
    found.map(({ range }) => range),
  );
  expect(tags.toSorted()).toEqual(['legal', 'legal', 'two words', '外部', '外部']);
  const colourOf = (tag: string) =>
    new Set(found.filter((_, at) => tags[at] === tag).map(({ color }) => JSON.stringify(color)));
  expect([...colourOf('legal')]).toHaveLength(1);
  expect([...colourOf('外部')]).toHaveLength(1);
  expect(colourOf('legal')).not.toEqual(colourOf('外部'));
});

it('is a colour that can be seen on black and on white', () => {
  for (const tag of ['legal', '外部', '', 'x'.repeat(1000), '🚀', '__proto__']) {
    const { red, green, blue } = tagColour(tag);
    for (const part of [red, green, blue]) expect(part >= 0.2 && part <= 0.8).toBe(true);
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeGreaterThan(0.5);
  }
  expect(tagColour('e\u0301')).toEqual(tagColour('\u00e9'));
});

it('leaves the word as it is, whatever is picked', () => {
  const analysis = analysed(plan);
  const [first] = completed(tagColours(analysis));
  expect(first && tagPresentations(analysis, first.range)).toEqual([{ label: 'legal' }]);
});

it.each(['', '- a\n', 'tasks:\n  a: { tags: { x: 1 } }\n', 'tasks:\n  a: { tags: [\n'])('has none in %j', (text) => {
  expect(completed(tagColours(analysed(text)))).toEqual([]);
});
