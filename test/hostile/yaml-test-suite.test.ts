// No input of the YAML test suite brings the server down, or a range out of place.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceData } from '../reference/reference-data.ts';
import { patience, Survivor } from './survival.ts';

const suite = referenceData('yaml-test-suite');
const names = suite.isThere ? readdirSync(suite.folder).filter((name) => name.endsWith('.yaml')) : [];

describe.skipIf(!suite.isThere)(suite.title('the YAML test suite'), () => {
  let survivor: Survivor;
  beforeAll(async () => {
    survivor = await Survivor.start();
  });
  afterAll(() => survivor.stop());

  test('is there', () => {
    expect(names.length).toBeGreaterThanOrEqual(400);
  });

  test.each(names)('%s', { timeout: patience }, async (name) => {
    await survivor.survives(readFileSync(suite.folder + name, 'utf8'));
  });
});
