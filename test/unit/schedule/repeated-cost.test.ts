// What a repeated task costs: what it says, as many times as it takes place.
import { expect, it } from 'vitest';
import { scheduled } from './plan-builder.ts';

const costs = (tasks: string, head = ''): readonly number[] => [...scheduled(tasks, head, {}, true).schedule.cost];
const every = 'duration: 2h, cost: 500, repeat: { every: weekly on fri';

it('is counted once a time, beside what the people cost', () => {
  expect(costs(`r: { ${every}, times: 3 } }`)).toEqual([1500, 500, 500, 500]);
  expect(costs(`r: { ${every}, times: 2 }, owner: li }`, 'team: { li: { rate: 100/h } }')).toEqual([1400, 700, 700]);
});

it('is not counted of times that do not take place', () => {
  const waiting = `r: { ${every}, until: 2026-03-20 }, after: a }\na: 7d`;
  expect(costs(waiting)).toEqual([1000, 500, 500, Number.NaN, Number.NaN]);
  expect(costs(`r: { ${every}, times: 2 }, status: cancelled }`)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(costs(`r: { ${every}, from: 2026-03-09, until: 2026-03-02 } }`)).toEqual([Number.NaN]);
});

it('is counted once of a summary, which does not repeat', () => {
  expect(costs(`r: { cost: 500, repeat: { every: daily, times: 3 }, tasks: { a: 1d, b: 1d } }`)[0]).toBe(500);
});
