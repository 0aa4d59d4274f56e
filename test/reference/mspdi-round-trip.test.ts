// Every MS Project file of the data comes back from a plan and MS Project XML with the schedule that it has as a plan.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysisOf, datesById, mspdiOf, planFromMspdi } from '../unit/exchange/converted.ts';
import { referenceData } from './reference-data.ts';

const data = referenceData('mspdi');
const files = data.isThere ? readdirSync(data.folder).filter((name) => name.endsWith('.xml')) : [];

describe.skipIf(!data.isThere)(data.title('MS Project XML, there and back'), () => {
  it.each(files)('%s', (file) => {
    const first = analysisOf(planFromMspdi(readFileSync(data.folder + file, 'utf8')).text);
    const again = analysisOf(planFromMspdi(mspdiOf(first).text).text);
    expect(datesById(again)).toEqual(datesById(first));
  });
});
