// The fourteen points of real MS Project files, against what was counted in their XML by a script that knows nothing of this project:
// rows that are unfinished work, links among them, constraints, and the slack and durations that each file states itself.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../server/report/schedule-health.ts';
import { analysisOf, planFromMspdi } from '../unit/exchange/converted.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('mspdi');

/** Unfinished work and links; then points 1 to 8 (of point 4 the links that are finish to start), and 10 where the file assigns anybody. */
const counted = [
  ['Commercial_construction_project_plan', 126, 176, [6, 0, 2, 175, 0, 50, 0, 1], 1],
  ['Residential_Construction', 83, 118, [4, 0, 0, 118, 0, 0, 0, 0], 1],
  ['ExtractEmbeddedObjects', 57, 63, [17, 5, 16, 59, 0, 31, 0, 0], undefined],
  ['New_Product', 24, 37, [4, 1, 0, 36, 0, 2, 0, 1], 0],
] as const;

describe.skipIf(!data.isThere)(data.title('schedule health of MS Project files'), () => {
  test.each(counted)('%s', (file, work, links, figures, withoutResource) => {
    const plan = planFromMspdi(readFileSync(`${data.folder}${file}.xml`, 'utf8'), file);
    const assessed = assess(file, analysisOf(plan.text), 'en');
    expect([assessed.work, assessed.links]).toEqual([work, links]);
    const counts = assessed.points.map(({ measured }) => (measured?.kind === 'share' ? measured.count : undefined));
    expect(counts.slice(0, 8)).toEqual(figures);
    expect(counts[9]).toBe(withoutResource);
    // None of them has a baseline, a status date or a promised finish.
    expect([9, 11, 13, 14].map((point) => assessed.points[point - 1]?.verdict)).toEqual(
      Array.from({ length: 4 }, () => 'not-computed'),
    );
  });
});
