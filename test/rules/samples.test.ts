// The samples: each opens without an error or a warning, but for the one that shows mistakes, which has those that it announces and no others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { spanOf } from '../../server/rules/check.ts';
import type { CountryHolidays } from '../../server/schedule/country-holidays.ts';
import { loadPublishedHolidays } from '../../server/schedule/published-holidays.ts';
import { openTree } from '../../server/text/open-tree.ts';

const folder = new URL('../../samples/', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.plan.yaml'));
const mistakes = 'mistakes.plan.yaml';
let holidays: CountryHolidays;

beforeAll(async () => {
  holidays = await loadPublishedHolidays('en');
});

function opened(name: string): Analysis {
  return analyse({
    uri: new URL(name, folder).href,
    version: 1,
    tree: openTree(readFileSync(new URL(name, folder), 'utf8')),
    files: (path, from) => {
      const file = new URL(path, from === '' ? new URL(name, folder) : from);
      return existsSync(file)
        ? { path: file.href, text: readFileSync(file, 'utf8') }
        : { path: file.href, text: undefined, failure: 'missing' };
    },
    holidays,
    settings: { rules: {} },
    nowMinute: Date.UTC(2026, 2, 2, 12) / 60_000,
  });
}

test.each(names.filter((name) => name !== mistakes))('%s opens without an error or a warning', (name) => {
  const loud = opened(name).findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(loud.map(({ rule, args }) => ({ rule, args }))).toEqual([]);
});

test('the programme waits for both of its plans', () => {
  const { plan, schedule } = opened('programme/programme.plan.yaml');
  const start = (id: string) => schedule.start[plan.findTask(id, -1)?.index ?? -1] ?? Number.NaN;
  const day = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);
  // The trial of the app ends on 2026-04-20; the store is ready on 2026-04-30, and May begins with holidays until the 5th.
  expect([day(start('campaign')), day(start('rehearsal'))]).toEqual(['2026-04-21', '2026-05-06']);
});

test('every mistake is found where its comment says, and nothing else is', () => {
  const analysis = opened(mistakes);
  const announced = analysis.tree.comments.flatMap(({ text, line }) => {
    const [, rules] = /^shows: (.*)$/.exec(text) ?? [];
    return rules?.split(', ').map((rule) => `${line + 1} ${rule}`) ?? [];
  });
  const found = analysis.findings.map(
    (finding) => `${analysis.tree.positionAt(spanOf(finding.place, analysis).start).line} ${finding.rule}`,
  );
  expect([...new Set(found)].sort()).toEqual(announced.sort());
});

test('at least forty rules are shown', () => {
  expect(new Set(opened(mistakes).findings.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(40);
});
