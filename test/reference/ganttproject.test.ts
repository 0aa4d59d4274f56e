// GanttProject files: every task stands where the file says.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGan } from '../../server/exchange/gan.ts';
import { movedTasks } from '../../server/exchange/stated-dates.ts';
import { analysisOf, planFrom } from '../unit/exchange/converted.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('gan');
const files = data.isThere
  ? readdirSync(data.folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gan'))
  : [];

describe.skipIf(!data.isThere)(data.title('GanttProject'), () => {
  it.each(files)('%s', (file) => {
    const { draft, text, taskIds } = planFrom(readGan, readFileSync(data.folder + file, 'utf8'));
    const analysis = analysisOf(text);
    const { moved, compared } = movedTasks(draft, taskIds, analysis);
    expect(moved).toEqual([]);
    if (file.includes('HouseBuilding')) expect(compared).toBe(16);
    if (compared === 0) return;
    expect(analysis.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
