// The samples: each opens without an error or a warning, but for the one that shows mistakes, which has those that it announces and no others.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/analysis.ts';
import { spanOf } from '../../server/rules/check.ts';
import type { CountryHolidays } from '../../server/schedule/country-holidays.ts';
import { loadPublishedHolidays } from '../../server/schedule/published-holidays.ts';
import { openTree } from '../../server/text/open-tree.ts';

const folder = new URL('../../samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.plan.yaml'));
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
    files: (path) => ({ path, text: undefined, failure: 'missing' }),
    holidays,
    settings: { rules: {} },
    nowMinute: Date.UTC(2026, 2, 2, 12) / 60_000,
  });
}

test.each(names.filter((name) => name !== mistakes))('%s opens without an error or a warning', (name) => {
  const loud = opened(name).findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(loud.map(({ rule, args }) => ({ rule, args }))).toEqual([]);
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
