// SARIF: valid by the official schema whatever is found, and with places that mean the same to other tools.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reportFile } from '../../../server/report/report.ts';
import { reportSarif } from '../../../server/report/sarif.ts';
import { fixtures } from '../../rules/all-fixtures.ts';
import { analysed } from '../../rules/fixture.ts';

const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isReference = (text: string): boolean => URL.canParse(text, 'file:///') && !/[\s\\]/.test(text);
const ajv = new AjvDraft04({
  strict: false,
  unicodeRegExp: false,
  formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': isReference, 'date-time': true },
});
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

function sarif(files: Readonly<Record<string, string>>, locale: 'en' | 'zh-cn' = 'en'): Log {
  const reported = Object.entries(files).map(([path, text]) => reportFile(path, analysed(text), locale));
  const words = {
    language: locale === 'en' ? 'en-US' : 'zh-CN',
    titleOf: (rule: string) => `title of ${rule}`,
    pageOf: (rule: string) => (rule === 'missed-deadline' ? '# A page' : undefined),
  };
  return JSON.parse(reportSarif(reported, '1.2.3', words));
}

function problems(log: Log): unknown {
  return validate(log) ? [] : validate.errors;
}

const late = '名称: 😀\nstart: 2026-03-02\ntasks:\n  设计: { name: 设计😀, duration: 5d, deadline: 2026-03-03 } # 😀\n';

test('the schema refuses what is no SARIF', () => {
  expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  expect(validate({ version: '2.0.0', runs: [] })).toBe(false);
});

describe('every fixture is valid', () => {
  test.each(['en', 'zh-cn'] as const)('in %s', (locale) => {
    const files = Object.fromEntries(fixtures.map(({ name, text }) => [name, text]));
    const log = sarif(files, locale);
    expect(problems(log)).toEqual([]);
    expect(log.runs[0]?.results?.length).toBeGreaterThan(fixtures.length);
  });

  test('and so is a run that finds nothing', () => {
    expect(problems(sarif({}))).toEqual([]);
    expect(problems(sarif({ 'a.plan.yaml': 'start: 2026-03-02\ntasks: { a: 1d }\n' }))).toEqual([]);
  });
});

test('columns count UTF-16 units from 1, the end behind the last; the run says so', () => {
  const [run] = sarif({ 'a.plan.yaml': late }).runs;
  expect(run?.columnKind).toBe('utf16CodeUnits');
  const result = run?.results?.find(({ ruleId }) => ruleId === 'missed-deadline');
  // `  设计: { name: 设计😀, duration: 5d, deadline: ` are 45 units, of which the emoji takes two.
  const startColumn = '  设计: { name: 设计😀, duration: 5d, deadline: '.length + 1;
  expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 4,
    startColumn,
    endLine: 4,
    endColumn: startColumn + '2026-03-03'.length,
  });
});

test('paths are URI references: relative, with slashes, blanks and Chinese encoded', () => {
  const log = sarif({ '计划/my plan#1.plan.yaml': late, 'sub\\b.plan.yaml': late, '../c.plan.yaml': late });
  expect(problems(log)).toEqual([]);
  const uris = new Set(
    log.runs[0]?.results?.map((each) => each.locations?.[0]?.physicalLocation?.artifactLocation?.uri),
  );
  expect([...uris]).toEqual(['%E8%AE%A1%E5%88%92/my%20plan%231.plan.yaml', 'sub/b.plan.yaml', '../c.plan.yaml']);
});

test('each result points to its rule, which has a title, a level, a family and its page', () => {
  const [run] = sarif({ 'a.plan.yaml': late }).runs;
  for (const { ruleId, ruleIndex = -1 } of run?.results ?? [])
    expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  expect(run?.tool.driver).toMatchObject({ name: 'Plan as Code', semanticVersion: '1.2.3' });
  expect(run?.tool.driver.rules?.find(({ id }) => id === 'missed-deadline')).toEqual({
    id: 'missed-deadline',
    shortDescription: { text: 'title of missed-deadline' },
    help: { text: 'title of missed-deadline', markdown: '# A page' },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['dates'] },
  });
});

test('second places have their own messages', () => {
  const loop = 'start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: b }\n  b: { duration: 1d, after: a }\n';
  const log = sarif({ 'a.plan.yaml': loop });
  const result = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'dependency-cycle');
  const lines = result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation?.region?.startLine) ?? [];
  expect(lines).toContain(3);
  for (const { message } of result?.relatedLocations ?? []) expect(message?.text).not.toBe('');
  expect(log.runs[0]?.language).toBe('en-US');
});
