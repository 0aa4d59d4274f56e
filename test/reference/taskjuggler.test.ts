// Every start and finish equals what TaskJuggler computed, over networks of 30 to 1,000 tasks, from the text of the plan on.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scheduledText } from '../unit/schedule/plan-builder.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('taskjuggler');
const networks = data.isThere ? readdirSync(data.folder).filter((file) => file.endsWith('.plan.yaml')) : [];

describe.skipIf(!data.isThere)(data.title('TaskJuggler'), () => {
  it('has all seven networks', () => {
    expect(networks).toHaveLength(7);
  });

  it.each(networks)('%s', (file) => {
    const plan = scheduledText(readFileSync(data.folder + file, 'utf8'));
    const wanted = readFileSync(data.folder + file.replace('.plan.yaml', '.dates.csv'), 'utf8')
      .trim()
      .split(/\r?\n/);
    const found = wanted.slice(1).map((line) => {
      const [id = ''] = line.split(',');
      const [start = '', finish = ''] = plan.span(id).split(' → ');
      return `${id},${start.slice(0, 10)},${finish.slice(0, 10)}`;
    });
    expect(found).toEqual(wanted.slice(1));
    expect(found.length).toBe(plan.plan.tasks.filter(({ kind }) => kind !== 'summary').length);
  });
});
