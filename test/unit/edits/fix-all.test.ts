// Many fixes in one go: each stands by itself, what is in another's way waits, and rounds come to an end.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { safeFixes, sameFixes } from '../../../server/edits/fix-all.ts';
import { mendText } from '../../../server/edits/mend-text.ts';
import { safeFixOf } from '../../../server/edits/safe-fixes.ts';
import { fixtures } from '../../rules/all-fixtures.ts';
import { analysed } from '../../rules/fixture.ts';

const plan = 'name: A plan\nstart: 2026-03-02\n';

function fixedSame(text: string, rule: string): string {
  const analysis = analysed(text);
  const finding = analysis.findings.find((each) => each.rule === rule);
  const fix = finding?.fixes?.[0];
  if (finding === undefined || fix === undefined) throw new Error(`${rule} has a fix`);
  return applyEdits(text, sameFixes(analysis, finding, fix).edits);
}

describe('the same fix everywhere', () => {
  test('keeps comments, quotes and line ends', () => {
    const text = `${plan}tasks:\r\n  a: 1d # A\r\n  b: { duration: 1d, after: [a, a] }\r\n  "c": { duration: 1d, depends_on: a } # C\r\n  d:\r\n    duration: 1d\r\n    depends_on: b # D\r\n`;
    expect(fixedSame(text, 'schema')).toBe(text.replaceAll('depends_on', 'after'));
  });

  test('takes only what does the same kind of thing', () => {
    // “b” wants a duration: that is another kind of fix of the same rule.
    const text = `${plan}tasks:\n  a: { duration: 1d, requires: c }\n  b: { tags: [x] }\n  c: 1d\n  d: { duration: 1d, depends_on: a }\n`;
    expect(fixedSame(text, 'schema')).toBe(text.replace('requires', 'after').replace('depends_on', 'after'));
  });

  test('writes no key twice: of two words for it only the first becomes it', () => {
    const text = `${plan}tasks:\n  a: 1d\n  b: 1d\n  c:\n    duration: 1d\n    depends_on: a\n    predecessors: b\n`;
    const once = text.replace('depends_on', 'after');
    expect(fixedSame(text, 'schema')).toBe(once);
    expect(mendText(analysed(text)).text).toBe(once);
  });

  test('creates what several places ask for only once', () => {
    const text = `${plan}tasks:\n  a: { duration: 1d, after: draft }\n  b: { duration: 1d, after: draft }\n`;
    expect(fixedSame(text, 'unknown-reference').match(/^ {2}draft:/gm)).toHaveLength(1);
  });

  test('leaves to a second round what would be written at the same place', () => {
    const text = `${plan}team: { mia: Mia }\ntasks:\n  a: { duration: 1d, owner: li, calendar: far }\n  b: { duration: 1d, calendar: near }\n`;
    const once = fixedSame(text, 'unknown-reference');
    expect(analysed(once).findings.filter(({ rule }) => rule === 'yaml-syntax' || rule === 'duplicate-id')).toEqual([]);
  });

  test('is enough for thousands of findings, in rounds', () => {
    const lines = Array.from({ length: 2500 }, (_, index) => `  t${index}: { duration: 1d, depends_on: s }\n`);
    const analysis = analysed(`${plan}tasks:\n  s: 1d\n${lines.join('')}`);
    expect(safeFixes(analysis).findings).toHaveLength(1000);
    expect(mendText(analysis).findings).toHaveLength(2500);
  });
});

describe('a plan in another tool’s words', () => {
  const chinese = `名称: 社区花园
开始: 2026-03-02
团队: { 小王: { 姓名: 王芳, 技能: 审批, 请假: 2026-03-09 } }
阶段:
  准备:
    任务:
      选址: 5天 # 两处
      审批: { 工期: 2周, 前置: [选址，勘察], 负责人: 小王 }
      勘察: { 工期: 3d, 执行人: 小李 }
    缓冲: 3天
`;

  test('is said in ours however deep its keys stand, though more of it is read then that is wrong', () => {
    const { text, edits, findings } = mendText(analysed(chinese));
    expect(text).toBe(`name: 社区花园
start: 2026-03-02
team: { 小王: { name: 王芳, skills: 审批, leave: 2026-03-09 } }
phases:
  准备:
    tasks:
      选址: 5天 # 两处
      审批: { duration: 2周, after: [选址, 勘察], owner: 小王 }
      勘察: { duration: 3d, assign: 小李 }
    buffer: 3天
`);
    expect(findings).toHaveLength(15);
    // As one edit of the text, which touches nothing else.
    expect(applyEdits(chinese, edits)).toBe(text);
    expect(Math.max(...edits.map(({ span }) => span.end - span.start))).toBeLessThan(6);
    expect(errors(analysed(text))).toBeGreaterThan(0);
  });

  test('has its lists of things under ids', () => {
    const lists =
      'title: X\nstart: 2026-03-02\npeople:\n- Ann\nactivities:\n  - name: Draw\n    assignee: Ann\n    length: 2d\n  - { name: Build, duration: 3d, depends_on: Draw }\n';
    expect(mendText(analysed(lists)).text).toBe(
      'name: X\nstart: 2026-03-02\nteam:\n  Ann: Ann\ntasks:\n  Draw:\n    name: Draw\n    assign: Ann\n    duration: 2d\n  Build: { name: Build, duration: 3d, after: Draw }\n',
    );
  });

  test('goes no further than is asked', () => {
    const { text, findings } = mendText(analysed(chinese), 1);
    expect(findings).toHaveLength(4);
    expect(text).toContain('phases:\n  准备:\n    任务:');
  });
});

describe.each(fixtures)('$name', ({ text, files }) => {
  const analysis = analysed(text, files);

  test('safe fixes together mend what they say, and bring no error', () => {
    const { edits, findings } = safeFixes(analysis);
    if (findings.length === 0) return;
    const after = analysed(applyEdits(text, edits), files);
    // What could not be read before may have findings of its own now.
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      expect(ofRule(after, rule), rule).toBeLessThan(ofRule(analysis, rule));
    expect(errors(after)).toBeLessThanOrEqual(errors(analysis));
  });

  test('round after round nothing is left that could be mended, and mending again changes nothing', () => {
    const mended = mendText(analysis);
    const after = analysed(mended.text, files);
    expect(after.findings.filter((finding) => safeFixOf(finding) !== undefined)).toEqual([]);
    expect(mendText(after).text).toBe(mended.text);
  });
});

function ofRule({ findings }: ReturnType<typeof analysed>, id: string): number {
  return findings.filter(({ rule }) => rule === id).length;
}

function errors({ findings }: ReturnType<typeof analysed>): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
